package tables

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// Refresh makes the table anew, and the list of who was counted while that is shown.
func (p *Page) Refresh() { p.fetch() }

// asked is what a table is made of: while none of it changes, it need not be made again.
type asked struct {
	name    string
	filter  report.Filter
	edition int
	day     time.Time
}

// patience is how long making a table may take before the page says so.
const patience = 300 * time.Millisecond

// fetch makes the table away from the window's thread; the one before stays in sight meanwhile.
func (p *Page) fetch() {
	ask := asked{p.table().Name, p.period.filter(), p.d.Desk.Edition(), p.d.Desk.Today()}
	if p.grid != nil && ask == p.last && !p.loading {
		p.draw(ask.name, p.made)
		return
	}
	var made report.Table
	var err error
	p.wait()
	p.latest.Run(func() { made, err = p.d.Desk.Report(ask.name, ask.filter) }, func() {
		p.loading = false
		kit.SetWords(p.busy, "", kit.Accent)
		if made.Name == "" && err != nil {
			p.d.ShowError(err)
			return
		}
		p.last = ask
		p.draw(ask.name, made) // one that does not add up is shown too; its foot says by how much
	})
}

// wait says that a table is being made: in its place while there is none, beside its name where that takes a while.
func (p *Page) wait() {
	p.loading = true
	if p.grid == nil {
		p.body.Objects = []fyne.CanvasObject{kit.Empty(theme.HistoryIcon(), text.T("tables.loading"), "")}
		return
	}
	p.d.After(patience, func() {
		if p.loading {
			kit.SetWords(p.busy, text.T("tables.busy"), kit.Accent)
		}
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
