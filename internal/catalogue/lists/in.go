package lists

import (
	"errors"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"ruhu/internal/catalogue"
	"ruhu/internal/registry"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// What can be wrong with a list of a catalogue, beside what is wrong with its values.
var (
	ErrNoTable   = text.NewError("lists.no_table")
	ErrNoName    = text.NewError("lists.no_name")
	ErrTwice     = text.NewError("lists.twice")
	ErrUnknown   = text.NewError("lists.unknown")
	ErrFormula   = text.NewError("lists.formula")
	ErrSheetLeft = text.NewError("lists.sheet_left")
)

// Problem is what is wrong with a cell, a row or a sheet. The row's other values are taken all the same.
type Problem struct {
	Sheet  string
	Row    int    // as a person counts; 0 for the sheet as a whole
	Column string // heading, "" for the row as a whole
	Err    error
}

// In reads the records of one type from a file. A value that cannot be understood stands in the record's note as it was found, and is
// named; so does what stands in columns that the table does not have. A row without a name is left out and named, as is the second of two
// rows of one name, level and day that differ. The error is a file in which nothing looks like such a list.
func In(book *sheet.Book, t *survey.Table) ([]registry.Record, []Problem, error) {
	r := reader{table: t, heads: sheet.HeadingsOf(t), seen: map[string]seen{}}
	r.name = t.Fields[slices.IndexFunc(t.Fields, func(f survey.Field) bool { return f.Required })].Key
	found := false
	for i := range book.Sheets {
		found = r.read(&book.Sheets[i]) || found
	}
	if !found {
		return nil, nil, ErrNoTable.With(book.Name, text.T("lists.title."+t.Name))
	}
	return r.out, r.problems, nil
}

type reader struct {
	table    *survey.Table
	heads    *sheet.Headings
	name     string // key of the name
	out      []registry.Record
	problems []Problem
	seen     map[string]seen

	sheet  *sheet.Sheet
	layout *sheet.Layout
	row    int
}

// seen is where a record stood first.
type seen struct {
	row     int
	answers survey.Answers
}

func (r *reader) say(column string, err error) {
	r.problems = append(r.problems, Problem{Sheet: r.sheet.Name, Row: r.row, Column: column, Err: err})
}

// read reads a sheet; false where it is no such list.
func (r *reader) read(s *sheet.Sheet) bool {
	r.sheet, r.row = s, 0
	l, err := sheet.Lay(s, r.heads)
	if err == nil {
		if _, ok := l.Column(sheet.Target{Table: r.table.Name, Key: r.name}); !ok {
			err = sheet.ErrNoHeader
		}
	}
	if err != nil {
		if len(s.Rows) > 0 {
			r.say("", ErrSheetLeft.With(s.Name))
		}
		return false
	}
	r.layout = l
	r.row = l.Head + 1
	for _, c := range l.Columns {
		if !c.Known() && !counts.MatchString(c.Title) {
			r.say(c.Title, ErrUnknown.With(c.Title))
		}
	}
	for row := l.Data; row < len(s.Rows); row++ {
		r.row = row + 1
		r.readRow(row)
	}
	return true
}

// counts are columns that say nothing of what the row is about.
var counts = regexp.MustCompile(`^(?:序号|编号|行号|No\.?)?$`)

func (r *reader) readRow(row int) {
	name, _ := r.layout.Column(sheet.Target{Table: r.table.Name, Key: r.name})
	cell := r.sheet.At(row, name.At)
	switch {
	case cell.Blank():
		if sheet.NoiseOf(r.sheet, r.layout, row, name.Target) == sheet.Data {
			r.say("", ErrNoName.With(name.Title))
		}
		return
	case sums.MatchString(cell.Shown), survey.Fold(cell.Shown) == survey.Fold(name.Title):
		return
	}
	a, kept := r.values(row)
	kept = append(kept, r.check(a)...)
	if a[r.name] == "" {
		return // said already
	}
	r.keep(a, kept)
	r.add(a)
}

var sums = regexp.MustCompile(`^(?:合计|总计|小计|共计)`)

// values reads the cells of a row. kept is what is to stand in the note.
func (r *reader) values(row int) (a survey.Answers, kept []string) {
	a = survey.Answers{}
	for _, c := range r.layout.Columns {
		cell := r.sheet.At(row, c.At)
		shown := strings.TrimSpace(cell.Shown)
		f, known := r.table.Field(c.Target.Key)
		switch {
		case cell.Blank():
		case sheet.FormulaError(cell):
			r.say(c.Title, ErrFormula.With(shown))
		case !known || c.Twice:
			if !counts.MatchString(c.Title) {
				kept = append(kept, c.Title+"："+shown)
			}
		default:
			v, err := clean(f, cell)
			if err != nil {
				r.say(c.Title, err)
				kept = append(kept, f.Label+"："+shown)
			}
			if v != "" {
				a[f.Key] = v
			}
		}
	}
	return a, kept
}

// clean reads a cell. A share may be written with its sign.
func clean(f survey.Field, c sheet.Cell) (string, error) {
	if c.Lost && (f.Kind == survey.Code || f.Kind == survey.PhoneKind || f.Kind == survey.CreditCode) {
		return "", survey.ErrNumberDestroyed
	}
	shown := c.Shown
	if strings.Contains(f.Label, "%") {
		shown = strings.TrimRight(strings.TrimSpace(shown), "%％")
	}
	return f.Clean(shown)
}

// check takes out what does not fit together.
func (r *reader) check(a survey.Answers) (kept []string) {
	for _, p := range r.table.Check(a, time.Time{}) {
		f, ok := r.table.Field(p.Key)
		if !ok || p.Warn {
			continue
		}
		r.say(f.Label, p.Err)
		if a[p.Key] != "" && !errors.Is(p.Err, survey.ErrRequired) {
			kept = append(kept, f.Label+"："+f.Show(a[p.Key]))
			delete(a, p.Key)
		}
	}
	return kept
}

// keep puts what has no place of its own into the note, each once: reading twice says it once.
func (r *reader) keep(a survey.Answers, kept []string) {
	i := slices.IndexFunc(r.table.Fields, func(f survey.Field) bool { return f.Kind == survey.Note && strings.HasSuffix(f.Key, "_note") })
	if i < 0 || len(kept) == 0 {
		return
	}
	key := r.table.Fields[i].Key
	lines := strings.Split(a[key], "\n")
	for _, k := range kept {
		if !slices.Contains(lines, k) {
			lines = append(lines, k)
		}
	}
	a[key] = strings.TrimLeft(strings.Join(lines, "\n"), "\n")
}

// add gives the record its id; a second row of one id is a repetition, or a contradiction.
func (r *reader) add(a survey.Answers) {
	rec := registry.Record{Type: r.table.Name, Packed: survey.Pack(a)}
	rec.ID = catalogue.ID(rec)
	if first, twice := r.seen[rec.ID]; twice {
		if !maps.Equal(first.answers, a) {
			r.say("", ErrTwice.With(first.row))
		}
		return
	}
	r.seen[rec.ID] = seen{r.row, a}
	r.out = append(r.out, rec)
}
