package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

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
	Focus(g)
	pos, column := p.cellAt(e.Position)
	if pos < 0 {
		return
	}
	held := g.held
	g.held = 0
	twice := g.twice(pos, held)
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
