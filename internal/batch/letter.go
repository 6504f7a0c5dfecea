package batch

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"fmt"

	"github.com/fxamacker/cbor/v2"
)

// Writing is one way only (core deterministic CBOR); reading is strict, because whoever can reach the county's port can
// send it bytes.
var (
	encMode = must(cbor.CoreDetEncOptions().EncMode())
	decMode = must(cbor.DecOptions{
		DupMapKey: cbor.DupMapKeyEnforcedAPF, MaxNestedLevels: 16, MaxArrayElements: 1 << 17, MaxMapPairs: 1 << 12,
		IndefLength: cbor.IndefLengthForbidden, TagsMd: cbor.TagsForbidden, UTF8: cbor.UTF8RejectInvalid,
	}.DecMode())
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Write makes a letter of h and body and signs it. It fills in h's version, suite and lengths.
func Write(h Header, body []byte, sign Signer) (*Letter, error) {
	if len(body) > MaxRaw {
		return nil, ErrTooBig
	}
	h.Version, h.Suite, h.RawLen = Version, Suite, len(body)
	head, err := encMode.Marshal(h)
	if err != nil {
		return nil, fmt.Errorf("header: %w", err)
	}
	l := &Letter{Header: h, head: head, packed: pack(body)}
	l.ID = l.sum()
	l.sig = sign(l.message())
	return l, nil
}

// Bytes is the letter before it is sealed: signature, length of the header, header, packed body. Parse reads it.
func (l *Letter) Bytes() []byte {
	b := make([]byte, 0, len(l.sig)+4+len(l.head)+len(l.packed))
	b = append(b, l.sig...)
	b = binary.BigEndian.AppendUint32(b, uint32(len(l.head)))
	b = append(b, l.head...)
	return append(b, l.packed...)
}

// Parse reads what Bytes made. The letter is whole and its header sound; who signed it is still to be asked (Verify).
func Parse(b []byte) (*Letter, error) {
	if len(b) < ed25519.SignatureSize+4 {
		return nil, ErrDamaged
	}
	l := &Letter{sig: bytes.Clone(b[:ed25519.SignatureSize])}
	b = b[ed25519.SignatureSize:]
	n := binary.BigEndian.Uint32(b)
	if b = b[4:]; n > MaxHeader || int(n) > len(b) {
		return nil, ErrDamaged
	}
	l.head, l.packed = bytes.Clone(b[:n]), bytes.Clone(b[n:])
	if err := l.readHeader(); err != nil {
		return nil, err
	}
	l.ID = l.sum()
	return l, nil
}

// readHeader looks at the version before anything else, so that a letter of a newer program is called newer, not damaged.
func (l *Letter) readHeader() error {
	var v struct {
		Version int `cbor:"1,keyasint"`
		Suite   int `cbor:"2,keyasint"`
	}
	if err := decMode.Unmarshal(l.head, &v); err != nil {
		return ErrDamaged.Because(err)
	}
	if v.Version > Version || v.Suite > Suite {
		return ErrNewer
	}
	if err := decMode.Unmarshal(l.head, &l.Header); err != nil {
		return ErrDamaged.Because(err)
	}
	h := l.Header
	if h.RawLen < 0 || h.Count < 0 || h.Kind.String() == "" || h.Version < 1 || h.Suite < 1 {
		return ErrDamaged
	}
	if h.RawLen > MaxRaw || h.Count > MaxCount || h.RawLen > freeRatio && h.RawLen/maxRatio > len(l.packed) {
		return ErrTooBig
	}
	return nil
}

// Verify tells whether key signed the letter.
func (l *Letter) Verify(key ed25519.PublicKey) error {
	if len(key) != ed25519.PublicKeySize || !ed25519.Verify(key, l.message(), l.sig) {
		return ErrSignature
	}
	return nil
}

// Body unpacks the body, within the length that the header states and no further.
func (l *Letter) Body() ([]byte, error) { return unpack(l.packed, l.RawLen) }

// message is what is signed: the kind keeps a receipt from ever being taken for a batch.
func (l *Letter) message() []byte {
	return append([]byte("ruhu-"+l.Kind.String()+"-v1\x00"), l.ID[:]...)
}

func (l *Letter) sum() ID {
	h := sha256.New()
	var n [4]byte
	binary.BigEndian.PutUint32(n[:], uint32(len(l.head)))
	h.Write(n[:])
	h.Write(l.head)
	h.Write(l.packed)
	return ID(h.Sum(nil))
}

// Marshal writes v as this package writes everything.
func Marshal(v any) ([]byte, error) { return encMode.Marshal(v) }

// Unmarshal reads v within the limits of this package.
func Unmarshal(b []byte, v any) error {
	if err := decMode.Unmarshal(b, v); err != nil {
		return ErrDamaged.Because(err)
	}
	return nil
}
