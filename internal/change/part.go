package change

import (
	"encoding/binary"
	"unicode/utf8"

	"github.com/google/uuid"
)

// Part reads some fields of stored entities without the rest: a register of a hundred thousand people is opened by it. The entity
// must be plain: each field has one head, nothing was ever deleted. Of any other, and of bytes in any way unusual, it says so,
// and Entity.UnmarshalBinary is to read them.
type Part struct {
	keys map[string]int
	n    int
}

// NewPart makes a reader of the fields with these keys.
func NewPart(keys []string) *Part {
	p := &Part{keys: make(map[string]int, len(keys)), n: len(keys)}
	for i, k := range keys {
		p.keys[k] = i
	}
	return p
}

// Read gives the id and sets values, one for each key, to the shown value or nil. They point into b.
func (p *Part) Read(b []byte, values [][]byte) (typ []byte, id string, plain bool) {
	clear(values)
	r := reader{b: b}
	for n := r.open(majorMap); n > 0 && !r.bad; n-- {
		switch r.number() {
		case entityType:
			typ = r.text()
		case entityID:
			id = r.id()
		case entityWrites, entityPast:
			r.skip()
		case entityFields:
			p.fields(&r, values)
		default:
			return nil, "", false
		}
	}
	return typ, id, !r.bad && len(r.b) == 0 && len(typ) > 0 && id != ""
}

func (p *Part) fields(r *reader, values [][]byte) {
	for n := r.open(majorMap); n > 0 && !r.bad; n-- {
		key := r.text()
		value := r.only()
		if string(key) == Deleted {
			r.bad = true
		}
		if i, ok := p.keys[string(key)]; ok {
			values[i] = value
		}
	}
}

// reader walks CBOR without trusting it; once bad it stays so.
type reader struct {
	b   []byte
	bad bool
}

// item takes the head of the next item.
func (r *reader) item() (major byte, arg uint64) {
	if r.bad || len(r.b) == 0 {
		r.bad = true
		return 0, 0
	}
	major = r.b[0] >> 5
	low, size := r.b[0]&31, 1
	switch {
	case low < 24:
		arg = uint64(low)
	case low <= 26 && len(r.b) > 1<<(low-24):
		size += 1 << (low - 24)
		var wide [8]byte
		copy(wide[9-size:], r.b[1:size])
		arg = binary.BigEndian.Uint64(wide[:])
	default: // longer than anything of ours, or without an end
		r.bad = true
		return 0, 0
	}
	r.b = r.b[size:]
	return major, arg
}

// open takes the head of an array or map and gives the number of its elements.
func (r *reader) open(want byte) uint64 {
	major, n := r.item()
	if major != want || n > uint64(len(r.b)) {
		r.bad = true
		return 0
	}
	return n
}

func (r *reader) number() uint64 {
	major, n := r.item()
	if major != 0 {
		r.bad = true
	}
	return n
}

func (r *reader) take(n uint64) []byte {
	if r.bad || n > uint64(len(r.b)) {
		r.bad = true
		return nil
	}
	b := r.b[:n:n]
	r.b = r.b[n:]
	return b
}

func (r *reader) text() []byte {
	major, n := r.item()
	b := r.take(n)
	if major != majorText || !utf8.Valid(b) {
		r.bad = true
		return nil
	}
	return b
}

func (r *reader) id() string {
	if len(r.b) > 0 && r.b[0]>>5 == majorText {
		return string(r.text())
	}
	major, n := r.item()
	b := r.take(n)
	u, err := uuid.FromBytes(b)
	if major != majorBytes || err != nil {
		r.bad = true
		return ""
	}
	return u.String()
}

// only takes a register that has one head, and gives its value.
func (r *reader) only() []byte {
	if len(r.b) > 0 && r.b[0]>>5 == majorText {
		return r.text()
	}
	parts := r.open(majorArray)
	if heads := r.open(majorArray); parts < 2 || heads != 1 || r.open(majorArray) != 2 {
		r.bad = true
		return nil
	}
	value := r.text()
	r.number()
	for ; parts > 1 && !r.bad; parts-- {
		r.skip()
	}
	return value
}

// skip passes over an item.
func (r *reader) skip() {
	major, n := r.item()
	switch major {
	case majorBytes, majorText:
		r.take(n)
	case majorArray:
		r.skipAll(n)
	case majorMap:
		r.skipAll(2 * n)
	case 0, 1:
	default:
		r.bad = true
	}
}

func (r *reader) skipAll(n uint64) {
	for ; n > 0 && !r.bad; n-- {
		r.skip()
	}
}
