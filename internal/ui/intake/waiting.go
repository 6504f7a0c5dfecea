package intake

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/intake"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// waiting is the list of rows that were set aside, with what is wrong and a place to put it right.
type waiting struct {
	p      *Page
	rows   []intake.Waiting
	table  *kit.Table
	detail *fyne.Container
	mend   *mend // the row that is shown
	open   bool  // ID numbers are shown whole
}

func (p *Page) showWaiting() {
	w := &waiting{p: p, detail: container.NewStack()}
	p.preview, p.waiting = nil, w
	columns := []kit.Column{
		{Title: text.T("import.col.file"), Em: 6}, {Title: text.T("import.col.row"), Em: 2.5, Right: true},
		{Title: text.T("import.col.name"), Em: 4.5}, {Title: text.T("import.col.what"), Em: 9, Grow: true},
	}
	w.table = kit.NewTable(columns, func() int { return len(w.rows) }, w.cell)
	w.table.OnMove = func(i int) { w.look(w.rows[i]) }
	w.table.OnType = func(r rune) { w.mend.byNumber(r) }
	w.table.OnOpen = func(int) { p.d.Window.Canvas().FocusNext() }
	w.table.Escape = func() { p.begin(); p.Focus() }
	w.refresh()
}

// refresh reads the rows again; one that was settled is gone.
func (w *waiting) refresh() {
	rows, err := w.p.d.Desk.Waiting()
	if err != nil {
		w.p.d.ShowError(err)
		return
	}
	if len(rows) > 0 && slices.EqualFunc(rows, w.rows, func(a, b intake.Waiting) bool { return a.ID == b.ID }) {
		return
	}
	w.rows = rows
	back := kit.NewIcon(text.T("import.back"), theme.NavigateBackIcon(), func() { w.p.begin(); w.p.Focus() })
	head := kit.Rows(8, kit.Line(10, back, kit.Title(text.T("import.waiting")), kit.Badge(text.T("import.waiting.count", len(rows)), kit.Warn)),
		kit.Prose(text.T("import.waiting.hint"), kit.Quiet), kit.Gap())
	if len(rows) == 0 {
		w.p.show(container.NewBorder(kit.Line(10, back, kit.Title(text.T("import.waiting"))), nil, nil, nil, kit.Empty(theme.ConfirmIcon(), text.T("import.waiting.none"), text.T("import.waiting.none.hint"))), back)
		w.p.Focus()
		return
	}
	w.table.Reload()
	split := container.NewHSplit(kit.Panel(w.table), kit.Panel(w.detail))
	split.Offset = 0.46
	w.p.show(container.NewBorder(head, nil, nil, nil, split), w.table)
	w.look(w.rows[max(w.table.Current(), 0)])
	w.p.Focus()
}

func (w *waiting) cell(i, column int) kit.Cell {
	r := w.rows[i]
	switch column {
	case 0:
		return kit.Cell{Text: r.File, Tone: kit.Quiet}
	case 1:
		return kit.Cell{Text: strconv.Itoa(r.Row), Tone: kit.Quiet}
	case 2:
		return kit.Cell{Text: r.Name}
	}
	return kit.Cell{Text: worst(r.Problems), Tone: tones[r.Outcome]}
}

// worst is the problem that most needs somebody; a row of a roster may have none but that of enrolling.
func worst(problems []intake.Problem) string {
	best := ""
	for _, p := range problems {
		if p.Level == intake.Doubt || p.Level == intake.Rejected {
			return p.Message
		}
		if p.Level == intake.Warning {
			best = p.Message
		}
	}
	return best
}
