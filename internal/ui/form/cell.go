package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// cell is one question on the form: its label, its input or, for what is worked out, its value, and a line beneath that
// gives the hint or what is wrong.
type cell struct {
	of      *Form
	field   survey.Field
	input   kit.Input    // nil for what is only worked out
	derived *canvas.Text // what is worked out; nil for what is only asked
	sheet   *fyne.Container
	label   *canvas.Text
	below   *kit.Note
	box     *fyne.Container
	bad     bool
	asked   bool
	rare    bool // folded away until wanted or answered
	known   bool // worked out now, so not asked
}

func newCell(f *Form, field survey.Field) *cell {
	c := &cell{of: f, field: field, asked: true, below: kit.NewNote()}
	c.label = kit.Caption(field.Label, kit.Quiet)
	head := kit.Line(2, c.label)
	if field.Required {
		head.Add(kit.Caption("*", kit.Bad))
	}
	c.box = container.New(&cellLayout{}, head, c.build(), c.below)
	_, c.below.Keep = c.input.(*kit.IDEntry)
	c.hint()
	return c
}

func (c *cell) build() fyne.CanvasObject {
	box := container.NewStack()
	if c.field.From == nil || c.field.OrAsked {
		c.input = NewInput(c.field, c.of.o)
		c.input.OnChange(c.changed)
		c.input.OnFocus(c.focused)
		c.wire()
		box.Add(c.input)
	}
	if c.field.From != nil {
		c.derived = kit.Words("", kit.Plain)
		bg := canvas.NewRectangle(kit.Color(kit.ColorQuietBG))
		bg.CornerRadius = kit.Size(theme.SizeNameInputRadius)
		c.sheet = container.NewStack(bg, container.New(layout.NewCustomPaddedLayout(7, 7, 8, 8), c.derived))
		box.Add(c.sheet)
	}
	return box
}

// wire gives the input the form's keys.
func (c *cell) wire() {
	c.input.Wire(c.of.Save, c.of.escape, func() { c.of.next(c) })
}

func (f *Form) escape() {
	if f.o.Cancel != nil {
		f.o.Cancel()
	}
}

func (c *cell) changed() {
	c.bad = false
	c.hint()
	c.of.touched()
}

func (c *cell) focused(on bool) {
	if on {
		c.of.view.reveal(c)
		return
	}
	if err := c.problem(); err != nil {
		c.complain(survey.Problem{Key: c.field.Key, Err: err}, true)
	} else if c.field.Check != nil && c.value() != "" {
		err := c.field.Check(c.of.Answers(), c.of.o.Now())
		c.complain(survey.Problem{Key: c.field.Key, Err: err}, err != nil)
	}
	c.of.view.arrange()
}

func (c *cell) focus() {
	if c.input != nil && !c.known {
		c.of.o.Window.Canvas().Focus(c.input)
	}
}

// value is the answer given; what is worked out is not given.
func (c *cell) value() string {
	if c.input == nil {
		return ""
	}
	return c.input.Value()
}

func (c *cell) problem() error {
	if c.input == nil {
		return nil
	}
	return c.input.Problem()
}

// typed is what stands in the input as it was typed.
func (c *cell) typed() string {
	switch i := c.input.(type) {
	case *kit.Entry:
		return i.Text
	case *kit.Suggest:
		return i.Text
	case *kit.DateEntry:
		return i.Text
	case *kit.IDEntry:
		return i.Text
	}
	return c.value()
}

func (c *cell) setTyped(s string) {
	switch i := c.input.(type) {
	case *kit.Entry:
		i.SetQuietly(s)
	case *kit.Suggest:
		i.SetQuietly(s)
	case *kit.DateEntry:
		i.SetQuietly(s)
	case *kit.IDEntry:
		i.SetQuietly(s)
	}
}

func (c *cell) set(stored string) {
	c.bad = false
	if c.input != nil {
		c.input.SetValue(stored)
	}
	c.hint()
}

// ask shows the question only where it is asked, and what is worked out in its place.
func (c *cell) ask(a survey.Answers) {
	c.asked = c.field.When == nil || c.field.When(a)
	if c.derived != nil {
		c.showDerived(a)
	}
	if s, ok := c.input.(*kit.Suggest); ok {
		s.Update()
	}
	if c.input != nil && !c.known && c.value() == "" && c.problem() == nil && a[c.field.Key] != "" {
		c.input.SetValue(a[c.field.Key]) // worked out as "said otherwise"
	}
	c.fold()
}

func (c *cell) showDerived(a survey.Answers) {
	v := c.field.From(a, c.of.o.Now())
	c.known = v != "" || c.input == nil
	shown := c.field.Show(v)
	if v == "" {
		shown = "—"
	}
	if shown != c.derived.Text {
		c.derived.Text = shown
		c.derived.Refresh()
	}
	c.sheet.Hidden = !c.known
	if c.input == nil || c.input.Visible() != c.known {
		return
	}
	if c.known {
		c.input.Hide()
	} else {
		c.input.Show()
	}
}

// fold hides what is not asked, and what is rarely asked while its part is folded.
func (c *cell) fold() {
	c.box.Hidden = !c.asked || c.rare && c.folded() && c.value() == "" && c.problem() == nil && !c.bad
}

func (c *cell) folded() bool {
	p := c.of.view.partOf(c)
	return p != nil && !p.open
}

func (c *cell) hidden() bool { return !c.asked }

// hint shows what stands beneath while nothing is wrong: how an ID number is coming along, or the row's hint.
func (c *cell) hint() {
	if c.bad {
		return
	}
	if id, ok := c.input.(*kit.IDEntry); ok {
		if s, tone := id.State(); s != "" {
			c.below.Set(s, tone)
			return
		}
	}
	c.below.Set(c.field.Hint, kit.Quiet)
}

// complain shows what is wrong, or that nothing is.
func (c *cell) complain(p survey.Problem, is bool) {
	c.bad = is
	if !is {
		c.hint()
		return
	}
	tone := kit.Bad
	if p.Warn {
		tone = kit.Warn
	}
	c.below.Set(text.Explain(p.Err).What, tone)
}

// wide cells take a whole line of the form: notes, and several choices in sight.
func (c *cell) wide() bool {
	_, checks := c.input.(*kit.Checks)
	return c.field.Kind == survey.Note || checks
}

// cellLayout puts label, input and note under each other, the input at its own height.
type cellLayout struct{}

func (cellLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	s := fyne.Size{}
	for _, x := range o {
		m := x.MinSize()
		s = fyne.NewSize(max(s.Width, m.Width), s.Height+m.Height)
	}
	return s.AddWidthHeight(0, 4)
}

func (cellLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i, x := range o {
		h := x.MinSize().Height
		x.Resize(fyne.NewSize(size.Width, h))
		x.Move(fyne.NewPos(0, y))
		if y += h; i == 0 {
			y += 2
		}
	}
}
