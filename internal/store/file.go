package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"

	"ruhu/internal/vault"
)

const (
	formatVersion = 1
	lockWait      = time.Second // longer than any other program's moment of closing
	formatBucket  = "ruhu"      // the only plain one: version, kind, vault header
)

var (
	versionKey = []byte("format")
	kindKey    = []byte("kind")
	vaultKey   = []byte("vault")
)

// Kinds of file. A program opens only its own.
const (
	KindDevice = "device"
	KindCounty = "county"
)

// File is one sealed data file: buckets of keys and values, every value sealed before it reaches bbolt. Keys are not
// sealed, so that callers keep personal data out of them (Vault().MAC makes opaque ones). Its methods may be called from
// several goroutines; one Update runs at a time.
type File struct {
	db    *bbolt.DB
	vault *vault.Vault
	path  string
	kind  string
	fast  bool
	doubt error
}

// Options are for both layers.
type Options struct {
	Now     func() time.Time               // nil: time.Now
	Groups  func(typ, key string) []string // Store: fields that only make sense together; nil: none
	Kind    string                         // "": KindDevice
	FastKDF bool                           // tests only: a passphrase that is quick to try
	MaxSize int                            // tests only: as if the disk ended there; 0: it does not
}

func (o Options) kind() string {
	if o.Kind == "" {
		return KindDevice
	}
	return o.Kind
}

func (o Options) now() func() time.Time {
	if o.Now == nil {
		return time.Now
	}
	return o.Now
}

func cost(fast bool) vault.Cost {
	if fast {
		return vault.Cheap
	}
	return vault.Standard
}

// bolt are the settings of every data file. The list of free pages is not written but found again at open: a damaged list
// is worse than a slower start (containerd and etcd came to the same).
func (o Options) bolt(readOnly bool) *bbolt.Options {
	return &bbolt.Options{Timeout: lockWait, NoFreelistSync: true, FreelistType: bbolt.FreelistMapType,
		ReadOnly: readOnly, MaxSize: o.MaxSize, NoStatistics: true}
}

// CreateFile makes a new data file. It is built under another name and takes its own only when it is whole: a power cut in
// the first write of bbolt can leave a file that never opens again (etcd-io/etcd#16596).
func CreateFile(path, pass string, o Options) (*File, error) {
	return createFile(path, pass, o, func(*Tx) error { return nil })
}

// createFile is CreateFile with what must be in the file from its first moment on.
func createFile(path, pass string, o Options, first func(*Tx) error) (*File, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, ErrExists.With(filepath.Base(path))
	}
	if err := checkFolder(path); err != nil {
		return nil, err
	}
	v, err := vault.New(pass, cost(o.FastKDF))
	if err != nil {
		return nil, explain(err)
	}
	defer v.Close()
	temp, err := os.CreateTemp(filepath.Dir(path), ".ruhu-*.tmp")
	if err != nil {
		return nil, explain(err)
	}
	defer os.Remove(temp.Name())
	if err := temp.Close(); err != nil {
		return nil, explain(err)
	}
	if err := initialise(&File{path: temp.Name(), vault: v}, o, first); err != nil {
		return nil, err
	}
	if err := place(temp.Name(), path); err != nil {
		return nil, err
	}
	return OpenFile(path, pass, o)
}

// initialise writes the first transaction into an empty file.
func initialise(f *File, o Options, first func(*Tx) error) error {
	header, err := f.vault.Header()
	if err != nil {
		return err
	}
	if err := f.open(o); err != nil {
		return err
	}
	defer guard(f.db.Close)
	err = f.Update(func(t *Tx) error {
		if err := t.writeFormat(o.kind(), header); err != nil {
			return err
		}
		return first(t)
	})
	if err != nil {
		return err
	}
	return guard(f.db.Sync)
}

// writeFormat writes the plain bucket.
func (t *Tx) writeFormat(kind string, header []byte) error {
	return guard(func() error {
		b, err := t.tx.CreateBucket([]byte(formatBucket))
		if err != nil {
			return err
		}
		return errors.Join(b.Put(versionKey, []byte{formatVersion}), b.Put(kindKey, []byte(kind)), b.Put(vaultKey, header))
	})
}

// open opens the file for writing.
func (f *File) open(o Options) error {
	return guard(func() (err error) {
		f.db, err = bbolt.Open(f.path, 0o600, o.bolt(false))
		return err
	})
}

// place gives temp the name path unless that is taken meanwhile. Sticks (FAT) have no links: there the second look decides.
func place(temp, path string) error {
	err := os.Link(temp, path)
	if os.IsExist(err) {
		return ErrExists.With(filepath.Base(path))
	}
	if err != nil {
		if _, err := os.Lstat(path); err == nil {
			return ErrExists.With(filepath.Base(path))
		}
		if err := os.Rename(temp, path); err != nil {
			return explain(err)
		}
	}
	return explain(syncFolder(path))
}

// OpenFile opens a data file. What can be wrong: ErrMissing, ErrNotStore, ErrNewer, ErrLocked, ErrDamaged, ErrPassphrase,
// ErrAccess. The file is only read until its structure and the passphrase have proved right.
func OpenFile(path, pass string, o Options) (*File, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	f := &File{path: abs, kind: o.kind(), fast: o.FastKDF}
	if f.vault, f.doubt, err = inspect(abs, o, func(header []byte) (*vault.Vault, error) { return vault.Open(header, pass) }); err != nil {
		if f.vault != nil {
			f.vault.Close()
		}
		return nil, explain(err)
	}
	if err := f.open(o); err != nil {
		f.vault.Close()
		return nil, err
	}
	return f, nil
}

// inspect looks at a file without writing to it: is it a store of ours, sound in structure, and does unlock open its vault?
// The second result is ErrLastSave where a record of the last save is broken. The vault is given even with an error, if it opened.
func inspect(path string, o Options, unlock func(header []byte) (*vault.Vault, error)) (v *vault.Vault, doubt error, err error) {
	if err := looksLikeStore(path); err != nil {
		return nil, nil, err
	}
	var db *bbolt.DB
	err = guard(func() (err error) {
		db, err = bbolt.Open(path, 0o600, o.bolt(true))
		return err
	})
	if err != nil {
		return nil, nil, orDamaged(err)
	}
	defer db.Close()
	sound := make(chan error, 1) // the structure is read while the passphrase is tried: both take their time
	go func() {
		d, err := checkPages(path)
		doubt = d
		sound <- err
	}()
	header, err := readHeader(db, o.kind())
	if err == nil {
		v, err = unlock(header)
	}
	if bad := <-sound; bad != nil {
		err = bad // what is damaged may well have kept the passphrase from fitting
	}
	return v, doubt, err
}

// readHeader reads the plain bucket and gives the header of the vault.
func readHeader(db *bbolt.DB, kind string) (header []byte, err error) {
	var version, is []byte
	err = guard(func() error {
		return db.View(func(tx *bbolt.Tx) error {
			if b := tx.Bucket([]byte(formatBucket)); b != nil {
				version = append(version, b.Get(versionKey)...)
				is = append(is, b.Get(kindKey)...)
				header = append(header, b.Get(vaultKey)...)
			}
			return nil
		})
	})
	switch {
	case err != nil:
		return nil, err
	case len(version) != 1 || len(header) == 0:
		return nil, ErrNotStore.Because(fmt.Errorf("a bbolt file without our format bucket"))
	case version[0] > formatVersion:
		return nil, ErrNewer.Because(fmt.Errorf("format %d", version[0]))
	case string(is) != kind:
		return nil, ErrNotStore.Because(fmt.Errorf("a file of kind %q, want %q", is, kind))
	}
	return header, nil
}

// Doubt is ErrLastSave when the file opened with one of its two records of the last save broken, so that the last save
// before may be missing; nil nearly always.
func (f *File) Doubt() error { return f.doubt }

// Vault gives the keys of the file, open as long as the file is.
func (f *File) Vault() *vault.Vault { return f.vault }

// Path is where the file lies.
func (f *File) Path() string { return f.path }

// Close waits for transactions to end, closes the file and wipes the keys. Closing again does nothing.
func (f *File) Close() error {
	err := guard(f.db.Close)
	f.vault.Close()
	return err
}

// ChangePassphrase wraps the keys anew in one transaction; no value is touched. ErrPassphrase if old is wrong.
func (f *File) ChangePassphrase(old, pass string) error {
	header, err := f.vault.ChangePassphrase(old, pass, cost(f.fast))
	if err != nil {
		return explain(err)
	}
	err = guard(func() error {
		return f.db.Update(func(tx *bbolt.Tx) error { return tx.Bucket([]byte(formatBucket)).Put(vaultKey, header) })
	})
	if err != nil {
		return err
	}
	return f.vault.Adopt(header)
}
