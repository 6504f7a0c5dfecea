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
	packer, _   = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderCRC(false))
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
	packed, err := unseal(v.values, bound(bucket, key), sealed)
	if err != nil {
		return nil, err
	}
	return unpack(packed)
}

// bound is what a sealed value is tied to. The length keeps bucket and key apart.
func bound(bucket string, key []byte) []byte {
	b := make([]byte, 0, 2+len(bucket)+len(key))
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

func unseal(aead cipher.AEAD, ad, sealed []byte) ([]byte, error) {
	n := prefixSize + aead.NonceSize()
	switch {
	case len(sealed) < n+aead.Overhead():
		return nil, ErrDamaged.Because(fmt.Errorf("a sealed value of %d bytes", len(sealed)))
	case sealed[0] != suite1 || sealed[1] != keyVersion:
		return nil, ErrDamaged.Because(fmt.Errorf("suite %d, key %d", sealed[0], sealed[1]))
	}
	plain, err := aead.Open(nil, sealed[prefixSize:n], sealed[n:], append(ad, sealed[:prefixSize]...))
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
	plain, err := unpacker.DecodeAll(packed[1:], nil)
	if err != nil {
		return nil, ErrDamaged.Because(err)
	}
	return plain, nil
}
