package ledgers

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// explain says why the current row stands in the ledger: the column has no room for it.
func (p *Page) explain() {
	reason := p.list.Reason()
	p.why.Keep = reason != ""
	p.why.Set(reason, kit.Quiet)
}

// footnotes are how a ledger is counted, and what does not add up.
func footnotes(made report.Table) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if err := made.Check(); err != nil {
		x := text.Explain(err)
		out = append(out, kit.Tinted(kit.Bad, kit.Prose(x.What+x.Way, kit.Bad)))
	}
	for _, n := range made.Note {
		out = append(out, kit.Prose(n, kit.Quiet))
	}
	return out
}

func (p *Page) empty(made report.Table) fyne.CanvasObject {
	if p.filter.idle() {
		ways := []fyne.CanvasObject{kit.NewButton(text.T("ledgers.catalogue"), p.toCatalogue)}
		if made.Of == registry.TypeSchool {
			ways = append(ways, kit.NewPrimary(text.T("ui.page.schools"), func() { p.d.Show(page.Schools, "") }))
		}
		return kit.Empty(theme.ListIcon(), text.T("ledgers.none"), text.T("ledgers.about."+made.Name), ways...)
	}
	clear := kit.NewButton(text.T("ledgers.clear"), func() { p.filter.clear(); p.fetch() })
	return kit.Empty(theme.SearchIcon(), text.T("ledgers.none_match"), text.T("ledgers.none_match.hint"), clear)
}
