package intake_test

import (
	"context"
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"testing"

	"ruhu/internal/intake"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// truth says what is planted in testdata/export.csv, a made-up export of the monitoring system, and what should become of
// each trap; also are other right ways.
type truth struct {
	Data       int `json:"data"`
	Households int `json:"households"`
	ToImport   int `json:"to_import"`
	IfWaiting  int `json:"if_decisions_wait"`
	Noise      map[string]string
	Keep       []struct {
		Row           int
		Column, Value string
	}
	Problems []planted
	People   []struct {
		Name, ID, Sex, Born, Nation, Village, Phone, Household, Relation string
		Rows                                                             []int
	}
}

type planted struct {
	Row                       int
	Column, Kind, Cell, Level string
	Also                      []string
	To                        string
	More                      []int
	With                      int
}

func theTruth(t testing.TB) truth {
	t.Helper()
	b, err := os.ReadFile("testdata/export.truth.json")
	if err != nil {
		t.Fatal(err)
	}
	var x truth
	if err := json.Unmarshal(b, &x); err != nil {
		t.Fatal(err)
	}
	return x
}

func theExport(t testing.TB) *sheet.Book {
	t.Helper()
	b, err := sheet.Read("testdata/export.csv")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func planBook(t testing.TB, b *sheet.Book, m *memory) *intake.Plan {
	t.Helper()
	p, err := intake.New(context.Background(), b, m, options())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func planExport(t testing.TB) *intake.Plan { return planBook(t, theExport(t), newMemory(t, township)) }

// rowOf gives a row by the number that a spreadsheet shows.
func rowOf(t testing.TB, p *intake.Plan, n int) *intake.Row {
	t.Helper()
	i := slices.IndexFunc(p.Rows, func(r intake.Row) bool { return r.Row == n })
	if i < 0 {
		t.Fatalf("the plan has no row %d", n)
	}
	return &p.Rows[i]
}

func TestEveryPlantedProblemIsFoundAndTreatedAsItShould(t *testing.T) {
	checkPlanted(t, planExport(t), theTruth(t))
}

func checkPlanted(t *testing.T, p *intake.Plan, truth truth) {
	t.Helper()
	for _, want := range truth.Problems {
		r := rowOf(t, p, want.Row)
		i := slices.IndexFunc(r.Problems, func(q intake.Problem) bool { return q.Kind == want.Kind && q.Column == want.Column })
		if i < 0 {
			t.Errorf("row %d %s: %s not found; the row has %v", want.Row, want.Column, want.Kind, kinds(r))
			continue
		}
		got := r.Problems[i]
		if string(got.Level) != want.Level && !slices.Contains(want.Also, string(got.Level)) {
			t.Errorf("row %d %s: %s is treated as %s, want %s", want.Row, want.Column, want.Kind, got.Level, want.Level)
		}
		if got.Message == "" || got.Message == "intake.problem."+got.Kind {
			t.Errorf("row %d: %s has no words", want.Row, want.Kind)
		}
		if want.To != "" && got.To != want.To && got.Level != intake.Doubt && want.Kind != "id_suffix_bad" {
			t.Errorf("row %d %s: %s became %q, want %q", want.Row, want.Column, want.Kind, got.To, want.To)
		}
		if want.With > 0 && p.Rows[r.With].Row != want.With {
			t.Errorf("row %d: merged with row %d, want %d", want.Row, p.Rows[r.With].Row, want.With)
		}
		for _, more := range want.More {
			if !slices.Contains(got.With, more) {
				t.Errorf("row %d: %s does not name row %d", want.Row, want.Kind, more)
			}
		}
	}
}

func kinds(r *intake.Row) []string {
	var out []string
	for _, p := range r.Problems {
		out = append(out, p.Kind+"@"+p.Column)
	}
	return out
}

func TestNothingIsSaidOfRowsWithoutFault(t *testing.T) {
	p, truth := planExport(t), theTruth(t)
	for _, q := range p.Problems {
		if !slices.ContainsFunc(truth.Problems, func(w planted) bool { return w.Row == q.Row && w.Kind == q.Kind && w.Column == q.Column }) {
			t.Errorf("row %d %s: %s (%s) was not planted", q.Row, q.Column, q.Kind, q.Found)
		}
	}
}

func TestTheExportIsCountedRight(t *testing.T) {
	p, truth := planExport(t), theTruth(t)
	check := func(what string, got, want int) {
		t.Helper()
		if got != want {
			t.Errorf("%s: %d, want %d", what, got, want)
		}
	}
	check("rows of data", p.Data, truth.Data)
	check("households", p.Households, truth.Households)
	check("people while decisions wait", p.Persons, truth.IfWaiting)
	check("new people", p.New, truth.IfWaiting)
	for _, c := range []intake.Choice{intake.Accept, intake.Two} {
		p.DecideAll("", c)
	}
	check("people when all is decided", p.Persons, truth.ToImport)
	check("rows that wait then", p.Undecided, 0)
}

func TestRowsThatAreNoDataAreSkipped(t *testing.T) {
	p, truth := planExport(t), theTruth(t)
	for _, r := range p.Rows {
		_, noise := truth.Noise[strconv.Itoa(r.Row)]
		if noise != (r.Outcome == intake.Skip) {
			t.Errorf("row %d: outcome %s", r.Row, r.Outcome)
		}
	}
}

func TestEveryGoodRowComesThrough(t *testing.T) {
	m := newMemory(t, township)
	p := planBook(t, theExport(t), m)
	p.DecideAll("", intake.Accept)
	p.DecideAll("", intake.Two)
	m.take(p.Puts())
	checkPeople(t, m, theTruth(t))
}

// checkPeople finds everybody whom the truth knows in the register, with their own answers.
func checkPeople(t *testing.T, m *memory, truth truth) {
	t.Helper()
	for _, want := range truth.People {
		if want.Name == "" {
			continue // a row without a name does not go in
		}
		found := m.PersonByIDNo(want.ID)
		if len(found) == 0 {
			for _, p := range m.PeopleNamed(want.Name) {
				if m.houses[p.HouseholdID()][survey.HouseNo] == want.Household {
					found = append(found, p)
				}
			}
		}
		if len(found) != 1 {
			t.Errorf("%s (rows %v) is in the register %d times", want.Name, want.Rows, len(found))
			continue
		}
		got, house := found[0], m.houses[found[0].HouseholdID()]
		for _, c := range []struct{ what, got, want string }{
			{"name", got.Name(), want.Name},
			{"sex", got.Sex(), want.Sex},
			{"ethnic group", got.Get(survey.Ethnic), want.Nation},
			{"village", house[survey.Village], want.Village},
			{"household", house[survey.HouseNo], want.Household},
		} {
			if c.got != c.want && !planterSpoilt(truth, want.Rows, c.what) {
				t.Errorf("%s (rows %v): %s is %q, want %q", want.Name, want.Rows, c.what, c.got, c.want)
			}
		}
	}
}

// planterSpoilt tells that a value was spoilt so that nothing could tell it: then blank is right.
func planterSpoilt(truth truth, rows []int, what string) bool {
	for _, p := range truth.Problems {
		if slices.Contains(rows, p.Row) && what == "ethnic group" && p.Kind == "value_unknown" {
			return true
		}
	}
	return false
}

func TestRareCharactersComeThroughToTheLastCodePoint(t *testing.T) {
	p, truth := planExport(t), theTruth(t)
	for _, k := range truth.Keep {
		got := rowOf(t, p, k.Row).Person
		key := map[string]string{"姓名": survey.FullName, "务工企业名称": survey.AwayFirm}[k.Column]
		if got[key] != k.Value {
			t.Errorf("row %d %s: %q, want %q", k.Row, k.Column, got[key], k.Value)
		}
	}
}

func TestWhoDecidesSeesBothSides(t *testing.T) {
	r := rowOf(t, planExport(t), 355)
	i := slices.IndexFunc(r.Diffs, func(d intake.Diff) bool { return d.Key == survey.FullName })
	if i < 0 || r.Diffs[i].Old != "阿春燕" || r.Diffs[i].New != "罗翠莲" {
		t.Errorf("differences: %v", r.Diffs)
	}
}

func TestARowOnceMoreShowsWhereItDiffers(t *testing.T) {
	r := rowOf(t, planExport(t), 410)
	var keys []string
	for _, d := range r.Diffs {
		keys = append(keys, d.Key)
	}
	slices.Sort(keys)
	if r.Outcome != intake.Merge || !slices.Equal(keys, []string{survey.AwayMonths, survey.Phone}) {
		t.Errorf("%s, differences in %v", r.Outcome, keys)
	}
}

func TestEveryAnswerThatIsWrittenHasAQuestion(t *testing.T) {
	said := 0
	for _, put := range planExport(t).Puts() {
		for key := range put.Fields {
			if _, ok := survey.TableOf(put.Type).Field(key); !ok {
				t.Errorf("%s.%s is written, and no form shows it", put.Type, key)
			}
		}
		if put.Fields[survey.AsFound] != "" {
			said++
		}
	}
	if said == 0 {
		t.Error("nothing of what was put into other words is kept as found")
	}
}
