package main

import (
	"ruhu/internal/desk"
	"ruhu/internal/paper"
	"ruhu/internal/text"
)

// signupCommand prints the 培训报名表: of some people, of all who are in a class or may join it, or blank.
type signupCommand struct {
	People []string `arg:"" optional:"" placeholder:"PERSON" help:"${who}"`
	Class  string   `placeholder:"ID" help:"${classid}"`
	Out    string   `short:"o" required:"" placeholder:"FILE" help:"${printout}"`
}

// Help shows examples.
func (signupCommand) Help() string { return text.T("ruhuctl.example.signup") }

// Run makes one file of all.
func (c signupCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		class := ""
		if c.Class != "" {
			k, err := classFlag{c.Class}.find(d)
			if err != nil {
				return err
			}
			class = k.ID
		}
		found, err := people(d, c.People)
		if err != nil {
			return err
		}
		var ids []string
		for _, p := range found {
			ids = append(ids, p.ID)
		}
		r, err := d.PrintSignUps(class, ids, c.Out, paper.Options{})
		if err != nil {
			return err
		}
		return printedOf(c.Out, r).show(f, w)
	})
}
