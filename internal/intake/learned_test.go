package intake_test

import (
	"slices"
	"testing"

	"ruhu/internal/intake"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// odd is a list with headings that nobody knows.
func odd() [][]string {
	rows := made(12)
	rows[0] = slices.Clone(rows[0])
	rows[0][14], rows[0][17], rows[0][23] = "打哪个号", "念过什么书", "哪家厂子"
	return rows
}

func guessesOf(p *intake.Plan, title string) []string {
	var out []string
	for _, c := range p.Mappings[0].Columns {
		for _, g := range c.Guesses {
			if c.Title == title {
				out = append(out, g.Key+"/"+g.Reason)
			}
		}
	}
	return out
}

func TestAnUnknownHeadingIsOfferedAndNotTaken(t *testing.T) {
	p := planOf(t, newMemory(t, township), odd()...)
	if got := guessesOf(p, "打哪个号"); len(got) == 0 || got[0] != survey.Phone+"/values" {
		t.Errorf("a column of phones is offered as %v", got)
	}
	rows := odd()
	for i := range rows[1:] {
		rows[i+1][17] = []string{"初中", "高中", "小学"}[i%3]
	}
	rows[0][23] = "务工的企业名称"
	p = planOf(t, newMemory(t, township), rows...)
	if got := guessesOf(p, "念过什么书"); !slices.Contains(got, survey.Education+"/values") {
		t.Errorf("a column of schooling is offered as %v", got)
	}
	if got := guessesOf(p, "务工的企业名称"); len(got) == 0 || got[0] != survey.AwayFirm+"/words" {
		t.Errorf("a heading like 务工企业名称 is offered as %v", got)
	}
	for _, r := range p.Rows {
		if r.Person[survey.Phone] != "" || r.Person[survey.Education] != "" {
			t.Fatal("a doubtful column was read")
		}
	}
}

func TestWhatPeopleToldOfAListIsUsedWhenItComesAgain(t *testing.T) {
	m := newMemory(t, township)
	p := planOf(t, m, odd()...)
	p, err := p.Remap(t.Context(), "打哪个号", sheet.Target{Table: "person", Key: survey.Phone})
	if err == nil {
		p, err = p.Remap(t.Context(), "民族", sheet.Target{})
	}
	if err != nil {
		t.Fatal(err)
	}
	told := p.Told()
	if len(told) != 1 || len(told[0].Columns) != 2 || p.Rows[0].Person[survey.Phone] == "" || p.Rows[0].Person[survey.Ethnic] != "" {
		t.Fatalf("told %+v, row %v", told, p.Rows[0].Person)
	}
	o := options()
	o.Learned = told
	rows := odd()
	for i := range rows { // the columns come in another order
		slices.Reverse(rows[i])
	}
	again, err := intake.New(t.Context(), bookOf(rows...), m, o)
	if err != nil {
		t.Fatal(err)
	}
	if a := again.Rows[0].Person; a[survey.Phone] == "" || a[survey.Ethnic] != "" || again.Mappings[0].Learned != "list.csv" {
		t.Errorf("what was told is forgotten: %v, learned %q", a, again.Mappings[0].Learned)
	}
	if len(again.Told()) != 0 {
		t.Error("nothing was told anew")
	}
}

func TestDecisionsStayWhenAColumnIsReadOtherwise(t *testing.T) {
	m := seeded(t)
	p := planOf(t, m, append(slices.Clone(small), "哪家厂子"), []string{"左门", "5323250000000001", "由国萍", "53000019760408167X", "户主", "15400000009", "初中", "砖厂"})
	if err := p.Decide(0, intake.Theirs); err != nil {
		t.Fatal(err)
	}
	p, err := p.Remap(t.Context(), "哪家厂子", sheet.Target{Table: "person", Key: survey.AwayFirm})
	if err != nil || p.Rows[0].Chosen != intake.Theirs || p.Rows[0].Person[survey.AwayFirm] != "砖厂" {
		t.Errorf("%v, decided %q, %v", err, p.Rows[0].Chosen, p.Rows[0].Person)
	}
}

func TestAColumnOfGoodNumbersIsKnownWithoutAHeading(t *testing.T) {
	rows := made(12)
	rows[0] = slices.Clone(rows[0])
	rows[0][11], rows[0][42] = "号", "户主的号"
	p := planOf(t, newMemory(t, township), rows...)
	if p.Rows[3].Person[survey.IDNo] != rows[4][11] {
		t.Errorf("the numbers are not read: %v", p.Rows[3].Person)
	}
	if !slices.ContainsFunc(p.Problems, func(q intake.Problem) bool { return q.Kind == "column_by_values" && q.Message != "" }) {
		t.Error("it is not said")
	}
}
