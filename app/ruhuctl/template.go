package main

import (
	"io"
	"os"

	"ruhu/internal/desk"
	"ruhu/internal/report"
	"ruhu/internal/sheet"
	"ruhu/internal/store"
	"ruhu/internal/text"
)

// templatesCommand is about the county's own forms of ledgers and tables.
type templatesCommand struct {
	List   templatesList   `cmd:"" default:"1" help:"${templateslist}"`
	Add    templatesAdd    `cmd:"" help:"${templatesadd}"`
	Forget templatesForget `cmd:"" help:"${templatesforget}"`
}

// Help shows an example.
func (templatesCommand) Help() string { return text.T("ruhuctl.example.templates") }

type templatesList struct{}

// Help shows an example.
func (templatesList) Help() string { return text.T("ruhuctl.example.templateslist") }

// Run lists those that are kept.
func (templatesList) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		all, err := d.Templates()
		if err != nil {
			return err
		}
		out := []map[string]string{}
		for _, t := range all {
			out = append(out, map[string]string{"name": t.Name, "report": t.Report})
		}
		return showAll(f, w, out, func(t map[string]string) string { return text.T("ruhuctl.ledger_listed", t["name"], t["report"]) }, "ruhuctl.records")
	})
}

type templatesAdd struct {
	Name   string `arg:"" help:"${templatename}"`
	Ledger string `arg:"" help:"${ledgername}"`
	File   string `arg:"" placeholder:"FILE" help:"${templatefile}"`
}

// Help shows an example.
func (templatesAdd) Help() string { return text.T("ruhuctl.example.templates") }

// Run keeps a workbook; one that nothing could be filled into is refused.
func (c templatesAdd) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		if err := d.SaveTemplate(c.Name, c.Ledger, c.File); err != nil {
			return err
		}
		return f.say(w, map[string]string{"name": c.Name}, "ruhuctl.template_kept", c.Name)
	})
}

type templatesForget struct {
	Name string `arg:"" help:"${templatename}"`
}

// Help shows an example.
func (templatesForget) Help() string { return text.T("ruhuctl.example.templatesforget") }

// Run forgets one.
func (c templatesForget) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		if err := d.DropTemplate(c.Name); err != nil {
			return err
		}
		return f.say(w, map[string]int{"forgotten": 1}, "ruhuctl.forgotten", 1)
	})
}

// fill fills a template, which is the name of one that is kept or a file, and says what could not be filled.
func (c ledgerCommand) fill(d *desk.Desk, f report.Filter, t report.Table, out *made) error {
	gaps, err := c.fillKept(d, f)
	if gaps == nil && err == nil {
		gaps, err = c.fillFile(d, t)
	}
	for _, g := range gaps {
		out.Gaps = append(out.Gaps, g.Sheet+" "+g.Cell+" "+g.Words)
	}
	return err
}

// fillKept fills a template of that name; nil gaps without an error mean that there is none.
func (c ledgerCommand) fillKept(d *desk.Desk, f report.Filter) ([]sheet.Gap, error) {
	all, err := d.Templates()
	if err != nil {
		return nil, err
	}
	for _, k := range all {
		if k.Name == c.Template {
			gaps, err := d.FillTemplate(k.Name, c.Out, f, nil)
			return append([]sheet.Gap{}, gaps...), err
		}
	}
	return nil, nil
}

func (c ledgerCommand) fillFile(d *desk.Desk, t report.Table) (gaps []sheet.Gap, err error) {
	file, err := os.ReadFile(c.Template)
	if err != nil {
		return nil, errAttached.With(c.Template).Because(err)
	}
	if format, err := sheet.FormatOf(c.Out); err != nil || format != "xlsx" {
		return nil, sheet.ErrFormat.With(c.Out)
	}
	s, err := d.Settings()
	if err != nil {
		return nil, err
	}
	if t.Unit == "" {
		t.Unit = s.Unit
	}
	err = store.WriteDurably(c.Out, func(w io.Writer) error {
		gaps, err = sheet.Fill(w, file, t, nil)
		return err
	})
	return gaps, err
}
