package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
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
	input   kit.Input    // nil for what is worked out
	derived *canvas.Text // nil for what is asked
	label   *canvas.Text
	below   *kit.Note
	box     *fyne.Container
	bad     bool
	asked   bool
}

func newCell(f *Form, field survey.Field) *cell {
	c := &cell{of: f, field: field, asked: true, below: kit.NewNote()}
	c.label = kit.Caption(field.Label, kit.Quiet)
	head := kit.Line(2, c.label)
	if field.Required {
		head.Add(kit.Caption("*", kit.Bad))
	}
	c.box = container.New(&cellLayout{}, head, c.build(), c.below)
	c.hint()
	return c
}

func (c *cell) build() fyne.CanvasObject {
	if c.field.From != nil {
		c.derived = kit.Words("", kit.Plain)
		bg := canvas.NewRectangle(kit.Color(kit.ColorQuietBG))
		bg.CornerRadius = kit.Size(theme.SizeNameInputRadius)
		return container.NewStack(bg, container.NewPadded(c.derived))
	}
	c.input = NewInput(c.field, c.of.o)
	c.input.OnChange(c.changed)
	c.input.OnFocus(c.focused)
	c.wire()
	return c.input
}

// wire gives the input the form's keys.
func (c *cell) wire() {
	save, out := c.of.Save, c.of.escape
	switch i := c.input.(type) {
	case *kit.Entry:
		i.Save, i.Escape = save, out
	case *kit.DateEntry:
		i.Save, i.Escape = save, out
	case *kit.IDEntry:
		i.Save, i.Escape = save, out
	case *kit.Picker:
		i.Save, i.Escape = save, out
	case *kit.Toggle:
		i.Save, i.Escape = save, out
	}
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
	if c.input != nil {
		c.of.o.Window.Canvas().Focus(c.input)
	}
}

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

// ask shows the question only where it is asked, and works out a derived answer.
func (c *cell) ask(a survey.Answers) {
	if c.derived != nil {
		c.derived.Text = c.field.Show(a[c.field.Key])
		if c.derived.Text == "" {
			c.derived.Text = "—"
		}
		c.derived.Refresh()
	}
	c.asked = c.field.When == nil || c.field.When(a)
	c.box.Hidden = !c.asked
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

// wide cells take a whole line of the form.
func (c *cell) wide() bool { return c.field.Kind == survey.Note }

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
