package desk

import (
	"slices"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// ErrDouble is somebody who may be in the register already; the Refusal names them.
var (
	ErrDouble   = text.NewError("desk.double")
	ErrSameIDNo = text.NewError("desk.same_id_no")
)

// Person reads a person.
func (d *Desk) Person(id string) (registry.Person, error) {
	a, err := d.answers(registry.TypePerson, id)
	return registry.Person{ID: id, Packed: survey.Pack(a)}, err
}

// Members reads the people of a household, the head first, then by 人口编号 and age; who left comes last.
func (d *Desk) Members(household string) ([]registry.Person, error) {
	all, err := d.people(d.index.Members(household))
	slices.SortStableFunc(all, func(a, b registry.Person) int {
		switch {
		case Left(a) == Left(b):
			return 0
		case Left(b):
			return -1
		}
		return 1
	})
	return all, err
}

func (d *Desk) people(ids []string) ([]registry.Person, error) {
	var all []registry.Person
	for _, id := range ids {
		p, err := d.Person(id)
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}

// People calls f with every person, those merged into another left out, in the order they came into the register, until f gives an error.
func (d *Desk) People(f func(registry.Person) error) error {
	return d.each(registry.TypePerson, func(id string, a survey.Answers) error { return f(registry.Person{ID: id, Packed: survey.Pack(a)}) })
}

// SavePerson saves the form of a person; "" is a new one. The error may be a *Refusal; its Doubles are who may be the same.
func (d *Desk) SavePerson(id string, a survey.Answers, how ...How) (string, error) {
	s := d.saving(registry.TypePerson, id, a, how)
	s.what = text.T("desk.act.person", s.answers[survey.FullName])
	s.check(d)
	p := registry.Person{ID: id, Packed: survey.Pack(s.answers)}
	if err := d.checkHouse(s, p); err != nil {
		return "", err
	}
	if err := d.checkDoubles(s, p); err != nil {
		return "", err
	}
	return d.write(registry.TypePerson, s)
}

// checkHouse looks at the household as it will be. What was wrong with it before this person is said as a warning only.
func (d *Desk) checkHouse(s *saving, p registry.Person) error {
	if p.HouseholdID() == "" {
		return nil
	}
	h, err := d.Household(p.HouseholdID())
	if err != nil {
		return err
	}
	members, err := d.Members(h.ID)
	if err != nil {
		return err
	}
	members = slices.DeleteFunc(members, Left)
	if Left(p) {
		return nil // who is gone is no second head
	}
	before := map[string]bool{}
	for _, problem := range registry.CheckHouse(h, members) {
		before[problem.Err.Error()] = true
	}
	members = slices.DeleteFunc(members, func(m registry.Person) bool { return m.ID == p.ID })
	for _, problem := range registry.CheckHouse(h, append(members, p)) {
		if !before[problem.Err.Error()] {
			problem.Warn = true // a household is entered person by person and may be whole only at the end
			s.add(problem)
		}
	}
	return nil
}

// checkDoubles warns of the same ID number, and of the same sound with the same birth date in the same village.
func (d *Desk) checkDoubles(s *saving, p registry.Person) error {
	doubles, err := d.Doubles(p)
	if err == nil && len(doubles) > 0 {
		doubles, err = d.notKnownAsTwo(p.ID, doubles)
	}
	if err != nil || len(doubles) == 0 {
		return err
	}
	s.refusal.Doubles = doubles
	for _, q := range doubles {
		if no := p.IDNumber(); no != "" && q.IDNumber() == no {
			s.add(survey.Problem{Key: survey.IDNo, Err: ErrSameIDNo.With(q.Name()), Warn: true})
		} else {
			s.add(survey.Problem{Key: survey.FullName, Err: ErrDouble.With(q.Name()), Warn: true})
		}
	}
	return nil
}

// Doubles gives the people who may be the same as p, p itself left out: by the number, and by the names as Duplicates compares them,
// written otherwise, heard alike or once used. It is quick enough to be asked at every key typed.
func (d *Desk) Doubles(p registry.Person) ([]registry.Person, error) {
	seen := d.seen(p)
	var ids []string
	if no := p.IDNumber(); no != "" {
		ids = d.index.ByIDNo(no)
	}
	alike, err := d.people(d.stillThere(d.alike(seen)))
	if err != nil {
		return nil, err
	}
	for _, q := range alike {
		if registry.Like(seen, d.seen(q)) != registry.Different {
			ids = append(ids, q.ID)
		}
	}
	ids = slices.DeleteFunc(ids, func(id string) bool { return id == p.ID })
	slices.Sort(ids)
	return d.people(slices.Compact(ids))
}

// stillThere leaves out who was deleted, or merged into another record.
func (d *Desk) stillThere(ids []string) []string {
	return slices.DeleteFunc(ids, func(id string) bool {
		_, ok := d.index.Row(id)
		return !ok
	})
}

// seen adds to a person what likeness also looks at.
func (d *Desk) seen(p registry.Person) registry.Seen {
	d.mu.RLock()
	defer d.mu.RUnlock()
	h := d.houses[p.HouseholdID()]
	s := registry.Seen{Person: p, Village: h.village, HousePhone: h.phone, Head: h.head}
	if len(h.places) > 0 {
		s.Group = h.places[0]
	}
	return s
}
