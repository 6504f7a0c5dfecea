package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Option is one of two or more things to take, on a sheet of its own: words and, small beneath, where they come from. Enter or a
// tap takes it; whoever made the options sees to it that one of them is taken.
type Option struct {
	Pressable
	on     bool
	ground *canvas.Rectangle
	words  *Paragraph
	note   *canvas.Text
	mark   *canvas.Text
}

// NewOption makes an option that is not taken.
func NewOption(words, note string, taken func()) *Option {
	o := &Option{ground: canvas.NewRectangle(nil), words: Prose(words, Plain), note: Caption(note, Quiet), mark: Words("○", Quiet)}
	o.Become(o, taken, o.colour)
	return o
}

// Set shows it taken or not.
func (o *Option) Set(on bool) {
	o.on = on
	o.Refresh()
}

// On tells whether it is taken.
func (o *Option) On() bool { return o.on }

func (o *Option) colour() {
	o.ground.FillColor, o.ground.CornerRadius = Color(ColorPanel), 4
	o.ground.StrokeWidth, o.ground.StrokeColor = 1, Color(theme.ColorNameSeparator)
	tone, mark := Quiet, "○"
	if o.on {
		o.ground.FillColor, o.ground.StrokeColor = Color(ColorTint), Color(theme.ColorNamePrimary)
		tone, mark = Accent, "●"
	}
	if o.Lit() {
		o.ground.StrokeWidth, o.ground.StrokeColor = 2, Color(theme.ColorNamePrimary)
	}
	o.mark.Text, o.mark.Color = mark, tone.Color()
	o.ground.Refresh()
}

// CreateRenderer lays the mark before the words.
func (o *Option) CreateRenderer() fyne.WidgetRenderer {
	o.colour()
	rows := fyne.CanvasObject(o.words)
	if o.note.Text != "" {
		rows = Rows(1, o.words, o.note)
	}
	mark := container.NewVBox(o.mark)
	inner := container.New(layout.NewCustomPaddedLayout(5, 5, 8, 8), container.NewBorder(nil, nil, mark, nil, rows))
	return widget.NewSimpleRenderer(container.New(layout.NewCustomPaddedLayout(2, 2, 0, 0), container.NewStack(o.ground, inner)))
}
