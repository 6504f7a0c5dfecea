// Package tables is the page of the tables of numbers (月报, 季报, 汇总表): a row for each village, every number a way to who was
// counted, the identities that must hold beneath, and the way out to a file.
package tables

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/ledger"
	"ruhu/internal/ui/page"
)

// Page is the page of the tables.
type Page struct {
	d       page.Deps
	content *fyne.Container
	which   *kit.Toggle
	period  *period
	body    *fyne.Container
	sheet   fyne.CanvasObject
	grid    *ledger.Grid // nil until a table was read
	made    report.Table
	shape   string // which table the grid was built for
	behind  *behind
	latest  *ledger.Latest
}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{d: d, body: container.NewStack(), latest: ledger.NewLatest(d)}
	var names []string
	for _, n := range report.Tables {
		names = append(names, short(n))
	}
	p.which = kit.NewToggle(names...)
	p.which.SetValue(names[0])
	p.which.OnChange(p.turned)
	p.which.Escape = p.Focus
	p.period = newPeriod(d, p.fetch, p.Focus)
	p.behind = newBehind(d, p.back)
	p.sheet = p.lay()
	p.content = container.NewStack(p.sheet)
	p.period.suit(p.table().Name)
	return p
}

func (p *Page) lay() fyne.CanvasObject {
	file := kit.NewPrimary(text.T("tables.export"), p.export)
	head := kit.Head(kit.Line(10, kit.Title(text.T("ui.page.tables")), p.which), kit.Line(8, p.period.content, file))
	return kit.Padded(container.NewBorder(kit.Rows(8, head, kit.Gap()), nil, nil, nil, kit.Panel(p.body)))
}

// short is what a table is called where there is little room, and its title where nobody gave it such a name.
func short(n report.Numbers) string {
	key := "tables.short." + n.Name
	if s := text.T(key); s != key {
		return s
	}
	return text.T(n.TitleKey)
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Open shows the table of a name; "" leaves what was shown.
func (p *Page) Open(name string) {
	for _, n := range report.Tables {
		if n.Name == name {
			p.back()
			p.which.SetValue(short(n))
			p.period.suit(name)
		}
	}
}

// Focus puts the keyboard into the table, or into the list of who was counted.
func (p *Page) Focus() {
	switch {
	case p.behind.on():
		p.behind.focus()
	case p.grid != nil && p.grid.Len() > 0:
		p.d.Window.Canvas().Focus(p.grid)
	}
}

// Commands are the keys of the page.
func (p *Page) Commands() []kit.Command {
	commands := []kit.Command{
		kit.Ctrl(text.T("tables.export"), fyne.KeyS, p.export),
		kit.Ctrl(text.T("tables.before"), fyne.KeyPageUp, func() { p.period.step(-1) }),
		kit.Ctrl(text.T("tables.after"), fyne.KeyPageDown, func() { p.period.step(1) }),
		{},
	}
	for i, n := range report.Tables {
		commands = append(commands, kit.Ctrl(text.T(n.TitleKey), fyne.KeyName(rune('1'+i)), func() { p.Open(n.Name); p.fetch() }))
	}
	return commands
}

func (p *Page) table() report.Numbers {
	for _, n := range report.Tables {
		if short(n) == p.which.Value() {
			return n
		}
	}
	return report.Tables[0]
}

func (p *Page) turned() {
	p.period.suit(p.table().Name)
	p.fetch()
}

// Refresh makes the table anew, and the list of who was counted while that is shown.
func (p *Page) Refresh() { p.fetch() }

// fetch makes the table away from the window's thread.
func (p *Page) fetch() {
	n, f := p.table(), p.period.filter()
	var made report.Table
	var err error
	if p.grid == nil {
		p.body.Objects = []fyne.CanvasObject{kit.Empty(theme.HistoryIcon(), text.T("tables.loading"), "")}
	}
	p.latest.Run(func() { made, err = p.d.Desk.Report(n.Name, f) }, func() {
		if made.Name == "" && err != nil {
			p.d.ShowError(err)
			return
		}
		p.draw(n.Name, made) // one that does not add up is shown too; its foot says by how much
	})
}

// draw shows a table.
func (p *Page) draw(name string, made report.Table) {
	p.made = made
	had := p.grid == nil || p.d.Window.Canvas().Focused() == nil || p.d.Window.Canvas().Focused() == fyne.Focusable(p.grid)
	if shape := name + made.Period + headings(made); p.shape != shape {
		p.grid, p.shape = p.newGrid(), shape
	}
	p.grid.Reload()
	face := fyne.CanvasObject(container.NewBorder(nil, p.foot(), nil, nil, p.grid))
	if bare(made) {
		face = kit.Empty(theme.GridIcon(), text.T("tables.none"), text.T("tables.none.hint"), p.action())
	}
	p.body.Objects = []fyne.CanvasObject{face}
	p.body.Refresh()
	if p.behind.on() {
		p.behind.refresh(made)
		return
	}
	if had {
		p.Focus()
	}
}

// bare tells whether a table has nothing but the rows that sum up.
func bare(made report.Table) bool {
	for i := range made.Rows {
		if i >= len(made.Totals) || !made.Totals[i] {
			return false
		}
	}
	return true
}

// headings tells tables of other columns apart: trades and groups come and go with the data.
func headings(made report.Table) string {
	s := ""
	for _, c := range made.Columns {
		s += "|" + c.Key
	}
	return s
}

// action is what to do where a table is empty.
func (p *Page) action() fyne.CanvasObject {
	if p.made.Of == registry.TypeTarget {
		return kit.NewPrimary(text.T("tables.targets"), func() { p.d.Show(page.Targets, "") })
	}
	return kit.NewPrimary(text.T("tables.houses"), func() { p.d.Show(page.Houses, "") })
}

// open goes to who was counted, or to the task that a row is about.
func (p *Page) open(row, column int) {
	c := p.made.Columns[column]
	switch {
	case counted(p.made, row, column):
		p.put(p.behind.content)
		p.behind.show(p.made, row, column)
	case p.made.Of == registry.TypeTarget && p.made.IDs[row] != "":
		ledger.Go(p.d, p.made.Of, p.made.IDs[row])
	case c.Of != "":
		p.d.Toast(text.T("tables.nobody"))
	default:
		p.d.Toast(text.T("tables.no_list"))
	}
}

// back returns from the list of who was counted to the table.
func (p *Page) back() {
	if !p.behind.on() {
		return
	}
	p.behind.shut()
	p.put(p.sheet)
	p.Focus()
}

func (p *Page) put(o fyne.CanvasObject) {
	p.content.Objects = []fyne.CanvasObject{o}
	p.content.Refresh()
}

func (p *Page) export() {
	if p.behind.on() {
		p.behind.export()
		return
	}
	if p.grid == nil || bare(p.made) {
		p.d.Toast(text.T("tables.nothing_to_export"))
		return
	}
	n, f := p.table(), p.period.filter()
	ledger.Export{
		D: p.d, Name: n.Name, Title: p.made.Title + " " + p.made.Period, What: text.T("tables.rows", len(p.made.Rows)), Filter: f,
		Make: func(f report.Filter) (report.Table, error) { return p.d.Desk.Report(n.Name, f) },
	}.Ask()
}
