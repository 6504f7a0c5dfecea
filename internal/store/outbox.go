package store

import (
	"encoding/binary"
	"fmt"

	"ruhu/internal/change"
)

const outboxBucket = "o"

func lsnKey(lsn uint64) []byte { return binary.BigEndian.AppendUint64(nil, lsn) }

func (t *Tx) appendChange(c change.Change) error {
	b, err := c.MarshalBinary()
	if err != nil {
		return err
	}
	return t.Append(outboxBucket, lsnKey(c.LSN), b)
}

// Outbox gives up to max changes of this device that come after a number, oldest first. A gap is ErrDamaged.
func (s *Store) Outbox(after uint64, max int) (list []change.Change, err error) {
	err = s.f.View(func(t *Tx) error {
		return t.outbox(after, func(c change.Change) error {
			if len(list) == max {
				return Stop
			}
			list = append(list, c)
			return nil
		})
	})
	return list, err
}

// outbox walks the log and sees to it that no number is missing.
func (t *Tx) outbox(after uint64, f func(change.Change) error) error {
	next := after + 1
	return t.EachFrom(outboxBucket, lsnKey(next), func(k, v []byte) error {
		var c change.Change
		if err := c.UnmarshalBinary(v); err != nil {
			return ErrDamaged.Because(err)
		}
		if c.LSN != next || string(k) != string(lsnKey(next)) {
			return ErrDamaged.Because(fmt.Errorf("change %d of the outbox where %d should be", c.LSN, next))
		}
		next++
		return f(c)
	})
}

// Apply takes in changes of other devices, as the county sent them, and what then does (such as keeping how far we got), in
// one transaction. Changes that are known do nothing; our own unsent edits merge with them and stay in the outbox. An
// invalid change refuses the whole call: set it aside before (Change.Valid). then may be nil.
func (s *Store) Apply(cs []change.Change, then func(*Edit) error) error {
	for i, c := range cs {
		if err := c.Valid(); err != nil {
			return fmt.Errorf("change %d of %d: %w", i+1, len(cs), err)
		}
	}
	return s.edit(func(e *Edit) error {
		for _, c := range cs {
			r, err := e.load(c.Type, c.ID)
			if err != nil {
				return err
			}
			if err := e.t.keepPast(r.key, r.entity, c); err != nil {
				return err
			}
			r.entity.Apply(c)
			s.clock.Observe(c.Stamp)
		}
		if then == nil {
			return nil
		}
		return then(e)
	})
}
