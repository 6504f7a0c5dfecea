package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strings"

	"ruhu/internal/desk"
	"ruhu/internal/intake"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// importCommand takes in a list.
type importCommand struct {
	File     string   `arg:"" placeholder:"FILE" help:"${importfile}"`
	DryRun   bool     `help:"${dryrun}"`
	Township string   `placeholder:"CODE" help:"${importtownship}"`
	All      bool     `help:"${allproblems}"`
	Columns  bool     `help:"${importcolumns}"`
	Column   []string `placeholder:"HEADING=QUESTION" help:"${importcolumn}"`
	Decide   []string `placeholder:"ROW=CHOICE" help:"${importdecide}"`
}

// Help shows an example.
func (importCommand) Help() string { return text.T("ruhuctl.example.import") }

// planned is what would become of a list: the answer of --dry-run --json, to the letter.
type planned struct {
	Rows       int              `json:"rows"`
	Households int              `json:"households"`
	Persons    int              `json:"persons"`
	New        int              `json:"new"`
	Changed    int              `json:"changed"`
	Same       int              `json:"same"`
	Problems   []intake.Problem `json:"problems"`
	Kind       intake.Kind      `json:"kind"`
	Unread     []string         `json:"unread,omitempty"` // titles of columns that have something in them and are not read
	intake.Extra
}

// imported is planned, and what was done.
type imported struct {
	planned
	Written  int `json:"written"`
	Waiting  int `json:"waiting"`
	Rejected int `json:"rejected"`
}

func plannedOf(p *intake.Plan) planned {
	out := planned{p.Data, p.Households, p.Persons, p.New, p.Changed, p.Same, p.Problems, p.Kind, unread(p), p.Extra()}
	if out.Problems == nil {
		out.Problems = []intake.Problem{}
	}
	return out
}

// unread are the titles of columns that are not read, each once.
func unread(p *intake.Plan) []string {
	return append([]string{}, slices.Compact(slices.Sorted(slices.Values(p.Unknown())))...)
}

// Run plans, and writes unless told not to. Interrupted it stops between two chunks.
func (c importCommand) Run(f *flags, w *world) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return f.with(w, func(d *desk.Desk) error {
		p, err := c.plan(ctx, d)
		if err != nil {
			return err
		}
		if c.DryRun {
			return c.show(f, w, p, nil)
		}
		r, err := d.Import(ctx, p, nil)
		if err != nil {
			return err
		}
		return c.show(f, w, p, &imported{plannedOf(p), r.Written, r.Waiting, p.Rejected})
	})
}

// plan works out what would become of the list, with what was told about its columns and decided about its rows.
func (c importCommand) plan(ctx context.Context, d *desk.Desk) (*intake.Plan, error) {
	told, err := targets(d, c.Column)
	if err != nil {
		return nil, err
	}
	p, err := d.PlanImportWith(ctx, c.File, intake.Options{Township: c.Township, Columns: told})
	if err != nil {
		return nil, err
	}
	for _, said := range c.Decide {
		if err := decide(p, said); err != nil {
			return nil, err
		}
	}
	return p, nil
}

func (c importCommand) show(f *flags, w *world, p *intake.Plan, done *imported) error {
	switch {
	case f.JSON && done == nil:
		return print(w.out, plannedOf(p))
	case f.JSON:
		return print(w.out, done)
	}
	fmt.Fprintln(w.out, text.T("ruhuctl.plan", p.Data, p.Households, p.New, p.Changed, p.Same, p.Merged, p.Undecided, p.Rejected, p.Skipped))
	showKind(w, p)
	if c.Columns {
		showColumns(w, p)
	}
	c.showProblems(w, p)
	if c.All {
		showChanges(w, p)
	}
	if titles := unread(p); len(titles) > 0 {
		fmt.Fprintln(w.out, text.T("ruhuctl.unknown_columns", strings.Join(titles, text.T("ruhuctl.comma"))))
	}
	if done == nil {
		_, err := fmt.Fprintln(w.out, text.T("ruhuctl.dry"))
		return err
	}
	fmt.Fprintln(w.out, text.T("ruhuctl.imported", done.Written))
	if done.Waiting > 0 {
		fmt.Fprintln(w.out, text.T("ruhuctl.imported_waiting", done.Waiting))
	}
	return nil
}

// showProblems lists what needs somebody, and only counts what was put right or is merely to be looked at; --all lists all.
func (c importCommand) showProblems(w *world, p *intake.Plan) {
	rest := map[intake.Level]int{}
	for _, problem := range p.Problems {
		if !c.All && problem.Level != intake.Doubt && problem.Level != intake.Rejected {
			rest[problem.Level]++
			continue
		}
		fmt.Fprintln(w.out, "  "+line(problem))
	}
	for _, level := range []intake.Level{intake.Warning, intake.Normalised, intake.Merged, intake.Skipped} {
		if rest[level] > 0 {
			fmt.Fprintln(w.out, "  "+text.T("ruhuctl.level."+string(level), rest[level]))
		}
	}
}

// showChanges lists, row by row, what would be another value than the register has.
func showChanges(w *world, p *intake.Plan) {
	for i := range p.Rows {
		r := &p.Rows[i]
		if r.Outcome != intake.Changed {
			continue
		}
		for _, d := range r.Diffs {
			was, is := shown(d)
			fmt.Fprintln(w.out, "  "+text.T("ruhuctl.change", place(r.Sheet, r.Row), r.Name(), d.Label, was, is))
		}
	}
}

// shown gives both sides of a difference; what tells who somebody is, masked.
func shown(d intake.Diff) (was, is string) {
	f, ok := survey.TableOf(d.Table).Field(d.Key)
	switch {
	case !ok:
		return d.Old, d.New
	case f.Class != survey.Free && f.Kind.Mask != nil && f.Kind != survey.Name:
		return f.Kind.Mask(d.Old), f.Kind.Mask(d.New)
	}
	return f.Show(d.Old), f.Show(d.New)
}

// place is a row of a sheet, or a whole sheet. A CSV has one sheet, without a name.
func place(sheet string, row int) string {
	if row == 0 && sheet != "" {
		return sheet
	}
	return strings.TrimSpace(sheet + " " + text.T("ruhuctl.problem_row", row))
}

// line is one problem with its place.
func line(p intake.Problem) string {
	at := place(p.Sheet, p.Row)
	if p.Column == "" {
		return text.T("ruhuctl.problem", at, p.Message)
	}
	return text.T("ruhuctl.problem_column", at, p.Column, p.Message)
}

// waitingCommand is about rows that were set aside.
type waitingCommand struct {
	List    waitingList    `cmd:"" default:"1" help:"${waitinglist}"`
	Resolve waitingResolve `cmd:"" help:"${waitingresolve}"`
}

// Help shows an example.
func (waitingCommand) Help() string { return text.T("ruhuctl.example.resolve") }

type waitingList struct{}

// Help shows an example.
func (waitingList) Help() string { return text.T("ruhuctl.example.waiting") }

// waits is a row that waits, without its cells: they hold what identifies somebody, and stay sealed.
type waits struct {
	ID       string           `json:"id"`
	File     string           `json:"file"`
	Sheet    string           `json:"sheet"`
	Row      int              `json:"row"`
	Name     string           `json:"name"`
	Outcome  intake.Outcome   `json:"outcome"`
	Choices  []intake.Choice  `json:"choices"`
	Problems []intake.Problem `json:"problems"`
}

// Run lists them.
func (waitingList) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		rows, err := d.Waiting()
		if err != nil {
			return err
		}
		out := []waits{}
		for _, r := range rows {
			out = append(out, waits{r.ID, r.File, r.Sheet, r.Row, r.Name, r.Outcome, r.Choices, r.Problems})
		}
		if f.JSON {
			return print(w.out, out)
		}
		for _, r := range out {
			showWaiting(w, r)
		}
		_, err = fmt.Fprintln(w.out, text.T("ruhuctl.waiting_count", len(out)))
		return err
	})
}

func showWaiting(w *world, r waits) {
	choices := ""
	for _, c := range r.Choices {
		choices += " " + string(c) + text.T("ruhuctl.choice", c.Label())
	}
	fmt.Fprintln(w.out, text.T("ruhuctl.waits", r.ID[:8], r.File, r.Row, r.Name))
	for _, p := range r.Problems {
		if p.Level == intake.Doubt || p.Level == intake.Rejected {
			fmt.Fprintln(w.out, "    "+text.T("ruhuctl.waits_why", p.Column, p.Message))
		}
	}
	if choices != "" {
		fmt.Fprintln(w.out, "    "+text.T("ruhuctl.waits_choices", strings.TrimSpace(choices)))
	}
}

type waitingResolve struct {
	ID     string   `arg:"" help:"${waitingid}"`
	Cells  []string `arg:"" optional:"" placeholder:"COLUMN=VALUE" help:"${waitingcells}"`
	Choice string   `enum:"accept,theirs,ours,two,skip," default:"" placeholder:"CHOICE" help:"${choice}"`
}

// Help shows an example.
func (waitingResolve) Help() string { return text.T("ruhuctl.example.resolve") }

// Run takes the row in as decided, or leaves it out for good.
func (c waitingResolve) Run(f *flags, w *world) error {
	cells, err := pairs(c.Cells)
	if err != nil {
		return err
	}
	if len(cells) == 0 && c.Choice == "" {
		return errUse.With(text.T("ruhuctl.resolve_how"))
	}
	return f.with(w, func(d *desk.Desk) error {
		row, err := d.WaitingRow(c.ID)
		if err != nil {
			return err
		}
		if err := d.ResolveWaiting(row.ID, cells, intake.Choice(c.Choice)); err != nil && !errors.Is(err, intake.ErrChoice) {
			return err
		} else if err != nil {
			return errUse.With(text.T("ruhuctl.resolve_choices", row.Choices))
		}
		return f.say(w, map[string]string{"id": row.ID, "resolved": c.Choice}, "ruhuctl.resolved", row.Row, row.Name)
	})
}
