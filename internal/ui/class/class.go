// Package class is the page of training classes: the list of them, and the life of one. Across the top stand its stages, each with who
// brings it there, until when, since when, and what the next one lacks; a press on that leads to where it is put right. Below are its
// parts: what it is, who is in it, when it meets, who came, what came of it, the money, who looked after it, what it led to, its papers.
//
// One part is one file with a type that draws it (info.go, people.go, sessions.go, marks.go, scores.go, money.go, checks.go, after.go,
// papers.go); to add one, a file like these, a line in parts and its words. Who may join, what a class lacks, what a subsidy comes to:
// desk says.
package class

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// newClass is the argument of Deps.Show for a class that is to be formed.
const newClass = "new"

// part is one part of a class.
type part interface {
	content() fyne.CanvasObject
	show(training.Class) error
	focus()
}

// leaver is a part that may hold unsaved work.
type leaver interface{ leave(then func()) }

// The parts by their place.
const (
	atInfo = iota
	atPeople
	atSessions
	atMarks
	atScores
	atMoney
	atChecks
	atAfter
	atPapers
)

// Page is the page of classes.
type Page struct {
	deps    page.Deps
	id      string // "" is the list
	class   training.Class
	at      int // part
	list    *list
	parts   []part
	info    *info
	life    *life
	tabs    *kit.Toggle
	titles  []string
	head    *fyne.Container
	body    *fyne.Container
	content *fyne.Container
}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{deps: d, head: container.NewStack(), body: container.NewStack(), content: container.NewStack()}
	p.list, p.info, p.life = newList(p), newInfo(p), newLife(p)
	p.parts = []part{
		p.info, newPeople(p), newSessions(p), newMarks(p), newScores(p), newMoney(p), newChecks(p), newAfter(p), newPapers(p),
	}
	for i, key := range []string{"info", "people", "sessions", "marks", "scores", "money", "checks", "after", "papers"} {
		p.titles = append(p.titles, strconv.Itoa(i+1)+" "+text.T("class.part."+key))
	}
	p.tabs = kit.NewToggle(p.titles...)
	p.tabs.OnChange(p.tabChosen)
	return p
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Open shows a class, the list for "", an empty form for "new"; "<id>/<key>" begins at a question of its form.
func (p *Page) Open(arg string) {
	id, key, _ := strings.Cut(arg, "/")
	if id != p.id || key != "" {
		p.at = atInfo
	}
	if id != p.id {
		p.info.reset()
	}
	p.id, p.info.first = id, key
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

// draw lays the head over the part that is open.
func (p *Page) draw() {
	s := p.parts[p.at]
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

// saved tells that something of the class was saved, with the way to take it back, and reads it again.
func (p *Page) saved(said string) {
	p.deps.Undo(said)
	p.Refresh()
}

// tabChosen opens a part, once the form has let go of its work.
func (p *Page) tabChosen() {
	to := slices.Index(p.titles, p.tabs.Value())
	p.tabs.SetValue(p.titles[p.at])
	if to >= 0 && to != p.at {
		p.goTo(to)
	}
}

func (p *Page) goTo(part int) {
	if p.id == "" || p.id == newClass {
		return
	}
	p.Leave(func() {
		p.at = part
		p.Refresh()
		p.parts[part].focus()
	})
}

// toField goes to a question of the class's form.
func (p *Page) toField(key string) {
	if p.at != atInfo { // what is typed there stays
		p.goTo(atInfo)
	}
	if p.at == atInfo {
		p.info.focusOn(key)
	}
}

// Leave asks what becomes of unsaved work.
func (p *Page) Leave(then func()) {
	if l, ok := p.parts[p.at].(leaver); ok && p.id != "" {
		l.leave(then)
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
	p.parts[p.at].focus()
}

// Commands are the page's menu.
func (p *Page) Commands() []kit.Command {
	out := []kit.Command{kit.Alt(text.T("class.new"), fyne.KeyN, func() { p.deps.Show(page.Class, newClass) })}
	for i, title := range p.titles {
		out = append(out, kit.Ctrl(title, fyne.KeyName(strconv.Itoa(i+1)), func() { p.goTo(i) }))
	}
	return append(out,
		kit.Command{Label: text.T("class.next"), Key: fyne.KeyF6, Do: p.life.open},
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
