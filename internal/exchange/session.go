package exchange

import (
	"crypto/sha256"
	"errors"
	"math"
	"time"

	"ruhu/internal/batch"
	"ruhu/internal/store"
)

// session is one Sync: the link, the chain as the store has it, and the client. Whatever changes the chain writes it in the
// transaction that makes it true, and only then believes it.
type session struct {
	*Exchange
	link   link
	chain  chain
	client *client
	pieces int // of a blob, to send at once
}

func (x *Exchange) session() (*session, error) {
	l, linked, err := x.link()
	if err != nil {
		return nil, err
	}
	if !linked {
		return nil, ErrNotEnrolled
	}
	c, err := x.chain()
	if err != nil {
		return nil, err
	}
	return &session{Exchange: x, link: l, chain: c, client: newClient(l.URL, x.transport(l.County.Pin))}, nil
}

// open opens the county's answer to the letter or question re and checks everything that can be checked of it: a letter of
// this county, to this device, in answer to just this. A position is an answer to everything.
func (s *session) open(sealed []byte, re batch.ID, want batch.Kind) (*batch.Letter, []byte, error) {
	l, err := s.keys.Open(sealed)
	if err != nil {
		return nil, nil, ErrNonsense.Because(err)
	}
	if err := l.Verify(s.link.County.Sign); err != nil || l.County != s.link.County.Code {
		return nil, nil, ErrOtherCounty.Because(err)
	}
	if l.Dev != s.st.Device() || l.Re != re || l.Kind != want && l.Kind != batch.KindPosition {
		return nil, nil, ErrNonsense
	}
	body, err := l.Body()
	if err != nil {
		return nil, nil, ErrNonsense.Because(err)
	}
	s.noteClock(l.Time)
	if l.Kind == batch.KindPosition {
		return nil, nil, positionError(body)
	}
	return l, body, nil
}

func positionError(body []byte) error {
	var p batch.Position
	if err := batch.Unmarshal(body, &p); err != nil {
		return ErrNonsense.Because(err)
	}
	if p.Revoked {
		return ErrRevoked
	}
	return move{p}
}

// noteClock compares the clocks; the difference is kept with the next thing that is.
func (s *session) noteClock(county uint64) {
	if county > 0 && county < math.MaxInt64 {
		s.chain.ClockOff = s.o.Now().UnixMilli() - int64(county)
	}
}

// adopt takes up the thread where the county has it.
//
// If the last batch that the county knows is one of ours, all is clear: it has everything up to the end of that batch, and
// what came later, because the county was restored from a backup, is unsent again. If it is none that we remember, this
// store was restored, and the numbers of our changes no longer mean the same on both sides: what we have receipts for of
// this epoch is there all the same; of another epoch nothing is sure, and everything is sent again. What this store lost
// comes back with the changes of the others. Those are read from the beginning, for a feed of another epoch, or a store that
// lost some, has them in other places.
func (s *session) adopt(p batch.Position) error {
	c := s.chain
	at, ours, err := s.sentUpTo(p.Prev)
	switch {
	case err != nil:
		return err
	case ours:
		c.Acked, c.Restart = at, false
	case p.Epoch != c.Cursor.Epoch:
		c.Acked = 0
		fallthrough
	default:
		c.Restart, c.Own = true, true
	}
	c.No, c.Prev, c.Cursor = p.No, p.Prev, batch.Cursor{Epoch: p.Epoch}
	err = s.st.Edit("", "", func(e *store.Edit) error {
		if err := e.DeleteLocal(area, keyPending); err != nil && !errors.Is(err, store.ErrNotFound) {
			return err
		}
		if err := e.SendBlobsAgain(); err != nil { // its backup may lack some; it says so of each
			return err
		}
		return put(e, area, keyChain, c)
	})
	if err == nil {
		s.chain = c
		s.o.Log.Info("thread taken up", "no", c.No, "acked", c.Acked, "restart", c.Restart)
	}
	return err
}

// sentUpTo gives the last LSN of a batch of ours that was received; the county that took none is at 0.
func (s *session) sentUpTo(id batch.ID) (lsn uint64, ours bool, err error) {
	if id.IsZero() {
		return 0, true, nil
	}
	b, err := s.st.Local(areaSent, id.String())
	if errors.Is(err, store.ErrNotFound) {
		return 0, false, nil
	}
	if err == nil {
		err = batch.Unmarshal(b, &lsn)
	}
	return lsn, err == nil, err
}

// done writes down that everything is sent and received.
func (s *session) done() error {
	c := s.chain
	c.LastOK = s.o.Now().UnixMilli()
	if err := s.save(c, nil); err != nil {
		return err
	}
	s.chain = c
	return nil
}

func (s *session) save(c chain, also func(*store.Edit) error) error {
	return s.st.Edit("", "", func(e *store.Edit) error {
		if also != nil {
			if err := also(e); err != nil {
				return err
			}
		}
		return put(e, area, keyChain, c)
	})
}

func idOf(uri string) batch.ID { return sha256.Sum256([]byte(uri)) }

// Bounds of a batch: so many changes and bytes, and as long as a request should take.
const (
	firstSize  = 200
	leastSize  = 20
	mostSize   = 4000
	mostBytes  = 512 << 10
	tooQuick   = time.Second
	tooSlow    = 5 * time.Second
	growFactor = 2
)

// resize gives the size of the next batch after one that took so long.
func resize(size int, took time.Duration) int {
	switch {
	case took < tooQuick:
		size *= growFactor
	case took > tooSlow:
		size /= growFactor
	}
	return min(max(size, leastSize), mostSize)
}
