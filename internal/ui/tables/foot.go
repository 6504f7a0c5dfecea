package tables

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// footMost is how high what stands beneath a table may be before it scrolls.
const footMost = 168

// foot says whether the table adds up, who is missing where it does not, and how it was counted.
func (p *Page) foot() fyne.CanvasObject {
	rows := kit.Rows(3)
	for _, s := range p.made.Sums {
		rows.Add(p.identity(s))
	}
	for _, n := range p.made.Note {
		rows.Add(kit.Prose(n, kit.Quiet))
	}
	if len(rows.Objects) == 0 {
		return rows
	}
	return container.New(layout.NewCustomPaddedLayout(8, 0, 0, 0), low(rows, footMost))
}

// identity is one sum: a tick and what it says, or by how much it is off with the way to who is missing.
func (p *Page) identity(s report.Sum) fyne.CanvasObject {
	if s.Holds() {
		return kit.Prose(text.T("tables.sum.holds", s.Words, s.Whole), kit.Good)
	}
	words := kit.Prose(text.T("tables.sum.off", s.Words, s.Whole, s.Parts, s.Whole-s.Parts), kit.Bad)
	if len(s.Rest) == 0 {
		return kit.Tinted(kit.Bad, words)
	}
	who := kit.NewButton(text.T("tables.sum.who", len(s.Rest)), func() {
		p.put(p.behind.content)
		p.behind.list(text.T("tables.sum.rest", s.Words), wholeOf(p.made, s), s.Rest)
	})
	return kit.Tinted(kit.Bad, container.NewBorder(nil, nil, nil, who, words))
}

// wholeOf is the type of what an identity counts: that of the column on its left side.
func wholeOf(t report.Table, s report.Sum) string {
	for _, c := range t.Columns {
		if c.Of != "" && strings.HasPrefix(s.Words, c.Label+" = ") {
			return c.Of
		}
	}
	return ""
}
