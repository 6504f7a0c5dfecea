package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Note is the small line under an input: a hint, or what is wrong. It takes a second line where the words need it. Keep gives
// it room while it is empty, where words come and go during typing.
type Note struct {
	widget.BaseWidget
	Keep  bool
	text  string
	tone  Tone
	lines [2]*canvas.Text
}

// NewNote makes an empty note.
func NewNote() *Note {
	n := &Note{lines: [2]*canvas.Text{canvas.NewText("", nil), canvas.NewText("", nil)}}
	n.ExtendBaseWidget(n)
	return n
}

// Set shows s.
func (n *Note) Set(s string, tone Tone) {
	if n.text == s && n.tone == tone {
		return
	}
	n.text, n.tone = s, tone
	n.Refresh()
}

// Text is what is shown.
func (n *Note) Text() string { return n.text }

// CreateRenderer draws up to two lines.
func (n *Note) CreateRenderer() fyne.WidgetRenderer {
	r := &noteRenderer{n}
	r.Refresh()
	return r
}

type noteRenderer struct{ n *Note }

func (r *noteRenderer) Destroy() {}
func (r *noteRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.n.lines[0], r.n.lines[1]}
}

func (r *noteRenderer) MinSize() fyne.Size {
	h := Size(theme.SizeNameCaptionText) * 1.35
	if r.n.text == "" && !r.n.Keep {
		return fyne.NewSize(40, 2)
	}
	if r.n.lines[1].Text != "" {
		h *= 2
	}
	return fyne.NewSize(40, h)
}

func (r *noteRenderer) Layout(s fyne.Size) {
	size := Size(theme.SizeNameCaptionText)
	words := append(Wrap(r.n.text, s.Width, size), "")
	r.n.lines[0].Text, r.n.lines[1].Text = words[0], words[1]
	if len(words) > 3 {
		r.n.lines[1].Text = Ellipsis(strings.Join(words[1:], ""), s.Width, size, fyne.TextStyle{})
	}
	for i, l := range r.n.lines {
		l.TextSize, l.Color = size, r.n.tone.Color()
		l.Move(fyne.NewPos(0, float32(i)*size*1.35))
		l.Resize(fyne.NewSize(s.Width, size*1.35))
		l.Refresh()
	}
}

func (r *noteRenderer) Refresh() {
	r.Layout(r.n.Size())
	canvas.Refresh(r.n)
}
