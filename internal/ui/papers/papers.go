// Package papers is the page that makes PDFs of a class: which paper, which variant, what is wrong with it before anything is
// written, and where it lies afterwards.
//
// What the papers are, paper.All says, and the form to sign up with comes last; a new one there is a new row here. What each looks like
// is paper's own affair.
package papers

import (
	"slices"

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
	kinds    *kit.Toggle
	size     *kit.Toggle
	variant  *kit.Toggle
	day      *kit.Picker
	options  *fyne.Container
	check    *fyne.Container
	report   paper.Report
	failed   error
	save     *kit.Button
	made     *made
	choose   *fyne.Container // what is chosen, at the left
	sheet    fyne.CanvasObject
	content  *fyne.Container
}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{deps: d, kind: kinds[0], options: kit.Rows(8), check: container.NewStack(), content: container.NewStack()}
	p.classBox = kit.NewPickerOf(p.classItems)
	p.classBox.OnChange(p.chooseClass)
	var names []string
	for _, k := range kinds {
		names = append(names, text.T(k.Title))
	}
	p.kinds = kit.NewToggle(names...)
	p.kinds.OnChange(func() { p.chooseKind(slices.Index(names, p.kinds.Value())) })
	p.day = kit.NewPickerOf(p.dayItems)
	p.day.OnChange(p.changed)
	p.save = kit.NewPrimary(text.T("papers.save"), p.make)
	p.made = newMade(p)
	p.chooseKind(0)
	p.sheet = p.lay()
	return p
}

func (p *Page) lay() fyne.CanvasObject {
	p.choose = kit.Rows(10,
		field("papers.class", p.classBox), field("papers.kind", kit.Line(0, p.kinds)), p.options,
		p.check, kit.Line(8, p.save, kit.Caption(text.T("papers.save.how"), kit.Quiet)))
	left := container.NewVScroll(kit.Panel(p.choose))
	split := container.NewHSplit(left, kit.Panel(p.made.box))
	split.Offset = 0.6
	return kit.Padded(container.NewBorder(kit.Rows(10, kit.Title(text.T("ui.page."+page.Papers)), kit.Gap()), nil, nil, nil, split))
}

// field is an input under its label.
func field(key string, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.Rows(3, kit.Strong(text.T(key), kit.Plain), o)
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Open chooses a class.
func (p *Page) Open(class string) {
	if class != "" {
		p.wanted = class
	}
}

// Focus puts the keyboard on the choice of paper.
func (p *Page) Focus() { p.deps.Window.Canvas().Focus(p.kinds) }

// Commands are the page's menu.
func (p *Page) Commands() []kit.Command {
	return []kit.Command{
		kit.Ctrl(text.T("papers.save"), fyne.KeyP, p.make),
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

// chooseKind shows the options that the paper has.
func (p *Page) chooseKind(i int) {
	if i < 0 || i >= len(kinds) {
		p.kinds.SetValue(text.T(p.kind.Title))
		return
	}
	p.kind = kinds[i]
	p.kinds.SetValue(text.T(p.kind.Title))
	p.size = kit.NewToggle(p.kind.Sizes...)
	p.size.SetValue(p.kind.Sizes[0])
	p.size.OnChange(p.changed)
	p.variant = kit.NewToggle(text.T("papers.public"), text.T("papers.internal"))
	p.variant.SetValue(text.T("papers.internal"))
	if p.kind.Wall || p.kind.Name == "roster" {
		p.variant.SetValue(text.T("papers.public"))
	}
	p.variant.OnChange(p.changed)
	p.drawOptions()
	p.changed()
}

func (p *Page) drawOptions() {
	p.options.Objects = []fyne.CanvasObject{kit.Prose(text.T("papers.what."+p.kind.Name), kit.Quiet)}
	if len(p.kind.Sizes) > 1 {
		p.options.Add(field("papers.size", kit.Line(0, p.size)))
	}
	if p.kind.Name == "roster" || p.kind.Name == "signin" {
		p.options.Add(field("papers.variant", kit.Line(0, p.variant)))
	}
	if p.kind.Name == "signin" {
		p.options.Add(field("papers.day", kit.Narrow(260, p.day)))
	}
	p.options.Refresh()
}

// public tells whether the paper may hang on a wall. An empty choice is the safe one.
func (p *Page) public() bool {
	return p.kind.Wall || p.variant.Value() != text.T("papers.internal")
}

func (p *Page) chosen() paper.Options {
	return paper.Options{Public: p.public(), Paper: p.size.Value(), Date: p.day.Value(), At: p.deps.Now(), By: p.deps.Desk.Actor()}
}

// prose is a tinted sentence.
func prose(tone kit.Tone, s string) fyne.CanvasObject {
	return kit.Tinted(tone, kit.Prose(s, tone))
}
