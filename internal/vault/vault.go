// Package vault holds the keys of a store and seals its values.
//
// A random data key seals everything. It lies in the header, wrapped by a key that Argon2id works out from the passphrase;
// a change of passphrase wraps it anew and touches no value. Sub keys come from it by HKDF, one for each use. Sealing binds
// a value to its bucket and key, so that no value can be moved or swapped unseen. Every sealed thing begins with the number
// of its suite; 1 is XChaCha20-Poly1305 with SHA-256, Ed25519 and X25519, further suites take further numbers.
//
// Close wipes what can be wiped. Go may keep copies of keys (in a cipher's own memory, on a grown stack) until their memory
// is used again; whoever reads the memory of the running program reads everything.
package vault

import (
	"crypto/cipher"
	"crypto/ed25519"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"sync"

	"filippo.io/age"
	"golang.org/x/crypto/chacha20poly1305"

	"ruhu/internal/text"
)

// What can be wrong, in words for people.
var (
	ErrPassphrase = text.NewError("vault.passphrase")
	ErrEmpty      = text.NewError("vault.empty")
	ErrDamaged    = text.NewError("vault.damaged")
	ErrNewer      = text.NewError("vault.newer")
	ErrClosed     = text.NewError("vault.closed")
)

const (
	suite1     = 1 // XChaCha20-Poly1305, SHA-256, Ed25519, X25519
	keyVersion = 1
	keySize    = 32
)

// Vault is an open set of keys. Its methods may be called from several goroutines.
type Vault struct {
	mu       sync.RWMutex
	header   header
	data     [keySize]byte
	index    [keySize]byte
	values   cipher.AEAD // nil when closed
	macs     *sync.Pool  // hashes under the index key, to be used again
	device   ed25519.PrivateKey
	identity *age.X25519Identity
}

// New makes fresh keys behind a passphrase. Keep Header.
func New(pass string, cost Cost) (*Vault, error) {
	v := &Vault{header: header{Version: headerVersion, Suite: suite1}}
	rand.Read(v.data[:])
	if err := v.wrap(pass, cost); err != nil {
		return nil, err
	}
	if err := v.derive(); err != nil {
		return nil, err
	}
	return v, v.newKeys()
}

// Open opens the keys that header holds. The error is ErrPassphrase, ErrDamaged or ErrNewer.
func Open(raw []byte, pass string) (*Vault, error) {
	h, err := parseHeader(raw)
	if err != nil {
		return nil, err
	}
	v := &Vault{header: h}
	if v.data, err = h.unwrap(pass); err != nil {
		return nil, err
	}
	if err := v.derive(); err != nil {
		return nil, err
	}
	return v, v.openKeys()
}

// Header is what to keep beside the values. It is of no use without the passphrase.
func (v *Vault) Header() ([]byte, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.header.bytes()
}

// ChangePassphrase gives the header for a new passphrase and leaves the vault as it is: keep the header first, then Adopt it.
func (v *Vault) ChangePassphrase(old, pass string, cost Cost) ([]byte, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.values == nil {
		return nil, ErrClosed
	}
	if _, err := v.header.unwrap(old); err != nil {
		return nil, err
	}
	next := Vault{header: v.header, data: v.data}
	defer clear(next.data[:])
	if err := next.wrap(pass, cost); err != nil {
		return nil, err
	}
	return next.header.bytes()
}

// Adopt takes a header that ChangePassphrase gave, once it is safely kept.
func (v *Vault) Adopt(raw []byte) error {
	h, err := parseHeader(raw)
	if err != nil {
		return err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.header = h
	return nil
}

// Close wipes the keys. Sealing and opening fail with ErrClosed from then on.
func (v *Vault) Close() {
	v.mu.Lock()
	defer v.mu.Unlock()
	clear(v.data[:])
	clear(v.index[:])
	clear(v.device)
	v.values, v.macs, v.device, v.identity = nil, nil, nil, nil
}

// MAC gives 32 bytes that only this vault can work out from label and data: for opaque keys, and for indexes that only
// answer "equal". It is nil when closed.
func (v *Vault) MAC(label string, data ...[]byte) []byte {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.values == nil {
		return nil
	}
	h, _ := v.macs.Get().(hash.Hash)
	if h == nil {
		h = hmac.New(sha256.New, v.index[:])
	}
	defer v.macs.Put(h)
	h.Reset()
	macPart(h, []byte(label))
	for _, part := range data {
		macPart(h, part)
	}
	return h.Sum(nil)
}

// macPart writes a part with its length before it, so that no two lists of parts are the same bytes.
func macPart(h hash.Hash, part []byte) {
	var n [4]byte
	binary.BigEndian.PutUint32(n[:], uint32(len(part)))
	h.Write(n[:])
	h.Write(part)
}

// Device is the signing key of this device; nil when closed.
func (v *Vault) Device() ed25519.PrivateKey {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.device
}

// Identity is the key that others seal files to for this device; nil when closed.
func (v *Vault) Identity() *age.X25519Identity {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.identity
}

// derive works the sub keys out of the data key.
func (v *Vault) derive() error {
	values, err := v.subKey("value")
	if err != nil {
		return err
	}
	defer clear(values)
	index, err := v.subKey("index")
	if err != nil {
		return err
	}
	defer clear(index)
	copy(v.index[:], index)
	v.macs = new(sync.Pool)
	v.values, err = chacha20poly1305.NewX(values)
	return err
}

func (v *Vault) subKey(use string) ([]byte, error) {
	k, err := hkdf.Key(sha256.New, v.data[:], nil, "ruhu vault 1 "+use, keySize)
	if err != nil {
		return nil, fmt.Errorf("%s key: %w", use, err)
	}
	return k, nil
}
