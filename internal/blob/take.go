package blob

import (
	"crypto/sha256"
	"fmt"
)

// Keep is where blobs lie, within one transaction.
type Keep interface {
	// Head gives the head of a blob; one that was never heard of has none.
	Head(Hash) (h Head, known bool, err error)
	PutHead(Head) error
	Piece(h Hash, n int) ([]byte, error)
	PutPiece(h Hash, n int, b []byte) error
	DropPieces(h Hash, pieces int) error
}

// Take keeps data, which begins with piece n of a blob and holds whole pieces but for the blob's last, and gives the head as it
// is then. What is there already is left, what would leave a gap is not taken: Have says where to go on. With the last piece the
// whole is read again; if it is not what its name says, all of it is thrown away, Have is 0 and the error ErrNotWhole.
func Take(k Keep, name Hash, size int64, n int, data []byte) (Head, error) {
	h, _, err := k.Head(name)
	if err != nil {
		return h, err
	}
	if h.Whole() || n > h.Have {
		return h, nil
	}
	if err := CheckSize(size); err != nil {
		return h, err
	}
	if h.Have > 0 && h.Size != size || n < 0 {
		return h, fmt.Errorf("%w: piece %d of a blob of %d bytes, which had %d", ErrForm, n, size, h.Size)
	}
	h.Hash, h.Size = name, size
	if h, err = add(k, h, n, data); err != nil {
		return h, err
	}
	if h.Whole() {
		return finish(k, h)
	}
	return h, k.PutHead(h)
}

// add writes the pieces of data that are not there yet.
func add(k Keep, h Head, n int, data []byte) (Head, error) {
	for ; len(data) > 0; n++ {
		if n >= Pieces(h.Size) || len(data) < h.length(n) {
			return h, fmt.Errorf("%w: piece %d of %d with %d bytes", ErrForm, n, Pieces(h.Size), len(data))
		}
		piece := data[:h.length(n)]
		data = data[len(piece):]
		if n < h.Have {
			continue
		}
		if err := k.PutPiece(h.Hash, n, piece); err != nil {
			return h, err
		}
		h.Have = n + 1
	}
	return h, nil
}

// finish sees that the whole is what its name says.
func finish(k Keep, h Head) (Head, error) {
	if err := Verify(k, h); err == nil {
		return h, k.PutHead(h)
	} else if err != ErrNotWhole {
		return h, err
	}
	if err := k.DropPieces(h.Hash, h.Have); err != nil {
		return h, err
	}
	h.Have, h.Size = 0, 0
	if err := k.PutHead(h); err != nil {
		return h, err
	}
	return h, ErrNotWhole
}

// Verify reads a whole blob; ErrNotWhole when it is not what its name says.
func Verify(k Keep, h Head) error {
	sum := sha256.New()
	for n := range h.Have {
		b, err := k.Piece(h.Hash, n)
		if err != nil {
			return err
		}
		sum.Write(b)
	}
	if Hash(sum.Sum(nil)) != h.Hash {
		return ErrNotWhole
	}
	return nil
}
