package main

import (
	"fmt"
	"slices"
	"strings"

	"ruhu/internal/catalogue/lists"
	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// catalogueCommand is about the catalogues: trades, programmes, institutions, assessors, teachers, schools.
type catalogueCommand struct {
	List catalogueList `cmd:"" help:"${cataloguelist}"`
	In   catalogueIn   `cmd:"" help:"${cataloguein}"`
	Out  catalogueOut  `cmd:"" help:"${catalogueout}"`
}

// Help shows an example.
func (catalogueCommand) Help() string { return text.T("ruhuctl.example.catalogue") }

// catalogueFlag names the catalogue that is meant.
type catalogueFlag struct {
	Type string `arg:"" enum:"${catalogues}" placeholder:"TYPE" help:"${cataloguetype}"`
}

type catalogueList struct {
	catalogueFlag
	On  string `placeholder:"DATE" help:"${catalogueon}"`
	All bool   `help:"${catalogueall}"`
}

// Help shows an example.
func (catalogueList) Help() string { return text.T("ruhuctl.example.cataloguelist") }

// catalogueRow is a row of a catalogue as it is shown.
type catalogueRow struct {
	ID      string            `json:"id,omitempty"` // "" for what ships
	Own     bool              `json:"own"`
	Answers map[string]string `json:"answers"` // by the question's label

	line string
}

func (r catalogueRow) words() string { return r.line }

// Run lists the rows that hold on a day, or all of all days.
func (c catalogueList) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		day := d.Today().Format("2006-01-02")
		if c.On != "" {
			var err error
			if day, err = survey.ParseDate(c.On); err != nil {
				return errUse.With(text.T("ruhuctl.no_day", c.On))
			}
		}
		rows, err := d.CatalogueRows(c.Type)
		if err != nil {
			return err
		}
		t, out := d.Table(c.Type), []catalogueRow{}
		for _, r := range rows {
			if c.All || holdsOn(r, day) {
				out = append(out, shownRow(t, r))
			}
		}
		return showAll(f, w, out, catalogueRow.words, "ruhuctl.records")
	})
}

// holdsOn tells whether a day lies between the first and the last of a row.
func holdsOn(r registry.Record, day string) bool {
	last, ends := survey.LastDay(r.Get(survey.ValidTo))
	return r.Get(survey.ValidFrom) <= day && (!ends || last.Format("2006-01-02") >= day)
}

func shownRow(t *survey.Table, r registry.Record) catalogueRow {
	shown := shownRecord(t, r)
	out := catalogueRow{ID: r.ID, Own: r.ID != "", Answers: shown.Answers}
	from := "ruhuctl.catalogue_shipped"
	if out.Own {
		from = "ruhuctl.catalogue_own"
	}
	out.line = text.T("ruhuctl.catalogue_row", text.T(from), brief(t, r))
	return out
}

// brief are the answers of a row on one line, without notes and sources, which --json gives.
func brief(t *survey.Table, r registry.Record) string {
	for _, f := range t.Fields {
		if f.Kind == survey.Note || f.Key == survey.CatSource {
			r.Packed = r.With(f.Key, "")
		}
	}
	return inWords(t, r)
}

type catalogueOut struct {
	catalogueFlag
	Out    string `short:"o" required:"" placeholder:"FILE" help:"${listout}"`
	Public bool   `help:"${cataloguepublic}"`
}

// Help shows an example.
func (catalogueOut) Help() string { return text.T("ruhuctl.example.catalogueout") }

// Run writes a catalogue so that in reads it back, or as a list to publish.
func (c catalogueOut) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		t, err := d.CatalogueTable(c.Type, c.Public)
		if err == nil {
			err = d.SaveTable(t, c.Out)
		}
		if err != nil {
			return err
		}
		return f.say(w, map[string]any{"file": c.Out, "rows": len(t.Rows)}, "ruhuctl.catalogue_written", len(t.Rows), c.Out)
	})
}

type catalogueIn struct {
	catalogueFlag
	File   string `arg:"" placeholder:"FILE" help:"${cataloguefile}"`
	DryRun bool   `help:"${dryrun}"`
}

// Help shows an example.
func (catalogueIn) Help() string { return text.T("ruhuctl.example.cataloguein") }

// catalogueRead is what came of a file.
type catalogueRead struct {
	Rows     int                `json:"rows"`  // that could be read
	Saved    int                `json:"saved"` // that say something new
	Problems []catalogueProblem `json:"problems"`
}

type catalogueProblem struct {
	Sheet  string `json:"sheet"`
	Row    int    `json:"row"`
	Column string `json:"column,omitempty"`
	Words  string `json:"message"`
	Way    string `json:"way,omitempty"`
}

// Run reads a file and saves what is new in it. What is wrong with a cell or a row is named; all that is good beside it goes in.
func (c catalogueIn) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		l, err := d.ReadCatalogue(c.File, c.Type)
		if err != nil {
			return err
		}
		out := catalogueRead{Rows: len(l.Rows), Saved: len(l.Save), Problems: []catalogueProblem{}}
		for _, p := range l.Problems {
			out.Problems = append(out.Problems, problemOf(p))
		}
		if !c.DryRun {
			if out.Saved, err = d.SaveCatalogue(l); err != nil {
				return err
			}
		}
		return out.show(f, w, c.DryRun)
	})
}

func problemOf(p lists.Problem) catalogueProblem {
	x := text.Explain(p.Err)
	return catalogueProblem{p.Sheet, p.Row, p.Column, x.What, x.Way}
}

func (r catalogueRead) show(f *flags, w *world, dry bool) error {
	if f.JSON {
		return print(w.out, r)
	}
	for _, p := range r.Problems {
		if at := place(p.Sheet, p.Row); p.Column == "" {
			fmt.Fprintln(w.out, text.T("ruhuctl.problem", at, p.Words))
		} else {
			fmt.Fprintln(w.out, text.T("ruhuctl.problem_column", at, p.Column, p.Words))
		}
	}
	key := "ruhuctl.catalogue_read"
	if dry {
		key = "ruhuctl.catalogue_would"
	}
	_, err := fmt.Fprintln(w.out, text.T(key, r.Rows, r.Saved, len(r.Problems)))
	return err
}

// catalogueNames are the types that the verb knows.
func catalogueNames() string { return strings.Join(slices.Clone(registry.CatalogueTypes), ",") }
