package exchange

import (
	"context"
	"errors"
	"time"

	"ruhu/internal/batch"
	"ruhu/internal/change"
	"ruhu/internal/store"
)

// push sends batch after batch until the county has a receipt for everything.
func (s *session) push(ctx context.Context, r *Result) error {
	l, err := s.pending()
	if err != nil {
		return err
	}
	for l != nil {
		started := time.Now()
		receipt, sent, err := s.send(ctx, l)
		if errors.Is(err, ErrTooBig) && l.Count > 1 {
			l, err = s.smaller(l)
		} else if err == nil {
			s.chain.Size = resize(s.size(), time.Since(started))
			l, err = s.acknowledge(l, receipt, r)
			r.Bytes += sent
		}
		if err != nil {
			return err
		}
		s.tell()
	}
	return nil
}

// pending gives the batch to be sent: the one that was begun, or else a new one; nil when there is nothing. It is in the
// store before it is on its way, so that whatever happens it is sent again as it was, and taken once.
func (s *session) pending() (*batch.Letter, error) {
	b, err := s.st.Local(area, keyPending)
	if err == nil && len(b) > 0 {
		if l, err := batch.Parse(b); err == nil && l.No == s.chain.No && l.Epoch == s.chain.Cursor.Epoch {
			return l, nil
		}
	}
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return nil, err
	}
	l, err := s.next(s.chain)
	if err != nil || l == nil {
		return nil, err
	}
	return l, s.st.PutLocal(area, keyPending, l.Bytes())
}

// next writes the batch that follows where c stands; nil when there is nothing to send.
func (s *session) next(c chain) (*batch.Letter, error) {
	cs, err := s.st.Outbox(c.Acked, s.size())
	for err == nil && len(cs) > 0 {
		var l *batch.Letter
		if l, err = s.write(c, cs); err != nil || len(l.Bytes()) <= mostBytes || len(cs) == 1 {
			return l, err
		}
		cs = cs[:len(cs)/2]
	}
	return nil, err
}

func (s *session) write(c chain, cs []change.Change) (*batch.Letter, error) {
	return batch.NewBatch(batch.Header{
		County: s.link.County.Code, Dev: s.st.Device(), Epoch: c.Cursor.Epoch, No: c.No, Prev: c.Prev, Restart: c.Restart,
		Time: uint64(s.o.Now().UnixMilli()),
	}, cs, s.keys.Sign)
}

func (s *session) size() int {
	if s.chain.Size == 0 {
		return firstSize
	}
	return s.chain.Size
}

// send sends the batch and gives the receipt, once every doubt about it is gone.
func (s *session) send(ctx context.Context, l *batch.Letter) (batch.Receipt, int, error) {
	var receipt batch.Receipt
	sealed, err := l.SealTo(s.link.County.Recipient)
	if err != nil {
		return receipt, 0, err
	}
	answer, err := s.client.post(ctx, batch.PathBatches, sealed)
	if err != nil {
		return receipt, 0, err
	}
	_, body, err := s.open(answer, l.ID, batch.KindReceipt)
	if err != nil {
		return receipt, 0, err
	}
	if err := batch.Unmarshal(body, &receipt); err != nil {
		return receipt, 0, ErrNonsense.Because(err)
	}
	if receipt.Batch != l.ID || receipt.From != l.From || receipt.To != l.To {
		return receipt, 0, ErrNonsense
	}
	return receipt, len(sealed), nil
}

// acknowledge writes, in one transaction, that the batch is received, what of it was set aside, and the batch to be sent
// next, which it gives.
func (s *session) acknowledge(l *batch.Letter, receipt batch.Receipt, r *Result) (*batch.Letter, error) {
	c := s.chain
	c.No, c.Prev, c.Acked, c.Restart = l.No+1, l.ID, l.To, false
	c.Asides += len(receipt.SetAside)
	next, err := s.next(c)
	if err != nil {
		return nil, err
	}
	asides := s.asides(receipt)
	err = s.save(c, func(e *store.Edit) error {
		for lsn, a := range asides {
			if err := put(e, areaAside, asideKey(lsn), a); err != nil {
				return err
			}
		}
		if err := put(e, areaSent, l.ID.String(), l.To); err != nil {
			return err
		}
		if next == nil {
			return e.DeleteLocal(area, keyPending)
		}
		return e.PutLocal(area, keyPending, next.Bytes())
	})
	if err != nil {
		return nil, err
	}
	s.chain = c
	r.Sent += receipt.Accepted()
	r.SetAside += len(receipt.SetAside)
	return next, nil
}

// asides are the changes that were set aside, as they are kept: with what they were about, so that a page can open it.
func (s *session) asides(receipt batch.Receipt) map[uint64]asideRecord {
	records := map[uint64]asideRecord{}
	for _, a := range receipt.SetAside {
		rec := asideRecord{At: s.o.Now().UnixMilli(), Reason: a.Reason, Args: a.Args, Words: a.Words}
		if cs, err := s.st.Outbox(a.LSN-1, 1); err == nil && len(cs) == 1 {
			rec.Type, rec.ID = cs[0].Type, cs[0].ID
		}
		records[a.LSN] = rec
	}
	return records
}

// smaller writes the first half of a batch anew. Only a batch that was certainly not taken may be written otherwise.
func (s *session) smaller(l *batch.Letter) (*batch.Letter, error) {
	s.chain.Size = max(l.Count/2, 1)
	next, err := s.next(s.chain)
	if err != nil {
		return nil, err
	}
	return next, s.st.PutLocal(area, keyPending, next.Bytes())
}
