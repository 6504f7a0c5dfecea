package household

import (
	"slices"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// What is missing for a move.
var (
	errNoHead    = text.NewError("household.no_head")
	errNoHouse   = text.NewError("household.no_house")
	errEverybody = text.NewError("household.everybody")
)

// items are people to choose among.
func items(people []registry.Person) []kit.Item {
	var out []kit.Item
	for _, p := range people {
		out = append(out, kit.Item{Value: p.ID, Name: p.Name(), Code: p.Relation()})
	}
	return out
}

// changeHead asks who becomes the head, since when, and what the others become.
func (p *Page) changeHead() {
	f := p.file
	others := slices.DeleteFunc(slices.Clone(f.members), func(m registry.Person) bool { return m.Relation() == registry.Head })
	head, on, kin := kit.NewPicker(items(others)...), form.NewDay(p.d), newKin(p.d)
	head.OnChange(func() { kin.show(f.members, head.Value()) })
	s := &form.Short{
		Title: text.T("household.head.title", f.name), Yes: text.T("household.head.yes"), More: len(f.members),
		Rows: []form.ShortRow{{Label: text.T("household.head.new"), Input: head}, kin.row(), {Label: text.T("household.on"), Input: on}},
		Do: func(how ...desk.How) error {
			if head.Value() == "" {
				return errNoHead
			}
			err := p.d.Desk.ChangeHead(p.ID, head.Value(), on.Value(), append(how, desk.As(kin.as()))...)
			if err == nil {
				p.did(text.T("household.head.done", page.PersonName(p.d.Desk, head.Value())))
			}
			return err
		},
	}
	kin.grown = s.Relay
	s.Show(p.d)
}

// split asks who makes a household of their own, who heads it, and what the others become.
func (p *Page) split() {
	f := p.file
	who := kit.NewChecks(items(f.members)...)
	var going []registry.Person
	head := kit.NewPickerOf(func() []kit.Item { return items(going) })
	kin, on := newKin(p.d), form.NewDay(p.d)
	redraw := func() {
		going = slices.DeleteFunc(slices.Clone(f.members), func(m registry.Person) bool { return !survey.Has(who.Value(), m.ID) })
		if !slices.ContainsFunc(going, func(m registry.Person) bool { return m.ID == head.Value() }) {
			head.SetValue("")
			if len(going) == 1 {
				head.SetValue(going[0].ID)
			}
		}
		kin.show(going, head.Value())
	}
	who.OnChange(redraw)
	head.OnChange(redraw)
	no, phone, group := form.Ask(p.d, f.table(), survey.HouseNo, ""), form.Ask(p.d, f.table(), survey.HousePhone, ""), form.Ask(p.d, f.table(), survey.Group, f.h.Group())
	s := &form.Short{
		Title: text.T("household.split.title", f.name), Intro: text.T("household.split.what"), Yes: text.T("household.split.yes"), More: len(f.members),
		Rows: []form.ShortRow{{Label: text.T("household.split.who"), Input: who}, {Label: text.T("household.split.head"), Input: head}, kin.row(),
			no, phone, group, {Label: text.T("household.on"), Input: on}},
	}
	s.Do = func(how ...desk.How) error {
		switch {
		case len(going) == 0:
			return errNobody
		case len(going) == len(f.members):
			return errEverybody
		case head.Value() == "":
			return errNoHead
		}
		a := survey.Answers{}
		for key, row := range map[string]form.ShortRow{survey.HouseNo: no, survey.HousePhone: phone, survey.Group: group} {
			if v := row.Input.Value(); v != "" {
				a[key] = v
			}
		}
		id, err := p.d.Desk.Split(p.ID, ids(going), head.Value(), a, on.Value(), append(how, desk.As(kin.as()))...)
		if err == nil {
			p.d.After(0, func() { p.d.Show(page.Household, id) })
			p.did(text.T("household.split.done", page.PersonName(p.d.Desk, head.Value())))
		}
		return err
	}
	kin.grown = s.Relay
	s.Show(p.d)
}

func ids(people []registry.Person) []string {
	var out []string
	for _, p := range people {
		out = append(out, p.ID)
	}
	return out
}

// join asks into which household this one goes, and what its people become there.
func (p *Page) join() {
	f := p.file
	into, kin, on := page.HouseFinder(p.d.Desk, p.ID), newKin(p.d), form.NewDay(p.d)
	kin.show(f.members, "")
	s := &form.Short{
		Title: text.T("household.join.title", f.name), Intro: text.T("household.join.what"), Yes: text.T("household.join.yes"), More: len(f.members),
		Rows: []form.ShortRow{{Label: text.T("household.join.into"), Input: into}, kin.row(), {Label: text.T("household.on"), Input: on}},
	}
	s.Do = func(how ...desk.How) error {
		if into.Value() == "" {
			return errNoHouse
		}
		err := p.d.Desk.MergeHouseholds(p.ID, into.Value(), on.Value(), append(how, desk.As(kin.as()))...)
		if err == nil {
			p.d.After(0, func() { p.d.Show(page.Household, into.Value()) })
			p.did(text.T("household.join.done", f.name, page.HouseName(p.d.Desk, into.Value())))
		}
		return err
	}
	kin.grown = s.Relay
	s.Show(p.d)
}
