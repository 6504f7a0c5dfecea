package papers

import (
	"strings"

	"fyne.io/fyne/v2"

	"ruhu/internal/paper"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
)

// changed draws the chosen paper in memory, shows it and says what is wrong with it, before anything is written. Nothing of it touches
// the disk.
func (p *Page) changed() {
	if p.class.ID == "" || p.setting || p.check == nil {
		return
	}
	p.round++
	round, kind, class, o := p.round, p.kind.Name, p.class.ID, p.chosen()
	var sheets *paper.Sheets
	var report paper.Report
	var err error
	if p.check.Objects == nil {
		p.check.Objects = []fyne.CanvasObject{kit.Words(text.T("papers.checking"), kit.Quiet)}
		p.check.Refresh()
	}
	p.deps.Go(func() { sheets, report, err = p.deps.Desk.Pages(kind, class, o) }, func() {
		if round == p.round {
			p.report, p.failed = report, err
			p.showCheck()
			p.preview.set(sheets)
		}
	})
}

func (p *Page) showCheck() {
	rows := kit.Rows(6)
	p.busy(p.failed != nil)
	if p.failed != nil {
		x := text.Explain(p.failed)
		rows.Add(prose(kit.Bad, x.String()))
	} else {
		for _, o := range p.findings() {
			rows.Add(o)
		}
	}
	p.check.Objects = []fyne.CanvasObject{rows}
	p.check.Refresh()
	if p.choose != nil {
		p.choose.Refresh() // how high the words about the paper are is known once they are as wide as the page
	}
}

// findings are what somebody has to know before printing: who must not see it, what is missing on it.
func (p *Page) findings() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if key := "papers.inside." + p.kind.Name; !p.public() && text.Has(key) {
		tone := kit.Warn
		if p.kind.Name == "roster" {
			tone = kit.Bad
		}
		out = append(out, prose(tone, text.T(key)))
	}
	if n := len(p.report.Missing); n > 0 {
		out = append(out, prose(kit.Bad, text.T("papers.missing", n, glyphs(p.report.Missing))))
	}
	if len(p.report.Blank) > 0 {
		out = append(out, prose(kit.Warn, text.T("papers.blank", labels(p.report.Blank))))
	}
	if p.report.LeftOut > 0 {
		out = append(out, prose(kit.Warn, text.T("papers.left_out", p.report.LeftOut)))
	}
	return append(out, kit.Words(text.T("papers.pages", p.report.Pages), kit.Quiet))
}

// glyphs lists characters with their number: the screen may lack them as much as the paper.
func glyphs(missing []rune) string {
	var out []string
	for _, r := range missing {
		out = append(out, string(r)+" (U+"+strings.ToUpper(hex(r))+")")
	}
	return strings.Join(out, text.T("papers.sep"))
}

func hex(r rune) string {
	const digits = "0123456789abcdef"
	s := ""
	for n := r; n > 0 || len(s) < 4; n >>= 4 {
		s = string(digits[n&15]) + s
	}
	return s
}

// labels are the names of the empty items, whether the report gives their keys or their labels.
func labels(blank []string) string {
	var out []string
	for _, b := range blank {
		if f, ok := training.ClassTable.Field(b); ok {
			b = f.Label
		}
		out = append(out, b)
	}
	return strings.Join(out, text.T("papers.sep"))
}
