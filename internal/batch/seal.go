package batch

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"

	"filippo.io/age"
)

// The frame stands outside the seal and says nothing but "a letter of this program, so long, with this sum": with it, half a
// file is told from a damaged one, a damaged one from one that is sealed to somebody else, and a stranger's from all of
// these. The sum (CRC-32C) is against accidents; what nobody may alter is the seal's and the signature's part.
const (
	magic    = "RUHU"
	frameLen = 16 // magic, version of the frame, 3 reserved bytes (zero), length of what follows, its sum
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

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
	binary.BigEndian.PutUint32(out[8:], uint32(len(out)-frameLen))
	binary.BigEndian.PutUint32(out[12:], crc32.Checksum(out[frameLen:], castagnoli))
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
	switch want, have := int64(binary.BigEndian.Uint32(b[8:])), int64(len(b)-frameLen); {
	case want > MaxSealed:
		return ErrTooBig
	case have < want:
		return ErrHalf
	case have > want, crc32.Checksum(b[frameLen:], castagnoli) != binary.BigEndian.Uint32(b[12:]):
		return ErrDamaged
	}
	return nil
}
