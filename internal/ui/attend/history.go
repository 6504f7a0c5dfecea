package attend

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
)

// history shows all that was ever noted of one person in this session: nothing is overwritten, so that an auditor sees what
// the class manager sees.
func (p *Page) history() {
	if p.at >= len(p.people) {
		return
	}
	one := p.people[p.at]
	if len(one.marks) == 0 {
		p.board.say(kit.Quiet, text.T("attend.history.none"), one.name, "")
		return
	}
	d := &kit.Dialog{Title: text.T("attend.history.title", one.name), OnClose: p.Focus}
	table := historyTable(one.marks)
	table.Escape = d.Close
	d.Content = container.NewGridWrap(fyne.NewSize(640, 260), table)
	d.Buttons = []*kit.Button{kit.NewPrimary(text.T("attend.history.close"), d.Close)}
	d.Show(p.deps.Window)
}

func historyTable(marks []training.Mark) *kit.Table {
	columns := []kit.Column{
		{Title: text.T("attend.history.at"), Em: 6.5}, {Title: text.T("attend.history.symbol"), Em: 6},
		{Title: text.T("attend.history.reason"), Em: 8, Grow: true}, {Title: text.T("attend.history.by"), Em: 5},
		{Title: text.T("attend.history.way"), Em: 4}, {Title: text.T("attend.history.state"), Em: 4.5},
	}
	return kit.NewTable(columns, func() int { return len(marks) }, func(row, column int) kit.Cell {
		return historyCell(marks, marks[row], column)
	})
}

func historyCell(marks []training.Mark, m training.Mark, column int) kit.Cell {
	switch column {
	case 0:
		return kit.Cell{Text: m.At.In(training.Zone).Format("01-02 15:04")}
	case 1:
		if m.Minutes > 0 {
			return kit.Cell{Text: m.Symbol + " " + text.T("attend.row.minutes", m.Minutes)}
		}
		return kit.Cell{Text: m.Symbol}
	case 2:
		return kit.Cell{Text: m.Reason}
	case 3:
		return kit.Cell{Text: m.By}
	case 4:
		return kit.Cell{Text: text.T("attend.way." + m.Way)}
	}
	stands := training.StandingMarks(marks)[m.Enrolment]
	if slices.ContainsFunc(stands, func(s training.Mark) bool { return s.ID == m.ID }) {
		return kit.Cell{Text: text.T("attend.history.stands"), Tone: kit.Good, Badge: true}
	}
	return kit.Cell{Text: text.T("attend.history.corrected"), Tone: kit.Quiet, Badge: true}
}
