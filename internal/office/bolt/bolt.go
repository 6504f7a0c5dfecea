// Package bolt keeps an office in one sealed file. What it must do is said by office.Keeper and tested by its keeper_test.go; how
// the file is sealed and made durable is package store's part.
//
// Every key leads with the county's code and a zero byte. Keys hold numbers and opaque identifiers only, never what a person
// could be known by; all values are sealed.
package bolt

import (
	"context"
	"encoding/binary"
	"errors"
	"io"

	"ruhu/internal/batch"
	"ruhu/internal/office"
	"ruhu/internal/store"
)

// Keeper is an open office file.
type Keeper struct{ file *store.File }

// Create makes the file at path, which must not exist.
func Create(path, pass string, o store.Options) (*Keeper, error) {
	o.Kind = "county"
	f, err := store.CreateFile(path, pass, o)
	if err != nil {
		return nil, err
	}
	return &Keeper{f}, nil
}

// Open opens the file at path.
func Open(path, pass string, o store.Options) (*Keeper, error) {
	o.Kind = "county"
	f, err := store.OpenFile(path, pass, o)
	if err != nil {
		return nil, err
	}
	return &Keeper{f}, nil
}

// Keys are the office's keys, held by the file's vault.
func (k *Keeper) Keys() batch.Keys {
	return batch.KeysOf(k.file.Vault().Device(), k.file.Vault().Identity())
}

// File is the file itself: to back it up, check it, or change its passphrase.
func (k *Keeper) File() *store.File { return k.file }

// WriteCopy writes a copy of the office as it stands.
func (k *Keeper) WriteCopy(w io.Writer) error { return k.file.WriteCopy(w) }

// Close closes the file.
func (k *Keeper) Close() error { return k.file.Close() }

// View runs f on one state of the file.
func (k *Keeper) View(ctx context.Context, county string, f func(office.Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return k.file.View(func(t *store.Tx) error { return f(newTx(t, county)) })
}

// Update runs f and makes what it wrote durable, or undoes it.
func (k *Keeper) Update(ctx context.Context, county string, f func(office.Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return k.file.Update(func(t *store.Tx) error {
		if err := t.Put(bucketCounty, []byte(county), []byte(county)); err != nil {
			return err
		}
		return f(newTx(t, county))
	})
}

// Counties lists the counties in the file.
func (k *Keeper) Counties(ctx context.Context) (list []string, err error) {
	err = k.file.View(func(t *store.Tx) error {
		list = nil
		return t.Each(bucketCounty, nil, func(key, _ []byte) error {
			list = append(list, string(key))
			return nil
		})
	})
	return list, err
}

// The buckets of the file.
const (
	bucketCounty   = "office.county"
	bucketSetting  = "office.setting"
	bucketCode     = "office.code"
	bucketDevice   = "office.device"
	bucketEntity   = "office.entity"
	bucketFeed     = "office.feed"  // by the last number of the segment
	bucketBatch    = "office.batch" // by ID
	bucketTaken    = "office.taken" // IDs of batches, the last taken first
	bucketAside    = "office.aside" // the last first
	bucketConflict = "office.conflict"
	bucketCounter  = "office.counter"
	bucketPart     = "office.part" // by whom the part belongs to; blobs lie in the store's own buckets
)

// tx is one transaction for one county.
type tx struct {
	t      *store.Tx
	county []byte // leads every key
}

func newTx(t *store.Tx, county string) *tx { return &tx{t, append([]byte(county), 0)} }

func (x *tx) key(parts ...[]byte) []byte {
	k := append([]byte(nil), x.county...)
	for _, p := range parts {
		k = append(k, p...)
	}
	return k
}

// get reads a record; one that is not there is office.ErrNotFound.
func get[T any](x *tx, bucket string, key []byte) (v T, err error) {
	b, err := x.t.Get(bucket, x.key(key))
	if errors.Is(err, store.ErrNotFound) {
		return v, office.ErrNotFound
	}
	if err == nil {
		err = batch.Unmarshal(b, &v)
	}
	return v, err
}

func put(x *tx, bucket string, key []byte, v any) error {
	b, err := batch.Marshal(v)
	if err != nil {
		return err
	}
	return x.t.Put(bucket, x.key(key), b)
}

// errEnough ends a walk; it never leaves this package.
var errEnough = errors.New("enough")

// each visits the county's records of a bucket in the order of their keys, until f says that it has enough.
func each[T any](x *tx, bucket string, f func(T) (more bool, err error)) error {
	return enough(x.t.Each(bucket, x.county, visit(f)))
}

func visit[T any](f func(T) (bool, error)) func(_, v []byte) error {
	return func(_, b []byte) error {
		var v T
		if err := batch.Unmarshal(b, &v); err != nil {
			return err
		}
		more, err := f(v)
		if err == nil && !more {
			return errEnough
		}
		return err
	}
}

func enough(err error) error {
	if errors.Is(err, errEnough) {
		return nil
	}
	return err
}

func all[T any](x *tx, bucket string) (list []T, err error) {
	err = each(x, bucket, func(v T) (bool, error) {
		list = append(list, v)
		return true, nil
	})
	return list, err
}

func number(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

// newest makes the key of the n-th record so that the last one comes first.
func newest(n int64) []byte { return number(^uint64(n)) }
