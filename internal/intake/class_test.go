package intake_test

import (
	"maps"
	"slices"
	"testing"

	"ruhu/internal/intake"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// yearly is a register with the lists before the class's in it.
func yearly(t *testing.T) *memory {
	m := newMemory(t, township)
	for _, name := range lists[:len(lists)-1] {
		m.take(planFile(t, m, name).Puts())
	}
	return m
}

func verdicts(p *intake.Plan) map[int]*intake.Verdict {
	out := map[int]*intake.Verdict{}
	for i := range p.Rows {
		if v := p.Rows[i].Enrol; v != nil {
			out[v.Row] = v
		}
	}
	return out
}

func TestEverybodyOnARosterHasTheVerdictOfTheRules(t *testing.T) {
	p, truth := planFile(t, yearly(t), "class.xlsx"), listTruths(t)["class.xlsx"]
	got := verdicts(p)
	for _, want := range truth.Verdicts {
		v := got[want.Row]
		if v == nil {
			t.Errorf("row %d has no verdict", want.Row)
			continue
		}
		if string(v.Enrol) != want.Enrol || !slices.Equal(v.Reasons, want.Reasons) || v.Known != want.InRegister {
			t.Errorf("row %d: %s %v known %v, want %s %v %v", want.Row, v.Enrol, v.Reasons, v.Known, want.Enrol, want.Reasons, want.InRegister)
		}
	}
	if len(got) != len(truth.Verdicts) {
		t.Errorf("%d verdicts, want %d: people who stand twice have one", len(got), len(truth.Verdicts))
	}
	if p.Data != truth.Counts["data_rows"] || p.Persons != truth.Counts["persons_if_decisions_wait"] {
		t.Errorf("%d rows, %d people", p.Data, p.Persons)
	}
}

func TestNobodyWhoMayNotBeEnrolledIsEnrolled(t *testing.T) {
	m, truth := yearly(t), listTruths(t)["class.xlsx"]
	p := planFile(t, m, "class.xlsx")
	m.take(p.Puts())
	yes := 0
	for _, v := range truth.Verdicts {
		if v.Enrol == "yes" {
			yes++
		}
	}
	class := m.Classes()
	if len(class) != 1 || len(m.Enrolments(class[0].ID)) != yes || p.Enrolled != yes {
		t.Fatalf("%d classes, %d enrolled, want %d", len(class), p.Enrolled, yes)
	}
	for i, e := range m.records(training.TypeEnrolment) {
		if e.Get(training.OfPerson) == "" || m.people[e.Get(training.OfPerson)] == nil {
			t.Errorf("enrolment %d is of nobody: %v", i, e.Unpack())
		}
	}
}

func TestTheFormMakesTheClass(t *testing.T) {
	p := planFile(t, newMemory(t, township), "class.xlsx")
	a, truth := p.Class.Answers, listTruths(t)["class.xlsx"].Form
	for key, want := range map[string]string{
		training.ClassName: "中式烹调师（初级）培训班", training.ClassNo: "姚培开〔2026〕017号", training.Trade: "中式烹调师", training.Level: "初级",
		training.StartsOn: "2026-10-20", training.EndsOn: "2026-10-29", training.Hours: "80", training.HoursPerDay: "8", training.Planned: "40",
		training.Manager: "董斌", training.ManagerPhone: "15497287347", training.Supervisor: "欧阳卫东", training.SupervisorUnit: "县人社局",
		training.SupervisorPhone: "15414920603", training.Place: "左门乡左门村委会活动室", training.Township: township, training.TheoryHours: "28",
		training.Institution: "姚安县青禾职业培训学校", training.InstitutionCode: "52530000MJ00000180", training.LegalPerson: "刘从军",
	} {
		if a[key] != want {
			t.Errorf("%s is %q, want %q", key, a[key], want)
		}
	}
	if !slices.Equal(p.Class.Courses, truth.Courses) || len(p.Class.Teachers) != truth.Teachers || p.Class.Teachers[1].Name != "解加芬" {
		t.Errorf("courses %v, teachers %v", p.Class.Courses, p.Class.Teachers)
	}
	for _, f := range truth.Fields {
		found := slices.Contains(p.Class.Unread, f.Label+"："+f.Value)
		for _, v := range a {
			found = found || v == f.Value
		}
		if !found && f.Means != "起止" && f.Means != "管理人" && f.Means != "监督人" && f.Means != "等级" {
			t.Errorf("%s %s is lost; unread: %v", f.Label, f.Value, p.Class.Unread)
		}
	}
	puts := p.Puts()
	if puts[0].Type != training.TypeClass || puts[0].Fields[training.ClassName] == "" || puts[0].Fields[training.Stage] != training.Filed {
		t.Errorf("the class goes in as %s %v", puts[0].Type, puts[0].Fields[training.Stage])
	}
}

func TestAnApplicationTakenInTwiceIsOneClass(t *testing.T) {
	m := yearly(t)
	m.take(planFile(t, m, "class.xlsx").Puts())
	again := planFile(t, m, "class.xlsx")
	if puts := again.Puts(); len(puts) != 0 || !again.Class.Known {
		t.Errorf("known %v, %d records: %v", again.Class.Known, len(puts), puts)
	}
}

func TestAnotherClassOfTheSameNumberStaysAnotherOne(t *testing.T) {
	m := newMemory(t, township)
	first := planFile(t, m, "class.xlsx")
	a := maps.Clone(first.Class.Answers)
	a[training.Trade], a[training.StartsOn], a[training.ClassName] = "养老护理员", "2026-01-05", "养老护理员培训班"
	m.take([]intake.Put{{Type: training.TypeClass, ID: "another", Fields: a}})
	p := planFile(t, m, "class.xlsx")
	said := slices.ContainsFunc(p.Problems, func(x intake.Problem) bool { return x.Kind == "class_no_taken" })
	if p.Class.Known || p.Class.ID == "another" || !said {
		t.Errorf("known %v as %q; said %v", p.Class.Known, p.Class.ID, said)
	}
}

func TestWhoIsAskedAboutIsEnrolledWhenPeopleSaySo(t *testing.T) {
	m := yearly(t)
	p := planFile(t, m, "class.xlsx")
	i := slices.IndexFunc(p.Rows, func(r intake.Row) bool { return r.Enrol != nil && slices.Contains(r.Enrol.Reasons, "class_works_away") })
	if r := &p.Rows[i]; !r.Waits() || !slices.Equal(r.Choices, []intake.Choice{intake.Enrol, intake.NotEnrol}) {
		t.Fatalf("waits %v, choices %v", r.Waits(), r.Choices)
	}
	before := p.Enrolled
	if err := p.Decide(i, intake.NotEnrol); err != nil || p.Rows[i].Waits() || p.Enrolled != before {
		t.Errorf("%v, %d enrolled", err, p.Enrolled)
	}
	if err := p.Decide(i, intake.Enrol); err != nil || p.Rows[i].Waits() || p.Enrolled != before+1 {
		t.Errorf("%v, %d enrolled, want %d", err, p.Enrolled, before+1)
	}
}

func TestARosterRowThatWaitedIsEnrolledLater(t *testing.T) {
	m := yearly(t)
	p := planFile(t, m, "class.xlsx")
	m.take(p.Puts())
	w := waitingRow(t, p, 39)
	if w.Class == "" || !slices.Contains(w.Choices, intake.Enrol) {
		t.Fatalf("the row waits without its class: %v", w.Choices)
	}
	before := len(m.records(training.TypeEnrolment))
	m.take(resolve(t, m, w, nil, intake.Enrol).Puts())
	all := m.Enrolments(w.Class)
	if len(all) != before+1 || training.NextSeat(all) != len(all)+1 {
		t.Errorf("%d enrolments, next seat %d, want %d", len(all), training.NextSeat(all), before+1)
	}
}

func TestARosterAloneSaysWhatClassItIs(t *testing.T) {
	roster := []string{"序号", "姓名", "性别", "身份证号码", "学历", "户口所在地"}
	p := planOf(t, newMemory(t, township),
		[]string{"电工培训班学员花名册"}, []string{"培训单位：姚安县青禾职业培训学校　　培训工种：电工（初级）　　培训时间：2026年11月2日至11日"}, roster,
		[]string{"1", "𠮷𬱖", "男", "530000200801010015", "初中", "左门乡地索村委会六组"},
		[]string{"2", "由国平", "男", "53000019760408167X", "高二", "姚安县左门乡毕叭村二组"})
	if p.Kind != intake.Classes || p.Class.Answers[training.Trade] != "电工" || p.Class.Answers[training.Level] != "初级" || p.Class.Answers[training.EndsOn] != "2026-11-11" {
		t.Fatalf("%s %+v", p.Kind, p.Class)
	}
	m := newMemory(t, township)
	m.take(p.Puts())
	young := m.oneNamed(t, "𠮷𬱖")
	if h := m.houses[young.HouseholdID()]; h[survey.Village] != "532325202202" || h[survey.Group] != "六组" {
		t.Errorf("household %v", h)
	}
	if p.Enrolled != 1 && p.Refused != 1 {
		t.Errorf("%d enrolled, %d refused", p.Enrolled, p.Refused)
	}
}
