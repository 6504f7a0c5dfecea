package office

import (
	"context"
	"errors"
	"strings"
	"time"

	"ruhu/internal/batch"
	"ruhu/internal/change"
	"ruhu/internal/training"
)

// Devices lists the devices, by number.
func (o *Office) Devices(ctx context.Context) (list []Device, err error) {
	err = o.view(ctx, func(tx Tx) error {
		list, err = tx.Devices()
		return err
	})
	return list, err
}

// Revoke shuts a device out, or lets it in again. What it has not sent stays on it either way.
func (o *Office) Revoke(ctx context.Context, dev uint32, revoked bool) error {
	err := o.update(ctx, func(tx Tx) error {
		d, err := tx.Device(dev)
		if err != nil {
			return err
		}
		d.Revoked = 0
		if revoked {
			d.Revoked = MillisOf(o.Now())
		}
		return tx.PutDevice(d)
	})
	if err == nil {
		o.o.Log.Info("device revoked or let in", "dev", dev, "revoked", revoked)
	}
	return err
}

// Batches lists the last batches, the newest first.
func (o *Office) Batches(ctx context.Context, max int) (list []Batch, err error) {
	err = o.view(ctx, func(tx Tx) error {
		list = nil
		return tx.Batches(func(b Batch) (bool, error) {
			list = append(list, b)
			return len(list) < max, nil
		})
	})
	return list, err
}

// Batch gives a batch and up to max of the changes that it brought.
func (o *Office) Batch(ctx context.Context, id batch.ID, max int) (b Batch, brought []Brought, err error) {
	err = o.view(ctx, func(tx Tx) error {
		if b, err = tx.Batch(id); err != nil || b.To == 0 {
			return err
		}
		return tx.Feed(b.From-1, func(s Segment) (bool, error) {
			items, err := batch.Items(s.Body, s.Count())
			if err != nil {
				return false, err
			}
			brought, err = bring(tx, items[:min(len(items), max)])
			return false, err
		})
	})
	return b, brought, err
}

// Brought is a change with the entity as it stands now, so that a person can tell what it is about.
type Brought struct {
	Change change.Change
	Entity change.Entity
}

func bring(tx Tx, items []batch.Item) (list []Brought, err error) {
	for _, it := range items {
		if it.Err != nil {
			continue // never: only what can be read is in the feed
		}
		e, err := tx.Entity(it.Change.Type, it.Change.ID)
		if err != nil {
			return nil, err
		}
		list = append(list, Brought{it.Change, e})
	}
	return list, nil
}

// Asides lists the last changes that were set aside, the newest first.
func (o *Office) Asides(ctx context.Context, max int) (list []Aside, err error) {
	err = o.view(ctx, func(tx Tx) error {
		list = nil
		return tx.Asides(func(a Aside) (bool, error) {
			list = append(list, a)
			return len(list) < max, nil
		})
	})
	return list, err
}

// SettleAside notes that the clerk has seen to a change that was set aside. It stays on the list.
func (o *Office) SettleAside(ctx context.Context, no int64) error {
	return o.update(ctx, func(tx Tx) error {
		a, err := tx.Aside(no)
		if err != nil || a.Done != 0 {
			return err
		}
		a.Done = MillisOf(o.Now())
		return errors.Join(tx.PutAside(a), tx.Add(counterAsides, -1))
	})
}

// Contested is an entity with edits that a person has to decide between.
type Contested struct {
	Entity    change.Entity
	Conflicts []change.Conflict
}

// Conflicts lists the entities with conflicts.
func (o *Office) Conflicts(ctx context.Context) (list []Contested, err error) {
	err = o.view(ctx, func(tx Tx) error {
		list = nil
		refs, err := tx.Conflicts()
		return eachOf(tx, refs, err, func(e change.Entity) { list = append(list, Contested{e, e.Conflicts()}) })
	})
	return list, err
}

// Entity gives an entity, or ErrNotFound.
func (o *Office) Entity(ctx context.Context, typ, id string) (e change.Entity, err error) {
	err = o.view(ctx, func(tx Tx) error {
		e, err = tx.Entity(typ, id)
		return err
	})
	return e, err
}

// Today is what the first page shows.
type Today struct {
	Batches, Changes, Aside int            // since midnight
	New                     map[string]int // entities new since midnight, by type
	Living                  map[string]int // entities in all, by type
	Conflicts               int            // waiting
	Asides                  int            // waiting
	Devices, Quiet          int            // enrolled; of them without contact for quietAfter
}

// quietAfter is how many days without a word make a device worth a call.
const quietAfter = 7

// Today counts.
func (o *Office) Today(ctx context.Context) (d Today, err error) {
	err = o.view(ctx, func(tx Tx) error {
		d = Today{New: map[string]int{}, Living: map[string]int{}}
		return errors.Join(o.countBatches(tx, &d), o.countDevices(tx, &d), countAll(tx, &d))
	})
	return d, err
}

func (o *Office) countBatches(tx Tx, d *Today) error {
	y, m, day := o.Now().In(training.Zone).Date()
	midnight := MillisOf(time.Date(y, m, day, 0, 0, 0, 0, training.Zone))
	return tx.Batches(func(b Batch) (bool, error) {
		if b.At < midnight {
			return false, nil
		}
		d.Batches, d.Changes, d.Aside = d.Batches+1, d.Changes+b.Changes()-b.Aside, d.Aside+b.Aside
		for typ, n := range b.New {
			d.New[typ] += n
		}
		return true, nil
	})
}

func (o *Office) countDevices(tx Tx, d *Today) error {
	devices, err := tx.Devices()
	for _, dev := range devices {
		if dev.Revoked != 0 {
			continue
		}
		d.Devices++
		if o.Now().Sub(dev.Seen.Time()).Hours() > 24*quietAfter {
			d.Quiet++
		}
	}
	return err
}

func countAll(tx Tx, d *Today) error {
	counters, err := tx.Counters()
	if err != nil {
		return err
	}
	for name, n := range counters {
		if typ, ok := strings.CutPrefix(name, counterType); ok && n > 0 {
			d.Living[typ] = int(n)
		}
	}
	d.Asides = int(counters[counterAsides])
	refs, err := tx.Conflicts()
	d.Conflicts = len(refs)
	return err
}
