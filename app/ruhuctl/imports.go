package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"time"

	"ruhu/internal/desk"
	"ruhu/internal/text"
)

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
		if f.JSON {
			return print(w.out, append([]desk.Imported{}, all...))
		}
		for _, i := range all {
			state := ""
			if i.Undone {
				state = text.T("ruhuctl.import_undone")
			}
			fmt.Fprintln(w.out, text.T("ruhuctl.import_row", i.At.Format(time.DateTime), i.By, i.File, i.Written, i.Waiting, state, i.ID))
		}
		_, err = fmt.Fprintln(w.out, text.T("ruhuctl.records", len(all)))
		return err
	})
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
		if err := d.UndoImport(ctx, c.ID, nil); err != nil {
			return err
		}
		kept := 0
		all, err := d.Imports()
		for _, i := range all {
			if i.ID == c.ID {
				kept = i.Kept
			}
		}
		if err != nil {
			return err
		}
		return f.say(w, map[string]any{"id": c.ID, "kept": kept}, "ruhuctl.import_back", kept)
	})
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
