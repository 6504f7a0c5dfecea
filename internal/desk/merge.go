package desk

import (
	"encoding/json"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// What can stand in the way of merging two records of one person.
var (
	ErrSelf      = text.NewError("desk.self")
	ErrMerged    = text.NewError("desk.merged")
	ErrNotMerged = text.NewError("desk.not_merged")
)

// merged is what the event of a merge keeps: what it takes to part the two again. It is a stored form.
type merged struct {
	Drop   string            `json:"drop"`
	Filled map[string]string `json:"filled"` // answers of the survivor that came from the other
	Before map[string]string `json:"before"` // what stood in their place
}

// Taking says of which questions the answer of the record that is dropped is the right one.
func Taking(keys ...string) How {
	return func(s *saving) { s.take = keys }
}

// PlanMerge is what merging two records of a person would come to, for the screen that shows both sides.
func (d *Desk) PlanMerge(keep, drop string) (registry.Merge, error) {
	k, err := d.stays(keep)
	if err != nil {
		return registry.Merge{}, err
	}
	x, err := d.stays(drop)
	if err != nil {
		return registry.Merge{}, err
	}
	return registry.PlanMerge(d.Table(registry.TypePerson), k, x), nil
}

// stays are the answers about a person as they are stored, without what is worked out.
func (d *Desk) stays(person string) (survey.Answers, error) {
	e, err := d.store.Get(registry.TypePerson, person)
	if err == nil && e.Deleted() {
		err = ErrGone
	}
	return e.Values(), err
}

// MergePeople says that two records are of one person: drop is kept, with all that hangs on it, and read as keep from now on; what
// keep does not say and drop does is taken over, and what Taking names. It is never done by itself, and two good ID numbers that
// differ are refused unless a person gives the reason (Anyway). Unmerge takes it back.
func (d *Desk) MergePeople(keep, drop string, how ...How) error {
	if keep == drop {
		return ErrSelf
	}
	m, err := d.moving(eventMerged, "", []string{keep, drop}, how)
	if err != nil {
		return err
	}
	plan, err := d.PlanMerge(keep, drop)
	if err != nil {
		return err
	}
	for _, key := range m.take {
		plan = plan.Choose(key)
	}
	for _, p := range plan.Apart {
		m.doubt(p.Key, p.Err) // a reason will do: numbers do get changed
	}
	k, x := m.people[0], m.people[1]
	m.what = text.T("desk.act.merge", x.Name(), k.Name())
	return m.run(func(e *edit) error { return e.merge(k, x, plan, m.reason) })
}

// merge writes it. No facts follow: the facts of both are there already, and all are read as the survivor's.
func (e *edit) merge(keep, drop registry.Person, plan registry.Merge, note string) error {
	e.plain = true
	if plan.Fill[survey.UsedName] == "" && keep.Get(survey.UsedName) == "" && drop.Name() != keep.Name() {
		plan.Fill[survey.UsedName] = drop.Name() // whoever seeks the other name finds the person
	}
	if err := e.put(registry.TypePerson, keep.ID, plan.Fill); err != nil {
		return err
	}
	if err := e.put(registry.TypePerson, drop.ID, map[string]string{survey.SameAs: keep.ID}); err != nil {
		return err
	}
	return e.log(event{kind: eventMerged, person: keep.ID, from: keep.HouseholdID(), note: note, data: merged{drop.ID, plan.Fill, plan.Before}})
}

// Unmerge parts two records again: drop is a record of its own, and the survivor says no more than before what it had taken over.
// What was written about the survivor since stays with the survivor.
func (d *Desk) Unmerge(drop string, how ...How) error {
	e, err := d.store.Get(registry.TypePerson, drop)
	if err != nil {
		return err
	}
	if e.Value(survey.SameAs) == "" {
		return ErrNotMerged.With(nameIn(e))
	}
	s := &saving{}
	for _, h := range how {
		h(s)
	}
	return d.edit(text.T("desk.act.unmerge", nameIn(e)), s.reason, func(e *edit) error {
		e.plain = true
		for _, id := range d.inCircle(drop) {
			if err := e.part(id, s.reason); err != nil {
				return err
			}
		}
		return nil
	})
}

// inCircle is drop, and the record it is read as where that is merged in its turn: two devices merged them into each other.
func (d *Desk) inCircle(drop string) []string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if s := d.merges.survivor(drop); s != drop && d.merges.into[s] != "" {
		return []string{drop, s}
	}
	return []string{drop}
}

// part has drop be a record of its own again.
func (e *edit) part(drop, note string) error {
	was, err := e.values(registry.TypePerson, drop)
	if err != nil {
		return err
	}
	keep := was[survey.SameAs]
	back, err := e.d.mergeOf(keep, drop)
	if err != nil {
		return err
	}
	if err := e.put(registry.TypePerson, drop, map[string]string{survey.SameAs: ""}); err != nil {
		return err
	}
	now, err := e.values(registry.TypePerson, keep)
	if err != nil {
		return err
	}
	fields := map[string]string{}
	for key, v := range back.Filled {
		if now[key] == v {
			fields[key] = back.Before[key]
		}
	}
	if err := e.put(registry.TypePerson, keep, fields); err != nil {
		return err
	}
	return e.log(event{kind: eventParted, person: keep, from: now[survey.InHousehold], note: note, data: merged{Drop: drop}})
}

// mergeOf is what the last event of merging drop into keep kept.
func (d *Desk) mergeOf(keep, drop string) (merged, error) {
	events, err := d.Events(keep)
	if err != nil {
		return merged{}, err
	}
	var last merged
	at := ""
	for _, r := range events {
		if r.Get(survey.EventKind) != eventMerged || r.ID < at {
			continue
		}
		var m merged
		if err := json.Unmarshal([]byte(r.Get(survey.EventData)), &m); err != nil || m.Drop != drop {
			continue
		}
		last, at = m, r.ID
	}
	return last, nil
}

// MergedInto are the records that are read as a person's or a household's, itself left out.
func (d *Desk) MergedInto(typ, id string) ([]registry.Record, error) {
	d.mu.RLock()
	ids := d.merges.all(id)[1:]
	d.mu.RUnlock()
	var all []registry.Record
	for _, id := range ids {
		r, err := d.Record(typ, id)
		if err != nil {
			return nil, err
		}
		all = append(all, r)
	}
	return all, nil
}
