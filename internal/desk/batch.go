package desk

import (
	"context"

	"ruhu/internal/intake"
)

// chunk is how many records are written in one transaction of a large batch: small enough to stop soon when asked to.
const chunk = 1000

// Write writes records that were looked at elsewhere: an import's, the sample's. It goes in chunks, each whole or not at all, and
// is one act that can be taken back; when ctx ends, the chunks written so far stay and are that act. progress may be nil.
func (d *Desk) Write(ctx context.Context, what, reason string, puts []intake.Put, progress func(done, all int)) (int, error) {
	var all act
	done := 0
	for done < len(puts) && ctx.Err() == nil {
		part := puts[done:min(done+chunk, len(puts))]
		a, err := d.run(what, reason, func(e *edit) error { return e.putAll(part) })
		if err != nil {
			d.rememberSteps(what, all.steps)
			return done, err
		}
		all.steps = append(all.steps, a.steps...)
		if done += len(part); progress != nil {
			progress(done, len(puts))
		}
	}
	d.rememberSteps(what, all.steps)
	return done, ctx.Err()
}

func (d *Desk) rememberSteps(what string, steps []step) {
	if len(steps) > 0 {
		d.remember(act{what, steps})
	}
}

func (e *edit) putAll(puts []intake.Put) error {
	for _, p := range puts {
		if err := e.put(p.Type, p.ID, p.Fields); err != nil {
			return err
		}
	}
	return nil
}
