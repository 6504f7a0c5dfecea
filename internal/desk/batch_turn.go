package desk

import (
	"context"
	"errors"
	"slices"

	"ruhu/internal/registry"
	"ruhu/internal/store"
)

// turnBatch takes a batch back, or does it again, part by part.
func (d *Desk) turnBatch(t turning, id string) error {
	var b batch
	if err := d.local(areaBatch, id, &b); err != nil {
		return err
	}
	if b.ID == "" {
		return ErrNoBatch
	}
	all, rest := b.Parts, b.Done
	for ; t.back && b.Done > 0 || !t.back && b.Done < b.Parts; rest = b.Done {
		if errors.Is(t.ctx.Err(), context.Canceled) {
			return ErrUndoStopped.With(b.What, rest, all)
		}
		if err := d.turnPart(t, &b); err != nil {
			return err
		}
		if t.progress != nil {
			done := b.Done
			if t.back {
				done = all - b.Done
			}
			t.progress(done, all)
		}
	}
	return nil
}

// turnPart takes back the last part that stands, or does the next one again, in one transaction with the note of it.
func (d *Desk) turnPart(t turning, b *batch) error {
	n := b.Done
	if t.back {
		n--
	}
	packed, err := d.store.Local(areaBatchPart, partKey(b.ID, n))
	if err != nil {
		return ErrNoBatch.Because(err)
	}
	var steps []step
	if err := unpack(packed, &steps); err != nil {
		return err
	}
	next := *b
	err = d.store.Edit(d.Actor(), t.reason(), func(e *store.Edit) error {
		next = *b
		if next.Done = n; !t.back {
			next.Done++
		}
		steps := t.order(steps)
		if t.back {
			steps = d.withoutBurdened(e, steps, &next)
		}
		if err := writeSteps(e, steps); err != nil {
			return err
		}
		return putJSON(e, areaBatch, b.ID, next)
	})
	if err == nil {
		*b = next
	}
	return err
}

// withoutBurdened leaves out steps that would delete something on which others have come to rest since: a person with a wish, a
// household with people. They stay, and are counted.
func (d *Desk) withoutBurdened(e *store.Edit, steps []step, b *batch) []step {
	going := map[store.Ref]bool{}
	for _, s := range steps {
		if s.Local == "" && s.After.Gone {
			going[store.Ref{Type: s.Type, ID: s.ID}] = true
		}
	}
	return slices.DeleteFunc(steps, func(s step) bool {
		if s.Local != "" || !s.After.Gone || !d.burdened(e, s.Type, s.ID, going) {
			return false
		}
		b.Kept++
		delete(going, store.Ref{Type: s.Type, ID: s.ID})
		return true
	})
}

func (d *Desk) burdened(e *store.Edit, typ, id string, going map[store.Ref]bool) bool {
	for _, r := range d.restingOn(typ, id) {
		if ent, err := e.Get(r.Type, r.ID); err == nil && !ent.Deleted() && !going[r] {
			return true
		}
	}
	return false
}

// restingOn are the things that would be left without what they are about.
func (d *Desk) restingOn(typ, id string) []store.Ref {
	var refs []store.Ref
	if typ == registry.TypeHousehold {
		for _, p := range d.index.Members(id) {
			refs = append(refs, store.Ref{Type: registry.TypePerson, ID: p})
		}
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	for child := range parentKeys {
		for _, c := range d.links.children[link{child, id}] {
			refs = append(refs, store.Ref{Type: child, ID: c})
		}
	}
	return refs
}
