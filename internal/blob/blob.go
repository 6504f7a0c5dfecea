// Package blob says what a blob is: a photograph, a signature, a scan, named by the SHA-256 of what is in it and kept and sent
// in pieces. Who keeps blobs implements Keep; how pieces become a whole is said once, in Take.
//
// The same content is one blob however often it is attached, nothing can be put in its place unseen, and half of one is never
// shown: it counts as there only after all of it was read again and fitted its name.
package blob

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"regexp"

	"ruhu/internal/text"
)

// Field is the answer that names a blob, whatever type of record it stands in: the hash in hexadecimal.
const Field = "blob"

// PieceSize is the length of every piece but the last. One piece is what a slow network is asked to carry without a break.
const PieceSize = 64 << 10

// MaxSize is the length of the biggest blob that is taken.
const MaxSize = 20 << 20

// What can be wrong with a blob, in words for people.
var (
	ErrEmpty    = text.NewError("blob.empty")
	ErrTooBig   = text.NewError("blob.toobig")   // with the limit in MB
	ErrNotHere  = text.NewError("blob.nothere")  // not in this store, or not all of it yet
	ErrNotWhole = text.NewError("blob.notwhole") // all pieces came and are not what the name says
	ErrName     = text.NewError("blob.name")     // not a hash
)

// ErrForm is the cause when pieces do not fit together: no program of ours sends such.
var ErrForm = errors.New("pieces that do not fit together")

// Hash names a blob.
type Hash [sha256.Size]byte

var inHex = regexp.MustCompile(`^[0-9a-f]{64}$`)

// Parse reads the name of a blob as it stands in a record: 64 small hexadecimal digits.
func Parse(s string) (h Hash, err error) {
	if !inHex.MatchString(s) {
		return h, ErrName
	}
	_, err = hex.Decode(h[:], []byte(s))
	return h, err
}

// Of gives the name of a content.
func Of(content []byte) Hash { return sha256.Sum256(content) }

// String is the name as it stands in a record.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// Head is what is known of a blob: of one that is only wanted yet, nothing but its name.
type Head struct {
	Hash Hash  `cbor:"1,keyasint"`
	Size int64 `cbor:"2,keyasint,omitempty"`
	Have int   `cbor:"3,keyasint,omitempty"` // pieces that are here, from the first on without a gap
	At   int64 `cbor:"4,keyasint,omitempty"` // when it was first heard of, milliseconds since 1970
}

// Pieces is the number of pieces of a blob of so many bytes.
func Pieces(size int64) int { return int((size + PieceSize - 1) / PieceSize) }

// Whole tells whether all of the blob is here.
func (h Head) Whole() bool { return h.Size > 0 && h.Have == Pieces(h.Size) }

// length is the length of piece n.
func (h Head) length(n int) int { return int(min(PieceSize, h.Size-int64(n)*PieceSize)) }

// CheckSize refuses what is empty or too big.
func CheckSize(size int64) error {
	switch {
	case size <= 0:
		return ErrEmpty
	case size > MaxSize:
		return ErrTooBig.With(MaxSize >> 20)
	}
	return nil
}
