package tables

import (
	"fyne.io/fyne/v2"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/ledger"
)

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
