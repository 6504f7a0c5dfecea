// Package targets is the page of the tasks that were set (目标任务): their numbers and sources, and how far each is.
package targets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/ledger"
	"ruhu/internal/ui/page"
	"ruhu/internal/ui/records"
)

// Page is the list of tasks, or the form of one.
type Page struct {
	records.Page
	done   map[string]progress // by task
	grid   *kit.Grid
	latest *ledger.Latest
}

// progress is how far a task is, as the table of targets says.
type progress struct{ done, rate string }

// The table of targets and its columns.
const (
	progressTable = "mubiao"
	doneTurns     = "turns"
	doneHeads     = "heads"
	doneRate      = "rate"
)

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{latest: ledger.NewLatest(d)}
	columns := []kit.Column{
		{Title: text.T("targets.no"), Em: 2, Right: true}, {Title: text.T("targets.task"), Em: 15}, {Title: text.T("targets.number"), Em: 4, Right: true}, {Title: text.T("targets.unit"), Em: 3},
		{Title: text.T("targets.done"), Em: 4, Right: true}, {Title: text.T("targets.rate"), Em: 4.5, Right: true}, {Title: text.T("targets.time"), Em: 13.5}, {Title: text.T("targets.source"), Em: 16},
	}
	p.grid = kit.NewGrid(columns, 2, func() int { return len(p.All) }, p.cell)
	p.grid.OnOpen = func(row, _ int) { p.Change(row) }
	p.grid.OnMove = func(int, int) {}
	p.grid.Copied = func(rows int) { d.Toast(text.T("targets.copied", rows)) }
	p.Begin(d, records.Kind{
		Type: registry.TypeTarget, At: survey.TargetNumber, Icon: theme.RadioButtonCheckedIcon(),
		Title: text.T("ui.page.targets"), Add: text.T("targets.add"), Edit: text.T("targets.edit"), Saved: text.T("targets.saved"),
		None: text.T("targets.none"), Hint: text.T("targets.none.hint"), Count: func(n int) string { return text.T("targets.count", n) },
		Read:  d.Desk.Targets,
		Ways:  []fyne.CanvasObject{kit.NewButton(text.T("targets.table"), func() { d.Show(page.Tables, progressTable) })},
		Bring: kit.NewButton(text.T("targets.import"), func() { d.Show(page.Import, "") }),
	}, p.grid, p.reckon)
	return p
}

// reckon works out how far each task is, away from the window's thread.
func (p *Page) reckon() {
	var made report.Table
	p.latest.Run(func() { made, _ = p.D.Desk.Report(progressTable, report.Filter{}) }, func() {
		p.done = byTask(made)
		p.grid.Refresh()
	})
}

// byTask reads the progress of each task from the table: 人 counts people, 人次 the classes they finished.
func byTask(made report.Table) map[string]progress {
	at := map[string]int{}
	for i, c := range made.Columns {
		at[c.Key] = i
	}
	done := map[string]progress{}
	for i, row := range made.Rows {
		key := doneHeads
		if row[at[survey.TargetUnit]] == unitTurns() {
			key = doneTurns
		}
		if id := made.IDs[i]; id != "" && done[id] == (progress{}) { // its shares stand beneath it
			done[id] = progress{row[at[key]], row[at[doneRate]]}
		}
	}
	return done
}

// unitTurns is the unit of a task that counts people once for each class (人次), as the choice list calls it: its first.
func unitTurns() string { return survey.List("target_unit")[0].Name }

func (p *Page) cell(row, column int) kit.Cell {
	a, done := p.All[row].Unpack(), p.done[p.All[row].ID]
	switch column {
	case 0:
		return kit.Cell{Text: a[survey.TargetNo], Tone: kit.Quiet}
	case 1:
		return kit.Cell{Text: a[survey.TargetTask]}
	case 2:
		return kit.Cell{Text: a[survey.TargetNumber]}
	case 3:
		return kit.Cell{Text: a[survey.TargetUnit]}
	case 4:
		return kit.Cell{Text: done.done, Tone: kit.Accent}
	case 5:
		return kit.Cell{Text: done.rate}
	case 6:
		return kit.Cell{Text: text.T("targets.between", a[survey.TargetFrom], a[survey.TargetUntil]), Tone: kit.Quiet}
	}
	return kit.Cell{Text: a[survey.TargetSource], Tone: kit.Quiet}
}
