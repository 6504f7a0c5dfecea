package exchange

import (
	"errors"
	"fmt"
	"time"

	"ruhu/internal/batch"
	"ruhu/internal/store"
)

// What the exchange keeps in the store, in areas that never travel.
const (
	area      = "exchange"
	areaAside = "exchange.aside" // changes that the county set aside, by LSN
	areaSent  = "exchange.sent"  // the last LSN of each batch received, by ID

	keyLink    = "link"
	keyChain   = "chain"
	keyPending = "pending" // the batch being sent, as batch.Letter.Bytes: it is sent again until its receipt is here
)

// link is the county that the device is enrolled with.
type link struct {
	URL         string       `cbor:"1,keyasint"`
	County      batch.County `cbor:"2,keyasint"`
	Name        string       `cbor:"3,keyasint"`
	Certificate []byte       `cbor:"4,keyasint"` // the county's answer, signed
}

// chain is how far the device is with the county.
type chain struct {
	No       uint64       `cbor:"1,keyasint"` // the number of the next batch
	Prev     batch.ID     `cbor:"2,keyasint"`
	Acked    uint64       `cbor:"3,keyasint"` // every change up to this LSN has a receipt
	Restart  bool         `cbor:"4,keyasint,omitempty"`
	Own      bool         `cbor:"5,keyasint,omitempty"` // this store was restored: fetch our own changes too
	Cursor   batch.Cursor `cbor:"6,keyasint"`
	Size     int          `cbor:"7,keyasint,omitempty"` // changes to put in a batch
	LastOK   int64        `cbor:"8,keyasint,omitempty"`
	ClockOff int64        `cbor:"9,keyasint,omitempty"` // ms that our clock is ahead of the county's
	Asides   int          `cbor:"10,keyasint,omitempty"`
}

// Aside is a change that the county could not take.
type Aside struct {
	LSN      uint64    `cbor:"1,keyasint"`
	Type, ID string    // what it was about; empty where it cannot be told any more
	At       time.Time // when the county said so
	Reason   error     // in words
}

type asideRecord struct {
	Type   string   `cbor:"1,keyasint"`
	ID     string   `cbor:"2,keyasint"`
	At     int64    `cbor:"3,keyasint"`
	Reason string   `cbor:"4,keyasint"`
	Args   []string `cbor:"5,keyasint,omitempty"`
	Words  string   `cbor:"6,keyasint"`
}

func (x *Exchange) link() (l link, linked bool, err error) {
	linked, err = x.load(keyLink, &l)
	return l, linked, err
}

func (x *Exchange) chain() (c chain, err error) {
	_, err = x.load(keyChain, &c)
	return c, err
}

func (x *Exchange) load(key string, v any) (bool, error) {
	b, err := x.st.Local(area, key)
	if errors.Is(err, store.ErrNotFound) || err == nil && b == nil {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, batch.Unmarshal(b, v)
}

func put(e *store.Edit, area, key string, v any) error {
	b, err := batch.Marshal(v)
	if err != nil {
		return err
	}
	return e.PutLocal(area, key, b)
}

// SetAside lists the changes that the county could not take, the oldest first.
func (x *Exchange) SetAside() (list []Aside, err error) {
	err = x.st.EachLocal(areaAside, func(key string, v []byte) error {
		var r asideRecord
		a := Aside{}
		if err := batch.Unmarshal(v, &r); err != nil {
			return err
		}
		if _, err := fmt.Sscanf(key, "%d", &a.LSN); err != nil {
			return err
		}
		a.Type, a.ID, a.At, a.Reason = r.Type, r.ID, millis(r.At), reason(r)
		list = append(list, a)
		return nil
	})
	return list, err
}

// Dismiss takes a change off the list: somebody has seen to it. Putting the record right is an edit like any other.
func (x *Exchange) Dismiss(lsn uint64) error {
	x.run.Lock()
	defer x.run.Unlock()
	c, err := x.chain()
	if err != nil {
		return err
	}
	if _, err := x.st.Local(areaAside, asideKey(lsn)); err != nil {
		return err
	}
	c.Asides--
	return x.st.Edit("", "", func(e *store.Edit) error {
		if err := e.DeleteLocal(areaAside, asideKey(lsn)); err != nil {
			return err
		}
		return put(e, area, keyChain, c)
	})
}

func asideKey(lsn uint64) string { return fmt.Sprintf("%020d", lsn) }

func millis(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms)
}
