// Package auditpage is the page of the training audit (培训核查): what over all classes does not agree with the rules, as a list that leads
// to the field, class by class, and whom to call. Package audit finds; here it is shown.
package auditpage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/audit"
	"ruhu/internal/quality"
	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/ledger"
	"ruhu/internal/ui/page"
)

// Page is the page of what the audit found.
type Page struct {
	d       page.Deps
	content *fyne.Container
	view    *kit.Toggle
	filter  *filter
	calls   *calls
	count   *canvas.Text
	stats   *fyne.Container
	body    *fyne.Container
	found   *found // nil until the classes were looked through
	rows    []int  // those of found that the filter leaves
	list    *kit.Grid
	classes *kit.Grid
	whole   *kit.Note // the current finding
	latest  *ledger.Latest
}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{d: d, count: kit.Words("", kit.Quiet), body: container.NewStack(), stats: container.NewStack(), latest: ledger.NewLatest(d), whole: kit.NewNote()}
	p.whole.Keep = true
	p.view = kit.NewToggle(text.T("auditpage.list"), text.T("auditpage.classes"), text.T("auditpage.calls"))
	p.view.SetValue(text.T("auditpage.list"))
	p.view.OnChange(func() { p.draw(); p.Focus() })
	p.view.Escape = p.Focus
	p.filter = newFilter(p.draw, p.Focus)
	p.calls = newCalls(p)
	p.list, p.classes = p.newList(), p.newClasses()
	file := kit.NewPrimary(text.T("auditpage.export"), p.export)
	head := kit.Head(kit.Line(12, kit.Title(text.T("ui.page.audit")), p.view), kit.Line(10, p.count, file))
	p.content = container.NewStack(kit.Padded(container.NewBorder(kit.Rows(8, head, p.stats, p.filter.content, p.calls.ask, kit.Gap()), nil, nil, nil, kit.Panel(p.body))))
	p.body.Objects = []fyne.CanvasObject{kit.Empty(theme.HistoryIcon(), text.T("auditpage.looking"), text.T("auditpage.looking.hint"))}
	return p
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Open shows what was found in a class; "" leaves what was chosen.
func (p *Page) Open(class string) {
	if class != "" {
		p.filter.set(class, "", "")
		p.view.SetValue(text.T("auditpage.list"))
	}
}

// Focus puts the keyboard into the rows, or where whom to call is asked.
func (p *Page) Focus() {
	grid := p.grid()
	switch {
	case grid != nil && grid.Len() > 0:
		p.d.Window.Canvas().Focus(grid)
	case p.at("calls") && p.found != nil:
		p.d.Window.Canvas().Focus(p.calls.seed)
	default:
		p.d.Window.Canvas().Focus(p.view)
	}
}

// grid is the one that is shown.
func (p *Page) grid() (grid *kit.Grid) {
	kit.Each(p.body, func(o fyne.CanvasObject) bool {
		if g, ok := o.(*kit.Grid); ok {
			grid = g
		}
		return grid == nil
	})
	return grid
}

func (p *Page) at(view string) bool { return p.view.Value() == text.T("auditpage."+view) }

// Commands are the keys of the page.
func (p *Page) Commands() []kit.Command {
	commands := []kit.Command{
		kit.Ctrl(text.T("auditpage.export"), fyne.KeyS, p.export),
		{Label: text.T("auditpage.search"), Key: fyne.KeyF3, Do: p.search}, {},
	}
	for i, key := range []string{"auditpage.list", "auditpage.classes", "auditpage.calls"} {
		commands = append(commands, kit.Ctrl(text.T(key), fyne.KeyName(rune('1'+i)), func() { p.view.Choose(text.T(key)) }))
	}
	return commands
}

func (p *Page) search() {
	p.view.SetValue(text.T("auditpage.list"))
	p.draw()
	p.d.Window.Canvas().Focus(p.filter.search)
}

// Refresh looks the classes through anew, away from the window's thread, where something changed since.
func (p *Page) Refresh() {
	if p.found != nil && p.found.edition == p.d.Desk.Edition() && p.found.src.On.Equal(p.d.Desk.Today()) {
		p.draw()
		return
	}
	if p.found != nil {
		kit.SetWords(p.count, text.T("auditpage.looking"), kit.Accent)
	}
	var f *found
	var err error
	p.latest.Run(func() { f, err = look(p.d.Desk) }, func() {
		if err != nil {
			p.d.ShowError(err)
			return
		}
		p.found = f
		p.filter.take(f)
		p.calls.take(f)
		p.draw()
		if p.d.Window.Canvas().Focused() == nil {
			p.Focus()
		}
	})
}

// draw shows the view chosen.
func (p *Page) draw() {
	p.stats.Hidden, p.filter.content.Hidden, p.calls.ask.Hidden = p.at("calls"), !p.at("list"), !p.at("calls")
	p.content.Refresh()
	if p.found == nil {
		return
	}
	p.rows = p.found.pass(p.filter.value())
	p.stats.Objects = []fyne.CanvasObject{p.tiles()}
	p.stats.Refresh()
	p.body.Objects = []fyne.CanvasObject{p.face()}
	p.body.Refresh()
	kit.SetWords(p.count, p.counted(), kit.Quiet)
}

func (p *Page) counted() string {
	switch {
	case p.at("calls"):
		return text.T("auditpage.drawn", len(p.calls.made.Rows))
	case p.at("classes"):
		return text.T("auditpage.count_classes", len(p.found.classes))
	}
	return text.T("auditpage.count", len(p.rows))
}

func (p *Page) face() fyne.CanvasObject {
	switch {
	case len(p.found.classes) == 0:
		open := kit.NewButton(text.T("auditpage.no_class.open"), func() { p.d.Show(page.Class, "") })
		return kit.Empty(theme.GridIcon(), text.T("auditpage.no_class"), text.T("auditpage.no_class.hint"), open)
	case p.at("calls"):
		return p.calls.face()
	case p.at("classes"):
		p.classes.Reload()
		return p.classes
	case len(p.found.all) == 0:
		return kit.Empty(theme.ConfirmIcon(), text.T("auditpage.none"), text.T("auditpage.none.hint"))
	case len(p.rows) == 0:
		clear := kit.NewButton(text.T("auditpage.clear"), func() { p.filter.search.SetQuietly(""); p.show("", "") })
		return kit.Empty(theme.SearchIcon(), text.T("auditpage.none_match"), text.T("auditpage.none_match.hint"), clear)
	}
	p.list.Reload()
	p.tell()
	return container.NewBorder(nil, p.whole, nil, nil, p.list)
}

// tones are how loud each severity is.
var tones = map[quality.Severity]kit.Tone{quality.Error: kit.Bad, quality.Doubt: kit.Warn, quality.Hint: kit.Quiet}

// tiles are how many findings there are of each severity; a tap shows only those.
func (p *Page) tiles() fyne.CanvasObject {
	var tiles []fyne.CanvasObject
	for _, s := range quality.Severities {
		stat := kit.NewStat(s.Words(), func() { p.show("", string(s)) })
		n, tone := p.found.bySeverity[s], tones[s]
		if n == 0 {
			tone = kit.Good
		}
		stat.Set(text.T("auditpage.number", n), tone, text.T("auditpage.about."+string(s)))
		tiles = append(tiles, stat)
	}
	return kit.Tiles(14, tiles...)
}

// show lists the findings of a class and a severity.
func (p *Page) show(class, severity string) {
	p.filter.set(class, severity, "")
	p.view.SetValue(text.T("auditpage.list"))
	p.draw()
	p.Focus()
}

// export writes what is shown: the findings for an auditor, or whom to call.
func (p *Page) export() {
	if p.found == nil {
		return
	}
	var some []quality.Finding
	for _, i := range p.rows {
		some = append(some, p.found.all[i])
	}
	if p.at("classes") {
		some = p.found.all
	}
	made := audit.Table(p.found.src, some)
	if p.at("calls") {
		made = p.calls.made
	}
	if len(made.Rows) == 0 {
		p.d.Toast(text.T("auditpage.nothing_to_export"))
		return
	}
	ledger.Export{
		D: p.d, Title: made.Title, What: ledger.Count(made, len(made.Rows)), People: true, Inner: true,
		Make: func(report.Filter) (report.Table, error) { return made, nil },
	}.Ask()
}
