package main

import (
	"errors"
	"fmt"

	"ruhu/internal/office"
	"ruhu/internal/text"
)

// passphraseCommand changes what opens the file.
type passphraseCommand struct {
	storeFlags
	NewFile string `placeholder:"FILE" name:"new-passphrase-file" help:"${newfile}"`
}

// Help shows an example.
func (passphraseCommand) Help() string { return text.T("county.example.passphrase") }

// Run changes it; the sealed values stay as they are.
func (c passphraseCommand) Run(w *world) error {
	fresh, err := secret(w, c.NewFile, "RUHU_NEW_PASSPHRASE")
	if err != nil {
		return err
	}
	old, err := c.passphrase(w)
	if err != nil {
		return err
	}
	k, _, err := c.open(w, office.Options{})
	if err != nil {
		return err
	}
	if err := errors.Join(k.File().ChangePassphrase(old, fresh), k.Close()); err != nil {
		return err
	}
	fmt.Fprintln(w.out, text.T("county.passphrasechanged"))
	return nil
}
