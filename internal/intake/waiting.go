package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"
	"time"

	"ruhu/internal/sheet"
)

// Waiting is a row that could not go in without a decision, or at all, with all that is needed to take it in later. It holds
// personal data as found: it is to be kept sealed, and never leaves the device.
type Waiting struct {
	ID        string       `json:"id"` // made of the row's content: a list taken in twice makes a row wait once
	File      string       `json:"file"`
	Sheet     string       `json:"sheet"`
	Row       int          `json:"row"`
	Since     time.Time    `json:"since"`
	Name      string       `json:"name"`
	Header    []string     `json:"header"`
	Targets   []string     `json:"targets"` // table.key of each column, "" for those not read
	Cells     []sheet.Cell `json:"cells"`
	Outcome   Outcome      `json:"outcome"` // decide or reject
	Problems  []Problem    `json:"problems"`
	Diffs     []Diff       `json:"diffs,omitempty"` // what would change in the person who may be the same
	Choices   []Choice     `json:"choices"`
	Suggested string       `json:"suggested,omitempty"`
	Township  string       `json:"township,omitempty"`
	Village   string       `json:"village,omitempty"`  // code, by the household's other rows
	HouseNo   string       `json:"house_no,omitempty"` // by the head's ID number
	Class     string       `json:"class,omitempty"`    // for which the row stands on a roster
	More      More         `json:"more,omitzero"`      // what later rows of the list knew more of this person
}

// Waiting gives the rows that wait for a decision and those that were rejected, as of a time.
func (p *Plan) Waiting(since time.Time) []Waiting {
	var out []Waiting
	for i := range p.Rows {
		r := &p.Rows[i]
		if !r.Waits() && r.Outcome != Reject {
			continue
		}
		w := Waiting{
			File: p.File, Sheet: r.Sheet, Row: r.Row, Since: since, Name: r.Name(), Outcome: r.Outcome, ID: r.Key(),
			Problems: r.Problems, Diffs: r.Diffs, Choices: r.Choices, Suggested: r.Suggested, Township: p.o.Township,
			Header: r.state.titles(), Targets: r.state.targets(), Cells: slices.Clone(r.state.cells()),
			More: r.state.extra,
		}
		if r.Outcome != Reject {
			w.Outcome = Decide
		}
		if p.Class != nil {
			w.Class = p.Class.ID
		}
		if h := r.state.house; h != nil {
			w.Village, w.HouseNo = h.village, h.no
		}
		out = append(out, w)
	}
	return out
}

// titles are the headings by which the row can be read again: whole ones, group and all. They are the same for all rows below them.
func (s *rowState) titles() []string {
	if s.columns.titles == nil {
		s.columns.titles = make([]string, s.columns.Width())
		for _, c := range s.columns.Columns {
			if !c.Hidden || c.Known() {
				s.columns.titles[c.At] = c.Title
			}
		}
	}
	return s.columns.titles
}

func (s *rowState) targets() []string {
	out := make([]string, s.columns.Width())
	for _, c := range s.columns.Columns {
		if c.Known() {
			out[c.At] = c.Target.Table + "." + c.Target.Key
		}
	}
	return out
}

// cells are those of the row, as they stand in the book.
func (s *rowState) cells() []sheet.Cell {
	var row []sheet.Cell
	if s.line < len(s.sheet.Rows) {
		row = s.sheet.Rows[s.line]
	}
	row = row[:min(len(row), s.columns.Width())]
	if s.short > 0 {
		row = row[:s.short]
	}
	return row
}

// Key is the same for rows of the same content, whatever file they stand in. It tells nothing of the content.
func (r *Row) Key() string {
	if r.state.key != "" {
		return r.state.key
	}
	said := make([]byte, 0, 2048) // as much as nearly every row has: it stays on the stack
	for _, s := range r.state.titles() {
		said = append(append(said, s...), 0)
	}
	said = append(said, 1)
	cells := r.state.cells()
	for len(cells) > 0 && cells[len(cells)-1].Raw == "" {
		cells = cells[:len(cells)-1]
	}
	for i := range cells {
		said = append(append(said, cells[i].Raw...), 0)
	}
	sum := sha256.Sum256(append(said, 1))
	return hex.EncodeToString(sum[:16])
}

// Resolve makes a plan for one waiting row, with cells that people have corrected (by the title of their column) and, where
// doubts are left, their decision. The row may still wait then: its Outcome says so.
func Resolve(ctx context.Context, w Waiting, corrected map[string]string, c Choice, reg Register, o Options) (*Plan, error) {
	if c != "" && !slices.Contains(w.Choices, c) {
		return nil, ErrChoice
	}
	if o.Township == "" {
		o.Township = w.Township
	}
	o.village, o.houseNo, o.class, o.Columns = w.Village, w.HouseNo, w.Class, w.columns()
	p, err := New(ctx, w.book(corrected), reg, o)
	if err != nil {
		return nil, err
	}
	for i := range p.Rows {
		r := &p.Rows[i]
		r.Row = w.Row
		for j := range r.Problems {
			w.recall(&r.Problems[j])
		}
		r.state.more = w.More.beyond(r)
		if c != "" {
			r.choose(c)
		}
	}
	p.settle()
	return p, nil
}

// recall gives a problem back the row number, and the other rows that it was about in the list.
func (w Waiting) recall(p *Problem) {
	p.Row = w.Row
	for _, q := range w.Problems {
		if q.Kind == p.Kind && q.Column == p.Column && len(p.With) == 0 && len(q.With) > 0 {
			p.With, p.Message = q.With, ""
		}
	}
}

// beyond leaves out what the row, as corrected, says itself.
func (m More) beyond(r *Row) More {
	out := m.clone()
	maps.DeleteFunc(out.Person, func(key, _ string) bool { return r.Person[key] != "" })
	return out
}

// columns tells what the headings mean: in the list that may have hung on a second header row, or on people.
func (w Waiting) columns() map[string]sheet.Target {
	out := map[string]sheet.Target{}
	for i, title := range w.Header {
		if i < len(w.Targets) && w.Targets[i] != "" {
			table, key, _ := strings.Cut(w.Targets[i], ".")
			out[title] = sheet.Target{Table: table, Key: key}
		}
	}
	return out
}

// book is a book of the one row.
func (w Waiting) book(corrected map[string]string) *sheet.Book {
	head := make([]sheet.Cell, len(w.Header))
	row := make([]sheet.Cell, len(w.Header))
	copy(row, w.Cells)
	for i, title := range w.Header {
		head[i] = sheet.Cell{Raw: title, Shown: title}
		if v, ok := corrected[title]; ok && title != "" {
			row[i] = sheet.Cell{Raw: v, Shown: v}
		}
	}
	return &sheet.Book{Name: w.File, Sheets: []sheet.Sheet{{Name: w.Sheet, Rows: [][]sheet.Cell{head, row}}}}
}
