// Package batch holds the bytes that travel between a device and its county: a batch of changes, the receipt for it, the
// changes that come back, and the letters of an enrolment. All of them are one thing, a [Letter]: a header and a body, signed
// by who wrote it and sealed to the one who shall read it, so that the same bytes go by HTTP and by stick and whoever
// carries them can neither read nor alter them.
//
// FORMAT.md describes the bytes and testdata holds examples that must open for ever. To add a kind of letter, add a Kind
// and a body type with CBOR integer keys; never give a key of a released type another meaning.
package batch

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"

	"ruhu/internal/text"
)

// Version is the version of the format that this program writes; Suite names the cryptography: 1 is X25519 and
// ChaCha20-Poly1305 (age), Ed25519, SHA-256, zstd.
const (
	Version = 1
	Suite   = 1
)

// Limits of what is read. A batch is far smaller (see exchange); the limits are what a hostile one is held to.
const (
	MaxSealed = 16 << 20 // bytes of a sealed letter
	MaxHeader = 4 << 10  // bytes of its header
	MaxRaw    = 64 << 20 // bytes of its body, unpacked
	MaxCount  = 50_000   // changes in it
	maxRatio  = 400      // unpacked to packed, once a body is over freeRatio
	freeRatio = 1 << 20
)

// Errors of reading a letter. Each names another accident, because each has another way out.
var (
	ErrOther     = text.NewError("batch.other")     // not a file of ours at all
	ErrHalf      = text.NewError("batch.half")      // shorter than it says: half copied
	ErrDamaged   = text.NewError("batch.damaged")   // the length is right, the bytes are not
	ErrNotForUs  = text.NewError("batch.notforus")  // sealed to somebody else
	ErrSignature = text.NewError("batch.signature") // not signed by who should have
	ErrTooBig    = text.NewError("batch.toobig")    // over a limit
	ErrNewer     = text.NewError("batch.newer")     // written by a newer program
)

// Kind says what a letter is. The number is in the file: never reuse one.
type Kind byte

// The kinds of letters.
const (
	KindBatch    Kind = 1 // device to county: changes
	KindReceipt  Kind = 2 // county to device: what became of each change of a batch
	KindChanges  Kind = 3 // county to device: changes of others
	KindPosition Kind = 4 // county to device: where the county stands with it; the batch was not taken
	KindRequest  Kind = 5 // device to county: enrol me
	KindAnswer   Kind = 6 // county to device: you are enrolled
	KindPiece    Kind = 7 // device to county: a part of a blob, or a question about one
	KindBlob     Kind = 8 // county to device: how much of it the county has
)

var kindNames = map[Kind]string{KindBatch: "batch", KindReceipt: "receipt", KindChanges: "changes",
	KindPosition: "position", KindRequest: "request", KindAnswer: "answer", KindPiece: "piece", KindBlob: "blob"}

// String is the kind's name, as it stands in the signature's domain.
func (k Kind) String() string { return kindNames[k] }

// ID names a letter: the SHA-256 of its header and packed body. Sealing it twice gives other bytes but the same ID.
type ID [sha256.Size]byte

// String is the ID in hexadecimal; Short is enough of it for a person.
func (id ID) String() string { return hex.EncodeToString(id[:]) }

// Short is the first eight digits of the ID.
func (id ID) Short() string { return id.String()[:8] }

// IsZero tells whether there is no ID.
func (id ID) IsZero() bool { return id == ID{} }

// Header is what a letter says of itself; a field that a kind does not use is absent.
type Header struct {
	Version int    `cbor:"1,keyasint"`
	Suite   int    `cbor:"2,keyasint"`
	Kind    Kind   `cbor:"3,keyasint"`
	County  string `cbor:"4,keyasint"`            // code of the county that writes or reads it
	Dev     uint32 `cbor:"5,keyasint"`            // the device that writes or reads it
	Epoch   uint64 `cbor:"6,keyasint,omitempty"`  // the county's history; another one after a restore
	No      uint64 `cbor:"7,keyasint,omitempty"`  // of a batch: its number, 1, 2, 3… without gaps
	Prev    ID     `cbor:"8,keyasint,omitzero"`   // of a batch: the ID of the one before
	From    uint64 `cbor:"9,keyasint,omitempty"`  // of a batch: LSN of its first change; of changes: the cursor before them
	To      uint64 `cbor:"10,keyasint,omitempty"` // of a batch: LSN of its last change; of changes: the cursor after them
	Count   int    `cbor:"11,keyasint,omitempty"`
	RawLen  int    `cbor:"12,keyasint"`
	Time    uint64 `cbor:"13,keyasint,omitempty"` // the writer's clock, ms since 1970
	Re      ID     `cbor:"14,keyasint,omitzero"`  // of an answer: the letter that it answers
	Restart bool   `cbor:"15,keyasint,omitempty"` // of a batch: LSNs begin anew, the device was restored from a backup
	More    bool   `cbor:"16,keyasint,omitempty"` // of changes: there are more behind these
}

// Letter is a header and a body, signed. Its body is still packed: check the signature first.
type Letter struct {
	Header
	ID     ID
	sig    []byte
	head   []byte // CBOR of Header as it was read, so that what is checked is what was signed
	packed []byte // zstd of the body
}

// Signer signs; a vault is one.
type Signer func(message []byte) []byte

// SignWith is the Signer of a bare key.
func SignWith(key ed25519.PrivateKey) Signer {
	return func(m []byte) []byte { return ed25519.Sign(key, m) }
}
