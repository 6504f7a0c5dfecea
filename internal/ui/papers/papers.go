// Package papers is the page that makes PDFs of a class: which paper, which variant, what is wrong with it before anything is
// written, and where it lies afterwards.
//
// What the papers are, paper.All says, and the form to sign up with comes last; a new one there is a new row here. What each looks like
// is paper's own affair.
package papers

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/paper"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// prefClass remembers the class on this computer.
const prefClass = "papers.class"

// signup is the form that those who are in a class or may join it sign: one page for each.
const signup = "signup"

// kinds are the papers of a class.
var kinds = append(slices.Clone(paper.All), paper.Paper{Name: signup, Title: "papers.signup", Sizes: []string{"A4"}})

// Page is the page of papers.
type Page struct {
	deps     page.Deps
	classes  []training.Class
	class    training.Class
	sessions []training.Session
	kind     paper.Paper
	wanted   string
	setting  bool // the inputs are being set by us
	round    int  // of checks: an old one that comes late is not shown

	classBox *kit.Picker
	kinds    *kit.Picker
	size     *kit.Toggle
	variant  *kit.Toggle
	filled   *kit.Toggle
	letters  *kit.Toggle
	day      *kit.Picker
	options  *fyne.Container
	check    *fyne.Container
	report   paper.Report
	failed   error
	save     *kit.Button
	printer  *kit.Button
	made     *made
	preview  *preview
	sides    *kit.Toggle // the preview, or what was made
	right    *fyne.Container
	choose   *fyne.Container // what is chosen, at the left
	sheet    fyne.CanvasObject
	content  *fyne.Container
}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{deps: d, kind: kinds[0], options: kit.Rows(8), check: container.NewStack(), content: container.NewStack()}
	p.classBox = kit.NewPickerOf(p.classItems)
	p.classBox.OnChange(p.chooseClass)
	p.kinds = kit.NewPickerOf(kindItems)
	p.kinds.OnChange(func() {
		p.chooseKind(slices.IndexFunc(kinds, func(k paper.Paper) bool { return k.Name == p.kinds.Value() }))
	})
	p.day = kit.NewPickerOf(p.dayItems)
	p.day.Hint = text.T("papers.day.all")
	p.day.OnChange(p.changed)
	p.save = kit.NewPrimary(text.T("papers.save"), p.make)
	p.printer = kit.NewButton(text.T("papers.print"), p.print)
	p.made = newMade(p)
	p.preview = newPreview(p)
	p.chooseKind(0)
	p.sheet = p.lay()
	return p
}

func (p *Page) lay() fyne.CanvasObject {
	p.choose = kit.Rows(10,
		field("papers.class", p.classBox), field("papers.kind", p.kinds), p.options,
		p.check, kit.Flow(8, p.save, p.printer), kit.Caption(text.T("papers.save.how"), kit.Quiet))
	left := container.NewVScroll(kit.Panel(p.choose))
	p.sides = kit.NewToggle(text.T("papers.side.preview"), text.T("papers.side.made"))
	p.sides.OnChange(func() { p.side(p.sides.Value() == text.T("papers.side.made")) })
	p.right = container.NewStack()
	p.side(false)
	split := container.NewHSplit(left, kit.Panel(p.right))
	split.Offset = 0.36
	return kit.Padded(container.NewBorder(kit.Rows(10, kit.Title(text.T("ui.page."+page.Papers)), kit.Gap()), nil, nil, nil, split))
}

// side shows what was made, or else the preview.
func (p *Page) side(made bool) {
	p.sides.SetValue(text.T(map[bool]string{true: "papers.side.made", false: "papers.side.preview"}[made]))
	tools, body := []fyne.CanvasObject{p.sides}, fyne.CanvasObject(p.made.box)
	if !made {
		tools, body = append(tools, p.preview.tools...), p.preview.scroll
	}
	p.right.Objects = []fyne.CanvasObject{container.NewBorder(kit.Flow(8, tools...), nil, nil, nil, body)}
	p.right.Refresh()
}

// field is an input under its label.
func field(key string, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.Rows(3, kit.Strong(text.T(key), kit.Plain), o)
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Open chooses a class; "<class>/<paper>" the paper too.
func (p *Page) Open(arg string) {
	class, name, _ := strings.Cut(arg, "/")
	if class != "" {
		p.wanted = class
	}
	if name != "" {
		p.chooseKind(slices.IndexFunc(kinds, func(k paper.Paper) bool { return k.Name == name }))
	}
}

// Focus puts the keyboard on the choice of paper.
func (p *Page) Focus() { p.deps.Window.Canvas().Focus(p.kinds) }

// Commands are the page's menu.
func (p *Page) Commands() []kit.Command {
	return []kit.Command{
		kit.Ctrl(text.T("papers.save"), fyne.KeyP, p.make),
		{Label: text.T("papers.print"), Key: fyne.KeyP, Mod: fyne.KeyModifierControl | fyne.KeyModifierShift, Do: p.print},
		kit.Ctrl(text.T("papers.page.back"), fyne.KeyPageUp, func() { p.preview.turn(-1) }),
		kit.Ctrl(text.T("papers.page.on"), fyne.KeyPageDown, func() { p.preview.turn(1) }),
		{Label: text.T("papers.look"), Key: fyne.KeyF7, Do: p.look},
		{Label: text.T("papers.folder.open"), Do: p.made.openFolder},
	}
}

// Refresh reads classes and what lies in the folder.
func (p *Page) Refresh() {
	if err := p.read(); err != nil {
		p.deps.ShowError(err)
		return
	}
	p.content.Objects = []fyne.CanvasObject{p.sheet}
	if len(p.classes) == 0 {
		p.content.Objects = []fyne.CanvasObject{kit.Empty(theme.DocumentPrintIcon(), text.T("papers.no_class"), text.T("papers.no_class.do"),
			kit.NewPrimary(text.T("papers.to_class"), func() { p.deps.Show(page.Class, "new") }))}
	}
	p.content.Refresh()
	p.made.refresh()
	p.setting = true
	p.classBox.SetValue(p.class.ID)
	p.setting = false
	p.changed()
}

func (p *Page) read() error {
	classes, err := p.deps.Desk.Classes()
	if err != nil {
		return err
	}
	p.classes = classes
	id := p.class.ID
	switch {
	case p.wanted != "":
		id = p.wanted
	case id == "":
		id = p.deps.Prefs.String(prefClass)
	}
	p.wanted = ""
	p.class, p.sessions = training.Class{}, nil
	if len(classes) == 0 {
		return nil
	}
	p.class = classes[max(slices.IndexFunc(classes, func(c training.Class) bool { return c.ID == id }), 0)]
	p.sessions, err = p.deps.Desk.Sessions(p.class.ID)
	return err
}

func (p *Page) classItems() []kit.Item {
	var items []kit.Item
	for _, c := range p.classes {
		items = append(items, kit.Item{Value: c.ID, Name: c.Name(), Code: c.Stage(), Also: []string{c.Trade()}})
	}
	return items
}

// dayItems are the days that the class meets; the first item is all of them.
func (p *Page) dayItems() []kit.Item {
	items := []kit.Item{{Value: "", Name: text.T("papers.day.all")}}
	for _, s := range p.sessions {
		day := s.Answers[training.HeldOn]
		if day != "" && items[len(items)-1].Value != day {
			items = append(items, kit.Item{Value: day})
		}
	}
	return items
}

func (p *Page) chooseClass() {
	if p.setting || p.classBox.Value() == "" {
		return
	}
	p.wanted = p.classBox.Value()
	p.deps.Prefs.SetString(prefClass, p.wanted)
	p.day.SetValue("")
	p.Refresh()
}

func kindItems() []kit.Item {
	var items []kit.Item
	for _, k := range kinds {
		items = append(items, kit.Item{Value: k.Name, Name: text.T(k.Title)})
	}
	return items
}

// chooseKind shows the options that the paper has.
func (p *Page) chooseKind(i int) {
	if i < 0 || i >= len(kinds) {
		p.kinds.SetValue(p.kind.Name)
		return
	}
	p.kind = kinds[i]
	p.kinds.SetValue(p.kind.Name)
	p.size = p.choice(p.kind.Sizes, 0)
	p.variant = p.choice([]string{text.T("papers.public"), text.T("papers.internal")}, 1)
	if p.kind.Wall || p.kind.Name == "roster" {
		p.variant.SetValue(text.T("papers.public"))
	}
	p.filled = p.choice([]string{text.T("papers.filled"), text.T("papers.blank_form")}, 0)
	p.letters = p.choice([]string{text.T("papers.type.plain"), text.T("papers.type.large")}, 0)
	p.drawOptions()
	p.changed()
}

// choice is one of the options, with the i-th chosen.
func (p *Page) choice(names []string, i int) *kit.Toggle {
	t := kit.NewToggle(names...)
	t.SetValue(names[i])
	t.OnChange(p.changed)
	return t
}

func (p *Page) drawOptions() {
	p.options.Objects = nil
	if key := "papers.what." + p.kind.Name; text.Has(key) {
		p.options.Add(kit.Prose(text.T(key), kit.Quiet))
	}
	for _, o := range []struct {
		has bool
		key string
		box fyne.CanvasObject
	}{
		{len(p.kind.Sizes) > 1, "papers.size", kit.Line(0, p.size)}, {p.kind.Masks(), "papers.variant", kit.Line(0, p.variant)},
		{p.kind.Blanks(), "papers.fill", kit.Line(0, p.filled)}, {p.kind.Enlarges(), "papers.type", kit.Line(0, p.letters)},
		{p.kind.ByDay(), "papers.day", kit.Narrow(260, p.day)},
	} {
		if o.has {
			p.options.Add(field(o.key, o.box))
		}
	}
	p.options.Refresh()
}

// public tells whether the paper may hang on a wall. An empty choice is the safe one.
func (p *Page) public() bool {
	return p.kind.Wall || p.variant.Value() != text.T("papers.internal")
}

func (p *Page) blank() bool {
	return p.kind.Blanks() && p.filled.Value() == text.T("papers.blank_form")
}

func (p *Page) large() bool {
	return p.kind.Enlarges() && p.letters.Value() == text.T("papers.type.large")
}

func (p *Page) chosen() paper.Options {
	o := paper.Options{
		Public: p.public(), Blank: p.blank(), Large: p.large(), Paper: p.size.Value(), At: p.deps.Now(), By: p.deps.Desk.Actor(),
	}
	if p.kind.ByDay() {
		o.Date = p.day.Value()
	}
	return o
}

// look goes to the preview.
func (p *Page) look() {
	p.side(false)
	kit.Focus(p.preview.sheet)
}

// prose is a tinted sentence.
func prose(tone kit.Tone, s string) fyne.CanvasObject {
	return kit.Tinted(tone, kit.Prose(s, tone))
}
