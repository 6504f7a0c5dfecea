// Package change holds one edit (Change), its time (Stamp, Clock), and the state that edits add up to (Entity).
//
// The state of an entity is a function of the set of its changes: not of their order, their grouping, or how often each
// came. Every field is a multi-value register. An edit names in Base the edits whose values its author saw and replaced;
// what nobody replaced stays a head. One head is the plain case; two heads with different values are a conflict that a
// person decides, and deciding is an edit like any other whose Base names all heads. So nothing that was acknowledged is
// ever lost: it is current, or was knowingly replaced, or stands in a conflict.
//
// FORMAT.md beside this file describes the stored and sent form.
package change

import (
	"errors"
	"fmt"

	"github.com/fxamacker/cbor/v2"
)

// Deleted is the key of the register that tells whether an entity is deleted: "1" for yes, "" for no. Its Base names all
// heads that the author saw in the whole entity, which is how a deletion loses to an edit that it did not know of.
const Deleted = "~deleted"

// Set is a new value of one field.
type Set struct {
	Value string  // "" clears
	Base  []Stamp // the stamps of all heads of this field that the author saw

	extra []cbor.RawMessage // what a newer program adds behind these two; kept and passed on
}

// Change is one edit of one entity by one author.
type Change struct {
	LSN    uint64 // number in the log of the device that made it, from 1, without gaps; 0 outside a log
	Type   string // "person", "household" ...
	ID     string // UUID, see store.NewID
	Stamp  Stamp
	Actor  string // who, by name
	Reason string // why, where the author gave a reason
	Schema uint32 // version of the survey tables that the author's program knew
	Fields map[string]Set

	extra map[uint64]cbor.RawMessage // keys of a newer program; kept and passed on
}

// Limits of what is taken in. They are far above what any form makes and keep a hostile batch from filling the memory.
const (
	MaxFields = 1024
	MaxKey    = 128
	MaxName   = 256     // type, id, actor
	MaxValue  = 1 << 20 // one field, and the reason
	MaxBase   = 1024
)

// ErrInvalid is the cause of every refusal of a change. The words for people belong to whoever receives changes.
var ErrInvalid = errors.New("invalid change")

// Valid tells what is wrong with a change that came from outside. It never names a value.
func (c Change) Valid() error {
	switch {
	case c.Type == "" || c.ID == "" || len(c.Type) > MaxName || len(c.ID) > MaxName:
		return fmt.Errorf("%w: type or id missing or too long", ErrInvalid)
	case c.Stamp.IsZero():
		return fmt.Errorf("%w: no stamp", ErrInvalid)
	case len(c.Actor) > MaxName || len(c.Reason) > MaxValue:
		return fmt.Errorf("%w: actor or reason too long", ErrInvalid)
	case len(c.Fields) == 0 || len(c.Fields) > MaxFields:
		return fmt.Errorf("%w: %d fields", ErrInvalid, len(c.Fields))
	}
	for key, set := range c.Fields {
		if err := set.valid(key); err != nil {
			return err
		}
	}
	return nil
}

func (s Set) valid(key string) error {
	switch {
	case key == "" || len(key) > MaxKey:
		return fmt.Errorf("%w: a field key of %d bytes", ErrInvalid, len(key))
	case len(s.Value) > MaxValue:
		return fmt.Errorf("%w: field %q has %d bytes", ErrInvalid, key, len(s.Value))
	case len(s.Base) > MaxBase:
		return fmt.Errorf("%w: field %q replaces %d values", ErrInvalid, key, len(s.Base))
	}
	return nil
}
