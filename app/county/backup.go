package main

import (
	"context"
	"errors"
	"fmt"

	"ruhu/internal/office"
	"ruhu/internal/text"
)

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
