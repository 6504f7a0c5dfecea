package intake_test

import (
	"encoding/json"
	"slices"
	"testing"

	"ruhu/internal/intake"
	"ruhu/internal/survey"
)

func TestATableOfTargetsIsReadWhole(t *testing.T) {
	p, truth := planFile(t, newMemory(t, township), "targets.xlsx"), listTruths(t)["targets.xlsx"]
	if p.Kind != intake.Targets || p.Data != truth.Counts["data_rows"] || len(p.Targets) != len(truth.Targets) {
		t.Fatalf("%s, %d rows, %d targets", p.Kind, p.Data, len(p.Targets))
	}
	for i, want := range truth.Targets {
		got := p.Targets[i]
		got.Sheet = ""
		a, _ := json.Marshal(got)
		b, _ := json.Marshal(want)
		if string(a) != string(b) {
			t.Errorf("row %d:\n%s\nwant\n%s", want.Row, a, b)
		}
	}
	want := intake.Terms{Title: "湖滨区职业技能提升行动目标任务分解表", From: "2019", Until: "2021", Yearly: "1/3", Starts: "2019-09-07",
		Proof: "所有目标任务完成以进入河南省职业培训信息管理服务系统技能提升行动操作规程并通过审核后为准"}
	got := p.Terms
	if got.Source == "" {
		t.Error("the note is not kept")
	}
	if got.Source = ""; got != want {
		t.Errorf("terms %+v", got)
	}
}

func TestAFormOfQuestionsIsKnown(t *testing.T) {
	b := bookOf([]string{"type", "name", "label"}, []string{"text", "roof", "屋顶"})
	b.Sheets[0].Name = "survey"
	if p := planBook(t, b, newMemory(t, township)); p.Kind != intake.Questions || len(p.Puts()) != 0 {
		t.Errorf("it is %s", p.Kind)
	}
	if p := planOf(t, newMemory(t, township), []string{"key", "label", "kind"}, []string{"x_roof", "屋顶", "text"}); p.Kind != intake.Questions {
		t.Errorf("it is %s", p.Kind)
	}
	if p := planOf(t, newMemory(t, township), small); p.Kind != intake.People {
		t.Errorf("a list of people is %s", p.Kind)
	}
}

func TestTargetsTakenInTwiceAreTheSame(t *testing.T) {
	m := newMemory(t, township)
	p := planFile(t, m, "targets.xlsx")
	m.take(p.Puts())
	if n := len(m.Targets()); n != 25 {
		t.Errorf("%d targets, want one for each task: 25", n)
	}
	sum := 0
	for _, r := range m.Targets() {
		for _, q := range survey.Target.Check(r.Unpack(), today) {
			t.Errorf("%s: %v", r.Get(survey.TargetTask), q)
		}
		sum++
	}
	again := planFile(t, m, "targets.xlsx")
	if again.Same != 22 || len(again.Puts()) != 0 {
		t.Errorf("%d the same, %d records", again.Same, len(again.Puts()))
	}
}

func TestOtherCountiesTablesOfTargets(t *testing.T) {
	head := []string{"编号", "目标任务", "任务数（人）", "责任单位", "配合单位"}
	cases := []struct {
		name  string
		row   []string
		tasks []intake.Task
		leads []string
		units []intake.Unit
	}{
		{"the number in its own column", []string{"1", "脱贫劳动力培训", "1,200", "县人社局", "财政局、农业农村局"},
			[]intake.Task{{Text: "脱贫劳动力培训", Number: 1200, Unit: "人"}}, []string{"县人社局"},
			[]intake.Unit{{Name: "财政局", Full: "县财政局"}, {Name: "农业农村局", Full: "县农业农村局"}}},
		{"shares behind the names, full width", []string{"2", "职工培训１.２万人次", "", "县总工会", "县工信局５００人次，县商务局300"},
			[]intake.Task{{Text: "职工培训", Number: 12000, Unit: "人次"}}, []string{"县总工会"},
			[]intake.Unit{{Name: "县工信局", Full: "县工信局", Share: 500, Unit: "人次"}, {Name: "县商务局", Full: "县商务局", Share: 300, Unit: "人次"}}},
		{"each of several", []string{"3", "安全培训600人次", "", "县应急局", "县住建局、县交通局、县水务局各200人次"},
			[]intake.Task{{Text: "安全培训", Number: 600, Unit: "人次"}}, []string{"县应急局"},
			[]intake.Unit{{Name: "县住建局", Full: "县住建局", Share: 200, Unit: "人次"}, {Name: "县交通局", Full: "县交通局", Share: 200, Unit: "人次"}, {Name: "县水务局", Full: "县水务局", Share: 200, Unit: "人次"}}},
		{"lines, brackets with names in them", []string{"4", "创业培训50名", "", "县人力资源和\n社会保障局", "各乡镇（街道、园区）\n团县委 县妇联"},
			[]intake.Task{{Text: "创业培训", Number: 50, Unit: "人"}}, []string{"县人力资源和社会保障局"},
			[]intake.Unit{{Name: "各乡镇（街道、园区）", Full: "各乡镇（街道、园区）"}, {Name: "团县委", Full: "团县委"}, {Name: "县妇联", Full: "县妇联"}}},
		{"a part of the task", []string{"5", "农村转移就业培训3000人次，其中脱贫劳动力1000人次", "", "县委 组织部", "县残联"},
			[]intake.Task{{Text: "农村转移就业培训，其中脱贫劳动力1000人次", Number: 3000, Unit: "人次"}}, []string{"县委组织部"},
			[]intake.Unit{{Name: "县残联", Full: "县残联"}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := planOf(t, newMemory(t, township), []string{"2026年目标任务表"}, head, c.row, []string{"合计", "", "9999", "", ""})
			if len(p.Targets) != 1 {
				t.Fatalf("%d targets: %s %v", len(p.Targets), p.Kind, p.Problems)
			}
			got := p.Targets[0]
			if !slices.Equal(got.Tasks, c.tasks) || !slices.Equal(got.Leads, c.leads) || !slices.Equal(got.Units, c.units) {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestUnitsMayHaveAColumnEach(t *testing.T) {
	m := newMemory(t, township)
	p := planOf(t, m,
		[]string{"2026年职业技能培训目标任务分解表"},
		[]string{"序号", "工作任务", "任务数（人次）", "县人社局", "前场镇（人次）", "左门乡", "备注"},
		[]string{"1", "农村劳动力转移就业培训", "1,200", "牵头", "800", "400", ""},
		[]string{"2", "两后生技能培训", "100", "牵头", "60人次", "30", "含上年结转"},
		[]string{"3", "创业培训", "50", "50", "/", "√", ""},
		[]string{"合计", "", "1350", "", "860", "430", ""})
	if p.Kind != intake.Targets || len(p.Targets) != 3 {
		t.Fatalf("%s with %d targets", p.Kind, len(p.Targets))
	}
	a, b, c := p.Targets[0], p.Targets[1], p.Targets[2]
	if !slices.Equal(a.Leads, []string{"县人社局"}) || len(a.Units) != 2 || a.Units[0] != (intake.Unit{Name: "前场镇", Full: "前场镇", Share: 800, Unit: "人次"}) {
		t.Errorf("%+v", a)
	}
	if b.Units[0].Share != 60 || b.Units[1].Share != 30 || !slices.Equal(kinds(&p.Rows[2]), []string{"target_sum@任务数（人次）"}) {
		t.Errorf("%+v, %v", b, kinds(&p.Rows[2]))
	}
	if len(c.Units) != 2 || c.Units[1].Share != 0 || len(kinds(&p.Rows[3])) > 0 {
		t.Errorf("%+v, %v", c, kinds(&p.Rows[3]))
	}
	if got := p.Unknown(); !slices.Equal(got, []string{"备注"}) {
		t.Errorf("unread %v", got)
	}
}
