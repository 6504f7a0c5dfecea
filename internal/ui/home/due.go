package home

import (
	"strconv"

	"fyne.io/fyne/v2"

	"ruhu/internal/quality"
	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// owed is what the year still asks for, and what looks wrong: it is counted over the whole register, which takes a moment.
type owed struct {
	unasked, untrained, unvisited int
	wrong, doubtful               int // findings of the checks
	doubles                       int

	of *report.Source // what was counted: nothing is counted twice while the register stands still
}

// ledgers whose rows are counted.
const (
	unaskedLedger   = "weimodi"
	untrainedLedger = "yingxunweixun"
	unvisitedLedger = "weizoufang"
)

// reckon counts when the page is opened, away from the window's thread. What changes while the page is shown is counted the next
// time: with 100,000 people each count is a second's work.
func (p *Page) reckon() {
	if p.reckoning {
		return
	}
	p.reckoning = true
	var o owed
	var err error
	p.d.Go(func() { o, err = p.count() }, func() {
		p.reckoning = false
		if err != nil {
			p.d.ShowError(err)
			return
		}
		p.owed = &o
		p.draw(p.due)
	})
}

func (p *Page) count() (o owed, err error) {
	src, err := p.d.Desk.Source()
	if err != nil {
		return o, err
	}
	if last := p.owed; last != nil && last.of == src {
		return *last, nil
	}
	o.of = src
	for name, n := range map[string]*int{unaskedLedger: &o.unasked, untrainedLedger: &o.untrained, unvisitedLedger: &o.unvisited} {
		t, err := p.d.Desk.Report(name, report.Filter{})
		if err != nil {
			return o, err
		}
		*n = len(t.Rows)
	}
	for _, f := range quality.Find(src) {
		switch f.Severity {
		case quality.Error:
			o.wrong++
		case quality.Doubt:
			o.doubtful++
		}
	}
	pairs, err := p.d.Desk.Duplicates()
	o.doubles = len(pairs)
	return o, err
}

// year is the row of what is owed, each number leading to its list.
func (p *Page) year() fyne.CanvasObject {
	o := p.owed
	if o == nil {
		return kit.Words(text.T("home.counting"), kit.Quiet)
	}
	findings := text.T("home.findings.note", o.wrong, o.doubtful)
	return kit.Tiles(9.5,
		p.due1("home.unasked", o.unasked, "", page.Ledgers, unaskedLedger),
		p.due1("home.untrained", o.untrained, "", page.Ledgers, untrainedLedger),
		p.due1("home.unvisited", o.unvisited, "", page.Ledgers, unvisitedLedger),
		p.due1("home.findings", o.wrong+o.doubtful, findings, page.Quality, ""),
		p.due1("home.doubles", o.doubles, "", page.Doubles, ""),
	)
}

// due1 is one number of what is owed: good where there is none.
func (p *Page) due1(label string, n int, note, to, arg string) fyne.CanvasObject {
	s := kit.NewStat(text.T(label), func() { p.d.Show(to, arg) })
	tone := kit.Warn
	if n == 0 {
		tone, note = kit.Good, text.T("home.done")
	}
	s.Set(strconv.Itoa(n), tone, note)
	return s
}
