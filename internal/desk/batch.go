package desk

import (
	"context"
	"iter"

	"ruhu/internal/intake"
)

// chunk is how many records are written in one transaction of a large batch: small enough to stop soon when asked to.
const chunk = 1000

// Write writes records that were looked at elsewhere: an import's, the sample's. It goes in chunks, each whole or not at all, and
// is one act that can be taken back; when ctx ends, the chunks written so far stay and are that act. progress, which may be nil,
// hears how many are done.
func (d *Desk) Write(ctx context.Context, what, reason string, puts iter.Seq[intake.Put], progress func(done int)) (int, error) {
	w := writing{d: d, act: act{what: what}, reason: reason, progress: progress}
	part := make([]intake.Put, 0, chunk)
	for p := range puts {
		if part = append(part, p); len(part) == chunk {
			if w.stops(ctx, part) {
				break
			}
			part = part[:0]
		}
	}
	if len(part) > 0 && len(part) < chunk {
		w.stops(ctx, part)
	}
	if len(w.act.steps) > 0 {
		d.remember(w.act)
	}
	return w.done, w.err
}

// writing is a large batch on its way into the store.
type writing struct {
	d        *Desk
	act      act
	reason   string
	progress func(done int)
	done     int
	err      error
}

// stops writes a part, and tells whether that was the last one.
func (w *writing) stops(ctx context.Context, part []intake.Put) bool {
	if w.err = ctx.Err(); w.err != nil {
		return true
	}
	a, err := w.d.run(w.act.what, w.reason, func(e *edit) error { return e.putAll(part) })
	if err != nil {
		w.err = err
		return true
	}
	w.act.steps = append(w.act.steps, a.steps...)
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
