package desk

import (
	"slices"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// ChangeHead makes a person the head of the household they live in. What the others are to the new head is worked out where that
// is certain (registry.Relations), given with As otherwise, and left empty, with a doubt, where nobody says.
func (d *Desk) ChangeHead(household, person, on string, how ...How) error {
	members, err := d.Members(household)
	if err != nil {
		return err
	}
	var ids []string
	for _, p := range members {
		ids = append(ids, p.ID)
	}
	m, err := d.moving(eventHead, on, ids, how)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(members, func(p registry.Person) bool { return p.ID == person })
	switch {
	case i < 0:
		return ErrNotMember.With(d.nameOf(person))
	case members[i].Relation() == registry.Head:
		return ErrHeadAlready.With(members[i].Name())
	}
	m.lookAtHead(members, person)
	m.relate(person)
	m.what = text.T("desk.act.head", members[i].Name())
	return m.run(func(e *edit) error { return m.crown(e, household, members[i]) })
}

func (m *moving) crown(e *edit, household string, head registry.Person) error {
	for _, p := range m.people {
		if err := e.put(registry.TypePerson, p.ID, map[string]string{survey.Relation: m.as[p.ID]}); err != nil {
			return err
		}
	}
	fields := map[string]string{survey.HeadName: head.Name(), survey.HeadIDNo: head.IDNumber()}
	if err := e.put(registry.TypeHousehold, household, fields); err != nil {
		return err
	}
	return e.log(event{kind: eventHead, person: head.ID, from: household, note: m.reason})
}

// lookAtHead doubts a new head who is a child, or gone.
func (m *moving) lookAtHead(people []registry.Person, head string) {
	after := slices.Clone(people)
	for i, p := range after {
		relation := ""
		if p.ID == head {
			relation = registry.Head
		}
		after[i].Packed = p.With(survey.Relation, relation)
	}
	for _, problem := range registry.CheckLiving(after, m.d.Today()) {
		if problem.Of == head {
			m.doubt(problem.Key, problem.Err)
		}
	}
}

// relate fills in what the people of a move are to a new head: as given, or as it follows (registry.Relations); where neither says,
// with a doubt.
func (m *moving) relate(head string) {
	worked := registry.Relations(m.people, head)
	as := map[string]string{}
	for _, p := range m.people {
		switch given, follows := m.as[p.ID], worked[p.ID]; {
		case p.ID == head:
			as[p.ID] = registry.Head
		case given != "":
			as[p.ID] = given
		case follows != "":
			as[p.ID] = follows
		default:
			m.doubt(survey.Relation, ErrNoRelation.With(p.Name()))
		}
	}
	m.as = as
}

// Relations works out what each of some people is to a new head who is one of them (registry.Relations), for the form that asks.
func Relations(people []registry.Person, head string) map[string]string {
	return registry.Relations(people, head)
}
