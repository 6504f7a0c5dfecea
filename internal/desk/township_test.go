package desk_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"ruhu/internal/desk"
	"ruhu/internal/intake"
	"ruhu/internal/paper"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
	"ruhu/internal/testkit"
	"ruhu/internal/training"
)

// The lists of a made-up township lie with package intake; testdata/township.json says who is in them, whatever a row calls them.
const lists = "../intake/testdata/"

// inYear is the order in which a township is sent them.
var inYear = []string{"export.csv", "education.xlsx", "labour.xlsx", "targets.xlsx", "class.xlsx"}

type truth struct {
	Township string `json:"township"`
	People   []struct {
		Key, Name, ID, Sex, Born, Nation, Village, Household, Relation string
		Rows                                                           [][3]any // file, sheet, row
	} `json:"people"`
	Verdicts []struct {
		Row           int
		Person, Enrol string
	} `json:"verdicts"`
	Wishes []struct {
		Sheet string
		Row   int
	} `json:"wishes"`
}

func theTruth(t testing.TB) truth {
	t.Helper()
	b, err := os.ReadFile("testdata/township.json")
	if err != nil {
		t.Fatal(err)
	}
	var out truth
	if err := json.Unmarshal(b, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// at is a row of a list.
type at struct {
	file, sheet string
	row         int
}

// byRow says whom each row is about.
func (x truth) byRow() map[at]string {
	out := map[at]string{}
	for _, p := range x.People {
		for _, r := range p.Rows {
			out[at{r[0].(string), r[1].(string), int(r[2].(float64))}] = p.Key
		}
	}
	return out
}

// clerk decides as somebody does who knows the village.
type clerk struct {
	who  map[at]string
	seen map[string]bool
}

// decide decides about every row that waits, until none does.
func (c *clerk) decide(t testing.TB, p *intake.Plan) {
	t.Helper()
	file := filepath.Base(p.File)
	for range 4 {
		for i := range p.Rows {
			if r := &p.Rows[i]; r.Outcome == intake.Decide && r.Chosen == "" {
				if err := p.Decide(i, c.choice(file, p, i)); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	for i := range p.Rows {
		c.seen[c.key(file, &p.Rows[i])] = true
	}
}

func (c *clerk) key(file string, r *intake.Row) string {
	sheet := r.Sheet
	if file == "export.csv" {
		sheet = ""
	}
	return c.who[at{file, sheet, r.Row}]
}

func (c *clerk) choice(file string, p *intake.Plan, i int) intake.Choice {
	r := &p.Rows[i]
	key := c.key(file, r)
	known := c.seen[key]
	for j := range p.Rows[:i] {
		known = known || c.key(file, &p.Rows[j]) == key
	}
	order := []intake.Choice{intake.Two, intake.Accept, intake.NotEnrol, intake.Ours}
	if known {
		order = []intake.Choice{intake.Ours, intake.Accept, intake.NotEnrol}
	}
	for _, choice := range order {
		if slices.Contains(r.Choices, choice) {
			return choice
		}
	}
	return r.Choices[0]
}

// aYear takes all lists in.
func aYear(t testing.TB) (*desk.Desk, truth) {
	t.Helper()
	x := theTruth(t)
	clock := testkit.NewClock()
	clock.Set(theDay)
	d := must[*desk.Desk](t)(desk.At(testkit.Store(t), desk.Options{Now: clock.Now, Actor: "李文忠"}))
	if err := d.SaveSettings(desk.Settings{Township: x.Township}); err != nil {
		t.Fatal(err)
	}
	c := &clerk{who: x.byRow(), seen: map[string]bool{}}
	for _, file := range inYear {
		p := must[*intake.Plan](t)(d.PlanImport(lists + file))
		c.decide(t, p)
		must[desk.ImportResult](t)(d.Import(context.Background(), p, nil))
	}
	return d, x
}

// theDay is the one for which the lists and the truth about them are meant.
var theDay = time.Date(2026, 9, 10, 9, 0, 0, 0, time.FixedZone("CST", 8*3600))

func TestAYearOfListsMakesARegister(t *testing.T) {
	d, x := aYear(t)
	for name, check := range map[string]func(*testing.T, *desk.Desk, truth){
		"everybody is there once":                     everybodyIsThereOnce,
		"the monthly table is as counted by hand":     theMonthlyTableIsAsCountedByHand,
		"a number is the rows behind it":              aNumberIsTheRowsBehindIt,
		"of the roster those are enrolled who may be": thoseAreEnrolledWhoMayBe,
		"the same lists again bring nothing new":      theSameListsAgainBringNothing,
	} {
		t.Run(name, func(t *testing.T) { check(t, d, x) })
	}
}

// theSameListsAgainBringNothing takes all lists in once more, with nothing decided: what was decided is remembered.
func theSameListsAgainBringNothing(t *testing.T, d *desk.Desk, _ truth) {
	before := state(t, d)
	for _, file := range inYear {
		p := must[*intake.Plan](t)(d.PlanImport(lists + file))
		must[desk.ImportResult](t)(d.Import(context.Background(), p, nil))
		if diff := differences(before, state(t, d)); len(diff) > 0 {
			t.Fatalf("%s changes %d records, such as\n%s", file, len(diff), diff[0])
		}
	}
}

func everybodyIsThereOnce(t *testing.T, d *desk.Desk, x truth) {
	byID := map[string][]registry.Person{}
	n := 0
	err := d.People(func(p registry.Person) error {
		n++
		byID[p.IDNumber()] = append(byID[p.IDNumber()], p)
		return nil
	})
	want := 0
	for _, p := range x.People {
		if p.Name != "" { // a row without a name is rejected
			want++
		}
	}
	if err != nil || n != want {
		t.Errorf("%d people, want %d; %v", n, want, err)
	}
	for _, p := range x.People {
		found := byID[p.ID]
		if p.ID == "" || unreadable[p.Key] {
			continue
		}
		if len(found) != 1 {
			t.Errorf("%s is in the register %d times", p.Key, len(found))
			continue
		}
		q := found[0]
		h := must[registry.Household](t)(d.Household(q.HouseholdID()))
		born, _, _ := q.Born()
		here := p.Village
		if !strings.HasPrefix(here, x.Township) {
			here = "" // of another township, which the list only names
		}
		if q.Name() != p.Name || q.Sex() != p.Sex || born.Format(time.DateOnly) != p.Born || said(q, survey.Ethnic, p.Nation) != p.Nation || h.Village() != here {
			t.Errorf("%s is %s %s %s %s %s, want %s %s %s %s %s", p.Key, q.Name(), q.Sex(), born.Format(time.DateOnly), q.Get(survey.Ethnic), h.Village(), p.Name, p.Sex, p.Born, p.Nation, here)
		}
	}
	if got := must[[]registry.Record](t)(d.Targets()); len(got) < 22 {
		t.Errorf("%d targets of 22 rows", len(got))
	}
}

// unreadable are those of whom no list has a number that can be read.
var unreadable = map[string]bool{"A157": true}

// said is an answer, or other where nobody was asked: some lists have no column for it.
func said(p registry.Person, key, other string) string {
	if v := p.Get(key); v != "" {
		return v
	}
	return other
}

// raw gives the cells of a list by row and heading, as they stand: counting with them owes nothing to intake.
func raw(t testing.TB, file string) map[int]map[string]string {
	t.Helper()
	book := must[*sheet.Book](t)(sheet.Read(lists + file))
	out := map[int]map[string]string{}
	rows := book.Sheets[0].Rows
	for i, row := range rows {
		out[i+1] = map[string]string{}
		for j, c := range row {
			if j < len(rows[0]) {
				out[i+1][rows[0][j].Raw] = strings.TrimSpace(c.Raw)
			}
		}
	}
	return out
}

// labour counts the labour force among the people of the export, from the truth and the cells: who is 16 to 59, women to 54, able
// to work and not at school. It gives their ID numbers by village.
func (x truth) labour(t testing.TB, also func(cells map[string]string, sex, nation string) bool) map[string][]string {
	t.Helper()
	export := raw(t, "export.csv")
	who := map[string][]string{}
	for _, p := range x.People {
		if p.Rows[0][0] != "export.csv" || p.ID == "" || unreadable[p.Key] {
			continue
		}
		cells := export[int(p.Rows[0][2].(float64))]
		born, err := time.Parse(time.DateOnly, p.Born)
		limit := map[string]int{"男": 60, "女": 55}[p.Sex]
		fits := err == nil && !born.AddDate(16, 0, 0).After(theDay) && born.AddDate(limit, 0, 1).After(theDay) &&
			(cells["在校生状况"] == "" || cells["在校生状况"] == "学龄前儿童") &&
			cells["劳动技能"] != "无劳动力" && cells["劳动技能"] != "丧失劳动力"
		if fits && also(cells, p.Sex, p.Nation) {
			who[p.Village] = append(who[p.Village], p.ID)
		}
	}
	return who
}

func theMonthlyTableIsAsCountedByHand(t *testing.T, d *desk.Desk, x truth) {
	inExport := map[string]bool{}
	for _, p := range x.People {
		inExport[p.ID] = p.ID != "" && p.Rows[0][0] == "export.csv"
	}
	table := must[report.Table](t)(d.Report("yuebao", report.Filter{}))
	for _, c := range []struct {
		key  string
		also func(cells map[string]string, sex, nation string) bool
	}{
		{"labour", func(map[string]string, string, string) bool { return true }},
		{"labour_women", func(_ map[string]string, sex, _ string) bool { return sex == "女" }},
		{"labour_minority", func(_ map[string]string, _, nation string) bool { return nation != "汉族" }},
		{"labour_dibao", func(cells map[string]string, _, _ string) bool { return cells["是否享受低保"] == "是" }},
	} {
		want := x.labour(t, c.also)
		col := slices.IndexFunc(table.Columns, func(k report.Column) bool { return k.Key == c.key })
		for i, village := range table.IDs {
			var got []string
			for _, id := range table.Behind[i][col] {
				if p := must[registry.Person](t)(d.Person(id)); inExport[p.IDNumber()] {
					got = append(got, p.IDNumber())
				}
			}
			slices.Sort(got)
			slices.Sort(want[village])
			if want[village] != nil && !slices.Equal(got, want[village]) {
				t.Errorf("%s in %s: %d people, by hand %d", c.key, village, len(got), len(want[village]))
			}
		}
	}
}

func aNumberIsTheRowsBehindIt(t *testing.T, d *desk.Desk, _ truth) {
	table := must[report.Table](t)(d.Report("yuebao", report.Filter{}))
	for i := range table.Rows {
		for j, c := range table.Columns {
			if c.Of != registry.TypePerson {
				continue
			}
			if behind := must[report.Table](t)(d.Behind(table, i, j)); strconv.Itoa(behind.Count()) != table.Rows[i][j] {
				t.Errorf("%s of row %d: %s, behind it %d", c.Label, i, table.Rows[i][j], behind.Count())
			}
		}
	}
}

func thoseAreEnrolledWhoMayBe(t *testing.T, d *desk.Desk, x truth) {
	classes := must[[]training.Class](t)(d.Classes())
	if len(classes) != 1 {
		t.Fatalf("%d classes", len(classes))
	}
	yes, no := map[string]bool{}, map[string]bool{}
	names := map[string]string{}
	for _, p := range x.People {
		names[p.Key] = p.Name
	}
	for _, v := range x.Verdicts {
		switch v.Enrol {
		case "yes":
			yes[names[v.Person]] = true
		case "no":
			no[names[v.Person]] = true
		}
	}
	for _, row := range must[[]paper.Row](t)(d.Roster(classes[0].ID)) {
		if no[row.Person.Name()] {
			t.Errorf("%s may not be enrolled", row.Person.Name())
		}
		delete(yes, row.Person.Name())
	}
	if len(yes) > 0 {
		t.Errorf("not enrolled: %v", yes)
	}
}
