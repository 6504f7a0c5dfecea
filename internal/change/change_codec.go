package change

import (
	"fmt"
)

// Keys of a change in its stored and sent form. They are never reused.
const (
	changeLSN = iota + 1
	changeType
	changeID
	changeStamp
	changeActor
	changeReason
	changeSchema
	changeBases
	changeFields
)

// MarshalBinary gives the stored and sent form. The same change always gives the same bytes.
func (c Change) MarshalBinary() ([]byte, error) {
	if c.plain() {
		return c.appendTo(make([]byte, 0, 64+24*len(c.Fields))), nil
	}
	return c.marshal()
}

// marshal is for changes that hold something of a newer program.
func (c Change) marshal() ([]byte, error) {
	stamp := c.Stamp.Bytes()
	bases := c.bases()
	fields := make(map[string]any, len(c.Fields))
	for key, set := range c.Fields {
		fields[key] = set.encode(bases)
	}
	m := map[uint64]any{changeType: c.Type, changeID: encodeID(c.ID), changeStamp: stamp[:], changeFields: fields}
	if c.LSN != 0 {
		m[changeLSN] = c.LSN
	}
	if c.Actor != "" {
		m[changeActor] = c.Actor
	}
	if c.Reason != "" {
		m[changeReason] = c.Reason
	}
	if c.Schema != 0 {
		m[changeSchema] = c.Schema
	}
	if len(bases) > 0 {
		m[changeBases] = encodeStamps(bases)
	}
	return encodeMap(m, c.extra)
}

// bases is the table of all stamps that the fields name.
func (c Change) bases() stamps {
	var all stamps
	for _, set := range c.Fields {
		for _, s := range set.Base {
			all = all.add(s)
		}
	}
	return all
}

func (s Set) encode(bases stamps) any {
	if len(s.Base) == 0 && len(s.extra) == 0 {
		return s.Value
	}
	return encodeParts(s.Value, s.Base, bases, s.extra)
}

// UnmarshalBinary reads what MarshalBinary wrote, in this version of the program or in a newer one.
func (c *Change) UnmarshalBinary(b []byte) error {
	var bases []Stamp
	var fields []byte
	*c = Change{}
	extra, err := decodeMap(b, func(key uint64, raw []byte) (ok bool, err error) {
		switch key {
		case changeLSN:
			err = decoding.Unmarshal(raw, &c.LSN)
		case changeType:
			c.Type, err = readText(raw)
		case changeID:
			c.ID, err = decodeID(raw)
		case changeStamp:
			c.Stamp, err = decodeStamp(raw)
		case changeActor:
			c.Actor, err = readText(raw)
		case changeReason:
			c.Reason, err = readText(raw)
		case changeSchema:
			err = decoding.Unmarshal(raw, &c.Schema)
		case changeBases:
			bases, err = decodeStamps(raw)
		case changeFields:
			fields = raw
		default:
			return false, nil
		}
		return true, err
	})
	if err != nil {
		return err
	}
	c.extra = extra
	c.Fields = map[string]Set{}
	err = eachField(fields, func(key string, e entry) (err error) {
		c.Fields[key], err = e.set(bases)
		return err
	})
	if err != nil {
		return err
	}
	return c.Valid()
}

func decodeStamp(raw []byte) (Stamp, error) {
	var b []byte
	if err := decoding.Unmarshal(raw, &b); err != nil {
		return Stamp{}, err
	}
	return StampFrom(b)
}

func (e entry) set(bases []Stamp) (s Set, err error) {
	if e.parts == nil {
		return Set{Value: e.text}, nil
	}
	var places []uint64
	if len(e.parts) < 2 {
		return s, fmt.Errorf("%d parts", len(e.parts))
	}
	if err = decoding.Unmarshal(e.parts[0], &s.Value); err != nil {
		return s, err
	}
	if err = decoding.Unmarshal(e.parts[1], &places); err != nil {
		return s, err
	}
	if len(places) > 0 {
		s.Base, err = pick(bases, places)
	}
	s.extra = rest(e.parts, 2)
	return s, err
}
