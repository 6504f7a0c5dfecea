// Package outreach is the page of events at which people were told what there is: meetings in villages and schools
// (粤人社函〔2019〕1812号 之八).
package outreach

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// Page is the list of events, or the form of one.
type Page struct {
	form.Sheet
	d     page.Deps
	all   []registry.Record
	table *kit.Table
	count *canvas.Text
}

// listed is what Sheet takes for the id of the list: it is always there.
const listed = "outreach"

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{Sheet: form.NewSheet(d), d: d, count: kit.Words("", kit.Quiet)}
	p.ID, p.Draw, p.Rest = listed, p.draw, p.rest
	p.table = kit.NewTable([]kit.Column{
		{Title: text.T("outreach.on"), Em: 5.5}, {Title: text.T("outreach.place"), Em: 8, Grow: true}, {Title: text.T("outreach.subject"), Em: 14, Grow: true},
		{Title: text.T("outreach.families"), Em: 3, Right: true}, {Title: text.T("outreach.people"), Em: 3, Right: true}, {Title: text.T("outreach.by"), Em: 5},
	}, func() int { return len(p.all) }, p.cell)
	p.table.OnOpen = func(i int) { p.IfRead(func() { p.edit(p.all[i].ID) })() }
	p.table.OnMove = func(int) {}
	return p
}

// Open shows the form of an event; "" the list.
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
	return p.table
}

// Commands are the keys of the page.
func (p *Page) Commands() []kit.Command {
	return append([]kit.Command{kit.Ctrl(text.T("outreach.add"), fyne.KeyE, p.IfRead(func() { p.edit("") }))}, p.Sheet.Commands()...)
}

func (p *Page) draw() {
	var err error
	if p.all, err = p.d.Desk.Records(registry.TypeOutreach, ""); err != nil {
		p.d.ShowError(err)
	}
	add := kit.NewPrimary(text.T("outreach.add"), p.IfRead(func() { p.edit("") }))
	if len(p.all) == 0 {
		p.Put(kit.Empty(theme.VolumeUpIcon(), text.T("outreach.none"), text.T("outreach.none.hint"), add))
		return
	}
	kit.SetWords(p.count, text.T("outreach.count", len(p.all)), kit.Quiet)
	p.table.Reload()
	list := kit.NewButton(text.T("outreach.ledger"), func() { p.d.Show(page.Ledgers, "xuanchuan") })
	head := kit.Head(kit.Line(12, kit.Title(text.T("ui.page.outreach")), p.count), kit.Line(8, list, add))
	p.Put(kit.Padded(container.NewBorder(kit.Rows(8, head, kit.Gap()), nil, nil, nil, kit.Panel(p.table))))
}

func (p *Page) cell(i, column int) kit.Cell {
	a := p.all[i].Unpack()
	switch column {
	case 0:
		return kit.Cell{Text: a[survey.OutreachOn]}
	case 1:
		return kit.Cell{Text: strings.TrimSpace(page.VillageName(a[survey.OutreachVillage]) + "　" + a[survey.OutreachSpot])}
	case 2:
		return kit.Cell{Text: a["subject"]}
	case 3:
		return kit.Cell{Text: a[survey.OutreachFamilies]}
	case 4:
		return kit.Cell{Text: a[survey.OutreachPeople]}
	}
	return kit.Cell{Text: a[survey.DoneBy], Tone: kit.Quiet}
}

// edit shows the form of an event; "" is a new one of today.
func (p *Page) edit(id string) {
	title := "outreach.add"
	if id != "" {
		title = "outreach.edit"
	}
	preset := survey.Answers{survey.OutreachOn: p.d.Desk.Today().Format("2006-01-02"), survey.DoneBy: p.d.Desk.Actor()}
	p.FillRecord(text.T(title), registry.TypeOutreach, id, survey.OutreachVillage, preset, func() {
		p.draw()
		p.Focus()
		p.d.Undo(text.T("outreach.saved"))
	})
}
