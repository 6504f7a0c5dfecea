package papers

import (
	"image"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"golang.org/x/image/draw"

	"ruhu/internal/paper"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// zooms are the sizes in which a page can be looked at; 0 fits it into its place.
var zooms = []struct {
	key   string
	times float32
}{{"papers.zoom.fit", 0}, {"papers.zoom.full", 1}, {"papers.zoom.half_more", 1.5}}

// preview shows the pages of the chosen paper.
type preview struct {
	p      *Page
	sheets *paper.Sheets
	page   int
	asked  shot // what is being drawn
	drawn  shot // what img is
	img    image.Image

	sheet  *sheet
	scroll *container.Scroll
	of     *canvas.Text
	zoom   *kit.Toggle
	back   *kit.Button
	on     *kit.Button
	tools  []fyne.CanvasObject
}

// shot is a page drawn for so many dots.
type shot struct {
	sheets  *paper.Sheets
	page, w int
}

func newPreview(p *Page) *preview {
	v := &preview{p: p, of: kit.Words("", kit.Plain)}
	v.sheet = newSheet(v.draw)
	v.scroll = container.NewScroll(v.sheet)
	var names []string
	for _, z := range zooms {
		names = append(names, text.T(z.key))
	}
	v.zoom = kit.NewToggle(names...)
	v.zoom.SetValue(names[0])
	v.zoom.OnChange(v.show)
	v.back, v.on = kit.NewQuiet(text.T("papers.page.back"), func() { v.turn(-1) }), kit.NewQuiet(text.T("papers.page.on"), func() { v.turn(1) })
	v.sheet.keys = map[fyne.KeyName]func(){
		fyne.KeyPageUp: func() { v.turn(-1) }, fyne.KeyPageDown: func() { v.turn(1) },
		fyne.KeyHome: func() { v.turn(-v.page) }, fyne.KeyEnd: func() { v.turn(v.count()) },
		fyne.KeyUp: func() { v.push(0, -1) }, fyne.KeyDown: func() { v.push(0, 1) },
		fyne.KeyLeft: func() { v.push(-1, 0) }, fyne.KeyRight: func() { v.push(1, 0) },
		fyne.KeyReturn: p.make, fyne.KeyEnter: p.make,
	}
	v.sheet.runes = map[rune]func(){'+': func() { v.enlarge(1) }, '=': func() { v.enlarge(1) }, '-': func() { v.enlarge(-1) }, '0': func() { v.enlarge(-len(zooms)) }}
	v.tools = []fyne.CanvasObject{kit.Line(4, v.back, v.of, v.on), v.zoom}
	v.show()
	return v
}

// set shows other pages; the page looked at stays where there is one of that number.
func (v *preview) set(s *paper.Sheets) {
	v.sheets = s
	v.page = max(0, min(v.page, v.count()-1))
	v.show()
}

func (v *preview) count() int {
	if v.sheets == nil {
		return 0
	}
	return v.sheets.Len()
}

// turn goes so many pages on.
func (v *preview) turn(by int) {
	to := max(0, min(v.page+by, v.count()-1))
	if to != v.page {
		v.page = to
		v.scroll.ScrollToTop()
		v.show()
	}
}

// enlarge goes to another size.
func (v *preview) enlarge(by int) {
	names := make([]string, len(zooms))
	for i, z := range zooms {
		names[i] = text.T(z.key)
	}
	v.zoom.Choose(names[max(0, min(slices.Index(names, v.zoom.Value())+by, len(zooms)-1))])
}

func (v *preview) times() float32 {
	for _, z := range zooms {
		if text.T(z.key) == v.zoom.Value() {
			return z.times
		}
	}
	return 0
}

// push moves a page that is larger than its place; one that is not is turned.
func (v *preview) push(x, y float32) {
	const step = 60
	if v.times() == 0 {
		v.turn(int(x + y))
		return
	}
	v.scroll.ScrollToOffset(v.scroll.Offset.AddXY(x*step, y*step))
}

// dotsPerMM is how large a page is at 100 %: Fyne's unit is a dot of a screen with 96 to the inch.
const dotsPerMM = 96 / 25.4

func (v *preview) show() {
	n := v.count()
	words := text.T("papers.page.of", v.page+1, n)
	if n == 0 {
		words = text.T("papers.page.none")
	}
	kit.SetWords(v.of, words, kit.Plain)
	able(v.back, v.page > 0)
	able(v.on, v.page < n-1)
	page := fyne.Size{}
	if n > 0 {
		w, h := v.sheets.Size(v.page)
		page = fyne.NewSize(float32(w*dotsPerMM), float32(h*dotsPerMM))
	}
	v.sheet.show(page, v.times())
	v.scroll.Refresh()
}

func able(b *kit.Button, yes bool) {
	if yes {
		b.Enable()
	} else {
		b.Disable()
	}
}

// draw gives the page for w x h dots. It is asked by the window's thread: what is not there yet is drawn beside it, and until then the
// last picture stands there, stretched.
func (v *preview) draw(w, h int) image.Image {
	want := shot{v.sheets, v.page, w}
	if v.drawn == want && v.img != nil {
		return v.img
	}
	if v.asked != want && v.count() > 0 {
		v.asked = want
		wide, _ := v.sheets.Size(v.page)
		var img image.Image
		v.p.deps.Go(func() { img, _ = want.sheets.Render(want.page, float64(w)/(wide/25.4)) }, func() {
			if v.asked == want && img != nil {
				v.drawn, v.img = want, img
				v.sheet.raster.Refresh()
			}
		})
		if v.drawn == want { // a window that does its work at once
			return v.img
		}
	}
	return stretched(v.img, v.drawn.sheets == v.sheets && v.drawn.page == v.page, w, h)
}

// stretched is the same page in another size, white where there is none.
func stretched(img image.Image, same bool, w, h int) image.Image {
	out := image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	draw.Draw(out, out.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	if img != nil && same {
		draw.ApproxBiLinear.Scale(out, out.Rect, img, img.Bounds(), draw.Src, nil)
	}
	return out
}
