package papers

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ruhu/internal/ui/kit"
)

// sheet shows one page of a paper as it will be printed, drawn anew for just the dots that the window has for it. PgUp and PgDn turn
// the pages, plus and minus change the size, the arrows move a page that is larger than its place.
type sheet struct {
	widget.BaseWidget
	size  fyne.Size // the page at 100 %; none while there is nothing to show
	zoom  float32   // 0 fits the page into its place
	draw  func(w, h int) image.Image
	keys  map[fyne.KeyName]func()
	runes map[rune]func()

	raster  *canvas.Raster
	ground  *canvas.Rectangle
	edge    *canvas.Rectangle
	focused bool
}

// sheetGap is the room around a page.
const sheetGap = 10

func newSheet(draw func(w, h int) image.Image) *sheet {
	s := &sheet{draw: draw, ground: canvas.NewRectangle(nil), edge: canvas.NewRectangle(nil)}
	s.raster = canvas.NewRaster(func(w, h int) image.Image { return s.draw(w, h) })
	s.ExtendBaseWidget(s)
	return s
}

// show changes what is shown.
func (s *sheet) show(page fyne.Size, zoom float32) {
	s.size, s.zoom = page, zoom
	s.Refresh()
}

// shown is how large the page is drawn in a place.
func (s *sheet) shown(place fyne.Size) fyne.Size {
	if s.size.Width == 0 {
		return fyne.Size{}
	}
	if s.zoom > 0 {
		return fyne.NewSize(s.size.Width*s.zoom, s.size.Height*s.zoom)
	}
	k := min((place.Width-2*sheetGap)/s.size.Width, (place.Height-2*sheetGap)/s.size.Height)
	return fyne.NewSize(max(s.size.Width*k, 1), max(s.size.Height*k, 1))
}

// FocusGained and its fellows let the keyboard in.
func (s *sheet) FocusGained() { s.focused = true; s.Refresh() }
func (s *sheet) FocusLost()   { s.focused = false; s.Refresh() }

// TypedRune changes the size.
func (s *sheet) TypedRune(r rune) {
	if do := s.runes[r]; do != nil {
		do()
	}
}

// TypedKey turns pages; keys that mean nothing here are the window's.
func (s *sheet) TypedKey(k *fyne.KeyEvent) {
	if do := s.keys[k.Name]; do != nil {
		do()
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(k)
	}
}

// Tapped takes the keyboard.
func (s *sheet) Tapped(*fyne.PointEvent) { kit.Focus(s) }

// Cursor is the plain one.
func (s *sheet) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// CreateRenderer draws the page on a grey ground.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer {
	r := &sheetRenderer{s}
	r.Refresh()
	return r
}

type sheetRenderer struct{ s *sheet }

func (r *sheetRenderer) Destroy() {}
func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.s.ground, r.s.edge, r.s.raster}
}

func (r *sheetRenderer) MinSize() fyne.Size {
	if r.s.zoom == 0 || r.s.size.Width == 0 {
		return fyne.NewSize(60, 60)
	}
	return r.s.shown(fyne.Size{}).AddWidthHeight(2*sheetGap, 2*sheetGap)
}

func (r *sheetRenderer) Layout(size fyne.Size) {
	page := r.s.shown(size)
	at := fyne.NewPos(max((size.Width-page.Width)/2, sheetGap), max((size.Height-page.Height)/2, sheetGap))
	r.s.ground.Resize(size)
	r.s.edge.Move(at.SubtractXY(1, 1))
	r.s.edge.Resize(page.AddWidthHeight(2, 2))
	r.s.raster.Move(at)
	r.s.raster.Resize(page)
}

func (r *sheetRenderer) Refresh() {
	s := r.s
	s.ground.FillColor = kit.Color(theme.ColorNameBackground)
	s.edge.StrokeWidth, s.edge.StrokeColor = 1, kit.Color(theme.ColorNameSeparator)
	if s.focused {
		s.edge.StrokeWidth, s.edge.StrokeColor = 2, kit.Color(theme.ColorNamePrimary)
	}
	s.edge.Hidden, s.raster.Hidden = s.size.Width == 0, s.size.Width == 0
	r.Layout(s.Size())
	s.ground.Refresh()
	s.edge.Refresh()
	s.raster.Refresh()
}
