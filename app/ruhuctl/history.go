package main

import (
	"time"

	"ruhu/internal/desk"
	"ruhu/internal/text"
)

// historyCommand tells what changed in a person, a household or a record, when and by whom.
type historyCommand struct {
	Who  string `arg:"" placeholder:"PERSON" help:"${historywho}"`
	Type string `default:"person" placeholder:"TYPE" help:"${historytype}"`
}

// Help shows an example.
func (historyCommand) Help() string { return text.T("ruhuctl.example.history") }

// told is one edit.
type told struct {
	At   string       `json:"at"`
	By   string       `json:"by,omitempty"`
	Why  string       `json:"why,omitempty"`
	What string       `json:"what"`
	Set  []toldAnswer `json:"set"`
}

type toldAnswer struct {
	Field string `json:"field"`
	Label string `json:"label"`
	Was   string `json:"was,omitempty"`
	Now   string `json:"now,omitempty"`
}

// Run lists the edits, the latest first.
func (c historyCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		of, err := attachedTo(d, c.Type, c.Who)
		if err != nil {
			return err
		}
		all, err := d.History(of.Type, of.ID)
		if err != nil {
			return err
		}
		out := []told{}
		for _, e := range all {
			t := told{At: e.At.Format(time.DateTime), By: e.By, Why: e.Why, What: e.What, Set: []toldAnswer{}}
			for _, s := range e.Set {
				t.Set = append(t.Set, toldAnswer{s.Key, s.Label, s.Was, s.Now})
			}
			out = append(out, t)
		}
		return showAll(f, w, out, func(t told) string { return text.T("ruhuctl.edit", t.At, t.By, t.What, t.Why) }, "ruhuctl.records")
	})
}
