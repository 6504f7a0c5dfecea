package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"ruhu/internal/desk"
	"ruhu/internal/paper"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// ledgerCommand makes a ledger or a table of numbers; report is the same by another name.
type ledgerCommand struct {
	Name string `arg:"" optional:"" placeholder:"LEDGER" help:"${ledgername}"`
	tableFlags
	Out      string `short:"o" placeholder:"FILE" help:"${ledgerout}"`
	Template string `placeholder:"FILE" help:"${ledgertemplate}"`
	Paper    string `placeholder:"SIZE" help:"${ledgerpaper}"`
}

// Help shows an example.
func (ledgerCommand) Help() string { return text.T("ruhuctl.example.ledger") }

// tableFlags narrow a ledger down.
type tableFlags struct {
	Village string `placeholder:"VILLAGE" help:"${village}"`
	Text    string `placeholder:"WORDS" help:"${ledgertext}"`
	Status  string `placeholder:"STATUS" help:"${ledgerstatus}"`
	Public  bool   `help:"${public}"`
	AsOf    string `name:"as-of" aliases:"on" placeholder:"DATE" help:"${ledgeron}"`
	From    string `placeholder:"DATE" help:"${ledgerfrom}"`
	Until   string `placeholder:"DATE" help:"${ledgeruntil}"`
	Month   string `placeholder:"MONTH" help:"${ledgermonth}"`
}

// filter is what the flags mean.
func (c tableFlags) filter(d *desk.Desk) (report.Filter, error) {
	village, err := d.VillageCode(c.Village)
	if err != nil {
		return report.Filter{}, err
	}
	f := report.Filter{Village: village, Text: c.Text, Status: c.Status, Public: c.Public}
	for _, day := range []struct {
		said string
		to   *string
	}{{c.AsOf, &f.On}, {c.From, &f.From}, {c.Until, &f.Until}, {c.Month, &f.From}, {c.Month, &f.Until}} {
		if day.said == "" {
			continue
		}
		if *day.to, err = date(day.said); err != nil {
			return f, err
		}
	}
	return f, nil
}

// date reads a day, a month or a year as people write it.
func date(said string) (survey.Date, error) {
	f, _ := survey.Fact.Field(survey.StartsOn)
	day, err := f.Clean(said)
	if err != nil {
		return "", errUse.With(text.T("ruhuctl.date", said)).Because(err)
	}
	return day, nil
}

// made is a file that was made.
type made struct {
	File     string   `json:"file,omitempty"`
	Title    string   `json:"title"`
	Rows     int      `json:"rows"`
	Pages    int      `json:"pages,omitempty"`
	Period   string   `json:"period,omitempty"`
	Notes    []string `json:"notes,omitempty"`
	Missing  []string `json:"missing,omitempty"` // characters that no font here has
	AddsUp   bool     `json:"adds_up"`
	NotAdded string   `json:"problem,omitempty"` // by how much it does not add up
	Gaps     []string `json:"gaps,omitempty"`    // places of a template that could not be filled
}

// Run writes it as a file, or counts it where no file is named; without a name it says which there are.
func (c ledgerCommand) Run(f *flags, w *world) error {
	if c.Name == "" {
		return listLedgers(f, w)
	}
	return f.with(w, func(d *desk.Desk) error {
		filter, err := c.filter(d)
		if err != nil {
			return err
		}
		t, err := d.Report(c.Name, filter)
		if err != nil && (c.Out != "" || t.Title == "") {
			return err
		}
		out := made{File: c.Out, Title: t.Title, Rows: t.Count(), Period: t.Period, Notes: t.Note, AddsUp: err == nil}
		if err != nil {
			out.NotAdded = text.Explain(err).What
		}
		if c.Out != "" {
			if err := c.write(d, filter, t, &out); err != nil {
				return err
			}
		}
		return c.show(f, w, t, out)
	})
}

// write makes the file, of the kind that its ending says.
func (c ledgerCommand) write(d *desk.Desk, f report.Filter, t report.Table, out *made) error {
	if c.Template != "" {
		return c.fill(d, f, t, out)
	}
	if strings.ToLower(filepath.Ext(c.Out)) != ".pdf" {
		return d.SaveTable(t, c.Out)
	}
	r, err := d.PrintTable(t, c.Out, paper.Options{Paper: c.Paper, Public: c.Public})
	if out.Pages = r.Pages; len(r.Files) > 1 { // a long ledger goes into several
		out.File = strings.Join(r.Files, text.T("ruhuctl.comma"))
	}
	for _, m := range r.Missing {
		out.Missing = append(out.Missing, string(m))
	}
	return err
}

func (c ledgerCommand) show(f *flags, w *world, t report.Table, out made) error {
	if f.JSON {
		return print(w.out, out)
	}
	fmt.Fprintln(w.out, text.T("ruhuctl.ledger", t.Title, t.Count()))
	for _, s := range t.Statuses {
		fmt.Fprintln(w.out, "  "+text.T("ruhuctl.status", s.Name, s.Count))
	}
	for _, n := range t.Note {
		fmt.Fprintln(w.out, "  "+n)
	}
	for _, s := range t.Sums {
		fmt.Fprintln(w.out, "  "+s.Words)
	}
	if out.NotAdded != "" {
		fmt.Fprintln(w.out, "  "+out.NotAdded)
	}
	for _, g := range out.Gaps {
		fmt.Fprintln(w.out, "  "+text.T("ruhuctl.gap", g))
	}
	for _, m := range out.Missing {
		fmt.Fprintln(w.out, "  "+text.T("ruhuctl.missing", m))
	}
	if out.Pages > 0 {
		fmt.Fprintln(w.out, text.T("ruhuctl.printed", out.File, out.Pages))
	} else if out.File != "" {
		fmt.Fprintln(w.out, text.T("ruhuctl.written", out.File))
	}
	return nil
}

// listed is a ledger that there is.
type listed struct {
	Name    string `json:"name"`
	Title   string `json:"title"`
	Numbers bool   `json:"numbers"` // a table of numbers
}

func listLedgers(f *flags, w *world) error {
	var all []listed
	for _, l := range desk.Ledgers() {
		all = append(all, listed{l.Name, text.T(l.TitleKey), false})
	}
	for _, n := range report.Tables {
		all = append(all, listed{n.Name, text.T(n.TitleKey), true})
	}
	if f.JSON {
		return print(w.out, all)
	}
	for _, l := range all {
		fmt.Fprintln(w.out, text.T("ruhuctl.ledger_listed", l.Name, l.Title))
	}
	return nil
}
