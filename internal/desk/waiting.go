package desk

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"ruhu/internal/intake"
	"ruhu/internal/text"
)

// What can be wrong with settling a row that waits.
var (
	ErrNotWaiting = text.NewError("desk.not_waiting")
	ErrStillWaits = text.NewError("desk.still_waits")
)

// Waiting gives the rows of imported lists that were set aside, by file, sheet and row.
func (d *Desk) Waiting() ([]intake.Waiting, error) {
	var all []intake.Waiting
	err := d.store.EachLocal(areaWaiting, func(key string, v []byte) error {
		var w intake.Waiting
		if err := json.Unmarshal(v, &w); err != nil {
			return fmt.Errorf("waiting row %s: %w", key, err)
		}
		all = append(all, w)
		return nil
	})
	slices.SortStableFunc(all, func(a, b intake.Waiting) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row))
	})
	return all, err
}

// waitingKeys are the ids of the rows that wait.
func (d *Desk) waitingKeys() (map[string]bool, error) {
	keys := map[string]bool{}
	err := d.store.EachLocal(areaWaiting, func(key string, _ []byte) error { keys[key] = true; return nil })
	return keys, err
}

// WaitingRow finds a row by its id, or by the beginning of it.
func (d *Desk) WaitingRow(id string) (intake.Waiting, error) {
	all, err := d.Waiting()
	if err != nil {
		return intake.Waiting{}, err
	}
	var found []intake.Waiting
	for _, w := range all {
		if len(id) >= 4 && len(w.ID) >= len(id) && w.ID[:len(id)] == id {
			found = append(found, w)
		}
	}
	if len(found) != 1 {
		return intake.Waiting{}, ErrNotWaiting.With(id)
	}
	return found[0], nil
}

// TryWaiting works out what would become of a row that waits, with cells corrected (by the title of their column) and, where
// doubts are left, a decision. It changes nothing.
func (d *Desk) TryWaiting(id string, corrected map[string]string, c intake.Choice) (*intake.Plan, error) {
	w, err := d.WaitingRow(id)
	if err != nil {
		return nil, err
	}
	return d.plan(intake.Options{}, func(r *register, o intake.Options) (*intake.Plan, error) {
		return intake.Resolve(context.Background(), w, corrected, c, r, o)
	})
}

// ResolveWaiting takes in a row that waited, or leaves it out for good (intake.Leave). A row that would still wait stays as it
// is, and the error says why.
func (d *Desk) ResolveWaiting(id string, corrected map[string]string, c intake.Choice) error {
	w, err := d.WaitingRow(id)
	if err != nil {
		return err
	}
	var puts []intake.Put
	if c != intake.Leave {
		p, err := d.TryWaiting(w.ID, corrected, c)
		if err != nil {
			return err
		}
		for i := range p.Rows {
			if r := &p.Rows[i]; r.Outcome == intake.Decide || r.Outcome == intake.Reject {
				return ErrStillWaits.With(messages(r.Problems))
			}
		}
		puts = p.Puts()
	}
	return d.edit(text.T("desk.act.waiting", w.Name), text.T("desk.reason.import", w.File), func(e *edit) error {
		if err := e.putAll(puts); err != nil {
			return err
		}
		return e.forget(w.ID, c)
	})
}

func (e *edit) forget(id string, c intake.Choice) error {
	if c != "" {
		if err := e.keepJSON(areaDecided, id, c); err != nil {
			return err
		}
	}
	return e.keep(areaWaiting, id, nil)
}

func messages(problems []intake.Problem) string {
	out := ""
	for _, p := range problems {
		if p.Level == intake.Doubt || p.Level == intake.Rejected {
			out += "\n" + p.Message
		}
	}
	return out
}
