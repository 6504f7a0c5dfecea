package attend

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
)

// row shows one person large, with a field for each symbol that a finger or a mouse can hit. What is noted is the filled
// field, with the word in it: colour never says it alone.
type row struct {
	widget.BaseWidget
	person person
	at     bool // the arrow stands here
	hover  int
	mark   func(training.Symbol)
	choose func()
}

func newRow() *row {
	r := &row{hover: -1}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) set(p person, at bool) {
	r.person, r.at = p, at
	r.Refresh()
}

// toneOf is how a symbol looks when it is noted.
func toneOf(s training.Symbol) kit.Tone {
	switch {
	case s.Came && !s.Minutes:
		return kit.Good
	case s.Came:
		return kit.Warn
	case s.Leave:
		return kit.Accent
	}
	return kit.Bad
}

// Tapped notes the symbol under the pointer; beside the symbols it chooses the person.
func (r *row) Tapped(e *fyne.PointEvent) {
	if i := r.under(e.Position); i >= 0 && r.mark != nil {
		r.choose()
		r.mark(training.Symbols[i])
	} else if r.choose != nil {
		r.choose()
	}
}

// MouseIn, MouseMoved and MouseOut show what a tap would note.
func (r *row) MouseIn(e *desktop.MouseEvent)    { r.MouseMoved(e) }
func (r *row) MouseMoved(e *desktop.MouseEvent) { r.setHover(r.under(e.Position)) }
func (r *row) MouseOut()                        { r.setHover(-1) }

func (r *row) setHover(i int) {
	if i != r.hover {
		r.hover = i
		r.Refresh()
	}
}

func (r *row) under(p fyne.Position) int {
	for i := range training.Symbols {
		at, s := r.field(i)
		if p.X >= at.X && p.X < at.X+s.Width {
			return i
		}
	}
	return -1
}

// field is where symbol i lies: all of them stand at the right, before the note.
func (r *row) field(i int) (fyne.Position, fyne.Size) {
	em := kit.Size(theme.SizeNameText)
	w := (r.Size().Width - r.noteWidth() - em*14) / float32(len(training.Symbols))
	w = max(min(w, em*4.1), em*3.1) // a name comes before roomy fields
	left := r.Size().Width - r.noteWidth() - w*float32(len(training.Symbols))
	return fyne.NewPos(left+w*float32(i), 4), fyne.NewSize(w-4, r.Size().Height-8)
}

func (r *row) noteWidth() float32 { return kit.Size(theme.SizeNameText) * 6.4 }

// note is what stands behind the symbols: minutes, reason, when.
func (r *row) note() string {
	p := r.person
	switch {
	case p.split:
		return text.T("attend.row.split")
	case !p.noted:
		return ""
	}
	var parts []string
	if p.now.Minutes > 0 {
		parts = append(parts, text.T("attend.row.minutes", p.now.Minutes))
	}
	if p.now.Reason != "" {
		parts = append(parts, p.now.Reason)
	}
	if len(parts) == 0 {
		return clock(p.now.At)
	}
	return strings.Join(parts, " ")
}

// second is the small line under the note: when, and that there is a history.
func (r *row) second() string {
	p := r.person
	switch n := len(p.marks); {
	case !p.noted:
		return ""
	case n > 1:
		return text.T("attend.row.history", clock(p.now.At), n)
	case p.now.Minutes > 0 || p.now.Reason != "":
		return clock(p.now.At)
	}
	return ""
}

// CreateRenderer draws it.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	d := &rowRenderer{r: r, ground: canvas.NewRectangle(nil), edge: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil)}
	d.seat, d.name, d.where = canvas.NewText("", nil), canvas.NewText("", nil), canvas.NewText("", nil)
	d.note, d.more = canvas.NewText("", nil), canvas.NewText("", nil)
	d.seat.Alignment = fyne.TextAlignTrailing
	d.objects = []fyne.CanvasObject{d.ground, d.edge, d.line, d.seat, d.name, d.where, d.note, d.more}
	for range training.Symbols {
		f, w, k := canvas.NewRectangle(nil), canvas.NewText("", nil), canvas.NewText("", nil)
		w.Alignment, k.Alignment = fyne.TextAlignCenter, fyne.TextAlignTrailing
		d.fields, d.words, d.keys = append(d.fields, f), append(d.words, w), append(d.keys, k)
		d.objects = append(d.objects, f, w, k)
	}
	d.Refresh()
	return d
}

type rowRenderer struct {
	r                             *row
	ground, edge, line            *canvas.Rectangle
	seat, name, where, note, more *canvas.Text
	fields                        []*canvas.Rectangle
	words, keys                   []*canvas.Text
	objects                       []fyne.CanvasObject
}

func (d *rowRenderer) Destroy()                     {}
func (d *rowRenderer) Objects() []fyne.CanvasObject { return d.objects }
func (d *rowRenderer) MinSize() fyne.Size {
	em := kit.Size(theme.SizeNameText)
	return fyne.NewSize(em*36, em*3.1)
}

func (d *rowRenderer) Layout(s fyne.Size) {
	em := kit.Size(theme.SizeNameText)
	d.ground.Resize(s)
	d.edge.Resize(fyne.NewSize(4, s.Height))
	d.line.Move(fyne.NewPos(0, s.Height-1))
	d.line.Resize(fyne.NewSize(s.Width, 1))
	place(d.seat, 6, 0, em*2.4, s.Height)
	first, _ := d.r.field(0)
	name := first.X - em*3.4 - 6
	d.name.Text = kit.Ellipsis(d.r.person.name, name, d.name.TextSize, d.name.TextStyle)
	d.where.Text = kit.Ellipsis(d.r.person.where, name, d.where.TextSize, d.where.TextStyle)
	place(d.name, em*3.4, 2, name, s.Height*0.6)
	place(d.where, em*3.4, s.Height*0.55, name, s.Height*0.34)
	d.layoutFields()
	w := d.r.noteWidth()
	d.note.Text = kit.Ellipsis(d.r.note(), w-10, d.note.TextSize, d.note.TextStyle)
	h := s.Height
	if d.more.Text != "" {
		h = s.Height * 0.6
	}
	place(d.note, s.Width-w+6, 0, w-6, h)
	place(d.more, s.Width-w+6, s.Height*0.52, w-6, s.Height*0.4)
}

func (d *rowRenderer) layoutFields() {
	for i := range d.fields {
		at, s := d.r.field(i)
		d.fields[i].Move(at)
		d.fields[i].Resize(s)
		place(d.words[i], at.X, at.Y, s.Width, s.Height)
		place(d.keys[i], at.X, at.Y+s.Height*0.55, s.Width-4, s.Height*0.42)
	}
}

func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

func (d *rowRenderer) Refresh() {
	em := kit.Size(theme.SizeNameText)
	p := d.r.person
	d.ground.FillColor, d.edge.FillColor = kit.Color(kit.ColorPanel), kit.Color(kit.ColorPanel)
	if d.r.at {
		d.ground.FillColor, d.edge.FillColor = kit.Color(kit.ColorTint), kit.Color(theme.ColorNamePrimary)
	}
	d.line.FillColor = kit.Color(theme.ColorNameSeparator)
	paint(d.seat, "", kit.Quiet, em*1.1, false)
	if p.Seat() > 0 {
		d.seat.Text = strconv.Itoa(p.Seat())
	}
	paint(d.name, p.name, kit.Plain, em*1.35, true)
	paint(d.where, p.where, kit.Quiet, em*0.85, false)
	tone := kit.Quiet
	if p.split {
		tone = kit.Warn
	}
	paint(d.note, d.r.note(), tone, em*0.95, false)
	paint(d.more, d.r.second(), kit.Quiet, em*0.8, false)
	for i, s := range training.Symbols {
		d.paintField(i, s)
	}
	d.Layout(d.r.Size())
	canvas.Refresh(d.r)
}

func (d *rowRenderer) paintField(i int, s training.Symbol) {
	em := kit.Size(theme.SizeNameText)
	f, on := d.fields[i], d.r.person.noted && d.r.person.now.Symbol == s.Name
	f.CornerRadius, f.StrokeWidth, f.StrokeColor = 4, 1, kit.Color(theme.ColorNameInputBorder)
	f.FillColor = kit.Color(theme.ColorNameInputBackground)
	paint(d.words[i], s.Name, kit.Plain, em*1.1, false)
	paint(d.keys[i], strings.ToUpper(string(s.Key)), kit.Quiet, em*0.72, false)
	switch {
	case on:
		f.FillColor, f.StrokeColor = toneOf(s).Color(), toneOf(s).Color()
		d.words[i].Color, d.keys[i].Color = kit.Color(theme.ColorNameForegroundOnPrimary), kit.Color(theme.ColorNameForegroundOnPrimary)
	case i == d.r.hover:
		f.FillColor = toneOf(s).Ground()
	}
}

// paint sets a line of text; a name that the bold face cannot write stays regular.
func paint(t *canvas.Text, s string, tone kit.Tone, size float32, bold bool) {
	t.Text, t.Color, t.TextSize = s, tone.Color(), size
	t.TextStyle.Bold = bold && kit.BoldHas(s)
}
