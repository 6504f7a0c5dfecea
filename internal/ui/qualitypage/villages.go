package qualitypage

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"ruhu/internal/quality"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// crossed are the findings counted by village and check.
type crossed struct {
	villages []string // the last, "", is all of them
	checks   []quality.Check
	n        map[[2]string]int // village and check; "" is all
}

// cross counts what the filter leaves.
func (p *Page) cross() *crossed {
	c := &crossed{n: map[[2]string]int{}}
	seen, villages := map[string]quality.Severity{}, map[string]bool{}
	for _, i := range p.rows {
		x := p.found.all[i]
		seen[x.Check] = x.Severity
		villages[x.Village] = true
		c.n[[2]string{"", x.Check}]++
		c.n[[2]string{}]++
		if x.Village != "" {
			c.n[[2]string{x.Village, x.Check}]++
			c.n[[2]string{x.Village, ""}]++
		}
	}
	delete(villages, "")
	c.villages = append(slices.Sorted(maps.Keys(villages)), "")
	for _, check := range p.found.checks {
		if _, ok := seen[check.Code]; ok {
			c.checks = append(c.checks, check)
		}
	}
	rank := func(s quality.Severity) int { return slices.Index(quality.Severities, s) }
	slices.SortStableFunc(c.checks, func(a, b quality.Check) int { return cmp.Compare(rank(a.Severity), rank(b.Severity)) })
	return c
}

// villages is the table of how many findings each village has of each check; a number leads to its list.
func (p *Page) villages() fyne.CanvasObject {
	c := p.cross()
	columns := []kit.Column{{Title: text.T("qualitypage.col.village"), Em: 6}, {Title: text.T("qualitypage.total"), Em: 3, Right: true}}
	for _, check := range c.checks {
		columns = append(columns, kit.Column{Title: check.Title(), Over: check.Severity.Words(), Em: max(float32(len([]rune(check.Title()))+1)/2*0.9, 3), Right: true})
	}
	code := func(column int) string {
		if column < 2 {
			return ""
		}
		return c.checks[column-2].Code
	}
	g := kit.NewGrid(columns, 2, func() int { return len(c.villages) }, func(row, column int) kit.Cell {
		if column == 0 {
			return kit.Cell{Text: cmp.Or(page.VillageName(c.villages[row]), text.T("qualitypage.total")), Bold: c.villages[row] == ""}
		}
		n := c.n[[2]string{c.villages[row], code(column)}]
		if n == 0 {
			return kit.Cell{Text: "0", Tone: kit.Quiet}
		}
		return kit.Cell{Text: strconv.Itoa(n), Tone: kit.Accent, Bold: c.villages[row] == ""}
	})
	g.Leads = func(row, column int) bool { return column > 0 && c.n[[2]string{c.villages[row], code(column)}] > 0 }
	g.OnOpen = func(row, column int) { p.show(c.villages[row], code(column)) }
	g.Escape = func() { p.d.Window.Canvas().Focus(p.view) }
	g.Copied = func(rows int) { p.d.Toast(text.T("qualitypage.copied", rows)) }
	return g
}
