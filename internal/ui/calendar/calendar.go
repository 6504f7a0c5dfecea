// Package calendar is the page of what falls due: the reports to hand in, each with how many days are left, and the deadlines of classes.
package calendar

import (
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/report"
	"ruhu/internal/rules"
	"ruhu/internal/text"
	"ruhu/internal/ui/due"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/ledger"
	"ruhu/internal/ui/page"
)

// Classes, given to the page, shows the deadlines of classes.
const Classes = "classes"

// Page is the two lists of what falls due.
type Page struct {
	d       page.Deps
	content fyne.CanvasObject
	view    *kit.Toggle
	count   *canvas.Text
	about   *kit.Note // the current row in whole
	body    *fyne.Container
	grids   [2]*kit.Grid
	reports []rules.ReportDue
	classes []due.Deadline
	soon    int // days
	read    bool
	latest  *ledger.Latest
}

// The views by their place.
const (
	ofReports = iota
	ofClasses
)

var views = [2]string{"calendar.reports", "calendar.classes"}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{d: d, count: kit.Words("", kit.Quiet), about: kit.NewNote(), body: container.NewStack(), latest: ledger.NewLatest(d)}
	p.about.Keep = true
	p.view = kit.NewToggle(text.T(views[0]), text.T(views[1]))
	p.view.SetValue(text.T(views[0]))
	p.view.OnChange(func() { p.draw(); p.Focus() })
	p.view.Escape = p.Focus
	p.grids = [2]*kit.Grid{p.reportGrid(), p.classGrid()}
	for _, g := range p.grids {
		g.Sorts = true
		g.OnMove = func(int, int) { p.tell() }
		g.Escape = func() { d.Window.Canvas().Focus(p.view) }
		g.Copied = func(rows int) { d.Toast(text.T("calendar.copied", rows)) }
	}
	days := kit.NewButton(text.T("calendar.rules"), func() { p.d.Show(page.Rules, [2]string{"calendar", "deadline"}[p.at()]) })
	head := kit.Head(kit.Line(12, kit.Title(text.T("ui.page.calendar")), p.view), kit.Line(10, p.count, days))
	p.content = kit.Padded(container.NewBorder(kit.Rows(8, head, kit.Gap()), nil, nil, nil, kit.Panel(p.body)))
	return p
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Open shows the deadlines of classes, or with "" what was shown.
func (p *Page) Open(arg string) {
	if arg == Classes {
		p.view.SetValue(text.T(views[ofClasses]))
	}
}

// Commands are the keys of the page.
func (p *Page) Commands() []kit.Command {
	return []kit.Command{
		kit.Ctrl(text.T(views[0]), fyne.Key1, func() { p.view.Choose(text.T(views[0])) }),
		kit.Ctrl(text.T(views[1]), fyne.Key2, func() { p.view.Choose(text.T(views[1])) }),
	}
}

func (p *Page) at() int {
	if p.view.Value() == text.T(views[ofClasses]) {
		return ofClasses
	}
	return ofReports
}

// Focus puts the keyboard into the rows.
func (p *Page) Focus() {
	if g := p.grids[p.at()]; g.Len() > 0 {
		p.d.Window.Canvas().Focus(g)
		return
	}
	p.d.Window.Canvas().Focus(p.view)
}

// Refresh works out anew what falls due, away from the window's thread.
func (p *Page) Refresh() {
	var err error
	var reports []rules.ReportDue
	var classes []due.Deadline
	var soon int
	p.latest.Run(func() {
		reports = rules.Calendar(p.d.Desk.RuleBook(), p.d.Desk.Today())
		classes, soon, err = due.Deadlines(p.d.Desk)
	}, func() {
		if err != nil {
			p.d.ShowError(err)
			return
		}
		p.reports, p.classes, p.soon, p.read = reports, classes, soon, true
		p.draw()
		if p.d.Window.Canvas().Focused() == nil {
			p.Focus()
		}
	})
}

func (p *Page) draw() {
	if !p.read {
		return
	}
	kit.SetWords(p.count, p.counted(), kit.Quiet)
	p.body.Objects = []fyne.CanvasObject{p.face()}
	p.body.Refresh()
}

func (p *Page) counted() string {
	if p.at() == ofReports {
		return text.T("calendar.count", len(p.reports))
	}
	late := 0
	for _, x := range p.classes {
		if x.Late {
			late++
		}
	}
	return text.T("calendar.count_classes", len(p.classes), late)
}

func (p *Page) face() fyne.CanvasObject {
	g := p.grids[p.at()]
	if g.Len() == 0 {
		if p.at() == ofClasses {
			return kit.Empty(theme.ConfirmIcon(), text.T("calendar.classes.none"), text.T("calendar.classes.none.hint"))
		}
		return kit.Empty(theme.ConfirmIcon(), text.T("calendar.reports.none"), text.T("calendar.reports.none.hint"))
	}
	g.Reload()
	p.tell()
	return container.NewBorder(nil, p.about, nil, nil, g)
}

// tell says the current row in whole below the list.
func (p *Page) tell() {
	row, _ := p.grids[p.at()].Current()
	words := ""
	switch {
	case row < 0:
	case p.at() == ofReports && row < len(p.reports):
		x := p.reports[row]
		words = text.T("calendar.whole", x.Name, x.Source)
	case p.at() == ofClasses && row < len(p.classes):
		x := p.classes[row]
		words = text.T("calendar.whole", x.Class.Name()+"："+x.Sentence, x.Source)
	}
	p.about.Set(words, kit.Quiet)
}

// left says how many days are left, or how late it is.
func (p *Page) left(days int) kit.Cell {
	switch {
	case days < 0:
		return kit.Cell{Text: text.T("calendar.late", -days), Tone: kit.Bad, Badge: true}
	case days == 0:
		return kit.Cell{Text: text.T("calendar.today"), Tone: kit.Warn, Badge: true}
	case days <= p.soon:
		return kit.Cell{Text: text.T("calendar.left", days), Tone: kit.Warn, Badge: true}
	}
	return kit.Cell{Text: text.T("calendar.left", days)}
}

// goReport shows the ledger or the table that a report is made with.
func (p *Page) goReport(row int) {
	name := p.reports[row].Report
	switch {
	case slices.ContainsFunc(report.Tables, func(n report.Numbers) bool { return n.Name == name }):
		p.d.Show(page.Tables, name)
	case slices.ContainsFunc(report.All, func(l report.Ledger) bool { return l.Name == name }):
		p.d.Show(page.Ledgers, name)
	default:
		p.d.Toast(text.T("calendar.by_hand", p.reports[row].Name))
	}
}

func (p *Page) reportGrid() *kit.Grid {
	g := kit.NewGrid([]kit.Column{
		{Title: text.T("calendar.left_days"), Em: 6}, {Title: text.T("calendar.report"), Em: 15}, {Title: text.T("calendar.period"), Em: 9}, {Title: text.T("calendar.due"), Em: 6.5},
		{Title: text.T("calendar.to"), Em: 9}, {Title: text.T("calendar.source"), Em: 26},
	}, 2, func() int { return len(p.reports) }, func(row, column int) kit.Cell {
		x := p.reports[row]
		if column == 0 {
			return p.left(x.Days)
		}
		words := []string{x.Name, x.Period, x.Due.Format(time.DateOnly), x.To, x.Source}
		return kit.Cell{Text: words[column-1], Tone: quietAt(column == 5)}
	})
	g.OnOpen = func(row, _ int) { p.goReport(row) }
	return g
}

func (p *Page) classGrid() *kit.Grid {
	g := kit.NewGrid([]kit.Column{
		{Title: text.T("calendar.left_days"), Em: 6}, {Title: text.T("calendar.what"), Em: 10.5}, {Title: text.T("calendar.class"), Em: 17}, {Title: text.T("calendar.by"), Em: 6.5},
		{Title: text.T("calendar.workdays"), Em: 5, Right: true}, {Title: text.T("calendar.owner"), Em: 9}, {Title: text.T("calendar.source"), Em: 20},
	}, 2, func() int { return len(p.classes) }, func(row, column int) kit.Cell {
		x := p.classes[row]
		if column == 0 {
			return p.left(x.Days)
		}
		words := []string{x.What, x.Class.Name(), x.By.Format(time.DateOnly), strconv.Itoa(x.WorkDays), x.Owner, x.Source}
		return kit.Cell{Text: words[column-1], Tone: quietAt(column == 6)}
	})
	g.OnOpen = func(row, _ int) { p.d.Show(page.Class, p.classes[row].Class.ID) }
	return g
}

func quietAt(quiet bool) kit.Tone {
	if quiet {
		return kit.Quiet
	}
	return kit.Plain
}
