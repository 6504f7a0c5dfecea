package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

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

// CreateRenderer paints what show prepared.
func (p *pane) CreateRenderer() fyne.WidgetRenderer {
	return &inkRenderer{ink: &p.ink, size: p.all}
}
