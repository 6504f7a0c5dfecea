package intake_test

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"ruhu/internal/intake"
	"ruhu/internal/survey"
)

func TestTheSameListTwiceChangesNothing(t *testing.T) {
	m := newMemory(t, township)
	first := planBook(t, theExport(t), m)
	m.take(first.Puts())
	again := planBook(t, theExport(t), m)
	if again.New != 0 || again.Changed != 0 || again.Same != first.New {
		t.Errorf("%d new, %d changed, %d same; want none, none, %d", again.New, again.Changed, again.Same, first.New)
	}
	for _, r := range again.Rows {
		if r.Outcome == intake.Changed {
			t.Errorf("row %d %s: %v %v", r.Row, r.Name(), r.Diffs, kinds(&r))
		}
	}
	if n := len(again.Puts()); n != 0 {
		t.Errorf("%d records would be written", n)
	}
}

func TestADecidedListTwiceChangesNothingAndAsksLittle(t *testing.T) {
	m := newMemory(t, township)
	p := planBook(t, theExport(t), m)
	p.DecideAll("", intake.Accept)
	p.DecideAll("", intake.Two)
	m.take(p.Puts())
	again := planBook(t, theExport(t), m)
	if again.New != 0 || again.Changed != 0 || again.Undecided != 0 || len(again.Puts()) != 0 {
		t.Errorf("%d new, %d changed, %d wait, %d records; want none", again.New, again.Changed, again.Undecided, len(again.Puts()))
	}
	for _, r := range again.Rows {
		if r.Outcome != intake.Same && r.Outcome != intake.Skip && r.Outcome != intake.Reject && r.Outcome != intake.Merge {
			t.Errorf("row %d is %s: %v %v", r.Row, r.Outcome, kinds(&r), r.Diffs)
		}
	}
}

func TestAPlanGivesTheSameRecordsEachTime(t *testing.T) {
	p := planExport(t)
	a, _ := json.Marshal(p.Puts())
	b, _ := json.Marshal(p.Puts())
	if string(a) != string(b) {
		t.Error("a second call gives other records")
	}
}

var small = []string{"村", "户编号", "姓名", "证件号码", "与户主关系", "成员联系电话", "文化程度"}

func seeded(t *testing.T) *memory {
	m := newMemory(t, township)
	m.take(planOf(t, m, small,
		[]string{"左门", "5323250000000001", "由国平", "53000019760408167X", "户主", "15400000001", "小学"},
		[]string{"左门", "5323250000000001", "上官艳萍", "530000197905315505", "配偶", "15400000002", "初中"},
		[]string{"地索", "5323250000000002", "古丽·阿不都热依木", "530000200007165212", "户主", "15400000003", "高中"},
	).Puts())
	return m
}

func TestAChangedValueIsShownWithTheOldOne(t *testing.T) {
	m := seeded(t)
	p := planOf(t, m, small, []string{"左门", "5323250000000001", "由国平", "53000019760408167X", "户主", "15400000001", "初中"})
	r := p.Rows[0]
	want := intake.Diff{Table: "person", Key: survey.Education, Label: "文化程度", Old: "小学", New: "初中"}
	if r.Outcome != intake.Changed || !slices.Equal(r.Diffs, []intake.Diff{want}) {
		t.Fatalf("%s %v", r.Outcome, r.Diffs)
	}
	puts := p.Puts()
	if len(puts) != 1 || len(puts[0].Fields) != 1 || puts[0].Fields[survey.Education] != "初中" {
		t.Errorf("records: %v", puts)
	}
}

func TestABlankCellClearsNothing(t *testing.T) {
	m := seeded(t)
	p := planOf(t, m, small, []string{"左门", "5323250000000001", "由国平", "53000019760408167X", "户主", "", ""})
	if p.Same != 1 || len(p.Puts()) != 0 {
		t.Errorf("%d same, records %v", p.Same, p.Puts())
	}
}

func TestAnotherNameForANumberWaitsAndOverwritesNobody(t *testing.T) {
	row := []string{"左门", "5323250000000001", "由国萍", "53000019760408167X", "户主", "15400000009", "初中"}
	for _, c := range []struct {
		choice  intake.Choice
		outcome intake.Outcome
		people  int
		name    string
		phone   string
	}{
		{"", intake.Decide, 3, "由国平", "15400000001"},
		{intake.Ours, intake.Same, 3, "由国平", "15400000001"},
		{intake.Theirs, intake.Changed, 3, "由国萍", "15400000009"},
		{intake.Two, intake.Fresh, 4, "由国平", "15400000001"},
		{intake.Leave, intake.Skip, 3, "由国平", "15400000001"},
	} {
		t.Run("choice "+string(c.choice), func(t *testing.T) {
			m := seeded(t)
			p := planOf(t, m, small, row)
			if !slices.Contains(kinds(&p.Rows[0]), "conflict_name@姓名") {
				t.Fatalf("problems: %v", kinds(&p.Rows[0]))
			}
			if err := p.Decide(0, c.choice); err != nil {
				t.Fatal(err)
			}
			if p.Rows[0].Outcome != c.outcome {
				t.Errorf("outcome %s, want %s", p.Rows[0].Outcome, c.outcome)
			}
			m.take(p.Puts())
			owner := m.PersonByIDNo("53000019760408167X")
			if len(m.people) != c.people || len(owner) != 1 || owner[0].Name() != c.name || owner[0].Phone() != c.phone {
				t.Errorf("%d people, the number's owner is %v", len(m.people), owner)
			}
		})
	}
}

func TestAnotherVillageWaits(t *testing.T) {
	m := seeded(t)
	p := planOf(t, m, small, []string{"毕叭", "5323250000000002", "古丽·阿不都热依木", "530000200007165212", "户主", "15400000003", "高中"})
	if p.Undecided != 1 || !slices.Contains(kinds(&p.Rows[0]), "conflict_village@村") {
		t.Fatalf("%s %v", p.Rows[0].Outcome, kinds(&p.Rows[0]))
	}
	p.DecideAll("conflict_village", intake.Theirs)
	m.take(p.Puts())
	if h := m.HouseholdByNo("5323250000000002")[0]; h.Village() != "532325202203" {
		t.Errorf("the household is in %s", h.Village())
	}
}

func TestAPersonFoundInAnotherHouseholdWaits(t *testing.T) {
	m := seeded(t)
	row := []string{"地索", "5323250000000002", "上官艳萍", "530000197905315505", "之儿媳", "", ""}
	p := planOf(t, m, small, row)
	if !slices.Contains(kinds(&p.Rows[0]), "conflict_household@户编号") {
		t.Fatalf("%s %v", p.Rows[0].Outcome, kinds(&p.Rows[0]))
	}
	p.DecideAll("", intake.Theirs)
	m.take(p.Puts())
	moved := m.oneNamed(t, "上官艳萍")
	if no := m.houses[moved.HouseholdID()][survey.HouseNo]; no != "5323250000000002" {
		t.Errorf("the person is in household %s", no)
	}
}

func TestSomebodyWhoMayBeThereAlreadyIsAsked(t *testing.T) {
	m := seeded(t)
	p := planOf(t, m, small, []string{"左门", "5323250000000001", "上官艳萍", "5.3E+17", "配偶", "", ""})
	if p.Undecided != 1 || !slices.Contains(kinds(&p.Rows[0]), "probable_same@证件号码") {
		t.Fatalf("%s %v", p.Rows[0].Outcome, kinds(&p.Rows[0]))
	}
	p.DecideAll("", intake.Ours)
	if m.take(p.Puts()); len(m.people) != 3 || m.oneNamed(t, "上官艳萍").IDNumber() == "" {
		t.Errorf("%d people, %v", len(m.people), m.oneNamed(t, "上官艳萍"))
	}
}

func TestAListWithoutHouseholdsFindsItsPeople(t *testing.T) {
	m := seeded(t)
	p := planOf(t, m, []string{"姓名", "身份证号", "手机号"},
		[]string{"上官艳萍", "530000197905315505", "15400000008"},
		[]string{"𠮷𬱖", "530000200801010015", ""})
	m.take(p.Puts())
	if len(m.houses) != 3 || len(m.people) != 4 || m.oneNamed(t, "上官艳萍").Phone() != "15400000008" {
		t.Errorf("%d households, %d people, %v", len(m.houses), len(m.people), m.people)
	}
}

func TestStoppingAPlanStopsIt(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	o := options()
	o.Progress = func(done, all int) {
		if done > 1000 {
			stop()
		}
	}
	if _, err := intake.New(ctx, bookOf(made(5000)...), newMemory(t, township), o); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want canceled", err)
	}
}

func TestAMessageNeverHoldsANumberThatTellsWhoSomebodyIs(t *testing.T) {
	p := planOf(t, newMemory(t, township), small,
		[]string{"530000200801010015", "5323250000000001", "由国平", "530000200801010016", "530000200801010015", "154000000019", "530000200801010015"})
	for _, q := range p.Problems {
		if len(q.Message) > 11 && slices.ContainsFunc([]string{"530000200801010015", "530000200801010016", "154000000019"}, func(s string) bool {
			return contains(q.Message, s)
		}) {
			t.Errorf("%s: %s", q.Kind, q.Message)
		}
	}
}

func TestPeopleWithoutNumberAreTheSameTheSecondTime(t *testing.T) {
	m := newMemory(t, township)
	rows := [][]string{{"姓名", "身份证号"}, {"㛃𬭳", ""}, {"𠮷𬱖", "530000200801010015"}, {"由国平", "5.3E+17"}}
	for range 2 {
		m.take(planOf(t, m, rows...).Puts())
	}
	if len(m.people) != 3 {
		t.Errorf("%d people, want 3", len(m.people))
	}
}

func TestABareListOfNamesIsNoListOfPeople(t *testing.T) {
	_, err := intake.New(t.Context(), bookOf([]string{"姓名", "职称", "联系电话"}, []string{"由国平", "讲师", "15400000001"}), newMemory(t, township), options())
	if !errors.Is(err, intake.ErrNothingFound) {
		t.Errorf("error %v", err)
	}
}

func TestSomebodyFoundByADecisionBringsNoSecondHousehold(t *testing.T) {
	for _, list := range [][][]string{
		{{"姓名", "身份证号", "手机号"}, {"由国萍", "53000019760408167X", "15400000009"}},
		{small, {"左门", "5323250000000099", "由国萍", "53000019760408167X", "户主", "15400000009", ""}},
	} {
		m := seeded(t)
		p := planOf(t, m, list...)
		if n := p.DecideAll("", intake.Ours); n != 1 {
			t.Fatalf("%d to decide: %v", n, kinds(&p.Rows[0]))
		}
		m.take(p.Puts())
		if len(m.houses) != 2 || len(m.people) != 3 {
			t.Errorf("%d households, %d people: %v", len(m.houses), len(m.people), p.Puts())
		}
		if err := p.Decide(0, intake.Two); err != nil {
			t.Fatal(err)
		}
		if m.take(p.Puts()); len(m.houses) != 3 || len(m.people) != 4 {
			t.Errorf("as two people: %d households, %d people", len(m.houses), len(m.people))
		}
	}
}
