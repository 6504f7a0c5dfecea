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
	ErrTwoIDs    = text.NewError("desk.two_ids")
	ErrNotMerged = text.NewError("desk.not_merged")
	ErrTwoSexes  = text.NewError("desk.two_sexes")
)

// merged is what the event of a merge keeps: what it takes to part the two again.
type merged struct {
	Drop   string            `json:"drop"`
	Filled map[string]string `json:"filled"` // answers of the survivor that came from the other
	Before map[string]string `json:"before"` // what stood in their place
}

// MergePeople says that two records are of one person: drop is kept, with all that hangs on it, and read as keep from now on; what
// keep does not say and drop does is taken over. It is never done by itself, and two good ID numbers that differ are refused
// unless a person gives the reason (Anyway). Unmerge takes it back.
func (d *Desk) MergePeople(keep, drop string, how ...How) error {
	if keep == drop {
		return ErrSelf
	}
	m, err := d.moving(eventMerged, "", []string{keep, drop}, how)
	if err != nil {
		return err
	}
	k, x := m.people[0], m.people[1]
	if d.isMerged(k.ID) || d.isMerged(x.ID) {
		return ErrSelf
	}
	m.compare(k, x)
	m.what = text.T("desk.act.merge", x.Name(), k.Name())
	return m.run(func(e *edit) error { return e.merge(k, x, m.reason) })
}

// compare doubts where two records speak of two people.
func (m *moving) compare(k, x registry.Person) {
	if a, b := k.IDNumber(), x.IDNumber(); a != "" && b != "" && a != b {
		m.doubt(survey.IDNo, ErrTwoIDs.With(k.Name(), x.Name()))
	}
	if a, b := k.Sex(), x.Sex(); a != "" && b != "" && a != b {
		m.doubt(survey.Sex, ErrTwoSexes.With(k.Name(), x.Name()))
	}
}

// merge writes it. No facts follow: the facts of both are there already, and all are read as the survivor's.
func (e *edit) merge(keep, drop registry.Person, note string) error {
	e.plain = true
	mine, err := e.values(registry.TypePerson, keep.ID)
	if err != nil {
		return err
	}
	theirs, err := e.values(registry.TypePerson, drop.ID)
	if err != nil {
		return err
	}
	out := filled(mine, theirs)
	out.Drop = drop.ID
	if err := e.put(registry.TypePerson, keep.ID, out.Filled); err != nil {
		return err
	}
	if err := e.put(registry.TypePerson, drop.ID, map[string]string{survey.SameAs: keep.ID}); err != nil {
		return err
	}
	return e.log(event{kind: eventMerged, person: keep.ID, from: mine[survey.InHousehold], note: note, data: out})
}

// own are the answers that a record does not take over from another: where it lives and what became of it is its own.
var own = map[string]bool{
	survey.InHousehold: true, survey.Relation: true, survey.SameAs: true, survey.LeftWhy: true, survey.LeftOn: true, survey.IDPending: true,
}

// exclusive are answers of which a record has one or the other.
var exclusive = map[string]string{survey.Education: survey.Schooling, survey.Schooling: survey.Education}

// filled is what a record takes over: what it does not say, and a good ID number for a bad one.
func filled(mine, theirs survey.Answers) merged {
	out := merged{Filled: map[string]string{}, Before: map[string]string{}}
	for key, v := range theirs {
		other := exclusive[key]
		if own[key] || mine[key] != "" || other != "" && mine[other] != "" {
			continue
		}
		out.Filled[key] = v
	}
	if no := theirs[survey.IDNo]; survey.ValidID(no) && mine[survey.IDNo] != "" && !survey.ValidID(mine[survey.IDNo]) {
		out.Filled[survey.IDNo], out.Before[survey.IDNo] = no, mine[survey.IDNo]
	}
	if said := mine[survey.FullName]; theirs[survey.FullName] != said && mine[survey.UsedName] == "" && theirs[survey.UsedName] == "" {
		out.Filled[survey.UsedName] = theirs[survey.FullName] // whoever seeks the other name finds the person
	}
	return out
}

// Unmerge parts two records again: drop is a record of its own, and the survivor says no more than before what it had taken over.
// What was written about the survivor since stays with the survivor.
func (d *Desk) Unmerge(drop string, how ...How) error {
	e, err := d.store.Get(registry.TypePerson, drop)
	if err != nil {
		return err
	}
	keep := e.Value(survey.SameAs)
	if keep == "" {
		return ErrNotMerged.With(nameIn(e))
	}
	back, err := d.mergeOf(keep, drop)
	if err != nil {
		return err
	}
	s := &saving{}
	for _, h := range how {
		h(s)
	}
	return d.edit(text.T("desk.act.unmerge", nameIn(e)), s.reason, func(e *edit) error {
		e.plain = true
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
		return e.log(event{kind: eventParted, person: keep, from: now[survey.InHousehold], note: s.reason, data: merged{Drop: drop}})
	})
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
		if r.Answers[survey.EventKind] != eventMerged || r.ID < at {
			continue
		}
		var m merged
		if err := json.Unmarshal([]byte(r.Answers[survey.EventData]), &m); err != nil || m.Drop != drop {
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
