package kit

import "fyne.io/fyne/v2"

// Head puts what a page is called at the left and its buttons at the right; where both do not fit into one line, the buttons
// go beneath.
func Head(left, right fyne.CanvasObject) fyne.CanvasObject {
	l := &headLayout{}
	c := &fyne.Container{Layout: l, Objects: []fyne.CanvasObject{left, right}}
	return c
}

// headGap is the least room between the two sides, and between the two lines.
const headGap = 10

type headLayout struct {
	width float32 // as last laid out; what the height depends on
}

func (l *headLayout) oneLine(o []fyne.CanvasObject, width float32) bool {
	return width == 0 || o[0].MinSize().Width+headGap+o[1].MinSize().Width <= width
}

func (l *headLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	s := fyne.NewSize(max(a.Width, b.Width), max(a.Height, b.Height))
	if !l.oneLine(o, l.width) {
		s.Height = a.Height + headGap/2 + b.Height
	}
	return s
}

func (l *headLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	a, b := o[0].MinSize(), o[1].MinSize()
	if l.oneLine(o, size.Width) {
		h := max(a.Height, b.Height)
		o[0].Resize(fyne.NewSize(size.Width-headGap-b.Width, h))
		o[0].Move(fyne.Position{})
		o[1].Resize(fyne.NewSize(b.Width, h))
		o[1].Move(fyne.NewPos(size.Width-b.Width, 0))
		return
	}
	o[0].Resize(fyne.NewSize(size.Width, a.Height))
	o[0].Move(fyne.Position{})
	o[1].Resize(b)
	o[1].Move(fyne.NewPos(size.Width-b.Width, a.Height+headGap/2))
}

// Tiles lays objects out side by side in columns of one width, as many as fit with at least em characters each.
func Tiles(em float32, objects ...fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: &tilesLayout{em: em}, Objects: objects}
}

// tilesGap is the room between tiles.
const tilesGap = 8

type tilesLayout struct {
	em    float32
	width float32
}

func (l *tilesLayout) columns(n int) int {
	w := l.em * Size("text")
	fit := max(min(int((l.width+tilesGap)/(w+tilesGap)), n), 1)
	rows := (n + fit - 1) / fit
	return (n + rows - 1) / rows // 4 in two lines are 2 and 2, not 3 and 1
}

func (l *tilesLayout) high(o []fyne.CanvasObject) (h float32) {
	for _, x := range o {
		h = max(h, x.MinSize().Height)
	}
	return h
}

func (l *tilesLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	n, w := len(o), float32(0)
	for _, x := range o {
		w = max(w, x.MinSize().Width)
	}
	if l.width > 0 && n > 0 {
		n = (n + l.columns(n) - 1) / l.columns(n)
	} else {
		n = 1
	}
	return fyne.NewSize(w, float32(n)*(l.high(o)+tilesGap)-tilesGap)
}

func (l *tilesLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	n, h := l.columns(len(o)), l.high(o)
	w := (size.Width - tilesGap*float32(n-1)) / float32(n)
	for i, x := range o {
		x.Resize(fyne.NewSize(w, h))
		x.Move(fyne.NewPos(float32(i%n)*(w+tilesGap), float32(i/n)*(h+tilesGap)))
	}
}
