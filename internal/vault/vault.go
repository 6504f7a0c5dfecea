// Package vault holds the keys of a store and seals its values.
package vault

import (
	"crypto/ed25519"

	"filippo.io/age"
)

// Vault is an open set of keys.
type Vault struct{}

// Device is the signing key of this device.
func (v *Vault) Device() ed25519.PrivateKey { return nil }

// Identity is the key that others seal files to for this device.
func (v *Vault) Identity() *age.X25519Identity { return nil }

// Seal closes a value; the bucket and key it is for are bound to it.
func (v *Vault) Seal(bucket string, key, plain []byte) ([]byte, error) { return nil, nil }

// Unseal opens what Seal closed, for the same bucket and key.
func (v *Vault) Unseal(bucket string, key, sealed []byte) ([]byte, error) { return nil, nil }

// MAC gives 32 bytes that only this vault can work out: opaque keys and equality indexes.
func (v *Vault) MAC(label string, data ...[]byte) []byte { return nil }
