package intake

import (
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
}

func (p *Page) showWaiting() {
	w := &waiting{p: p, detail: container.NewStack()}
	p.preview, p.waiting = nil, w
	columns := []kit.Column{
		{Title: text.T("import.col.file"), Em: 4}, {Title: text.T("import.col.row"), Em: 2.5, Right: true},
		{Title: text.T("import.col.name"), Em: 4}, {Title: text.T("import.col.what"), Em: 10, Grow: true},
	}
	w.table = kit.NewTable(columns, func() int { return len(w.rows) }, w.cell)
	w.table.OnMove = func(i int) { w.look(w.rows[i]) }
	w.table.OnType = func(r rune) { w.mend.byNumber(r) }
	w.table.OnOpen = func(int) { p.d.Window.Canvas().FocusNext() }
	w.refresh()
}

// refresh reads the rows again; one that was settled is gone.
func (w *waiting) refresh() {
	rows, err := w.p.d.Desk.Waiting()
	if err != nil {
		w.p.d.ShowError(err)
		return
	}
	if len(rows) == len(w.rows) && len(rows) > 0 {
		return
	}
	w.rows = rows
	back := kit.NewIcon(text.T("import.back"), theme.NavigateBackIcon(), w.p.begin)
	head := kit.Rows(8, kit.Line(10, back, kit.Title(text.T("import.waiting")), kit.Words(text.T("import.waiting.count", len(rows)), kit.Quiet)), kit.Gap())
	if len(rows) == 0 {
		w.p.show(container.NewBorder(head, nil, nil, nil, kit.Empty(theme.ConfirmIcon(), text.T("import.waiting.none"), text.T("import.waiting.none.hint"))), back)
		return
	}
	w.table.Reload()
	split := container.NewHSplit(kit.Panel(w.table), kit.Panel(w.detail))
	split.Offset = 0.5
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

func worst(problems []intake.Problem) string {
	for _, p := range problems {
		if p.Level == intake.Doubt || p.Level == intake.Rejected {
			return p.Message
		}
	}
	return ""
}
