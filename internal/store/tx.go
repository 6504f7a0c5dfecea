package store

import (
	"bytes"
	"errors"
	"fmt"

	"go.etcd.io/bbolt"
)

// appendFill packs pages of buckets whose keys only grow; the default leaves half of each page for inserts in between.
const appendFill = 0.92

// Tx is one transaction. It is valid only within the function that it is given to, in that goroutine.
type Tx struct {
	f  *File
	tx *bbolt.Tx
}

// View runs fn on one state of the file. Keep it short: pages that fn may still read cannot be used again. Never call
// Update within it, the two would wait for each other.
func (f *File) View(fn func(*Tx) error) error { return f.run(false, fn) }

// Update runs fn and keeps what it wrote, all of it, on disk, when fn and Update return nil; otherwise nothing of it.
func (f *File) Update(fn func(*Tx) error) error { return f.run(true, fn) }

func (f *File) run(write bool, fn func(*Tx) error) error {
	var tx *bbolt.Tx
	err := guard(func() (err error) {
		tx, err = f.db.Begin(write)
		return err
	})
	if err != nil {
		return err
	}
	defer guard(tx.Rollback) // does nothing after Commit; releases the file after a failure or a panic of fn
	if err := fn(&Tx{f: f, tx: tx}); err != nil || !write {
		return err
	}
	return guard(tx.Commit)
}

// bucket gives nil where there is none yet.
func (t *Tx) bucket(name string) *bbolt.Bucket {
	if name == formatBucket {
		panic("the bucket " + formatBucket + " is not for values")
	}
	return t.tx.Bucket([]byte(name))
}

// Get gives the value of a key, or ErrNotFound.
func (t *Tx) Get(bucket string, key []byte) ([]byte, error) {
	var sealed []byte
	err := guard(func() error {
		if b := t.bucket(bucket); b != nil {
			sealed = b.Get(key)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if sealed == nil {
		return nil, ErrNotFound
	}
	return t.open(bucket, key, sealed)
}

// open unseals; it reads the page of the value, which can fault on a cut file, so that it counts as bbolt.
func (t *Tx) open(bucket string, key, sealed []byte) (v []byte, err error) {
	err = guard(func() (err error) {
		v, err = t.f.vault.Unseal(bucket, key, sealed)
		return err
	})
	return v, err
}

// Put seals and writes a value.
func (t *Tx) Put(bucket string, key, value []byte) error {
	return t.put(bucket, key, value, bbolt.DefaultFillPercent)
}

// Append is Put for a bucket whose keys only grow, such as a log: its pages are filled to the brim.
func (t *Tx) Append(bucket string, key, value []byte) error {
	return t.put(bucket, key, value, appendFill)
}

func (t *Tx) put(bucket string, key, value []byte, fill float64) error {
	sealed, err := t.f.vault.Seal(bucket, key, value)
	if err != nil {
		return explain(err)
	}
	return guard(func() error {
		b := t.bucket(bucket)
		if b == nil {
			if b, err = t.tx.CreateBucket([]byte(bucket)); err != nil {
				return fmt.Errorf("bucket %s: %w", bucket, err)
			}
		}
		b.FillPercent = fill
		return b.Put(key, sealed)
	})
}

// Delete removes a key; one that is not there is no error.
func (t *Tx) Delete(bucket string, key []byte) error {
	return guard(func() error {
		if b := t.bucket(bucket); b != nil {
			return b.Delete(key)
		}
		return nil
	})
}

// Stop ends Each and EachFrom early, without an error.
//
//lint:ignore ST1012 it is no failure; named as fs.SkipAll is
var Stop = errors.New("stop")

// Each calls f for the keys with a prefix, ascending. f may keep k and v, and must not write to the same bucket.
func (t *Tx) Each(bucket string, prefix []byte, f func(k, v []byte) error) error {
	return t.walk(bucket, prefix, func(k, v []byte) error {
		if !bytes.HasPrefix(k, prefix) {
			return Stop
		}
		return t.opened(bucket, k, v, f)
	})
}

// EachFrom calls f for the keys from a key on, ascending, as Each does.
func (t *Tx) EachFrom(bucket string, from []byte, f func(k, v []byte) error) error {
	return t.walk(bucket, from, func(k, v []byte) error { return t.opened(bucket, k, v, f) })
}

func (t *Tx) opened(bucket string, k, sealed []byte, f func(k, v []byte) error) error {
	v, err := t.open(bucket, k, sealed)
	if err != nil {
		return err
	}
	return f(k, v)
}

// walk calls f with a copy of each key and the sealed value in the file's own memory.
func (t *Tx) walk(bucket string, from []byte, f func(k, sealed []byte) error) error {
	var c *bbolt.Cursor
	var k, v []byte
	step := func() error {
		if c != nil {
			k, v = c.Next()
		} else if b := t.bucket(bucket); b != nil {
			c = b.Cursor()
			k, v = c.Seek(from)
		}
		k = bytes.Clone(k)
		return nil
	}
	for {
		if err := guard(step); err != nil {
			return err
		}
		if k == nil {
			return nil
		}
		if err := f(k, v); err == Stop {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// Last gives the highest key and its value, or ErrNotFound in an empty bucket.
func (t *Tx) Last(bucket string) (k, v []byte, err error) {
	var sealed []byte
	err = guard(func() error {
		if b := t.bucket(bucket); b != nil {
			k, sealed = b.Cursor().Last()
			k = bytes.Clone(k)
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	if k == nil {
		return nil, nil, ErrNotFound
	}
	v, err = t.open(bucket, k, sealed)
	return k, v, err
}

// Keys calls f for the keys with a prefix, ascending, without opening values.
func (t *Tx) Keys(bucket string, prefix []byte, f func(k []byte) error) error {
	return t.walk(bucket, prefix, func(k, _ []byte) error {
		if !bytes.HasPrefix(k, prefix) {
			return Stop
		}
		return f(k)
	})
}
