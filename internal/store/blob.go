package store

import (
	"context"
	"encoding/binary"
	"errors"
	"io"

	"ruhu/internal/blob"
)

// Blobs lie in the same file as the records that name them, so that a copy of the file is a copy of everything.
const (
	blobBucket    = "b"  // head of a blob
	pieceBucket   = "bp" // its pieces
	sendBucket    = "bq" // blobs of ours that the county does not have yet
	unnamedBucket = "bt" // blobs that no record names yet
)

// Blobs are the blobs of a file, within a transaction. Their keys begin with prefix, which must not be personal.
func (t *Tx) Blobs(prefix []byte) blob.Keep { return blobs{t, prefix} }

type blobs struct {
	t      *Tx
	prefix []byte
}

// key is opaque: whoever has a photograph and the file shall not be able to tell that the one is in the other.
func (b blobs) key(h blob.Hash) ([]byte, error) {
	mac := b.t.f.vault.MAC("blob", h[:])
	if mac == nil {
		return nil, ErrClosed
	}
	return append(append([]byte(nil), b.prefix...), mac[:idSize]...), nil
}

func (b blobs) pieceKey(h blob.Hash, n int) ([]byte, error) {
	k, err := b.key(h)
	return binary.BigEndian.AppendUint32(k, uint32(n)), err
}

// Head gives the head of a blob.
func (b blobs) Head(h blob.Hash) (head blob.Head, known bool, err error) {
	k, err := b.key(h)
	if err != nil {
		return head, false, err
	}
	v, err := b.t.Get(blobBucket, k)
	if errors.Is(err, ErrNotFound) {
		return head, false, nil
	}
	if err == nil {
		err = unmarshal(v, &head)
	}
	if err == nil && head.Hash != h {
		err = ErrDamaged.Because(errors.New("a blob lies where another should"))
	}
	return head, err == nil, err
}

// PutHead writes it.
func (b blobs) PutHead(head blob.Head) error {
	k, err := b.key(head.Hash)
	if err != nil {
		return err
	}
	v, err := encoding.Marshal(head)
	if err != nil {
		return err
	}
	return b.t.Put(blobBucket, k, v)
}

// Piece gives a piece that is there; one that is not is damage.
func (b blobs) Piece(h blob.Hash, n int) ([]byte, error) {
	k, err := b.pieceKey(h, n)
	if err != nil {
		return nil, err
	}
	v, err := b.t.Get(pieceBucket, k)
	return v, damagedIfMissing(err)
}

// PutPiece writes a piece.
func (b blobs) PutPiece(h blob.Hash, n int, data []byte) error {
	k, err := b.pieceKey(h, n)
	if err != nil {
		return err
	}
	return b.t.Append(pieceBucket, k, data)
}

// DropPieces takes the pieces of a blob out of the file.
func (b blobs) DropPieces(h blob.Hash, pieces int) error {
	for n := range pieces {
		k, err := b.pieceKey(h, n)
		if err != nil {
			return err
		}
		if err := b.t.Delete(pieceBucket, k); err != nil {
			return err
		}
	}
	return nil
}

// PutBlob keeps what r gives, on disk when it returns, and gives its name: put that into the field "blob" of the record that it
// belongs to, in an Edit after this. A blob that no record names is collected the next day (Tidy). What is there already is
// not written again. The errors for people are blob.ErrTooBig, blob.ErrEmpty and those of any save.
func (s *Store) PutBlob(ctx context.Context, r io.Reader) (hash string, size int64, err error) {
	content, err := io.ReadAll(io.LimitReader(stoppable{ctx, r}, blob.MaxSize+1))
	if err != nil {
		return "", 0, err
	}
	if err := blob.CheckSize(int64(len(content))); err != nil {
		return "", 0, err
	}
	name := blob.Of(content)
	if !s.HasBlob(name.String()) {
		err = s.f.Update(func(t *Tx) error { return t.putBlob(name, content, s.o.now()().UnixMilli()) })
	}
	return name.String(), int64(len(content)), err
}

// putBlob writes a whole blob and notes that nothing names it yet.
func (t *Tx) putBlob(name blob.Hash, content []byte, at int64) error {
	keep := blobs{t: t}
	if err := keep.PutHead(blob.Head{Hash: name, At: at}); err != nil {
		return err
	}
	if _, err := blob.Take(keep, name, int64(len(content)), 0, content); err != nil {
		return err
	}
	k, err := keep.key(name)
	if err != nil {
		return err
	}
	return t.Put(unnamedBucket, k, binary.AppendVarint(nil, at))
}

// stoppable is a reader that ends with its context.
type stoppable struct {
	ctx context.Context
	r   io.Reader
}

func (s stoppable) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.r.Read(p)
}

// Blob reads a blob; blob.ErrNotHere when it, or a part of it, is not in this store: the exchange can fetch it from the county.
func (s *Store) Blob(hash string) (io.ReadCloser, error) {
	h, err := s.BlobHead(hash)
	if err != nil {
		return nil, err
	}
	if !h.Whole() {
		return nil, blob.ErrNotHere
	}
	return blob.NewReader(h, func(n int) (b []byte, err error) {
		err = s.f.View(func(t *Tx) error {
			b, err = blobs{t: t}.Piece(h.Hash, n)
			return err
		})
		return b, err
	}), nil
}

// ReadPieces gives up to count pieces of a whole blob from piece n on, and its length.
func (s *Store) ReadPieces(hash string, n, count int) (size int64, data []byte, err error) {
	h, err := s.BlobHead(hash)
	if err != nil || !h.Whole() {
		return 0, nil, errors.Join(err, blob.ErrNotHere)
	}
	err = s.f.View(func(t *Tx) error {
		for ; n < h.Have && count > 0; n, count = n+1, count-1 {
			b, err := blobs{t: t}.Piece(h.Hash, n)
			if err != nil {
				return err
			}
			data = append(data, b...)
		}
		return nil
	})
	return h.Size, data, err
}

// HasBlob tells whether all of a blob is in this store.
func (s *Store) HasBlob(hash string) bool {
	h, err := s.BlobHead(hash)
	return err == nil && h.Whole()
}

// BlobHead tells how much of a blob is in this store.
func (s *Store) BlobHead(hash string) (h blob.Head, err error) {
	name, err := blob.Parse(hash)
	if err != nil {
		return h, err
	}
	err = s.f.View(func(t *Tx) error {
		h, _, err = blobs{t: t}.Head(name)
		return err
	})
	return h, err
}
