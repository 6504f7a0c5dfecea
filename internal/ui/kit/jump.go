package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Mark is one place that a Jump leads to.
type Mark struct {
	Name string
	Note string // small behind the name: a number, or nothing
	Tone Tone   // of the note; Bad says that something is wrong there
	Off  bool   // there is nothing to go to now
}

// Jump is the list of the parts of a long page, over it: a press goes to the part. It is one stop for Tab; the arrows choose,
// Enter goes. It breaks into as many lines as the width needs.
type Jump struct {
	widget.BaseWidget
	chips
	Go      func(i int)
	marks   []Mark
	at      int // the part that one is in
	focused bool
}

// NewJump makes a list of parts.
func NewJump(goes func(i int), marks ...Mark) *Jump {
	j := &Jump{Go: goes, marks: marks}
	j.ExtendBaseWidget(j)
	j.chips = chips{spots: spots{hover: -1, redraw: j.Refresh}, lines: 1, wide: j.width, high: j.height, count: func() int { return len(j.marks) }}
	j.under = func(p fyne.Position) int { return j.hit(p, j.Size().Width) }
	return j
}

// Set shows other marks; their number stays.
func (j *Jump) Set(marks []Mark) {
	j.marks = marks
	j.Refresh()
}

// At says which part one is in now.
func (j *Jump) At(i int) {
	if i != j.at {
		j.at = i
		j.Refresh()
	}
}

// Step goes to the next part (1) or the one before (-1), over those that are off.
func (j *Jump) Step(by int) {
	for i := j.at + by; i >= 0 && i < len(j.marks); i += by {
		if !j.marks[i].Off {
			j.goTo(i)
			return
		}
	}
}

func (j *Jump) goTo(i int) {
	j.At(i)
	if j.Go != nil {
		j.Go(i)
	}
}

// FocusGained and its fellows let the keyboard in.
func (j *Jump) FocusGained()   { j.focused = true; j.Refresh() }
func (j *Jump) FocusLost()     { j.focused = false; j.Refresh() }
func (j *Jump) TypedRune(rune) {}

// TypedKey goes on to a neighbour with the arrows, into the part with Enter.
func (j *Jump) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyRight, fyne.KeyDown:
		j.Step(1)
	case fyne.KeyLeft, fyne.KeyUp:
		j.Step(-1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		j.goTo(j.at)
	default:
		pass(j, k)
	}
}

// Tapped goes to what lies under the pointer.
func (j *Jump) Tapped(e *fyne.PointEvent) {
	if i := j.under(e.Position); i >= 0 {
		j.goTo(i)
	}
}

// Cursor is a hand.
func (j *Jump) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (j *Jump) height() float32 { return Size(theme.SizeNameText)*1.35 + 8 }

func (j *Jump) width(i int) float32 {
	m := j.marks[i]
	if m.Off {
		return 0
	}
	w := fyne.MeasureText(m.Name, Size(theme.SizeNameText), fyne.TextStyle{Bold: true}).Width + 18
	if m.Note != "" {
		w += fyne.MeasureText(m.Note, Size(theme.SizeNameCaptionText), fyne.TextStyle{}).Width + 5
	}
	return w
}

// CreateRenderer draws the marks as words on quiet grounds.
func (j *Jump) CreateRenderer() fyne.WidgetRenderer {
	r := &jumpRenderer{j: j}
	for range j.marks {
		r.grounds = append(r.grounds, canvas.NewRectangle(nil))
		r.names, r.notes = append(r.names, canvas.NewText("", nil)), append(r.notes, canvas.NewText("", nil))
	}
	for i := range j.marks {
		r.objects = append(r.objects, r.grounds[i], r.names[i], r.notes[i])
	}
	r.Refresh()
	return r
}

type jumpRenderer struct {
	j       *Jump
	grounds []*canvas.Rectangle
	names   []*canvas.Text
	notes   []*canvas.Text
	objects []fyne.CanvasObject
}

func (r *jumpRenderer) Destroy()                     {}
func (r *jumpRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *jumpRenderer) MinSize() fyne.Size { return r.j.least() }

func (r *jumpRenderer) Layout(s fyne.Size) {
	at, size := r.j.places(s.Width)
	for i := range at {
		r.grounds[i].Move(at[i])
		r.grounds[i].Resize(size[i])
		name := r.names[i].MinSize()
		r.names[i].Move(at[i].AddXY(9, 0))
		r.names[i].Resize(fyne.NewSize(name.Width, size[i].Height))
		r.notes[i].Move(at[i].AddXY(14+name.Width, 1))
		r.notes[i].Resize(fyne.NewSize(40, size[i].Height))
	}
}

func (r *jumpRenderer) Refresh() {
	for i := range min(len(r.grounds), len(r.j.marks)) {
		r.paint(i)
	}
	r.Layout(r.j.Size())
	canvas.Refresh(r.j)
}

func (r *jumpRenderer) paint(i int) {
	m, g, name, note := r.j.marks[i], r.grounds[i], r.names[i], r.notes[i]
	g.CornerRadius, g.StrokeWidth, g.StrokeColor = 4, 0, Color(theme.ColorNamePrimary)
	g.FillColor, name.Color = Color(ColorQuietBG), Plain.Color()
	name.Text, name.TextSize = m.Name, Size(theme.SizeNameText)
	note.Text, note.TextSize, note.Color = m.Note, Size(theme.SizeNameCaptionText), m.Tone.Color()
	switch {
	case i == r.j.at:
		g.FillColor, name.Color = Color(ColorTint), Accent.Color()
	case i == r.j.hover:
		g.FillColor = Color(theme.ColorNameHeaderBackground)
	}
	name.TextStyle.Bold = i == r.j.at && BoldHas(m.Name)
	if r.j.focused && i == r.j.at {
		g.StrokeWidth = 2
	}
	for _, o := range []fyne.CanvasObject{g, name, note} {
		if m.Off {
			o.Hide()
		} else {
			o.Show()
		}
	}
}
