package store

import (
	"errors"
	"fmt"
	"maps"

	"ruhu/internal/change"
)

// Check reads the whole store: the file as File.Check does, then that every entity lies under its key, that the counts
// are right, that every blob is what its name says, that the outbox has no gap, and that every change in it is still there to be found: its values are current, or
// were replaced, or stand in a conflict.
func (s *Store) Check() error { return s.f.check(checkStore) }

// Backup makes a copy at path, replacing what is there, only after the copy passed Check.
func (s *Store) Backup(path string) error {
	return s.f.backup(path, func(f *File) error { return f.check(checkStore) })
}

func checkStore(t *Tx) error {
	st, err := readState(t)
	if err != nil {
		return err
	}
	if err := t.checkEntities(st); err != nil {
		return err
	}
	if err := t.checkBlobs(); err != nil {
		return err
	}
	return t.checkOutbox(st)
}

func (t *Tx) checkEntities(st state) error {
	all, live := map[string]int{}, map[string]int{}
	err := t.Each(entityBucket, nil, func(k, v []byte) error {
		var e change.Entity
		if err := e.UnmarshalBinary(v); err != nil {
			return ErrDamaged.Because(err)
		}
		if key, err := t.f.entityKey(e.Type, e.ID); err != nil || string(key) != string(k) {
			return errors.Join(ErrDamaged.Because(fmt.Errorf("%s %s lies under a wrong key", e.Type, e.ID)), err)
		}
		all[e.Type]++
		if !e.Deleted() {
			live[e.Type]++
		}
		return nil
	})
	if err != nil {
		return err
	}
	if !maps.Equal(all, st.All) || !maps.Equal(live, st.Live) {
		return ErrDamaged.Because(fmt.Errorf("entities by type: %v, want %v; not deleted: %v, want %v", all, st.All, live, st.Live))
	}
	return nil
}

func (t *Tx) checkOutbox(st state) error {
	var n uint64
	high := st.clock()
	err := t.outbox(0, func(c change.Change) error {
		n = c.LSN
		if c.Stamp.Time > high.Time {
			return ErrDamaged.Because(fmt.Errorf("change %d is later than the clock", c.LSN))
		}
		return t.checkChange(c)
	})
	if err == nil && n != st.LSN {
		err = ErrDamaged.Because(fmt.Errorf("the outbox ends at %d, want %d", n, st.LSN))
	}
	return err
}

func (t *Tx) checkChange(c change.Change) error {
	e, _, err := t.entity(c.Type, c.ID)
	if err != nil {
		return damagedIfMissing(err)
	}
	for key := range c.Fields {
		if !e.Fields[key].Knows(c.Stamp) {
			return ErrDamaged.Because(fmt.Errorf("change %d: its value of %q is nowhere", c.LSN, key))
		}
	}
	return nil
}

func damagedIfMissing(err error) error {
	if errors.Is(err, ErrNotFound) {
		return ErrDamaged.Because(err)
	}
	return err
}
