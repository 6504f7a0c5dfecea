// Package ledger is what the pages of ledgers, tables of numbers and findings have in common: the grid that shows a
// report.Table, the way from a row to what it is about, and the way out to a file.
//
// It is no page: pages import it, it imports none of them.
package ledger

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ruhu/internal/ui/kit"
)

// Column is one column of a Grid.
type Column struct {
	Title string
	Over  string // what stands over it and its neighbours of the same Over; "" for none
	Em    float32
	Right bool
	Exact bool // digits that are no number: copied so that a spreadsheet keeps each of them
}

// Grid shows many rows of many columns. The first few columns stay in sight while the rest slides beneath them; the keyboard
// walks from cell to cell (arrows, Ctrl+← →, PgUp, PgDn, Home, End), Enter opens, Space and Shift select rows, Ctrl+C copies them
// as cells. Only cells in sight exist. Rows are numbered as the caller numbers them, whatever the sorting.
type Grid struct {
	widget.BaseWidget
	Columns []Column
	Frozen  int // how many columns stay
	Sorts   bool
	Len     func() int
	Cell    func(row, column int) kit.Cell
	OnOpen  func(row, column int)
	OnMove  func(row, column int)
	OnType  func(r rune)
	Copied  func(rows int)
	Escape  func()
	// Leads tells whether a tap on a cell opens it at once, as a link does.
	Leads func(row, column int) bool

	order    []int // shown position -> row; nil is the caller's order
	sorted   int   // column, -1 none
	down     bool
	at, col  int // shown position and column of the cell that the keyboard is at
	anchor   int
	selected map[int]bool // by row
	dragged  []float32    // widths given by the person
	focused  bool
	shift    bool
	held     fyne.KeyModifier
	lastTap  time.Time

	stay, slide         *pane
	stayHead, slideHead *head
	scroll              *container.Scroll
}

// NewGrid makes a grid over n rows, frozen columns of which stay. The keyboard begins at the last of these.
func NewGrid(columns []Column, frozen int, n func() int, cell func(row, column int) kit.Cell) *Grid {
	g := &Grid{Columns: columns, Frozen: min(frozen, len(columns)), Len: n, Cell: cell, sorted: -1, col: max(min(frozen, len(columns))-1, 0), selected: map[int]bool{}, dragged: make([]float32, len(columns))}
	g.stay, g.slide = newStill(g, g.Frozen), newPane(g, g.Frozen, len(columns))
	g.stayHead, g.slideHead = newHead(g, 0, g.Frozen), newHead(g, g.Frozen, len(columns))
	g.scroll = container.NewScroll(g.slide)
	g.scroll.OnScrolled = func(fyne.Position) { g.paint() }
	g.ExtendBaseWidget(g)
	return g
}

// Reload shows the rows anew after they changed: the sorting is applied again, the selection is dropped, the current cell stays.
func (g *Grid) Reload() {
	g.selected = map[int]bool{}
	g.resort()
	g.at = max(min(g.at, g.Len()-1), 0)
	g.Refresh()
}

// Refresh paints the cells in sight again.
func (g *Grid) Refresh() {
	g.scroll.Refresh()
	g.paint()
	g.BaseWidget.Refresh()
}

func (g *Grid) paint() {
	g.stayHead.show()
	g.slideHead.show()
	g.stay.show()
	g.slide.show()
}

// Begin puts the keyboard at a column.
func (g *Grid) Begin(column int) { g.col = max(min(column, len(g.Columns)-1), 0) }

// Current is the cell that the keyboard is at; row is -1 in an empty grid.
func (g *Grid) Current() (row, column int) {
	if g.at < 0 || g.at >= g.Len() {
		return -1, 0
	}
	return g.row(g.at), g.col
}

// SetCurrent goes to a cell.
func (g *Grid) SetCurrent(row, column int) {
	for p := range g.Len() {
		if g.row(p) == row {
			g.moveTo(p, column)
			return
		}
	}
}

// Selected are the chosen rows in the order shown; where none is chosen, the current one.
func (g *Grid) Selected() []int {
	var rows []int
	for p := range g.Len() {
		if g.selected[g.row(p)] {
			rows = append(rows, g.row(p))
		}
	}
	if row, _ := g.Current(); len(rows) == 0 && row >= 0 {
		rows = append(rows, row)
	}
	return rows
}

// row is the caller's number of what is shown at position p.
func (g *Grid) row(p int) int {
	if g.order != nil && p < len(g.order) {
		return g.order[p]
	}
	return p
}

func (g *Grid) moveTo(p, column int) {
	p, column = max(min(p, g.Len()-1), 0), max(min(column, len(g.Columns)-1), 0)
	moved := p != g.at || column != g.col
	g.at, g.col = p, column
	g.reveal()
	g.paint()
	if row, _ := g.Current(); moved && g.OnMove != nil && row >= 0 {
		g.OnMove(row, column)
	}
}

// reveal scrolls so that the current cell can be seen whole.
func (g *Grid) reveal() {
	h, to := g.rowHeight(), g.scroll.Offset
	to.Y = within(to.Y, float32(g.at)*h, float32(g.at+1)*h, g.scroll.Size().Height)
	if g.col >= g.Frozen {
		left := g.left(g.Frozen, g.col)
		to.X = within(to.X, left, left+g.widths()[g.col], g.scroll.Size().Width)
	}
	if to != g.scroll.Offset {
		g.scroll.ScrollToOffset(to)
	}
}

// within moves the beginning of a view of some size so that from and to lie in it.
func within(at, from, to, size float32) float32 {
	if to > at+size {
		at = to - size
	}
	return max(min(at, from), 0)
}

func (g *Grid) open() {
	if row, column := g.Current(); g.OnOpen != nil && row >= 0 {
		g.OnOpen(row, column)
	}
}

// MinSize leaves room for the head and three rows.
func (g *Grid) MinSize() fyne.Size {
	g.ExtendBaseWidget(g)
	return fyne.NewSize(240, g.headHeight()+g.rowHeight()*3)
}

func (g *Grid) rowHeight() float32 { return kit.Size(theme.SizeNameText)*1.5 + 11 }

// CreateRenderer lays the four parts: heads over rows, what stays at the left of what slides.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer {
	return &gridRenderer{g: g, parts: []fyne.CanvasObject{
		container.NewClip(g.slideHead), g.scroll, container.NewClip(g.stay.self), container.NewClip(g.stayHead),
	}}
}

type gridRenderer struct {
	g     *Grid
	parts []fyne.CanvasObject
}

func (r *gridRenderer) Destroy()                     {}
func (r *gridRenderer) Objects() []fyne.CanvasObject { return r.parts }
func (r *gridRenderer) MinSize() fyne.Size           { return r.g.MinSize() }

func (r *gridRenderer) Layout(s fyne.Size) {
	g := r.g
	top, left := g.headHeight(), g.left(0, g.Frozen)
	put := func(i int, x, y, w, h float32) {
		r.parts[i].Move(fyne.NewPos(x, y))
		r.parts[i].Resize(fyne.NewSize(max(w, 0), max(h, 0)))
	}
	put(0, left, 0, s.Width-left, top)
	put(1, left, top, s.Width-left, s.Height-top)
	put(2, 0, top, left, s.Height-top)
	put(3, 0, 0, left, top)
	g.slideHead.Resize(fyne.NewSize(s.Width-left, top))
	g.stayHead.Resize(fyne.NewSize(left, top))
	g.stay.self.Resize(fyne.NewSize(left, s.Height-top))
	g.scroll.Refresh()
	g.paint()
}

func (r *gridRenderer) Refresh() { r.Layout(r.g.Size()) }
