package home

import (
	"fyne.io/fyne/v2"

	"ruhu/internal/rules"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// The home page names so many reports, none that is further off than so many days.
const (
	reportRows = 3
	reportDays = 45
)

// reports names the reports that are due next, with how many days are left.
func (p *Page) reports() fyne.CanvasObject {
	open := kit.NewButton(text.T("home.reports.all"), func() { p.d.Show(page.Calendar, "") })
	rows := kit.Rows(6, kit.Head(kit.Subtitle(text.T("home.reports")), open))
	book, today := p.d.Desk.RuleBook(), p.d.Desk.Today()
	for _, r := range rules.Calendar(book, today) {
		if r.Days > reportDays || len(rows.Objects) > reportRows {
			break
		}
		tone := kit.Quiet
		if r.Days <= book.SoonDays(today) {
			tone = kit.Warn
		}
		left := kit.Badge(text.T("home.reports.left", r.Days), tone)
		if r.Days == 0 {
			left = kit.Badge(text.T("home.reports.today"), tone)
		}
		rows.Add(kit.Line(10, left, kit.Words(r.Name, kit.Plain), kit.Caption(text.T("home.reports.what", r.Due.Format("01-02"), r.Period), kit.Quiet), kit.Gap()))
	}
	if len(rows.Objects) == 1 {
		rows.Add(kit.Words(text.T("home.reports.none", reportDays), kit.Quiet))
	}
	return rows
}
