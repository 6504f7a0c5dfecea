// Package tables is the page of the tables of numbers (月报, 季报, 汇总表): a row for each village, every number a way to who was
// counted, the identities that must hold beneath, and the way out to a file.
package tables

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

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
	grid    *kit.Grid // nil until a table was read
	made    report.Table
	shape   string // which table the grid was built for
	behind  *behind
	latest  *ledger.Latest
	last    asked        // what made was made of
	loading bool         // a table is being made
	busy    *canvas.Text // says so where it takes a while
}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{d: d, body: container.NewStack(), latest: ledger.NewLatest(d), busy: kit.Words("", kit.Accent)}
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
	head := kit.Head(kit.Line(10, kit.Title(text.T("ui.page.tables")), p.which), kit.Line(8, p.busy, p.period.content, file))
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
