package intake

import (
	"maps"
	"slices"
	"strconv"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// columns are the columns below one header, with the questions that they answer.
type columns struct {
	*sheet.Layout
	list  []*question
	by    map[sheet.Target]*question
	use   int // index in Plan.Mappings
	rows  int // with data
	first int // index in Plan.Rows of the first row

	identity string   // of the list, see Memory
	titles   []string // see rowState.titles
}

// question is one column in use.
type question struct {
	sheet.Column
	title string // as it stands over the column
	table string
	field survey.Field
	count int               // cells with something in them
	seen  map[string]*value // what texts came to, for kinds in which the same text comes again
	forms map[string]int    // shapes of numbers and dates

	withRow bool       // see readsWithRow
	block   []cellRead // of the rows that are being read
}

// column makes the columns of a layout.
func (w *work) column(s *sheet.Sheet, l *sheet.Layout) *columns {
	c := &columns{Layout: l, by: map[sheet.Target]*question{}, use: len(w.plan.Mappings), first: len(w.plan.Rows)}
	c.identity = identityOf(s, l)
	m := Mapping{Sheet: s.Name, Header: l.Head + 1, Hidden: s.Hidden, Signature: signature(l), Learned: w.toldBy[s]}
	for _, col := range l.Columns {
		use := ColumnUse{Column: sheet.ColumnName(col.At), Title: col.Title, Hidden: col.Hidden}
		_, use.Told = w.toldIn[s][heading(col.Title)]
		if f, ok := w.field(col.Target); ok {
			q := &question{Column: col, title: col.Title, table: col.Target.Table, field: f, seen: map[string]*value{}, forms: map[string]int{}, withRow: readsWithRow(col.Target.Table, f)}
			c.list = append(c.list, q)
			c.by[col.Target] = q
			use.Table, use.Key, use.Label = col.Target.Table, f.Key, f.Label
		}
		m.Columns = append(m.Columns, use)
	}
	w.plan.Mappings = append(w.plan.Mappings, m)
	w.layers = append(w.layers, c)
	return c
}

// field finds the question of a target.
func (w *work) field(t sheet.Target) (survey.Field, bool) {
	for _, table := range w.tables {
		if table.Name == t.Table {
			f, ok := table.Field(t.Key)
			return f, ok && f.Kind != survey.Link // our own ids stand in no list
		}
	}
	return survey.Field{}, false
}

// finish writes the counts into the mapping.
func (c *columns) finish(w *work, s *sheet.Sheet) {
	m := &w.plan.Mappings[c.use]
	m.Rows = c.rows
	for i := range m.Columns {
		m.Columns[i].Filled = c.count(w.plan.Rows[c.first:], c.Columns[i])
		if m.Columns[i].Key == "" && !m.Columns[i].Told && m.Columns[i].Filled > 0 {
			m.Columns[i].Guesses = w.guess(s, c, c.Columns[i])
		}
	}
}

// untitled names the columns without a heading in which something stands: it is not read, and nobody could tell what it means.
func (c *columns) untitled(w *work, s *sheet.Sheet) {
	filled := map[int]int{}
	for i := range w.plan.Rows[c.first:] {
		st := w.plan.Rows[c.first+i].state
		if st.noise != "" {
			continue
		}
		for at := range s.Rows[min(st.line, len(s.Rows)-1)] {
			if !s.At(st.line, at).Blank() && st.sheet == s {
				filled[at]++
			}
		}
	}
	for _, col := range c.Columns {
		delete(filled, col.At)
	}
	for _, at := range slices.Sorted(maps.Keys(filled)) {
		w.ofSheet(Problem{Sheet: s.Name, Row: c.Head + 1, Kind: kindUntitled, Level: Warning, Found: sheet.ColumnName(at), To: strconv.Itoa(filled[at])})
	}
}

// count is how many of the rows have something in a column: known already where it is read.
func (c *columns) count(rows []Row, col sheet.Column) int {
	if q := c.by[col.Target]; q != nil {
		return q.count
	}
	n := 0
	for i := range rows {
		if st := rows[i].state; st.noise == "" && !st.sheet.At(st.line, col.At).Blank() {
			n++
		}
	}
	return n
}
