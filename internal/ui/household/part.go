package household

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// memberPart lists who is there, and beneath, quietly, who left.
func (f *file) memberPart() form.Part {
	part := form.Part{Title: text.T("household.members", len(f.members))}
	if len(f.members)+len(f.gone) == 0 {
		part.Body = kit.Prose(text.T("household.no_members"), kit.Quiet)
		return part
	}
	label := text.T("household.show_ids")
	if f.open {
		label = text.T("household.hide_ids")
	}
	part.Buttons = []fyne.CanvasObject{kit.NewQuiet(label, func() {
		f.open = !f.open
		f.p.draw()
	})}
	rows := kit.Rows(6)
	if len(f.members) > 0 {
		rows.Add(f.memberTable())
	}
	for _, m := range f.gone {
		rows.Add(f.goneLine(m))
	}
	part.Body = rows
	return part
}

func (f *file) memberTable() *kit.Table {
	columns := []kit.Column{
		{Title: text.T("household.col.name"), Em: 7.6, Grow: true}, {Title: text.T("household.col.relation"), Em: 4.6},
		{Title: text.T("household.col.sex"), Em: 2}, {Title: text.T("household.col.age"), Em: 2, Right: true},
		{Title: text.T("household.col.id"), Em: 10.6}, {Title: text.T("household.col.phone"), Em: 6.3},
		{Title: text.T("household.col.school"), Em: 3.8, Grow: true}, {Title: text.T("household.col.now"), Em: 3.8, Grow: true},
	}
	t := kit.NewTable(columns, func() int { return len(f.members) }, f.member)
	t.Fit = true
	t.OnOpen = func(i int) { f.p.d.Show(page.Person, f.members[i].ID) }
	t.OnMove = func(int) {}
	return t
}

func (f *file) member(i, column int) kit.Cell {
	m := f.members[i]
	a := m.Unpack()
	switch column {
	case 0:
		return kit.Cell{Text: m.Name()}
	case 1:
		return kit.Cell{Text: m.Relation()}
	case 2:
		return kit.Cell{Text: a[survey.Sex]}
	case 3:
		return kit.Cell{Text: a[survey.Age]}
	case 4:
		id, _ := survey.Person.Field(survey.IDNo)
		return kit.Cell{Text: form.Shown(id, a[survey.IDNo], f.open), Tone: kit.Quiet}
	case 5:
		return kit.Cell{Text: m.Phone(), Tone: kit.Quiet}
	case 6:
		return kit.Cell{Text: a[survey.Education] + a[survey.Schooling]}
	}
	return kit.Cell{Text: a[survey.Destination]}
}

func (f *file) goneLine(m registry.Person) fyne.CanvasObject {
	a := m.Unpack()
	words := strings.Join(filled(m.Name(), m.Relation(), a[survey.LeftWhy], a[survey.LeftOn]), "　")
	open := kit.NewQuiet(text.T("household.gone.open"), func() { f.p.d.Show(page.Person, m.ID) })
	return kit.Line(8, kit.Badge(text.T("household.left"), kit.Quiet), kit.Words(words, kit.Quiet), kit.Gap(), open)
}

// visitPart is who called on the household, as what, how, and what came of it.
func (f *file) visitPart() form.Part {
	part := form.Part{Title: text.T("household.visit_log"), Note: count(len(f.visits))}
	part.Buttons = []fyne.CanvasObject{kit.NewButton(text.T("household.visit"), f.p.IfRead(func() { f.p.editVisit("") }))}
	rows := kit.Rows(8)
	if len(f.visits) == 0 {
		part.Note, part.Tone = "!", kit.Warn
		rows.Add(kit.Prose(text.T("household.no_visits"), kit.Quiet))
	}
	for _, v := range f.visits {
		open := kit.NewQuiet(text.T("household.visit.open"), f.p.IfRead(func() { f.p.editVisit(v.ID) }))
		words := strings.Join(filled(v.On(), v.Get(survey.Visitor), v.Get(survey.Role), v.Get(survey.Method)), "　")
		rows.Add(container.NewBorder(nil, nil, nil, open, kit.Rows(2, kit.Words(words, kit.Plain), kit.Prose(v.Get(survey.Outcome), kit.Quiet))))
	}
	part.Body = rows
	return part
}

// factPart is what the household is by which list, since when.
func (f *file) factPart() form.Part {
	add := kit.NewButton(text.T("household.fact.add"), f.p.IfRead(func() { f.p.editRecord(registry.TypeFact, "") }))
	body := form.Timeline(f.p.d, f.facts, func(id string) { f.p.IfRead(func() { f.p.editRecord(registry.TypeFact, id) })() })
	return form.Part{Title: text.T("household.facts"), Note: count(len(f.facts)), Body: body, Buttons: []fyne.CanvasObject{add}}
}

// slipPart is what was offered to the family, and whether it reached them.
func (f *file) slipPart() form.Part {
	print := kit.NewButton(text.T("household.slip.print"), f.p.IfRead(f.p.printSlip))
	add := kit.NewButton(text.T("household.slip.add"), f.p.IfRead(func() { f.p.editRecord(registry.TypeSlip, "") }))
	rows := kit.Rows(8)
	for _, s := range f.slips {
		rows.Add(f.slipLine(s))
	}
	part := form.Part{Title: text.T("household.slips"), Note: count(len(f.slips)), Body: rows, Buttons: []fyne.CanvasObject{add}}
	if len(f.slips) == 0 {
		rows.Add(kit.Prose(text.T("household.no_slips"), kit.Quiet))
	} else {
		part.Buttons = []fyne.CanvasObject{print, add}
	}
	return part
}

func (f *file) slipLine(s registry.Record) fyne.CanvasObject {
	a := s.Unpack()
	buttons := kit.Line(2)
	badge := kit.Badge(text.T("household.slip.there", a[survey.DeliveredOn]), kit.Good)
	if a[survey.DeliveredOn] == "" {
		badge = kit.Badge(text.T("household.slip.not"), kit.Warn)
		buttons.Add(kit.NewButton(text.T("household.slip.deliver"), f.p.IfRead(func() { f.p.deliver(s) })))
	}
	buttons.Add(kit.NewQuiet(text.T("household.visit.open"), f.p.IfRead(func() { f.p.editRecord(registry.TypeSlip, s.ID) })))
	taken := strings.Join(filled(a[survey.DeliveredBy], a[survey.DeliveryWay]), "　")
	if a[survey.TakenBy] != "" {
		who := a[survey.TakenBy]
		if r := a[survey.TakenRelation]; r != "" {
			who = text.T("household.slip.who", who, r)
		}
		taken += "　" + text.T("household.slip.taken", who)
	}
	head := form.Beside(kit.Line(10, kit.Words(a[survey.OfferedOn], kit.Plain), badge), kit.Prose(strings.TrimSpace(taken), kit.Quiet))
	offers := strings.Join(filled(a[survey.OfferJobs], a[survey.OfferTraining], a[survey.OfferTime], a[survey.OfferHelp]), "；")
	return container.NewBorder(nil, nil, nil, buttons, kit.Rows(2, head, kit.Prose(strings.ReplaceAll(offers, "\n", "，"), kit.Quiet)))
}

// pinnedPart is what is attached to the household.
func (f *file) pinnedPart() form.Part {
	sign := kit.NewButton(text.T("household.sign"), f.p.IfRead(func() { form.Signature(f.p.d, f.p.ref(), f.name) }))
	add := kit.NewButton(text.T("household.attach"), f.p.IfRead(func() { form.AttachFile(f.p.d, f.p.ref()) }))
	return form.Part{Title: text.T("household.attached"), Note: count(len(f.pinned)), Body: form.Attachments(f.p.d, f.pinned), Buttons: []fyne.CanvasObject{sign, add}}
}
