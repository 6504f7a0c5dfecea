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

// Stat is a number with what it counts, on a sheet that can be tapped, or opened with Enter, to go where it comes from.
type Stat struct {
	widget.BaseWidget
	number, label, note *canvas.Text
	tapped              func()
	hovered, focused    bool
	ground              *canvas.Rectangle
}

// NewStat makes a stat; tapped may be nil.
func NewStat(label string, tapped func()) *Stat {
	s := &Stat{tapped: tapped, ground: canvas.NewRectangle(nil)}
	s.number = line("0", Plain, theme.SizeNameHeadingText, true)
	s.label = line(label, Quiet, theme.SizeNameText, false)
	s.note = line("", Quiet, theme.SizeNameCaptionText, false)
	s.ExtendBaseWidget(s)
	return s
}

// Set shows a number in a tone, with a note beneath.
func (s *Stat) Set(number string, tone Tone, note string) {
	SetWords(s.number, number, tone)
	s.note.Text = note
	s.Refresh()
}

// Tapped goes where the number comes from.
func (s *Stat) Tapped(*fyne.PointEvent) {
	if s.tapped != nil {
		s.tapped()
	}
}

// Cursor shows a hand over what can be tapped.
func (s *Stat) Cursor() desktop.Cursor {
	if s.tapped == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// MouseIn, MouseMoved and MouseOut light it up.
func (s *Stat) MouseIn(*desktop.MouseEvent)    { s.hovered = s.tapped != nil; s.Refresh() }
func (s *Stat) MouseMoved(*desktop.MouseEvent) {}
func (s *Stat) MouseOut()                      { s.hovered = false; s.Refresh() }

// FocusGained and its fellows let the keyboard in.
func (s *Stat) FocusGained()   { s.focused = true; s.Refresh() }
func (s *Stat) FocusLost()     { s.focused = false; s.Refresh() }
func (s *Stat) TypedRune(rune) {}

// TypedKey opens with Enter or Space.
func (s *Stat) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		s.Tapped(nil)
	case fyne.KeyLeft, fyne.KeyUp:
		PreviousFocus(s)
	case fyne.KeyRight, fyne.KeyDown:
		NextFocus(s)
	default:
		pass(s, k)
	}
}

// Refresh paints ground and edge.
func (s *Stat) Refresh() {
	s.paint()
	s.BaseWidget.Refresh()
}

func (s *Stat) paint() {
	s.ground.FillColor, s.ground.CornerRadius = Color(ColorPanel), 6
	s.ground.StrokeColor, s.ground.StrokeWidth = Color(theme.ColorNameSeparator), 1
	if s.hovered || s.focused {
		s.ground.StrokeColor, s.ground.StrokeWidth = Color(theme.ColorNamePrimary), 1.5
	}
	s.ground.Refresh()
}

// CreateRenderer lays number over label over note.
func (s *Stat) CreateRenderer() fyne.WidgetRenderer {
	s.paint()
	words := container.New(layout.NewCustomPaddedVBoxLayout(1), s.label, s.number, s.note)
	return widget.NewSimpleRenderer(container.NewStack(s.ground, container.New(layout.NewCustomPaddedLayout(10, 10, 14, 14), words)))
}
