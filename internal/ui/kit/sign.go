package kit

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/image/vector" // draws a stroke with a smooth edge; the module is there for the fonts
)

// Sign is a sheet that somebody signs on with the mouse, a finger or a pen. What was drawn is given as a PNG, cut to the
// signature. Backspace takes the last stroke back, Delete all of them.
type Sign struct {
	widget.BaseWidget
	Escape  func()
	Save    func() // Enter, Ctrl+Enter
	strokes [][]fyne.Position
	down    bool
	focused bool
	changed func()
}

// NewSign makes an empty sheet.
func NewSign() *Sign {
	s := &Sign{}
	s.ExtendBaseWidget(s)
	return s
}

// OnChange calls f after each stroke.
func (s *Sign) OnChange(f func()) { s.changed = f }

// Empty tells whether nothing is drawn.
func (s *Sign) Empty() bool { return len(s.strokes) == 0 }

// Clear takes all strokes away.
func (s *Sign) Clear() { s.keep(nil) }

// Back takes the last stroke away.
func (s *Sign) Back() {
	if n := len(s.strokes); n > 0 {
		s.keep(s.strokes[:n-1])
	}
}

func (s *Sign) keep(strokes [][]fyne.Position) {
	s.strokes = strokes
	s.Refresh()
	call(s.changed)
}

// MouseDown begins a stroke where the pen comes down, and MouseUp ends it.
func (s *Sign) MouseDown(e *desktop.MouseEvent) {
	Focus(s)
	s.begin(e.Position)
}
func (s *Sign) MouseUp(*desktop.MouseEvent) { s.DragEnd() }

func (s *Sign) begin(at fyne.Position) {
	s.down = true
	s.keep(append(s.strokes, []fyne.Position{at}))
}

// Dragged draws on; it begins a stroke where nothing told of the pen coming down, as on a touch screen.
func (s *Sign) Dragged(e *fyne.DragEvent) {
	if !s.down {
		s.begin(e.Position)
		return
	}
	n := len(s.strokes) - 1
	s.strokes[n] = append(s.strokes[n], within(e.Position, s.Size()))
	s.Refresh()
}

// DragEnd ends the stroke.
func (s *Sign) DragEnd() { s.down = false }

func within(p fyne.Position, size fyne.Size) fyne.Position {
	return fyne.NewPos(max(min(p.X, size.Width), 0), max(min(p.Y, size.Height), 0))
}

// Cursor is a cross, as exact as a pen.
func (s *Sign) Cursor() desktop.Cursor { return desktop.CrosshairCursor }

// FocusGained and its fellows let the keyboard in.
func (s *Sign) FocusGained()   { s.focused = true; s.Refresh() }
func (s *Sign) FocusLost()     { s.focused = false; s.Refresh() }
func (s *Sign) TypedRune(rune) {}

// TypedKey takes strokes back.
func (s *Sign) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyBackspace:
		s.Back()
	case fyne.KeyDelete:
		s.Clear()
	case fyne.KeyReturn, fyne.KeyEnter:
		call(s.Save)
	case fyne.KeyEscape:
		call(s.Escape)
	default:
		pass(s, k)
	}
}

// TypedShortcut takes Ctrl+Enter.
func (s *Sign) TypedShortcut(x fyne.Shortcut) {
	c, ok := x.(*desktop.CustomShortcut)
	if ok && c.Modifier == fyne.KeyModifierControl && (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter) {
		call(s.Save)
	}
}

// signScale is how many dots of the picture a point of the sheet has: enough to be printed as wide as a hand.
const signScale = 3

// penWidth is the width of a stroke in points.
const penWidth = 2.6

// PNG is what was drawn, black on white, cut to the strokes with a little room around; nil where nothing is.
func (s *Sign) PNG() []byte {
	if s.Empty() {
		return nil
	}
	lo, hi := s.bounds()
	size := hi.Subtract(lo)
	img := image.NewGray(image.Rect(0, 0, int(size.X*signScale), int(size.Y*signScale)))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	s.ink(img, lo, signScale, color.Black)
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		return nil // only memory can fail here
	}
	return b.Bytes()
}

func (s *Sign) bounds() (lo, hi fyne.Position) {
	lo, hi = s.strokes[0][0], s.strokes[0][0]
	for _, stroke := range s.strokes {
		for _, p := range stroke {
			lo = fyne.NewPos(min(lo.X, p.X), min(lo.Y, p.Y))
			hi = fyne.NewPos(max(hi.X, p.X), max(hi.Y, p.Y))
		}
	}
	return lo.SubtractXY(6, 6), hi.AddXY(6, 6)
}

// ink draws all strokes on img, of which the dot at 0,0 is the point lo of the sheet.
func (s *Sign) ink(img draw.Image, lo fyne.Position, scale float32, c color.Color) {
	b := img.Bounds()
	if b.Empty() {
		return
	}
	r := vector.NewRasterizer(b.Dx(), b.Dy())
	for _, stroke := range s.strokes {
		for i, p := range stroke {
			a := p.Subtract(lo)
			dot(r, a.X*scale, a.Y*scale, penWidth*scale/2)
			if i > 0 {
				z := stroke[i-1].Subtract(lo)
				bar(r, z.X*scale, z.Y*scale, a.X*scale, a.Y*scale, penWidth*scale/2)
			}
		}
	}
	r.Draw(img, b, image.NewUniform(c), image.Point{})
}

// dot is a disc of radius w, all discs and bars turning the same way round so that they add up where they overlap.
func dot(r *vector.Rasterizer, x, y, w float32) {
	const corners = 12
	for i := range corners {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
		px, py := x+w*float32(cos), y+w*float32(sin)
		if i == 0 {
			r.MoveTo(px, py)
		} else {
			r.LineTo(px, py)
		}
	}
	r.ClosePath()
}

// bar is the straight piece between two discs.
func bar(r *vector.Rasterizer, x0, y0, x1, y1, w float32) {
	d := float32(math.Hypot(float64(x1-x0), float64(y1-y0)))
	if d == 0 {
		return
	}
	nx, ny := (y1-y0)/d*w, -(x1-x0)/d*w
	r.MoveTo(x0+nx, y0+ny)
	r.LineTo(x1+nx, y1+ny)
	r.LineTo(x1-nx, y1-ny)
	r.LineTo(x0-nx, y0-ny)
	r.ClosePath()
}

// CreateRenderer draws the sheet with a line to sign on.
func (s *Sign) CreateRenderer() fyne.WidgetRenderer {
	r := &signRenderer{s: s, sheet: canvas.NewRectangle(nil), base: canvas.NewRectangle(nil)}
	r.ink = canvas.NewRaster(func(w, h int) image.Image {
		img := image.NewNRGBA(image.Rect(0, 0, w, h))
		if width := s.Size().Width; width > 0 {
			s.ink(img, fyne.Position{}, float32(w)/width, Color(theme.ColorNameForeground))
		}
		return img
	})
	r.Refresh()
	return r
}

type signRenderer struct {
	s           *Sign
	sheet, base *canvas.Rectangle
	ink         *canvas.Raster
}

func (r *signRenderer) Destroy() {}
func (r *signRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.sheet, r.base, r.ink}
}
func (r *signRenderer) MinSize() fyne.Size { return fyne.NewSize(460, 190) }

func (r *signRenderer) Layout(size fyne.Size) {
	r.sheet.Resize(size)
	r.ink.Resize(size)
	r.base.Move(fyne.NewPos(24, size.Height*0.78))
	r.base.Resize(fyne.NewSize(max(size.Width-48, 0), 1))
}

func (r *signRenderer) Refresh() {
	r.sheet.FillColor, r.sheet.CornerRadius = Color(ColorPanel), 4
	r.sheet.StrokeWidth, r.sheet.StrokeColor = 1, Color(theme.ColorNameInputBorder)
	if r.s.focused {
		r.sheet.StrokeWidth, r.sheet.StrokeColor = 2, Color(theme.ColorNamePrimary)
	}
	r.base.FillColor = Color(theme.ColorNameSeparator)
	r.sheet.Refresh()
	r.ink.Refresh()
}
