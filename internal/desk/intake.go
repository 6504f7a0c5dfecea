package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"runtime/debug"
	"slices"

	"ruhu/internal/intake"
	"ruhu/internal/registry"
	"ruhu/internal/sheet"
	"ruhu/internal/store"
	"ruhu/internal/text"
	"ruhu/internal/xlsform"
)

// ErrStopped is an import that was stopped before its end; what was written stays.
var ErrStopped = text.NewError("desk.stopped")

const areaDecided = "decided"

// PlanImport reads a spreadsheet and works out what would become of every row. It changes nothing.
func (d *Desk) PlanImport(path string) (*intake.Plan, error) {
	return d.PlanImportWith(context.Background(), path, intake.Options{})
}

// PlanImportWith is PlanImport that can be stopped, can tell how far it is and can be told what unknown columns mean.
func (d *Desk) PlanImportWith(ctx context.Context, path string, o intake.Options) (*intake.Plan, error) {
	defer sparingly()()
	book, err := sheet.ReadWithin(ctx, path, sheet.Standard)
	if err != nil {
		return nil, err
	}
	return d.plan(o, func(r *register, o intake.Options) (*intake.Plan, error) { return intake.New(ctx, book, r, o) })
}

// sparingly keeps memory free more eagerly until what it gives is called. A list of 50,000 people is 250 MB as it is read and looked
// at; with as much again of what is no longer needed it would not fit beside the rest on a laptop of 4 GB. It costs a tenth of the time.
func sparingly() (done func()) {
	was := debug.SetGCPercent(50)
	if was >= 0 && was < 50 {
		debug.SetGCPercent(was)
	}
	return func() { debug.SetGCPercent(was) }
}

// plan fills in what the register knows and asks for the errors that intake could not return.
func (d *Desk) plan(o intake.Options, make func(*register, intake.Options) (*intake.Plan, error)) (*intake.Plan, error) {
	r, err := d.register()
	if err != nil {
		return nil, err
	}
	s, err := d.Settings()
	if err != nil {
		return nil, err
	}
	o.Today, o.NewID, o.Decided, o.Tables = d.Today(), newID, d.decided, d.Tables()
	o.Memory, o.Actor, o.Catalogue = memory{d}, d.Actor(), d.Catalogue()
	if o.Learned == nil {
		if o.Learned, err = d.Mappings(); err != nil {
			return nil, err
		}
	}
	if o.Township == "" {
		o.Township = s.Township
	}
	p, err := make(r, o)
	if err != nil {
		return nil, err
	}
	return p, r.err
}

// decided is what people decided about a row of the same content before.
func (d *Desk) decided(key string) intake.Choice {
	var c intake.Choice
	if d.local(areaDecided, key, &c) != nil {
		return ""
	}
	return c
}

// ImportResult is what an import did.
type ImportResult struct {
	ID      string // of its report (Imports, ImportTable, UndoImport)
	Written int    // records
	All     int    // records that were to be written
	Waiting int    // rows that were set aside, to be decided or corrected
}

// Import writes a plan, of whatever kind its list is: people, an application for a class, targets, a form of questions. Rows that
// wait are kept with the first records, so that whatever happens none is lost; the records go in chunks that are whole or not at
// all. The import is one act that can be taken back with all that it decided and set aside, even one that was stopped, even after
// the program was closed (UndoImport). What it did is kept as a report.
func (d *Desk) Import(ctx context.Context, p *intake.Plan, progress func(done, all int)) (ImportResult, error) {
	puts, err := d.putsOf(p)
	if err != nil {
		return ImportResult{}, err
	}
	file := filepath.Base(p.File)
	out := ImportResult{ID: newID()}
	for range puts {
		out.All++
	}
	waiting := p.Waiting(d.now())
	out.Waiting = len(waiting)
	known, err := d.waitingKeys()
	if err != nil {
		return ImportResult{}, err
	}
	p.LetGo()
	defer sparingly()()
	w := &writing{
		d: d, batch: batch{ID: out.ID, What: text.T("desk.act.import", file)}, reason: text.T("desk.reason.import", file), source: file,
		first: func(e *edit) error { return e.keepPlan(p, waiting, known) },
		progress: func(done int) {
			p.Wrote(done)
			if progress != nil {
				progress(done, out.All)
			}
		},
	}
	out.Written, err = w.run(ctx, puts)
	i := d.reportOf(p, out.ID)
	i.Written, i.All, i.Waiting = out.Written, out.All, out.Waiting
	if errors.Is(err, context.Canceled) {
		err = ErrStopped.With(out.Written, out.All)
	}
	return out, errors.Join(err, d.keepReport(i, p.Report()))
}

// putsOf are the records of a plan. The questions of a form are read here: intake is about people.
func (d *Desk) putsOf(p *intake.Plan) (iter.Seq[intake.Put], error) {
	if p.Kind != intake.Questions {
		return p.EachPut, nil
	}
	form, _, err := xlsform.Read(p.Book(), xlsform.For(registry.TypePerson))
	if err != nil {
		return nil, err
	}
	puts, err := d.putsOfForm(form)
	return slices.Values(puts), err
}

// keepPlan keeps, as a part of the act, the rows that wait and what was decided, said and not taken. known are the keys of the rows
// that waited before.
func (e *edit) keepPlan(p *intake.Plan, waiting []intake.Waiting, known map[string]bool) error {
	for i := range p.Rows {
		if err := e.settle(&p.Rows[i], known); err != nil {
			return err
		}
	}
	for _, w := range waiting {
		if err := e.keepJSON(areaWaiting, w.ID, w); err != nil {
			return err
		}
	}
	for _, l := range p.Told() {
		if err := e.keepJSON(areaMapping, l.Signature, l); err != nil {
			return err
		}
	}
	return e.remember(p)
}

// settle forgets a row that no longer waits, and keeps what was decided about it.
func (e *edit) settle(r *intake.Row, known map[string]bool) error {
	if r.Outcome == intake.Decide || r.Outcome == intake.Reject {
		return nil
	}
	if r.Chosen != "" {
		if err := e.keepJSON(areaDecided, r.Key(), r.Chosen); err != nil {
			return err
		}
	}
	if len(known) == 0 || !known[r.Key()] {
		return nil
	}
	return e.keep(areaWaiting, r.Key(), nil)
}

func (e *edit) keepJSON(area, key string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("%s %s: %w", area, key, err)
	}
	return e.keep(area, key, b)
}

func putJSON(e *store.Edit, area, key string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("%s %s: %w", area, key, err)
	}
	return e.PutLocal(area, key, b)
}
