package main

import (
	"fmt"

	"ruhu/internal/desk"
	"ruhu/internal/region"
	"ruhu/internal/text"
)

var errTownship = text.NewError("ruhuctl.no_township")

// settingsCommand shows or changes what this register knows of its place and people.
type settingsCommand struct {
	Township string `placeholder:"CODE" help:"${township}"`
	Actor    string `placeholder:"NAME" help:"${actor}"`
	Unit     string `placeholder:"NAME" help:"${unit}"`
}

// Help shows an example.
func (settingsCommand) Help() string { return text.T("ruhuctl.example.settings") }

// Run changes what is given and shows how it stands.
func (c settingsCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		s, err := d.Settings()
		if err != nil {
			return err
		}
		if err := c.apply(d, s); err != nil {
			return err
		}
		if s, err = d.Settings(); err != nil {
			return err
		}
		return f.say(w, s, "ruhuctl.settings", s.Actor, s.Unit, region.Name(s.Township), s.Township)
	})
}

// apply keeps what is given; a township must be one.
func (c settingsCommand) apply(d *desk.Desk, s desk.Settings) error {
	if c == (settingsCommand{}) {
		return nil
	}
	if err := township(c.Township); err != nil {
		return err
	}
	if c.Township != "" {
		s.Township = c.Township
	}
	if c.Actor != "" {
		s.Actor = c.Actor
	}
	if c.Unit != "" {
		s.Unit = c.Unit
	}
	return d.SaveSettings(s)
}

// township refuses what is no township's code; none at all is fine.
func township(code string) error {
	if code != "" && (len(code) != int(region.Township) || region.Name(code) == code) {
		return errTownship.With(code)
	}
	return nil
}

// backupCommand writes a copy.
type backupCommand struct {
	Out string `short:"o" required:"" placeholder:"FILE" help:"${out}"`
}

// Help shows an example.
func (backupCommand) Help() string { return text.T("ruhuctl.example.backup") }

// Run writes it and sees that it opens.
func (c backupCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		if err := d.Backup(c.Out); err != nil {
			return err
		}
		return f.say(w, map[string]string{"backup": c.Out}, "ruhuctl.backed_up", c.Out)
	})
}

// checkCommand reads everything and says whether it is sound.
type checkCommand struct{}

// Help shows an example.
func (checkCommand) Help() string { return text.T("ruhuctl.example.check") }

// checked is what a check found.
type checked struct {
	Sound     bool           `json:"sound"`
	Counts    map[string]int `json:"counts"`
	Changes   uint64         `json:"changes"`
	Waiting   int            `json:"waiting"`
	Conflicts int            `json:"conflicts"`
}

// Run reads every page and every value of the file.
func (checkCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		if err := d.Store().Check(); err != nil {
			return err
		}
		due, err := d.Due()
		if err != nil {
			return err
		}
		r := checked{true, d.Store().Counts(), d.Store().LastLSN(), due.Waiting, due.Conflicts}
		if f.JSON {
			return print(w.out, r)
		}
		fmt.Fprintln(w.out, text.T("ruhuctl.sound", d.Store().Path()))
		for _, typ := range []string{"household", "person", "wish", "visit", "class", "session", "enrolment", "mark"} {
			fmt.Fprintln(w.out, "  "+text.T("ruhuctl.count."+typ, r.Counts[typ]))
		}
		fmt.Fprintln(w.out, "  "+text.T("ruhuctl.count.rest", r.Waiting, r.Conflicts))
		return nil
	})
}
