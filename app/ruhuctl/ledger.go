package main

import (
	"fmt"
	"time"

	"ruhu/internal/desk"
	"ruhu/internal/report"
	"ruhu/internal/rules"
	"ruhu/internal/text"
)

// ledgerCommand makes a ledger.
type ledgerCommand struct {
	Name    string `arg:"" placeholder:"LEDGER" help:"${ledgername}"`
	Out     string `short:"o" placeholder:"FILE" help:"${ledgerout}"`
	Village string `placeholder:"VILLAGE" help:"${village}"`
	Text    string `placeholder:"WORDS" help:"${ledgertext}"`
	Status  string `placeholder:"STATUS" help:"${ledgerstatus}"`
	Public  bool   `help:"${public}"`
	On      string `placeholder:"DATE" help:"${ledgeron}"`
}

// Help shows an example.
func (ledgerCommand) Help() string { return text.T("ruhuctl.example.ledger") }

// made is a file that was made.
type made struct {
	File  string `json:"file,omitempty"`
	Title string `json:"title"`
	Rows  int    `json:"rows"`
}

// Run writes it as a file, or counts it where no file is named.
func (c ledgerCommand) Run(f *flags, w *world) error {
	on := w.now
	if c.On != "" {
		day, err := time.Parse(time.DateOnly, c.On)
		if err != nil {
			return errUse.With(text.T("ruhuctl.date", c.On)).Because(err)
		}
		on = func() time.Time { return day }
	}
	return f.with(&world{w.out, w.err, w.env, on, w.fast}, func(d *desk.Desk) error {
		village, err := d.VillageCode(c.Village)
		if err != nil {
			return err
		}
		filter := report.Filter{Village: village, Text: c.Text, Status: c.Status, Public: c.Public}
		var t report.Table
		if c.Out == "" {
			t, err = d.Ledger(c.Name, filter)
		} else {
			t, err = d.SaveLedger(c.Name, c.Out, filter)
		}
		if err != nil {
			return err
		}
		return c.show(f, w, t)
	})
}

func (c ledgerCommand) show(f *flags, w *world, t report.Table) error {
	if f.JSON {
		return print(w.out, made{c.Out, t.Title, t.Count()})
	}
	fmt.Fprintln(w.out, text.T("ruhuctl.ledger", t.Title, t.Count()))
	for _, s := range t.Statuses {
		fmt.Fprintln(w.out, "  "+text.T("ruhuctl.status", s.Name, s.Count))
	}
	if c.Name == "lianghousheng" {
		fmt.Fprintln(w.out, text.T("ruhuctl.rule", rules.LeftSchoolOn(w.now()).MinAge, rules.LeftSchoolOn(w.now()).MaxAge))
	}
	if c.Out != "" {
		fmt.Fprintln(w.out, text.T("ruhuctl.written", c.Out))
	}
	return nil
}
