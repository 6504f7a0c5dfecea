package intake_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"ruhu/internal/intake"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// lists are the five files of testdata in the order in which a township gets them.
var lists = []string{"export.csv", "education.xlsx", "labour.xlsx", "targets.xlsx", "class.xlsx"}

// plantedIn is one problem that is planted in a list; also are other right ways to treat it.
type plantedIn struct {
	Sheet, Column, Kind, Level, To string
	Row                            int
	Also                           []string
}

// listTruth says what is planted in one of them.
type listTruth struct {
	Counts   map[string]int
	Problems []plantedIn
	Verdicts []struct {
		Row         int
		Name, Enrol string
		Reasons     []string
		InRegister  bool `json:"in_register"`
	}
	Targets []intake.Target
	Form    struct {
		Courses  []intake.Course
		Teachers int
		Fields   []struct{ Label, Value, Means string }
	}
}

func listTruths(t testing.TB) map[string]listTruth {
	t.Helper()
	b, err := os.ReadFile("testdata/lists.truth.json")
	if err != nil {
		t.Fatal(err)
	}
	var x map[string]listTruth
	if err := json.Unmarshal(b, &x); err != nil {
		t.Fatal(err)
	}
	return x
}

func planFile(t testing.TB, m *memory, name string) *intake.Plan {
	t.Helper()
	b, err := sheet.Read("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return planBook(t, b, m)
}

func TestEveryPlantedProblemOfAllListsIsFoundInTheOrderOfAYear(t *testing.T) {
	m, truths := newMemory(t, township), listTruths(t)
	for _, name := range lists {
		p := planFile(t, m, name)
		t.Run(name, func(t *testing.T) { checkList(t, p, truths[name], true) })
		m.take(p.Puts())
	}
}

func TestEveryPlantedProblemThatAListCanKnowAloneIsFoundAlone(t *testing.T) {
	truths := listTruths(t)
	for _, name := range lists {
		t.Run(name, func(t *testing.T) { checkList(t, planFile(t, newMemory(t, township), name), truths[name], false) })
	}
}

// byRegister are the kinds that only the other lists tell.
func byRegister(kind string) bool {
	return strings.HasPrefix(kind, "conflict_") || slices.Contains([]string{"probable_same", "class_same_level", "class_higher_level", "class_works_away", "class_unfit"}, kind)
}

func checkList(t *testing.T, p *intake.Plan, truth listTruth, register bool) {
	t.Helper()
	for _, want := range truth.Problems {
		if !register && byRegister(want.Kind) {
			continue
		}
		i := slices.IndexFunc(p.Problems, func(q intake.Problem) bool {
			return q.Sheet == want.Sheet && q.Row == want.Row && q.Kind == want.Kind && (q.Column == want.Column || want.Kind == "conflict_village")
		})
		if i < 0 {
			t.Errorf("%s row %d %s: %s not found; the row has %v", want.Sheet, want.Row, want.Column, want.Kind, kindsAt(p, want.Sheet, want.Row))
			continue
		}
		got := p.Problems[i]
		if string(got.Level) != want.Level && !slices.Contains(want.Also, string(got.Level)) {
			t.Errorf("%s row %d %s: %s is treated as %s, want %s", want.Sheet, want.Row, want.Column, want.Kind, got.Level, want.Level)
		}
		if got.Message == "" || strings.Contains(got.Message, "intake.problem.") || strings.Contains(got.Message, "%") {
			t.Errorf("row %d: %s has no words: %s", want.Row, want.Kind, got.Message)
		}
		if want.To != "" && got.To != want.To && got.To != "" && !strings.HasPrefix(want.Kind, "id_") && want.Kind != "header_twice" {
			t.Errorf("%s row %d %s: %s became %q, want %q", want.Sheet, want.Row, want.Column, want.Kind, got.To, want.To)
		}
	}
	if register {
		nothingElse(t, p, truth)
	}
}

// beside are the kinds that are true of rows in which they were not planted: words of other counties (在家待业), what a second
// fault of the same cell brings with it, and what the digits left of a number tell.
var beside = []string{"value_unknown", "value_synonym", "id_checksum", "id_missing", "id_x", "date_other", "over_age"}

// nothingElse finds what is said of rows without such a fault.
func nothingElse(t *testing.T, p *intake.Plan, truth listTruth) {
	t.Helper()
	for _, q := range p.Problems {
		planted := slices.ContainsFunc(truth.Problems, func(w plantedIn) bool {
			asked := w.Kind == "id_destroyed" && q.Kind == "probable_same" // what is left of a number that ends in X only makes one ask
			return w.Sheet == q.Sheet && w.Row == q.Row && (w.Kind == q.Kind || asked)
		})
		if !planted && !slices.Contains(beside, q.Kind) {
			t.Errorf("%s row %d %s: %s (%s) was not planted", q.Sheet, q.Row, q.Column, q.Kind, q.Found)
		}
	}
}

func kindsAt(p *intake.Plan, sheet string, row int) []string {
	var out []string
	for _, q := range p.Problems {
		if q.Sheet == sheet && q.Row == row {
			out = append(out, q.Kind+"@"+q.Column)
		}
	}
	return out
}

func TestADateThatLostItsZeroIsNotSaidToBeJanuaryAsWell(t *testing.T) {
	p := planFile(t, newMemory(t, township), "education.xlsx")
	var kinds []string
	for _, q := range p.Problems {
		if q.Row == 21 && q.Key == survey.Born {
			kinds = append(kinds, q.Kind)
		}
	}
	if !slices.Equal(kinds, []string{"date_lost_zero"}) {
		t.Errorf("of row 21 is said %v", kinds)
	}
}
