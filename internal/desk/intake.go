package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"

	"ruhu/internal/intake"
	"ruhu/internal/sheet"
	"ruhu/internal/store"
	"ruhu/internal/text"
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
	book, err := sheet.ReadWithin(ctx, path, sheet.Standard)
	if err != nil {
		return nil, err
	}
	return d.plan(o, func(r *register, o intake.Options) (*intake.Plan, error) { return intake.New(ctx, book, r, o) })
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
	o.Today, o.NewID, o.Decided = d.Today(), newID, d.decided
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
	Written int // records
	All     int // records that were to be written
	Waiting int // rows that were set aside, to be decided or corrected
}

// Import writes a plan. Rows that wait are kept first, so that whatever happens none is lost; then come the records, in chunks
// that are whole or not at all. The import is one act that can be taken back, even one that was stopped.
func (d *Desk) Import(ctx context.Context, p *intake.Plan, progress func(done, all int)) (ImportResult, error) {
	var out ImportResult
	for range p.EachPut {
		out.All++
	}
	var err error
	if out.Waiting, err = d.keepWaiting(p); err != nil {
		return out, err
	}
	file := filepath.Base(p.File)
	out.Written, err = d.Write(ctx, text.T("desk.act.import", file), text.T("desk.reason.import", file), p.EachPut, func(done int) {
		if progress != nil {
			progress(done, out.All)
		}
	})
	if errors.Is(err, context.Canceled) {
		err = ErrStopped.With(out.Written, out.All)
	}
	return out, err
}

// keepWaiting keeps the rows that wait, forgets those that no longer do, and remembers what was decided.
func (d *Desk) keepWaiting(p *intake.Plan) (int, error) {
	waiting := p.Waiting(d.now())
	return len(waiting), d.store.Edit(d.Actor(), "", func(e *store.Edit) error {
		for i := range p.Rows {
			if err := settled(e, &p.Rows[i]); err != nil {
				return err
			}
		}
		for _, w := range waiting {
			if err := putJSON(e, areaWaiting, w.ID, w); err != nil {
				return err
			}
		}
		return nil
	})
}

func settled(e *store.Edit, r *intake.Row) error {
	switch {
	case r.Outcome == intake.Decide || r.Outcome == intake.Reject:
		return nil
	case r.Chosen != "":
		if err := putJSON(e, areaDecided, r.Key(), r.Chosen); err != nil {
			return err
		}
	case len(r.Problems) == 0:
		return nil // it never waited
	}
	return e.DeleteLocal(areaWaiting, r.Key())
}

func putJSON(e *store.Edit, area, key string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("%s %s: %w", area, key, err)
	}
	return e.PutLocal(area, key, b)
}
