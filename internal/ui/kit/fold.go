package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Fold is the heading of a part of a page that shuts and opens it with a tap. It is no stop for Tab: the keyboard goes to a part
// with a Jump, which opens it.
type Fold struct {
	widget.BaseWidget
	Turned func(open bool)
	open   bool
	title  fyne.CanvasObject
	note   *canvas.Text
	arrow  *widget.Icon
}

// NewFold makes the heading of an open part.
func NewFold(title string, turned func(open bool)) *Fold {
	f := &Fold{Turned: turned, open: true, title: Subtitle(title), note: Caption("", Quiet), arrow: widget.NewIcon(nil)}
	f.ExtendBaseWidget(f)
	return f
}

// Open tells whether the part is open.
func (f *Fold) Open() bool { return f.open }

// Set opens or shuts the heading, and tells nobody.
func (f *Fold) Set(open bool) {
	f.open = open
	f.paint()
}

// Note says something small behind the title: how much of the part is answered.
func (f *Fold) Note(s string, tone Tone) {
	if f.note.Text != s || f.note.Color != tone.Color() {
		SetWords(f.note, s, tone)
		f.Refresh()
	}
}

// Tapped turns the part.
func (f *Fold) Tapped(*fyne.PointEvent) {
	f.Set(!f.open)
	if f.Turned != nil {
		f.Turned(f.open)
	}
}

// Cursor is a hand.
func (f *Fold) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (f *Fold) paint() {
	icon := theme.MenuExpandIcon()
	if f.open {
		icon = theme.MenuDropDownIcon()
	}
	f.arrow.SetResource(theme.NewColoredResource(icon, ColorQuiet))
}

// CreateRenderer lays arrow, title and note side by side.
func (f *Fold) CreateRenderer() fyne.WidgetRenderer {
	f.paint()
	return widget.NewSimpleRenderer(container.NewStack(Line(6, f.arrow, f.title, f.note)))
}
