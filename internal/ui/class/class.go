// Package class is the page of training classes: the list of them, and one class in four steps: what it is (the notice
// board's items), who is in it, when it meets, and how far it has come.
//
// One step is one file (info.go, people.go, sessions.go, stages.go), each with a type that draws it. Who may join and what a
// class lacks for its next stage, desk says.
package class

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// New is the argument of Deps.Show for a class that is to be formed.
const newClass = "new"

// step is one part of a class.
type step interface {
	content() fyne.CanvasObject
	show(training.Class) error
	focus()
}

// Page is the page of classes.
type Page struct {
	deps    page.Deps
	id      string // "" is the list
	class   training.Class
	at      int // step
	list    *list
	steps   []step
	info    *info
	tabs    *kit.Toggle
	titles  []string
	head    *fyne.Container
	body    *fyne.Container
	content *fyne.Container
}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{deps: d, head: container.NewStack(), body: container.NewStack(), content: container.NewStack()}
	p.list = newList(p)
	p.info = newInfo(p)
	p.steps = []step{p.info, newPeople(p), newSessions(p), newStages(p)}
	p.titles = []string{text.T("class.step.info"), text.T("class.step.people"), text.T("class.step.sessions"), text.T("class.step.stages")}
	p.tabs = kit.NewToggle(p.titles...)
	p.tabs.OnChange(p.tabChosen)
	return p
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Open shows a class, the list for "", an empty form for "new".
func (p *Page) Open(id string) {
	if id != p.id {
		p.at = 0
		p.info.reset()
	}
	p.id = id
}

// Refresh reads again and redraws.
func (p *Page) Refresh() {
	if p.id == "" {
		p.list.refresh()
		p.content.Objects = []fyne.CanvasObject{p.list.content}
		p.content.Refresh()
		return
	}
	if err := p.read(); err != nil {
		p.deps.ShowError(err)
		p.id = ""
		p.Refresh()
		return
	}
	p.draw()
}

func (p *Page) read() error {
	p.class = training.Class{}
	if p.id == newClass {
		return nil
	}
	c, err := p.deps.Desk.Class(p.id)
	p.class = c
	return err
}

// draw lays the head over the step that is open.
func (p *Page) draw() {
	s := p.steps[p.at]
	if err := s.show(p.class); err != nil {
		p.deps.ShowError(err)
		return
	}
	p.tabs.SetValue(p.titles[p.at])
	p.head.Objects = []fyne.CanvasObject{p.drawHead()}
	p.body.Objects = []fyne.CanvasObject{s.content()}
	p.content.Objects = []fyne.CanvasObject{kit.Padded(container.NewBorder(kit.Rows(8, p.head, kit.Gap()), nil, nil, nil, p.body))}
	p.content.Refresh()
}

func (p *Page) drawHead() fyne.CanvasObject {
	back := kit.NewIcon(text.T("class.all"), theme.NavigateBackIcon(), func() { p.deps.Show(page.Class, "") })
	if p.id == newClass {
		return kit.Line(12, back, kit.Subtitle(text.T("class.new")), kit.Caption(text.T("class.new.how"), kit.Quiet))
	}
	title := &clipped{text: p.class.Name()}
	title.ExtendBaseWidget(title)
	badge := kit.Badge(p.class.Stage(), toneOf(p.class.Stage()))
	right := kit.Line(8, badge, kit.NewButton(text.T("class.attend"), func() { p.deps.Show(page.Attend, p.id) }),
		kit.NewButton(text.T("class.papers"), func() { p.deps.Show(page.Papers, p.id) }))
	return kit.Rows(8, container.NewBorder(nil, nil, kit.Line(10, back), right, title), kit.Line(0, p.tabs))
}

// toneOf is how a stage looks.
func toneOf(stage string) kit.Tone {
	switch stage {
	case training.Draft:
		return kit.Quiet
	case training.Running:
		return kit.Good
	case training.Closed:
		return kit.Plain
	}
	return kit.Accent
}

// tabChosen opens a step, once the form has let go of its work.
func (p *Page) tabChosen() {
	to := -1
	for i, t := range p.titles {
		if t == p.tabs.Value() {
			to = i
		}
	}
	if to < 0 || to == p.at {
		p.tabs.SetValue(p.titles[p.at])
		return
	}
	p.tabs.SetValue(p.titles[p.at])
	p.goTo(to)
}

func (p *Page) goTo(step int) {
	if p.id == "" || p.id == newClass {
		return
	}
	p.Leave(func() {
		p.at = step
		p.Refresh()
		p.steps[step].focus()
	})
}

// Leave asks what becomes of an unsaved form.
func (p *Page) Leave(then func()) {
	if p.id != "" && p.at == 0 {
		p.info.leave(then)
		return
	}
	then()
}

// Focus puts the keyboard where work begins.
func (p *Page) Focus() {
	if p.id == "" {
		p.list.focus()
		return
	}
	p.steps[p.at].focus()
}

// Commands are the page's menu.
func (p *Page) Commands() []kit.Command {
	out := []kit.Command{kit.Alt(text.T("class.new"), fyne.KeyN, func() { p.deps.Show(page.Class, newClass) })}
	for i, key := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4} {
		out = append(out, kit.Ctrl(p.titles[i], key, func() { p.goTo(i) }))
	}
	return append(out,
		kit.Command{Label: text.T("class.attend"), Do: func() { p.deps.Show(page.Attend, p.known()) }},
		kit.Command{Label: text.T("class.papers"), Do: func() { p.deps.Show(page.Papers, p.known()) }})
}

// known is the class that is open, "" for none.
func (p *Page) known() string {
	if p.id == newClass {
		return ""
	}
	return p.id
}
