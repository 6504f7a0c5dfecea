package office

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"time"

	"ruhu/internal/batch"
)

// Question is what a device asks when it wants to know what the others did.
type Question struct {
	Dev       uint32
	URI       string // the whole of it, as it was signed
	Signature string
	After     batch.Cursor
	No        uint64 // the number of the batch that it would send next: shows whether it was restored from a backup
	Own       bool   // its own changes too: it lost them
	Max       int    // changes at most; 0: as many as fit
}

// Limits of one answer.
const (
	maxAnswer      = 5000    // changes
	maxAnswerBytes = 2 << 20 // of them, unpacked; one change is always given
)

// seenEvery spares a durable write for each question: the last contact is kept to this exactness.
const seenEvery = 5 * time.Minute

// Pull answers a question with changes, or with the position where the device has to take up the thread first.
func (o *Office) Pull(ctx context.Context, q Question) (Reply, error) {
	var d Device
	var r Reply
	err := o.view(ctx, func(tx Tx) (err error) {
		if d, err = o.asker(tx, q); err != nil {
			return err
		}
		last, err := tx.Seq()
		if err != nil {
			return err
		}
		if d.Revoked != 0 || q.After.Epoch != o.found.Epoch || q.No != d.No || q.After.Seq > last {
			r, err = o.standing(d, q.id(), q.After.Epoch)
			return err
		}
		r, err = o.changes(tx, q, d, last)
		return err
	})
	if err != nil {
		return Reply{}, err
	}
	return r, o.noteSeen(ctx, d, q)
}

func (o *Office) asker(tx Tx, q Question) (Device, error) {
	d, err := tx.Device(q.Dev)
	if errors.Is(err, ErrNotFound) {
		return d, ErrStranger
	}
	if err != nil {
		return d, err
	}
	if err := batch.CheckRequest(d.Key(), q.Signature, o.found.Code, q.Dev, q.URI); err != nil {
		return d, ErrStranger.Because(err)
	}
	return d, nil
}

// id binds the answer to the question, so that an old answer is never taken for a new one.
func (q Question) id() batch.ID { return sha256.Sum256([]byte(q.URI)) }

func (o *Office) changes(tx Tx, q Question, d Device, last uint64) (Reply, error) {
	p := portion{max: maxAnswer, to: q.After.Seq}
	if q.Max > 0 {
		p.max = min(p.max, q.Max)
	}
	err := tx.Feed(q.After.Seq, func(s Segment) (bool, error) {
		if s.Dev == q.Dev && !q.Own {
			p.to = s.To
			return true, nil
		}
		return p.add(s)
	})
	if err != nil {
		return Reply{}, err
	}
	return o.reply(batch.Header{Kind: batch.KindChanges, Re: q.id(), Epoch: o.found.Epoch, From: q.After.Seq, To: p.to,
		Count: p.count, More: p.to < last}, p.body.Bytes(), d)
}

// portion is as much of the feed as goes into one answer.
type portion struct {
	max   int
	count int
	to    uint64
	body  bytes.Buffer
}

// add takes what fits of s and tells whether there is room for more.
func (p *portion) add(s Segment) (bool, error) {
	items, err := batch.Items(s.Body, s.Count())
	if err != nil {
		return false, err
	}
	for i, it := range items {
		seq := s.From + uint64(i)
		if seq <= p.to {
			continue
		}
		if p.count == p.max || p.count > 0 && p.body.Len()+len(it.Raw) > maxAnswerBytes {
			return false, nil
		}
		p.body.Write(it.Raw)
		p.count, p.to = p.count+1, seq
	}
	return true, nil
}

// noteSeen writes down that the device was here and how far it is. It is not worth failing for, but a full disk is worth
// knowing of.
func (o *Office) noteSeen(ctx context.Context, d Device, q Question) error {
	now := o.Now()
	cursor := d.Cursor
	if q.After.Epoch == o.found.Epoch {
		cursor = q.After.Seq
	}
	if now.Sub(d.Seen.Time()) < seenEvery && cursor == d.Cursor {
		return nil
	}
	return o.update(ctx, func(tx Tx) error {
		d, err := tx.Device(d.Dev)
		if err != nil {
			return err
		}
		d.Seen, d.Cursor = MillisOf(now), cursor
		return tx.PutDevice(d)
	})
}
