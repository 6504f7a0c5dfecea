package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Toggle is a choice between two to five things, all in sight, made with one key: the number of the choice, or the first
// letter of its pinyin. It is one stop for Tab, not one for each choice.
type Toggle struct {
	answered
	spots
	options  []string
	value    string
	disabled bool
	Enter    func() bool // Enter; false goes on
}

// NewToggle makes a toggle with nothing chosen.
func NewToggle(options ...string) *Toggle {
	t := &Toggle{options: options}
	t.ExtendBaseWidget(t)
	t.spots = spots{hover: -1, under: t.at, redraw: t.Refresh}
	return t
}

// Value is the chosen option, "" while none is.
func (t *Toggle) Value() string { return t.value }

// SetValue chooses and tells nobody.
func (t *Toggle) SetValue(v string) {
	t.value = v
	t.Refresh()
}

// Choose sets v as a person does.
func (t *Toggle) Choose(v string) {
	if t.disabled || v == t.value {
		return
	}
	t.value = v
	t.Refresh()
	call(t.changed)
}

// Disable and its fellows make it a fyne.Disableable.
func (t *Toggle) Disable()       { t.disabled = true; t.Refresh() }
func (t *Toggle) Enable()        { t.disabled = false; t.Refresh() }
func (t *Toggle) Disabled() bool { return t.disabled }

// TypedRune chooses by number or by the first letter of the pinyin; a letter that several share goes round among them.
func (t *Toggle) TypedRune(r rune) {
	if r >= '1' && int(r-'1') < len(t.options) {
		t.Choose(t.options[r-'1'])
		return
	}
	at := t.index()
	for i := 1; i <= len(t.options); i++ {
		o := t.options[(at+i+len(t.options))%len(t.options)]
		if Reads(o, string(r)) {
			t.Choose(o)
			return
		}
	}
	if r == ' ' {
		t.Choose(t.options[(at+1)%len(t.options)])
	}
}

// TypedKey moves with the arrows, clears with Backspace, goes on with Enter.
func (t *Toggle) TypedKey(k *fyne.KeyEvent) {
	at := t.index()
	switch k.Name {
	case fyne.KeyRight, fyne.KeyDown:
		t.Choose(t.options[min(at+1, len(t.options)-1)])
	case fyne.KeyLeft, fyne.KeyUp:
		t.Choose(t.options[max(at-1, 0)])
	case fyne.KeyBackspace, fyne.KeyDelete:
		t.Choose("")
	case fyne.KeyReturn, fyne.KeyEnter:
		if t.Enter == nil || !t.Enter() {
			goOn(t.Next, t)
		}
	case fyne.KeyEscape:
		call(t.Escape)
	default:
		pass(t, k)
	}
}

func (t *Toggle) index() int {
	for i, o := range t.options {
		if o == t.value {
			return i
		}
	}
	return -1
}

// Tapped chooses what lies under the pointer; the chosen one is let go.
func (t *Toggle) Tapped(e *fyne.PointEvent) {
	if t.disabled {
		return
	}
	Focus(t)
	if i := t.under(e.Position); i >= 0 {
		v := t.options[i]
		if v == t.value {
			v = ""
		}
		t.Choose(v)
	}
}

func (t *Toggle) at(p fyne.Position) int {
	at := float32(0)
	for i, w := range t.widths() {
		if p.X < at+w {
			return i
		}
		at += w
	}
	return -1
}

func (t *Toggle) widths() []float32 {
	ws := make([]float32, len(t.options))
	for i, o := range t.options {
		ws[i] = max(fyne.MeasureText(o, Size(theme.SizeNameText), fyne.TextStyle{}).Width+20, 52)
	}
	return ws
}

// CreateRenderer draws the choices side by side in one frame.
func (t *Toggle) CreateRenderer() fyne.WidgetRenderer {
	r := &toggleRenderer{t: t, frame: canvas.NewRectangle(nil)}
	r.objects = append(r.objects, r.frame)
	for range t.options {
		b, w := canvas.NewRectangle(nil), canvas.NewText("", nil)
		w.Alignment = fyne.TextAlignCenter
		r.grounds, r.words = append(r.grounds, b), append(r.words, w)
		r.objects = append(r.objects, b, w)
	}
	r.Refresh()
	return r
}

type toggleRenderer struct {
	t       *Toggle
	frame   *canvas.Rectangle
	grounds []*canvas.Rectangle
	words   []*canvas.Text
	objects []fyne.CanvasObject
}

func (r *toggleRenderer) Destroy()                     {}
func (r *toggleRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *toggleRenderer) MinSize() fyne.Size {
	w := float32(0)
	for _, x := range r.t.widths() {
		w += x
	}
	return fyne.NewSize(w, Size(theme.SizeNameText)*1.4+2*Size(theme.SizeNameInnerPadding))
}

func (r *toggleRenderer) Layout(s fyne.Size) {
	ws := r.t.widths()
	x, h := float32(0), r.MinSize().Height
	y := (s.Height - h) / 2
	for i := range r.grounds {
		r.grounds[i].Move(fyne.NewPos(x+2, y+2))
		r.grounds[i].Resize(fyne.NewSize(ws[i]-4, h-4))
		r.words[i].Move(fyne.NewPos(x, y))
		r.words[i].Resize(fyne.NewSize(ws[i], h))
		x += ws[i]
	}
	r.frame.Move(fyne.NewPos(0, y))
	r.frame.Resize(fyne.NewSize(x, h))
}

func (r *toggleRenderer) Refresh() {
	r.frame.FillColor = Color(theme.ColorNameInputBackground)
	r.frame.CornerRadius = Size(theme.SizeNameInputRadius)
	r.frame.StrokeWidth, r.frame.StrokeColor = 1, Color(theme.ColorNameInputBorder)
	if r.t.focused {
		r.frame.StrokeWidth, r.frame.StrokeColor = 2, Color(theme.ColorNamePrimary)
	}
	for i, o := range r.t.options {
		r.paint(i, o)
	}
	r.Layout(r.t.Size())
	canvas.Refresh(r.t)
}

func (r *toggleRenderer) paint(i int, option string) {
	g, w := r.grounds[i], r.words[i]
	g.CornerRadius = Size(theme.SizeNameInputRadius) - 1
	g.FillColor, w.Color = Color(theme.ColorNameInputBackground), Color(theme.ColorNameForeground)
	w.Text, w.TextSize = option, Size(theme.SizeNameText)
	switch {
	case option == r.t.value:
		g.FillColor, w.Color = Color(theme.ColorNamePrimary), Color(theme.ColorNameForegroundOnPrimary)
	case i == r.t.hover:
		g.FillColor = Color(theme.ColorNameHover)
	}
	if r.t.disabled && option != r.t.value {
		w.Color = Color(theme.ColorNameDisabled)
	}
	g.Refresh()
	w.Refresh()
}
