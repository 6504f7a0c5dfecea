package blob

import "io"

// Reader reads a whole blob piece by piece, so that nobody holds all of it who does not want to.
type Reader struct {
	head  Head
	piece func(n int) ([]byte, error)
	next  int
	rest  []byte
}

// NewReader reads the blob of head; piece gets its pieces.
func NewReader(head Head, piece func(n int) ([]byte, error)) *Reader {
	return &Reader{head: head, piece: piece}
}

// Size is the length of the blob.
func (r *Reader) Size() int64 { return r.head.Size }

// Read reads.
func (r *Reader) Read(p []byte) (int, error) {
	for len(r.rest) == 0 {
		if r.next == r.head.Have {
			return 0, io.EOF
		}
		b, err := r.piece(r.next)
		if err != nil {
			return 0, err
		}
		r.rest = b
		r.next++
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

// Close ends reading; nothing was held open.
func (r *Reader) Close() error {
	r.rest, r.next = nil, r.head.Have
	return nil
}
