package main

import (
	"fmt"

	"ruhu/internal/desk"
	"ruhu/internal/shell"
	"ruhu/internal/text"
)

var (
	errUse          = text.NewError("ruhuctl.wrong")
	errNoStore      = text.NewError("ruhuctl.no_store")
	errNoPassphrase = text.NewError("ruhuctl.no_passphrase")
	errSecretFile   = text.NewError("ruhuctl.secret_file")
)

// flags are the flags of every command.
type flags struct {
	Store          string `placeholder:"FILE" help:"${store}"`
	PassphraseFile string `placeholder:"FILE" help:"${passphrasefile}"`
	As             string `placeholder:"NAME" help:"${as}"`
	JSON           bool   `help:"${json}"`
}

func (f flags) passphrase(w *world) (string, error) {
	return shell.Secrets{Env: w.env, None: errNoPassphrase, Unread: errSecretFile}.Read(f.PassphraseFile, "RUHU_PASSPHRASE")
}

func (f flags) path(w *world) (string, error) {
	if f.Store != "" {
		return f.Store, nil
	}
	if s := w.env("RUHU_STORE"); s != "" {
		return s, nil
	}
	return "", errNoStore
}

func (f flags) options(w *world) desk.Options {
	return desk.Options{Now: w.now, Actor: f.As, FastKDF: w.fast}
}

// open opens the register.
func (f flags) open(w *world) (*desk.Desk, error) {
	path, err := f.path(w)
	if err != nil {
		return nil, err
	}
	pass, err := f.passphrase(w)
	if err != nil {
		return nil, err
	}
	return desk.Open(path, pass, f.options(w))
}

// with opens the register for one command and closes it whatever happens.
func (f flags) with(w *world, do func(*desk.Desk) error) (err error) {
	d, err := f.open(w)
	if err != nil {
		return err
	}
	defer func() {
		if closing := d.Close(); err == nil {
			err = closing
		}
	}()
	return do(d)
}

// showAll prints all as JSON, or else a line for each and then, by key, how many there are.
func showAll[T any](f *flags, w *world, all []T, line func(T) string, key string) error {
	if f.JSON {
		return print(w.out, append([]T{}, all...))
	}
	for _, one := range all {
		fmt.Fprintln(w.out, line(one))
	}
	_, err := fmt.Fprintln(w.out, text.T(key, len(all)))
	return err
}

// say prints v as JSON, or else the words of key.
func (f flags) say(w *world, v any, key string, args ...any) error {
	if f.JSON {
		return print(w.out, v)
	}
	_, err := w.out.Write([]byte(text.T(key, args...) + "\n"))
	return err
}
