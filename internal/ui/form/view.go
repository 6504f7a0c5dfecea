package form

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// view is what a form looks like: a notice, the parts to jump to, the sections one under the other, and a foot with what is
// wrong or doubtful, state and buttons. What comes and goes during typing stands at the foot, where it moves no question.
type view struct {
	of      *Form
	content fyne.CanvasObject
	border  *fyne.Container // what content lays out
	top     *fyne.Container
	jump    *kit.Jump // nil for a short form
	marks   []kit.Mark
	wrong   *fyne.Container // buttons that lead to what must be changed
	doubles *fyne.Container // who may be the same
	parts   []*part
	scroll  *container.Scroll
	save    *kit.Button
	state   *canvas.Text
	size    fyne.Size
	shape   []float32 // what arrange laid out last, see outline
}

// part is one section.
type part struct {
	title string
	box   *fyne.Container
	head  *kit.Fold // nil in a form of one part
	flow  *flow
	cells []*cell
	more  *kit.Button // shows the fields rarely asked; nil before any
	open  bool        // those are shown
	shut  bool        // nothing of the part is shown but its title
}

// jumpParts is the number of parts from which a form has a list of them.
const jumpParts = 3

func newView(f *Form) *view {
	v := &view{of: f, top: container.NewVBox(), state: kit.Caption("", kit.Quiet), wrong: kit.Rows(4), doubles: kit.Rows(4)}
	rows := kit.Rows(10)
	for _, c := range f.cells {
		if n := len(v.parts); n == 0 || v.parts[n-1].cells[0].field.Section != c.field.Section {
			v.parts = append(v.parts, v.newPart(c.field.Section))
			rows.Add(v.parts[n].box)
		}
		p := v.parts[len(v.parts)-1]
		p.cells = append(p.cells, c)
		p.flow.wide = append(p.flow.wide, c.wide())
		p.flow.box.Objects = append(p.flow.box.Objects, c.box)
	}
	v.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 8, 0, 14), rows))
	v.scroll.OnScrolled = func(fyne.Position) { v.follow() }
	v.border = container.NewBorder(container.NewVBox(v.top, v.parted()), v.buttons(), nil, nil, v.scroll)
	v.content = container.New(v, v.border)
	return v
}

// parted is the list of parts, of a form that has several.
func (v *view) parted() fyne.CanvasObject {
	if len(v.parts) < jumpParts {
		return container.NewVBox()
	}
	for _, p := range v.parts {
		v.marks = append(v.marks, kit.Mark{Name: p.title})
	}
	v.jump = kit.NewJump(v.goPart, v.marks...)
	return container.New(layout.NewCustomPaddedLayout(0, 8, 0, 14), v.jump)
}

func (v *view) newPart(name string) *part {
	p := &part{flow: &flow{columns: 2}, title: sectionTitle(name)}
	p.flow.box = container.New(p.flow)
	p.more = kit.NewQuiet("", func() { v.toggle(p) })
	head := kit.Line(8)
	if p.title != "" && v.of.sections() > 1 {
		p.head = kit.NewFold(p.title, func(open bool) { v.shut(p, !open) })
		head.Add(p.head)
	}
	head.Add(kit.Gap())
	head.Add(p.more)
	p.box = container.NewStack(kit.Panel(kit.Rows(4, head, p.flow.box)))
	return p
}

// sections is the number of parts that the form has.
func (f *Form) sections() int {
	seen := map[string]bool{}
	for _, c := range f.cells {
		seen[c.field.Section] = true
	}
	return len(seen)
}

// sectionTitle is a section's title: a word of ours, or what a county called its group of questions.
func sectionTitle(name string) string {
	if key := "survey.section." + name; text.Has(key) {
		return text.T(key)
	}
	return name
}

// shut shows nothing of a part but its title, or all of it again.
func (v *view) shut(p *part, shut bool) {
	p.shut = shut
	if p.head != nil {
		p.head.Set(!shut)
	}
	v.arrange()
}

// goPart scrolls to a part, opens it and puts the keyboard on its first question, or on the button that shows the rarer ones where
// there are no others: left where it was, what is typed next would go unseen into another part.
func (v *view) goPart(i int) {
	p := v.parts[i]
	v.shut(p, false)
	v.scroll.ScrollToOffset(fyne.NewPos(0, p.box.Position().Y))
	for _, c := range p.cells {
		if c.input != nil && !c.known && !c.box.Hidden {
			c.focus()
			return
		}
	}
	if v.of.o.Window != nil {
		v.of.o.Window.Canvas().Focus(p.more)
	}
}

// step goes to the next part, or the one before.
func (v *view) step(by int) {
	if v.jump != nil {
		v.jump.Step(by)
	}
}

// follow marks the part that is in sight.
func (v *view) follow() {
	if v.jump == nil {
		return
	}
	at, y := 0, v.scroll.Offset.Y+60
	for i, p := range v.parts {
		if !p.box.Hidden && p.box.Position().Y <= y {
			at = i
		}
	}
	v.jump.At(at)
}

// tell brings the list of parts up to date: what is not asked is not in it, and where something is wrong is marked.
func (v *view) tell() {
	if v.jump == nil {
		return
	}
	changed := false
	for i, p := range v.parts {
		m := kit.Mark{Name: p.title, Off: p.box.Hidden, Tone: kit.Bad}
		if n := p.bad(); n > 0 {
			m.Note = "●" + strconv.Itoa(n)
		}
		changed = changed || m != v.marks[i]
		v.marks[i] = m
	}
	if changed {
		v.jump.Set(v.marks)
	}
}

func (p *part) bad() (n int) {
	for _, c := range p.cells {
		if c.bad {
			n++
		}
	}
	return n
}

// toggle shows or folds the rarely asked fields of a part.
func (v *view) toggle(p *part) {
	p.open = !p.open
	v.arrange()
	if p.open {
		for _, c := range p.cells {
			if c.rare && !c.hidden() {
				c.focus()
				return
			}
		}
	}
}

func (v *view) partOf(c *cell) *part {
	if v == nil {
		return nil
	}
	for _, p := range v.parts {
		if p.flow.has(c.box) {
			return p
		}
	}
	return nil
}

func (v *view) buttons() fyne.CanvasObject {
	label := v.of.o.SaveLabel
	if label == "" {
		label = text.T("form.save")
	}
	save := kit.NewPrimary(label, v.of.Save)
	v.save = save
	row := kit.Line(10, v.state, kit.Gap(), kit.Caption(text.T("form.keys"), kit.Quiet))
	if v.of.o.Cancel != nil {
		cancel := kit.NewButton(text.T("kit.cancel"), v.of.escape)
		cancel.Escape, cancel.Save = v.of.escape, v.of.Save
		row.Add(cancel)
	}
	row.Add(save)
	save.Escape, save.Save = v.of.escape, v.of.Save
	line := canvas.NewRectangle(kit.Color(theme.ColorNameSeparator))
	line.SetMinSize(fyne.NewSize(1, 1))
	return kit.Rows(6, v.doubles, v.wrong, line, row)
}

// arrange hides what is not asked, sections with nothing to ask among it, and lays the rest out again. It is called with
// every letter typed, and does nothing while the form keeps its shape.
func (v *view) arrange() {
	for _, p := range v.parts {
		for _, c := range p.cells {
			c.fold()
		}
	}
	defer v.tell()
	shape := v.outline()
	if slices.Equal(shape, v.shape) {
		return
	}
	v.shape = shape
	for _, p := range v.parts {
		p.arrange()
	}
	v.scroll.Content.Refresh()
	v.scroll.Refresh()
}

// outline is what the places of all cells follow from: which are there, which parts are open, and how high their notes are.
func (v *view) outline() []float32 {
	var shape []float32
	for _, p := range v.parts {
		if p.open {
			shape = append(shape, -2)
		}
		if p.shut {
			shape = append(shape, -3)
		}
		for _, c := range p.cells {
			h := float32(-1)
			if !c.box.Hidden {
				h = c.below.MinSize().Height
			}
			shape = append(shape, h)
		}
	}
	return shape
}

func (p *part) arrange() {
	p.box.Hidden = true
	rare := 0
	for _, c := range p.cells {
		p.box.Hidden = p.box.Hidden && c.hidden()
		if c.rare && c.asked && (p.open || c.box.Hidden) {
			rare++
		}
	}
	p.label(rare)
	p.flow.box.Hidden = p.shut
	p.more.Hidden = p.more.Hidden || p.shut
	p.note()
	p.flow.box.Refresh()
}

// note says how much of a shut part is answered.
func (p *part) note() {
	if p.head == nil {
		return
	}
	if !p.shut {
		p.head.Note("", kit.Quiet)
		return
	}
	answered := 0
	for _, c := range p.cells {
		if c.value() != "" || c.known {
			answered++
		}
	}
	p.head.Note(text.T("form.answered", answered), kit.Quiet)
}

func (p *part) label(rare int) {
	p.more.Hidden = rare == 0
	if p.open {
		p.more.SetText(text.T("form.fewer"))
		return
	}
	p.more.SetText(text.T("form.more", rare))
}

// foot says how the form stands.
func (v *view) foot(s string, tone kit.Tone) { kit.SetWords(v.state, s, tone) }

// notice shows a line over the form with a way to undo what it tells of; "" takes it away.
func (v *view) notice(s string, discard func()) {
	v.top.RemoveAll()
	if s != "" {
		b := kit.NewButton(text.T("form.discard_draft"), discard)
		v.top.Add(container.New(layout.NewCustomPaddedLayout(0, 8, 0, 14), kit.Tinted(kit.Warn, kit.Line(10, kit.Words(s, kit.Warn), kit.Gap(), b))))
	}
	v.top.Refresh()
}

// reveal scrolls so that a cell can be seen, with some of what comes next.
func (v *view) reveal(c *cell) {
	y := float32(0)
	for _, p := range v.parts {
		if p.flow.has(c.box) {
			y = p.box.Position().Y + p.flow.box.Position().Y + c.box.Position().Y + 24
		}
	}
	h, top, view := c.box.Size().Height, v.scroll.Offset.Y, v.scroll.Size().Height
	switch {
	case y-40 < top:
		v.scroll.ScrollToOffset(fyne.NewPos(0, max(y-60, 0)))
	case y+h+40 > top+view:
		v.scroll.ScrollToOffset(fyne.NewPos(0, y+h+60-view))
	}
}

// MinSize and Layout make the form a layout of its own content, which knows its width before its parts ask for height.
func (v *view) MinSize(o []fyne.CanvasObject) fyne.Size { return fyne.NewSize(280, 200) }

// Layout chooses the number of columns for the width there is.
func (v *view) Layout(o []fyne.CanvasObject, size fyne.Size) {
	v.size = size
	columns := int((size.Width - 40) / (kit.Size(theme.SizeNameText) * 18))
	for _, p := range v.parts {
		p.flow.columns = max(min(columns, 4), 1)
		p.flow.width = size.Width - 42
	}
	o[0].Resize(size)
	o[0].Move(fyne.Position{})
	v.scroll.Content.Refresh()
}
