package intake_test

import (
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ruhu/internal/intake"
	"ruhu/internal/report"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// contents are what a register holds, whatever its ids and the order in which things came.
func contents(m *memory) []string {
	var out []string
	for _, id := range m.order {
		a := maps.Clone(m.people[id])
		house := m.houses[a[survey.InHousehold]]
		delete(a, survey.InHousehold)
		out = append(out, flat(a)+" in "+flat(house))
	}
	slices.Sort(out)
	return out
}

func flat(a survey.Answers) string {
	var out []string
	for _, key := range slices.Sorted(maps.Keys(a)) {
		out = append(out, key+"="+a[key])
	}
	return strings.Join(out, ";")
}

func taken(t *testing.T, rows [][]string) (*memory, *intake.Plan) {
	m := newMemory(t, township)
	p := planOf(t, m, rows...)
	m.take(p.Puts())
	return m, p
}

func TestShuffledRowsAndColumnsBringTheSameRegister(t *testing.T) {
	rows := made(60)
	rows[5][13], rows[9][9], rows[13][11] = "+86 154-1234-5678", "1990.2.9", "'"+rows[13][11]
	want, first := taken(t, rows)
	r := rand.New(rand.NewPCG(3, 4))
	for range 3 {
		data, order := slices.Clone(rows[1:]), r.Perm(len(rows[0]))
		r.Shuffle(len(data), func(i, j int) { data[i], data[j] = data[j], data[i] })
		mixed := [][]string{}
		for _, row := range append([][]string{rows[0]}, data...) {
			var out []string
			for _, at := range order {
				out = append(out, row[at])
			}
			mixed = append(mixed, out)
		}
		got, p := taken(t, mixed)
		if !slices.Equal(contents(got), contents(want)) {
			a, b := contents(got), contents(want)
			for i := range min(len(a), len(b)) {
				if a[i] != b[i] {
					t.Fatalf("another register came of it, %d people, were %d:\n%s\nwas\n%s", len(a), len(b), a[i], b[i])
				}
			}
			t.Fatalf("%d people, were %d", len(a), len(b))
		}
		if a, b := kindCounts(p), kindCounts(first); !maps.Equal(a, b) {
			t.Errorf("other problems: %v, were %v", a, b)
		}
	}
}

func kindCounts(p *intake.Plan) map[string]int {
	out := map[string]int{}
	for _, q := range p.Problems {
		out[q.Kind]++
	}
	return out
}

// met is what a second list makes of the person of a first.
func met(t *testing.T, first, second []string) string {
	head := []string{"姓名", "身份证号", "出生日期", "行政村"}
	m := newMemory(t, township)
	m.take(planOf(t, m, head, first).Puts())
	p := planOf(t, m, head, second)
	switch {
	case p.Undecided == 1:
		return "asked"
	case p.New == 1:
		return "new"
	}
	return "same"
}

func TestMatchingIsSymmetric(t *testing.T) {
	people := [][]string{
		{"胡琳", "", "2007-11-29", "左门"},
		{"胡林", "", "2007-11-29", "左门"},
		{"胡琳", "", "2008-11-29", "左门"},
		{"胡琳", "", "2007-11-29", "地索"},
		{"胡琳", "", "", "左门"},
		{"胡琳", "5.3E+17", "2007-11-29", "左门"},
		{"胡琳", "5.30000200711295E+17", "", "左门"},
		{"胡琳", "5.30000199011295E+17", "", "左门"},
		{"胡琳", "53000020071129" + "500" + string(survey.CheckDigit("53000020071129500")), "", "左门"},
		{"古丽·阿不都热依木", "530000200007165212", "", "地索"},
		{"古丽·阿不都热依木", "", "2000-07-16", "地索"},
	}
	for i, a := range people {
		for _, b := range people[i+1:] {
			if x, y := met(t, a, b), met(t, b, a); x != y {
				t.Errorf("%v then %v is %s, the other way round %s", a, b, x, y)
			}
		}
	}
}

func TestADestroyedNumberIsMatchedOnlyWhereItIsSafe(t *testing.T) {
	good := "53000020071129" + "500" + string(survey.CheckDigit("53000020071129500"))
	known := []string{"胡琳", good, "", "左门"}
	for _, c := range []struct {
		name string
		row  []string
		want string
	}{
		{"name, village and fifteen digits agree", []string{"胡琳", "5.30000200711295E+17", "", "左门村"}, "same"},
		{"the digits are another's", []string{"胡琳", "5.30000200711285E+17", "", "左门村"}, "new"},
		{"another village", []string{"胡琳", "5.30000200711295E+17", "", "地索"}, "new"},
		{"two digits only, but the birth date", []string{"胡琳", "5.3E+17", "2007-11-29", "左门"}, "same"},
		{"two digits only", []string{"胡琳", "5.3E+17", "", "左门"}, "asked"},
		{"two digits and a month", []string{"胡琳", "5.3E+17", "2007-11", "左门"}, "asked"},
		{"another name", []string{"胡红", "5.30000200711295E+17", "", "左门"}, "new"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := met(t, known, c.row); got != c.want {
				t.Errorf("it is %s, want %s", got, c.want)
			}
		})
	}
	head := []string{"姓名", "身份证号", "出生日期", "行政村"}
	m := newMemory(t, township)
	m.take(planOf(t, m, head, []string{"胡琳", "5.30000200711295E+17", "", "左门"}).Puts())
	m.take(planOf(t, m, head, known).Puts())
	if got := m.oneNamed(t, "胡琳").Unpack(); got[survey.IDNo] != good || got[survey.IDPending] != "" {
		t.Errorf("the number is not put right when a list has it: %v", got)
	}
}

// ledgerOf is what the register holds as a table under its own headings.
func ledgerOf(m *memory) report.Table {
	t := report.Table{Title: "人员台账"}
	var fields []survey.Field
	add := func(table *survey.Table) {
		for _, f := range table.Fields {
			if f.Kind != survey.Link && f.Key != survey.AsFound && (f.From == nil || f.OrAsked) {
				fields = append(fields, f)
				t.Columns = append(t.Columns, report.Column{Key: table.Name, Label: f.Label, Text: true})
			}
		}
	}
	add(survey.Person)
	add(survey.Household)
	for _, id := range m.order {
		var row []string
		for i, f := range fields {
			a := m.people[id]
			if t.Columns[i].Key == survey.Household.Name {
				a = m.houses[a[survey.InHousehold]]
			}
			row = append(row, f.Show(a[f.Key]))
		}
		t.Rows = append(t.Rows, row)
		t.IDs = append(t.IDs, id)
	}
	return t
}

func TestALedgerWrittenAndReadBackLosesNothing(t *testing.T) {
	m, p := imported(t)
	p.DecideAll("", intake.Accept)
	m.take(p.Puts())
	for id := range m.people {
		delete(m.people[id], survey.AsFound)
	}
	table := ledgerOf(m)
	for _, format := range []string{"xlsx", "csv"} {
		t.Run(format, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "ledger."+format)
			f, err := os.Create(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := sheet.Write(f, table, format); err != nil {
				t.Fatal(err)
			}
			f.Close()
			b, err := sheet.Read(path)
			if err != nil {
				t.Fatal(err)
			}
			back := newMemory(t, township)
			q := planBook(t, b, back)
			q.DecideAll("", intake.Accept)
			back.take(q.Puts())
			for id := range back.people {
				delete(back.people[id], survey.AsFound)
			}
			got, want := contents(back), contents(m)
			if len(got) != len(want) {
				t.Fatalf("%d people, were %d", len(got), len(want))
			}
			lost := 0
			for i := range want {
				if got[i] != want[i] {
					if lost++; lost < 4 {
						t.Errorf("came back as\n%s\nwas\n%s", got[i], want[i])
					}
				}
			}
		})
	}
}
