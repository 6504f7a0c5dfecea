package desk

import (
	"ruhu/internal/store"
	"ruhu/internal/survey"
)

// An import writes some hundred thousand new things, and the index hears of each when its transaction is done. What was just written
// is handed over to it then (handed), so that it need not be read, unsealed and taken apart again. Only what is new is handed over, and only
// once: of a thing that was there, or was told of since, others may have said more.

// hand keeps the answers of a thing that this transaction makes; written once more (set, remove) it is read again as it came to be.
func (e *edit) hand(r store.Ref, a survey.Answers) {
	if !e.batch {
		return
	}
	if e.handed == nil {
		e.handed = map[store.Ref]survey.Answers{}
	}
	if a[mergedKey(r.Type)] == "" { // others may have to follow a record that was merged
		e.handed[r] = a
	}
}

// handOver gives the index what the transaction made, before the store tells of it; nil takes it back.
func (d *Desk) handOver(made map[store.Ref]survey.Answers) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.handed = made
}

// learnHanded takes what was handed over of a thing into the index, if it was. d.mu is held.
func (d *Desk) learnHanded(r store.Ref) (survey.Answers, bool) {
	a, ok := d.handed[r]
	if ok {
		delete(d.handed, r)
		delete(d.conflicts, r)
		d.file(r, a)
	}
	return a, ok
}
