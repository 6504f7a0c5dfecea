package class

import (
	"slices"

	"ruhu/internal/registry"
	"ruhu/internal/training"
)

// trainee is one place of the class.
type trainee struct {
	training.Enrolment
	person registry.Person
	where  string
}

// roster reads who is or was in the class: those in it by seat, then the reserve, then who left.
func (p *Page) roster() ([]trainee, error) {
	enrolled, err := p.deps.Desk.Enrolments(p.class.ID)
	if err != nil {
		return nil, err
	}
	var all []trainee
	for _, e := range enrolled {
		t := trainee{Enrolment: e}
		if t.person, err = p.deps.Desk.Person(e.PersonID()); err != nil {
			t.person = registry.Person{ID: e.PersonID()}
		}
		t.where = p.where(t.person)
		all = append(all, t)
	}
	standing := []string{training.Enrolled, training.Reserve, training.Withdrawn}
	slices.SortStableFunc(all, func(a, b trainee) int {
		return slices.Index(standing, a.Standing()) - slices.Index(standing, b.Standing())
	})
	return all, nil
}

// seated are those who are in the class.
func seated(all []trainee) []trainee {
	return slices.DeleteFunc(slices.Clone(all), func(t trainee) bool { return t.Standing() != training.Enrolled })
}
