package store

import (
	"fmt"
	"io"

	"go.etcd.io/bbolt"

	"ruhu/internal/vault"
)

// Check reads the whole file: its structure, as we and as bbolt see it, and the seal of every value. Writers wait for it.
func (f *File) Check() error {
	return f.check(func(*Tx) error { return nil })
}

// check runs more in the same moment of the file.
func (f *File) check(more func(*Tx) error) error {
	quiet := fmt.Errorf("nothing to write") // a write transaction that is taken back: nobody writes meanwhile
	err := f.Update(func(t *Tx) error {
		if _, err := checkPages(f.path); err != nil {
			return err
		}
		if err := t.check(); err != nil {
			return err
		}
		if err := more(t); err != nil {
			return err
		}
		return quiet
	})
	if err == quiet {
		return nil
	}
	return err
}

// check looks at one transaction: bbolt's own check, then every seal.
func (t *Tx) check() error {
	err := guard(func() error {
		var first error
		for err := range t.tx.Check() { // to the end, or its goroutine stays
			if first == nil {
				first = ErrDamaged.Because(err)
			}
		}
		return first
	})
	if err != nil {
		return err
	}
	names, err := t.buckets()
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := t.Each(name, nil, func(k, v []byte) error { return nil }); err != nil {
			return fmt.Errorf("bucket %s: %w", name, err)
		}
	}
	return nil
}

// buckets gives the names of the sealed buckets.
func (t *Tx) buckets() (names []string, err error) {
	err = guard(func() error {
		return t.tx.ForEach(func(name []byte, _ *bbolt.Bucket) error {
			if string(name) != formatBucket {
				names = append(names, string(name))
			}
			return nil
		})
	})
	return names, err
}

// WriteCopy writes the file as it is at this moment, sealed as it is. Others may write meanwhile.
func (f *File) WriteCopy(w io.Writer) error {
	return f.View(func(t *Tx) error {
		return guard(func() error {
			_, err := t.tx.WriteTo(w)
			return err
		})
	})
}

// Backup makes a copy at path, replacing what is there, only after the copy was opened and read to the last value. Where it cannot lie
// is CheckPlace's to say.
func (f *File) Backup(path string) error { return f.backup(path, (*File).Check) }

func (f *File) backup(path string, check func(*File) error) error {
	if err := f.CheckPlace(path); err != nil {
		return err
	}
	return writeChecked(path, f.WriteCopy, func(temp string) error {
		c := &File{path: temp, kind: f.kind, vault: f.vault}
		o := Options{Kind: f.kind}
		if _, _, err := inspect(temp, o, func([]byte) (*vault.Vault, error) { return f.vault, nil }); err != nil {
			return err
		}
		if err := c.open(o); err != nil {
			return err
		}
		defer guard(c.db.Close) // not c.Close: the keys are still in use
		return check(c)
	})
}
