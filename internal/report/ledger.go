package report

import (
	"slices"
	"strings"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
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
	{Name: "fangan", TitleKey: "report.fangan", Make: Plans},
	{Name: "dishouru", TitleKey: "report.dishouru", Make: LowIncome},
	{Name: "laodongli", TitleKey: "report.laodongli", Make: Workers},
	{Name: "yiyuan", TitleKey: "report.yiyuan", Make: Wishes},
	{Name: "weimodi", TitleKey: "report.weimodi", Make: Unasked},
	{Name: "yingxunweixun", TitleKey: "report.yingxunweixun", Make: Owed},
	{Name: "peixun", TitleKey: "report.peixun", Make: Trained},
	{Name: "banji", TitleKey: "report.banji", Make: ClassList},
	{Name: "zhengshu", TitleKey: "report.zhengshu", Make: Certificates},
	{Name: "butie-mingxi", TitleKey: "report.butie-mingxi", Make: MoneyByPerson},
	{Name: "yinggenzong", TitleKey: "report.yinggenzong", Make: FollowupsDue, Inner: true},
	{Name: "huilu", TitleKey: "report.huilu", Make: RefreshDue, Inner: true},
	{Name: "rencai", TitleKey: "report.rencai", Make: Talents, Inner: true},
	{Name: "tuiyi", TitleKey: "report.tuiyi", Make: Veterans},
	{Name: "canji", TitleKey: "report.canji", Make: Disabled, Inner: true},
	{Name: "dibao", TitleKey: "report.dibao", Make: MinLiving, Inner: true},
	{Name: "yulu", TitleKey: "report.yulu", Make: Yulu},
	{Name: "zhuanjie", TitleKey: "report.zhuanjie", Make: Referrals},
	{Name: "xuexiao", TitleKey: "report.xuexiao", Make: Schools},
	{Name: "shouke", TitleKey: "report.shouke", Make: Teaching, Inner: true},
	{Name: "wugong", TitleKey: "report.wugong", Make: Away},
	{Name: "gangwei", TitleKey: "report.gangwei", Make: Posts},
	{Name: "tuijian", TitleKey: "report.tuijian", Make: Jobs},
	{Name: "genzong", TitleKey: "report.genzong", Make: Followups},
	{Name: "weizoufang", TitleKey: "report.weizoufang", Make: Unvisited},
	{Name: "zoufang", TitleKey: "report.zoufang", Make: Visits, Inner: true},
	{Name: "gaozhi", TitleKey: "report.gaozhi", Make: Slips},
	{Name: "xuanchuan", TitleKey: "report.xuanchuan", Make: Outreach},
	{Name: "biandong", TitleKey: "report.biandong", Make: Changes, Inner: true},
}

// ErrLedger is a ledger that does not exist.
var ErrLedger = text.NewError("report.unknown")

// Status is one value of the column that a ledger is sorted into, with the number of rows that have it.
type Status struct {
	Name  string
	Count int
}

// entry is what one row of a ledger is about, before the filter.
type entry struct {
	id       string
	person   registry.Person
	house    registry.Household
	wish     registry.Wish
	class    training.Class
	record   survey.Packed     // of what else the row is about: a visit, a fact, an enrolment
	own      map[string]string // answers of the ledger itself: why, since when
	unpacked survey.Answers    // the person's, once a column was worked out of them
	scratch  survey.Answers    // a map of the ledger's, for unpacked: one row is made at a time
	status   string
	order    string // among the rows of one person or household
}

// say notes an answer of the ledger itself.
func (e *entry) say(key, words string) {
	if e.own == nil {
		e.own = map[string]string{}
	}
	e.own[key] = words
}

// sheet is how a ledger is made: what its columns are, and what stands on it. One of pick, pickHouse and pickRecord says so.
type sheet struct {
	name    string // of the ledger; its title is the word report.<name>
	columns []column
	inner   bool
	note    []note

	pick       func(*view, *entry) bool // for each person
	pickHouse  func(*view, *entry) bool // for each household
	pickRecord func(*view, *entry) bool // for each record of a type
	of         string                   // the type of the records
	list       func(*view) []*entry     // where they are not simply all of the type
}

// make goes through the register once: what is on the ledger, what of it passes the filter, what its row says.
func (s sheet) make(src Source, f Filter) Table {
	v := lookAt(src, f)
	cols := s.visible(f)
	t := Table{Name: s.name, Title: text.T("report." + s.name), Of: s.kind(), Public: f.Public, Unit: v.unit(), Period: v.period()}
	for _, c := range cols {
		t.Columns = append(t.Columns, c.head())
	}
	for _, n := range s.note {
		t.Note = append(t.Note, n(v))
	}
	if f.Public && s.inner {
		t.Note = []string{text.Explain(ErrInner.With(t.Title)).What}
		return t
	}
	words, counts := strings.Fields(f.Text), map[string]int{}
	var rows []row
	scratch := survey.Answers{}
	s.each(v, func(e *entry) {
		e.scratch = scratch
		r := rowOf(cols, e, v.on, f.Public)
		if !r.holds(words) {
			return
		}
		counts[e.status]++
		if f.Status == "" || f.Status == e.status {
			rows = append(rows, r)
		}
	})
	t.Statuses = statuses(counts)
	t.fill(rows)
	return t
}

// kind is the type of what the rows are about.
func (s sheet) kind() string {
	switch {
	case s.pickHouse != nil:
		return registry.TypeHousehold
	case s.pickRecord != nil:
		return s.of
	}
	return registry.TypePerson
}

// each visits what is on the ledger and may be shown.
func (s sheet) each(v *view, visit func(*entry)) {
	take := func(e *entry, pick func(*view, *entry) bool) {
		if !v.here(e.house.Village()) || v.filter.Public && e.person.ID != "" && printsNowhere(e.person, v.on) || !pick(v, e) {
			return
		}
		visit(e)
	}
	switch {
	case s.pickHouse != nil:
		for id, h := range v.houses {
			take(&entry{id: id, house: h}, s.pickHouse)
		}
	case s.pickRecord != nil:
		list := func(v *view) []*entry { return v.entries(s.of) }
		if s.list != nil {
			list = s.list
		}
		for _, e := range list(v) {
			take(e, s.pickRecord)
		}
	default:
		for _, p := range v.people {
			take(&entry{id: p.ID, person: p, house: v.house(p), wish: v.wish(p.ID)}, s.pick)
		}
	}
}

// printsNowhere keeps children under 14 off every list that leaves the office (个人信息保护法 28), and pupils whose age is not
// known: they may be children.
func printsNowhere(p registry.Person, on time.Time) bool {
	age, ok := p.Age(on)
	return ok && age < 14 || !ok && p.Get(survey.Schooling) != ""
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

func rowOf(cols []column, e *entry, on time.Time, public bool) row {
	r := row{id: e.id, cells: make([]string, len(cols))}
	r.order = strings.Join([]string{e.house.Village(), e.house.Group(), e.house.ID, e.person.Name(), e.person.ID, e.order, e.id}, "\x00")
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
