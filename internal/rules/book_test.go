package rules_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

func TestACountysRuleCountsFromItsDayAndChangesTheSentence(t *testing.T) {
	book := rules.NewBook([]*rules.Own{
		{ID: "1", Name: "left_school", Text: `{"min_age": 15, "max_age": 24}`, From: "2026-01-01"},
		{ID: "2", Name: "left_school", Text: `{"min_age": 18}`, From: "2027-01-01"},
	})
	ages := func(day string) [2]int {
		on, _ := time.Parse(time.DateOnly, day)
		r := book.LeftSchool(on)
		return [2]int{r.MinAge, r.MaxAge}
	}
	for day, want := range map[string][2]int{"2025-12-31": {16, 22}, "2026-01-01": {15, 24}, "2026-12-31": {15, 24}, "2027-06-01": {18, 22}} {
		if got := ages(day); got != want {
			t.Errorf("on %s ages %v, want %v", day, got, want)
		}
	}
	on := time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)
	p := registry.Person{Packed: survey.Pack(survey.Answers{survey.Born: "2003-05-01", survey.Education: "高中"})}
	if v := book.LeftSchool(on).Judge(p); !v.In || !strings.Contains(v.Words(), "15—24") {
		t.Errorf("23 years old by the county's rule: %+v", v)
	}
	if v := rules.Shipped.LeftSchool(on).Judge(p); v.In {
		t.Errorf("23 years old by the rule that ships: %+v", v)
	}
}

func TestARuleThatThisProgramCannotReadLeavesTheOneThatShips(t *testing.T) {
	book := rules.NewBook([]*rules.Own{{Name: "labour", Text: `{"min_age": {"men": 16}}`, From: "2020-01-01"}, {Name: "visit", Text: `{"months": 6, "news": 1}`, From: "2020-01-01"}})
	if got, want := book.Labour(day), rules.Shipped.Labour(day); got.MinAge != want.MinAge {
		t.Errorf("min_age %d", got.MinAge)
	}
	if got := book.Visit(day); got.Months != 6 {
		t.Errorf("a key of a newer program is passed over: %+v", got)
	}
}

func TestARuleIsCheckedWithTheLineThatIsWrong(t *testing.T) {
	for _, c := range []struct {
		name, rule, text string
		want             *text.Error
		says             string
	}{
		{"a comma that is missing", "left_school", "{\n\"min_age\": 15\n\"max_age\": 20}", rules.ErrSyntax, "第3行"},
		{"Chinese quotes", "left_school", "{\n“min_age”: 15}", rules.ErrSyntax, "第2行"},
		{"nothing at all", "left_school", "", rules.ErrSyntax, "第1行"},
		{"a list instead of braces", "left_school", "[]", rules.ErrSyntax, "第1行"},
		{"a key that is none", "left_school", "{\n\"min_age\": 15,\n\"minage\": 15}", rules.ErrKey, "第3行：没有“minage”"},
		{"a number in quotes", "left_school", "{\n\"min_age\": \"15\"}", rules.ErrKind, "第2行：“min_age”应当填数字"},
		{"an age of nobody", "left_school", "{\"min_age\": 0}", rules.ErrValue, "1到120"},
		{"upside down", "left_school", "{\"min_age\": 30}", rules.ErrValue, "下限30大于上限22"},
		{"a day that is none", "left_school", "{\"cut_off\": \"9月1日\"}", rules.ErrValue, "cut_off"},
		{"a choice that is none", "labour", "{\"out_skills\": [\n\"懒\"]}", rules.ErrValue, "第2行：“懒”"},
		{"a group that is none", "train", `{"must": [{"groups": ["富人"], "times": 1, "every": "year"}]}`, rules.ErrValue, "富人"},
		{"a part of a part that is none", "fate", `{"parts": [{"nom": "已升学"}]}`, rules.ErrKey, "nom"},
		{"one destination in two parts", "fate", `{"parts": [{"name": "甲", "destinations": ["务农"]}, {"name": "乙", "destinations": ["务农"]}]}`, rules.ErrValue, "务农"},
		{"a rule that is none", "nothing", "{}", rules.ErrUnknown, "nothing"},
	} {
		err := rules.Check(c.rule, c.text)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
			continue
		}
		if x := text.Explain(err); !strings.Contains(x.What, c.says) || x.Way == "" {
			t.Errorf("%s: %q, %q", c.name, x.What, x.Way)
		}
	}
}

func TestEveryRuleThatShipsPassesItsOwnCheck(t *testing.T) {
	for _, name := range rules.Names() {
		if err := rules.Check(name, rules.Text(name)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheWholeOfARuleHasWhatTheCountyLeavesOut(t *testing.T) {
	whole := rules.Whole(rules.Text("left_school"), `{"max_age": 24}`)
	if err := rules.Check("left_school", whole); err != nil {
		t.Fatal(err)
	}
	r, err := rules.Parse[rules.LeftSchool](rules.Text("left_school"), whole)
	if err != nil || r.MaxAge != 24 || r.MinAge != 16 || r.Source == "" {
		t.Errorf("%+v, %v", r, err)
	}
}
