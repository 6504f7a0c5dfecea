package desk

import (
	"maps"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Split makes a household of its own out of people of one: form holds its number, group, phone and address; the village, and
// what else form does not say of the place, is that of the old household. head, who is one of the people, becomes its head.
// Relations among those who go are worked out where that is certain, or given with As. The error may be a *Refusal.
func (d *Desk) Split(household string, people []string, head string, form survey.Answers, on string, how ...How) (string, error) {
	m, err := d.moving(eventSplit, on, people, how)
	if err != nil {
		return "", err
	}
	if !m.goes(head) {
		return "", ErrNotMember
	}
	for _, p := range m.people {
		if p.HouseholdID() != household {
			return "", ErrNotMember.With(p.Name())
		}
	}
	old, err := d.Household(household)
	if err != nil {
		return "", err
	}
	if err := m.headsGo(); err != nil {
		return "", err
	}
	m.lookAtHead(m.people, head)
	s := d.newHouse(old, m, head, form, how)
	m.refusal.Problems = append(m.refusal.Problems, s.refusal.Problems...)
	m.relate(head)
	m.what = text.T("desk.act.split", m.names())
	id := newID()
	return id, m.run(func(e *edit) error {
		if err := e.put(registry.TypeHousehold, id, s.answers); err != nil {
			return err
		}
		return m.settleIn(e, registry.Household{ID: id})
	})
}

// ofPlace are the answers of a household that a new one beside it begins with.
var ofPlace = []string{survey.Village, "natural_village", survey.Group, survey.Address, "hukou"}

func (d *Desk) newHouse(old registry.Household, m *moving, head string, form survey.Answers, how []How) *saving {
	a := survey.Answers{}
	for _, key := range ofPlace {
		if v := old.Get(key); v != "" {
			a[key] = v
		}
	}
	for _, p := range m.people {
		if p.ID == head {
			a[survey.HeadName], a[survey.HeadIDNo], a[survey.HousePhone] = p.Name(), p.IDNumber(), p.Phone()
		}
	}
	maps.Copy(a, form)
	s := d.saving(registry.TypeHousehold, "", d.villageByName(a), how)
	s.check(d)
	d.checkHouseNo(s)
	return s
}
