// Package home is the first page: what is due today, what waits for somebody, what is not sent yet.
package home

import (
	"cmp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/desk"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// Page is the first page.
type Page struct {
	d       page.Deps
	content *fyne.Container
	body    *fyne.Container
	due     desk.Due
	owed    [kindsOwed]*owed

	reckoning bool
	gone      bool // another page is shown
	came      bool // the page was opened: the keyboard goes to the first thing to do once that is drawn
}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{d: d, body: kit.Rows(12)}
	p.content = container.NewStack()
	p.owed = p.whatIsOwed()
	return p
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Focus puts the keyboard on the first thing to do.
func (p *Page) Focus() {
	p.came, p.gone = true, false
	p.toFirst()
	p.reckon()
}

// Leave lets the counting rest.
func (p *Page) Leave(then func()) {
	p.gone = true
	then()
}

// toFirst finds the first button, or else the first number: they are drawn when the counting is done.
func (p *Page) toFirst() {
	if !p.came || len(p.body.Objects) == 0 {
		return
	}
	var first fyne.Focusable
	kit.Each(p.body, func(o fyne.CanvasObject) bool {
		b, button := o.(*kit.Button)
		s, number := o.(*kit.Stat)
		switch {
		case button:
			first = b
		case number && first == nil:
			first = s
		}
		return !button
	})
	if first != nil {
		p.came = false
		p.d.Window.Canvas().Focus(first)
	}
}

// Refresh counts anew, away from the window's thread: with many households it takes a moment.
func (p *Page) Refresh() {
	var due desk.Due
	var err error
	p.d.Go(func() { due, err = p.d.Desk.Due() }, func() {
		if err != nil {
			p.d.ShowError(err)
			return
		}
		p.due = due
		p.draw(due)
	})
}

func (p *Page) draw(due desk.Due) {
	at := p.d.Window.Canvas().Focused()
	here := at != nil && p.has(at)
	todo := p.todo(due)
	if due.Households == 0 && due.People == 0 {
		p.body.Objects = p.welcome(len(todo) > 0)
	} else {
		p.body.Objects = []fyne.CanvasObject{p.head(), p.register(due), kit.Panel(p.today(due))}
	}
	if len(p.body.Objects) > 1 {
		p.body.Add(kit.Panel(p.waits(todo)))
		if due.People > 0 {
			p.body.Add(kit.Rows(6, kit.Subtitle(text.T("home.year")), p.year()))
		}
		if due.People > 0 || len(due.Today)+len(due.Coming) > 0 {
			p.body.Add(kit.Panel(p.reports()))
		}
	}
	p.body.Objects = append(p.alarms(), p.body.Objects...)
	p.content.Objects = []fyne.CanvasObject{container.NewVScroll(kit.Padded(p.body))}
	p.content.Refresh()
	p.came = p.came || here && !p.has(at) // what had the keyboard was drawn anew
	p.toFirst()
}

// has tells whether something of the page is what has the keyboard.
func (p *Page) has(at fyne.Focusable) (found bool) {
	kit.Each(p.body, func(o fyne.CanvasObject) bool {
		found = found || any(o) == any(at)
		return !found
	})
	return found
}

// alarms stand above everything else: a wrong date, a last save that may be missing.
func (p *Page) alarms() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, err := range p.d.Desk.Alarms() {
		rows = append(rows, kit.Tinted(kit.Warn, kit.Prose(text.Explain(err).String(), kit.Warn)))
	}
	return rows
}

func (p *Page) head() fyne.CanvasObject {
	date := p.d.Now()
	words := text.T("home.date", date.Year(), int(date.Month()), date.Day(), text.T("home.day."+strconv.Itoa(int(date.Weekday()))))
	return kit.Line(12, kit.Title(text.T("home.title")), kit.Words(words, kit.Quiet))
}

// welcome is the home of an empty register: what to do first, and what there is to send all the same.
func (p *Page) welcome(more bool) []fyne.CanvasObject {
	bring := kit.NewPrimary(text.T("home.import"), func() { p.d.Show(page.Import, "") })
	add := kit.NewButton(text.T("home.new"), func() { p.d.Show(page.Household, "") })
	rows := []fyne.CanvasObject{kit.Panel(kit.Empty(theme.HomeIcon(), text.T("home.empty"), text.T("home.empty.hint"), bring, add))}
	if more || p.d.Exchange.Status().Unsent > 0 {
		rows = append(rows, kit.Tiles(12, p.unsent()))
	}
	return rows
}

// register is the row of numbers: how much there is, each leading to its list.
func (p *Page) register(due desk.Due) fyne.CanvasObject {
	unplaced := ""
	if due.Unplaced > 0 {
		unplaced = text.T("home.unplaced", due.Unplaced)
	}
	return kit.Tiles(12,
		p.stat("home.households", due.Households, kit.Plain, "", page.Houses, ""),
		p.stat("home.people", due.People, kit.Plain, "", page.Houses, ""),
		p.stat("home.wishes", due.Wishes, kit.Plain, unplaced, page.Ledgers, "yiyuan"),
		p.unsent(),
	)
}

func (p *Page) stat(label string, n int, tone kit.Tone, note, to, arg string) fyne.CanvasObject {
	s := kit.NewStat(text.T(label), func() { p.d.Show(to, arg) })
	s.Set(strconv.Itoa(n), tone, note)
	return s
}

// unsent counts what the county has given no receipt for.
func (p *Page) unsent() fyne.CanvasObject {
	st := p.d.Exchange.Status()
	tone, note := kit.Good, text.T("home.sent")
	switch {
	case !st.Enrolled:
		tone, note = kit.Quiet, text.T("home.not_enrolled")
	case st.Unsent > 0:
		tone, note = kit.Warn, text.T("home.sends_itself")
	}
	return p.stat("home.unsent", st.Unsent, tone, note, page.Exchange, "")
}

// today lists the sessions of today, and the classes that begin soon.
func (p *Page) today(due desk.Due) fyne.CanvasObject {
	rows := kit.Rows(6, kit.Subtitle(text.T("home.today")))
	for _, t := range due.Today {
		mark := kit.NewPrimary(text.T("home.mark"), func() { p.d.Show(page.Attend, t.Class.ID) })
		tone := kit.Warn
		if t.Marked >= t.Trainees {
			tone = kit.Good
		}
		state := kit.Badge(text.T("home.marked", t.Marked, t.Trainees), tone)
		rows.Add(kit.Line(10, kit.Words(t.Class.Name(), kit.Plain), kit.Caption(t.Session.Half(), kit.Quiet), state, kit.Gap(), mark))
	}
	for _, c := range due.Coming {
		first, _ := c.Dates()
		open := kit.NewButton(text.T("home.prepare"), func() { p.d.Show(page.Papers, c.ID) })
		rows.Add(kit.Line(10, kit.Words(c.Name(), kit.Plain), kit.Caption(text.T("home.begins", first.Format("01-02")), kit.Quiet), kit.Gap(), open))
	}
	if len(rows.Objects) == 1 {
		rows.Add(kit.Words(text.T("home.no_class"), kit.Quiet))
	}
	return rows
}

// waits is the part of the page that says what waits for a person.
func (p *Page) waits(todo []fyne.CanvasObject) fyne.CanvasObject {
	rows := kit.Rows(6, kit.Subtitle(text.T("home.todo")))
	if len(todo) == 0 {
		todo = []fyne.CanvasObject{kit.Words(text.T("home.nothing"), kit.Quiet)}
	}
	rows.Objects = append(rows.Objects, todo...)
	return rows
}

// todo lists it, a line each.
func (p *Page) todo(due desk.Due) []fyne.CanvasObject {
	rows := p.drafts()
	for _, t := range []struct {
		key, page, arg string
		n              int
		tone           kit.Tone
	}{
		{"home.waiting", page.Import, "waiting", due.Waiting, kit.Warn},
		{"home.conflicts", page.Exchange, "", due.Conflicts, kit.Warn},
	} {
		if t.n == 0 {
			continue
		}
		open := kit.NewButton(text.T("home.see"), func() { p.d.Show(t.page, t.arg) })
		rows = append(rows, kit.Line(10, kit.Badge(strconv.Itoa(t.n), t.tone), kit.Words(text.T(t.key), kit.Plain), kit.Gap(), open))
	}
	return rows
}

// draftRows is how many drafts the home page names.
const draftRows = 4

// drafts names the forms that were begun and not saved, each with a way back into it.
func (p *Page) drafts() (rows []fyne.CanvasObject) {
	drafts, err := p.d.Desk.Drafts()
	if err != nil {
		p.d.ShowError(err)
		return nil
	}
	for _, d := range drafts[:min(len(drafts), draftRows)] {
		name, arg := draftPlace(d)
		if name == "" {
			continue
		}
		open := kit.NewButton(text.T("home.go_on"), func() { p.d.Show(name, arg) })
		what := p.draftName(d)
		rows = append(rows, kit.Line(10, kit.Badge(text.T("home.draft"), kit.Warn), kit.Words(what, kit.Plain), kit.Caption(d.At.Format("01-02 15:04"), kit.Quiet), kit.Gap(), open))
	}
	return rows
}

// draftName says what a draft is about.
func (p *Page) draftName(d desk.Draft) string {
	name := cmp.Or(d.Answers[survey.FullName], d.Answers[survey.HeadName], page.PersonName(p.d.Desk, d.Answers[survey.OfPerson]))
	if name == "" && d.Answers[survey.OfHousehold] != "" {
		name = page.HouseName(p.d.Desk, d.Answers[survey.OfHousehold])
	}
	key := "home.draft." + d.Form
	if !text.Has(key) {
		key = "home.draft.other"
	}
	return text.T(key, name)
}

// draftPlace is the page that has the form of a draft.
func draftPlace(d desk.Draft) (name, arg string) {
	switch d.Form {
	case survey.Household.Name:
		if d.ID == "" {
			return page.Household, ""
		}
		return page.Household, page.Edit + d.ID
	case survey.Person.Name:
		if strings.HasPrefix(d.ID, page.New) {
			return page.Person, d.ID
		}
		return page.Person, page.Edit + d.ID
	case survey.Visit.Name:
		return page.Household, page.Visit + d.ID
	case survey.Wish.Name:
		return page.Person, page.Wish + d.ID
	}
	switch {
	case d.Answers[survey.OfPerson] != "":
		return page.Person, page.Record + d.Form + "/" + d.ID
	case d.Answers[survey.OfHousehold] != "":
		return page.Household, page.Record + d.Form + "/" + d.ID
	}
	return "", ""
}
