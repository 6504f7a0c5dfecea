// Package store keeps a sealed data file. It has two layers: File is buckets of sealed values for any program (the county
// uses it too); Store is a device's register on top: entities, the outbox of what the device changed, and local things that
// never travel. It is the only package that knows bbolt. FORMAT.md beside this file lists buckets and keys.
//
// One Edit is one transaction: entities, outbox, counts and the clock's high water mark together, on disk when Edit
// returns nil.
package store

import (
	"crypto/rand"
	"encoding/binary"
	"slices"
	"sync"

	"github.com/google/uuid"

	"ruhu/internal/change"
	"ruhu/internal/vault"
)

// Store is a device's register. Its methods may be called from several goroutines.
type Store struct {
	f      *File
	o      Options
	clock  *change.Clock
	mu     sync.Mutex
	notify []func([]Ref)

	editing sync.Mutex
	kept    *state // as the last edit left it; nil: the file knows
}

// Ref names an entity.
type Ref struct{ Type, ID string }

// NewID gives the id of a new entity: a UUID that begins with the time, so that new entities lie side by side in the file.
func NewID() string { return uuid.Must(uuid.NewV7()).String() }

// Create makes a new store, see CreateFile.
func Create(path, pass string, o Options) (*Store, error) {
	var dev [4]byte
	rand.Read(dev[:])
	first := state{Device: binary.BigEndian.Uint32(dev[:]) | 1} // never 0; the county may give another at enrolment
	f, err := createFile(path, pass, o, first.write)
	if err != nil {
		return nil, err
	}
	return begin(f, o)
}

// Open opens a store, see OpenFile.
func Open(path, pass string, o Options) (*Store, error) {
	f, err := OpenFile(path, pass, o)
	if err != nil {
		return nil, err
	}
	s, err := begin(f, o)
	if err == nil {
		s.Tidy() // a full disk, say, is no reason not to open: next time will do
	}
	return s, err
}

func begin(f *File, o Options) (*Store, error) {
	s := &Store{f: f, o: o}
	st, err := s.state()
	if err != nil {
		f.Close()
		return nil, err
	}
	s.clock = change.NewClock(st.Device, o.now(), st.clock())
	return s, nil
}

// Close waits for edits to end, closes the file and wipes the keys.
func (s *Store) Close() error { return s.f.Close() }

// Path is where the file lies.
func (s *Store) Path() string { return s.f.Path() }

// Doubt is ErrLastSave when the last save before opening may be missing, see File.Doubt; nil nearly always.
func (s *Store) Doubt() error { return s.f.Doubt() }

// Vault gives the keys of the store, open as long as the store is.
func (s *Store) Vault() *vault.Vault { return s.f.Vault() }

// Clock gives the stamps of this device.
func (s *Store) Clock() *change.Clock { return s.clock }

// ChangePassphrase is File.ChangePassphrase.
func (s *Store) ChangePassphrase(old, pass string) error { return s.f.ChangePassphrase(old, pass) }

// Device is the number of this device in its stamps: a random one until the county gives another.
func (s *Store) Device() uint32 {
	st, _ := s.state()
	return st.Device
}

// SetDevice takes the number that the county gave at enrolment. Stamps given before keep the number they have.
func (s *Store) SetDevice(dev uint32) error {
	s.editing.Lock()
	defer s.editing.Unlock()
	s.kept = nil
	err := s.f.Update(func(t *Tx) error {
		st, err := readState(t)
		if err != nil {
			return err
		}
		st.Device = dev
		return st.write(t)
	})
	if err == nil {
		s.clock.Become(dev)
	}
	return err
}

// LastLSN is the number of the newest change in the outbox; 0 when there never was one.
func (s *Store) LastLSN() uint64 {
	st, _ := s.state()
	return st.LSN
}

// Counts gives the number of entities of each type, without deleted ones.
func (s *Store) Counts() map[string]int {
	st, _ := s.state()
	counts := make(map[string]int, len(st.Live))
	for typ, n := range st.Live {
		counts[typ] = n
	}
	return counts
}

// OnChange makes f hear what every Edit and Apply changed, after it is on disk, in the goroutine of the Edit.
func (s *Store) OnChange(f func(refs []Ref)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.notify = append(slices.Clone(s.notify), f)
}

func (s *Store) tell(refs []Ref) {
	if len(refs) == 0 {
		return
	}
	s.mu.Lock()
	listeners := s.notify
	s.mu.Unlock()
	for _, f := range listeners {
		f(refs)
	}
}
