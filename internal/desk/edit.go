package desk

import (
	"encoding/json"
	"errors"
	"maps"

	"ruhu/internal/change"
	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/survey"
)

// edit is an open transaction that notes what it does.
type edit struct {
	*store.Edit
	d      *Desk
	steps  []step
	on     survey.Date                  // the day from which facts count that follow from what is written
	source string                       // who says so
	plain  bool                         // no facts follow: what is written says nothing new
	batch  bool                         // a list is written, not what a person filled in
	known  map[string][]registry.Record // facts written in this transaction, with all others of their owner
	handed map[store.Ref]survey.Answers // new things of a list, for the index (handed.go)
}

// edit makes one act out of f: one transaction, one line in the list of what can be taken back.
func (d *Desk) edit(what, reason string, f func(*edit) error) error {
	a, err := d.run(what, reason, f)
	if err == nil && len(a.steps) > 0 {
		d.remember(a)
	}
	return err
}

func (d *Desk) run(what, reason string, f func(*edit) error) (act, error) {
	e, by := &edit{}, d.Actor()
	err := d.store.Edit(by, reason, func(se *store.Edit) error {
		*e = edit{Edit: se, d: d, on: d.day(), source: by}
		err := f(e)
		if e.batch {
			d.handOver(e.handed)
		}
		return err
	})
	if e.batch {
		d.handOver(nil)
	}
	return act{what: what, steps: e.steps}, err
}

// day is today as it is stored.
func (d *Desk) day() survey.Date { return d.Today().Format("2006-01-02") }

// entity gives a thing as it is within the transaction; a new one is empty.
func (e *edit) entity(typ, id string) (change.Entity, error) {
	ent, err := e.Get(typ, id)
	if errors.Is(err, store.ErrNotFound) {
		return change.Entity{Type: typ, ID: id}, nil
	}
	return ent, err
}

// put writes the fields that differ; "" clears. A thing that was deleted comes back.
func (e *edit) put(typ, id string, fields map[string]string) error {
	ent, err := e.entity(typ, id)
	if err != nil {
		return err
	}
	if typ == registry.TypeFact && ent.Deleted() { // its id is made of what it is about: an old one of that name says nothing
		return e.putWhole(registry.Record{Type: typ, ID: id, Packed: survey.Pack(fields)})
	}
	return e.putOver(ent, fields)
}

// putOver is put for a form that was filled in over what was seen. It is the one place where people and households are written,
// so that their facts keep step (facts.go).
func (e *edit) putOver(seen change.Entity, fields map[string]string) error {
	if e.plain || seen.Type != registry.TypePerson && seen.Type != registry.TypeHousehold {
		return e.set(seen, fields)
	}
	before, err := e.values(seen.Type, seen.ID)
	if err != nil {
		return err
	}
	if err := e.set(seen, e.asked(seen.Type, before, fields)); err != nil {
		return err
	}
	after, err := e.values(seen.Type, seen.ID)
	if err != nil {
		return err
	}
	if err := e.replaced(seen.Type, seen.ID, before, after); err != nil {
		return err
	}
	return e.follow(seen.Type, seen.ID, before, after)
}

// values are the answers of a thing within the transaction; none of what is not there.
func (e *edit) values(typ, id string) (survey.Answers, error) {
	ent, err := e.entity(typ, id)
	if err != nil || ent.Deleted() {
		return nil, err
	}
	return ent.Values(), nil
}

func (e *edit) set(seen change.Entity, fields map[string]string) error {
	if !seen.Exists() {
		return e.setNew(seen.Type, seen.ID, fields)
	}
	s := stepOf(seen, fields)
	if len(s.After.Fields) == 0 && !seen.Deleted() {
		return nil
	}
	e.steps = append(e.steps, s)
	delete(e.handed, store.Ref{Type: s.Type, ID: s.ID})
	if seen.Deleted() {
		return e.Decide(s.Type, s.ID, with(s.After.Fields, change.Deleted, ""))
	}
	return e.PutOver(seen, s.After.Fields)
}

// setNew writes something new. Its step holds no values: taken back it is deleted, which leaves them in the store.
func (e *edit) setNew(typ, id string, fields map[string]string) error {
	told := fields
	for _, v := range fields {
		if v == "" {
			told = maps.Clone(fields)
			maps.DeleteFunc(told, func(_, v string) bool { return v == "" })
			break
		}
	}
	if len(told) == 0 {
		return nil
	}
	e.steps = append(e.steps, step{Type: typ, ID: id, Before: side{Gone: true}})
	e.hand(store.Ref{Type: typ, ID: id}, told)
	return e.Put(typ, id, told)
}

func (e *edit) remove(typ, id string) error {
	e.steps = append(e.steps, step{Type: typ, ID: id, After: side{Gone: true}})
	delete(e.handed, store.Ref{Type: typ, ID: id})
	return e.Delete(typ, id)
}

// keep keeps a local value as a part of the act; nil forgets it.
func (e *edit) keep(area, key string, v []byte) error {
	old, err := e.Local(area, key)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return err
	}
	if len(old) == 0 && len(v) == 0 {
		return nil
	}
	e.steps = append(e.steps, step{Local: area, ID: key, Before: side{Value: old}, After: side{Value: v}})
	return putLocal(e.Edit, area, key, v)
}

// localJSON reads a local value within the transaction; nothing kept leaves v as it is.
func (e *edit) localJSON(area, key string, v any) error {
	b, err := e.Local(area, key)
	if errors.Is(err, store.ErrNotFound) || err == nil && len(b) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	return json.Unmarshal(b, v)
}

func putLocal(e *store.Edit, area, key string, v []byte) error {
	if len(v) == 0 {
		return e.DeleteLocal(area, key)
	}
	return e.PutLocal(area, key, v)
}
