package tables

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// months is how long the time is that a table speaks of; the rest speak of a day.
var months = map[string]int{"yuebao": 1, "jibao": 3}

// offered is how many months or quarters back can be picked; the arrows go further.
const offered = 24

// period is the choice of the month, the quarter or the day that a table speaks of.
type period struct {
	d       page.Deps
	content *fyne.Container
	pick    *kit.Picker
	span    *fyne.Container
	on      *kit.DateEntry
	day     *fyne.Container
	months  int
	at      time.Time // the first day of the month or quarter
	changed func()
}

// newPeriod makes it; changed is called when another was chosen, out when the keyboard leaves it.
func newPeriod(d page.Deps, changed, out func()) *period {
	p := &period{d: d, changed: changed}
	p.pick = kit.NewPickerOf(p.items)
	p.pick.OnChange(p.picked)
	p.pick.Escape = out
	before := kit.NewIcon("", theme.NavigateBackIcon(), func() { p.step(-1) })
	after := kit.NewIcon("", theme.NavigateNextIcon(), func() { p.step(1) })
	p.span = kit.Line(2, before, kit.Em(9, p.pick), after)
	p.on = kit.NewDateEntry(d.Desk.Today)
	p.on.SetPlaceHolder(text.T("tables.today"))
	p.on.OnChange(changed)
	p.on.Escape = out
	p.day = kit.Line(6, kit.Caption(text.T("tables.on"), kit.Quiet), kit.Em(7.5, p.on))
	p.content = kit.Line(0, p.span, p.day)
	return p
}

// suit shows the choice that a table has use for, and begins with the time that is now.
func (p *period) suit(table string) {
	if n := months[table]; n != p.months || p.at.IsZero() {
		p.months = n
		p.set(p.begin(p.d.Desk.Today()))
	}
	p.span.Hidden, p.day.Hidden = p.months == 0, p.months != 0
	p.content.Refresh()
}

// begin is the first day of the month or quarter that a day lies in.
func (p *period) begin(day time.Time) time.Time {
	m := day.Month()
	if p.months == 3 {
		m -= (m - 1) % 3
	}
	return time.Date(day.Year(), m, 1, 0, 0, 0, 0, time.UTC)
}

func (p *period) set(at time.Time) {
	p.at = at
	p.pick.SetValue(p.called(at))
}

// called is what people call it: 2026年10月, 2026年第4季度.
func (p *period) called(at time.Time) string {
	if p.months == 3 {
		return text.T("tables.quarter", at.Year(), (int(at.Month())+2)/3)
	}
	return text.T("tables.month", at.Year(), int(at.Month()))
}

func (p *period) items() []kit.Item {
	var items []kit.Item
	at := p.begin(p.d.Desk.Today())
	for range offered / max(p.months, 1) * 2 {
		items = append(items, kit.Item{Value: p.called(at), Code: at.Format("200601")})
		at = at.AddDate(0, -max(p.months, 1), 0)
	}
	return items
}

func (p *period) picked() {
	at := p.begin(p.d.Desk.Today())
	for range offered * 2 {
		if p.called(at) == p.pick.Value() {
			p.at = at
			p.changed()
			return
		}
		at = at.AddDate(0, -max(p.months, 1), 0)
	}
	p.set(p.begin(p.d.Desk.Today())) // it was emptied: now
	p.changed()
}

// step goes to the next month or quarter, or with -1 to the one before; not into the future.
func (p *period) step(by int) {
	to := p.at.AddDate(0, by*p.months, 0)
	if p.months == 0 || to.After(p.d.Desk.Today()) {
		return
	}
	p.set(to)
	p.changed()
}

// filter is what the table is asked for.
func (p *period) filter() report.Filter {
	switch p.months {
	case 0:
		return report.Filter{On: p.on.Value()}
	case 3:
		from, until := report.Quarter(p.at)
		return report.Filter{From: from, Until: until}
	}
	from, until := report.Month(p.at)
	return report.Filter{From: from, Until: until}
}
