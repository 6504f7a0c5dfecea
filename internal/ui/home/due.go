package home

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"ruhu/internal/audit"
	"ruhu/internal/quality"
	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/due"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// owed is one number of what the year still asks for, or of what looks wrong, with the list it leads to. It is counted over the
// whole register: a second's work with 100,000 people, some much more.
type owed struct {
	stat  *kit.Stat
	count func() (n int, note string, err error)

	of   state // what was counted; the zero state: not yet
	at   time.Time
	took time.Duration
	said said
}

// state is the register as it stood at one time. A day makes a difference too.
type state struct {
	edition int
	day     time.Time
}

// said is what stands on the number's sheet.
type said struct {
	n    int
	note string
}

// The order in which they stand, and in which they are counted: what costs little comes first.
const (
	unasked = iota
	untrained
	unvisited
	findings
	doubles
	deadlines
	audited
	kindsOwed
)

var countOrder = [kindsOwed]int{unvisited, untrained, unasked, deadlines, doubles, audited, findings}

// ledgers whose rows are counted.
const (
	unaskedLedger   = "weimodi"
	untrainedLedger = "yingxunweixun"
	unvisitedLedger = "weizoufang"
)

func (p *Page) whatIsOwed() [kindsOwed]*owed {
	of := func(label, to, arg string, count func() (int, string, error)) *owed {
		o := &owed{stat: kit.NewStat(text.T(label), func() { p.d.Show(to, arg) }), count: count}
		o.counting()
		return o
	}
	rows := func(name string) func() (int, string, error) {
		return func() (int, string, error) { return p.rows(name) }
	}
	return [kindsOwed]*owed{
		unasked:   of("home.unasked", page.Ledgers, unaskedLedger, rows(unaskedLedger)),
		untrained: of("home.untrained", page.Ledgers, untrainedLedger, rows(untrainedLedger)),
		unvisited: of("home.unvisited", page.Ledgers, unvisitedLedger, rows(unvisitedLedger)),
		findings:  of("home.findings", page.Quality, "", p.findings),
		doubles:   of("home.doubles", page.Doubles, "", p.doubles),
		deadlines: of("home.deadlines", page.Calendar, "classes", p.deadlines),
		audited:   of("home.audited", page.Audit, "", p.audited),
	}
}

func (p *Page) rows(ledger string) (int, string, error) {
	t, err := p.d.Desk.Report(ledger, report.Filter{})
	return len(t.Rows), "", err
}

func (p *Page) findings() (int, string, error) {
	all, err := p.d.Desk.Quality()
	wrong, doubtful := 0, 0
	for _, f := range all {
		switch f.Severity {
		case quality.Error:
			wrong++
		case quality.Doubt:
			doubtful++
		}
	}
	return wrong + doubtful, text.T("home.findings.note", wrong, doubtful), err
}

func (p *Page) doubles() (int, string, error) {
	pairs, err := p.d.Desk.Duplicates()
	return len(pairs), "", err
}

// deadlines counts what of classes is late or falls due soon.
func (p *Page) deadlines() (int, string, error) {
	all, soon, err := due.Deadlines(p.d.Desk)
	late, near := 0, 0
	for _, x := range all {
		switch {
		case x.Late:
			late++
		case x.Days <= soon:
			near++
		}
	}
	return late + near, text.T("home.deadlines.note", late, near), err
}

// audited counts what the audit of classes finds, without what it only hints at.
func (p *Page) audited() (int, string, error) {
	src, err := p.d.Desk.Source()
	if err != nil {
		return 0, "", err
	}
	wrong, doubtful := 0, 0
	for _, f := range audit.Run(src, p.d.Desk.RuleBook(), p.d.Desk.Catalogue()) {
		switch f.Severity {
		case quality.Error:
			wrong++
		case quality.Doubt:
			doubtful++
		}
	}
	return wrong + doubtful, text.T("home.findings.note", wrong, doubtful), nil
}

// year is the row of what is owed.
func (p *Page) year() fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, o := range p.owed {
		all = append(all, o.stat)
	}
	return kit.Tiles(9.5, all...)
}

func (o *owed) counting() { o.stat.Set("…", kit.Quiet, text.T("home.counting")) }

// show writes the number: good where there is none. An older number that stands for a while says when it was counted.
func (o *owed) show(old bool) {
	tone, note := kit.Warn, o.said.note
	switch {
	case old:
		note = text.T("home.as_of", o.at.Format("15:04"))
	case o.said.n == 0:
		note = text.T("home.done")
	}
	if o.said.n == 0 {
		tone = kit.Good
	}
	o.stat.Set(strconv.Itoa(o.said.n), tone, note)
}
