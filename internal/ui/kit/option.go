package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Option is one of two or more things to take, on a sheet of its own: words and, small beneath, where they come from. Enter or a
// tap takes it; whoever made the options sees to it that one of them is taken.
type Option struct {
	widget.BaseWidget
	taken   func()
	on      bool
	focused bool
	hovered bool
	ground  *canvas.Rectangle
	words   *Paragraph
	note    *canvas.Text
	mark    *canvas.Text
}

// NewOption makes an option that is not taken.
func NewOption(words, note string, taken func()) *Option {
	o := &Option{taken: taken, ground: canvas.NewRectangle(nil), words: Prose(words, Plain), note: Caption(note, Quiet), mark: Words("○", Quiet)}
	o.ExtendBaseWidget(o)
	return o
}

// Set shows it taken or not.
func (o *Option) Set(on bool) {
	o.on = on
	o.Refresh()
}

// On tells whether it is taken.
func (o *Option) On() bool { return o.on }

// Tapped takes it.
func (o *Option) Tapped(*fyne.PointEvent) { call(o.taken) }

// Cursor is a hand.
func (o *Option) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn, MouseMoved and MouseOut light it up.
func (o *Option) MouseIn(*desktop.MouseEvent)    { o.hovered = true; o.Refresh() }
func (o *Option) MouseMoved(*desktop.MouseEvent) {}
func (o *Option) MouseOut()                      { o.hovered = false; o.Refresh() }

// FocusGained and its fellows let the keyboard in.
func (o *Option) FocusGained()   { o.focused = true; o.Refresh() }
func (o *Option) FocusLost()     { o.focused = false; o.Refresh() }
func (o *Option) TypedRune(rune) {}

// TypedKey takes with Enter or Space and walks with the arrows.
func (o *Option) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		o.Tapped(nil)
	case fyne.KeyLeft, fyne.KeyUp:
		PreviousFocus(o)
	case fyne.KeyRight, fyne.KeyDown:
		NextFocus(o)
	default:
		pass(o, k)
	}
}

// Refresh paints it as taken, lit or at rest.
func (o *Option) Refresh() {
	o.paint()
	o.BaseWidget.Refresh()
}

func (o *Option) paint() {
	o.ground.FillColor, o.ground.CornerRadius = Color(ColorPanel), 4
	o.ground.StrokeWidth, o.ground.StrokeColor = 1, Color(theme.ColorNameSeparator)
	tone, mark := Quiet, "○"
	if o.on {
		o.ground.FillColor, o.ground.StrokeColor = Color(ColorTint), Color(theme.ColorNamePrimary)
		tone, mark = Accent, "●"
	}
	if o.focused || o.hovered {
		o.ground.StrokeWidth, o.ground.StrokeColor = 2, Color(theme.ColorNamePrimary)
	}
	o.mark.Text, o.mark.Color = mark, tone.Color()
	o.ground.Refresh()
}

// CreateRenderer lays the mark before the words.
func (o *Option) CreateRenderer() fyne.WidgetRenderer {
	o.paint()
	rows := fyne.CanvasObject(o.words)
	if o.note.Text != "" {
		rows = Rows(1, o.words, o.note)
	}
	mark := container.NewVBox(o.mark)
	inner := container.New(layout.NewCustomPaddedLayout(5, 5, 8, 8), container.NewBorder(nil, nil, mark, nil, rows))
	return widget.NewSimpleRenderer(container.New(layout.NewCustomPaddedLayout(2, 2, 0, 0), container.NewStack(o.ground, inner)))
}
