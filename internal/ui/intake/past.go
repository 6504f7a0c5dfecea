package intake

import (
	"context"
	"errors"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/desk"
	"ruhu/internal/intake"
	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// past is the list of what was brought in before, each to be looked at, kept as a file, or taken back as a whole.
type past struct {
	p     *Page
	all   []desk.Imported
	table *kit.Table
	see   *kit.Button
	undo  *kit.Button
}

// newPast is nil where nothing was brought in yet.
func newPast(p *Page) *past {
	all, err := p.d.Desk.Imports()
	p.d.ShowError(err)
	if len(all) == 0 {
		return nil
	}
	x := &past{p: p, all: all}
	columns := []kit.Column{{Title: text.T("import.past.at"), Em: 7.5}, {Title: text.T("import.col.file"), Em: 9, Grow: true},
		{Title: text.T("import.past.what"), Em: 14, Grow: true}, {Title: text.T("import.past.by"), Em: 4}, {Title: text.T("import.past.state"), Em: 5}}
	x.table = kit.NewTable(columns, func() int { return len(x.all) }, x.cell)
	x.see = kit.NewButton(text.T("import.past.see"), func() { x.open(x.table.Current()) })
	x.undo = kit.NewButton(text.T("import.past.undo"), func() { x.takeBack(x.table.Current()) })
	x.table.OnMove = x.look
	x.table.OnOpen = x.open
	x.look(0)
	return x
}

func (x *past) content() fyne.CanvasObject {
	head := kit.Line(8, kit.Subtitle(text.T("import.past")), kit.Gap(), x.see, x.undo)
	return container.NewBorder(kit.Rows(6, kit.Gap(), head), nil, nil, nil, kit.Panel(x.table))
}

// look says whether the import can be taken back.
func (x *past) look(i int) {
	x.undo.Enable()
	if i < 0 || i >= len(x.all) || x.all[i].Undone || x.all[i].TooOld {
		x.undo.Disable()
	}
}

func (x *past) cell(i, column int) kit.Cell {
	m := &x.all[i]
	switch column {
	case 0:
		return kit.Cell{Text: m.At.Format("01-02 15:04"), Tone: kit.Quiet}
	case 1:
		return kit.Cell{Text: filepath.Base(m.File)}
	case 2:
		return kit.Cell{Text: did(m), Tone: kit.Quiet}
	case 3:
		return kit.Cell{Text: m.By, Tone: kit.Quiet}
	}
	words, tone := state(m)
	return kit.Cell{Text: words, Tone: tone, Badge: words != ""}
}

// did says in a few words what an import did.
func did(m *desk.Imported) string {
	switch m.Kind {
	case intake.Targets:
		return text.T("import.past.targets", m.Targets)
	case intake.Questions:
		return text.T("import.kind.questions")
	case intake.Classes:
		return text.T("import.past.class", m.New, m.Changed, m.Enrolled, m.Waiting)
	}
	return text.T("import.past.people", m.New, m.Changed, m.Same, m.Waiting)
}

// state is what became of an import since.
func state(m *desk.Imported) (string, kit.Tone) {
	switch {
	case m.Undone && m.Kept > 0:
		return text.T("import.past.kept", m.Kept), kit.Warn
	case m.Undone:
		return text.T("import.past.undone"), kit.Quiet
	case m.Left:
		return text.T("import.past.half"), kit.Warn
	case m.Written < m.All:
		return text.T("import.past.stopped"), kit.Warn
	case m.TooOld:
		return text.T("import.past.old"), kit.Quiet
	}
	return "", kit.Plain
}

// takeBack takes an import back as a whole, after asking.
func (x *past) takeBack(i int) {
	if i >= 0 && i < len(x.all) && !x.all[i].Undone && !x.all[i].TooOld {
		x.p.takeBack(x.all[i].ID, x.all[i].File)
	}
}

func (p *Page) takeBack(id, file string) {
	kit.Ask(p.d.Window, text.T("import.past.undo"), text.T("import.past.undo.ask", filepath.Base(file)), text.T("import.past.undo.yes"), true, func(yes bool) {
		if !yes {
			return
		}
		_, ctx := p.work(text.T("import.undoing"))
		var err error
		p.d.Go(func() {
			err = p.d.Desk.UndoImport(ctx, id, func(done, all int) { p.step("import.undoing.rows", done, all) })
		}, func() {
			p.busy = false
			p.begin()
			p.Focus()
			p.d.Changed()
			switch {
			case errors.Is(err, context.Canceled), errors.Is(err, desk.ErrUndoStopped):
				p.d.Toast(text.T("import.undo_stopped"))
			case err != nil:
				p.d.ShowError(err)
			default:
				p.d.Toast(text.T("import.undone", filepath.Base(file)))
			}
		})
	})
}

// open shows what became of every row.
func (x *past) open(i int) {
	if i >= 0 && i < len(x.all) {
		x.p.showTable(x.all[i].ID)
	}
}

func (p *Page) showTable(id string) {
	var t report.Table
	var err error
	p.d.Go(func() { t, err = p.d.Desk.ImportTable(id) }, func() {
		if err != nil {
			p.d.ShowError(err)
			return
		}
		p.preview, p.waiting = nil, nil
		back := kit.NewIcon(text.T("import.back"), theme.NavigateBackIcon(), func() { p.begin(); p.Focus() })
		save := kit.NewPrimary(text.T("import.save"), func() { p.save(t) })
		columns, at := columnsOf(t)
		table := kit.NewTable(columns, func() int { return len(t.Rows) }, func(row, column int) kit.Cell { return kit.Cell{Text: oneLine(t.Rows[row][at[column]])} })
		table.Escape = func() { p.begin(); p.Focus() }
		head := kit.Rows(8, kit.Head(kit.Line(10, back, kit.Title(t.Title)), save), kit.Gap())
		p.show(container.NewBorder(head, nil, nil, nil, kit.Panel(table)), table)
		p.Focus()
	})
}

// columnsOf are the columns that say something in any row, and where they stand in the table.
func columnsOf(t report.Table) (out []kit.Column, at []int) {
	for i, c := range t.Columns {
		if slices.ContainsFunc(t.Rows, func(row []string) bool { return row[i] != "" }) {
			out = append(out, kit.Column{Title: c.Label, Em: min(max(float32(c.Width)*0.5, 3), 14), Right: c.Right, Grow: c.Width >= 40})
			at = append(at, i)
		}
	}
	return out, at
}
