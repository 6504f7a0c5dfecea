package store

import (
	"encoding/binary"
	"errors"
	"time"

	"ruhu/internal/blob"
	"ruhu/internal/change"
)

// unsentBlob is a blob that the county is to get once it has the change that names it.
type unsentBlob struct {
	Hash blob.Hash `cbor:"1,keyasint"`
	LSN  uint64    `cbor:"2,keyasint"`
}

// nameBlobs notes the blobs that a change of ours names: they are to be sent, and are not orphans any more.
func (e *Edit) nameBlobs(c change.Change) error {
	name, err := blob.Parse(c.Fields[blob.Field].Value)
	if err != nil {
		return nil // no blob
	}
	keep := blobs{t: e.t}
	h, _, err := keep.Head(name)
	if err != nil || !h.Whole() {
		return err // somebody else's, who sends it himself
	}
	k, err := keep.key(name)
	if err != nil {
		return err
	}
	if err := e.t.Delete(unnamedBucket, k); err != nil {
		return err
	}
	if _, err := e.t.Get(sendBucket, k); !errors.Is(err, ErrNotFound) {
		return err
	}
	return e.t.queueBlob(k, unsentBlob{name, c.LSN})
}

func (t *Tx) queueBlob(k []byte, u unsentBlob) error {
	v, err := encoding.Marshal(u)
	if err != nil {
		return err
	}
	return t.Put(sendBucket, k, v)
}

// BlobsToSend gives up to max blobs that the county does not have yet and that changes up to acked name.
func (s *Store) BlobsToSend(acked uint64, max int) (hashes []string, err error) {
	err = s.f.View(func(t *Tx) error {
		return t.Each(sendBucket, nil, func(_, v []byte) error {
			var u unsentBlob
			if err := unmarshal(v, &u); err != nil {
				return err
			}
			if u.LSN <= acked {
				hashes = append(hashes, u.Hash.String())
			}
			if len(hashes) == max {
				return Stop
			}
			return nil
		})
	})
	return hashes, err
}

// BlobsUnsent is the number of blobs that the county does not have yet.
func (s *Store) BlobsUnsent() (n int) {
	s.f.View(func(t *Tx) error {
		return t.Keys(sendBucket, nil, func([]byte) error {
			n++
			return nil
		})
	})
	return n
}

// BlobSent notes that the county has all of a blob, or does not want it.
func (s *Store) BlobSent(hash string) error {
	name, err := blob.Parse(hash)
	if err != nil {
		return err
	}
	return s.f.Update(func(t *Tx) error {
		k, err := blobs{t: t}.key(name)
		if err != nil {
			return err
		}
		return t.Delete(sendBucket, k)
	})
}

// SendBlobsAgain has every blob of this store offered to the county once more: it was restored from a backup and may lack some.
func (e *Edit) SendBlobsAgain() error {
	var all []blob.Head
	err := e.t.Each(blobBucket, nil, func(_, v []byte) error {
		var h blob.Head
		err := unmarshal(v, &h)
		all = append(all, h)
		return err
	})
	for _, h := range all {
		k, kerr := blobs{t: e.t}.key(h.Hash)
		if err = errors.Join(err, kerr); err != nil {
			return err
		}
		if h.Whole() {
			if err := e.t.queueBlob(k, unsentBlob{Hash: h.Hash}); err != nil {
				return err
			}
		}
	}
	return err
}

// TakePieces keeps pieces of a blob that the county sent, see blob.Take.
func (s *Store) TakePieces(hash string, size int64, n int, data []byte) (h blob.Head, err error) {
	name, err := blob.Parse(hash)
	if err != nil {
		return h, err
	}
	var bad error
	err = s.f.Update(func(t *Tx) error {
		h, bad = blob.Take(blobs{t: t}, name, size, n, data)
		if bad == blob.ErrNotWhole {
			return nil // that all of it was thrown away is to stay
		}
		return bad
	})
	return h, errors.Join(err, bad)
}

// unnamedFor is how long a blob may wait for the record that names it.
const unnamedFor = 24 * time.Hour

// Tidy takes blobs out of the file that were put there more than a day ago and that no record names: the program ended between
// the photograph and its record. It gives their number, nearly always 0 without reading anything.
func (s *Store) Tidy() (collected int, err error) {
	old, err := s.unnamedBlobs(s.o.now()().Add(-unnamedFor).UnixMilli())
	if err != nil || len(old) == 0 {
		return 0, err
	}
	err = s.f.Update(func(t *Tx) error {
		collected = 0
		named, err := t.namedBlobs()
		if err != nil {
			return err
		}
		for _, h := range old {
			if err := t.collect(h, named[h.Hash]); err != nil {
				return err
			}
			if !named[h.Hash] {
				collected++
			}
		}
		return nil
	})
	return collected, err
}

// unnamedBlobs gives the blobs that were put before a moment and that no Edit named since.
func (s *Store) unnamedBlobs(before int64) (list []blob.Head, err error) {
	err = s.f.View(func(t *Tx) error {
		return t.Each(unnamedBucket, nil, func(k, v []byte) error {
			if at, n := binary.Varint(v); n <= 0 || at >= before {
				return nil
			}
			var h blob.Head
			v, err := t.Get(blobBucket, k)
			if err == nil {
				err = unmarshal(v, &h)
			}
			list = append(list, h)
			return damagedIfMissing(err)
		})
	})
	return list, err
}

// namedBlobs gives the blobs that records name, deleted records and unsettled values too: both can come back.
func (t *Tx) namedBlobs() (map[blob.Hash]bool, error) {
	named := map[blob.Hash]bool{}
	err := t.Each(entityBucket, nil, func(_, v []byte) error {
		var e change.Entity
		if err := e.UnmarshalBinary(v); err != nil {
			return ErrDamaged.Because(err)
		}
		for _, h := range e.Fields[blob.Field].Heads {
			if name, err := blob.Parse(h.Value); err == nil {
				named[name] = true
			}
		}
		return nil
	})
	return named, err
}

// collect drops a blob unless it is named after all, and with it the note that nothing names it.
func (t *Tx) collect(h blob.Head, named bool) error {
	keep := blobs{t: t}
	k, err := keep.key(h.Hash)
	if err == nil && !named {
		if err = keep.DropPieces(h.Hash, h.Have); err == nil {
			err = t.Delete(blobBucket, k)
		}
	}
	if err != nil {
		return err
	}
	return t.Delete(unnamedBucket, k)
}
