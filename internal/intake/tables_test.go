package intake_test

import (
	"slices"
	"testing"

	"ruhu/internal/intake"
	"ruhu/internal/survey"
)

// named are the people of a plan's rows that go in, by name.
func named(p *intake.Plan) map[string]*intake.Row {
	out := map[string]*intake.Row{}
	for i := range p.Rows {
		if r := &p.Rows[i]; r.Name() != "" {
			out[r.Name()] = r
		}
	}
	return out
}

func TestListsSideBySideAreAllRead(t *testing.T) {
	rows := [][]string{{"左门乡毕业生名单"},
		{"序号", "姓名", "身份证号", "村委会", "", "序号", "姓名", "身份证号", "村委会"},
		{"1", "由国平", "53000019760408167X", "左门村", "", "2", "沙𫖮", "530000200801010015", "地索村"},
		{"3", "李秀英", "", "左门村", "", "", "", "", ""}}
	m := newMemory(t, township)
	p := planOf(t, m, rows...)
	if got := named(p); len(got) != 3 || got["沙𫖮"].Person[survey.IDNo] != "530000200801010015" {
		t.Fatalf("people: %v", got)
	}
	if !slices.ContainsFunc(p.Problems, func(q intake.Problem) bool { return q.Kind == "side_by_side" && q.Row == 2 }) {
		t.Errorf("nobody is told of the second list: %v", p.Problems)
	}
	m.take(p.Puts())
	if again := planOf(t, m, rows...); len(again.Puts()) != 0 {
		t.Errorf("taken in twice it writes %v", again.Puts())
	}
}

func TestAGuardianBesideIsNoSecondList(t *testing.T) {
	p := planOf(t, newMemory(t, township), []string{"姓名", "身份证号", "联系电话", "姓名", "身份证号", "联系电话"},
		[]string{"由国平", "53000019760408167X", "15400000001", "沙𫖮", "530000200801010015", "15400000002"})
	if p.Data != 1 {
		t.Errorf("%d people, want one", p.Data)
	}
}

func TestListsOneBelowTheOtherAreAllRead(t *testing.T) {
	p := planOf(t, newMemory(t, township), []string{"一、初中毕业生"}, []string{"序号", "姓名", "身份证号", "村委会"},
		[]string{"1", "由国平", "53000019760408167X", "左门村"}, []string{""}, []string{"二、高中毕业生"},
		[]string{"序号", "村委会", "学生姓名", "毕业学校", "身份证号码", "去向"}, []string{"1", "地索村", "沙𫖮", "姚安一中", "530000200801010015", "外出务工"})
	got := named(p)
	if p.Data != 2 || got["由国平"] == nil || got["沙𫖮"].Person[survey.School] != "姚安一中" || p.Rejected != 0 {
		t.Errorf("%d rows, %d rejected: %v", p.Data, p.Rejected, p.Problems)
	}
}

func TestAListOfMembersIsNotOfHeads(t *testing.T) {
	p := planOf(t, newMemory(t, township), []string{"户主", "困难群众姓名", "与户主关系", "身份证号", "村委会"},
		[]string{"由国平", "沙𫖮", "之子", "530000200801010015", "左门村"})
	if got := named(p); got["由国平"] != nil {
		t.Errorf("the head was given the number of a member: %v", got["由国平"].Person)
	}
}

func TestAFormulaThatFailedIsNamedAndASlashIsBlank(t *testing.T) {
	p := planOf(t, newMemory(t, township), []string{"姓名", "身份证号", "联系电话", "村委会", "与户主关系", "务工时间"},
		[]string{"由国平", "53000019760408167X", "/", "#N/A", "#REF!", "—"}, []string{"沙𫖮", "530000200801010015", "无", "左门村", "/", "无"})
	if got := kinds(rowOf(t, p, 2)); !slices.Equal(got, []string{"formula_error@村委会", "village_blank@村委会", "formula_error@与户主关系"}) {
		t.Errorf("row 2: %v", got)
	}
	if got := kinds(rowOf(t, p, 3)); len(got) != 0 {
		t.Errorf("row 3: %v", got)
	}
}

func TestAHeaderWithNothingBelowIsSaid(t *testing.T) {
	p := planOf(t, newMemory(t, township), []string{"左门乡名单"}, []string{"姓名", "身份证号", "村委会"})
	if !slices.ContainsFunc(p.Problems, func(q intake.Problem) bool { return q.Kind == "no_rows" && q.Row == 2 }) {
		t.Errorf("problems: %v", p.Problems)
	}
}

func TestAnAnswerOfTheQuestionBesideGoesThere(t *testing.T) {
	p := planOf(t, newMemory(t, township), []string{"姓名", "身份证号", "户主姓名", "村委会", "人员类别", "户类型", "培训意愿"},
		[]string{"由国平", "53000019760408167X", "由国平", "左门村", "脱贫劳动力", "突发严重困难户", "电工、焊工"}, []string{"沙𫖮", "530000200801010015", "沙𫖮", "左门村", "在乡就业", "脱贫户", "看情况"})
	r := rowOf(t, p, 2)
	says(t, r.Person, survey.Tags, "脱贫劳动力", survey.WantsTraining, survey.Yes)
	says(t, r.Household, survey.HouseType, survey.HouseMonitored, survey.Monitor, "突发严重困难户")
	says(t, r.Wish, survey.WishText, "电工、焊工")
	says(t, rowOf(t, p, 3).Person, survey.WorkerKind, "在乡就业", survey.Tags, "", survey.WantsTraining, "")
}

func TestACertificateThatIsNoIDNumberIsNamed(t *testing.T) {
	p := planOf(t, newMemory(t, township), []string{"持证残疾人名册"}, []string{"姓名", "残疾人证号", "残疾类别", "所在村"},
		[]string{"由国平", "53000019760408167243", "肢体残疾", "左门村"}, []string{"沙𫖮", "53000020080101001543", "肢体残疾", "左门村"})
	if r := rowOf(t, p, 3); r.Outcome != intake.Decide || r.Person[survey.IDPending] != "53000019760408167243" {
		t.Errorf("%s %v", r.Outcome, kinds(r))
	}
	says(t, rowOf(t, p, 4).Person, survey.IDNo, "530000200801010015")
}

func TestAFormAndItsRosterMayShareASheet(t *testing.T) {
	p := planOf(t, newMemory(t, township), []string{"培训开班备案表"}, []string{"培训机构", "金穗职业培训学校", "法人代表", "李金穗"},
		[]string{"培训工种", "中式烹调师", "培训等级", "五级"}, []string{"培训起止日期", "2026.10.20—10.29", "培训学时", "80"}, []string{"培训人数", "1", "上课地点", "左门乡文化站"},
		[]string{"学员花名册"}, []string{"序号", "姓名", "身份证号", "村委会"}, []string{"1", "由国平", "53000019760408167X", "左门村"}, []string{"以上名单已核对", "", "审核人："})
	if p.Kind != intake.Classes || p.Data != 1 || p.Rejected != 0 || p.Class.Answers["starts_on"] != "2026-10-20" {
		t.Errorf("%s: %d people, %d rejected, class %v", p.Kind, p.Data, p.Rejected, p.Class)
	}
}
