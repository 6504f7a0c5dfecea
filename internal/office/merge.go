package office

import (
	"bytes"
	"errors"

	"ruhu/internal/batch"
	"ruhu/internal/change"
)

// Counters of the office; the number of living entities of a type is counted under "type:" and the type.
const (
	counterChanges = "changes"
	counterAsides  = "aside" // waiting
	counterType    = "type:"
)

// merge puts the changes into their entities and into the feed.
func merge(tx Tx, b *Batch, good []batch.Item) error {
	if len(good) == 0 {
		return nil
	}
	var body bytes.Buffer
	var order []Ref
	of := map[Ref][]change.Change{}
	for _, it := range good {
		body.Write(it.Raw)
		ref := Ref{it.Change.Type, it.Change.ID}
		if of[ref] == nil {
			order = append(order, ref)
		}
		of[ref] = append(of[ref], it.Change)
	}
	b.New, b.Edited = map[string]int{}, map[string]int{}
	for _, ref := range order {
		if err := mergeOne(tx, b, ref, of[ref]); err != nil {
			return err
		}
	}
	s, err := tx.Append(Segment{To: uint64(len(good)), From: 1, Dev: b.Dev, Batch: b.ID, Body: body.Bytes()})
	if err != nil {
		return err
	}
	b.From, b.To = s.From, s.To
	return tx.Add(counterChanges, int64(len(good)))
}

func mergeOne(tx Tx, b *Batch, ref Ref, cs []change.Change) error {
	e, err := tx.Entity(ref.Type, ref.ID)
	isNew := errors.Is(err, ErrNotFound)
	if err != nil && !isNew {
		return err
	}
	had, lived := len(e.Conflicts()) > 0, !isNew && !e.Deleted()
	for _, c := range cs {
		e.Apply(c)
	}
	if isNew {
		b.New[ref.Type]++
	} else {
		b.Edited[ref.Type]++
	}
	if err := tx.PutEntity(e); err != nil {
		return err
	}
	if err := noteConflict(tx, ref, had, len(e.Conflicts()) > 0); err != nil {
		return err
	}
	if err := errors.Join(noteBlobs(tx, cs), noteParts(tx, e, cs)); err != nil {
		return err
	}
	return noteLife(tx, ref.Type, lived, !e.Deleted())
}

func noteConflict(tx Tx, ref Ref, had, has bool) error {
	switch {
	case has && !had:
		return tx.PutConflict(ref)
	case had && !has:
		return tx.DropConflict(ref)
	}
	return nil
}

func noteLife(tx Tx, typ string, lived, lives bool) error {
	switch {
	case lives && !lived:
		return tx.Add(counterType+typ, 1)
	case lived && !lives:
		return tx.Add(counterType+typ, -1)
	}
	return nil
}
