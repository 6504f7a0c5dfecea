package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Checks is a choice of several among a few things, all in sight. It is one stop for Tab: the number of a choice, or Space on
// the one the arrows went to, puts its mark on or off; Enter goes on.
type Checks struct {
	answered
	chips
	items  []Item
	picked []string
	at     int // the choice that the arrows are at
}

// NewChecks makes checks with none marked.
func NewChecks(items ...Item) *Checks {
	c := &Checks{items: items}
	c.ExtendBaseWidget(c)
	c.chips = chips{spots: spots{hover: -1, redraw: c.Refresh}, lines: 1, wide: c.width, high: c.height, count: func() int { return len(c.items) }}
	c.under = func(p fyne.Position) int { return c.hit(p, c.Size().Width) }
	return c
}

// Value is what is marked, joined by "、" in the order of the choices; what is no choice (any more) stays at the end.
func (c *Checks) Value() string { return strings.Join(c.picked, "、") }

// SetValue marks and tells nobody.
func (c *Checks) SetValue(v string) {
	c.picked = nil
	if v != "" {
		c.picked = strings.Split(v, "、")
	}
	c.Refresh()
}

// Turn puts the mark of choice i on or off as a person does.
func (c *Checks) Turn(i int) {
	if i < 0 || i >= len(c.items) {
		return
	}
	c.at = i
	v := c.items[i].Value
	had := slices.Contains(c.picked, v)
	var kept []string
	for _, x := range c.items {
		if x.Value == v && !had || x.Value != v && slices.Contains(c.picked, x.Value) {
			kept = append(kept, x.Value)
		}
	}
	c.picked = append(kept, c.strangers()...)
	c.Refresh()
	call(c.changed)
}

// strangers are marked and no choice: from another version, or another county's list.
func (c *Checks) strangers() []string {
	return slices.DeleteFunc(slices.Clone(c.picked), func(v string) bool {
		return slices.ContainsFunc(c.items, func(i Item) bool { return i.Value == v })
	})
}

// TypedRune marks by number or by the first letter of the pinyin.
func (c *Checks) TypedRune(r rune) {
	if r == ' ' {
		c.Turn(c.at)
		return
	}
	if r >= '1' && r <= '9' {
		c.Turn(int(r - '1'))
		return
	}
	for n := 1; n <= len(c.items); n++ {
		if i := (c.at + n) % len(c.items); Reads(c.items[i].name(), string(r)) {
			c.at = i
			c.Refresh()
			return
		}
	}
}

// TypedKey goes from choice to choice with the arrows.
func (c *Checks) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyRight, fyne.KeyDown:
		c.at = min(c.at+1, len(c.items)-1)
		c.Refresh()
	case fyne.KeyLeft, fyne.KeyUp:
		c.at = max(c.at-1, 0)
		c.Refresh()
	case fyne.KeyBackspace, fyne.KeyDelete:
		if c.picked != nil {
			c.SetValue("")
			call(c.changed)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		goOn(c.Next, c)
	case fyne.KeyEscape:
		call(c.Escape)
	default:
		pass(c, k)
	}
}

// Tapped turns what lies under the pointer.
func (c *Checks) Tapped(e *fyne.PointEvent) {
	Focus(c)
	if i := c.under(e.Position); i >= 0 {
		c.Turn(i)
	}
}

func (c *Checks) height() float32 { return Size(theme.SizeNameText)*1.4 + 10 }

// width has room for the mark from the start: nothing moves as one marks.
func (c *Checks) width(i int) float32 {
	return fyne.MeasureText("✓ "+c.items[i].name(), Size(theme.SizeNameText), fyne.TextStyle{}).Width + 16
}

// words is a choice with its mark before it.
func (c *Checks) words(i int) string {
	if slices.Contains(c.picked, c.items[i].Value) {
		return "✓ " + c.items[i].name()
	}
	return c.items[i].name()
}

// CreateRenderer draws the choices side by side, in lines.
func (c *Checks) CreateRenderer() fyne.WidgetRenderer {
	r := &checksRenderer{c: c}
	for range c.items {
		g, w := canvas.NewRectangle(nil), canvas.NewText("", nil)
		w.Alignment = fyne.TextAlignCenter
		r.grounds, r.words = append(r.grounds, g), append(r.words, w)
		r.objects = append(r.objects, g, w)
	}
	r.Refresh()
	return r
}

type checksRenderer struct {
	c       *Checks
	grounds []*canvas.Rectangle
	words   []*canvas.Text
	objects []fyne.CanvasObject
}

func (r *checksRenderer) Destroy()                     {}
func (r *checksRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *checksRenderer) MinSize() fyne.Size { return r.c.least() }

func (r *checksRenderer) Layout(s fyne.Size) {
	at, size := r.c.places(s.Width)
	for i := range at {
		r.grounds[i].Move(at[i])
		r.grounds[i].Resize(size[i])
		r.words[i].Move(at[i])
		r.words[i].Resize(size[i])
	}
}

func (r *checksRenderer) Refresh() {
	for i := range r.c.items {
		r.paint(i)
	}
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}

func (r *checksRenderer) paint(i int) {
	g, w := r.grounds[i], r.words[i]
	g.CornerRadius, g.StrokeWidth, g.StrokeColor = Size(theme.SizeNameInputRadius), 1, Color(theme.ColorNameInputBorder)
	g.FillColor, w.Color = Color(theme.ColorNameInputBackground), Color(theme.ColorNameForeground)
	w.Text, w.TextSize = r.c.words(i), Size(theme.SizeNameText)
	switch {
	case slices.Contains(r.c.picked, r.c.items[i].Value):
		g.FillColor, w.Color = Color(theme.ColorNamePrimary), Color(theme.ColorNameForegroundOnPrimary)
	case i == r.c.hover:
		g.FillColor = Color(theme.ColorNameHover)
	}
	if r.c.focused && i == r.c.at {
		g.StrokeWidth, g.StrokeColor = 2, Color(theme.ColorNameForeground)
	}
	g.Refresh()
	w.Refresh()
}
