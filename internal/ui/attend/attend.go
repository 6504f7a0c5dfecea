// Package attend is the attendance page: large, for a village hall. A card is scanned or a key pressed, the board answers so
// that it can be read from across the table, and how many are still missing stands there all the time.
//
// Reading (read.go, roster.go) is apart from drawing (row.go, feedback.go, head.go); what may be noted, and what a correction
// wants, desk decides.
package attend

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// prefClass remembers which class was open last on this computer.
const prefClass = "attend.class"

// Page is the attendance page.
type Page struct {
	deps     page.Deps
	classes  []training.Class
	class    training.Class
	sessions []training.Session
	session  training.Session
	people   []person
	flags    []training.Break // what an auditor would ask about this session
	at       int              // the row the arrow stands at

	head     *head
	scan     *scanField
	board    *feedback
	ask      *question
	tally    *tally
	list     *widget.List
	notice   *fyne.Container
	body     *fyne.Container // all of it, or an empty state in its place
	sheet    fyne.CanvasObject
	content  fyne.CanvasObject
	wanted   string // class asked for by whoever opened the page
	choosing bool   // the pickers are being set by us, not by a person
}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{deps: d}
	p.scan = newScanField(text.T("attend.scan.hint"), d.After)
	p.scan.Symbol = p.key
	p.scan.Walk = p.walk
	p.scan.Done = p.submit
	p.scan.Enter = func() bool { p.scan.end(); return true }
	p.scan.OnFocus(func(on bool) {
		if !on {
			p.comeBack()
		}
	})
	p.board = newFeedback()
	p.ask = newQuestion()
	p.ask.stop = p.stopAsking
	p.ask.focus = func(o fyne.Focusable) { p.deps.Window.Canvas().Focus(o) }
	p.ask.scanned = func(code string) { p.stopAsking(); p.submit(code) }
	p.head = newHead(p)
	p.tally = newTally(p)
	p.notice = container.NewStack()
	p.list = widget.NewList(func() int { return len(p.people) }, func() fyne.CanvasObject { return newRow() }, p.fill)
	p.list.HideSeparators = true
	p.build()
	return p
}

func (p *Page) build() {
	entry := kit.Rows(4, kit.Line(4, kit.Strong(text.T("attend.scan"), kit.Plain), kit.Gap(), kit.NewQuiet(text.T("attend.picture"), p.fromPicture)), container.New(largeText{}, p.scan), kit.Caption(text.T("attend.scan.how"), kit.Quiet))
	front := container.NewBorder(nil, nil, kit.Line(10, kit.Wide(kit.Size(theme.SizeNameText)*19, entry), kit.Words("", kit.Plain)), nil, p.board.box)
	top := kit.Rows(8, p.head.box, p.notice, front, p.ask.box, p.tally.box)
	sheet := container.NewBorder(top, nil, nil, nil, kit.Panel(p.list))
	p.sheet = kit.Padded(sheet)
	p.body = container.NewStack(p.sheet)
	p.content = p.body
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Open chooses a class; "" keeps the one there was.
func (p *Page) Open(class string) {
	if class != "" {
		p.wanted = class
	}
}

// Focus puts the keyboard into the scan field.
func (p *Page) Focus() {
	if !p.ask.open() {
		p.deps.Window.Canvas().Focus(p.scan)
	}
}

// comeBack takes the keyboard back when a tap beside everything let it go, so that the next scan lands here.
func (p *Page) comeBack() {
	p.deps.After(scanGap, func() {
		c := p.deps.Window.Canvas()
		if c.Focused() == nil && len(c.Overlays().List()) == 0 && holds(c.Content(), p.sheet) {
			p.Focus()
		}
	})
}

// holds tells whether o lies somewhere in content: the page may have been left meanwhile.
func holds(content, o fyne.CanvasObject) bool {
	if content == o {
		return true
	}
	c, ok := content.(*fyne.Container)
	return ok && slices.ContainsFunc(c.Objects, func(x fyne.CanvasObject) bool { return holds(x, o) })
}

// Commands are the page's menu.
func (p *Page) Commands() []kit.Command {
	return []kit.Command{
		kit.Alt(text.T("attend.cmd.previous"), fyne.KeyPageUp, func() { p.step(-1) }),
		kit.Alt(text.T("attend.cmd.next"), fyne.KeyPageDown, func() { p.step(1) }),
		{Label: text.T("attend.rest.present"), Do: func() { p.rest(training.Present) }},
		{Label: text.T("attend.rest.absent"), Do: func() { p.rest(training.Absent) }},
		{Label: text.T("attend.history"), Do: p.history},
		{Label: text.T("attend.picture"), Do: p.fromPicture},
	}
}

// Refresh reads everything again and keeps class, session and row where they were.
func (p *Page) Refresh() {
	if err := p.read(); err != nil {
		p.deps.ShowError(err)
		return
	}
	p.show()
}

func (p *Page) show() {
	p.choosing = true
	p.head.show()
	p.choosing = false
	p.body.Objects = []fyne.CanvasObject{p.sheet}
	if empty := p.empty(); empty != nil {
		p.body.Objects = []fyne.CanvasObject{empty}
	}
	p.body.Refresh()
	p.warn()
	p.tally.show(countOf(p.people))
	p.at = max(min(p.at, len(p.people)-1), 0)
	p.list.Refresh()
	if p.board.said == "" {
		p.board.say(kit.Quiet, text.T("attend.ready"), "", text.T("attend.ready.more"))
	}
}

// empty is what to do first where there is no class, no session or nobody; nil when there is all of it.
func (p *Page) empty() fyne.CanvasObject {
	toClass := func() *kit.Button {
		return kit.NewPrimary(text.T("attend.to_class"), func() { p.deps.Show(page.Class, p.class.ID) })
	}
	switch {
	case len(p.classes) == 0:
		return kit.Empty(theme.AccountIcon(), text.T("attend.no_class"), text.T("attend.no_class.do"), toClass())
	case len(p.sessions) == 0:
		return container.NewBorder(kit.Padded(p.head.box), nil, nil, nil,
			kit.Empty(theme.HistoryIcon(), text.T("attend.no_session"), text.T("attend.no_session.do"), toClass()))
	case len(p.people) == 0:
		return container.NewBorder(kit.Padded(p.head.box), nil, nil, nil,
			kit.Empty(theme.AccountIcon(), text.T("attend.nobody"), text.T("attend.nobody.do"), toClass()))
	}
	return nil
}

func (p *Page) fill(i int, o fyne.CanvasObject) {
	if i >= len(p.people) {
		return
	}
	r := o.(*row)
	r.choose = func() { p.goTo(i); p.Focus() }
	r.mark = p.key
	r.set(p.people[i], i == p.at)
}

func (p *Page) walk(by int) { p.goTo(p.at + by) }

func (p *Page) goTo(i int) {
	if len(p.people) == 0 {
		return
	}
	p.at = max(min(i, len(p.people)-1), 0)
	p.list.ScrollTo(p.at)
	p.list.Refresh()
}

// largeText draws the scan field in letters that are read from a step away.
type largeText struct{}

func (largeText) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width, o[0].MinSize().Height*1.15)
}

func (largeText) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.Position{})
	o[0].Resize(s)
}
