package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// head names the columns from one to another, in one line of titles or two; a tap sorts, a drag at an edge makes wider.
type head struct {
	widget.BaseWidget
	edges
	g        *Grid
	from, to int
	ground   *canvas.Rectangle
	ink      ink
}

func newHead(g *Grid, from, to int) *head {
	h := &head{g: g, from: from, to: to, ground: canvas.NewRectangle(nil)}
	h.edges = edges{of: &g.walk, drag: -1, nearTo: -1, edge: h.edgeAt, wide: func(i int) float32 { return g.widths()[i] }}
	h.ExtendBaseWidget(h)
	return h
}

// offset is how far the columns have slid.
func (h *head) offset() float32 {
	if h.from == 0 {
		return 0
	}
	return h.g.scroll.Offset.X
}

func (h *head) show() {
	h.ground.FillColor = Color(theme.ColorNameHeaderBackground)
	h.ground.Resize(h.Size())
	h.ink.begin()
	ws, x := h.g.widths(), -h.offset()
	for i := h.from; i < h.to; i++ {
		if x+ws[i] > 0 && x < h.Size().Width {
			h.paintTitle(i, x, ws[i])
		}
		x += ws[i]
	}
	h.paintOver(ws)
	h.ink.rect(fyne.NewPos(0, h.Size().Height-1), fyne.NewSize(h.Size().Width, 1), Color(theme.ColorNameInputBorder))
	if h.from == 0 {
		h.ink.rect(fyne.NewPos(h.Size().Width-1, 0), fyne.NewSize(1, h.Size().Height), Color(theme.ColorNameInputBorder))
	}
	h.ink.end()
	canvas.Refresh(h)
}

// paintTitle writes a title at the foot of the head, over the height of both lines where nothing stands above it.
func (h *head) paintTitle(i int, x, w float32) {
	g := h.g
	lines, line := g.titleIn(i, w), g.lineHeight()
	if len(lines) > headLines {
		lines = lines[:headLines]
	}
	top, bottom := float32(0), h.Size().Height
	if g.Columns[i].Over != "" {
		top = g.overHeight()
	}
	y := top + (bottom-top-line*float32(len(lines)))/2
	for n, s := range lines {
		t := h.ink.text()
		t.Text, t.TextSize, t.Color = Ellipsis(s, w-2*cellPad+1, Size(theme.SizeNameCaptionText), fyne.TextStyle{}), Size(theme.SizeNameCaptionText), Color(ColorQuiet)
		t.Alignment = align(g.Columns[i].Right)
		t.Move(fyne.NewPos(x+cellPad, y+float32(n)*line))
		t.Resize(fyne.NewSize(max(w-2*cellPad, 0), line))
	}
}

// paintOver writes what stands over several columns, in the middle of what of them can be seen.
func (h *head) paintOver(ws []float32) {
	x := -h.offset()
	for i := h.from; i < h.to; {
		over, w, j := h.g.Columns[i].Over, float32(0), i
		for ; j < h.to && h.g.Columns[j].Over == over; j++ {
			w += ws[j]
		}
		if from, until := max(x, 0), min(x+w, h.Size().Width); over != "" && until > from {
			h.paintGroup(over, x, w, from, until)
		}
		x, i = x+w, j
	}
}

func (h *head) paintGroup(over string, x, w, from, until float32) {
	line := Color(theme.ColorNameInputBorder)
	h.ink.rect(fyne.NewPos(x+w-1, 0), fyne.NewSize(1, h.Size().Height), line)
	h.ink.rect(fyne.NewPos(x+cellPad, h.g.overHeight()-2), fyne.NewSize(w-2*cellPad, 1), line)
	t := h.ink.text()
	size := Size(theme.SizeNameCaptionText)
	t.Text, t.TextSize, t.Color = Ellipsis(over, until-from-cellPad, size, fyne.TextStyle{}), size, Color(theme.ColorNameForeground)
	t.Alignment = fyne.TextAlignCenter
	t.Move(fyne.NewPos(from, 3))
	t.Resize(fyne.NewSize(until-from, h.g.lineHeight()))
}

func align(right bool) fyne.TextAlign {
	if right {
		return fyne.TextAlignTrailing
	}
	return fyne.TextAlignLeading
}

// column is the one at x, and whether x is at its right edge.
func (h *head) column(x float32) (i int, edge bool) {
	at := -h.offset()
	ws := h.g.widths()
	for i := h.from; i < h.to; i++ {
		at += ws[i]
		if x < at+edgeReach {
			return i, x > at-edgeReach
		}
	}
	return -1, false
}

// Tapped sorts: up, down, and back to the order the rows came in.
func (h *head) Tapped(e *fyne.PointEvent) {
	if i, edge := h.column(e.Position.X); i >= 0 && !edge && h.g.Sorts {
		h.g.SortBy(i)
	}
}

func (h *head) edgeAt(x float32) int {
	if i, edge := h.column(x); edge {
		return i
	}
	return -1
}

// CreateRenderer paints what show prepared.
func (h *head) CreateRenderer() fyne.WidgetRenderer {
	return &inkRenderer{before: []fyne.CanvasObject{h.ground}, ink: &h.ink, least: fyne.NewSize(1, 1)}
}
