package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tableHeader names the columns; a tap sorts by one, a drag at its edge makes it wider.
type tableHeader struct {
	widget.BaseWidget
	edges
	t       *Table
	ground  *canvas.Rectangle
	line    *canvas.Rectangle
	words   []*canvas.Text
	objects []fyne.CanvasObject
}

func newTableHeader(t *Table) *tableHeader {
	h := &tableHeader{t: t, ground: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil)}
	h.edges = edges{of: &t.walk, drag: -1, nearTo: -1, edge: h.edgeAt, wide: func(i int) float32 { return h.widths()[i] }}
	h.objects = []fyne.CanvasObject{h.ground, h.line}
	for range t.Columns {
		w := canvas.NewText("", nil)
		h.words = append(h.words, w)
		h.objects = append(h.objects, w)
	}
	h.ExtendBaseWidget(h)
	return h
}

func (h *tableHeader) slide(x float32) { h.Move(fyne.NewPos(-x, 0)) }

func (h *tableHeader) widths() []float32 { return h.t.columnWidths(h.t.body.room()) }

// edgeAt is the column whose right edge is near x, -1 where none is.
func (h *tableHeader) edgeAt(x float32) int {
	at := float32(0)
	for i, w := range h.widths() {
		at += w
		if x > at-edgeReach && x < at+edgeReach {
			return i
		}
	}
	return -1
}

// Tapped sorts: up, down, and back to the order the rows came in.
func (h *tableHeader) Tapped(e *fyne.PointEvent) {
	if h.edgeAt(e.Position.X) >= 0 {
		return
	}
	at := float32(0)
	for i, w := range h.widths() {
		if at += w; e.Position.X < at {
			h.t.SortBy(i)
			return
		}
	}
}

// CreateRenderer lays the titles over their columns.
func (h *tableHeader) CreateRenderer() fyne.WidgetRenderer { return &headerRenderer{h} }

type headerRenderer struct{ h *tableHeader }

func (r *headerRenderer) Destroy()                     {}
func (r *headerRenderer) Objects() []fyne.CanvasObject { return r.h.objects }
func (r *headerRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.h.t.body.width(), r.h.t.rowHeight())
}
func (r *headerRenderer) Layout(fyne.Size) { r.Refresh() }

func (r *headerRenderer) Refresh() {
	h, s := r.h, r.h.Size()
	h.ground.FillColor, h.line.FillColor = Color(theme.ColorNameHeaderBackground), Color(theme.ColorNameInputBorder)
	h.ground.Resize(s)
	h.line.Move(fyne.NewPos(0, s.Height-1))
	h.line.Resize(fyne.NewSize(s.Width, 1))
	x := float32(0)
	for i, w := range h.widths() {
		c := h.words[i]
		c.Color, c.TextSize = Color(ColorQuiet), Size(theme.SizeNameCaptionText)
		c.Text = Ellipsis(h.t.title(i), w-2*cellPad, c.TextSize, fyne.TextStyle{})
		c.Alignment = fyne.TextAlignLeading
		if h.t.Columns[i].Right {
			c.Alignment = fyne.TextAlignTrailing
		}
		c.Move(fyne.NewPos(x+cellPad, 0))
		c.Resize(fyne.NewSize(max(w-2*cellPad, 0), s.Height))
		c.Refresh()
		x += w
	}
	canvas.Refresh(h)
}
