package store

import (
	"errors"
	"fmt"
	"runtime"
	"sync"

	"github.com/google/uuid"

	"ruhu/internal/change"
)

const (
	entityBucket = "e"
	tagSize      = 4  // of the type, so that a type lies side by side
	idSize       = 16 // a UUID, or as many bytes of a MAC
	chunk        = 512
)

// entityKey is opaque: a tag for the type, and the UUID, which says nothing but when it was made. Ids that are no UUID might
// say something and go through a MAC.
func (f *File) entityKey(typ, id string) ([]byte, error) {
	tag := f.vault.MAC("type", []byte(typ))
	if tag == nil {
		return nil, ErrClosed
	}
	if u, err := uuid.Parse(id); err == nil && u.String() == id {
		return append(tag[:tagSize:tagSize], u[:]...), nil
	}
	return append(tag[:tagSize:tagSize], f.vault.MAC("id", []byte(id))[:idSize]...), nil
}

// Get gives an entity, a deleted one too (ask Deleted), or ErrNotFound.
func (s *Store) Get(typ, id string) (e change.Entity, err error) {
	err = s.f.View(func(t *Tx) error {
		e, _, err = t.entity(typ, id)
		return err
	})
	return e, err
}

// entity gives an entity and its stored form.
func (t *Tx) entity(typ, id string) (e change.Entity, stored []byte, err error) {
	key, err := t.f.entityKey(typ, id)
	if err != nil {
		return e, nil, err
	}
	return t.entityAt(key, typ, id)
}

// entityAt is entity for whoever has its key.
func (t *Tx) entityAt(key []byte, typ, id string) (e change.Entity, stored []byte, err error) {
	if stored, err = t.Get(entityBucket, key); err != nil {
		return e, nil, err
	}
	if err := e.UnmarshalBinary(stored); err != nil {
		return e, nil, ErrDamaged.Because(err)
	}
	if e.Type != typ || e.ID != id {
		return e, nil, ErrDamaged.Because(fmt.Errorf("%s %s lies where %s %s should", e.Type, e.ID, typ, id))
	}
	return e, stored, nil
}

// Each calls f for every entity of a type that is not deleted, oldest first. f may edit the store: no transaction is open
// while it runs, and what comes to the store meanwhile may or may not be seen.
func (s *Store) Each(typ string, f func(change.Entity) error) error {
	return s.EachWithDeleted(typ, func(e change.Entity) error {
		if e.Deleted() {
			return nil
		}
		return f(e)
	})
}

// EachWithDeleted is Each with the deleted ones.
func (s *Store) EachWithDeleted(typ string, f func(change.Entity) error) error {
	tag := s.f.vault.MAC("type", []byte(typ))
	if tag == nil {
		return ErrClosed
	}
	tag = tag[:tagSize:tagSize]
	before, err := s.state()
	if err != nil {
		return err
	}
	n := 0
	for from := tag; from != nil; {
		var part []sealedEntity
		if part, from, err = s.f.entities(tag, from); err != nil {
			return err
		}
		list, err := s.f.openAll(part)
		if err != nil {
			return err
		}
		for _, e := range list {
			n++
			if err := f(e); err == Stop {
				return nil
			} else if err != nil {
				return err
			}
		}
	}
	return s.counted(typ, n, before)
}

// counted finds entities that are gone from the file unseen. Entities are never removed, only marked, so that with none
// lost there are at least as many as there were when the walk began.
func (s *Store) counted(typ string, n int, before state) error {
	if want := before.All[typ]; n < want {
		return ErrDamaged.Because(fmt.Errorf("%d entities of type %s, want %d", n, typ, want))
	}
	return nil
}

type sealedEntity struct{ key, sealed []byte }

// entities copies the next part of a type out of the file; next is nil after the last. Short transactions keep the file
// from growing while others write.
func (f *File) entities(tag, from []byte) (part []sealedEntity, next []byte, err error) {
	part = make([]sealedEntity, 0, chunk)
	err = f.View(func(t *Tx) error {
		return t.walk(entityBucket, from, func(k, sealed []byte) error {
			switch {
			case string(k[:min(tagSize, len(k))]) != string(tag):
				return Stop
			case len(part) == chunk:
				next = k
				return Stop
			}
			return guard(func() error {
				part = append(part, sealedEntity{k, append([]byte(nil), sealed...)})
				return nil
			})
		})
	})
	return part, next, err
}

// openAll opens a part on all processors.
func (f *File) openAll(part []sealedEntity) ([]change.Entity, error) {
	list := make([]change.Entity, len(part))
	workers := min(runtime.GOMAXPROCS(0), len(part))
	errs := make([]error, workers)
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			for i := w; i < len(part) && errs[w] == nil; i += workers {
				errs[w] = f.openEntity(part[i], &list[i])
			}
		})
	}
	wait.Wait()
	return list, errors.Join(errs...)
}

func (f *File) openEntity(p sealedEntity, e *change.Entity) error {
	plain, err := f.vault.Unseal(entityBucket, p.key, p.sealed)
	if err != nil {
		return explain(err)
	}
	if err := e.UnmarshalBinary(plain); err != nil {
		return ErrDamaged.Because(err)
	}
	return nil
}
