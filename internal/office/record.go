package office

import (
	"crypto/ed25519"
	"time"

	"ruhu/internal/batch"
)

// Millis is a moment as it is kept: milliseconds since 1970; 0 is never.
type Millis int64

// MillisOf is t as it is kept.
func MillisOf(t time.Time) Millis { return Millis(t.UnixMilli()) }

// Time is the moment; the zero Time for never.
func (m Millis) Time() time.Time {
	if m == 0 {
		return time.Time{}
	}
	return time.UnixMilli(int64(m))
}

// Device is an enrolled machine and how far the office is with it.
type Device struct {
	Dev       uint32   `cbor:"1,keyasint"`
	Sign      []byte   `cbor:"2,keyasint"`
	Recipient string   `cbor:"3,keyasint"`
	Name      string   `cbor:"4,keyasint"`
	Enrolled  Millis   `cbor:"5,keyasint"`
	Seen      Millis   `cbor:"6,keyasint,omitempty"`  // last contact of any kind
	Brought   Millis   `cbor:"7,keyasint,omitempty"`  // last batch taken
	No        uint64   `cbor:"8,keyasint"`            // the number of the next batch
	Last      batch.ID `cbor:"9,keyasint"`            // the last batch taken
	LSN       uint64   `cbor:"10,keyasint"`           // the last change taken
	Cursor    uint64   `cbor:"11,keyasint,omitempty"` // how far it has read the feed, as it said itself
	Revoked   Millis   `cbor:"12,keyasint,omitempty"`
	Changes   int      `cbor:"13,keyasint,omitempty"` // taken, ever
	Aside     int      `cbor:"14,keyasint,omitempty"` // set aside, ever
	Restarts  int      `cbor:"15,keyasint,omitempty"` // times it began anew: restored from a backup, or copied
	ClockOff  int64    `cbor:"16,keyasint,omitempty"` // ms that its clock was ahead of ours at last contact
}

// Key is the key that its letters are signed with.
func (d Device) Key() ed25519.PublicKey { return d.Sign }

// Code is a one-time code. The code itself is shown once and not kept: Key is worked out from it.
type Code struct {
	ID      []byte `cbor:"1,keyasint"`
	Key     []byte `cbor:"2,keyasint"`
	Note    string `cbor:"3,keyasint,omitempty"` // whom it is for
	Made    Millis `cbor:"4,keyasint"`
	Expires Millis `cbor:"5,keyasint"`
	Used    Millis `cbor:"6,keyasint,omitempty"`
	Dev     uint32 `cbor:"7,keyasint,omitempty"` // who used it,
	Sign    []byte `cbor:"8,keyasint,omitempty"` // with which key: the same device may ask again when the answer was lost
}

// Batch is a batch that was taken.
type Batch struct {
	ID      batch.ID       `cbor:"1,keyasint"`
	Dev     uint32         `cbor:"2,keyasint"`
	No      uint64         `cbor:"3,keyasint"`
	At      Millis         `cbor:"4,keyasint"`
	LSNFrom uint64         `cbor:"5,keyasint"`
	LSNTo   uint64         `cbor:"6,keyasint"`
	From    uint64         `cbor:"7,keyasint,omitempty"` // its segment of the feed; 0 where all was set aside
	To      uint64         `cbor:"8,keyasint,omitempty"`
	Bytes   int            `cbor:"9,keyasint"`            // as it came, sealed
	New     map[string]int `cbor:"10,keyasint,omitempty"` // entities that nobody knew before, by type
	Edited  map[string]int `cbor:"11,keyasint,omitempty"` // others, by type
	Aside   int            `cbor:"12,keyasint,omitempty"`
	Ahead   int            `cbor:"13,keyasint,omitempty"` // changes stamped in our future
	Receipt []byte         `cbor:"14,keyasint"`           // the signed receipt: given again whenever the batch comes again
}

// Changes is the number of changes that came with the batch.
func (b Batch) Changes() int { return int(b.LSNTo - b.LSNFrom + 1) }

// Aside is a change that could not be taken. Its bytes are kept as they came, so that nothing is thrown away.
type Aside struct {
	Dev    uint32   `cbor:"1,keyasint"`
	LSN    uint64   `cbor:"2,keyasint"`
	Batch  batch.ID `cbor:"3,keyasint"`
	At     Millis   `cbor:"4,keyasint"`
	Reason string   `cbor:"5,keyasint"`
	Args   []string `cbor:"6,keyasint,omitempty"`
	Raw    []byte   `cbor:"7,keyasint"`
	No     int64    `cbor:"8,keyasint,omitempty"` // given by PutAside
	Done   Millis   `cbor:"9,keyasint,omitempty"` // the clerk has seen to it
}
