package qualitypage

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// lateCheck is the check whose findings are the records that were written down late.
const lateCheck = "late_entry"

// lag is the table of how late each village writes down its visits and wishes.
func (p *Page) lag() fyne.CanvasObject {
	lags := p.found.lags
	if len(lags) == 0 {
		return kit.Empty(theme.HistoryIcon(), text.T("qualitypage.lag.none"), text.T("qualitypage.lag.none.hint"))
	}
	columns := []kit.Column{{Title: text.T("qualitypage.col.village"), Em: 8}}
	for _, key := range []string{"records", "median", "worst", "late"} {
		columns = append(columns, kit.Column{Title: text.T("qualitypage.lag." + key), Em: 7, Right: true})
	}
	g := kit.NewGrid(columns, 1, func() int { return len(lags) }, func(row, column int) kit.Cell {
		l := lags[row]
		switch column {
		case 0:
			return kit.Cell{Text: page.VillageName(l.Village)}
		case 4:
			if l.Late > 0 {
				return kit.Cell{Text: strconv.Itoa(l.Late), Tone: kit.Warn}
			}
			return kit.Cell{Text: "0", Tone: kit.Quiet}
		}
		return kit.Cell{Text: strconv.Itoa([]int{0, l.Records, l.Median, l.Worst}[column])}
	})
	g.Sorts = true
	g.Leads = func(row, column int) bool { return column == 4 && lags[row].Late > 0 }
	g.OnOpen = func(row, _ int) {
		if lags[row].Late > 0 {
			p.show(lags[row].Village, lateCheck)
		}
	}
	g.Escape = func() { p.d.Window.Canvas().Focus(p.view) }
	return container.NewBorder(nil, kit.Prose(text.T("qualitypage.lag.note"), kit.Quiet), nil, nil, g)
}
