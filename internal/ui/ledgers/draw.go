package ledgers

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/ledger"
)

// Refresh makes the ledger anew: the register may have changed.
func (p *Page) Refresh() {
	if p.name() != "" {
		p.fetch()
	}
}

// fetch reads what is asked for, away from the window's thread, and shows it.
func (p *Page) fetch() {
	name := p.name()
	p.filter.suit(name)
	ask := question{name: name, filter: p.filter.value(), words: p.filter.search.Text, edition: p.d.Desk.Edition(), day: p.d.Desk.Today()}
	p.loading = true
	p.d.After(patience, p.wait)
	var got answer
	p.latest.Run(func() { got = p.reader.read(ask) }, func() {
		p.loading = false
		switch {
		case got.err != nil:
			kit.SetWords(p.count, "", kit.Quiet)
			p.d.ShowError(got.err)
		case name == p.name():
			p.draw(name, got)
		}
	})
}

// wait says that a ledger is being made where that takes a while; the one that was asked for before stays in sight meanwhile, where it
// is the same one.
func (p *Page) wait() {
	switch {
	case !p.loading:
	case p.shape == p.name():
		kit.SetWords(p.count, text.T("ledgers.busy"), kit.Accent)
	default:
		p.body.Objects = []fyne.CanvasObject{kit.Empty(theme.HistoryIcon(), text.T("ledgers.loading"), text.T("ledgers.loading.hint"))}
		p.body.Refresh()
	}
}

// draw shows a ledger.
func (p *Page) draw(name string, got answer) {
	kit.SetWords(p.count, ledger.Count(got.made, len(got.rows)), kit.Quiet)
	p.filter.take(got.made)
	p.catalogue.note(name, ledger.Count(got.made, len(got.made.Rows)))
	had := p.list != nil && p.d.Window.Canvas().Focused() == fyne.Focusable(p.list.Grid)
	if p.list == nil || p.shape != name || len(p.list.Made.Columns) != len(got.made.Columns) {
		p.list, p.shape = p.newList(got.made), name
	}
	p.list.Show(got.made, got.rows)
	p.explain()
	p.foot.Objects = footnotes(got.made)
	face := fyne.CanvasObject(container.NewBorder(nil, container.NewVBox(p.why, p.foot), nil, nil, p.list.Grid))
	if len(got.rows) == 0 {
		face = p.empty(got.made)
	}
	p.body.Objects = []fyne.CanvasObject{face}
	p.body.Refresh()
	if had || p.enter && p.filter.search.Text == "" || p.d.Window.Canvas().Focused() == nil {
		p.Focus()
	}
	p.enter = false
}

func (p *Page) newList(made report.Table) *ledger.List {
	l := ledger.NewList(p.d, made)
	l.Grid.OnMove = func(int, int) { p.explain() }
	l.Grid.Escape = func() { p.d.Window.Canvas().Focus(p.filter.search) }
	l.Grid.OnType = func(r rune) {
		p.d.Window.Canvas().Focus(p.filter.search)
		p.filter.search.TypedRune(r)
	}
	return l
}
