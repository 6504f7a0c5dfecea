package main

import (
	"context"
	"errors"

	"ruhu/internal/office"
	"ruhu/internal/office/bolt"
	"ruhu/internal/shell"
	"ruhu/internal/store"
	"ruhu/internal/text"
)

var (
	errUse          = text.NewError("county.wrong")
	errNoPassphrase = text.NewError("county.nopassphrase")
	errSecretFile   = text.NewError("county.secretfile")
	errNoOffice     = text.NewError("county.nooffice")
)

// storeFlags are the flags of every command.
type storeFlags struct {
	Store          string `required:"" placeholder:"FILE" help:"${store}"`
	PassphraseFile string `placeholder:"FILE" help:"${passphrasefile}"`
}

func (f storeFlags) passphrase(w *world) (string, error) {
	return secret(w, f.PassphraseFile, "RUHU_PASSPHRASE")
}

func secret(w *world, file, env string) (string, error) {
	return shell.Secrets{Env: w.env, None: errNoPassphrase.With(env), Unread: errSecretFile}.Read(file, env)
}

// open opens the keeper and the office in it.
func (f storeFlags) open(w *world, o office.Options) (*bolt.Keeper, *office.Office, error) {
	pass, err := f.passphrase(w)
	if err != nil {
		return nil, nil, err
	}
	k, err := bolt.Open(f.Store, pass, store.Options{Now: w.now, FastKDF: w.fast})
	if err != nil {
		return nil, nil, err
	}
	o.Now, o.FastKDF = w.now, w.fast
	of, err := theOffice(k, o)
	if err != nil {
		return nil, nil, errors.Join(err, k.Close())
	}
	return k, of, nil
}

// theOffice is the office of the one county that a file is for.
func theOffice(k *bolt.Keeper, o office.Options) (*office.Office, error) {
	ctx := context.Background()
	list, err := k.Counties(ctx)
	if err != nil {
		return nil, err
	}
	if len(list) != 1 {
		return nil, errNoOffice
	}
	return office.New(ctx, k, list[0], k.Keys(), o)
}
