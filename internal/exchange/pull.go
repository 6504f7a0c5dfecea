package exchange

import (
	"context"
	"crypto/rand"
	"fmt"

	"ruhu/internal/batch"
	"ruhu/internal/change"
	"ruhu/internal/store"
)

// pull takes in what the others did, until the county says that there is no more.
func (s *session) pull(ctx context.Context, r *Result) error {
	for more := true; more; {
		uri := s.question()
		answer, err := s.client.get(ctx, uri, batch.SignRequest(s.keys.Sign, s.link.County.Code, s.st.Device(), uri))
		if err != nil {
			return err
		}
		l, body, err := s.open(answer, idOf(uri), batch.KindChanges)
		if err != nil {
			return err
		}
		if l.From != s.chain.Cursor.Seq || l.To < l.From || l.More && l.To == l.From {
			return ErrNonsense
		}
		if err := s.takeIn(l, body, r); err != nil {
			return err
		}
		more = l.More
		s.tell()
	}
	return nil
}

// question is the request, with a word of chance in it: the answer is bound to it and good for nothing else.
func (s *session) question() string {
	own := ""
	if s.chain.Own {
		own = "&own=1"
	}
	return fmt.Sprintf("%s?dev=%d&after=%s&no=%d%s&word=%s", batch.PathChanges, s.st.Device(), s.chain.Cursor, s.chain.No, own, rand.Text())
}

// takeIn merges the changes and moves the cursor in one transaction. Unsent edits of this device are merged with, never
// overwritten: that is the store's part.
func (s *session) takeIn(l *batch.Letter, body []byte, r *Result) error {
	items, err := batch.Items(body, l.Count)
	if err != nil {
		return ErrNonsense.Because(err)
	}
	cs, unreadable := readable(items)
	c := s.chain
	c.Cursor.Seq = l.To
	c.Own = c.Own && l.More
	if c == s.chain {
		return nil
	}
	err = s.st.Apply(cs, func(e *store.Edit) error { return put(e, area, keyChain, c) })
	if err != nil {
		return err
	}
	s.chain = c
	r.Received += len(cs)
	r.Unreadable += unreadable
	if unreadable > 0 {
		s.o.Log.Warn("changes that cannot be read", "count", unreadable)
	}
	return nil
}

func readable(items []batch.Item) (cs []change.Change, unreadable int) {
	for _, it := range items {
		if it.Err != nil || it.Change.Valid() != nil {
			unreadable++
			continue
		}
		cs = append(cs, it.Change)
	}
	return cs, unreadable
}
