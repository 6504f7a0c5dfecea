package store

import (
	"fmt"
	"runtime"

	"ruhu/internal/change"
	"ruhu/internal/vault"
)

// EachPart reads some fields of every entity of a type, oldest first, many times faster than EachWithDeleted: plain gets the shown
// values of keys (in their order, "" for none; the slice is used again, the strings stay good) of each entity that was never deleted
// and is nowhere in conflict; whole gets all others. As in Each no transaction is open while they run, and both run in the goroutine
// of the caller.
func (s *Store) EachPart(typ string, keys []string, plain func(id string, values []string), whole func(change.Entity) error) error {
	tag := s.f.vault.MAC("type", []byte(typ))
	if tag == nil {
		return ErrClosed
	}
	before, err := s.state()
	if err != nil {
		return err
	}
	n := 0
	for p := range s.f.parts(typ, tag[:tagSize:tagSize], keys) {
		<-p.done
		if p.err != nil {
			return p.err
		}
		n += len(p.list)
		for i := range p.list {
			if e := &p.list[i]; e.id != "" {
				plain(e.id, p.values[i*len(keys):(i+1)*len(keys)])
			} else if err := whole(e.whole); err != nil {
				return err
			}
		}
	}
	return s.counted(typ, n, before)
}

// part is some entities that lie side by side.
type part struct {
	sealed []sealedEntity
	list   []partEntity
	values []string // of all, one after the other
	err    error
	done   chan struct{}
}

type partEntity struct {
	id    string // "" when whole is to be looked at
	whole change.Entity
}

// parts reads a type ahead of its reader, in order, and opens it on all processors.
func (f *File) parts(typ string, tag []byte, keys []string) func(yield func(*part) bool) {
	return func(yield func(*part) bool) {
		ahead := runtime.GOMAXPROCS(0)
		ready, work := make(chan *part, 2*ahead), make(chan *part, 2*ahead)
		stop := make(chan struct{})
		defer close(stop)
		for range ahead {
			go func() {
				o := opener{seal: f.vault.Opener(), fields: change.NewPart(keys), typ: typ, keys: len(keys)}
				for p := range work {
					o.open(p)
				}
			}()
		}
		go f.readParts(tag, ready, work, stop)
		for p := range ready {
			if !yield(p) {
				return
			}
		}
	}
}

// readParts gives each part to both channels, until stop.
func (f *File) readParts(tag []byte, ready, work chan<- *part, stop <-chan struct{}) {
	defer close(ready)
	defer close(work)
	for from := tag; from != nil; {
		p := &part{done: make(chan struct{})}
		var err error
		p.sealed, from, err = f.entities(tag, from)
		p.err = err // p is the opener's from here on
		for _, c := range []chan<- *part{work, ready} {
			select {
			case c <- p:
			case <-stop:
				return
			}
		}
		if err != nil {
			return
		}
	}
}

// opener opens parts in one goroutine.
type opener struct {
	seal   *vault.Opener
	fields *change.Part
	typ    string
	keys   int
	text   []byte // the values of a part, one after the other
	ends   []int
	values [][]byte
}

func (o *opener) open(p *part) {
	defer close(p.done)
	if p.err != nil {
		return
	}
	p.list = make([]partEntity, len(p.sealed))
	o.text, o.ends, o.values = o.text[:0], o.ends[:0], make([][]byte, o.keys)
	for i, e := range p.sealed {
		if p.err = o.openOne(e, &p.list[i]); p.err != nil {
			return
		}
	}
	p.sealed = nil
	text := string(o.text) // one piece of memory for all values
	p.values = make([]string, len(o.ends))
	at := 0
	for i, end := range o.ends {
		p.values[i], at = text[at:end], end
	}
}

func (o *opener) openOne(s sealedEntity, e *partEntity) error {
	b, err := o.seal.Unseal(entityBucket, s.key, s.sealed)
	if err != nil {
		return explain(err)
	}
	typ, id, plain := o.fields.Read(b, o.values)
	if plain && string(typ) == o.typ {
		e.id = id
	} else if err := e.whole.UnmarshalBinary(b); err != nil {
		return ErrDamaged.Because(err)
	} else if e.whole.Type != o.typ {
		return ErrDamaged.Because(fmt.Errorf("a %s lies where a %s should", e.whole.Type, o.typ))
	}
	for _, v := range o.values {
		o.text = append(o.text, v...)
		o.ends = append(o.ends, len(o.text))
	}
	return nil
}
