package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Column is one column of a Table or a Grid.
type Column struct {
	Title string
	Over  string               // in a Grid: what stands over it and its neighbours of the same Over
	Em    float32              // width in characters
	Grow  bool                 // in a Table: takes a share of the room left over
	Right bool                 // numbers
	Exact bool                 // digits that are no number: copied so that a spreadsheet keeps each of them
	Sort  func(row int) string // what to sort by, where it is not what the cell shows
}

// Cell is what one place of a Table or a Grid shows.
type Cell struct {
	Text  string
	Tone  Tone
	Badge bool // on a ground of its tone
	Bold  bool
}

// walk is what a Table and a Grid have in common, however they are painted: the rows in their order, the one that the keyboard is
// at, those that are chosen, and the way out to the clipboard. Rows are numbered as the caller numbers them; positions are as shown.
type walk struct {
	widget.BaseWidget
	Columns []Column
	Len     func() int
	Cell    func(row, column int) Cell
	OnType  func(r rune) // a letter typed while it has the keyboard
	Escape  func()
	OnWidth func() // a person made a column wider or narrower

	order          []int // shown position -> row; nil is the caller's order
	sorted         int   // column, -1 none
	down           bool
	at             int // shown position of the current row
	anchor         int // where choosing with Shift began
	selected       map[int]bool
	dragged        []float32 // widths given by the person, 0 as given
	focused, shift bool
	held           fyne.KeyModifier // together with the click that follows
	lastTap        time.Time
	redraw         func() // paints what is in sight
	refresh        func() // lays it out anew
}

func newWalk(columns []Column, n func() int, cell func(row, column int) Cell) walk {
	return walk{Columns: columns, Len: n, Cell: cell, sorted: -1, selected: map[int]bool{}, dragged: make([]float32, len(columns))}
}

// Widths are the widths that a person gave the columns, in characters, 0 where nobody did.
func (w *walk) Widths() []float32 {
	em := make([]float32, len(w.dragged))
	for i, x := range w.dragged {
		em[i] = x / Size(theme.SizeNameText)
	}
	return em
}

// SetWidths gives columns the widths that a person gave them before.
func (w *walk) SetWidths(em []float32) {
	for i := range min(len(em), len(w.dragged)) {
		w.dragged[i] = em[i] * Size(theme.SizeNameText)
	}
}

// doubleTap is how close two taps on a row are to open it. Fyne's own double tap delays every single one.
const doubleTap = 400 * time.Millisecond

// twice notes a tap at position p and tells whether it is the second there, with nothing held.
func (w *walk) twice(p int, held fyne.KeyModifier) bool {
	soon := p == w.at && time.Since(w.lastTap) < doubleTap && held == 0
	if w.lastTap = time.Now(); soon {
		w.lastTap = time.Time{}
	}
	return soon
}

// row is the caller's number of what is shown at position p.
func (w *walk) row(p int) int {
	if w.order != nil && p < len(w.order) {
		return w.order[p]
	}
	return p
}

// current is the row that the keyboard is at, -1 where there is none.
func (w *walk) current() int {
	if w.at < 0 || w.at >= w.Len() {
		return -1
	}
	return w.row(w.at)
}

// position is where a row is shown, -1 where it is not.
func (w *walk) position(row int) int {
	for p := range w.Len() {
		if w.row(p) == row {
			return p
		}
	}
	return -1
}

// Selected are the chosen rows in the order shown; where none is chosen, the current one.
func (w *walk) Selected() []int {
	var rows []int
	for p := 0; len(w.selected) > 0 && p < w.Len(); p++ {
		if w.selected[w.row(p)] {
			rows = append(rows, w.row(p))
		}
	}
	if len(rows) == 0 && w.current() >= 0 {
		rows = append(rows, w.current())
	}
	return rows
}

// Chosen tells how many rows were chosen one by one.
func (w *walk) Chosen() int { return len(w.selected) }

// pick chooses: with Ctrl the row at p is switched on or off, with Shift all from where it began are taken, else none is.
func (w *walk) pick(p int, held fyne.KeyModifier) {
	switch {
	case held&fyne.KeyModifierControl != 0:
		if row := w.row(p); w.selected[row] {
			delete(w.selected, row)
		} else if p < w.Len() {
			w.selected[row] = true
		}
		w.anchor = p
	case held&fyne.KeyModifierShift != 0:
		w.selected = map[int]bool{}
		for i := min(w.anchor, p); i <= max(w.anchor, p) && i < w.Len(); i++ {
			w.selected[w.row(i)] = true
		}
	default:
		w.selected = map[int]bool{}
		w.anchor = p
	}
}

func (w *walk) pickAll() {
	for p := range w.Len() {
		w.selected[w.row(p)] = true
	}
}

// reloaded is for when the rows changed: the sorting is applied again, the selection is dropped, the current position stays.
func (w *walk) reloaded() {
	w.selected = map[int]bool{}
	w.resort()
	w.at = max(min(w.at, w.Len()-1), 0)
}
