package report

import (
	"slices"
	"strings"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Ledger is one of the ledgers a township keeps.
type Ledger struct {
	Name     string // as the command line calls it
	TitleKey string // its title in words
	Make     func(Source, Filter) Table
	Inner    bool // has no variant for a wall: who stands on it is itself nobody's business
}

// All are the ledgers, in the order shown. To add one: a file of its own, and a line here.
var All = []Ledger{
	{Name: "lianghousheng", TitleKey: "report.lianghousheng", Make: LeftSchool},
	{Name: "dishouru", TitleKey: "report.dishouru", Make: LowIncome},
	{Name: "yiyuan", TitleKey: "report.yiyuan", Make: Wishes},
}

// ErrLedger is a ledger that does not exist.
var ErrLedger = text.NewError("report.unknown")

// Status is one value of the column that a ledger is sorted into, with the number of rows that have it.
type Status struct {
	Name  string
	Count int
}

// entry is one person on a ledger, before the filter.
type entry struct {
	person registry.Person
	house  registry.Household
	wish   registry.Wish
	own    map[string]string // answers of the ledger itself: why, since when
	status string
}

// sheet is how a ledger is made: what its columns are, and who stands on it with what.
type sheet struct {
	title   string
	columns []column
	pick    func(Source, entry) (entry, bool)
}

// make goes through the people once: who is on the ledger, which of them pass the filter, what their row says.
func (s sheet) make(src Source, f Filter) Table {
	cols := s.visible(f)
	t := Table{Title: text.T(s.title), Public: f.Public}
	for _, c := range cols {
		t.Columns = append(t.Columns, c.head())
	}
	words := strings.Fields(f.Text)
	counts := map[string]int{}
	var rows []row
	for _, p := range src.People {
		e, ok := s.pick(src, entryOf(src, p))
		if !ok || !strings.HasPrefix(e.house.Village(), f.Village) || f.Public && printsNowhere(p, src.On) {
			continue
		}
		r := rowOf(cols, e, src.On, f.Public)
		if !r.holds(words) {
			continue
		}
		counts[e.status]++
		if f.Status == "" || f.Status == e.status {
			rows = append(rows, r)
		}
	}
	t.Statuses = statuses(counts)
	t.fill(rows)
	return t
}

func entryOf(src Source, p registry.Person) entry {
	e := entry{person: p, house: src.Households[p.HouseholdID()], own: map[string]string{}}
	if w := src.Wishes[p.ID]; len(w) > 0 {
		e.wish = w[0]
	}
	return e
}

// printsNowhere keeps children under 14 off every list that leaves the office (个人信息保护法 28), and pupils whose age is not
// known: they may be children.
func printsNowhere(p registry.Person, on time.Time) bool {
	age, ok := p.Age(on)
	return ok && age < 14 || !ok && p.Answers[survey.Schooling] != ""
}

func statuses(counts map[string]int) []Status {
	var out []Status
	for name, n := range counts {
		out = append(out, Status{name, n})
	}
	slices.SortFunc(out, func(a, b Status) int {
		if a.Count != b.Count {
			return b.Count - a.Count
		}
		return strings.Compare(a.Name, b.Name)
	})
	return out
}

// row is one line with what it is sorted by.
type row struct {
	id    string
	order string
	cells []string
}

// holds tells whether each word stands in some cell. It looks at what is shown: on the masked variant nothing hidden is found.
func (r row) holds(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool {
		return !slices.ContainsFunc(r.cells, func(c string) bool { return strings.Contains(c, w) })
	})
}

func rowOf(cols []column, e entry, on time.Time, public bool) row {
	r := row{id: e.person.ID, cells: make([]string, len(cols))}
	r.order = strings.Join([]string{e.house.Village(), e.house.Group(), e.person.HouseholdID(), e.person.Name(), e.person.ID}, "\x00")
	minor := false
	if public {
		age, ok := e.person.Age(on)
		minor = !ok || age < 18
	}
	for i, c := range cols {
		r.cells[i] = c.cell(e, on, public, minor)
	}
	return r
}

// fill puts the rows in the order of villages and households, and numbers them.
func (t *Table) fill(rows []row) {
	slices.SortFunc(rows, func(a, b row) int { return strings.Compare(a.order, b.order) })
	for i, r := range rows {
		r.cells[0] = itoa(i + 1)
		t.Rows = append(t.Rows, r.cells)
		t.IDs = append(t.IDs, r.id)
	}
}
