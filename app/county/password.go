package main

import (
	"context"
	"errors"
	"fmt"

	"ruhu/internal/office"
	"ruhu/internal/text"
)

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
