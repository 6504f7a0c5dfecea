package main

import (
	"cmp"
	"context"
	"os"
	"os/signal"
	"time"

	"ruhu/internal/desk"
	"ruhu/internal/text"
)

var errNoImport = text.NewError("ruhuctl.no_import")

// importsCommand is about imports of the past.
type importsCommand struct {
	List importsList `cmd:"" default:"1" help:"${importslist}"`
	Undo importsUndo `cmd:"" help:"${importsundo}"`
	Show importsShow `cmd:"" help:"${importsshow}"`
}

// Help shows an example.
func (importsCommand) Help() string { return text.T("ruhuctl.example.imports") }

type importsList struct{}

// Help shows an example.
func (importsList) Help() string { return text.T("ruhuctl.example.imports") }

// Run lists what imports did, the latest first.
func (importsList) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		all, err := d.Imports()
		if err != nil {
			return err
		}
		return showAll(f, w, all, importLine, "ruhuctl.records")
	})
}

func importLine(i desk.Imported) string {
	state := ""
	if i.Undone {
		state = text.T("ruhuctl.import_undone")
	}
	return text.T("ruhuctl.import_row", i.At.Format(time.DateTime), i.By, i.File, i.Written, i.Waiting, state, i.ID)
}

type importsUndo struct {
	ID string `arg:"" placeholder:"ID" help:"${importsid}"`
}

// Help shows an example.
func (importsUndo) Help() string { return text.T("ruhuctl.example.importsundo") }

// Run takes an import back as a whole; what others have built on stays and is counted.
func (c importsUndo) Run(f *flags, w *world) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return f.with(w, func(d *desk.Desk) error {
		if _, err := importOf(d, c.ID); err != nil {
			return err
		}
		if err := d.UndoImport(ctx, c.ID, nil); err != nil {
			return err
		}
		i, err := importOf(d, c.ID)
		if err != nil {
			return err
		}
		return f.say(w, map[string]any{"id": c.ID, "kept": i.Kept}, "ruhuctl.import_back", i.Kept)
	})
}

func importOf(d *desk.Desk, id string) (desk.Imported, error) {
	all, err := d.Imports()
	for _, i := range all {
		if i.ID == id {
			return i, nil
		}
	}
	return desk.Imported{}, cmp.Or(err, error(errNoImport.With(id)))
}

type importsShow struct {
	ID  string `arg:"" placeholder:"ID" help:"${importsid}"`
	Out string `short:"o" required:"" placeholder:"FILE" help:"${listout}"`
}

// Help shows an example.
func (importsShow) Help() string { return text.T("ruhuctl.example.importsshow") }

// Run writes what became of every row, who decided so and what was wrong.
func (c importsShow) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		t, err := d.ImportTable(c.ID)
		if err != nil {
			return err
		}
		if err := d.SaveTable(t, c.Out); err != nil {
			return err
		}
		return f.say(w, made{File: c.Out, Title: t.Title, Rows: t.Count(), AddsUp: true}, "ruhuctl.written", c.Out)
	})
}
