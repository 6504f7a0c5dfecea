package store

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
)

// Local values never leave the device: drafts, rows that wait for a decision, settings, how far the exchange got.
const localBucket = "l"

// localKey is opaque, so that callers may name their values as they like.
func (f *File) localKey(area, key string) ([]byte, error) {
	k, err := f.localArea(area)
	if err != nil {
		return nil, err
	}
	return append(k, f.vault.MAC("local", []byte(area), []byte(key))[:idSize]...), nil
}

func (f *File) localArea(area string) ([]byte, error) {
	mac := f.vault.MAC("local area", []byte(area))
	if mac == nil {
		return nil, ErrClosed
	}
	return mac[:tagSize:tagSize], nil
}

// A local value is stored with its key, which the opaque key cannot tell.
func packLocal(key string, v []byte) []byte {
	b := binary.AppendUvarint(nil, uint64(len(key)))
	b = append(b, key...)
	return append(b, v...)
}

func unpackLocal(b []byte) (key string, v []byte, err error) {
	n, w := binary.Uvarint(b)
	if w <= 0 || n > uint64(len(b)-w) {
		return "", nil, ErrDamaged.Because(fmt.Errorf("a local value of %d bytes", len(b)))
	}
	b = b[w:]
	return string(b[:n]), b[n:], nil
}

func (t *Tx) local(area, key string) ([]byte, error) {
	k, err := t.f.localKey(area, key)
	if err != nil {
		return nil, err
	}
	b, err := t.Get(localBucket, k)
	if err != nil {
		return nil, err
	}
	_, v, err := unpackLocal(b)
	return v, err
}

func (t *Tx) putLocal(area, key string, v []byte) error {
	k, err := t.f.localKey(area, key)
	if err != nil {
		return err
	}
	return t.Put(localBucket, k, packLocal(key, v))
}

func (t *Tx) deleteLocal(area, key string) error {
	k, err := t.f.localKey(area, key)
	if err != nil {
		return err
	}
	return t.Delete(localBucket, k)
}

// Local gives a local value, or ErrNotFound.
func (s *Store) Local(area, key string) (v []byte, err error) {
	err = s.f.View(func(t *Tx) error {
		v, err = t.local(area, key)
		return err
	})
	return v, err
}

// PutLocal keeps a local value, in a transaction of its own.
func (s *Store) PutLocal(area, key string, v []byte) error {
	return s.f.Update(func(t *Tx) error { return t.putLocal(area, key, v) })
}

// DeleteLocal forgets a local value; one that is not there is no error.
func (s *Store) DeleteLocal(area, key string) error {
	return s.f.Update(func(t *Tx) error { return t.deleteLocal(area, key) })
}

// Local gives a local value as it stands within the edit, or ErrNotFound.
func (e *Edit) Local(area, key string) ([]byte, error) { return e.t.local(area, key) }

// PutLocal keeps a local value in the transaction of the edit.
func (e *Edit) PutLocal(area, key string, v []byte) error { return e.t.putLocal(area, key, v) }

// DeleteLocal forgets a local value in the transaction of the edit.
func (e *Edit) DeleteLocal(area, key string) error { return e.t.deleteLocal(area, key) }

type localValue struct {
	key   string
	value []byte
}

// EachLocal calls f for the local values of an area by ascending key. No transaction is open while f runs.
func (s *Store) EachLocal(area string, f func(key string, v []byte) error) error {
	prefix, err := s.f.localArea(area)
	if err != nil {
		return err
	}
	var list []localValue
	err = s.f.View(func(t *Tx) error {
		return t.Each(localBucket, prefix, func(_, b []byte) error {
			key, v, err := unpackLocal(b)
			list = append(list, localValue{key, v})
			return err
		})
	})
	if err != nil {
		return err
	}
	slices.SortFunc(list, func(a, b localValue) int { return strings.Compare(a.key, b.key) })
	for _, l := range list {
		if err := f(l.key, l.value); err == Stop {
			return nil
		} else if err != nil {
			return err
		}
	}
	return nil
}
