package auditpage

import (
	"strconv"

	"ruhu/internal/audit"
	"ruhu/internal/quality"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/ledger"
	"ruhu/internal/ui/page"
)

// newList is the list of findings; Enter goes to the field.
func (p *Page) newList() *kit.Grid {
	g := kit.NewGrid([]kit.Column{
		{Title: text.T("auditpage.col.severity"), Em: 4.6}, {Title: text.T("auditpage.col.who"), Em: 6}, {Title: text.T("auditpage.col.sentence"), Em: 27},
		{Title: text.T("auditpage.col.check"), Em: 9}, {Title: text.T("auditpage.col.class"), Em: 12}, {Title: text.T("auditpage.col.source"), Em: 20},
	}, 2, func() int { return len(p.rows) }, p.cell)
	g.Sorts = true
	g.OnOpen = func(row, _ int) { p.goTo(p.found.all[p.rows[row]]) }
	g.OnMove = func(int, int) { p.tell() }
	g.OnType = func(r rune) {
		p.d.Window.Canvas().Focus(p.filter.search)
		p.filter.search.TypedRune(r)
	}
	g.Copied = p.copied
	g.Escape = func() { p.d.Window.Canvas().Focus(p.filter.search) }
	return g
}

func (p *Page) copied(rows int) { p.d.Toast(text.T("auditpage.copied", rows)) }

// goTo shows what a finding is about: the question of the person where it is one of a person's form, otherwise the class.
func (p *Page) goTo(x quality.Finding) {
	_, asked := survey.Person.Field(x.Key)
	if asked && x.Person != "" {
		ledger.GoField(p.d, registry.TypePerson, x.Person, x.Key)
		return
	}
	p.d.Show(page.Class, x.Class)
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
		return kit.Cell{Text: audit.Title(x.Check), Tone: kit.Quiet}
	case 4:
		return kit.Cell{Text: p.found.className(x.Class)}
	}
	return kit.Cell{Text: x.Source, Tone: kit.Quiet}
}

// tell says the current finding in whole below the list: a column may be too narrow for it.
func (p *Page) tell() {
	words := ""
	if row, _ := p.list.Current(); row >= 0 && row < len(p.rows) {
		x := p.found.all[p.rows[row]]
		words = text.T("auditpage.whole", x.Sentence, x.Source)
	}
	p.whole.Set(words, kit.Quiet)
}

// newClasses is the list of classes with how much was found in each; Enter lists it.
func (p *Page) newClasses() *kit.Grid {
	columns := []kit.Column{{Title: text.T("auditpage.col.class"), Em: 18}, {Title: text.T("auditpage.col.stage"), Em: 6}}
	for _, s := range quality.Severities {
		columns = append(columns, kit.Column{Title: s.Words(), Em: 5, Right: true})
	}
	g := kit.NewGrid(columns, 1, func() int { return len(p.found.classes) }, p.classCell)
	g.Sorts = true
	g.OnOpen = func(row, _ int) { p.show(p.found.classes[row].ID, "") }
	g.OnMove = func(int, int) {}
	g.Copied = p.copied
	g.Escape = func() { p.d.Window.Canvas().Focus(p.view) }
	return g
}

func (p *Page) classCell(row, column int) kit.Cell {
	c := p.found.classes[row]
	switch column {
	case 0:
		return kit.Cell{Text: p.found.className(c.ID)}
	case 1:
		return kit.Cell{Text: c.Stage(), Tone: kit.Quiet}
	}
	s := quality.Severities[column-2]
	if c.bySeverity[s] == 0 {
		return kit.Cell{Text: "0", Tone: kit.Quiet}
	}
	return kit.Cell{Text: strconv.Itoa(c.bySeverity[s]), Tone: tones[s]}
}
