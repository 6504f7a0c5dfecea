package main

import (
	"context"
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

// passwordCommand gives a user of the pages a new password.
type passwordCommand struct {
	storeFlags
	User      string `default:"admin" placeholder:"NAME" help:"${user}"`
	AdminFile string `placeholder:"FILE" name:"admin-password-file" help:"${adminfile}"`
}

// Help shows an example.
func (passwordCommand) Help() string { return text.T("county.example.password") }

// Run sets it.
func (c passwordCommand) Run(w *world) error {
	pass, err := secret(w, c.AdminFile, "RUHU_ADMIN_PASSWORD")
	if err != nil {
		return err
	}
	k, of, err := c.open(w, office.Options{})
	if err != nil {
		return err
	}
	if err := errors.Join(of.SetPassword(context.Background(), c.User, pass), k.Close()); err != nil {
		return err
	}
	fmt.Fprintln(w.out, text.T("county.passwordset", c.User))
	return nil
}

// backupCommand writes a copy.
type backupCommand struct {
	storeFlags
	Out string `short:"o" required:"" placeholder:"FILE" help:"${out}"`
}

// Help shows an example.
func (backupCommand) Help() string { return text.T("county.example.backup") }

// Run writes it and sees that it opens.
func (c backupCommand) Run(w *world) error {
	k, _, err := c.open(w, office.Options{})
	if err != nil {
		return err
	}
	if err := errors.Join(k.File().Backup(c.Out), k.Close()); err != nil {
		return err
	}
	fmt.Fprintln(w.out, text.T("county.backedup", c.Out))
	return nil
}

// restoredCommand tells the office that its file is an old copy.
type restoredCommand struct{ storeFlags }

// Help shows an example.
func (restoredCommand) Help() string { return text.T("county.example.restored") }

// Run begins a new history, so that the devices send again what the copy does not know.
func (c restoredCommand) Run(w *world) error {
	k, of, err := c.open(w, office.Options{})
	if err != nil {
		return err
	}
	if err := errors.Join(of.NewEpoch(context.Background()), k.Close()); err != nil {
		return err
	}
	fmt.Fprintln(w.out, text.T("county.renewed"))
	return nil
}
