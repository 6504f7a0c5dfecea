package desk

import (
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// MergeHouseholds makes one household of two: the people of from live in into afterwards, and from is ended, kept, and read as
// into wherever something hangs on it. The relations to the head of into are asked (As).
func (d *Desk) MergeHouseholds(from, into, on string, how ...How) error {
	if from == into {
		return ErrSameHouse.With("")
	}
	h, err := d.houseToMoveTo(into)
	if err != nil {
		return err
	}
	old, err := d.houseToMoveTo(from)
	if err != nil {
		return err
	}
	members := d.index.Members(from)
	m := &moving{saving: &saving{typ: registry.TypePerson, table: d.Table(registry.TypePerson)}, d: d, kind: eventJoined}
	if len(members) > 0 {
		if m, err = d.moving(eventJoined, on, members, how); err != nil {
			return err
		}
	} else if m.on, err = d.dayOfMove(on); err != nil {
		return err
	}
	m.what = text.T("desk.act.join", old.Head(), h.Head())
	return m.run(func(e *edit) error { return m.join(e, old, h) })
}

func (m *moving) join(e *edit, old, into registry.Household) error {
	for _, p := range m.people {
		err := e.put(registry.TypePerson, p.ID, map[string]string{survey.InHousehold: into.ID, survey.Relation: m.as[p.ID]})
		if err != nil {
			return err
		}
		if err := e.log(event{kind: eventJoined, person: p.ID, from: old.ID, to: into.ID, note: m.reason}); err != nil {
			return err
		}
	}
	err := e.put(registry.TypeHousehold, old.ID, map[string]string{
		survey.MergedInto: into.ID, survey.EndedOn: m.on, survey.EndedWhy: endedJoined,
	})
	if err != nil {
		return err
	}
	return e.log(event{kind: eventJoined, from: old.ID, to: into.ID, note: m.reason})
}
