// Package outreach is the page of events at which people were told what there is: meetings in villages and schools
// (粤人社函〔2019〕1812号 之八).
package outreach

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
	"ruhu/internal/ui/records"
)

// ledgerName is the ledger of the events.
const ledgerName = "xuanchuan"

// Page is the list of events, or the form of one.
type Page struct{ records.Page }

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{}
	table := kit.NewTable([]kit.Column{
		{Title: text.T("outreach.on"), Em: 5.5}, {Title: text.T("outreach.place"), Em: 8, Grow: true}, {Title: text.T("outreach.subject"), Em: 14, Grow: true},
		{Title: text.T("outreach.families"), Em: 3, Right: true}, {Title: text.T("outreach.people"), Em: 3, Right: true}, {Title: text.T("outreach.by"), Em: 5},
	}, func() int { return len(p.All) }, p.cell)
	table.OnOpen = p.Change
	table.OnMove = func(int) {}
	p.Begin(d, records.Kind{
		Type: registry.TypeOutreach, First: survey.OutreachVillage, Icon: theme.VolumeUpIcon(),
		Title: text.T("ui.page.outreach"), Add: text.T("outreach.add"), Edit: text.T("outreach.edit"), Saved: text.T("outreach.saved"),
		None: text.T("outreach.none"), Hint: text.T("outreach.none.hint"), Count: func(n int) string { return text.T("outreach.count", n) },
		Read: func() ([]registry.Record, error) { return d.Desk.Records(registry.TypeOutreach, "") },
		Preset: func() survey.Answers {
			return survey.Answers{survey.OutreachOn: d.Desk.Today().Format("2006-01-02"), survey.DoneBy: d.Desk.Actor()}
		},
		Ways: []fyne.CanvasObject{kit.NewButton(text.T("outreach.ledger"), func() { d.Show(page.Ledgers, ledgerName) })},
	}, table, nil)
	return p
}

func (p *Page) cell(i, column int) kit.Cell {
	r := p.All[i]
	switch column {
	case 0:
		return kit.Cell{Text: r.Get(survey.OutreachOn)}
	case 1:
		return kit.Cell{Text: strings.TrimSpace(page.VillageName(r.Get(survey.OutreachVillage)) + "　" + r.Get(survey.OutreachSpot))}
	case 2:
		return kit.Cell{Text: r.Get("subject")}
	case 3:
		return kit.Cell{Text: r.Get(survey.OutreachFamilies)}
	case 4:
		return kit.Cell{Text: r.Get(survey.OutreachPeople)}
	}
	return kit.Cell{Text: r.Get(survey.DoneBy), Tone: kit.Quiet}
}
