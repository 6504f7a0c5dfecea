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

// acts are what is done less often, in the menu beside the buttons.
func (f *file) acts() []kit.Command {
	p := f.p
	leave := kit.Command{Label: text.T("person.leave"), Do: p.IfRead(p.leaves)}
	if desk.Left(f.person) {
		leave = kit.Command{Label: text.T("person.return"), Do: p.IfRead(p.comeBack)}
	}
	all := []kit.Command{
		{Label: text.T("person.fact.add"), Do: p.IfRead(func() { p.editRecord(registry.TypeFact, "") })},
		{Label: text.T("person.attach"), Do: p.IfRead(func() { form.AttachFile(p.d, p.ref()) })},
		{Label: text.T("person.print"), Do: p.IfRead(p.print)},
		{},
		{Label: text.T("person.move"), Do: p.IfRead(p.move)},
		leave,
		{Label: text.T("person.merge"), Do: p.IfRead(p.askMerge)},
	}
	return append(all, kit.Command{}, kit.Command{Label: text.T("person.delete"), Do: p.IfRead(func() { p.Delete(registry.TypePerson, parting(f.person.Name())) })})
}

func (p *Page) ref() desk.Ref { return desk.Ref{Type: registry.TypePerson, ID: p.ID} }

// did tells of an act with a way back, and draws the file anew.
func (p *Page) did(message string) {
	p.d.Undo(message)
	p.d.Changed()
}

// move asks for another household, why and since when, and what the person is to its head.
func (p *Page) move() {
	p.moveTo("")
}

func (p *Page) moveTo(household string) {
	f := p.file
	if f == nil {
		return
	}
	to := page.HouseFinder(p.d.Desk, f.house.ID)
	to.SetValue(household)
	why := kit.Choice(page.Moves())
	why.SetValue(page.Moves()[0].Value)
	relation := form.Ask(p.d, survey.Person, survey.Relation, "")
	relation.Label = text.T("person.move.relation")
	on := form.NewDay(p.d)
	s := &form.Short{
		Title: text.T("person.move.title", f.person.Name()), Yes: text.T("person.move.yes"),
		Rows: []form.ShortRow{{Label: text.T("person.move.to"), Input: to}, relation, {Label: text.T("person.move.why"), Input: why}, {Label: text.T("person.move.on"), Input: on, Hint: text.T("person.day_hint")}},
		Do: func(how ...desk.How) error {
			if to.Value() == "" {
				return errNoHouse
			}
			as := map[string]string{p.ID: relation.Input.Value()}
			err := p.d.Desk.Move([]string{p.ID}, to.Value(), why.Value(), on.Value(), append(how, desk.As(as))...)
			if err == nil {
				p.did(text.T("person.moved", f.person.Name(), page.HouseName(p.d.Desk, to.Value())))
			}
			return err
		},
	}
	s.Show(p.d)
}

var errNoHouse = text.NewError("person.no_house")

// leaves asks why and since when somebody is no longer there.
func (p *Page) leaves() {
	why := form.Ask(p.d, survey.Person, survey.LeftWhy, "")
	on, note := form.NewDay(p.d), kit.NewEntry()
	s := &form.Short{
		Title: text.T("person.leave.title", p.file.person.Name()), Intro: text.T("person.leave.what"), Yes: text.T("person.leave.yes"),
		Rows: []form.ShortRow{{Label: text.T("person.leave.why"), Input: why.Input}, {Label: text.T("person.leave.on"), Input: on, Hint: text.T("person.day_hint")}, {Label: text.T("person.note"), Input: note}},
		Do: func(how ...desk.How) error {
			if why.Input.Value() == "" {
				return errNoReason
			}
			if note.Value() != "" && len(how) == 0 {
				how = append(how, desk.Because(note.Value()))
			}
			err := p.d.Desk.Leave(p.ID, why.Input.Value(), on.Value(), how...)
			if err == nil {
				p.did(text.T("person.has_left", p.file.person.Name(), why.Input.Value()))
			}
			return err
		},
	}
	s.Show(p.d)
}

var errNoReason = text.NewError("person.no_reason")

// comeBack asks since when somebody is there again.
func (p *Page) comeBack() {
	on := form.NewDay(p.d)
	s := &form.Short{
		Title: text.T("person.return.title", p.file.person.Name()), Yes: text.T("person.return"),
		Rows: []form.ShortRow{{Label: text.T("person.return.on"), Input: on}},
		Do: func(how ...desk.How) error {
			err := p.d.Desk.Return(p.ID, on.Value(), how...)
			if err == nil {
				p.did(text.T("person.is_back", p.file.person.Name()))
			}
			return err
		},
	}
	s.Show(p.d)
}

// wantsNothing notes that somebody was asked this year and wishes for no training, with the reason.
func (p *Page) wantsNothing() {
	why := form.Ask(p.d, survey.Person, survey.NoWishCause, p.file.person.Get(survey.NoWishCause))
	on := form.NewDay(p.d)
	s := &form.Short{
		Title: text.T("person.asked.title", p.file.person.Name()), Yes: text.T("person.asked.yes"),
		Rows: []form.ShortRow{why, {Label: text.T("person.asked.on"), Input: on}},
		Do: func(how ...desk.How) error {
			x, err := p.d.Desk.Person(p.ID)
			if err != nil {
				return err
			}
			a := x.Unpack()
			a[survey.WantsTraining], a[survey.NoWishCause], a[survey.AskedOn] = survey.No, why.Input.Value(), on.Value()
			if _, err = p.d.Desk.SavePerson(p.ID, a, how...); err == nil {
				p.did(text.T("person.asked.saved", x.Name()))
			}
			return err
		},
	}
	s.Show(p.d)
}

// print makes the person's file on one page.
func (p *Page) print() { form.Print(p.d, "efile", p.ID, text.T("person.print.file")) }
