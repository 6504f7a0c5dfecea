package paper

import (
	"math"
	"slices"

	"ruhu/internal/survey"
)

// leaf is a sheet that a ledger may be on, with the smallest type that may be on it when the program chooses.
type leaf struct {
	name  string
	w, h  float64
	least float64
}

var leaves = []leaf{{"A4", 210, 297, 9.5}, {"A4L", 297, 210, 8.5}, {"A3L", 420, 297, 8}, {"A3", 297, 420, 8.5}}

// chosenLeaves are how many of leaves the program chooses from by itself: A3 upright is as wide as A4 landscape.
const chosenLeaves = 3

// LedgerSizes are the sizes of a ledger: upright, and L for landscape. "" lets its columns decide.
func LedgerSizes() []string {
	var out []string
	for _, l := range leaves {
		out = append(out, l.name)
	}
	return out
}

const (
	ledgerMargin              = 12.0
	ledgerLargest, ledgerStep = 10.0, 0.5 // points
)

// ledgerColumn is a column with what its words need, in ems.
type ledgerColumn struct {
	label, over string
	align       align
	index       int     // in the table
	least       float64 // without breaking a number or a word, nor the heading into more lines than look well
	compact     float64 // the usual cell takes a line or two
	want        float64 // hardly a cell takes two
}

// ledgerSet is the columns of one set of pages, with their widths in millimetres.
type ledgerSet struct {
	columns []ledgerColumn
	widths  []float64
}

// room is the width that a sheet has for columns.
func (l leaf) room() float64 { return l.w - 2*ledgerMargin }

// plan measures the columns and chooses sheet, size of type and sets.
func (l *ledger) plan() error {
	for i := range l.Columns {
		l.columns = append(l.columns, l.columnOf(i))
	}
	if size := l.options.Paper; size != "" {
		i := slices.IndexFunc(leaves, func(f leaf) bool { return f.name == size })
		if i < 0 {
			return ErrLedgerSize.With(size)
		}
		l.place(leaves[i])
		return nil
	}
	for _, f := range leaves[:chosenLeaves] {
		if l.place(f); len(l.sets) == 1 {
			return nil
		}
	}
	if l.place(leaves[1]); len(l.sets) > 2 { // A4 in two sets rather than A3, which not every office has
		l.place(leaves[2])
	}
	return nil
}

// place lays the columns out on a sheet, at the largest type at which they go into one set, or at the least into several.
func (l *ledger) place(f leaf) {
	l.leaf = f
	for size := ledgerLargest; size >= f.least; size -= ledgerStep {
		l.cell = sans(size)
		if l.needs(l.columns) <= f.room() {
			l.sets = []ledgerSet{l.stretched(l.columns)}
			return
		}
	}
	l.part()
}

// needs is how wide columns are at the present size of type, close together.
func (l *ledger) needs(columns []ledgerColumn) float64 {
	sum := 0.0
	for _, c := range columns {
		sum += l.mm(c.compact)
	}
	return sum
}

// mm is the width of a column whose words take so many ems.
func (l *ledger) mm(ems float64) float64 { return ems*l.cell.em() + 2*cellPadding + 0.1 }

// part splits the columns into as few sets as go, about equally wide, the keys repeated at the left of each.
func (l *ledger) part() {
	keys := l.keys()
	rest := slices.DeleteFunc(slices.Clone(l.columns), func(c ledgerColumn) bool { return slices.Contains(keys, c.index) })
	kept := slices.DeleteFunc(slices.Clone(l.columns), func(c ledgerColumn) bool { return !slices.Contains(keys, c.index) })
	most := l.room() - l.needs(kept)
	groups := l.filled(rest, most)
	for room := most - 2; room > 0; room -= 2 { // the narrowest that needs no more sets makes them even
		even := l.filled(rest, room)
		if len(even) > len(groups) {
			break
		}
		groups = even
	}
	l.sets = nil
	for _, g := range groups {
		l.sets = append(l.sets, l.stretched(append(slices.Clone(kept), g...)))
	}
}

// keys are the columns by which a row is known in each set: its number and the name, or the first two.
func (l *ledger) keys() []int {
	for i, c := range l.Columns {
		if c.Key == survey.FullName && i > 0 {
			return []int{0, i}
		}
	}
	return []int{0, 1}[:min(2, len(l.Columns)-1)]
}

// filled puts columns into groups no wider than room, each at least one.
func (l *ledger) filled(columns []ledgerColumn, room float64) [][]ledgerColumn {
	var out [][]ledgerColumn
	used := math.Inf(1)
	for _, c := range columns {
		w := l.mm(c.compact)
		if used+w > room {
			out, used = append(out, nil), 0
		}
		out[len(out)-1] = append(out[len(out)-1], c)
		used += w
	}
	return out
}

// stretched gives columns the whole width: first what they want, as far as it goes, then in proportion.
func (l *ledger) stretched(columns []ledgerColumn) ledgerSet {
	s := ledgerSet{columns: columns}
	free, wanted := l.room()-l.needs(columns), 0.0
	for _, c := range columns {
		wanted += (c.want - c.compact) * l.cell.em()
	}
	share := 1.0
	if wanted > 0 {
		share = max(0, min(1, free/wanted))
	}
	sum := 0.0
	for _, c := range columns {
		w := l.mm(c.compact + (c.want-c.compact)*share)
		s.widths = append(s.widths, w)
		sum += w
	}
	for i := range s.widths { // a single column wider than the sheet is brought down to it
		s.widths[i] *= l.room() / sum
	}
	return s
}
