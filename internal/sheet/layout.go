package sheet

import (
	"cmp"
	"slices"

	"ruhu/internal/text"
)

// ErrNoHeader is a sheet in which no row has the names of columns.
var ErrNoHeader = text.NewError("sheet.no_header")

// Column is what a column of a sheet holds.
type Column struct {
	At     int    // 0-based
	Title  string // as the file writes it; of two header rows "group/title"
	Target Target // empty where the heading is not known
	Hidden bool
	Twice  bool // its heading stands over an earlier column too
}

// Known tells whether the column answers a question.
func (c Column) Known() bool { return c.Target.Key != "" }

// Layout is where a sheet, or a part of it, has what.
type Layout struct {
	Top, Head int // 0-based rows of the header: the same where it is one row
	Data      int // the first row after it
	Columns   []Column
	by        map[Target]int // target -> place in Columns
	values    map[below]bool // texts below it that are no headings
}

// Column finds the column that answers a question.
func (l *Layout) Column(t Target) (Column, bool) {
	i, ok := l.by[t]
	if !ok {
		return Column{}, false
	}
	return l.Columns[i], true
}

// Width is the number of columns up to the last with a title.
func (l *Layout) Width() int {
	if len(l.Columns) == 0 {
		return 0
	}
	return l.Columns[len(l.Columns)-1].At + 1
}

// SameColumns tells whether two headers have the same questions in the same places.
func (l *Layout) SameColumns(other *Layout) bool {
	if len(l.by) != len(other.by) {
		return false
	}
	for t, i := range l.by {
		if j, ok := other.by[t]; !ok || other.Columns[j].At != l.Columns[i].At {
			return false
		}
	}
	return true
}

// headerWithin is how far down a header is looked for: titles, units and notes may stand above it, not a whole list.
const headerWithin = 30

// leastKnown is how many headings a row must have to be a header.
const leastKnown = 2

// Lay finds the header: the row, or two rows where a group stands over its columns, with most known headings.
func Lay(s *Sheet, h *Headings) (*Layout, error) {
	var best *Layout
	for row := 0; row < len(s.Rows) && row < headerWithin; row++ {
		for _, first := range []int{row, row - 1} {
			if l := layAt(s, h, first, row); l != nil && (best == nil || len(l.by) > len(best.by)) {
				best = l
			}
		}
	}
	if best == nil {
		return nil, ErrNoHeader
	}
	return best, nil
}

// headWithin is among how many cells a header has at least one known heading.
const headWithin = 5

// Again tells whether a row further down is a header once more, as when lists are pasted together, and gives the layout from
// there on: the second list may have its columns in another order.
func (l *Layout) Again(s *Sheet, h *Headings, row int) (*Layout, bool) {
	filled, known := 0, 0
	for col, c := range s.Rows[row] {
		if c.Blank() {
			continue
		}
		if filled++; filled > headWithin && known == 0 {
			return nil, false // data: most rows are told here, without folding every cell of a long list
		}
		if l.isHeading(s, h, c.Shown, col) {
			known++
		}
	}
	if known < 3 || known*3 < filled*2 {
		return nil, false
	}
	next := layAt(s, h, row, row)
	if two := layAt(s, h, row, row+1); two != nil && next != nil && len(two.by) > len(next.by) {
		next = two
	}
	if next == nil {
		next = l
	}
	return next, true
}

// isHeading tells whether a cell is a known heading, or the one over its column once more. What most rows say is remembered.
func (l *Layout) isHeading(s *Sheet, h *Headings, cell string, col int) bool {
	v := below{col, cell}
	if l.values[v] {
		return false
	}
	if h.Find(cell) != nil || col < l.Width() && foldHeading(cell) == foldHeading(s.At(l.Head, col).Shown) {
		return true
	}
	if l.values == nil {
		l.values = map[below]bool{}
	}
	if len(l.values) < valuesKept {
		l.values[v] = true
	}
	return false
}

// below is a text in a column.
type below struct {
	col  int
	text string
}

// valuesKept bounds what is remembered of cells that are no headings.
const valuesKept = 1 << 12

// layAt reads a header of the rows first to last; nil where that is none.
func layAt(s *Sheet, h *Headings, first, last int) *Layout {
	if first < 0 || last >= len(s.Rows) {
		return nil
	}
	l := &Layout{Top: first, Head: last, Data: last + 1, by: map[Target]int{}}
	seen := map[string]bool{}
	for col := range max(len(s.Rows[first]), len(s.Rows[last])) {
		group, title := titles(s, first, last, col)
		if title == "" {
			continue
		}
		c := Column{At: col, Title: joined(group, title), Hidden: s.HiddenCols[col], Twice: seen[foldHeading(title)]}
		seen[foldHeading(title)] = true
		l.Columns = append(l.Columns, c)
	}
	l.assign(s, h, first)
	if len(l.by) < leastKnown {
		return nil
	}
	return l
}

// titles gives what stands over a column. A group reaches as far as its cell is merged, or over the blanks to its right.
func titles(s *Sheet, first, last, col int) (group, title string) {
	title = trimmed(s.At(last, col).Shown)
	if first == last {
		return "", title
	}
	upper := trimmed(s.At(first, col).Shown)
	if title == "" {
		return "", upper
	}
	for c := col; upper == "" && c > 0; {
		c--
		upper = trimmed(s.At(first, c).Shown)
		if upper != "" && !s.covers(first, c, col) {
			upper = ""
			break
		}
	}
	return upper, title
}

// covers tells whether the cell is merged up to column to; in a sheet that merges nothing, every group reaches to the next.
func (s *Sheet) covers(row, col, to int) bool {
	for _, m := range s.Merged {
		if m.Row <= row && row <= m.LastRow && m.Col == col {
			return to <= m.LastCol
		}
	}
	return len(s.Merged) == 0
}

func joined(group, title string) string {
	if group == "" {
		return title
	}
	return group + "/" + title
}

// assign gives each column its question. Whole titles (group and all) go first, then visible columns, then hidden ones, so
// that a hidden copy never wins over what people see; a question is answered by one column only.
func (l *Layout) assign(s *Sheet, h *Headings, first int) {
	for pass := range 4 {
		var all []claim
		for i := range l.Columns {
			c := &l.Columns[i]
			if c.Known() || c.Hidden != (pass >= 2) {
				continue
			}
			folded, targets := h.find(l.heading(s, c, pass%2 == 0))
			for n, t := range targets {
				all = append(all, claim{i, n, h.rank[meant{folded, t}], t})
			}
		}
		l.settle(all)
	}
}

// claim is a question that a column may answer.
type claim struct {
	column  int
	further int // how many questions its heading rather means
	rank    int // how near its heading is to what the question calls itself
	target  Target
}

// settle gives each column the likeliest question that no other has. What decides between two columns is their headings, and
// only between two of one heading which stands first: the order of columns is for the writer of the list to choose.
func (l *Layout) settle(all []claim) {
	slices.SortStableFunc(all, func(a, b claim) int {
		return cmp.Or(a.further-b.further, a.rank-b.rank, a.column-b.column)
	})
	for _, c := range all {
		_, taken := l.by[c.target]
		if !taken && !l.Columns[c.column].Known() {
			l.Columns[c.column].Target = c.target
			l.by[c.target] = c.column
		}
	}
}

// heading is the whole title of a column, or only its own part.
func (l *Layout) heading(s *Sheet, c *Column, whole bool) string {
	own := trimmed(s.At(l.Head, c.At).Shown)
	if whole || own == "" {
		return c.Title
	}
	return own
}

func trimmed(s string) string {
	if IsBlank(s) {
		return ""
	}
	return s
}
