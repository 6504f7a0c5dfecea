// Package ledger is what the pages of ledgers, tables of numbers and findings have in common: the grid that shows a
// report.Table, the way from a row to what it is about, and the way out to a file.
//
// It is no page: pages import it, it imports none of them.
package ledger

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
