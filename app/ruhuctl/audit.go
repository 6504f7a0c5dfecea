package main

import (
	"fmt"
	"strconv"
	"strings"

	"ruhu/internal/audit"
	"ruhu/internal/desk"
	"ruhu/internal/quality"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// auditCommand looks all classes through for what auditors look for, or draws whom to call.
type auditCommand struct {
	Class  string `arg:"" optional:"" placeholder:"CLASS" help:"${auditclass}"`
	Sample string `placeholder:"N%" help:"${auditsample}"`
	Seed   string `placeholder:"SEED" help:"${auditseed}"`
	Out    string `short:"o" placeholder:"FILE" help:"${listout}"`
}

// Help shows an example.
func (auditCommand) Help() string { return text.T("ruhuctl.example.audit") }

// audited is one thing found.
type audited struct {
	Check    string `json:"check"`
	Title    string `json:"title"`
	Severity string `json:"severity"`
	Class    string `json:"class"`
	Person   string `json:"person,omitempty"`
	Sentence string `json:"sentence"`
	Source   string `json:"source,omitempty"`
}

// Run lists what was found, the worst first; or with --sample the trainees to call.
func (c auditCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		src, err := d.Source()
		if err != nil {
			return err
		}
		class := ""
		if c.Class != "" {
			k, err := classFlag{c.Class}.find(d)
			if err != nil {
				return err
			}
			class = k.ID
		}
		if c.Sample != "" {
			return c.draw(f, w, d, class)
		}
		if c.Seed != "" {
			return errUse.With(text.T("ruhuctl.seed_alone"))
		}
		var found []quality.Finding
		for _, q := range audit.Run(src, d.RuleBook(), d.Catalogue()) {
			if class == "" || q.Class == class {
				found = append(found, q)
			}
		}
		if c.Out != "" {
			if err := d.SaveTable(audit.Table(src, found), c.Out); err != nil {
				return err
			}
		}
		return c.show(f, w, found)
	})
}

func (c auditCommand) show(f *flags, w *world, found []quality.Finding) error {
	out, counts := []audited{}, map[quality.Severity]int{}
	for _, q := range found {
		out = append(out, audited{q.Check, audit.Title(q.Check), string(q.Severity), q.Class, q.Person, q.Sentence, q.Source})
		counts[q.Severity]++
	}
	if f.JSON {
		return print(w.out, out)
	}
	for _, q := range found {
		fmt.Fprintln(w.out, "  "+text.T("ruhuctl.audit_line", q.Severity.Words(), q.Sentence))
	}
	fmt.Fprintln(w.out, text.T("ruhuctl.quality", counts[quality.Error], counts[quality.Doubt], counts[quality.Hint]))
	if c.Out != "" {
		fmt.Fprintln(w.out, text.T("ruhuctl.written", c.Out))
	}
	return nil
}

// drawn is somebody to call.
type drawn struct {
	Class  string `json:"class"`
	Person string `json:"person"`
	Name   string `json:"name"`
	Seat   int    `json:"seat"`
	Phone  string `json:"phone"`
}

func (x drawn) words() string { return text.T("ruhuctl.drawn", x.Class, x.Seat, x.Name, x.Phone) }

// draw gives the trainees to call: the same seed draws the same ones, on any machine.
func (c auditCommand) draw(f *flags, w *world, d *desk.Desk, class string) error {
	share, err := strconv.ParseFloat(strings.TrimRight(c.Sample, "%％"), 64)
	if err != nil || share <= 0 || share > 100 {
		return errUse.With(text.T("ruhuctl.no_share", c.Sample))
	}
	classes, err := d.Classes()
	if err != nil {
		return err
	}
	t := report.Table{Name: "audit_sample", Title: text.T("audit.sample", c.Seed), Of: training.TypeClass}
	for _, key := range []string{"class", "class_no", "seat", "person", "phone"} {
		t.Columns = append(t.Columns, report.Column{Key: key, Label: text.T("audit.list." + key), Width: 16, Text: true})
	}
	out := []drawn{}
	least := d.RuleBook().Audit(d.Today()).Least
	for _, k := range classes {
		if class != "" && k.ID != class || k.Stage() == training.Draft {
			continue
		}
		seed := c.Seed
		if seed == "" {
			seed = k.Number()
		}
		in, err := d.Enrolments(k.ID)
		if err != nil {
			return err
		}
		for _, e := range audit.Sample(in, seed, share, least) {
			p, err := d.Person(e.PersonID())
			if err != nil {
				return err
			}
			out = append(out, drawn{k.Name(), p.ID, p.Name(), e.Seat(), survey.MaskPhone(p.Phone())})
			t.Rows, t.IDs = append(t.Rows, []string{k.Name(), k.No(), strconv.Itoa(e.Seat()), p.Name(), p.Phone()}), append(t.IDs, k.ID)
		}
	}
	if c.Out != "" {
		if err := d.SaveTable(t, c.Out); err != nil {
			return err
		}
	}
	return showAll(f, w, out, drawn.words, "ruhuctl.found_count")
}

// scanCommand files pictures of signed sheets where they belong.
type scanCommand struct {
	Files []string `arg:"" placeholder:"FILE" help:"${scanfiles}"`
}

// Help shows an example.
func (scanCommand) Help() string { return text.T("ruhuctl.example.scanfile") }

// filed is what became of a page on a picture.
type filed struct {
	File  string `json:"file"`
	Paper string `json:"paper,omitempty"`
	Page  int    `json:"page,omitempty"`
	Class string `json:"class,omitempty"`
	Again bool   `json:"again,omitempty"`
	Error string `json:"error,omitempty"`
}

var errSomeScans = text.NewError("ruhuctl.some_scans")

// Run files each; one that cannot be read keeps no other back.
func (c scanCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		rows, bad := []filed{}, 0
		for _, file := range c.Files {
			all, err := d.FileScan(file)
			if err != nil {
				rows = append(rows, filed{File: file, Error: text.Explain(err).What})
			}
			for _, x := range all {
				r := filed{file, x.Paper, x.Page, x.Class.Name(), x.Again, ""}
				if x.Err != nil {
					r.Error = text.Explain(x.Err).What
				}
				rows = append(rows, r)
			}
		}
		for _, r := range rows {
			if r.Error != "" {
				bad++
			}
			if !f.JSON {
				fmt.Fprintln(w.out, r.line())
			}
		}
		var err error
		if f.JSON {
			err = print(w.out, rows)
		}
		if err == nil && bad > 0 {
			err = errSomeScans.With(bad, len(rows))
		}
		return err
	})
}

func (r filed) line() string {
	switch {
	case r.Error != "":
		return text.T("ruhuctl.problem", r.File, r.Error)
	case r.Again:
		return text.T("ruhuctl.scan_filed_again", r.File, r.Class, r.Paper, r.Page)
	}
	return text.T("ruhuctl.scan_filed", r.File, r.Class, r.Paper, r.Page)
}

// followupCommand is about those who finished a class.
type followupCommand struct {
	Due followupDue `cmd:"" help:"${followupdue}"`
}

// Help shows an example.
func (followupCommand) Help() string { return text.T("ruhuctl.example.followup") }

type followupDue struct {
	Out string `short:"o" placeholder:"FILE" help:"${listout}"`
}

// Help shows an example.
func (followupDue) Help() string { return text.T("ruhuctl.example.followup") }

// Run lists who has to be looked after now.
func (c followupDue) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		src, err := d.Source()
		if err != nil {
			return err
		}
		t := report.FollowupsDue(*src, report.Filter{})
		if c.Out != "" {
			if err := d.SaveTable(t, c.Out); err != nil {
				return err
			}
		}
		masked(&t)
		if f.JSON {
			return print(w.out, rowsOf(t))
		}
		for _, r := range t.Rows {
			fmt.Fprintln(w.out, strings.Join(r, "\t"))
		}
		_, err = fmt.Fprintln(w.out, text.T("ruhuctl.found_count", len(t.Rows)))
		return err
	})
}
