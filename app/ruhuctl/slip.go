package main

import (
	"ruhu/internal/desk"
	"ruhu/internal/paper"
	"ruhu/internal/text"
)

// slipCommand prints the 入户告知单 of one or several households.
type slipCommand struct {
	Households []string `arg:"" optional:"" placeholder:"HOUSEHOLD" help:"${whichhouses}"`
	Village    string   `placeholder:"VILLAGE" help:"${slipvillage}"`
	Out        string   `short:"o" required:"" placeholder:"FILE" help:"${printout}"`
}

// Help shows an example.
func (slipCommand) Help() string { return text.T("ruhuctl.example.slip") }

// Run makes one file of all.
func (c slipCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		var houses []string
		for _, said := range c.Households {
			h, err := home(d, said)
			if err != nil {
				return err
			}
			houses = append(houses, h)
		}
		if c.Village != "" {
			code, err := d.VillageCode(c.Village)
			if err != nil {
				return err
			}
			houses = append(houses, d.HouseholdIDs(code)...)
		}
		r, err := d.PrintSlips(houses, c.Out, paper.Options{})
		if err != nil {
			return err
		}
		return printedOf(c.Out, r).show(f, w)
	})
}

// efileCommand prints somebody's 劳动者电子档案.
type efileCommand struct {
	Who string `arg:"" placeholder:"PERSON" help:"${who}"`
	Out string `short:"o" required:"" placeholder:"FILE" help:"${printout}"`
}

// Help shows an example.
func (efileCommand) Help() string { return text.T("ruhuctl.example.efile") }

// Run makes it.
func (c efileCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		p, err := person(d, c.Who)
		if err != nil {
			return err
		}
		r, err := d.Print("efile", p.ID, c.Out, paper.Options{})
		if err != nil {
			return err
		}
		return printedOf(c.Out, r).show(f, w)
	})
}
