package main

import (
	"fmt"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// placesCommand is about the county's own changes of the list of regions, and villager groups.
type placesCommand struct {
	List placesList `cmd:"" default:"withargs" help:"${placeslist}"`
	Add  placesAdd  `cmd:"" help:"${placesadd}"`
}

// Help shows an example.
func (placesCommand) Help() string { return text.T("ruhuctl.example.places") }

type placesList struct {
	Village string `placeholder:"VILLAGE" help:"${placesvillage}"`
}

// Help shows an example.
func (placesList) Help() string { return text.T("ruhuctl.example.placeslist") }

// Run lists the changes, or the groups of a village.
func (c placesList) Run(f *flags, w *world) error {
	if c.Village == "" {
		return listRecords(f, w, registry.TypePlace, "")
	}
	return f.with(w, func(d *desk.Desk) error {
		code, err := d.VillageCode(c.Village)
		if err != nil {
			return err
		}
		tree, err := d.Tree()
		if err != nil {
			return err
		}
		groups := append([]string{}, tree.Groups(code)...)
		if f.JSON {
			return print(w.out, map[string]any{"code": code, "name": tree.Full(code), "groups": groups})
		}
		for _, g := range groups {
			fmt.Fprintln(w.out, g)
		}
		_, err = fmt.Fprintln(w.out, text.T("ruhuctl.groups", tree.Full(code), len(groups)))
		return err
	})
}

type placesAdd struct{ answers }

// Help shows an example.
func (placesAdd) Help() string { return text.T("ruhuctl.example.places") }

// Run adds a change, or a group.
func (c placesAdd) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		a, err := c.read(d, survey.Place, survey.Answers{})
		if err != nil {
			return err
		}
		id, err := d.SavePlace(c.ID, a, c.how()...)
		return f.saved(w, id, err)
	})
}

// targetsCommand is about the tasks of the year: how many, of whom, by when.
type targetsCommand struct {
	List targetsList `cmd:"" default:"1" help:"${targetslist}"`
	Add  targetsAdd  `cmd:"" help:"${targetsadd}"`
}

// Help shows an example.
func (targetsCommand) Help() string { return text.T("ruhuctl.example.targets") }

type targetsList struct{}

// Help shows an example.
func (targetsList) Help() string { return text.T("ruhuctl.example.targetslist") }

// Run lists them in the order of the papers that set them.
func (targetsList) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		all, err := d.Targets()
		if err != nil {
			return err
		}
		out := []one{}
		for _, t := range all {
			o := shownRecord(survey.Target, t)
			o.line = text.T("ruhuctl.target", t.Get(survey.TargetTask), t.Get(survey.TargetNumber), t.Get(survey.TargetUnit), t.Get(survey.TargetUntil), t.ID)
			out = append(out, o)
		}
		return showAll(f, w, out, one.words, "ruhuctl.records")
	})
}

type targetsAdd struct{ answers }

// Help shows an example.
func (targetsAdd) Help() string { return text.T("ruhuctl.example.targets") }

// Run adds a target, or changes the number of one.
func (c targetsAdd) Run(f *flags, w *world) error {
	return addRecord(f, w, registry.TypeTarget, "", c.answers)
}
