package intake_test

import (
	"context"
	"maps"
	"slices"
	"testing"

	"ruhu/internal/catalogue"
	"ruhu/internal/intake"
	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// living is a register in which 由国平 (of 1976) lives in a household, with dated facts and a class before.
func living(t *testing.T, person, house survey.Answers, others ...intake.Put) *memory {
	t.Helper()
	m := newMemory(t, township)
	p := survey.Answers{survey.FullName: "由国平", survey.IDNo: "53000019760408167X", survey.InHousehold: "h1", survey.Ethnic: "汉族"}
	h := survey.Answers{survey.Village: "532325202202", survey.HeadName: "由国平"}
	maps.Copy(p, person)
	maps.Copy(h, house)
	m.take(append([]intake.Put{{Type: registry.TypeHousehold, ID: "h1", Fields: h}, {Type: registry.TypePerson, ID: "p1", Fields: p}}, others...))
	return m
}

// rosterOf plans the roster of a class of 2026-11-02 to 11 with 由国平 alone on it, as who wants to be in the class writes it.
func rosterOf(t *testing.T, reg intake.Register, about string, cat *catalogue.Book) *intake.Verdict {
	t.Helper()
	o := options()
	o.Catalogue = cat
	p, err := intake.New(context.Background(), bookOf([]string{"培训班学员花名册"},
		[]string{"培训单位：姚安县青禾职业培训学校　　培训时间：2026年11月2日至11日　　" + about},
		[]string{"序号", "姓名", "性别", "身份证号码", "学历", "户口所在地"},
		[]string{"1", "由国平", "男", "53000019760408167X", "高中", "姚安县左门乡地索村委会六组"}), reg, o)
	if err != nil {
		t.Fatal(err)
	}
	if p.Class == nil || len(p.Rows) != 1 || p.Rows[0].Enrol == nil {
		t.Fatalf("%s, class %+v, rows %+v", p.Kind, p.Class, p.Rows)
	}
	return p.Rows[0].Enrol
}

func catalogueOf(typ string, rows ...survey.Answers) *catalogue.Book {
	var own []registry.Record
	for i, a := range rows {
		a[survey.ValidFrom] = "2026-01-01"
		own = append(own, registry.Record{Type: typ, ID: string(rune('a' + i)), Packed: survey.Pack(a)})
	}
	return catalogue.NewBook(own)
}

func wants(t *testing.T, v *intake.Verdict, enrol intake.Answer, reasons ...string) {
	t.Helper()
	if v.Enrol != enrol || !slices.Equal(v.Reasons, reasons) {
		t.Errorf("%s %v (%v), want %s %v", v.Enrol, v.Reasons, v.Words, enrol, reasons)
	}
}

func TestARosterIsJudgedByTheCountysOwnTrades(t *testing.T) {
	cat := catalogueOf(registry.TypeTrade, survey.Answers{survey.TradeName: "电工", survey.MinEducation: "高中"})
	m, about := living(t, survey.Answers{survey.Education: "初中"}, nil), "培训工种：电工（初级）"
	wants(t, rosterOf(t, m, about, nil), intake.MayEnrol)
	wants(t, rosterOf(t, m, about, cat), intake.MayNotEnrol, "class_education")
	wants(t, rosterOf(t, living(t, survey.Answers{survey.Education: "高中"}, nil), about, cat), intake.MayEnrol)
}

func TestARosterIsJudgedByTheGroupsOfEachPerson(t *testing.T) {
	cat := catalogueOf(registry.TypeProgramme, survey.Answers{survey.ProgName: "脱贫户班", survey.ProgGroups: rules.LeftPoverty})
	about := "培训工种：电工（初级）　　所属项目：脱贫户班"
	poor := living(t, nil, survey.Answers{survey.HouseType: survey.HouseLeftPoverty})
	wants(t, rosterOf(t, poor, about, cat), intake.MayEnrol)
	other := living(t, nil, survey.Answers{survey.HouseType: survey.HouseOrdinary})
	wants(t, rosterOf(t, other, about, cat), intake.AskFirst, "class_not_of_groups")
}

func TestARosterIsJudgedByDatedFacts(t *testing.T) {
	job := func(ends string) intake.Put {
		return intake.Put{Type: registry.TypeFact, ID: "f1", Fields: survey.Answers{
			survey.OfPerson: "p1", survey.FactKind: survey.FactEmployment, survey.StartsOn: "2026-01-01", survey.EndsOn: ends}}
	}
	insured, about := survey.Answers{"pension_work": survey.Yes}, "培训工种：电工（初级）"
	wants(t, rosterOf(t, living(t, insured, nil, job("")), about, nil), intake.AskFirst, "class_employed")
	wants(t, rosterOf(t, living(t, insured, nil, job("2026-10-01")), about, nil), intake.MayEnrol)
}

func TestARosterIsJudgedByTheClassesBefore(t *testing.T) {
	before := []intake.Put{
		{Type: training.TypeClass, ID: "c1", Fields: survey.Answers{training.ClassName: "焊工班", training.Trade: "焊工", training.StartsOn: "2026-11-05", training.EndsOn: "2026-11-20"}},
		{Type: training.TypeEnrolment, ID: "e1", Fields: training.NewEnrolment("c1", "p1", 1).Answers},
	}
	wants(t, rosterOf(t, living(t, nil, nil, before...), "培训工种：电工（初级）", nil), intake.MayNotEnrol, "class_two_classes")
}

// ruled is a register with a county's own rules.
type ruled struct {
	*memory
	book *rules.Book
}

func (r ruled) RuleBook() *rules.Book { return r.book }

func TestARosterIsJudgedByTheRuleOfTheDayOnWhichTheClassBegins(t *testing.T) {
	m, about := living(t, nil, nil), "培训工种：电工（初级）"
	from := func(day survey.Date) ruled {
		return ruled{m, rules.NewBook([]*rules.Own{{ID: "r1", Name: "enrol", Text: `{"max_age_men": 45}`, From: day}})}
	}
	wants(t, rosterOf(t, from("2026-11-02"), about, nil), intake.MayNotEnrol, "class_over_age")
	wants(t, rosterOf(t, from("2026-11-03"), about, nil), intake.MayEnrol)
}
