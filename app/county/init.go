package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"strings"

	"ruhu/internal/office"
	"ruhu/internal/office/bolt"
	"ruhu/internal/region"
	"ruhu/internal/store"
	"ruhu/internal/text"
)

// initCommand makes the office.
type initCommand struct {
	storeFlags
	Code      string `default:"532325" placeholder:"CODE" help:"${countycode}"`
	Name      string `placeholder:"NAME" help:"${countyname}"`
	AdminFile string `placeholder:"FILE" name:"admin-password-file" help:"${adminfile}"`
}

// Help shows an example.
func (initCommand) Help() string { return text.T("county.example.init") }

// adminUser is the name that the first user of the pages logs in with.
const adminUser = "admin"

// Run makes the file; where anything fails there is none afterwards.
func (c initCommand) Run(w *world) error {
	pass, err := c.passphrase(w)
	if err != nil {
		return err
	}
	name, err := c.name()
	if err != nil {
		return err
	}
	admin, drawn, err := c.admin(w)
	if err != nil {
		return err
	}
	k, err := bolt.Create(c.Store, pass, store.Options{Now: w.now, FastKDF: w.fast})
	if err != nil {
		return err
	}
	if err := errors.Join(found(w, k, c.Code, name, admin), k.Close()); err != nil {
		return errors.Join(err, os.Remove(c.Store))
	}
	fmt.Fprintln(w.out, text.T("county.made", name, c.Code, c.Store))
	if drawn {
		fmt.Fprintln(w.out, text.T("county.admin", adminUser, admin))
	}
	return nil
}

func found(w *world, k *bolt.Keeper, code, name, admin string) error {
	ctx := context.Background()
	if err := office.Found(ctx, k, code, name, w.now()); err != nil {
		return err
	}
	of, err := theOffice(k, office.Options{Now: w.now, FastKDF: w.fast})
	if err != nil {
		return err
	}
	return of.SetPassword(ctx, adminUser, admin)
}

// name is the county's name: as given, or as the list of regions has it.
func (c initCommand) name() (string, error) {
	if len(c.Code) != int(region.County) || strings.Trim(c.Code, "0123456789") != "" {
		return "", errUse.With("--code " + c.Code)
	}
	if c.Name != "" {
		return c.Name, nil
	}
	t, err := region.Load(c.Code)
	if err != nil {
		return "", err
	}
	return t.Name(c.Code), nil
}

// admin gives the password of the pages, and whether it was drawn here.
func (c initCommand) admin(w *world) (pass string, drawn bool, err error) {
	if c.AdminFile != "" || w.env("RUHU_ADMIN_PASSWORD") != "" {
		pass, err = secret(w, c.AdminFile, "RUHU_ADMIN_PASSWORD")
		return pass, false, err
	}
	var b [8]byte
	rand.Read(b[:])
	s := hex.EncodeToString(b[:])
	return s[:4] + "-" + s[4:8] + "-" + s[8:12] + "-" + s[12:], true, nil
}
