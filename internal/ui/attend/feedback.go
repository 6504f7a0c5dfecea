package attend

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/ui/kit"
)

// feedback is the board that answers each scan, to be read from the other side of the table: a word and a name, large, on
// green, amber or red, and below it what to do where something was not as it should be.
type feedback struct {
	ground      *canvas.Rectangle
	word, name  *canvas.Text
	more        *kit.Paragraph
	box         *fyne.Container
	said, small string
}

func newFeedback() *feedback {
	f := &feedback{ground: canvas.NewRectangle(nil), word: canvas.NewText("", nil), name: canvas.NewText("", nil), more: kit.Prose("", kit.Plain)}
	f.ground.CornerRadius = 8
	f.box = container.NewStack(f.ground, kit.Padded(container.New(&feedbackLayout{f: f}, f.word, f.name, f.more)))
	return f
}

// say shows a word, whom it is about, and a smaller line.
func (f *feedback) say(tone kit.Tone, word, name, more string) {
	em := kit.Size(theme.SizeNameText)
	f.said, f.small = word, more
	f.ground.FillColor = tone.Ground()
	f.ground.StrokeWidth, f.ground.StrokeColor = 2, tone.Color()
	f.ground.Refresh()
	paint(f.word, word, tone, em*1.9, true)
	paint(f.name, name, kit.Plain, em*1.9, true)
	f.more.Set(more, kit.Plain)
	f.word.Refresh()
	f.name.Refresh()
	f.box.Refresh()
}

// feedbackLayout sets word and name on one line, the rest below.
type feedbackLayout struct{ f *feedback }

func (l *feedbackLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	em := kit.Size(theme.SizeNameText)
	return fyne.NewSize(em*16, em*2.5+em*2.9) // the way out of an error may take two lines
}

func (l *feedbackLayout) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	em := kit.Size(theme.SizeNameText)
	word := l.f.word
	size := em * 1.9
	if l.f.name.Text == "" { // a sentence alone: as large as fits
		for size > em && fyne.MeasureText(word.Text, size, word.TextStyle).Width > s.Width {
			size -= 1
		}
	}
	word.TextSize = size
	w := fyne.MeasureText(word.Text, size, word.TextStyle).Width
	place(word, 0, 0, w, em*2.6)
	gap := em
	if word.Text == "" {
		gap = 0
	}
	place(l.f.name, w+gap, 0, max(s.Width-w-gap, 0), em*2.6)
	place(l.f.more, 0, em*2.6, s.Width, s.Height-em*2.6)
}
