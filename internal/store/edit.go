package store

import (
	"bytes"
	"errors"
	"slices"

	"ruhu/internal/change"
)

// Schema is the version of the survey tables that this program knows; it travels with every change.
const Schema = 1

// Edit is one edit in the making. It is valid only within the function that it is given to, in that goroutine.
type Edit struct {
	s             *Store
	t             *Tx
	state         state
	actor, reason string
	touched       map[Ref]*record
	order         []*record
}

// record is an entity within an edit.
type record struct {
	ref    Ref
	key    []byte
	entity change.Entity
	stored []byte // nil: new
	live   bool   // before the edit
}

// Edit runs f and keeps all of what it did, on disk and in the outbox, when f and Edit return nil; otherwise nothing of
// it. actor is who edits; reason is for the record where there is one.
func (s *Store) Edit(actor, reason string, f func(*Edit) error) error {
	return s.edit(func(e *Edit) error {
		e.actor, e.reason = actor, reason
		return f(e)
	})
}

func (s *Store) edit(f func(*Edit) error) error {
	refs, err := s.transact(f)
	if err != nil {
		return err
	}
	s.tell(refs)
	return nil
}

// transact is an edit but for telling of it. The state is kept from one edit to the next only where the edit went well: after one that
// did not, only the file knows what is in it.
func (s *Store) transact(f func(*Edit) error) (refs []Ref, err error) {
	s.editing.Lock()
	defer s.editing.Unlock()
	e := &Edit{s: s, touched: map[Ref]*record{}}
	kept := s.kept
	s.kept = nil
	err = s.f.Update(func(t *Tx) error {
		e.t = t
		if kept == nil {
			st, err := readState(t)
			if err != nil {
				return err
			}
			kept = &st
		}
		e.state = *kept
		if err := f(e); err != nil {
			return err
		}
		refs, err = e.finish()
		return err
	})
	if err == nil {
		s.kept = &e.state
	}
	return refs, err
}

// Get gives an entity as it stands within the edit, a deleted one too, or ErrNotFound.
func (e *Edit) Get(typ, id string) (change.Entity, error) {
	r, err := e.load(typ, id)
	if err != nil {
		return change.Entity{}, err
	}
	if !r.entity.Exists() {
		return change.Entity{}, ErrNotFound
	}
	return r.entity.Clone(), nil
}

// Put gives fields values; "" clears. Fields that have that value already make no change, and fields that are not given
// stay. An edit of a deleted entity brings it back. Use PutOver where a person edited a form that was loaded before.
func (e *Edit) Put(typ, id string, fields map[string]string) error {
	r, err := e.load(typ, id)
	if err != nil {
		return err
	}
	return e.put(r, r.entity, fields)
}

// PutOver is Put for a form that was loaded as seen (with Type and ID set even when new): what differs from seen is
// written over what was seen. What came in meanwhile is not replaced unseen but becomes a conflict.
func (e *Edit) PutOver(seen change.Entity, fields map[string]string) error {
	r, err := e.load(seen.Type, seen.ID)
	if err != nil {
		return err
	}
	return e.put(r, seen, fields)
}

func (e *Edit) put(r *record, seen change.Entity, fields map[string]string) error {
	sets := map[string]change.Set{}
	if !seen.Exists() {
		sets = make(map[string]change.Set, len(fields))
	}
	for key, value := range fields {
		if value == seen.Value(key) || value == r.entity.Value(key) && len(r.entity.Fields[key].Heads) == 1 {
			continue
		}
		sets[key] = change.Set{Value: value, Base: seen.Fields[key].Base()}
		for _, k := range e.group(r.ref.Type, key) {
			v, given := fields[k]
			if !given {
				v = seen.Value(k)
			}
			sets[k] = change.Set{Value: v, Base: seen.Fields[k].Base()}
		}
	}
	if len(sets) > 0 && seen.Deleted() {
		sets[change.Deleted] = change.Set{Base: seen.Fields[change.Deleted].Base()}
	}
	return e.add(r, sets)
}

// group are the fields that only make sense together with key.
func (e *Edit) group(typ, key string) []string {
	if e.s.o.Groups == nil {
		return nil
	}
	return e.s.o.Groups(typ, key)
}

// Decide writes fields even where the shown value stays: this is how a person settles a conflict. change.Deleted may be
// among the fields, "1" or "".
func (e *Edit) Decide(typ, id string, fields map[string]string) error {
	r, err := e.load(typ, id)
	if err != nil {
		return err
	}
	sets := map[string]change.Set{}
	for key, value := range fields {
		base := r.entity.Fields[key].Base()
		if key == change.Deleted && value != "" {
			base = r.entity.Seen()
		}
		sets[key] = change.Set{Value: value, Base: base}
	}
	return e.add(r, sets)
}

// Delete marks an entity as deleted. An edit of another device that did not know of it brings the entity back, with a
// conflict for a person to decide. Deleting what is deleted does nothing; what does not exist is ErrNotFound.
func (e *Edit) Delete(typ, id string) error {
	r, err := e.load(typ, id)
	if err != nil {
		return err
	}
	if !r.entity.Exists() {
		return ErrNotFound
	}
	if r.entity.Deleted() {
		return nil
	}
	return e.Decide(typ, id, map[string]string{change.Deleted: "1"})
}

// load gives the record of an entity, empty when there is none yet.
func (e *Edit) load(typ, id string) (*record, error) {
	ref := Ref{typ, id}
	if r := e.touched[ref]; r != nil {
		return r, nil
	}
	key, err := e.t.f.entityKey(typ, id)
	if err != nil {
		return nil, err
	}
	r := &record{ref: ref, key: key}
	r.entity, r.stored, err = e.t.entityAt(key, typ, id)
	if errors.Is(err, ErrNotFound) {
		r.entity = change.Entity{Type: typ, ID: id}
	} else if err != nil {
		return nil, err
	}
	r.live = r.stored != nil && !r.entity.Deleted()
	e.touched[ref] = r
	e.order = append(e.order, r)
	return r, nil
}

// add makes one change of the sets, applies it and puts it into the outbox.
func (e *Edit) add(r *record, sets map[string]change.Set) error {
	if len(sets) == 0 {
		return nil
	}
	c := change.Change{LSN: e.state.LSN + 1, Type: r.ref.Type, ID: r.ref.ID, Stamp: e.s.clock.Now(),
		Actor: e.actor, Reason: e.reason, Schema: Schema, Fields: sets}
	if err := c.Valid(); err != nil {
		return err
	}
	if err := e.t.appendChange(c); err != nil {
		return err
	}
	if err := e.nameBlobs(c); err != nil {
		return err
	}
	if err := e.t.keepPast(r.key, r.entity, c); err != nil {
		return err
	}
	e.state.LSN = c.LSN
	r.entity.Apply(c)
	return nil
}

// finish writes what the edit touched and tells what changed.
func (e *Edit) finish() (refs []Ref, err error) {
	for _, r := range e.order {
		changed, err := e.write(r)
		if err != nil {
			return nil, err
		}
		if changed {
			refs = append(refs, r.ref)
		}
	}
	last := e.s.clock.Last().Bytes()
	if len(refs) == 0 && bytes.Equal(last[:], e.state.Clock) {
		return nil, nil
	}
	e.state.Clock = slices.Clone(last[:])
	return refs, e.state.write(e.t)
}

func (e *Edit) write(r *record) (changed bool, err error) {
	if !r.entity.Exists() {
		return false, nil
	}
	stored, err := r.entity.MarshalBinary()
	if err != nil || bytes.Equal(stored, r.stored) {
		return false, err
	}
	if r.stored == nil {
		e.state.All[r.ref.Type]++
	}
	e.state.count(r.ref.Type, r.live, !r.entity.Deleted())
	return true, e.t.Put(entityBucket, r.key, stored)
}
