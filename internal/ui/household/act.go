package household

import (
	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// acts are what is done less often, in the menu beside the buttons.
func (f *file) acts() []kit.Command {
	p := f.p
	return []kit.Command{
		{Label: text.T("household.fact.add"), Do: p.IfRead(func() { p.editRecord(registry.TypeFact, "") })},
		{Label: text.T("household.slip.add"), Do: p.IfRead(func() { p.editRecord(registry.TypeSlip, "") })},
		{Label: text.T("household.slip.print"), Do: p.IfRead(p.printSlip)},
		{Label: text.T("household.attach"), Do: p.IfRead(func() { form.AttachFile(p.d, p.ref()) })},
		{},
		{Label: text.T("household.move_in"), Do: p.IfRead(p.moveIn)},
		{Label: text.T("household.head"), Do: p.IfRead(p.changeHead)},
		{Label: text.T("household.split"), Do: p.IfRead(p.split)},
		{Label: text.T("household.join"), Do: p.IfRead(p.join)},
		{},
		{Label: text.T("household.delete"), Do: p.IfRead(func() { p.Delete(registry.TypeHousehold, parting(f.name)) })},
	}
}

func (p *Page) ref() desk.Ref { return desk.Ref{Type: registry.TypeHousehold, ID: p.ID} }

// did tells of an act with a way back, and draws the file anew.
func (p *Page) did(message string) {
	p.d.Undo(message)
	p.d.Changed()
}

// printSlip makes the slip of what was offered last.
func (p *Page) printSlip() { form.Print(p.d, "slip", p.ID, text.T("household.slip.file")) }

// deliver asks how a slip reached the family, and who took it.
func (p *Page) deliver(s registry.Record) {
	names := map[string]string{} // relation by name
	for _, m := range p.file.members {
		names[m.Name()] = m.Relation()
	}
	taken := kit.NewSuggest(func() []kit.Item {
		var items []kit.Item
		for _, m := range p.file.members {
			items = append(items, kit.Item{Value: m.Name(), Code: m.Relation()})
		}
		return items
	})
	relation := form.Ask(p.d, survey.Slip, survey.TakenRelation, "")
	taken.OnChange(func() {
		if r := names[taken.Value()]; r != "" {
			relation.Input.SetValue(r)
		}
	})
	on, way, signed := form.NewDay(p.d), form.Ask(p.d, survey.Slip, survey.DeliveryWay, ""), form.Ask(p.d, survey.Slip, survey.Signed, "")
	x := &form.Short{
		Title: text.T("household.slip.deliver"), Yes: text.T("household.slip.delivered"),
		Rows: []form.ShortRow{{Label: text.T("household.slip.taken_by"), Input: taken, Hint: text.T("household.slip.pick")}, relation, way, signed, {Label: text.T("household.slip.on"), Input: on}},
		Do: func(how ...desk.How) error {
			a := survey.Answers{}
			for k, v := range s.Unpack() {
				a[k] = v
			}
			a[survey.DeliveredOn], a[survey.DeliveredBy] = on.Value(), p.d.Desk.Actor()
			a[survey.DeliveryWay], a[survey.TakenBy] = way.Input.Value(), taken.Value()
			a[survey.TakenRelation], a[survey.Signed] = relation.Input.Value(), signed.Input.Value()
			_, err := p.d.Desk.SaveRecord(registry.TypeSlip, s.ID, a, how...)
			if err == nil {
				p.did(text.T("household.slip.done"))
			}
			return err
		},
	}
	x.Show(p.d)
}

// moveIn asks who comes to live here, why and since when.
func (p *Page) moveIn() {
	who := page.PersonFinder(p.d.Desk, "")
	why := kit.Choice(page.Moves())
	why.SetValue(page.Moves()[0].Value)
	relation := form.Ask(p.d, survey.Person, survey.Relation, "")
	on := form.NewDay(p.d)
	s := &form.Short{
		Title: text.T("household.move_in.title", p.file.name), Intro: text.T("household.move_in.what"), Yes: text.T("household.move_in.yes"),
		Rows: []form.ShortRow{{Label: text.T("household.move_in.who"), Input: who}, relation, {Label: text.T("household.why"), Input: why}, {Label: text.T("household.on"), Input: on}},
		Do: func(how ...desk.How) error {
			if who.Value() == "" {
				return errNobody
			}
			as := map[string]string{who.Value(): relation.Input.Value()}
			name := page.PersonName(p.d.Desk, who.Value())
			err := p.d.Desk.Move([]string{who.Value()}, p.ID, why.Value(), on.Value(), append(how, desk.As(as))...)
			if err == nil {
				p.did(text.T("household.moved_in", name))
			}
			return err
		},
	}
	s.Show(p.d)
}

var errNobody = text.NewError("household.nobody")
