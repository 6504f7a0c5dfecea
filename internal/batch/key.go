package batch

import (
	"crypto/ed25519"

	"filippo.io/age"
)

// Keys are what one side of the conversation needs to write and open letters. The private halves stay in its vault.
type Keys struct {
	Public    ed25519.PublicKey
	Sign      Signer
	Identity  age.Identity
	Recipient string // the public half of Identity, as age writes it
}

// KeysOf makes Keys of the two private keys that a vault holds.
func KeysOf(sign ed25519.PrivateKey, identity *age.X25519Identity) Keys {
	return Keys{
		Public: sign.Public().(ed25519.PublicKey), Sign: SignWith(sign),
		Identity: identity, Recipient: identity.Recipient().String(),
	}
}

// SealTo seals the letter to a recipient as age writes it.
func (l *Letter) SealTo(recipient string) ([]byte, error) {
	r, err := age.ParseX25519Recipient(recipient)
	if err != nil {
		return nil, ErrDamaged.Because(err)
	}
	return l.Seal(r)
}

// Open opens a sealed letter with the keys.
func (k Keys) Open(sealed []byte) (*Letter, error) { return Open(sealed, k.Identity) }
