package change

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
	"time"
)

// counterBits is the low part of Stamp.Time, which counts edits within one millisecond.
const counterBits = 16

// StampSize is the length of Stamp.Bytes.
const StampSize = 12

// Stamp is the time of an edit by a hybrid logical clock, and the device whose clock it was. No device gives a stamp twice.
type Stamp struct {
	Time uint64 // 48 bits of milliseconds since 1970, 16 bits of counter
	Dev  uint32
}

// Compare orders stamps by time, then device, as bytes.Compare orders their Bytes.
func (s Stamp) Compare(o Stamp) int {
	return cmp.Or(cmp.Compare(s.Time, o.Time), cmp.Compare(s.Dev, o.Dev))
}

// IsZero tells whether the stamp was never given.
func (s Stamp) IsZero() bool { return s == Stamp{} }

// When is the time of day that the stamp was given, as far as that device's clock was right.
func (s Stamp) When() time.Time { return time.UnixMilli(int64(s.Time >> counterBits)) }

// Bytes is the stamp in fixed width; the order of the bytes is the order of the stamps.
func (s Stamp) Bytes() [StampSize]byte {
	var b [StampSize]byte
	binary.BigEndian.PutUint64(b[:8], s.Time)
	binary.BigEndian.PutUint32(b[8:], s.Dev)
	return b
}

// StampFrom reads what Bytes wrote.
func StampFrom(b []byte) (Stamp, error) {
	if len(b) != StampSize {
		return Stamp{}, fmt.Errorf("a stamp of %d bytes", len(b))
	}
	return Stamp{Time: binary.BigEndian.Uint64(b[:8]), Dev: binary.BigEndian.Uint32(b[8:])}, nil
}

// String is for logs.
func (s Stamp) String() string {
	return fmt.Sprintf("%s+%d@%08x", s.When().UTC().Format("2006-01-02T15:04:05.000Z"), s.Time&(1<<counterBits-1), s.Dev)
}

// stamps is a set of stamps, ascending.
type stamps []Stamp

func (p stamps) has(s Stamp) bool {
	_, ok := slices.BinarySearchFunc(p, s, Stamp.Compare)
	return ok
}

// place is where s stands.
func (p stamps) place(s Stamp) uint64 {
	i, _ := slices.BinarySearchFunc(p, s, Stamp.Compare)
	return uint64(i)
}

// add gives the set with s in it; it never writes into the receiver's memory, which other entities may share.
func (p stamps) add(s Stamp) stamps {
	i, ok := slices.BinarySearchFunc(p, s, Stamp.Compare)
	if ok {
		return p
	}
	return slices.Insert(slices.Clip(p), i, s)
}
