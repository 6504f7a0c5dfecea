package store

import (
	"bytes"
	"errors"
	"fmt"

	"ruhu/internal/blob"
)

// checkBlobs reads every blob of a file whose keys have no prefix: each lies under its key, has its pieces and no more, and is what its
// name says.
func (t *Tx) checkBlobs() error {
	keep := blobs{t: t}
	pieces := 0
	err := t.Each(blobBucket, nil, func(k, v []byte) error {
		var h blob.Head
		if err := unmarshal(v, &h); err != nil {
			return err
		}
		if key, err := keep.key(h.Hash); err != nil || !bytes.Equal(key, k) {
			return errors.Join(ErrDamaged.Because(errors.New("a blob lies under a wrong key")), err)
		}
		pieces += h.Have
		return checkBlob(keep, h)
	})
	if err != nil {
		return err
	}
	stored := 0
	err = t.Keys(pieceBucket, nil, func([]byte) error {
		stored++
		return nil
	})
	if err == nil && stored != pieces {
		err = ErrDamaged.Because(fmt.Errorf("%d pieces of blobs, want %d", stored, pieces))
	}
	return err
}

func checkBlob(keep blobs, h blob.Head) error {
	if !h.Whole() {
		return nil
	}
	err := blob.Verify(keep, h)
	if errors.Is(err, blob.ErrNotWhole) {
		return ErrDamaged.Because(errors.New("a blob is not what its name says"))
	}
	return err
}
