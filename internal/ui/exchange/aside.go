package exchange

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	county "ruhu/internal/exchange"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// aside lists what the county could not take, each with its reason and a way to the record.
type aside struct {
	p     *Page
	rows  []county.Aside
	table *kit.Table
	why   *kit.Paragraph
	box   fyne.CanvasObject
}

func newAside(p *Page) *aside {
	a := &aside{p: p, why: kit.Prose("", kit.Plain)}
	a.table = kit.NewTable([]kit.Column{
		{Title: text.T("exchangepage.col.what"), Em: 9}, {Title: text.T("exchangepage.col.why"), Em: 14, Grow: true}, {Title: text.T("exchangepage.col.at"), Em: 6},
	}, func() int { return len(a.rows) }, a.cell)
	a.table.OnOpen = func(row int) { a.open(row) }
	a.table.OnMove = func(int) { a.showWhy() }
	tools := kit.Line(8, kit.NewButton(text.T("exchangepage.open"), func() { a.open(a.table.Current()) }),
		kit.NewButton(text.T("exchangepage.dismiss"), a.dismiss), kit.Caption(text.T("exchangepage.dismiss.how"), kit.Quiet))
	high := container.NewGridWrap(fyne.NewSize(880, kit.Size(theme.SizeNameText)*13), a.table)
	a.box = kit.Panel(kit.Rows(8, kit.Subtitle(text.T("exchangepage.aside.title")), kit.Prose(text.T("exchangepage.aside.what"), kit.Quiet), high, a.why, tools))
	return a
}

func (a *aside) read() (err error) {
	a.rows, err = a.p.deps.Exchange.SetAside()
	a.table.Reload()
	a.showWhy()
	return err
}

func (a *aside) cell(row, column int) kit.Cell {
	r := a.rows[row]
	switch column {
	case 0:
		name, _, _ := a.record(r)
		return kit.Cell{Text: name}
	case 1:
		return kit.Cell{Text: text.Explain(r.Reason).What, Tone: kit.Bad}
	}
	return kit.Cell{Text: r.At.Local().Format("01-02 15:04"), Tone: kit.Quiet}
}

// showWhy gives the whole reason of the row one stands at, with what to do.
func (a *aside) showWhy() {
	s := ""
	if row := a.table.Current(); row >= 0 {
		s = text.Explain(a.rows[row].Reason).String()
	}
	a.why.Set(s, kit.Plain)
}

func (a *aside) open(row int) {
	if row < 0 {
		return
	}
	if _, to, arg := a.record(a.rows[row]); to != "" {
		a.p.deps.Show(to, arg)
		return
	}
	a.p.deps.Toast(text.T("exchangepage.no_record"))
}

// dismiss takes a row off the list: somebody has seen to it.
func (a *aside) dismiss() {
	row := a.table.Current()
	if row < 0 {
		return
	}
	if err := a.p.deps.Exchange.Dismiss(a.rows[row].LSN); err != nil {
		a.p.deps.ShowError(err)
		return
	}
	a.p.Refresh()
}
