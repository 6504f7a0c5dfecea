package rules_test

import (
	"encoding/json"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"ruhu/data"
	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

var day = time.Date(2026, 9, 10, 0, 0, 0, 0, time.UTC)

func person(a survey.Answers) registry.Person {
	return registry.Person{ID: "p", Packed: survey.Pack(a)}
}

// judged is what a verdict must be: in, or else the words that decided; asked when ask.
type judged struct {
	in, ask bool
	kinds   []string
}

func check(t *testing.T, v rules.Verdict, want judged) {
	t.Helper()
	if v.In != want.in || v.Ask != want.ask || !slices.Equal(v.Kinds, want.kinds) {
		t.Errorf("in %v, ask %v, for %v; want %+v", v.In, v.Ask, v.Kinds, want)
	}
	if len(v.Reasons) == 0 || strings.ContainsAny(v.Words(), "%!") {
		t.Errorf("a verdict needs a reason in words, got %q", v.Words())
	}
}

func TestWhoCountsAsLeftSchool(t *testing.T) {
	rule := rules.LeftSchool{MinAge: 16, MaxAge: 22, CutOff: "2026-09-10"}
	cases := []struct {
		name string
		a    survey.Answers
		want judged
	}{
		{"finished junior middle school", survey.Answers{survey.Born: "2008-05-01", survey.Education: "初中"}, judged{in: true}},
		{"finished senior middle school, works", survey.Answers{survey.Born: "2008-05-01", survey.Education: "高中", survey.Destination: "外出务工"}, judged{in: true}},
		{"on the education bureau's list", survey.Answers{survey.Born: "2008-05", survey.SchoolStage: "初中", survey.GoesOn: "否"}, judged{in: true}},
		{"by the ID number, whatever is told", survey.Answers{survey.IDNo: "530000200801010015", survey.Born: "1990-01-01", survey.Education: "初中"}, judged{in: true}},
		{"the sixteenth birthday itself", survey.Answers{survey.Born: "2010-09-10", survey.Education: "初中"}, judged{in: true}},
		{"the day before it", survey.Answers{survey.Born: "2010-09-11", survey.Education: "初中"}, judged{kinds: []string{"under_16"}}},
		{"the twenty-third birthday itself", survey.Answers{survey.Born: "2003-09-10", survey.Education: "初中"}, judged{in: true}},
		{"the day after it", survey.Answers{survey.Born: "2003-09-09", survey.Education: "初中"}, judged{kinds: []string{"over_age"}}},
		{"at school", survey.Answers{survey.Born: "2008-05-01", survey.Schooling: "普通高中二年级"}, judged{kinds: []string{"at_school"}}},
		{"destination is a school", survey.Answers{survey.Born: "2008-05-01", survey.Education: "初中", survey.Destination: "复读"}, judged{kinds: []string{"at_school"}}},
		{"went on", survey.Answers{survey.Born: "2008-05-01", survey.Education: "初中", survey.GoesOn: "是"}, judged{kinds: []string{"goes_on"}}},
		{"left school and yet at school", survey.Answers{survey.Born: "2008-05-01", survey.SchoolStage: "初中", survey.GoesOn: "否", survey.Schooling: "中职一年级"}, judged{ask: true, kinds: []string{"in_school"}}},
		{"primary school", survey.Answers{survey.Born: "2008-05-01", survey.Education: "小学"}, judged{kinds: []string{"education"}}},
		{"college", survey.Answers{survey.Born: "2004-05-01", survey.Education: "大专"}, judged{kinds: []string{"education"}}},
		{"nothing known of school", survey.Answers{survey.Born: "2008-05-01"}, judged{ask: true, kinds: []string{"edu_nor_school"}}},
		{"no birth date", survey.Answers{survey.Education: "初中"}, judged{ask: true, kinds: []string{"birth_unknown"}}},
		{"moved away", survey.Answers{survey.Born: "2008-05-01", survey.Education: "初中", survey.Destination: "户籍迁出"}, judged{kinds: []string{"gone"}}},
		{"out for age needs no asking about school", survey.Answers{survey.Born: "1990-05-01"}, judged{kinds: []string{"over_age", "edu_nor_school"}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { check(t, rule.Judge(person(c.a)), c.want) })
	}
}

func TestACountyMayAskForTheYearOfLeaving(t *testing.T) {
	rule := rules.LeftSchool{MinAge: 16, MaxAge: 22, CutOff: "2026-09-10", YearsBack: 1}
	cases := []struct {
		year string
		want judged
	}{
		{"2026-06", judged{in: true}}, {"2025", judged{in: true}}, {"2024-06", judged{kinds: []string{"year"}}}, {"", judged{ask: true, kinds: []string{"year_unknown"}}},
	}
	for _, c := range cases {
		a := survey.Answers{survey.Born: "2008-05-01", survey.Education: "初中", survey.SchoolYear: c.year}
		t.Run("left in "+c.year, func(t *testing.T) { check(t, rule.Judge(person(a)), c.want) })
	}
}

func TestTheShippedRuleIsTheProvincesAndSaysSo(t *testing.T) {
	r := rules.Shipped.LeftSchool(day)
	if r.MinAge != 16 || r.MaxAge != 22 || r.CutOff != "2026-09-10" || !strings.Contains(r.Source, "云人社发〔2018〕71号") {
		t.Errorf("got %+v", r)
	}
}

func TestTheReasonNamesAgeAndDay(t *testing.T) {
	v := rules.Shipped.LeftSchool(day).Judge(person(survey.Answers{survey.Born: "1990-05-01", survey.Education: "初中"}))
	if want := "按2026-09-10算，36周岁，超过22周岁"; v.Words() != want {
		t.Errorf("got %q, want %q", v.Words(), want)
	}
}

func class(kv ...string) training.Class {
	a := survey.Answers{training.Trade: "中式烹调师", training.Level: "初级", training.StartsOn: "2026-10-20", training.EndsOn: "2026-10-29", training.Township: "532325202"}
	for i := 0; i < len(kv); i += 2 {
		a[kv[i]] = kv[i+1]
	}
	return training.Class{ID: "c", Answers: a}
}

func TestWhoMayBeEnrolled(t *testing.T) {
	rule := rules.Enrol{MinAge: 16, MaxAgeMen: 60, MaxAgeWomen: 55, PerYear: 1, NoStudents: true, AwayMonths: 6}
	const man1976, woman1958 = "53000019760408167X", "530000195803184349"
	cases := []struct {
		name string
		a    survey.Answers
		want judged
	}{
		{"nothing against it", survey.Answers{survey.IDNo: man1976}, judged{in: true}},
		{"no ID number", survey.Answers{survey.Born: "1976-04-08"}, judged{ask: true, kinds: []string{"id_missing"}}},
		{"over the age of women", survey.Answers{survey.IDNo: woman1958}, judged{kinds: []string{"over_age"}}},
		{"at school", survey.Answers{survey.IDNo: man1976, survey.Schooling: "本科一年级"}, judged{kinds: []string{"at_school"}}},
		{"said to be unable to work", survey.Answers{survey.IDNo: man1976, survey.Skill: survey.SkillLost}, judged{ask: true, kinds: []string{"unfit"}}},
		{"certified in the trade", survey.Answers{survey.IDNo: man1976, "cert": "中式烹调师（初级）2022年"}, judged{kinds: []string{"same_level"}}},
		{"certified higher", survey.Answers{survey.IDNo: man1976, "cert": "电工初级证、中式烹调师中级证"}, judged{kinds: []string{"higher_level"}}},
		{"certified on record", survey.Answers{survey.IDNo: man1976, survey.CertTrade: "中式烹调师", survey.CertLevel: "初级"}, judged{kinds: []string{"same_level"}}},
		{"certified in another trade", survey.Answers{survey.IDNo: man1976, "cert": "电工高级证"}, judged{in: true}},
		{"works in another province", survey.Answers{survey.IDNo: man1976, survey.AwayMonths: "9", survey.AwayPlace: "广东省东莞市"}, judged{ask: true, kinds: []string{"works_away"}}},
		{"works there for a short while", survey.Answers{survey.IDNo: man1976, survey.AwayMonths: "3", survey.AwayPlace: "广东省东莞市"}, judged{in: true}},
		{"works in the province", survey.Answers{survey.IDNo: man1976, survey.AwayMonths: "9", survey.AwayPlace: "云南省昆明市安宁市"}, judged{in: true}},
		{"fifteen", survey.Answers{survey.Born: "2010-10-21"}, judged{kinds: []string{"id_missing", "under_16"}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { check(t, rule.Judge(person(c.a), class(), nil, day), c.want) })
	}
}

func TestOtherClassesOfThePersonCount(t *testing.T) {
	rule := rules.Enrol{MinAge: 16, MaxAgeMen: 60, MaxAgeWomen: 55, PerYear: 2}
	p := person(survey.Answers{survey.IDNo: "53000019760408167X"})
	at := func(id, first, last string, passed bool, kv ...string) rules.Attended {
		f, _ := survey.Day(first)
		l, _ := survey.Day(last)
		c := class(append(kv, training.ClassName, "培训班"+id)...)
		c.ID = id
		return rules.Attended{Class: c, First: f, Last: l, Passed: passed}
	}
	welding := []string{training.Trade, "焊工"}
	cases := []struct {
		name   string
		before []rules.Attended
		want   judged
	}{
		{"one earlier this year", []rules.Attended{at("a", "2026-03-01", "2026-03-10", true, welding...)}, judged{in: true}},
		{"two earlier this year", []rules.Attended{at("a", "2026-03-01", "2026-03-10", true, welding...), at("b", "2026-05-01", "2026-05-10", true, welding...)}, judged{kinds: []string{"per_year"}}},
		{"two last year", []rules.Attended{at("a", "2025-03-01", "2025-03-10", true, welding...), at("b", "2025-05-01", "2025-05-10", true, welding...)}, judged{in: true}},
		{"at the same time", []rules.Attended{at("a", "2026-10-29", "2026-11-05", false, welding...)}, judged{kinds: []string{"two_classes"}}},
		{"the same trade passed", []rules.Attended{at("a", "2025-03-01", "2025-03-10", true)}, judged{kinds: []string{"same_level"}}},
		{"the same trade not passed", []rules.Attended{at("a", "2025-03-01", "2025-03-10", false)}, judged{in: true}},
		{"a higher level passed", []rules.Attended{at("a", "2025-03-01", "2025-03-10", true, training.Level, "高级")}, judged{kinds: []string{"higher_level"}}},
		{"this very class", []rules.Attended{at("c", "2026-10-20", "2026-10-29", false)}, judged{in: true}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { check(t, rule.Judge(p, class(), c.before, day), c.want) })
	}
}

func TestTheAgeIsThatOfTheFirstDay(t *testing.T) {
	rule := rules.Enrol{MinAge: 16, MaxAgeMen: 60, MaxAgeWomen: 55}
	p := person(survey.Answers{survey.Born: "2010-10-20", survey.Sex: "男"})
	check(t, rule.Judge(p, class(), nil, day), judged{ask: true, kinds: []string{"id_missing"}})
	check(t, rule.Judge(p, class(training.StartsOn, "2026-10-19"), nil, day), judged{kinds: []string{"id_missing", "under_16"}})
}

func TestTheShippedEnrolRuleHasAges(t *testing.T) {
	if r := rules.Shipped.Enrol(day); r.MinAge != 16 || r.MaxAgeMen != 60 || r.MaxAgeWomen != 55 || !r.NoStudents || r.Source == "" {
		t.Errorf("got %+v", r)
	}
}

func TestEveryShippedRuleNamesItsSourceAndItsDay(t *testing.T) {
	files, _ := fs.Glob(data.Rules, "rules/*.json")
	if len(files) == 0 {
		t.Fatal("no rules ship")
	}
	for _, file := range files {
		var r struct{ Name, Source, From string }
		b, _ := data.Rules.ReadFile(file)
		if err := json.Unmarshal(b, &r); err != nil || r.Name == "" || r.Source == "" || r.From == "" {
			t.Errorf("%s: %+v, %v", file, r, err)
		}
	}
}
