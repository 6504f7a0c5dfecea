package kit

import (
	"sort"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// edgeReach is how close to a column's edge a drag takes hold of it.
const edgeReach = 6

// tableHeader names the columns; a tap sorts by one, a drag at its edge makes it wider.
type tableHeader struct {
	widget.BaseWidget
	t       *Table
	drag    int // column whose right edge is dragged, -1 none
	nearTo  int
	ground  *canvas.Rectangle
	line    *canvas.Rectangle
	words   []*canvas.Text
	objects []fyne.CanvasObject
}

func newTableHeader(t *Table) *tableHeader {
	h := &tableHeader{t: t, drag: -1, nearTo: -1, ground: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil)}
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

// edge is the column whose right edge is near x, -1 where none is.
func (h *tableHeader) edge(x float32) int {
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
	if h.edge(e.Position.X) >= 0 {
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

// Dragged makes a column wider.
func (h *tableHeader) Dragged(e *fyne.DragEvent) {
	if h.drag < 0 {
		h.drag = h.edge(e.Position.X - e.Dragged.DX)
	}
	if h.drag < 0 {
		return
	}
	ws := h.widths()
	h.t.widths[h.drag] = max(ws[h.drag]+e.Dragged.DX, 30)
	h.t.Refresh()
}

// DragEnd lets the edge go.
func (h *tableHeader) DragEnd() { h.drag = -1 }

// MouseIn, MouseMoved and MouseOut find the edges.
func (h *tableHeader) MouseIn(e *desktop.MouseEvent)    { h.nearTo = h.edge(e.Position.X) }
func (h *tableHeader) MouseMoved(e *desktop.MouseEvent) { h.nearTo = h.edge(e.Position.X) }
func (h *tableHeader) MouseOut()                        { h.nearTo = -1 }

// Cursor shows what a press would do.
func (h *tableHeader) Cursor() desktop.Cursor {
	if h.nearTo >= 0 {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
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
		title := h.t.Columns[i].Title
		if h.t.sorted == i && h.t.down {
			title += " ▼"
		} else if h.t.sorted == i {
			title += " ▲"
		}
		c := h.words[i]
		c.Color, c.TextSize = Color(ColorQuiet), Size(theme.SizeNameCaptionText)
		c.Text = Ellipsis(title, w-2*cellPad, c.TextSize, fyne.TextStyle{})
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

// SortBy sorts by a column: the first time up, then down, then not at all.
func (t *Table) SortBy(column int) {
	switch {
	case t.sorted != column:
		t.sorted, t.down = column, false
	case !t.down:
		t.down = true
	default:
		t.sorted = -1
	}
	row := t.Current()
	t.resort()
	t.Refresh()
	if row >= 0 {
		t.SetCurrent(row)
	}
}

// resort works out the order: numbers by value, the rest by pinyin, equal ones as they came.
func (t *Table) resort() {
	t.order = nil
	if t.sorted < 0 {
		return
	}
	n := t.Len()
	keys, order := make([]string, n), make([]int, n)
	for i := range n {
		order[i], keys[i] = i, t.sortKey(i)
	}
	sort.SliceStable(order, func(a, b int) bool {
		ka, kb := keys[order[a]], keys[order[b]]
		if t.down {
			return ka > kb
		}
		return ka < kb
	})
	t.order = order
}

// sortKey makes a cell comparable as text; an empty one comes last.
func (t *Table) sortKey(row int) string {
	var s string
	if f := t.Columns[t.sorted].Sort; f != nil {
		s = f(row)
	} else {
		s = t.Cell(row, t.sorted).Text
	}
	if s == "" {
		return "\xff"
	}
	if n, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64); err == nil && len(s) < 16 {
		return "0" + strconv.FormatFloat(n+1e12, 'f', 4, 64)
	}
	return "1" + spell(s).key() + "\x00" + s
}
