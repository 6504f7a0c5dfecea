package vault

import (
	"crypto/cipher"
	"crypto/rand"
	"encoding/binary"
	"fmt"

	"github.com/klauspost/compress/zstd"
)

// A sealed value is suite, key version, nonce, then the AEAD of one flag byte and the plain or compressed bytes.
const (
	prefixSize = 2
	flagPlain  = 0
	flagZstd   = 1

	compressFrom = 160     // shorter values do not gain from it
	maxPlain     = 1 << 28 // what an opened value may grow to
)

var (
	// Without tables of letters: over the answers of one person they save a twentieth of the bytes and take most of the time, as much
	// again at each opening.
	packer, _   = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderCRC(false), zstd.WithNoEntropyCompression(true))
	unpacker, _ = zstd.NewReader(nil, zstd.WithDecoderMaxMemory(maxPlain), zstd.WithDecoderConcurrency(0))
)

// Seal closes a value for one bucket and key; it opens for no other.
func (v *Vault) Seal(bucket string, key, plain []byte) ([]byte, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.values == nil {
		return nil, ErrClosed
	}
	return seal(v.values, bound(bucket, key), pack(plain)), nil
}

// Unseal opens what Seal closed for the same bucket and key; anything else is ErrDamaged.
func (v *Vault) Unseal(bucket string, key, sealed []byte) ([]byte, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.values == nil {
		return nil, ErrClosed
	}
	packed, err := unseal(nil, v.values, bound(bucket, key), sealed)
	if err != nil {
		return nil, err
	}
	return unpack(packed)
}

// Opener opens many values one after the other in the same memory. It is for one goroutine.
type Opener struct {
	v                   *Vault
	bound, packed, open []byte
}

// Opener gives one for this vault.
func (v *Vault) Opener() *Opener { return &Opener{v: v} }

// Unseal is Vault.Unseal; what it gives is good until the next call.
func (o *Opener) Unseal(bucket string, key, sealed []byte) ([]byte, error) {
	o.v.mu.RLock()
	defer o.v.mu.RUnlock()
	if o.v.values == nil {
		return nil, ErrClosed
	}
	o.bound = appendBound(o.bound[:0], bucket, key)
	var err error
	if o.packed, err = unseal(o.packed[:0], o.v.values, o.bound, sealed); err != nil {
		return nil, err
	}
	if len(o.packed) > 0 && o.packed[0] == flagZstd {
		o.open, err = unpackInto(o.open[:0], o.packed)
		return o.open, err
	}
	return unpack(o.packed)
}

// bound is what a sealed value is tied to. The length keeps bucket and key apart.
func bound(bucket string, key []byte) []byte {
	return appendBound(make([]byte, 0, 2+len(bucket)+len(key)+prefixSize), bucket, key)
}

func appendBound(b []byte, bucket string, key []byte) []byte {
	b = binary.BigEndian.AppendUint16(b, uint16(len(bucket)))
	b = append(b, bucket...)
	return append(b, key...)
}

// seal closes plain under aead, tied to ad and to the suite and key version that it begins with.
func seal(aead cipher.AEAD, ad, plain []byte) []byte {
	out := make([]byte, prefixSize+aead.NonceSize(), prefixSize+aead.NonceSize()+len(plain)+aead.Overhead())
	out[0], out[1] = suite1, keyVersion
	rand.Read(out[prefixSize:])
	return aead.Seal(out, out[prefixSize:], plain, append(ad, out[:prefixSize]...))
}

// unseal opens what seal closed, into the memory of dst.
func unseal(dst []byte, aead cipher.AEAD, ad, sealed []byte) ([]byte, error) {
	n := prefixSize + aead.NonceSize()
	switch {
	case len(sealed) < n+aead.Overhead():
		return nil, ErrDamaged.Because(fmt.Errorf("a sealed value of %d bytes", len(sealed)))
	case sealed[0] != suite1 || sealed[1] != keyVersion:
		return nil, ErrDamaged.Because(fmt.Errorf("suite %d, key %d", sealed[0], sealed[1]))
	}
	plain, err := aead.Open(dst, sealed[prefixSize:n], sealed[n:], append(ad, sealed[:prefixSize]...))
	if err != nil {
		return nil, ErrDamaged.Because(err)
	}
	return plain, nil
}

func pack(plain []byte) []byte {
	out := make([]byte, 1, 1+len(plain))
	if len(plain) >= compressFrom {
		out[0] = flagZstd
		if out = packer.EncodeAll(plain, out); len(out) < len(plain)-len(plain)/16 {
			return out
		}
		out = out[:1]
	}
	out[0] = flagPlain
	return append(out, plain...)
}

func unpack(packed []byte) ([]byte, error) {
	switch {
	case len(packed) == 0:
		return nil, ErrDamaged.Because(fmt.Errorf("nothing sealed"))
	case packed[0] == flagPlain:
		return packed[1:], nil
	case packed[0] != flagZstd:
		return nil, ErrNewer.Because(fmt.Errorf("packing %d", packed[0]))
	}
	return unpackInto(nil, packed)
}

func unpackInto(dst, packed []byte) ([]byte, error) {
	plain, err := unpacker.DecodeAll(packed[1:], dst)
	if err != nil {
		return nil, ErrDamaged.Because(err)
	}
	return plain, nil
}
