package ledger

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ruhu/internal/ui/kit"
)

// doubleTap is how close two taps on a cell are to open it. Fyne's own double tap delays every single one.
const doubleTap = 400 * time.Millisecond

// pane is the cells of the columns from one to another. The one that stays is as large as what can be seen of it and paints by how
// far the other has slid; that one is as large as all its cells, within a scroller.
type pane struct {
	widget.BaseWidget
	g        *Grid
	from, to int
	hover    int // shown position under the pointer
	hoverCol int
	ink      ink
	self     fyne.Widget // what the window knows it as
}

func newPane(g *Grid, from, to int) *pane {
	p := &pane{g: g, from: from, to: to, hover: -1}
	p.self = p
	p.ExtendBaseWidget(p)
	return p
}

// still is the pane that stays. It turns the wheel over to the scroller; the other one must not know of the wheel, for whatever does
// is taken by the toolkit for a scroller that cuts off what lies outside it, and it is larger than what can be seen.
type still struct{ pane }

func newStill(g *Grid, to int) *pane {
	s := &still{pane{g: g, to: to, hover: -1}}
	s.self = s
	s.ExtendBaseWidget(s)
	return &s.pane
}

// Scrolled lets the wheel turn over what stays, too.
func (s *still) Scrolled(e *fyne.ScrollEvent) { s.g.scroll.Scrolled(e) }

func (p *pane) stays() bool { return p.from == 0 && p.g.stay == p }

// all is the size of all cells of the pane together.
func (p *pane) all() fyne.Size {
	if p.stays() {
		return fyne.NewSize(1, 1)
	}
	w, room := p.g.left(p.from, p.to), p.g.scroll.Size().Width
	if w < room+1 {
		w = min(w, room) // shares of the room add up to a hair more than it
	}
	return fyne.NewSize(w, float32(p.g.Len())*p.g.rowHeight())
}

// show paints the cells in sight.
func (p *pane) show() {
	g, h := p.g, p.g.rowHeight()
	view, at := g.scroll.Size(), g.scroll.Offset
	p.ink.begin()
	first := int(at.Y / h)
	last := min(first+int(view.Height/h)+2, g.Len())
	if view.Height <= 0 {
		last = first
	}
	for pos := first; pos < last; pos++ {
		y := float32(pos) * h
		if p.stays() {
			y -= at.Y
		}
		p.paintRow(pos, y, view, at)
	}
	p.outline(at)
	if p.stays() {
		p.ink.rect(fyne.NewPos(p.Size().Width-1, 0), fyne.NewSize(1, p.Size().Height), kit.Color(theme.ColorNameInputBorder))
	}
	p.ink.end()
	canvas.Refresh(p.self)
}

// outline draws a frame around the current cell, over the grounds of all rows.
func (p *pane) outline(scrolled fyne.Position) {
	g, h := p.g, p.g.rowHeight()
	if !g.focused || g.Len() == 0 || g.col < p.from || g.col >= p.to {
		return
	}
	at := fyne.NewPos(g.left(p.from, g.col), float32(g.at)*h)
	if p.stays() {
		at.Y -= scrolled.Y
	}
	r := p.ink.rect(at.AddXY(1, 1), fyne.NewSize(g.widths()[g.col]-3, h-2), color.Transparent)
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = kit.Color(theme.ColorNamePrimary), 2, 3
}

func (p *pane) paintRow(pos int, y float32, view fyne.Size, at fyne.Position) {
	g, h := p.g, p.g.rowHeight()
	row, ws := g.row(pos), g.widths()
	room, from := p.Size().Width, float32(0)
	if !p.stays() {
		room, from = view.Width, at.X
	}
	p.ink.rect(fyne.NewPos(from, y), fyne.NewSize(room, h), kit.Color(p.ground(pos, row)))
	if pos == g.at && g.focused && p.from == 0 {
		p.ink.rect(fyne.NewPos(0, y), fyne.NewSize(3, h), kit.Color(theme.ColorNamePrimary))
	}
	x := float32(0)
	for i := p.from; i < p.to; i++ {
		if x+ws[i] > from && x < from+room {
			p.paintCell(pos, row, i, fyne.NewPos(x, y), fyne.NewSize(ws[i], h))
		}
		x += ws[i]
	}
}

func (p *pane) ground(pos, row int) fyne.ThemeColorName {
	g := p.g
	switch {
	case g.selected[row], pos == g.at && (g.focused || g.OnMove != nil):
		return kit.ColorTint
	case pos == g.stay.hover || pos == g.slide.hover:
		return kit.ColorQuietBG
	case pos%2 == 1:
		return kit.ColorStripe
	}
	return kit.ColorPanel
}

func (p *pane) paintCell(pos, row, i int, at fyne.Position, s fyne.Size) {
	g, c := p.g, p.g.Cell(row, i)
	if c.Text == "" {
		return
	}
	t := p.ink.text()
	style := fyne.TextStyle{Bold: c.Bold && kit.BoldHas(c.Text)}
	t.TextSize, t.TextStyle, t.Color = kit.Size(theme.SizeNameText), style, c.Tone.Color()
	pad := float32(cellPad)
	if c.Badge {
		t.TextSize = kit.Size(theme.SizeNameCaptionText)
		pad += 5
	}
	t.Text = kit.Ellipsis(c.Text, s.Width-pad-cellPad+1, t.TextSize, style)
	t.Alignment = align(g.Columns[i].Right)
	t.Move(fyne.NewPos(at.X+pad, at.Y))
	t.Resize(fyne.NewSize(max(s.Width-pad-cellPad, 0), s.Height))
	t.Refresh()
	if c.Badge {
		m := fyne.MeasureText(t.Text, t.TextSize, style)
		r := p.ink.rect(fyne.NewPos(at.X+cellPad-1, at.Y+(s.Height-m.Height)/2-1), fyne.NewSize(m.Width+12, m.Height+2), c.Tone.Ground())
		r.CornerRadius = 4
	}
}

// cellAt is the shown position and the column at a point of the pane, -1 where there is no row.
func (p *pane) cellAt(at fyne.Position) (pos, column int) {
	if p.stays() {
		at.Y += p.g.scroll.Offset.Y
	}
	pos = int(at.Y / p.g.rowHeight())
	if at.Y < 0 || pos >= p.g.Len() {
		return -1, p.from
	}
	x, ws := float32(0), p.g.widths()
	for i := p.from; i < p.to; i++ {
		if x += ws[i]; at.X < x {
			return pos, i
		}
	}
	return pos, max(p.to-1, 0)
}

// MouseDown keeps what is held together with the click that follows.
func (p *pane) MouseDown(e *desktop.MouseEvent) { p.g.held = e.Modifier }

// MouseUp is not needed.
func (p *pane) MouseUp(*desktop.MouseEvent) {}

// Tapped goes to a cell; a cell that leads somewhere, or a second tap soon after, opens; with Ctrl or Shift it chooses rows.
func (p *pane) Tapped(e *fyne.PointEvent) {
	g := p.g
	kit.Focus(g)
	pos, column := p.cellAt(e.Position)
	if pos < 0 {
		return
	}
	held := g.held
	g.held = 0
	twice := pos == g.at && time.Since(g.lastTap) < doubleTap && held == 0
	g.lastTap = time.Now()
	g.choose(pos, column, held)
	if twice || held == 0 && g.Leads != nil && g.Leads(g.row(pos), column) {
		g.lastTap = time.Time{}
		g.open()
	}
}

// MouseIn, MouseMoved and MouseOut light up the row under the pointer.
func (p *pane) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }
func (p *pane) MouseMoved(e *desktop.MouseEvent) {
	pos, column := p.cellAt(e.Position)
	p.setHover(pos, column)
}
func (p *pane) MouseOut() { p.setHover(-1, 0) }

func (p *pane) setHover(pos, column int) {
	p.hoverCol = column
	if pos != p.hover {
		p.hover = pos
		p.g.stay.show()
		p.g.slide.show()
	}
}

// Cursor is a hand over what leads somewhere.
func (p *pane) Cursor() desktop.Cursor {
	if p.hover >= 0 && p.hover < p.g.Len() && p.g.Leads != nil && p.g.Leads(p.g.row(p.hover), p.hoverCol) {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer paints what show prepared.
func (p *pane) CreateRenderer() fyne.WidgetRenderer {
	return &inkRenderer{ink: &p.ink, size: p.all}
}
