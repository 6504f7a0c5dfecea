package person

import (
	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// doubles finds who may be the one that is being typed in.
func (p *Page) doubles(a survey.Answers) (found []form.Double) {
	who := registry.Person{ID: p.ID, Packed: survey.Pack(a)}
	if who.Name() == "" && who.IDNumber() == "" {
		return nil
	}
	all, err := p.d.Desk.Doubles(who)
	if err != nil {
		return nil // saving asks again, and says what is wrong
	}
	for _, q := range all {
		sure := who.IDNumber() != "" && q.IDNumber() == who.IDNumber()
		found = append(found, form.Double{Name: q.Name(), What: page.Tell(p.d.Desk, q.ID), Sure: sure, Take: func() { p.same(q) }})
	}
	return found
}

// same is what follows when somebody who is typed in is there already: what was typed goes to the record that exists, where that
// does not say it; somebody of another household may be moved here. A record that exists itself is laid beside the other.
func (p *Page) same(q registry.Person) {
	if p.ID != "" {
		id := p.ID
		p.Forsake()
		p.d.Show(page.Person, page.Merge+q.ID+"/"+id)
		return
	}
	typed, household := p.Filled(), p.household
	p.Forsake()
	p.d.Forget()
	p.d.Show(page.Person, page.Edit+q.ID)
	for key, v := range typed {
		if key != survey.Relation && key != survey.InHousehold {
			p.Offer(key, v)
		}
	}
	p.d.Toast(text.T("person.same.taken", q.Name()))
	if household != "" && household != q.HouseholdID() {
		p.askMove(q, household)
	}
}

// askMove asks whether somebody who was found in another household lives here now.
func (p *Page) askMove(q registry.Person, household string) {
	message := text.T("person.same.elsewhere", q.Name(), page.HouseName(p.d.Desk, q.HouseholdID()), page.HouseName(p.d.Desk, household))
	kit.Ask(p.d.Window, text.T("person.move"), message, text.T("person.same.move"), false, func(yes bool) {
		if !yes {
			return
		}
		if err := p.d.Desk.Move([]string{q.ID}, household, "", "", desk.Anyway(text.T("page.anyway"))); err != nil {
			p.d.ShowError(err)
			return
		}
		p.d.Undo(text.T("person.moved", q.Name(), page.HouseName(p.d.Desk, household)))
	})
}
