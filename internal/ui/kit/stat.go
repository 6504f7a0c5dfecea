package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Stat is a number with what it counts, on a sheet that can be tapped, or opened with Enter, to go where it comes from.
type Stat struct {
	Pressable
	number      *canvas.Text
	label, note *Clipped
	ground      *canvas.Rectangle
}

// NewStat makes a stat; tapped may be nil.
func NewStat(label string, tapped func()) *Stat {
	s := &Stat{ground: canvas.NewRectangle(nil)}
	s.number = line("0", Plain, theme.SizeNameHeadingText, true)
	s.label = NewClipped(line(label, Quiet, theme.SizeNameText, false))
	s.note = NewClipped(line("", Quiet, theme.SizeNameCaptionText, false))
	s.Become(s, tapped, s.colour)
	return s
}

// Set shows a number in a tone, with a note beneath.
func (s *Stat) Set(number string, tone Tone, note string) {
	SetWords(s.number, number, tone)
	s.note.Set(note)
	s.Refresh()
}

func (s *Stat) colour() {
	s.ground.FillColor, s.ground.CornerRadius = Color(ColorPanel), 6
	s.ground.StrokeColor, s.ground.StrokeWidth = Color(theme.ColorNameSeparator), 1
	if s.Lit() {
		s.ground.StrokeColor, s.ground.StrokeWidth = Color(theme.ColorNamePrimary), 1.5
	}
	s.ground.Refresh()
}

// CreateRenderer lays number over label over note.
func (s *Stat) CreateRenderer() fyne.WidgetRenderer {
	s.colour()
	words := container.New(layout.NewCustomPaddedVBoxLayout(1), s.label, s.number, s.note)
	return widget.NewSimpleRenderer(container.NewStack(s.ground, container.New(layout.NewCustomPaddedLayout(10, 10, 14, 14), words)))
}
