package desk

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"ruhu/internal/intake"
	"ruhu/internal/store"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// chunk is how many records are written in one transaction of a large batch: small enough to stop soon when asked to.
const chunk = 2000

// maxBatches is how many batches can be taken back; the steps of older ones are forgotten.
const maxBatches = 12

const (
	areaBatch     = "batch"
	areaBatchPart = "batch_part"
)

// batch is a large act. What it did lies in the store, part by part, each written with the records of the part: however it
// ended, even with the power, it can be taken back as a whole, also after the program was closed.
type batch struct {
	ID    string `json:"id"`
	What  string `json:"what"`
	Parts int    `json:"parts"`
	Done  int    `json:"done"` // parts that stand; fewer than Parts while it is being taken back, and after
	Steps int    `json:"steps"`
	Kept  int    `json:"kept,omitempty"` // records that could not be taken back: others have come to rest on them
}

// Write writes records that were looked at elsewhere: an import's, the sample's. It goes in chunks, each whole or not at all, and
// is one act that can be taken back; when ctx ends, the chunks written so far stay and are that act. progress, which may be nil,
// hears how many are done.
func (d *Desk) Write(ctx context.Context, what, reason string, puts iter.Seq[intake.Put], progress func(done int)) (int, error) {
	w := &writing{d: d, batch: batch{ID: newID(), What: what}, reason: reason, source: d.Actor(), progress: progress}
	return w.run(ctx, puts)
}

// writing is a large batch on its way into the store.
type writing struct {
	d        *Desk
	batch    batch
	reason   string
	source   string
	first    func(*edit) error // done in the transaction of the first part; may be nil
	progress func(done int)
	done     int
	err      error
}

func (w *writing) run(ctx context.Context, puts iter.Seq[intake.Put]) (int, error) {
	if err := w.d.dropBatches(maxBatches - 1); err != nil {
		return 0, err
	}
	part := make([]intake.Put, 0, chunk)
	stopped := false
	for p := range puts {
		if part = append(part, p); len(part) == chunk {
			if stopped = w.stops(ctx, part); stopped {
				break
			}
			part = part[:0]
		}
	}
	if !stopped && (len(part) > 0 || w.first != nil) {
		w.stops(ctx, part)
	}
	if w.batch.Parts > 0 {
		w.d.remember(act{what: w.batch.What, batch: w.batch.ID})
	}
	return w.done, w.err
}

// stops writes a part, and tells whether that was the last one.
func (w *writing) stops(ctx context.Context, part []intake.Put) bool {
	if w.err = ctx.Err(); w.err != nil {
		return true
	}
	for i := range part {
		if part[i], w.err = w.d.completed(part[i]); w.err != nil {
			return true
		}
	}
	next := w.batch
	_, err := w.d.run(w.batch.What, w.reason, func(e *edit) error {
		e.source, e.batch = w.source, true
		if w.first != nil {
			if err := w.first(e); err != nil {
				return err
			}
		}
		if err := e.putAll(part); err != nil {
			return err
		}
		next = w.batch
		return next.keep(e)
	})
	if err != nil {
		w.err = err
		return true
	}
	w.batch, w.first = next, nil
	if w.done += len(part); w.progress != nil {
		w.progress(w.done)
	}
	return false
}

func (e *edit) putAll(puts []intake.Put) error {
	for _, p := range puts {
		if err := e.put(p.Type, p.ID, p.Fields); err != nil {
			return err
		}
	}
	return nil
}

// keep keeps the steps of one more part, and the batch with it, in the transaction of the part.
func (b *batch) keep(e *edit) error {
	if len(e.steps) == 0 {
		return nil
	}
	packed, err := pack(e.steps)
	if err != nil {
		return err
	}
	if err := e.PutLocal(areaBatchPart, partKey(b.ID, b.Parts), packed); err != nil {
		return err
	}
	b.Parts++
	b.Done, b.Steps = b.Parts, b.Steps+len(e.steps)
	return putJSON(e.Edit, areaBatch, b.ID, b)
}

func partKey(id string, n int) string { return fmt.Sprintf("%s/%06d", id, n) }

func pack(v any) ([]byte, error) {
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	if err := json.NewEncoder(z).Encode(v); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func unpack(b []byte, v any) error {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return err
	}
	return json.NewDecoder(z).Decode(v)
}

// ErrNoBatch is an act that is too old to be taken back.
var ErrNoBatch = text.NewError("desk.no_batch")

// ErrUndoStopped is taking back that was stopped before its end.
var ErrUndoStopped = text.NewError("desk.undo_stopped")

// batches are the batches that can be taken back, the oldest first: ids begin with the time.
func (d *Desk) batches() ([]batch, error) {
	var all []batch
	err := d.store.EachLocal(areaBatch, func(key string, v []byte) error {
		var b batch
		if err := json.Unmarshal(v, &b); err != nil {
			return fmt.Errorf("batch %s: %w", key, err)
		}
		all = append(all, b)
		return nil
	})
	return all, err
}

// dropBatches forgets the steps of all but the newest batches.
func (d *Desk) dropBatches(keep int) error {
	all, err := d.batches()
	if err != nil || len(all) <= keep {
		return err
	}
	return d.store.Edit("", "", func(e *store.Edit) error {
		for _, b := range all[:len(all)-keep] {
			for n := range b.Parts {
				if err := e.DeleteLocal(areaBatchPart, partKey(b.ID, n)); err != nil {
					return err
				}
			}
			if err := e.DeleteLocal(areaBatch, b.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

// completed is a record of a list as it goes into the store: a class that an application brings gets what its codes are made with.
func (d *Desk) completed(p intake.Put) (intake.Put, error) {
	if p.Type != training.TypeClass || p.Fields[training.Secret] != "" {
		return p, nil
	}
	if _, err := d.store.Get(p.Type, p.ID); !errors.Is(err, store.ErrNotFound) {
		return p, err
	}
	s := d.saving(p.Type, "", p.Fields, nil)
	err := d.newClass(s)
	p.Fields = s.answers
	return p, err
}
