package intake_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"ruhu/internal/intake"
	"ruhu/internal/sheet"
)

// lists are the five files of testdata in the order in which a township gets them.
var lists = []string{"export.csv", "education.xlsx", "labour.xlsx", "targets.xlsx", "class.xlsx"}

// listTruth says what is planted in one of them.
type listTruth struct {
	Counts   map[string]int
	Problems []struct {
		Sheet, Column, Kind, Level, To string
		Row                            int
		Also                           []string
		With                           *struct {
			Sheet string
			Row   int
		}
		More []struct {
			File string
			Row  int
		}
	}
	Keep []struct {
		Sheet, Column, Value string
		Row                  int
	}
	Verdicts []struct {
		Row         int
		Name, Enrol string
		Reasons     []string
		InRegister  bool `json:"in_register"`
	}
	Targets []intake.Target
	Wishes  []struct {
		Sheet, Cell string
		Row         int
	}
	Form struct {
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
	missing := 0
	for _, want := range truth.Problems {
		if !register && byRegister(want.Kind) {
			continue
		}
		i := slices.IndexFunc(p.Problems, func(q intake.Problem) bool {
			return q.Sheet == want.Sheet && q.Row == want.Row && q.Kind == want.Kind && (q.Column == want.Column || want.Kind == "conflict_village")
		})
		if i < 0 {
			missing++
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
	for _, q := range p.Problems {
		if !slices.ContainsFunc(truth.Problems, func(w struct {
			Sheet, Column, Kind, Level, To string
			Row                            int
			Also                           []string
			With                           *struct {
				Sheet string
				Row   int
			}
			More []struct {
				File string
				Row  int
			}
		}) bool {
			return w.Sheet == q.Sheet && w.Row == q.Row && w.Kind == q.Kind
		}) && register {
			t.Logf("not planted: %s row %d %s: %s %q -> %q", q.Sheet, q.Row, q.Column, q.Kind, q.Found, q.To)
		}
	}
	t.Logf("%d planted, %d missing", len(truth.Problems), missing)
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
