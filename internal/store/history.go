package store

import (
	"slices"

	"ruhu/internal/change"
)

// historyBucket holds what was replaced: an entity itself keeps only what stands now.
const historyBucket = "h"

// Past is one edit of an entity that was there before: who wrote what over what, when and why. What the entity was made with stands in
// Before of the first edit of a field, or is still there.
type Past struct {
	Stamp         change.Stamp
	Actor, Reason string
	Fields        map[string]Replaced
}

// Replaced is what an edit did to one field. change.Deleted is a field like any other.
type Replaced struct {
	_      struct{} `cbor:",toarray"`
	Before string
	After  string
	By     string // who wrote Before, and when; nobody and never where the field was empty
	At     change.Stamp
}

type pastRecord struct {
	Actor  string              `cbor:"1,keyasint,omitempty"`
	Reason string              `cbor:"2,keyasint,omitempty"`
	Fields map[string]Replaced `cbor:"3,keyasint"`
}

// keepPast writes down what a change is about to replace in the entity under a key. A new entity, and a change that is known already, replaces
// nothing.
func (t *Tx) keepPast(key []byte, e change.Entity, c change.Change) error {
	if !e.Exists() {
		return nil
	}
	fields := map[string]Replaced{}
	for key, set := range c.Fields {
		r := e.Fields[key]
		if r.Knows(c.Stamp) || r.Value() == set.Value {
			continue
		}
		p := Replaced{Before: r.Value(), After: set.Value}
		if len(r.Heads) > 0 {
			p.By, p.At = r.Heads[0].Actor, r.Heads[0].Stamp
		}
		fields[key] = p
	}
	if len(fields) == 0 {
		return nil
	}
	v, err := encoding.Marshal(pastRecord{c.Actor, c.Reason, fields})
	if err != nil {
		return err
	}
	stamp := c.Stamp.Bytes()
	return t.Put(historyBucket, slices.Concat(key, stamp[:]), v)
}

// History gives the edits of an entity that this store saw, oldest first: its own and those that came from the county. Edits from
// before the program kept history, and what happened on other devices before this one first heard of the entity, are not there.
func (s *Store) History(typ, id string) (list []Past, err error) {
	prefix, err := s.f.entityKey(typ, id)
	if err != nil {
		return nil, err
	}
	err = s.f.View(func(t *Tx) error {
		return t.Each(historyBucket, prefix, func(k, v []byte) error {
			var r pastRecord
			if err := unmarshal(v, &r); err != nil {
				return err
			}
			stamp, err := change.StampFrom(k[len(prefix):])
			if err != nil {
				return ErrDamaged.Because(err)
			}
			list = append(list, Past{stamp, r.Actor, r.Reason, r.Fields})
			return nil
		})
	})
	return list, err
}
