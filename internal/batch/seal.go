package batch

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"

	"filippo.io/age"
)

// The frame stands outside the seal and says nothing but "a letter of this program, so long": with it, half a file is told
// from a damaged one, and somebody else's file from both. Reserved bytes are zero.
const (
	magic    = "RUHU"
	frameLen = 16 // magic, version of the frame, 3 reserved bytes, length of what follows
)

// Seal closes the letter so that only recipient can open it.
func (l *Letter) Seal(recipient age.Recipient) ([]byte, error) {
	var b bytes.Buffer
	b.Write(make([]byte, frameLen))
	w, err := age.Encrypt(&b, recipient)
	if err != nil {
		return nil, err
	}
	if _, err = w.Write(l.Bytes()); err != nil {
		return nil, err
	}
	if err = w.Close(); err != nil {
		return nil, err
	}
	out := b.Bytes()
	copy(out, magic)
	out[4] = 1
	binary.BigEndian.PutUint64(out[8:], uint64(len(out)-frameLen))
	return out, nil
}

// Open opens a sealed letter with identity and parses it.
func Open(sealed []byte, identity age.Identity) (*Letter, error) {
	if err := checkFrame(sealed); err != nil {
		return nil, err
	}
	r, err := age.Decrypt(bytes.NewReader(sealed[frameLen:]), identity)
	var noMatch *age.NoIdentityMatchError
	if errors.As(err, &noMatch) {
		return nil, ErrNotForUs
	}
	if err != nil {
		return nil, ErrDamaged.Because(err)
	}
	inner, err := io.ReadAll(r)
	if err != nil {
		return nil, ErrDamaged.Because(err)
	}
	return Parse(inner)
}

func checkFrame(b []byte) error {
	head := b[:min(len(b), len(magic))]
	switch {
	case len(b) == 0 || !bytes.HasPrefix([]byte(magic), head):
		return ErrOther
	case len(b) < frameLen:
		return ErrHalf
	case b[4] > 1:
		return ErrNewer
	case b[4] < 1 || b[5]|b[6]|b[7] != 0:
		return ErrDamaged
	}
	switch want, have := binary.BigEndian.Uint64(b[8:]), uint64(len(b)-frameLen); {
	case want > MaxSealed:
		return ErrTooBig
	case have < want:
		return ErrHalf
	case have > want:
		return ErrDamaged
	}
	return nil
}
