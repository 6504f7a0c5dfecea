package vault

import (
	"crypto/ed25519"
	"crypto/rand"

	"filippo.io/age"
)

// deviceBucket is where the device's own keys are sealed to; it lies in the header, not in a store.
const deviceBucket = "vault"

var deviceKey = []byte("device")

type deviceKeys struct {
	Seed     []byte `cbor:"1,keyasint"` // Ed25519
	Identity string `cbor:"2,keyasint"` // age X25519
}

// newKeys makes the keys that are this device to others, and seals them into the header.
func (v *Vault) newKeys() error {
	_, device, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return err
	}
	plain, err := encoding.Marshal(deviceKeys{device.Seed(), identity.String()})
	if err != nil {
		return err
	}
	defer clear(plain)
	v.device, v.identity = device, identity
	v.header.Keys, err = v.Seal(deviceBucket, deviceKey, plain)
	return err
}

func (v *Vault) openKeys() error {
	plain, err := v.Unseal(deviceBucket, deviceKey, v.header.Keys)
	if err != nil {
		return err
	}
	defer clear(plain)
	var k deviceKeys
	if err := decoding.Unmarshal(plain, &k); err != nil {
		return ErrDamaged.Because(err)
	}
	if len(k.Seed) != ed25519.SeedSize {
		return ErrDamaged
	}
	if v.identity, err = age.ParseX25519Identity(k.Identity); err != nil {
		return ErrDamaged.Because(err)
	}
	v.device = ed25519.NewKeyFromSeed(k.Seed)
	clear(k.Seed)
	return nil
}
