package main

import (
	"fmt"

	"ruhu/internal/desk"
	"ruhu/internal/paper"
	"ruhu/internal/text"
)

// printCommand makes a paper.
type printCommand struct {
	Kind string `arg:"" enum:"${papers}" placeholder:"KIND" help:"${printkind}"`
	classFlag
	Out    string `short:"o" required:"" placeholder:"FILE" help:"${printout}"`
	Public bool   `help:"${public}"`
	Paper  string `placeholder:"SIZE" help:"${paper}"`
	Date   string `placeholder:"DATE" help:"${signindate}"`
}

// Help shows an example.
func (printCommand) Help() string { return text.T("ruhuctl.example.print") }

// printed is a paper that was made.
type printed struct {
	File    string   `json:"file"`
	Pages   int      `json:"pages"`
	Missing []string `json:"missing"` // characters that no font here has: drawn as a hollow box
	Blank   []string `json:"blank"`   // items that were empty
	LeftOut int      `json:"left_out"`
	Omitted int      `json:"omitted"` // entries of an e-file that did not fit
}

// Run writes it as PDF and tells what must be looked at before it goes to the printer.
func (c printCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		r, err := d.Print(c.Kind, k.ID, c.Out, paper.Options{Public: c.Public, Paper: c.Paper, Date: c.Date})
		if err != nil {
			return err
		}
		return printedOf(c.Out, r).show(f, w)
	})
}

func printedOf(file string, r paper.Report) printed {
	out := printed{File: file, Pages: r.Pages, Missing: []string{}, Blank: append([]string{}, r.Blank...), LeftOut: r.LeftOut, Omitted: r.Omitted}
	for _, c := range r.Missing {
		out.Missing = append(out.Missing, string(c))
	}
	return out
}

func (r printed) show(f *flags, w *world) error {
	if f.JSON {
		return print(w.out, r)
	}
	fmt.Fprintln(w.out, text.T("ruhuctl.printed", r.File, r.Pages))
	for _, c := range r.Missing {
		fmt.Fprintln(w.out, "  "+text.T("ruhuctl.missing", c))
	}
	for _, item := range r.Blank {
		fmt.Fprintln(w.out, "  "+text.T("ruhuctl.blank", item))
	}
	if r.LeftOut > 0 {
		fmt.Fprintln(w.out, "  "+text.T("ruhuctl.children", r.LeftOut))
	}
	if r.Omitted > 0 {
		fmt.Fprintln(w.out, "  "+text.T("ruhuctl.omitted", r.Omitted))
	}
	return nil
}
