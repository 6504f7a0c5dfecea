package ledgers

import (
	"ruhu/internal/desk"
	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/ledger"
)

// export writes what is shown, filter and all.
func (p *Page) export() {
	if p.list == nil || p.name() != p.shape || p.list.Grid.Len() == 0 {
		p.d.Toast(text.T("ledgers.nothing_to_export"))
		return
	}
	l, _ := find(p.shape)
	f := p.filter.value()
	f.Text = p.filter.search.Text
	ledger.Export{
		D: p.d, Name: l.Name, Title: p.list.Made.Title, What: ledger.Count(p.list.Made, p.list.Grid.Len()), Filter: f, People: true, Inner: l.Inner,
		Make: func(f report.Filter) (report.Table, error) { return p.d.Desk.Ledger(l.Name, f) },
	}.Ask()
}

func find(name string) (report.Ledger, bool) {
	for _, l := range desk.Ledgers() {
		if l.Name == name {
			return l, true
		}
	}
	return report.Ledger{}, false
}
