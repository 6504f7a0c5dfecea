package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// MinSize leaves room for the head and three rows.
func (g *Grid) MinSize() fyne.Size {
	g.ExtendBaseWidget(g)
	return fyne.NewSize(240, g.headHeight()+g.rowHeight()*3)
}

// CreateRenderer lays the four parts: heads over rows, what stays at the left of what slides.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer {
	return &gridRenderer{g: g, parts: []fyne.CanvasObject{
		container.NewClip(g.slideHead), g.scroll, container.NewClip(g.stay.self), container.NewClip(g.stayHead),
	}}
}

type gridRenderer struct {
	g     *Grid
	parts []fyne.CanvasObject
}

func (r *gridRenderer) Destroy()                     {}
func (r *gridRenderer) Objects() []fyne.CanvasObject { return r.parts }
func (r *gridRenderer) MinSize() fyne.Size           { return r.g.MinSize() }

func (r *gridRenderer) Layout(s fyne.Size) {
	g := r.g
	top, left := g.headHeight(), g.left(0, g.Frozen)
	put := func(i int, x, y, w, h float32) {
		r.parts[i].Move(fyne.NewPos(x, y))
		r.parts[i].Resize(fyne.NewSize(max(w, 0), max(h, 0)))
	}
	put(0, left, 0, s.Width-left, top)
	put(1, left, top, s.Width-left, s.Height-top)
	put(2, 0, top, left, s.Height-top)
	put(3, 0, 0, left, top)
	g.slideHead.Resize(fyne.NewSize(s.Width-left, top))
	g.stayHead.Resize(fyne.NewSize(left, top))
	g.stay.self.Resize(fyne.NewSize(left, s.Height-top))
	g.scroll.Refresh()
	g.paint()
}

func (r *gridRenderer) Refresh() { r.Layout(r.g.Size()) }
