package office

import (
	"context"
	"errors"

	"ruhu/internal/text"
	"ruhu/internal/vault"
)

// Errors of logging in.
var (
	ErrPassword      = text.NewError("office.password")      // wrong name or password: never say which
	ErrShortPassword = text.NewError("office.shortpassword") // too easily guessed
)

// leastPassword is the length of the shortest password taken, in bytes: four Chinese characters or ten others.
const leastPassword = 10

const settingUser = "user:"

// SetPassword makes name a user of the pages, or gives him a new password. What is kept is a vault's header (Argon2id): it
// tells a right password from a wrong one, and nothing else is behind it.
func (o *Office) SetPassword(ctx context.Context, name, pass string) error {
	if len(pass) < leastPassword {
		return ErrShortPassword
	}
	v, err := vault.New(pass, o.cost())
	if err != nil {
		return err
	}
	defer v.Close()
	h, err := v.Header()
	if err != nil {
		return err
	}
	return o.update(ctx, func(tx Tx) error { return tx.PutSetting(settingUser+name, h) })
}

// CheckPassword tells whether name may log in with pass. from is the address that it was typed at, for the limit of
// attempts. An unknown name takes as long as a wrong password.
func (o *Office) CheckPassword(ctx context.Context, from, name, pass string) error {
	if !o.logins.allow(from) {
		return ErrBusy
	}
	var h []byte
	err := o.view(ctx, func(tx Tx) (err error) {
		h, err = tx.Setting(settingUser + name)
		return err
	})
	if errors.Is(err, ErrNotFound) {
		if v, err := vault.New(pass, o.cost()); err == nil {
			v.Close()
		}
		return ErrPassword
	}
	if err != nil {
		return err
	}
	v, err := vault.Open(h, pass)
	if err != nil {
		o.o.Log.Warn("login refused", "from", from)
		return ErrPassword.Because(err)
	}
	v.Close()
	return nil
}

func (o *Office) cost() vault.Cost {
	if o.o.FastKDF {
		return vault.Cheap
	}
	return vault.Standard
}
