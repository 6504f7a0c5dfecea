package office

import (
	"context"
	"errors"
	"time"

	"ruhu/internal/batch"
	"ruhu/internal/text"
)

// tolerance is how far a device's stamps may lie in our future before they are flagged.
const tolerance = 10 * time.Minute

// Ingest takes a sealed batch and gives the signed receipt, or, where the batch does not follow the last one, the position.
// The same batch may come any number of times, at once too: it is taken once and always has the same receipt.
//
// The order of the checks is the order of their cost to us and of what they may give away: whoever cannot sign learns
// nothing, and nothing is unpacked for him.
func (o *Office) Ingest(ctx context.Context, sealed []byte) (Reply, error) {
	l, err := o.open(sealed, batch.KindBatch)
	if err != nil {
		return Reply{}, err
	}
	var r Reply
	err = o.view(ctx, func(tx Tx) error {
		_, r, err = o.known(tx, l)
		return err
	})
	if err != nil || r.Sealed != nil {
		return r, err
	}
	items, err := unpack(l)
	if err != nil {
		return Reply{}, err
	}
	err = o.update(ctx, func(tx Tx) error {
		d, again, err := o.known(tx, l) // another copy may have been quicker
		if err != nil || again.Sealed != nil {
			r = again
			return err
		}
		r, err = o.take(tx, l, d, items, len(sealed))
		return err
	})
	return r, err
}

// known sees who writes and whether this is the batch that comes next. A reply says all there is to say; without one the
// batch is to be taken.
func (o *Office) known(tx Tx, l *batch.Letter) (Device, Reply, error) {
	d, err := writer(tx, l)
	if err != nil {
		return d, Reply{}, err
	}
	if d.Revoked != 0 {
		r, err := o.standing(d, l.ID, l.Epoch)
		return d, r, err
	}
	switch b, err := tx.Batch(l.ID); {
	case err == nil:
		r, err := receiptAgain(b, d)
		return d, r, err
	case !errors.Is(err, ErrNotFound):
		return d, Reply{}, err
	}
	if l.Epoch != o.found.Epoch || !follows(l.Header, d) {
		r, err := o.standing(d, l.ID, l.Epoch)
		return d, r, err
	}
	return d, Reply{}, nil
}

// writer is the device that signed a letter; anybody else is a stranger.
func writer(tx Tx, l *batch.Letter) (Device, error) {
	d, err := tx.Device(l.Dev)
	if errors.Is(err, ErrNotFound) {
		return d, ErrStranger
	}
	if err != nil {
		return d, err
	}
	if err := l.Verify(d.Key()); err != nil {
		return d, ErrStranger.Because(err)
	}
	return d, nil
}

func follows(h batch.Header, d Device) bool {
	return h.No == d.No && h.Prev == d.Last && (h.From == d.LSN+1 || h.Restart)
}

func receiptAgain(b Batch, d Device) (Reply, error) {
	l, err := batch.Parse(b.Receipt)
	if err != nil {
		return Reply{}, err
	}
	return seal(l, d)
}

// unpack opens the body and sees that it is as many changes as the header says.
func unpack(l *batch.Letter) ([]batch.Item, error) {
	if l.Count < 1 || l.From < 1 || l.To < l.From || l.To-l.From+1 != uint64(l.Count) {
		return nil, ErrLetter
	}
	body, err := l.Body()
	if err != nil {
		return nil, err
	}
	return batch.Items(body, l.Count)
}

// take merges the batch and writes everything that belongs to it, in the caller's transaction.
func (o *Office) take(tx Tx, l *batch.Letter, d Device, items []batch.Item, size int) (Reply, error) {
	now := o.Now()
	good, aside := sift(l, items)
	b := Batch{ID: l.ID, Dev: d.Dev, No: l.No, At: MillisOf(now), LSNFrom: l.From, LSNTo: l.To, Bytes: size,
		Aside: len(aside), Ahead: ahead(good, now)}
	if err := merge(tx, &b, good); err != nil {
		return Reply{}, err
	}
	if err := putAsides(tx, b, l, items, aside); err != nil {
		return Reply{}, err
	}
	receipt, err := o.receipt(tx, b, aside)
	if err != nil {
		return Reply{}, err
	}
	b.Receipt = receipt.Bytes()
	if err := tx.PutBatch(b); err != nil {
		return Reply{}, err
	}
	if err := tx.PutDevice(d.after(l, b)); err != nil {
		return Reply{}, err
	}
	o.o.Log.Info("batch taken", "dev", d.Dev, "no", b.No, "changes", b.Changes(), "aside", b.Aside, "bytes", size)
	return seal(receipt, d)
}

func (o *Office) receipt(tx Tx, b Batch, aside []batch.SetAside) (*batch.Letter, error) {
	seq, err := tx.Seq()
	if err != nil {
		return nil, err
	}
	body, err := batch.Marshal(batch.Receipt{Batch: b.ID, No: b.No, From: b.LSNFrom, To: b.LSNTo, SetAside: aside, Seq: seq, Ahead: b.Ahead})
	if err != nil {
		return nil, err
	}
	h := batch.Header{Kind: batch.KindReceipt, County: o.found.Code, Dev: b.Dev, Epoch: o.found.Epoch, No: b.No, Re: b.ID, Time: uint64(b.At)}
	return batch.Write(h, body, o.keys.Sign)
}

// after is the device as it stands once b is taken.
func (d Device) after(l *batch.Letter, b Batch) Device {
	d.No, d.Last, d.LSN = b.No+1, b.ID, b.LSNTo
	d.Seen, d.Brought = b.At, b.At
	d.Changes += b.Changes() - b.Aside
	d.Aside += b.Aside
	if l.Restart {
		d.Restarts++
	}
	if l.Time != 0 {
		d.ClockOff = int64(l.Time) - int64(b.At)
	}
	return d
}

func ahead(good []batch.Item, now time.Time) (n int) {
	limit := now.Add(tolerance)
	for _, it := range good {
		if it.Change.Stamp.When().After(limit) {
			n++
		}
	}
	return n
}

// sift parts the changes that can be taken from those that cannot. The i-th change of a batch has the LSN From+i.
func sift(l *batch.Letter, items []batch.Item) (good []batch.Item, aside []batch.SetAside) {
	for i, it := range items {
		if reason := wrong(it); reason != "" {
			aside = append(aside, batch.SetAside{LSN: l.From + uint64(i), Reason: reason, Words: text.T(reason)})
			continue
		}
		good = append(good, it)
	}
	return good, aside
}

// wrong gives the reason why a change cannot be taken; "" where it can. Only its form is looked at: whether an age or an
// amount makes sense is for people to see, and no ground to keep a record from the county.
func wrong(it batch.Item) string {
	switch {
	case it.Err != nil:
		return "office.aside.unreadable"
	case it.Change.Valid() != nil:
		return "office.aside.form"
	}
	return ""
}

func putAsides(tx Tx, b Batch, l *batch.Letter, items []batch.Item, aside []batch.SetAside) error {
	for _, a := range aside {
		kept := Aside{Dev: b.Dev, LSN: a.LSN, Batch: b.ID, At: b.At, Reason: a.Reason, Args: a.Args, Raw: items[a.LSN-l.From].Raw}
		if err := tx.PutAside(kept); err != nil {
			return err
		}
	}
	if len(aside) == 0 {
		return nil
	}
	return tx.Add(counterAsides, int64(len(aside)))
}
