package exchange

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	county "ruhu/internal/exchange"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
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

// record says what a change was about, in words, and which page shows it.
func (a *aside) record(r county.Aside) (name, to, arg string) {
	kind := text.T("exchangepage.type.other")
	if key := "exchangepage.type." + r.Type; text.Has(key) {
		kind = text.T(key)
	}
	e, err := a.p.deps.Desk.Seen(r.Type, r.ID)
	if err != nil {
		return kind, "", ""
	}
	owner := func(typ, id, key string) string {
		o, err := a.p.deps.Desk.Seen(typ, id)
		if err != nil {
			return kind
		}
		return text.T("exchangepage.of", kind, o.Value(key))
	}
	switch r.Type {
	case registry.TypeHousehold:
		return text.T("exchangepage.of", kind, cmp.Or(e.Value(survey.HeadName), e.Value(survey.HouseNo))), page.Household, r.ID
	case registry.TypePerson:
		return text.T("exchangepage.of", kind, e.Value(survey.FullName)), page.Person, r.ID
	case registry.TypeWish:
		id := e.Value(survey.OfPerson)
		return owner(registry.TypePerson, id, survey.FullName), page.Person, id
	case registry.TypeVisit:
		id := e.Value(survey.OfHousehold)
		return owner(registry.TypeHousehold, id, survey.HeadName), page.Household, id
	case training.TypeClass:
		return text.T("exchangepage.of", kind, e.Value(training.ClassName)), page.Class, r.ID
	case training.TypeSession, training.TypeEnrolment:
		id := e.Value(training.OfClass)
		return owner(training.TypeClass, id, training.ClassName), page.Class, id
	}
	return kind, "", ""
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
