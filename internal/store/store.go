// Package store keeps a sealed data file: File for any program, Store for a device's register.
package store

import (
	"io"
	"time"

	"ruhu/internal/change"
	"ruhu/internal/text"
	"ruhu/internal/vault"
)

// What can be wrong with a store, in words for people.
var (
	ErrPassphrase = text.NewError("store.passphrase")
	ErrLocked     = text.NewError("store.locked")
	ErrNotStore   = text.NewError("store.not_store")
	ErrDamaged    = text.NewError("store.damaged")
	ErrFull       = text.NewError("store.full")
	ErrExists     = text.NewError("store.exists")
	ErrMissing    = text.NewError("store.missing")
	ErrNewer      = text.NewError("store.newer")
	ErrNotFound   = text.NewError("store.not_found")
)

type Options struct {
	Now     func() time.Time               // nil: time.Now
	Groups  func(typ, key string) []string // fields that only make sense together; nil: none
	FastKDF bool                           // tests only: a passphrase that is quick to try
	Kind    string                         // what the file is for: "device" (the default), "county"
	MaxSize int                            // tests only: as if the disk ended there
}

type File struct{}
type Tx struct{}

func CreateFile(path, pass string, o Options) (*File, error) { return nil, nil }
func OpenFile(path, pass string, o Options) (*File, error)   { return nil, nil }

func (f *File) View(fn func(*Tx) error) error           { return nil }
func (f *File) Update(fn func(*Tx) error) error         { return nil }
func (f *File) Close() error                            { return nil }
func (f *File) Vault() *vault.Vault                     { return nil }
func (f *File) WriteCopy(w io.Writer) error             { return nil }
func (f *File) Backup(path string) error                { return nil }
func (f *File) Check() error                            { return nil }
func (f *File) ChangePassphrase(old, pass string) error { return nil }

func (t *Tx) Get(bucket string, key []byte) ([]byte, error)                        { return nil, nil }
func (t *Tx) Put(bucket string, key, value []byte) error                           { return nil }
func (t *Tx) Append(bucket string, key, value []byte) error                        { return nil } // Put for keys that only grow
func (t *Tx) Delete(bucket string, key []byte) error                               { return nil }
func (t *Tx) Each(bucket string, prefix []byte, f func(k, v []byte) error) error   { return nil }
func (t *Tx) EachFrom(bucket string, from []byte, f func(k, v []byte) error) error { return nil }
func (t *Tx) Last(bucket string) (k, v []byte, err error)                          { return nil, nil, nil }

// WriteDurably makes a file.
func WriteDurably(path string, write func(w io.Writer) error) error { return nil }

type Store struct{}
type Edit struct{}
type Ref struct{ Type, ID string }

func NewID() string { return "" }

func Create(path, pass string, o Options) (*Store, error) { return nil, nil }
func Open(path, pass string, o Options) (*Store, error)   { return nil, nil }
func (s *Store) Close() error                             { return nil }

func (s *Store) Edit(actor, reason string, f func(*Edit) error) error { return nil }
func (e *Edit) Put(typ, id string, fields map[string]string) error    { return nil }

// PutOver is Put for a form that was loaded as seen: only what differs from seen is written, over what was seen. What came
// in meanwhile is not replaced unseen but becomes a conflict.
func (e *Edit) PutOver(seen change.Entity, fields map[string]string) error { return nil }

// Decide writes fields even where the value stays: it settles conflicts. change.Deleted may be among the fields.
func (e *Edit) Decide(typ, id string, fields map[string]string) error { return nil }
func (e *Edit) Delete(typ, id string) error                           { return nil }
func (e *Edit) Get(typ, id string) (change.Entity, error)             { return change.Entity{}, nil }
func (e *Edit) Local(area, key string) ([]byte, error)                { return nil, nil }
func (e *Edit) PutLocal(area, key string, v []byte) error             { return nil }
func (e *Edit) DeleteLocal(area, key string) error                    { return nil }

func (s *Store) Get(typ, id string) (change.Entity, error)                       { return change.Entity{}, nil }
func (s *Store) Each(typ string, f func(change.Entity) error) error              { return nil } // deleted ones too: ask Deleted()
func (s *Store) Local(area, key string) ([]byte, error)                          { return nil, nil }
func (s *Store) EachLocal(area string, f func(key string, v []byte) error) error { return nil } // by key
func (s *Store) PutLocal(area, key string, v []byte) error                       { return nil }
func (s *Store) DeleteLocal(area, key string) error                              { return nil }

func (s *Store) Outbox(after uint64, max int) ([]change.Change, error)  { return nil, nil }
func (s *Store) LastLSN() uint64                                        { return 0 }
func (s *Store) Apply(cs []change.Change, then func(*Edit) error) error { return nil }
func (s *Store) OnChange(f func(refs []Ref))                            {}
func (s *Store) Device() uint32                                         { return 0 }
func (s *Store) SetDevice(dev uint32) error                             { return nil } // the number given at enrolment
func (s *Store) Clock() *change.Clock                                   { return nil }
func (s *Store) Vault() *vault.Vault                                    { return nil }
func (s *Store) Counts() map[string]int                                 { return nil } // entities by type, without deleted ones
func (s *Store) Path() string                                           { return "" }
func (s *Store) Backup(path string) error                               { return nil }
func (s *Store) Check() error                                           { return nil }
func (s *Store) ChangePassphrase(old, pass string) error                { return nil }
