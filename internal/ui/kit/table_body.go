package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tableBody is the long sheet that the rows in sight are painted on.
type tableBody struct {
	widget.BaseWidget
	t       *Table
	rows    []*tableRow // those in sight, reused as the sheet moves
	objects []fyne.CanvasObject
	hover   int
}

// tableRow is one painted row.
type tableRow struct {
	ground *canvas.Rectangle
	edge   *canvas.Rectangle
	badges []*canvas.Rectangle
	words  []*canvas.Text
}

func newTableBody(t *Table) *tableBody {
	b := &tableBody{t: t, hover: -1}
	b.ExtendBaseWidget(b)
	return b
}

func (b *tableBody) width() float32 {
	w := float32(0)
	for _, x := range b.t.columnWidths(b.room()) {
		w += x
	}
	return w
}

// room is the width that can be seen.
func (b *tableBody) room() float32 {
	if b.t.scroll == nil {
		return 0
	}
	size, _ := b.t.view()
	return size.Width
}

// MinSize is the size of all rows together.
func (b *tableBody) MinSize() fyne.Size {
	w, room := b.width(), b.room()
	if w < room+1 {
		w = min(w, room) // shares of the room add up to a hair more than it
	}
	return fyne.NewSize(w, float32(b.t.Len())*b.t.rowHeight())
}

// fit gives the sheet its size anew.
func (b *tableBody) fit() {
	if b.t.scroll != nil && !b.t.Fit {
		b.t.scroll.Refresh()
	}
}

// reveal scrolls so that the row at p can be seen whole.
func (b *tableBody) reveal(p int) {
	if b.t.Fit {
		return
	}
	h, s := b.t.rowHeight(), b.t.scroll
	top, bottom := float32(p)*h, float32(p+1)*h
	y := s.Offset.Y
	if top < y {
		y = top
	} else if bottom > y+s.Size().Height {
		y = bottom - s.Size().Height
	}
	if y != s.Offset.Y {
		s.ScrollToOffset(fyne.NewPos(s.Offset.X, y))
	}
}

// show paints the rows in sight.
func (b *tableBody) show() {
	h := b.t.rowHeight()
	view, at := b.t.view()
	first := int(at.Y / h)
	count := 0
	if view.Height > 0 {
		count = max(min(int(view.Height/h)+2, b.t.Len()-first), 0)
	}
	b.pool(count)
	ws := b.t.columnWidths(b.room())
	for i, r := range b.rows {
		if i >= count {
			r.hide()
			continue
		}
		b.paint(r, first+i, ws, h)
	}
	canvas.Refresh(b)
}

func (b *tableBody) pool(n int) {
	for len(b.rows) < n {
		r := &tableRow{ground: canvas.NewRectangle(nil), edge: canvas.NewRectangle(nil)}
		b.objects = append(b.objects, r.ground, r.edge)
		for range b.t.Columns {
			g, w := canvas.NewRectangle(nil), canvas.NewText("", nil)
			g.CornerRadius = 4
			r.badges, r.words = append(r.badges, g), append(r.words, w)
			b.objects = append(b.objects, g, w)
		}
		b.rows = append(b.rows, r)
	}
}

func (r *tableRow) hide() {
	r.ground.Hide()
	r.edge.Hide()
	for i := range r.words {
		r.words[i].Hide()
		r.badges[i].Hide()
	}
}

func (b *tableBody) paint(r *tableRow, p int, ws []float32, h float32) {
	row, y := b.t.row(p), float32(p)*h
	r.ground.FillColor = Color(b.groundOf(p, row))
	r.ground.Move(fyne.NewPos(0, y))
	r.ground.Resize(fyne.NewSize(max(b.Size().Width, b.room()), h))
	r.ground.Show()
	r.edge.FillColor = Color(theme.ColorNamePrimary)
	r.edge.Move(fyne.NewPos(0, y))
	r.edge.Resize(fyne.NewSize(3, h))
	r.edge.Hidden = p != b.t.at || !b.t.focused
	x := float32(0)
	for i := range r.words {
		b.paintCell(r, i, b.t.Cell(row, i), fyne.NewPos(x, y), fyne.NewSize(ws[i], h))
		x += ws[i]
	}
}

func (b *tableBody) groundOf(p, row int) fyne.ThemeColorName {
	switch {
	case b.t.selected[row], p == b.t.at && (b.t.focused || b.t.OnMove != nil):
		return ColorTint
	case p == b.hover:
		return ColorQuietBG
	case p%2 == 1:
		return ColorStripe
	}
	return ColorPanel
}

func (b *tableBody) paintCell(r *tableRow, i int, c Cell, at fyne.Position, s fyne.Size) {
	w, g := r.words[i], r.badges[i]
	style := fyne.TextStyle{Bold: c.Bold && BoldHas(c.Text)}
	w.TextSize, w.TextStyle, w.Color = Size(theme.SizeNameText), style, c.Tone.Color()
	pad := float32(cellPad)
	if c.Badge {
		w.TextSize = Size(theme.SizeNameCaptionText)
		pad += 5
	}
	w.Text = Ellipsis(c.Text, s.Width-pad-cellPad, w.TextSize, style)
	w.Alignment = fyne.TextAlignLeading
	if b.t.Columns[i].Right {
		w.Alignment = fyne.TextAlignTrailing
	}
	w.Move(fyne.NewPos(at.X+pad, at.Y))
	w.Resize(fyne.NewSize(max(s.Width-pad-cellPad, 0), s.Height))
	w.Show()
	w.Refresh()
	g.Hidden = !c.Badge || c.Text == ""
	if !g.Hidden {
		g.FillColor = c.Tone.Ground()
		m := fyne.MeasureText(w.Text, w.TextSize, style)
		g.Move(fyne.NewPos(at.X+cellPad-1, at.Y+(s.Height-m.Height)/2-1))
		g.Resize(fyne.NewSize(m.Width+12, m.Height+2))
	}
}

func (b *tableBody) positionAt(y float32) int {
	p := int(y / b.t.rowHeight())
	if y < 0 || p >= b.t.Len() {
		return -1
	}
	return p
}

// MouseDown keeps what is held together with the click that follows.
func (b *tableBody) MouseDown(e *desktop.MouseEvent) { b.t.held = e.Modifier }

// MouseUp is not needed.
func (b *tableBody) MouseUp(*desktop.MouseEvent) {}

// Tapped makes a row current; again soon after it opens it; with Ctrl or Shift it chooses.
func (b *tableBody) Tapped(e *fyne.PointEvent) {
	Focus(b.t)
	p := b.positionAt(e.Position.Y)
	if p < 0 {
		return
	}
	held := b.t.held
	b.t.held = 0
	twice := b.t.twice(p, held)
	b.t.choose(p, held)
	if twice {
		b.t.open()
	}
}

// MouseIn, MouseMoved and MouseOut light up the row under the pointer.
func (b *tableBody) MouseIn(e *desktop.MouseEvent)    { b.MouseMoved(e) }
func (b *tableBody) MouseMoved(e *desktop.MouseEvent) { b.setHover(b.positionAt(e.Position.Y)) }
func (b *tableBody) MouseOut()                        { b.setHover(-1) }

func (b *tableBody) setHover(p int) {
	if p != b.hover {
		b.hover = p
		b.show()
	}
}

// CreateRenderer paints what show prepared.
func (b *tableBody) CreateRenderer() fyne.WidgetRenderer { return &bodyRenderer{b} }

type bodyRenderer struct{ b *tableBody }

func (r *bodyRenderer) Destroy()                     {}
func (r *bodyRenderer) Objects() []fyne.CanvasObject { return r.b.objects }
func (r *bodyRenderer) MinSize() fyne.Size           { return r.b.MinSize() }
func (r *bodyRenderer) Layout(fyne.Size)             {}
func (r *bodyRenderer) Refresh()                     { canvas.Refresh(r.b) }
