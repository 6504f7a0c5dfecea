package desk

import (
	"bytes"
	"errors"
	"maps"

	"ruhu/internal/change"
	"ruhu/internal/store"
)

// step is what an act did to one thing: how it was before and how it is after. Steps of a batch are kept in the store, so that
// these names are a stored form.
type step struct {
	Local  string `json:"l,omitempty"` // the area, where the thing is a local value and ID its key
	Type   string `json:"t,omitempty"`
	ID     string `json:"i"`
	Before side   `json:"b,omitzero"`
	After  side   `json:"a,omitzero"`
}

// side is one side of a step: the values of the fields it touched, or that the thing was not there.
type side struct {
	Gone   bool              `json:"g,omitempty"`
	Fields map[string]string `json:"f,omitempty"`
	Value  []byte            `json:"v,omitempty"` // of a local value
}

func stepOf(ent change.Entity, fields map[string]string) step {
	s := step{Type: ent.Type, ID: ent.ID, Before: side{Gone: ent.Deleted(), Fields: map[string]string{}}, After: side{Fields: map[string]string{}}}
	for key, v := range fields {
		if old := ent.Value(key); old != v {
			s.Before.Fields[key], s.After.Fields[key] = old, v
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

func (s step) back() step  { return step{s.Local, s.Type, s.ID, s.After, s.Before} }
func (s step) forth() step { return s }

// write brings a thing from before to after, field by field; a field that no longer stands as before stays as it is.
func (s step) write(e *store.Edit) error {
	if s.Local != "" {
		return s.writeLocal(e)
	}
	if s.After.Gone {
		return e.Delete(s.Type, s.ID)
	}
	ent, err := e.Get(s.Type, s.ID)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return err
	}
	fields := map[string]string{}
	for key, v := range s.After.Fields {
		if now := ent.Value(key); now == s.Before.Fields[key] && now != v {
			fields[key] = v
		}
	}
	if ent.Deleted() {
		return e.Decide(s.Type, s.ID, with(fields, change.Deleted, ""))
	}
	if len(fields) == 0 {
		return nil
	}
	return e.Put(s.Type, s.ID, fields)
}

func (s step) writeLocal(e *store.Edit) error {
	now, err := e.Local(s.Local, s.ID)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return err
	}
	if !bytes.Equal(now, s.Before.Value) {
		return nil
	}
	return putLocal(e, s.Local, s.ID, s.After.Value)
}
