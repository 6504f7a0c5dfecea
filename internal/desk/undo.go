package desk

import (
	"context"
	"slices"

	"ruhu/internal/store"
	"ruhu/internal/text"
)

// What can stand in the way of taking back.
var (
	ErrNothingDone   = text.NewError("desk.nothing_done")
	ErrNothingUndone = text.NewError("desk.nothing_undone")
)

// act is one edit of this session, as one thing that can be taken back.
type act struct {
	what  string // for people
	steps []step
	batch string // the steps are kept in the store, under this id: there are too many for the memory
}

// maxActs bounds what is remembered; an import of a whole township is one act.
const maxActs = 50

func (d *Desk) remember(a act) {
	d.edits.Lock()
	defer d.edits.Unlock()
	d.undid = nil
	d.done = append(d.done, a)
	if len(d.done) > maxActs {
		d.done = d.done[1:]
	}
}

// CanUndo says what Undo would take back; "" for nothing.
func (d *Desk) CanUndo() string { return last(d, &d.done) }

// CanRedo says what Redo would do again; "" for nothing.
func (d *Desk) CanRedo() string { return last(d, &d.undid) }

func last(d *Desk, acts *[]act) string {
	d.edits.Lock()
	defer d.edits.Unlock()
	if n := len(*acts); n > 0 {
		return (*acts)[n-1].what
	}
	return ""
}

// Settle makes all edits so far stay: they can no longer be taken back.
func (d *Desk) Settle() {
	d.edits.Lock()
	defer d.edits.Unlock()
	d.done, d.undid = nil, nil
}

// Undo takes back the last edit of this session, as a new change. What somebody else changed since stays theirs.
func (d *Desk) Undo() (what string, err error) { return d.UndoWith(context.Background(), nil) }

// UndoWith is Undo that tells how far it is and can be stopped, which matters for an import. What was taken back before it was
// stopped is; Undo again goes on. progress may be nil.
func (d *Desk) UndoWith(ctx context.Context, progress func(done, all int)) (what string, err error) {
	return d.turn(turning{ctx, progress, true}, &d.done, &d.undid, ErrNothingDone)
}

// Redo does the edit again that was taken back last.
func (d *Desk) Redo() (what string, err error) { return d.RedoWith(context.Background(), nil) }

// RedoWith is Redo as UndoWith is Undo.
func (d *Desk) RedoWith(ctx context.Context, progress func(done, all int)) (what string, err error) {
	return d.turn(turning{ctx, progress, false}, &d.undid, &d.done, ErrNothingUndone)
}

// turning is how acts are taken back or done again.
type turning struct {
	ctx      context.Context
	progress func(done, all int)
	back     bool
}

func (t turning) reason() string {
	if t.back {
		return text.T("desk.reason.undo")
	}
	return text.T("desk.reason.redo")
}

// order gives steps as they have to be written: the last first when they are taken back, since one may rest on another.
func (t turning) order(steps []step) []step {
	out := make([]step, len(steps))
	for i, s := range steps {
		if out[i] = s.forth(); t.back {
			out[i] = s.back()
		}
	}
	if t.back {
		slices.Reverse(out)
	}
	return out
}

// turn moves the last act from one pile to the other, writing it. The piles are free while it writes, because listeners ask
// what can be taken back.
func (d *Desk) turn(t turning, from, to *[]act, none error) (string, error) {
	a, ok := d.pop(from)
	if !ok {
		return "", none
	}
	err := d.turnAct(t, a)
	if stays(err) {
		return a.what, err
	}
	if err != nil {
		to = from
	}
	d.edits.Lock()
	defer d.edits.Unlock()
	*to = append(*to, a)
	return a.what, err
}

func (d *Desk) turnAct(t turning, a act) error {
	if a.batch != "" {
		return d.turnBatch(t, a.batch)
	}
	if t.back {
		if err := d.mayUnmark(a); err != nil {
			return err
		}
	}
	return d.store.Edit(d.Actor(), t.reason(), func(e *store.Edit) error { return writeSteps(e, t.order(a.steps)) })
}

func writeSteps(e *store.Edit, steps []step) error {
	for i := range steps {
		if err := steps[i].write(e); err != nil {
			return err
		}
	}
	return nil
}

func (d *Desk) pop(from *[]act) (act, bool) {
	d.edits.Lock()
	defer d.edits.Unlock()
	n := len(*from)
	if n == 0 {
		return act{}, false
	}
	a := (*from)[n-1]
	*from = (*from)[:n-1]
	return a, true
}
