package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Grid shows many rows of many columns. The first few columns stay in sight while the rest slides beneath them; the keyboard
// walks from cell to cell (arrows, Ctrl+← →, PgUp, PgDn, Home, End), Enter opens, Space and Shift select rows, Ctrl+C copies them
// as cells. Only cells in sight exist. Rows are numbered as the caller numbers them, whatever the sorting.
type Grid struct {
	walk
	Frozen int // how many columns stay
	Sorts  bool
	OnOpen func(row, column int)
	OnMove func(row, column int)
	Copied func(rows int)
	Keys   func(*fyne.KeyEvent) bool // asked first; true where it did something
	// Leads tells whether a tap on a cell opens it at once, as a link does.
	Leads func(row, column int) bool

	col int // column of the cell that the keyboard is at

	stay, slide         *pane
	stayHead, slideHead *head
	scroll              *container.Scroll
}

// NewGrid makes a grid over n rows, frozen columns of which stay. The keyboard begins at the last of these.
func NewGrid(columns []Column, frozen int, n func() int, cell func(row, column int) Cell) *Grid {
	g := &Grid{walk: newWalk(columns, n, cell), Frozen: min(frozen, len(columns))}
	g.col = max(g.Frozen-1, 0)
	g.redraw, g.refresh = g.paint, g.Refresh
	g.stay, g.slide = newStill(g, g.Frozen), newPane(g, g.Frozen, len(columns))
	g.stayHead, g.slideHead = newHead(g, 0, g.Frozen), newHead(g, g.Frozen, len(columns))
	g.scroll = container.NewScroll(g.slide)
	g.scroll.OnScrolled = func(fyne.Position) { g.paint() }
	g.ExtendBaseWidget(g)
	return g
}

// Reload shows the rows anew after they changed: the sorting is applied again, the selection is dropped, the current cell stays.
func (g *Grid) Reload() {
	g.reloaded()
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
