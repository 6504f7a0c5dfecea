package intake

import (
	"context"
	"slices"

	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// work is a plan being made.
type work struct {
	ctx       context.Context
	reg       Register
	o         Options
	plan      *Plan
	done      int // rows that read and match have done
	all       int
	tables    []*survey.Table // whose questions columns may answer
	people    []*survey.Table // Tables with a county's own questions: those of lists of people
	heads     *sheet.Headings // of the sheet being read
	layers    []*columns      // one for each header met
	places    *places
	houses    map[string]*house
	enrol     rules.Enrol
	toldIn    map[*sheet.Sheet]map[string]sheet.Target // headings that people have told, by folded title
	toldBy    map[*sheet.Sheet]string                  // the file in which
	byValues  map[*sheet.Sheet]string                  // heading that was taken for that of ID numbers by what stands below it
	rolls     map[*sheet.Sheet]*roll
	headsOnly map[*sheet.Sheet]bool // lists that name heads of households and nobody else
	beside    map[*sheet.Sheet]int  // lists that stood to the right of another in one sheet: the row of their header
	class     *Class                // that the book applies for
	waiting   []int                 // rows that are to be read (readBlock)
	form      *form                 // its particulars, where there is such a sheet
}

func newWork(ctx context.Context, book *sheet.Book, reg Register, o Options) *work {
	w := &work{
		ctx: ctx, reg: reg, o: o,
		plan:   &Plan{File: book.Name, book: book, reg: reg, o: o},
		people: o.tables(),
		houses: map[string]*house{}, enrol: bookOf(reg).Enrol(o.Today),
		toldIn: map[*sheet.Sheet]map[string]sheet.Target{}, toldBy: map[*sheet.Sheet]string{}, byValues: map[*sheet.Sheet]string{},
		rolls: map[*sheet.Sheet]*roll{}, headsOnly: map[*sheet.Sheet]bool{}, beside: map[*sheet.Sheet]int{},
	}
	w.tables = append(slices.Clone(w.people), survey.Target, survey.Fact)
	for i := range book.Sheets {
		w.all += 2 * len(book.Sheets[i].Rows)
	}
	return w
}

// tick counts a row, tells of it, and hears when people have had enough.
func (w *work) tick() error {
	w.done++
	if w.done%256 != 0 {
		return nil
	}
	if w.o.Progress != nil {
		w.o.Progress(w.done, w.all)
	}
	return w.ctx.Err()
}

// rowState is what the steps know of a row.
type rowState struct {
	sheet     *sheet.Sheet
	line      int // 0-based
	columns   *columns
	noise     sheet.Noise
	enrolling Choice
	short     int      // columns that the row has; 0: all
	maybe     []oddity // to become problems unless the whole list writes so
	said      aside    // sex and birth date as the row has them
	village   string   // code
	byAddress bool     // the village stood in an address
	house     *house
	match     *registry.Person // the same person in the register
	rival     *registry.Person // a person of the register who may be the same, or has the number
	other     int              // index of the earlier row that may be the same person, or has the number; -1 without one
	more      More             // what rows that are not here any more knew more: of a row that waited
	extra     More             // what these and later rows about the same person know more
	newID     string
	key       string // of the row, where its cells were let go (LetGo)
	name      string // and of whom it speaks, where it was written (Wrote)
	upto      int    // records that EachPut had given when the row's were
	lost      lost   // what is left of a destroyed ID number
	isLost    bool
	whole     *sheet.Sheet // of a row that was one of several people in a cell: where it stood
	headOnly  bool         // the list names heads of households only
	roll      *roll        // that the row stands on
	over      bool         // and says that it is over
	types     []string     // kinds of household that the roll says
	tags      []string     // groups
	fact      *Put         // what is to be written of it; without an id it is new
	target    int          // of a table of targets: place in Plan.Targets, from 1
	puts      []Put        // of a table of targets: its records
}

// aside is what a row itself says of things that the ID number tells too.
type aside struct{ sex, born string }

// person tells the target of a question about people.
func person(key string) sheet.Target { return sheet.Target{Table: survey.Person.Name, Key: key} }

// household tells the target of a question about households.
func household(key string) sheet.Target { return sheet.Target{Table: survey.Household.Name, Key: key} }

// cell is the row's cell for a question; there is false where the list has no such column, or the row ends before it.
func (s *rowState) cell(t sheet.Target) (c sheet.Cell, there bool) {
	q := s.columns.by[t]
	if q == nil || s.short > 0 && q.At >= s.short {
		return sheet.Cell{}, false
	}
	return s.sheet.At(s.line, q.At), true
}

// filled tells whether the list has the column and the row something in it.
func (s *rowState) filled(t sheet.Target) bool {
	c, _ := s.cell(t)
	return !c.Blank()
}

// say adds a problem of the column that answers a question.
func (r *Row) say(t sheet.Target, level Level, kind, found, to string, with ...int) {
	p := Problem{Sheet: r.Sheet, Row: r.Row, Kind: kind, Level: level, Key: t.Key, Found: found, To: to, With: with, at: -1}
	if q := r.state.columns.by[t]; q != nil {
		p.Column, p.at = q.title, q.At
	}
	r.Problems = append(r.Problems, p)
}

// rejected tells whether the row cannot go in, or is no data.
func (r *Row) rejected() bool { return r.state.noise != "" || r.hasLevel(Rejected) }

func (r *Row) hasLevel(l Level) bool {
	for _, p := range r.Problems {
		if p.Level == l && !p.enrol {
			return true
		}
	}
	return false
}

// headings are what headings mean in a sheet.
func (w *work) headings(*sheet.Sheet) *sheet.Headings { return headingsOf(w.people...) }

func headingsOf(tables ...*survey.Table) *sheet.Headings {
	h := sheet.HeadingsOf(tables...)
	for t, names := range moreHeadings {
		h.Add(t, names...)
	}
	return h
}

// moreHeadings are headings of lists beside those of the survey's rows.
var moreHeadings = map[sheet.Target][]string{
	household(survey.Village): {"所在村（社区）", "所在村（居）", "所属村（社区）", "村/社区", "村居", "所属村", "村（社区）名称"},
	person(survey.Education):  {"文化"},
}

// sheetOf is the sheet that the row stands in, also where it was one of several people in a cell.
func (s *rowState) sheetOf() *sheet.Sheet {
	if s.whole != nil {
		return s.whole
	}
	return s.sheet
}
