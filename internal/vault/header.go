package vault

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"fmt"

	"github.com/fxamacker/cbor/v2"
	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/text/unicode/norm"
)

const (
	headerVersion  = 1
	sumSize        = 8
	saltSize       = 16
	wrapPassphrase = 1 // other numbers are other ways to the data key; ones we do not know are kept
)

// Cost is what trying one passphrase costs. It is kept in the header, so that it can be raised later.
type Cost struct {
	Time    uint32
	Memory  uint32 // KiB
	Threads uint8
}

// Standard takes about 0.2 s on two cores of 2026: 64 MiB and 3 passes of Argon2id.
var Standard = Cost{Time: 3, Memory: 64 << 10, Threads: 2}

// Cheap protects nothing. It is for tests that open many stores.
var Cheap = Cost{Time: 1, Memory: 64, Threads: 1}

// sane keeps a damaged or hostile header from asking for all memory.
func (c Cost) sane() bool {
	return c.Time >= 1 && c.Time <= 64 && c.Memory >= 8 && c.Memory <= 2<<20 && c.Threads >= 1
}

type header struct {
	Version uint8  `cbor:"1,keyasint"`
	Suite   uint8  `cbor:"2,keyasint"`
	Wraps   []wrap `cbor:"3,keyasint"`
	Keys    []byte `cbor:"4,keyasint"` // sealed: the device's own keys
}

// wrap is the data key, closed by one passphrase.
type wrap struct {
	Kind    uint8  `cbor:"1,keyasint"`
	Salt    []byte `cbor:"2,keyasint"`
	Time    uint32 `cbor:"3,keyasint"`
	Memory  uint32 `cbor:"4,keyasint"`
	Threads uint8  `cbor:"5,keyasint"`
	Sealed  []byte `cbor:"6,keyasint"`
	Label   string `cbor:"7,keyasint,omitempty"`
}

var (
	encoding, _ = cbor.CoreDetEncOptions().EncMode()
	decoding, _ = cbor.DecOptions{DupMapKey: cbor.DupMapKeyEnforcedAPF, IndefLength: cbor.IndefLengthForbidden,
		TagsMd: cbor.TagsForbidden, MaxNestedLevels: 8, MaxArrayElements: 64, MaxMapPairs: 64}.DecMode()
)

// bytes is a short sum, so that damage is told from a wrong passphrase, and the CBOR of the header.
func (h header) bytes() ([]byte, error) {
	b, err := encoding.Marshal(h)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(b)
	return append(sum[:sumSize:sumSize], b...), nil
}

func parseHeader(raw []byte) (h header, err error) {
	if len(raw) < sumSize {
		return h, ErrDamaged.Because(fmt.Errorf("a header of %d bytes", len(raw)))
	}
	if sum := sha256.Sum256(raw[sumSize:]); !bytes.Equal(sum[:sumSize], raw[:sumSize]) {
		return h, ErrDamaged.Because(fmt.Errorf("the sum of the header does not fit"))
	}
	if err := decoding.Unmarshal(raw[sumSize:], &h); err != nil {
		return h, ErrDamaged.Because(err)
	}
	if h.Version != headerVersion || h.Suite != suite1 {
		return h, ErrNewer.Because(fmt.Errorf("header %d, suite %d", h.Version, h.Suite))
	}
	return h, nil
}

// wrap closes the data key with a passphrase in place of the passphrases before.
func (v *Vault) wrap(pass string, cost Cost) error {
	if pass == "" {
		return ErrEmpty
	}
	if !cost.sane() {
		return fmt.Errorf("a passphrase cost of %+v", cost)
	}
	w := wrap{Kind: wrapPassphrase, Salt: make([]byte, saltSize), Time: cost.Time, Memory: cost.Memory, Threads: cost.Threads}
	rand.Read(w.Salt)
	key := w.key(pass)
	defer clear(key)
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		return err
	}
	w.Sealed = seal(aead, w.bound(), v.data[:])
	wraps := []wrap{w}
	for _, old := range v.header.Wraps {
		if old.Kind != wrapPassphrase {
			wraps = append(wraps, old)
		}
	}
	v.header.Wraps = wraps
	return nil
}

// unwrap opens the data key with a passphrase.
func (h header) unwrap(pass string) (data [keySize]byte, err error) {
	for _, w := range h.Wraps {
		if w.Kind != wrapPassphrase {
			continue
		}
		if c := (Cost{w.Time, w.Memory, w.Threads}); !c.sane() {
			return data, ErrDamaged.Because(fmt.Errorf("a passphrase cost of %+v", c))
		}
		if w.open(pass, &data) {
			return data, nil
		}
	}
	return data, ErrPassphrase
}

func (w wrap) open(pass string, data *[keySize]byte) bool {
	key := w.key(pass)
	defer clear(key)
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		return false
	}
	plain, err := unseal(nil, aead, w.bound(), w.Sealed)
	if err != nil || len(plain) != keySize {
		return false
	}
	copy(data[:], plain)
	clear(plain)
	return true
}

// key works the wrapping key out of a passphrase. NFKC makes what an input method typed in full width the same as the plain
// keys: people do not see the difference, and would lock themselves out.
func (w wrap) key(pass string) []byte {
	p := norm.NFKC.Bytes([]byte(pass))
	defer clear(p)
	return argon2.IDKey(p, w.Salt, w.Time, w.Memory, w.Threads, keySize)
}

// bound ties the wrapped key to how it is wrapped.
func (w wrap) bound() []byte {
	return fmt.Appendf(nil, "ruhu wrap %d %d %d %d %x", w.Kind, w.Time, w.Memory, w.Threads, w.Salt)
}
