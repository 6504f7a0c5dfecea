package change

import (
	"cmp"
	"fmt"
	"slices"
)

// Keys of an entity in its stored form. They are never reused.
const (
	entityType = iota + 1
	entityID
	entityWrites
	entityPast
	entityFields
)

// write is what the heads of one change have in common. Most entities come from one change, so that a table of writes with
// the commonest first makes most fields a bare text.
type write struct {
	_     struct{} `cbor:",toarray"`
	Stamp []byte
	Actor string
}

type writeKey struct {
	Stamp Stamp
	Actor string
}

// MarshalBinary gives the stored form. Equal entities give the same bytes.
func (e Entity) MarshalBinary() ([]byte, error) {
	if e.plain() {
		return e.appendTo(make([]byte, 0, 64+24*len(e.Fields))), nil
	}
	return e.marshal()
}

// marshal is for entities that hold something of a newer program.
func (e Entity) marshal() ([]byte, error) {
	writes := e.writes()
	place := make(map[writeKey]uint64, len(writes))
	table := make([]write, len(writes))
	for i, w := range writes {
		place[w] = uint64(i)
		stamp := w.Stamp.Bytes()
		table[i] = write{Stamp: stamp[:], Actor: w.Actor}
	}
	past := e.past()
	fields := make(map[string]any, len(e.Fields))
	for key, r := range e.Fields {
		fields[key] = r.encode(place, past)
	}
	m := map[uint64]any{entityType: e.Type, entityID: encodeID(e.ID), entityWrites: table, entityFields: fields}
	if len(past) > 0 {
		m[entityPast] = encodeStamps(past)
	}
	return encodeMap(m, e.extra)
}

// writes is the table of writes: the one with most heads first, the newest first among equals.
func (e Entity) writes() []writeKey {
	type use struct {
		writeKey
		heads int
	}
	var uses []use
	for _, r := range e.Fields {
		for _, h := range r.Heads {
			w := writeKey{h.Stamp, h.Actor}
			i := slices.IndexFunc(uses, func(u use) bool { return u.writeKey == w })
			if i < 0 {
				i, uses = len(uses), append(uses, use{writeKey: w})
			}
			uses[i].heads++
		}
	}
	slices.SortFunc(uses, func(a, b use) int {
		return cmp.Or(cmp.Compare(b.heads, a.heads), b.Stamp.Compare(a.Stamp), cmp.Compare(a.Actor, b.Actor))
	})
	list := make([]writeKey, len(uses))
	for i, u := range uses {
		list[i] = u.writeKey
	}
	return list
}

func (e Entity) past() stamps {
	var all stamps
	for _, r := range e.Fields {
		for _, s := range r.Past {
			all = all.add(s)
		}
	}
	return all
}

func (r Register) encode(place map[writeKey]uint64, past stamps) any {
	heads := make([]any, 0, len(r.Heads))
	for _, h := range r.Heads {
		w := place[writeKey{h.Stamp, h.Actor}]
		if w == 0 && len(r.Heads) == 1 && len(r.Past) == 0 && len(r.extra) == 0 {
			return h.Value
		}
		heads = append(heads, []any{h.Value, w})
	}
	return encodeParts(heads, r.Past, past, r.extra)
}

// UnmarshalBinary reads what MarshalBinary wrote, in this version of the program or in a newer one.
func (e *Entity) UnmarshalBinary(b []byte) error {
	var writes []write
	var past []Stamp
	var fields []byte
	*e = Entity{}
	extra, err := decodeMap(b, func(key uint64, raw []byte) (ok bool, err error) {
		switch key {
		case entityType:
			e.Type, err = readText(raw)
		case entityID:
			e.ID, err = decodeID(raw)
		case entityWrites:
			err = decoding.Unmarshal(raw, &writes)
		case entityPast:
			past, err = decodeStamps(raw)
		case entityFields:
			fields = raw
		default:
			return false, nil
		}
		return true, err
	})
	if err != nil {
		return err
	}
	e.extra = extra
	return e.fill(fields, writes, past)
}

func (e *Entity) fill(fields []byte, table []write, past []Stamp) error {
	writes := make([]Head, len(table))
	for i, w := range table {
		stamp, err := StampFrom(w.Stamp)
		if err != nil {
			return fmt.Errorf("%w: %w", ErrCode, err)
		}
		writes[i] = Head{Stamp: stamp, Actor: w.Actor}
	}
	if len(fields) == 0 {
		return fmt.Errorf("%w: no fields", ErrCode)
	}
	count, _ := head(fields)
	e.Fields = make(map[string]Register, count)
	slab := make([]Head, 0, count) // one allocation for the plain fields
	return eachField(fields, func(key string, f entry) (err error) {
		if f.parts != nil {
			e.Fields[key], err = f.register(writes, past)
			return err
		}
		if len(writes) == 0 {
			return fmt.Errorf("no writes")
		}
		slab = append(slab, Head{Stamp: writes[0].Stamp, Actor: writes[0].Actor, Value: f.text})
		e.Fields[key] = Register{Heads: slab[len(slab)-1 : len(slab) : len(slab)]}
		return nil
	})
}

// headEntry is one head beside others: its value and its place in the table of writes.
type headEntry struct {
	_     struct{} `cbor:",toarray"`
	Value string
	Write uint64
}

func (f entry) register(writes []Head, past []Stamp) (r Register, err error) {
	var heads []headEntry
	var places []uint64
	if len(f.parts) < 2 {
		return r, fmt.Errorf("%d parts", len(f.parts))
	}
	if err = decoding.Unmarshal(f.parts[0], &heads); err != nil {
		return r, err
	}
	if err = decoding.Unmarshal(f.parts[1], &places); err != nil {
		return r, err
	}
	for _, h := range heads {
		if h.Write >= uint64(len(writes)) {
			return r, fmt.Errorf("write %d of %d", h.Write, len(writes))
		}
		head := writes[h.Write]
		head.Value = h.Value
		r.Heads = append(r.Heads, head)
	}
	if len(places) > 0 {
		r.Past, err = pick(past, places)
	}
	r.extra = rest(f.parts, 2)
	return r, err
}
