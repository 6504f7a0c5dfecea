package store

import (
	"github.com/fxamacker/cbor/v2"

	"ruhu/internal/change"
)

const stateBucket = "s"

var (
	stateKey    = []byte("state")
	encoding, _ = cbor.CoreDetEncOptions().EncMode()
	decoding, _ = cbor.DecOptions{DupMapKey: cbor.DupMapKeyEnforcedAPF, TagsMd: cbor.TagsForbidden}.DecMode()
)

// state is what a store knows of itself. It is written in every transaction that changes any of it.
type state struct {
	Device uint32         `cbor:"1,keyasint"`
	Clock  []byte         `cbor:"2,keyasint,omitempty"` // highest stamp given or seen
	LSN    uint64         `cbor:"3,keyasint"`           // of the newest change in the outbox
	Live   map[string]int `cbor:"4,keyasint,omitempty"` // entities by type, without deleted ones
	All    map[string]int `cbor:"5,keyasint,omitempty"` // entities by type: tells a lost page from an empty store
}

func (s *Store) state() (st state, err error) {
	err = s.f.View(func(t *Tx) error {
		st, err = readState(t)
		return err
	})
	return st, err
}

func readState(t *Tx) (st state, err error) {
	b, err := t.Get(stateBucket, stateKey)
	if err != nil {
		return st, damagedIfMissing(err)
	}
	if err := unmarshal(b, &st); err != nil {
		return st, err
	}
	if st.Live == nil {
		st.Live = map[string]int{}
	}
	if st.All == nil {
		st.All = map[string]int{}
	}
	return st, nil
}

// unmarshal reads what this package wrote; anything else is damage.
func unmarshal(b []byte, v any) error {
	if err := decoding.Unmarshal(b, v); err != nil {
		return ErrDamaged.Because(err)
	}
	return nil
}

func (st state) write(t *Tx) error {
	b, err := encoding.Marshal(st)
	if err != nil {
		return err
	}
	return t.Put(stateBucket, stateKey, b)
}

func (st state) clock() change.Stamp {
	s, _ := change.StampFrom(st.Clock) // none yet: the zero stamp
	return s
}

// count keeps the number of entities that are not deleted. A type without any has no number.
func (st state) count(typ string, before, after bool) {
	switch {
	case after && !before:
		st.Live[typ]++
	case before && !after:
		st.Live[typ]--
	}
	if st.Live[typ] == 0 {
		delete(st.Live, typ)
	}
}
