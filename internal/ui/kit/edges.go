package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// edgeReach is how close to a column's edge a drag takes hold of it.
const edgeReach = 6

// leastWide is how narrow a column can be made.
const leastWide = 30

// edges lets a person drag the edges between the titles of columns. It is embedded in heads.
type edges struct {
	of     *walk
	drag   int                 // column whose right edge is dragged, -1 none
	nearTo int                 // column whose right edge the pointer is at, -1 none
	edge   func(x float32) int // the column whose right edge is near x, -1 where none is
	wide   func(i int) float32 // how wide a column is
}

// Dragged makes a column wider.
func (h *edges) Dragged(e *fyne.DragEvent) {
	if h.drag < 0 {
		h.drag = h.edge(e.Position.X - e.Dragged.DX)
	}
	if h.drag < 0 {
		return
	}
	h.of.dragged[h.drag] = max(h.wide(h.drag)+e.Dragged.DX, leastWide)
	h.of.refresh()
}

// DragEnd lets the edge go.
func (h *edges) DragEnd() {
	if h.drag >= 0 {
		call(h.of.OnWidth)
	}
	h.drag = -1
}

// MouseIn, MouseMoved and MouseOut find the edges.
func (h *edges) MouseIn(e *desktop.MouseEvent)    { h.nearTo = h.edge(e.Position.X) }
func (h *edges) MouseMoved(e *desktop.MouseEvent) { h.nearTo = h.edge(e.Position.X) }
func (h *edges) MouseOut()                        { h.nearTo = -1 }

// Cursor shows what a press would do.
func (h *edges) Cursor() desktop.Cursor {
	if h.nearTo >= 0 {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}
