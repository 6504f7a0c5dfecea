package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// ink is a stock of rectangles and words that a surface is painted with again and again: nothing is made anew while one scrolls.
type ink struct {
	rects   []*canvas.Rectangle
	texts   []*canvas.Text
	objects []fyne.CanvasObject
	r, t    int
}

func (k *ink) begin() { k.r, k.t = 0, 0 }

func (k *ink) rect(at fyne.Position, s fyne.Size, fill color.Color) *canvas.Rectangle {
	if k.r == len(k.rects) {
		r := canvas.NewRectangle(nil)
		k.rects = append(k.rects, r)
		k.objects = append(k.objects, r)
	}
	r := k.rects[k.r]
	k.r++
	r.FillColor, r.StrokeWidth, r.CornerRadius = fill, 0, 0
	r.Move(at)
	r.Resize(s)
	r.Show()
	return r
}

func (k *ink) text() *canvas.Text {
	if k.t == len(k.texts) {
		t := canvas.NewText("", nil)
		k.texts = append(k.texts, t)
		k.objects = append(k.objects, t)
	}
	t := k.texts[k.t]
	k.t++
	t.TextStyle = fyne.TextStyle{}
	t.Show()
	return t
}

// end hides what was not used this time.
func (k *ink) end() {
	for _, r := range k.rects[k.r:] {
		r.Hide()
	}
	for _, t := range k.texts[k.t:] {
		t.Hide()
	}
}

// inkRenderer draws what is painted with ink.
type inkRenderer struct {
	before []fyne.CanvasObject
	ink    *ink
	least  fyne.Size
	size   func() fyne.Size // in the place of least
	all    []fyne.CanvasObject
}

func (r *inkRenderer) Destroy() {}

// Objects puts rectangles under words: the stock grows in the order in which it was needed first.
func (r *inkRenderer) Objects() []fyne.CanvasObject {
	if len(r.all) != len(r.before)+len(r.ink.objects) {
		r.all = append([]fyne.CanvasObject{}, r.before...)
		for _, x := range r.ink.rects {
			r.all = append(r.all, x)
		}
		for _, x := range r.ink.texts {
			r.all = append(r.all, x)
		}
	}
	return r.all
}

func (r *inkRenderer) MinSize() fyne.Size {
	if r.size != nil {
		return r.size()
	}
	return r.least
}

func (r *inkRenderer) Layout(fyne.Size) {}
func (r *inkRenderer) Refresh()         {}
