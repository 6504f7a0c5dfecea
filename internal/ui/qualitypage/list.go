package qualitypage

import (
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/ledger"
)

// newList is the list of findings; Enter goes to the field.
func (p *Page) newList() *kit.Grid {
	columns := []kit.Column{
		{Title: text.T("qualitypage.col.severity"), Em: 4.6}, {Title: text.T("qualitypage.col.who"), Em: 7}, {Title: text.T("qualitypage.col.sentence"), Em: 23},
		{Title: text.T("qualitypage.col.village"), Em: 5}, {Title: text.T("qualitypage.col.check"), Em: 10},
	}
	g := kit.NewGrid(columns, 2, func() int { return len(p.rows) }, p.cell)
	g.Sorts = true
	g.OnOpen = func(row, _ int) {
		x := p.found.all[p.rows[row]]
		ledger.GoField(p.d, x.Type, x.ID, x.Key)
	}
	g.OnMove = func(int, int) { p.tell() }
	g.OnType = func(r rune) {
		p.d.Window.Canvas().Focus(p.filter.search)
		p.filter.search.TypedRune(r)
	}
	g.Copied = func(rows int) { p.d.Toast(text.T("qualitypage.copied", rows)) }
	g.Escape = func() { p.d.Window.Canvas().Focus(p.filter.search) }
	return g
}

// tell says the current finding in whole below the list: a column may be too narrow for it.
func (p *Page) tell() {
	words := ""
	if row, _ := p.list.Current(); row >= 0 && row < len(p.rows) {
		x := p.found.all[p.rows[row]]
		words = text.T("qualitypage.whole", p.found.who[p.rows[row]], x.Sentence, p.found.titles[x.Check])
	}
	p.whole.Set(words, kit.Quiet)
}

func (p *Page) cell(row, column int) kit.Cell {
	i := p.rows[row]
	x := p.found.all[i]
	switch column {
	case 0:
		return kit.Cell{Text: x.Severity.Words(), Tone: tones[x.Severity], Badge: true}
	case 1:
		return kit.Cell{Text: p.found.who[i]}
	case 2:
		return kit.Cell{Text: x.Sentence}
	case 3:
		return kit.Cell{Text: p.found.where[i]}
	}
	return kit.Cell{Text: p.found.titles[x.Check], Tone: kit.Quiet}
}
