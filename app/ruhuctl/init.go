package main

import (
	"ruhu/internal/desk"
	"ruhu/internal/sample"
	"ruhu/internal/text"
)

// initCommand makes a register.
type initCommand struct {
	Sample   bool   `help:"${sample}"`
	Township string `placeholder:"CODE" help:"${township}"`
	Actor    string `placeholder:"NAME" help:"${actor}"`
	Unit     string `placeholder:"NAME" help:"${unit}"`
}

// Help shows an example.
func (initCommand) Help() string { return text.T("ruhuctl.example.init") }

// Run makes it. An existing file is never touched.
func (c initCommand) Run(f *flags, w *world) (err error) {
	path, err := f.path(w)
	if err != nil {
		return err
	}
	pass, err := f.passphrase(w)
	if err != nil {
		return err
	}
	if err := township(c.Township); err != nil { // before there is a file
		return err
	}
	d, err := c.create(path, pass, f.options(w))
	if err != nil {
		return err
	}
	defer func() {
		if closing := d.Close(); err == nil {
			err = closing
		}
	}()
	if err := c.settle(d); err != nil {
		return err
	}
	n := d.Store().Counts()
	return f.say(w, map[string]any{"store": path, "households": n["household"], "persons": n["person"]},
		"ruhuctl.made", path, n["household"], n["person"])
}

func (c initCommand) create(path, pass string, o desk.Options) (*desk.Desk, error) {
	if o.Actor == "" {
		o.Actor = c.Actor
	}
	if c.Sample {
		return sample.Create(path, pass, o)
	}
	return desk.Create(path, pass, o)
}

func (c initCommand) settle(d *desk.Desk) error {
	s, err := d.Settings()
	if err != nil {
		return err
	}
	change := settingsCommand{Township: c.Township, Actor: c.Actor, Unit: c.Unit}
	return change.apply(d, s)
}
