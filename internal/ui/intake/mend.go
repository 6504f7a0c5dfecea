package intake

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ruhu/internal/intake"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// mend is one row being put right: its doubtful cells to be typed anew, and the decisions it allows.
type mend struct {
	w     *waiting
	row   intake.Waiting
	cells map[string]*kit.Entry // by title
}

// look shows a row that waits.
func (w *waiting) look(row intake.Waiting) {
	m := &mend{w: w, row: row, cells: map[string]*kit.Entry{}}
	w.mend = m
	rows := kit.Rows(10, kit.Line(8, kit.Subtitle(rowTitle(row.Row, row.Name)), kit.Gap(), m.eye()))
	loud, quiet := parted(row.Problems)
	if o := problemRows(loud, w.open); o != nil {
		rows.Add(o)
	}
	differs, same := m.sides()
	if differs != nil {
		rows.Add(differs)
	}
	if len(row.Choices) > 0 {
		rows.Add(m.choices())
	}
	rows.Add(m.form())
	if same != nil {
		rows.Add(kit.Strong(text.T("import.same"), kit.Plain))
		rows.Add(same)
	}
	if o := problemRows(quiet, w.open); o != nil {
		rows.Add(kit.Strong(text.T("import.tidied"), kit.Plain))
		rows.Add(o)
	}
	if !slices.Contains(row.Choices, intake.Leave) {
		rows.Add(kit.NewButton(text.T("import.leave_out"), m.leaveOut))
	}
	fill(w.detail, rows)
}

// sides shows the row beside whom it may be, as the register knows that person now.
func (m *mend) sides() (differs, same fyne.CanvasObject) {
	plan, err := m.w.p.d.Desk.TryWaiting(m.row.ID, nil, "")
	if err != nil || len(plan.Rows) == 0 {
		return nil, nil // the row is shown all the same
	}
	return sides(m.w.p.d, plan, 0, m.w.open)
}

// eye shows ID numbers whole, or masks them again.
func (m *mend) eye() fyne.CanvasObject {
	words := text.T("import.open_numbers")
	if m.w.open {
		words = text.T("import.mask_numbers")
	}
	return kit.NewQuiet(words, func() {
		m.w.open = !m.w.open
		m.w.look(m.row)
	})
}

// form offers the cells: those with a problem first, the others behind.
func (m *mend) form() fyne.CanvasObject {
	odd := map[string]bool{}
	for _, p := range m.row.Problems {
		if p.Level == intake.Doubt || p.Level == intake.Rejected || p.Level == intake.Warning {
			odd[p.Column] = true
		}
	}
	rows, rest := kit.Rows(6, kit.Strong(text.T("import.mend"), kit.Plain)), kit.Rows(6)
	for i, title := range m.row.Header {
		if title == "" || i >= len(m.row.Cells) {
			continue
		}
		e := kit.NewEntry()
		e.SetQuietly(m.row.Cells[i].Shown)
		e.Save = func() { m.retry("") }
		m.cells[title] = e
		field := kit.Rows(2, kit.Caption(title, kit.Quiet), e)
		if odd[title] {
			rows.Add(field)
		} else {
			rest.Add(field)
		}
	}
	rows.Add(kit.NewPrimary(text.T("import.retry"), func() { m.retry("") }))
	rows.Add(widget.NewAccordion(widget.NewAccordionItem(text.T("import.other_cells"), rest)))
	return rows
}

func (m *mend) choices() fyne.CanvasObject {
	return kit.Tinted(kit.Warn, kit.Rows(5, kit.Strong(text.T("import.decide"), kit.Plain),
		buttons(m.row.Choices, func(c intake.Choice) (string, bool) { return c.Label(), false }, m.decide)))
}

func (m *mend) decide(c intake.Choice) {
	if c == intake.Leave {
		m.leaveOut()
		return
	}
	m.retry(c)
}

// byNumber decides with a digit, as in the preview.
func (m *mend) byNumber(r rune) {
	for _, c := range m.row.Choices {
		if keyOf(c) == r {
			m.decide(c)
			return
		}
	}
}

// corrected are the cells that were typed anew.
func (m *mend) corrected() map[string]string {
	out := map[string]string{}
	for i, title := range m.row.Header {
		if e := m.cells[title]; e != nil && i < len(m.row.Cells) && e.Text != m.row.Cells[i].Shown {
			out[title] = e.Text
		}
	}
	return out
}

// retry takes the row in as it stands now.
func (m *mend) retry(c intake.Choice) {
	if err := m.w.p.d.Desk.ResolveWaiting(m.row.ID, m.corrected(), c); err != nil {
		m.w.p.d.ShowError(err)
		return
	}
	m.settled(text.T("import.taken", m.row.Row))
}

// leaveOut forgets the row for good.
func (m *mend) leaveOut() {
	kit.Ask(m.w.p.d.Window, text.T("import.leave_out"), text.T("import.leave_out.ask", m.row.Row), text.T("import.leave_out.yes"), true, func(yes bool) {
		if !yes {
			return
		}
		if err := m.w.p.d.Desk.ResolveWaiting(m.row.ID, nil, intake.Leave); err != nil {
			m.w.p.d.ShowError(err)
			return
		}
		m.settled(text.T("import.left_out", m.row.Row))
	})
}

func (m *mend) settled(message string) {
	m.w.refresh()
	m.w.p.d.Undo(message)
	m.w.p.d.Changed()
}
