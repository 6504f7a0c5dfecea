package main

import (
	"fmt"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/text"
)

// mergeCommand says that two records are of one person.
type mergeCommand struct {
	Keep   string `arg:"" placeholder:"PERSON" help:"${mergekeep}"`
	Drop   string `arg:"" placeholder:"PERSON" help:"${mergedrop}"`
	Anyway string `placeholder:"REASON" help:"${anyway}"`
	Reason string `placeholder:"WORDS" help:"${movereason}"`
}

// Help shows an example.
func (mergeCommand) Help() string { return text.T("ruhuctl.example.merge") }

// Run merges them.
func (c mergeCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		both, how, err := moveFlags{Anyway: c.Anyway, Reason: c.Reason}.people(d, []string{c.Keep, c.Drop})
		if err != nil {
			return err
		}
		if err := d.MergePeople(both[0].ID, both[1].ID, how...); err != nil {
			return err
		}
		return f.say(w, map[string]string{"keep": both[0].ID, "drop": both[1].ID}, "ruhuctl.merged", both[1].Name(), both[0].Name(), both[1].ID)
	})
}

// unmergeCommand parts two records again.
type unmergeCommand struct {
	Drop   string `arg:"" placeholder:"ID" help:"${unmerge}"`
	Reason string `placeholder:"WORDS" help:"${movereason}"`
}

// Help shows an example.
func (unmergeCommand) Help() string { return text.T("ruhuctl.example.unmerge") }

// Run parts them. A merged record is found by its id, or by whom it was merged into where it is the only one.
func (c unmergeCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		drop, err := droppedOf(d, c.Drop)
		if err != nil {
			return err
		}
		if err := d.Unmerge(drop, desk.Because(c.Reason)); err != nil {
			return err
		}
		return f.say(w, map[string]string{"id": drop}, "ruhuctl.parted", drop)
	})
}

func droppedOf(d *desk.Desk, said string) (string, error) {
	p, err := person(d, said)
	if err != nil {
		return said, nil // the id of a record that nothing finds any more
	}
	merged, err := d.MergedInto(registry.TypePerson, p.ID)
	if err != nil || len(merged) != 1 || p.ID == said && len(merged) == 0 {
		return said, err
	}
	return merged[0].ID, nil
}

// duplicatesCommand lists pairs of records that may be of one person.
type duplicatesCommand struct {
	Two   []string `placeholder:"ID" sep:"," help:"${two}"`
	Limit int      `default:"50" placeholder:"N" help:"${pairlimit}"`
}

// Help shows an example.
func (duplicatesCommand) Help() string { return text.T("ruhuctl.example.duplicates") }

// twin is a pair.
type twin struct {
	A     string `json:"a"`
	B     string `json:"b"`
	NameA string `json:"name_a"`
	NameB string `json:"name_b"`
	Why   string `json:"why"`
	But   string `json:"but,omitempty"`
}

// Run lists them, or keeps that two are two people.
func (c duplicatesCommand) Run(f *flags, w *world) error {
	if len(c.Two) != 0 && len(c.Two) != 2 {
		return errUse.With(text.T("ruhuctl.two_ids"))
	}
	return f.with(w, func(d *desk.Desk) error {
		if len(c.Two) == 2 {
			if err := d.TwoPeople(c.Two[0], c.Two[1]); err != nil {
				return err
			}
			return f.say(w, map[string][]string{"two": c.Two}, "ruhuctl.two_people")
		}
		pairs, err := d.Duplicates()
		if err != nil {
			return err
		}
		out := []twin{}
		for _, p := range pairs[:min(len(pairs), c.Limit)] {
			out = append(out, twin{p.A.ID, p.B.ID, p.A.Name(), p.B.Name(), p.Why, p.But})
		}
		if f.JSON {
			return print(w.out, out)
		}
		for _, p := range out {
			fmt.Fprintln(w.out, text.T("ruhuctl.twin", p.NameA, p.NameB, p.Why, p.But, p.A, p.B))
		}
		_, err = fmt.Fprintln(w.out, text.T("ruhuctl.twins", len(pairs)))
		return err
	})
}
