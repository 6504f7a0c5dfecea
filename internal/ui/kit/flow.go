package kit

import "fyne.io/fyne/v2"

// Flow lays objects out side by side, each as wide as it is, on as many lines as the width needs.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &flowLayout{gap: gap}, Objects: objects}
}

type flowLayout struct {
	gap   float32
	width float32 // as last laid out; what the height depends on
}

func (l *flowLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, x := range o {
		if x.Visible() {
			w = max(w, x.MinSize().Width)
		}
	}
	return fyne.NewSize(w, l.place(o, false))
}

func (l *flowLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(o, true)
}

// place walks the lines and gives their height. Before the width is known it takes one line.
func (l *flowLayout) place(o []fyne.CanvasObject, move bool) float32 {
	x, y, high := float32(0), float32(0), float32(0)
	for _, c := range o {
		if !c.Visible() {
			continue
		}
		m := c.MinSize()
		if x > 0 && l.width > 0 && x+m.Width > l.width {
			x, y, high = 0, y+high+l.gap, 0
		}
		if move {
			c.Resize(m)
			c.Move(fyne.NewPos(x, y))
		}
		x += m.Width + l.gap
		high = max(high, m.Height)
	}
	return y + high
}
