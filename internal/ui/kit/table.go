package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Table shows many rows: a header that sorts and whose edges can be dragged, and rows that the keyboard walks through
// (arrows, PgUp, PgDn, Home, End, Enter opens, Space and Shift select, Ctrl+C copies as cells). Only rows in sight exist, so
// that 100,000 of them scroll like ten. Rows are numbered as the caller numbers them, whatever the sorting.
type Table struct {
	walk
	OnOpen   func(row int)             // Enter, double tap
	OnMove   func(row int)             // the current row changed
	OnSelect func()                    // the set of selected rows changed; nil: only one row at a time
	Keys     func(*fyne.KeyEvent) bool // asked first; true where it did something
	Fit      bool                      // as high as its rows, without a scroll bar of its own: a short table within a page that scrolls

	header *tableHeader
	body   *tableBody
	scroll *container.Scroll
}

// NewTable makes a table over n rows.
func NewTable(columns []Column, n func() int, cell func(row, column int) Cell) *Table {
	t := &Table{walk: newWalk(columns, n, cell)}
	t.header, t.body = newTableHeader(t), newTableBody(t)
	t.redraw, t.refresh = t.body.show, t.Refresh
	t.scroll = container.NewScroll(t.body)
	t.scroll.OnScrolled = func(p fyne.Position) {
		t.header.slide(p.X)
		t.body.show()
	}
	t.ExtendBaseWidget(t)
	return t
}

// Reload shows the rows anew after they changed: the sorting is applied again, the selection is dropped, the current row
// stays where it is.
func (t *Table) Reload() {
	t.reloaded()
	t.Refresh()
}

// Refresh paints the rows in sight again.
func (t *Table) Refresh() {
	t.body.fit()
	t.header.Refresh()
	t.body.show()
	t.BaseWidget.Refresh()
}

// Current is the row the keyboard stands at, -1 in an empty table.
func (t *Table) Current() int { return t.current() }

// SetCurrent goes to row.
func (t *Table) SetCurrent(row int) {
	if p := t.position(row); p >= 0 {
		t.moveTo(p)
	}
}

// Select chooses rows, and only them.
func (t *Table) Select(rows ...int) {
	t.selected = map[int]bool{}
	for _, r := range rows {
		t.selected[r] = true
	}
	t.told()
}

func (t *Table) told() {
	t.body.show()
	if t.OnSelect != nil {
		t.OnSelect()
	}
}

// SortBy sorts by a column: the first time up, then down, then not at all. The current row stays the same one.
func (t *Table) SortBy(column int) {
	row := t.Current()
	t.turn(column)
	t.Refresh()
	if row >= 0 {
		t.SetCurrent(row)
	}
}

func (t *Table) moveTo(p int) {
	p = max(min(p, t.Len()-1), 0)
	moved := p != t.at
	t.at = p
	t.body.reveal(p)
	t.body.show()
	if moved && t.OnMove != nil && t.Current() >= 0 {
		t.OnMove(t.Current())
	}
}

func (t *Table) open() {
	if t.OnOpen != nil && t.Current() >= 0 {
		t.OnOpen(t.Current())
	}
}

// rowHeight is the height of a row; the header of a Table has the same.
func (w *walk) rowHeight() float32 { return Size(theme.SizeNameText)*1.5 + 11 }

// cellPad is the room left and right within a cell.
const cellPad = 8

// shrinkTo is the part of its width that a growing column keeps where there is too little room.
const shrinkTo = 0.6

// columnWidths shares the room there is among the columns: those that grow take what is left over, and give way where it is
// too little.
func (t *Table) columnWidths(room float32) []float32 {
	em := Size(theme.SizeNameText)
	ws := make([]float32, len(t.Columns))
	grow, sum, soft := 0, float32(0), float32(0)
	for i, c := range t.Columns {
		ws[i] = t.dragged[i]
		if ws[i] == 0 {
			ws[i] = max(max(c.Em, 2)*em, fyne.MeasureText(c.Title, Size(theme.SizeNameCaptionText), fyne.TextStyle{}).Width+1) + 2*cellPad
		}
		if t.grows(i) {
			grow++
			soft += ws[i]
		}
		sum += ws[i]
	}
	if grow == 0 || room <= 0 {
		return ws
	}
	for i := range t.Columns {
		switch {
		case !t.grows(i):
		case room >= sum:
			ws[i] += (room - sum) / float32(grow)
		case sum-room <= soft*(1-shrinkTo):
			ws[i] -= (sum - room) * ws[i] / soft
		}
	}
	return ws
}

// grows tells whether a column takes part in the room left over: it is to, and nobody has dragged it.
func (t *Table) grows(i int) bool { return t.Columns[i].Grow && t.dragged[i] == 0 }

// MinSize leaves room for a header and three rows; a fitted table takes what its rows need.
func (t *Table) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	if t.Fit {
		return fyne.NewSize(200, t.rowHeight()*float32(t.Len()+1))
	}
	return fyne.NewSize(200, t.rowHeight()*4)
}

// view is the room the rows have, and how far they are scrolled.
func (t *Table) view() (size fyne.Size, at fyne.Position) {
	if t.Fit {
		return fyne.NewSize(t.Size().Width, max(t.Size().Height-t.rowHeight(), 0)), fyne.Position{}
	}
	return t.scroll.Size(), t.scroll.Offset
}

// CreateRenderer lays the header over the rows.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	r := &tableRenderer{t: t, head: container.NewClip(t.header), rows: t.scroll}
	if t.Fit {
		r.rows = container.NewClip(t.body)
	}
	return r
}

type tableRenderer struct {
	t    *Table
	head *container.Clip
	rows fyne.CanvasObject
}

func (r *tableRenderer) Destroy() {}
func (r *tableRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.head, r.rows}
}
func (r *tableRenderer) MinSize() fyne.Size { return r.t.MinSize() }

func (r *tableRenderer) Layout(s fyne.Size) {
	h := r.t.rowHeight()
	r.head.Resize(fyne.NewSize(s.Width, h))
	r.rows.Move(fyne.NewPos(0, h))
	r.rows.Resize(fyne.NewSize(s.Width, max(s.Height-h, 0)))
	if r.t.Fit {
		r.t.body.Resize(fyne.NewSize(s.Width, max(s.Height-h, 0)))
	}
	r.t.body.fit()
	r.t.header.Resize(fyne.NewSize(max(r.t.body.width(), s.Width), h))
	r.t.body.show()
}

func (r *tableRenderer) Refresh() { r.Layout(r.t.Size()) }
