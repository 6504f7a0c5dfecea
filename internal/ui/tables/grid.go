package tables

import (
	"strings"

	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/ledger"
	"ruhu/internal/ui/page"
)

// The widths of columns, in characters.
const (
	leastNumber = 2.4
	mostWords   = 13
)

// stays is how many columns stay in sight: the number of the row and what it is about.
const stays = 2

// newGrid makes the grid of the table that was read.
func (p *Page) newGrid() *kit.Grid {
	columns := make([]kit.Column, len(p.made.Columns))
	for i, c := range p.made.Columns {
		columns[i] = kit.Column{Title: c.Label, Over: c.Over, Em: em(p.made, i), Right: c.Right}
	}
	g := kit.NewGrid(columns, stays, func() int { return len(p.made.Rows) }, p.cell)
	g.Begin(stays)
	g.OnOpen = p.open
	g.Leads = func(row, column int) bool { return counted(p.made, row, column) }
	g.Copied = func(rows int) { p.d.Toast(text.T("tables.copied", rows)) }
	g.Escape = func() { p.d.Window.Canvas().Focus(p.which) }
	return g
}

// em is the width of a column: what stands in it, and half its title, which takes two lines.
func em(t report.Table, column int) float32 {
	c := t.Columns[column]
	wide := titleEm(c.Label)
	if c.Right {
		wide = max(wide, leastNumber)
	}
	for i := range min(len(t.Rows), 200) {
		wide = max(wide, ledger.Letters(shown(t, i, column)))
	}
	return min(wide, mostWords) + 0.3
}

// titleEm is the width of a title, which is small and takes two lines where it is long.
func titleEm(title string) float32 {
	n := len([]rune(title))
	if n > 3 {
		n = (n + 1) / 2
	}
	return float32(n) * 0.9
}

// counted tells whether a number counts somebody who can be listed.
func counted(t report.Table, row, column int) bool {
	return t.Columns[column].Of != "" && row < len(t.Behind) && column < len(t.Behind[row]) && len(t.Behind[row][column]) > 0
}

// shown is a cell as the screen has room for it.
func shown(t report.Table, row, column int) string {
	if s := t.Rows[row][column]; t.Of == report.Villages && column == 1 {
		return page.ShortVillage(s)
	}
	return t.Rows[row][column]
}

func (p *Page) cell(row, column int) kit.Cell {
	c := kit.Cell{Text: shown(p.made, row, column)}
	c.Bold = row < len(p.made.Totals) && p.made.Totals[row]
	switch {
	case counted(p.made, row, column):
		c.Tone = kit.Accent
	case c.Text == "0" || column == 0:
		c.Tone = kit.Quiet
	case strings.HasPrefix(c.Text, "-"):
		c.Tone = kit.Bad
	}
	return c
}
