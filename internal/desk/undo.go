package desk

import (
	"errors"
	"maps"

	"ruhu/internal/change"
	"ruhu/internal/store"
	"ruhu/internal/text"
)

// What can stand in the way of taking back.
var (
	ErrNothingDone   = text.NewError("desk.nothing_done")
	ErrNothingUndone = text.NewError("desk.nothing_undone")
)

// act is one edit of this session, as one thing that can be taken back.
type act struct {
	what  string // for people
	steps []step
}

// step is what an act did to one thing: how it was before and how it is after.
type step struct {
	typ, id       string
	before, after side
}

// side is one side of a step: the values of the fields it touched, or that the thing was not there.
type side struct {
	gone   bool
	fields map[string]string
}

// maxActs bounds what is remembered; an import of a whole township is one act.
const maxActs = 50

// edit is an open transaction that notes what it does.
type edit struct {
	*store.Edit
	steps []step
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
	e := &edit{}
	err := d.store.Edit(d.Actor(), reason, func(se *store.Edit) error {
		e.Edit, e.steps = se, nil
		return f(e)
	})
	return act{what, e.steps}, err
}

func (d *Desk) remember(a act) {
	d.edits.Lock()
	defer d.edits.Unlock()
	d.undid = nil
	d.done = append(d.done, a)
	if len(d.done) > maxActs {
		d.done = d.done[1:]
	}
}

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
	return e.putOver(ent, fields)
}

// putOver is put for a form that was filled in over what was seen.
func (e *edit) putOver(seen change.Entity, fields map[string]string) error {
	if !seen.Exists() {
		return e.putNew(seen.Type, seen.ID, fields)
	}
	s := stepOf(seen, fields)
	if len(s.after.fields) == 0 && !seen.Deleted() {
		return nil
	}
	e.steps = append(e.steps, s)
	if seen.Deleted() {
		return e.Decide(s.typ, s.id, with(s.after.fields, change.Deleted, ""))
	}
	return e.PutOver(seen, s.after.fields)
}

// putNew writes something new. Its step holds no values: taken back it is deleted, which leaves them in the store.
func (e *edit) putNew(typ, id string, fields map[string]string) error {
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
	e.steps = append(e.steps, step{typ: typ, id: id, before: side{gone: true}})
	return e.Put(typ, id, told)
}

func (e *edit) remove(typ, id string) error {
	e.steps = append(e.steps, step{typ: typ, id: id, after: side{gone: true}})
	return e.Delete(typ, id)
}

func stepOf(ent change.Entity, fields map[string]string) step {
	s := step{ent.Type, ent.ID, side{ent.Deleted(), map[string]string{}}, side{false, map[string]string{}}}
	for key, v := range fields {
		if old := ent.Value(key); old != v {
			s.before.fields[key], s.after.fields[key] = old, v
		}
	}
	return s
}

func with(fields map[string]string, key, v string) map[string]string {
	m := maps.Clone(fields)
	if m == nil {
		m = map[string]string{}
	}
	m[key] = v
	return m
}

// CanUndo says what Undo would take back; "" for nothing.
func (d *Desk) CanUndo() string { return last(d, &d.done) }

// CanRedo says what Redo would do again; "" for nothing.
func (d *Desk) CanRedo() string { return last(d, &d.undid) }

func last(d *Desk, acts *[]act) string {
	d.edits.Lock()
	defer d.edits.Unlock()
	if n := len(*acts); n > 0 {
		return (*acts)[n-1].what
	}
	return ""
}

// Settle makes all edits so far stay: they can no longer be taken back.
func (d *Desk) Settle() {
	d.edits.Lock()
	defer d.edits.Unlock()
	d.done, d.undid = nil, nil
}

// Undo takes back the last edit of this session, as a new change. What somebody else changed since stays theirs.
func (d *Desk) Undo() (what string, err error) {
	return d.turn(&d.done, &d.undid, ErrNothingDone, text.T("desk.reason.undo"), step.back)
}

// Redo does the edit again that was taken back last.
func (d *Desk) Redo() (what string, err error) {
	return d.turn(&d.undid, &d.done, ErrNothingUndone, text.T("desk.reason.redo"), step.forth)
}

// turn moves the last act from one pile to the other, writing it with way. The piles are free while it writes, because
// listeners ask what can be taken back.
func (d *Desk) turn(from, to *[]act, none error, reason string, way func(step) step) (string, error) {
	a, ok := d.pop(from)
	if !ok {
		return "", none
	}
	err := d.store.Edit(d.Actor(), reason, func(e *store.Edit) error {
		for i := range a.steps {
			if err := way(a.steps[i]).write(e); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		to = from
	}
	d.edits.Lock()
	defer d.edits.Unlock()
	*to = append(*to, a)
	return a.what, err
}

func (d *Desk) pop(from *[]act) (act, bool) {
	d.edits.Lock()
	defer d.edits.Unlock()
	n := len(*from)
	if n == 0 {
		return act{}, false
	}
	a := (*from)[n-1]
	*from = (*from)[:n-1]
	return a, true
}

func (s step) back() step  { return step{s.typ, s.id, s.after, s.before} }
func (s step) forth() step { return s }

// write brings a thing from before to after, field by field; a field that no longer stands as before stays as it is.
func (s step) write(e *store.Edit) error {
	if s.after.gone {
		return e.Delete(s.typ, s.id)
	}
	ent, err := e.Get(s.typ, s.id)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return err
	}
	fields := map[string]string{}
	for key, v := range s.after.fields {
		if now := ent.Value(key); now == s.before.fields[key] && now != v {
			fields[key] = v
		}
	}
	if ent.Deleted() {
		return e.Decide(s.typ, s.id, with(fields, change.Deleted, ""))
	}
	if len(fields) == 0 {
		return nil
	}
	return e.Put(s.typ, s.id, fields)
}
