// Package targets is the page of the tasks that were set (目标任务): their numbers and sources, and how far each is.
package targets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/ledger"
	"ruhu/internal/ui/page"
)

// Page is the list of tasks, or the form of one.
type Page struct {
	form.Sheet
	d      page.Deps
	all    []registry.Record
	done   map[string]progress // by task
	grid   *kit.Grid
	count  *canvas.Text
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

// listed is what Sheet takes for the id of the list: it is always there.
const listed = "targets"

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{Sheet: form.NewSheet(d), d: d, count: kit.Words("", kit.Quiet), latest: ledger.NewLatest(d)}
	p.ID, p.Draw, p.Rest = listed, p.draw, p.rest
	columns := []kit.Column{
		{Title: text.T("targets.no"), Em: 2, Right: true}, {Title: text.T("targets.task"), Em: 15}, {Title: text.T("targets.number"), Em: 4, Right: true}, {Title: text.T("targets.unit"), Em: 3},
		{Title: text.T("targets.done"), Em: 4, Right: true}, {Title: text.T("targets.rate"), Em: 4.5, Right: true}, {Title: text.T("targets.time"), Em: 13.5}, {Title: text.T("targets.source"), Em: 16},
	}
	p.grid = kit.NewGrid(columns, 2, func() int { return len(p.all) }, p.cell)
	p.grid.OnOpen = func(row, _ int) { p.IfRead(func() { p.edit(p.all[row].ID) })() }
	p.grid.OnMove = func(int, int) {}
	p.grid.Copied = func(rows int) { d.Toast(text.T("targets.copied", rows)) }
	return p
}

// Open shows the form of a task; "" the list.
func (p *Page) Open(id string) {
	p.Done()
	if id != "" {
		p.edit(id)
	}
}

func (p *Page) rest() fyne.Focusable {
	if len(p.all) == 0 {
		return nil
	}
	return p.grid
}

// Commands are the keys of the page.
func (p *Page) Commands() []kit.Command {
	return append([]kit.Command{kit.Ctrl(text.T("targets.add"), fyne.KeyE, p.IfRead(func() { p.edit("") }))}, p.Sheet.Commands()...)
}

func (p *Page) draw() {
	var err error
	if p.all, err = p.d.Desk.Targets(); err != nil {
		p.d.ShowError(err)
	}
	add := kit.NewPrimary(text.T("targets.add"), p.IfRead(func() { p.edit("") }))
	bring := kit.NewButton(text.T("targets.import"), func() { p.d.Show(page.Import, "") })
	if len(p.all) == 0 {
		p.Put(kit.Empty(theme.RadioButtonCheckedIcon(), text.T("targets.none"), text.T("targets.none.hint"), bring, add))
		return
	}
	kit.SetWords(p.count, text.T("targets.count", len(p.all)), kit.Quiet)
	p.grid.Reload()
	table := kit.NewButton(text.T("targets.table"), func() { p.d.Show(page.Tables, progressTable) })
	head := kit.Head(kit.Line(12, kit.Title(text.T("ui.page.targets")), p.count), kit.Line(8, table, bring, add))
	p.Put(kit.Padded(container.NewBorder(kit.Rows(8, head, kit.Gap()), nil, nil, nil, kit.Panel(p.grid))))
	p.reckon()
}

// reckon works out how far each task is, away from the window's thread.
func (p *Page) reckon() {
	var made report.Table
	p.latest.Run(func() { made, _ = p.d.Desk.Report(progressTable, report.Filter{}) }, func() {
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
	a, done := p.all[row].Unpack(), p.done[p.all[row].ID]
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

// edit shows the form of a task; "" is a new one.
func (p *Page) edit(id string) {
	title := "targets.add"
	if id != "" {
		title, p.At = "targets.edit", survey.TargetNumber
	}
	p.FillRecord(text.T(title), registry.TypeTarget, id, "", survey.Answers{}, func() {
		p.draw()
		p.Focus()
		p.d.Undo(text.T("targets.saved"))
	})
}
