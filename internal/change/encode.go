package change

import (
	"encoding/binary"
	"slices"
	"strings"

	"github.com/google/uuid"
)

// An import writes a hundred thousand changes and entities. Those that hold nothing of a newer program are written by hand here, in
// the same bytes as the library writes (encode_internal_test.go holds the two side by side) and several times faster.

func appendHead(b []byte, major byte, n uint64) []byte {
	major <<= 5
	switch {
	case n < 24:
		return append(b, major|byte(n))
	case n < 1<<8:
		return append(b, major|24, byte(n))
	case n < 1<<16:
		return binary.BigEndian.AppendUint16(append(b, major|25), uint16(n))
	case n < 1<<32:
		return binary.BigEndian.AppendUint32(append(b, major|26), uint32(n))
	}
	return binary.BigEndian.AppendUint64(append(b, major|27), n)
}

func appendText(b []byte, s string) []byte {
	return append(appendHead(b, majorText, uint64(len(s))), s...)
}

func appendNumber(b []byte, n uint64) []byte { return appendHead(b, 0, n) }

func appendStamp(b []byte, s Stamp) []byte {
	bytes := s.Bytes()
	return append(appendHead(b, majorBytes, StampSize), bytes[:]...)
}

func appendStamps(b []byte, list []Stamp) []byte {
	b = appendHead(b, majorBytes, uint64(len(list)*StampSize))
	for _, s := range list {
		one := s.Bytes()
		b = append(b, one[:]...)
	}
	return b
}

func appendID(b []byte, id string) []byte {
	if u, ok := uuidOf(id); ok {
		return append(appendHead(b, majorBytes, 16), u[:]...)
	}
	return appendText(b, id)
}

// uuidOf reads a UUID in the one form in which it is written.
func uuidOf(s string) (u uuid.UUID, ok bool) {
	if len(s) != len("00000000-0000-0000-0000-000000000000") {
		return u, false
	}
	u, err := uuid.Parse(s)
	return u, err == nil && s == strings.ToLower(s)
}

// sortedKeys gives the keys of fields in the order of their bytes in CBOR: the shorter first.
func sortedKeys[V any](fields map[string]V) []string {
	keys := make([]string, 0, len(fields))
	for k := range fields {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, shorterFirst)
	return keys
}

func shorterFirst(a, b string) int {
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	return strings.Compare(a, b)
}

// appendPlaces writes where stamps stand in a table.
func appendPlaces(b []byte, list []Stamp, table stamps) []byte {
	b = appendHead(b, majorArray, uint64(len(list)))
	for _, s := range list {
		b = appendNumber(b, table.place(s))
	}
	return b
}

// plain tells whether nothing in the change is of a newer program.
func (c Change) plain() bool {
	for _, set := range c.Fields {
		if len(set.extra) > 0 {
			return false
		}
	}
	return len(c.extra) == 0
}

func (c Change) appendTo(b []byte) []byte {
	bases := c.bases()
	keys := uint64(4)
	for _, there := range []bool{c.LSN != 0, c.Actor != "", c.Reason != "", c.Schema != 0, len(bases) > 0} {
		if there {
			keys++
		}
	}
	b = appendHead(b, majorMap, keys)
	if c.LSN != 0 {
		b = appendNumber(append(b, changeLSN), c.LSN)
	}
	b = appendText(append(b, changeType), c.Type)
	b = appendID(append(b, changeID), c.ID)
	b = appendStamp(append(b, changeStamp), c.Stamp)
	if c.Actor != "" {
		b = appendText(append(b, changeActor), c.Actor)
	}
	if c.Reason != "" {
		b = appendText(append(b, changeReason), c.Reason)
	}
	if c.Schema != 0 {
		b = appendNumber(append(b, changeSchema), uint64(c.Schema))
	}
	if len(bases) > 0 {
		b = appendStamps(append(b, changeBases), bases)
	}
	return c.appendFields(append(b, changeFields), bases)
}

func (c Change) appendFields(b []byte, bases stamps) []byte {
	b = appendHead(b, majorMap, uint64(len(c.Fields)))
	for _, key := range sortedKeys(c.Fields) {
		set := c.Fields[key]
		b = appendText(b, key)
		if len(set.Base) == 0 {
			b = appendText(b, set.Value)
			continue
		}
		b = appendText(appendHead(b, majorArray, 2), set.Value)
		b = appendPlaces(b, set.Base, bases)
	}
	return b
}

// plain tells whether nothing in the entity is of a newer program.
func (e Entity) plain() bool {
	for _, r := range e.Fields {
		if len(r.extra) > 0 {
			return false
		}
	}
	return len(e.extra) == 0
}

func (e Entity) appendTo(b []byte) []byte {
	writes, past := e.writes(), e.past()
	keys := uint64(4)
	if len(past) > 0 {
		keys++
	}
	b = appendHead(b, majorMap, keys)
	b = appendText(append(b, entityType), e.Type)
	b = appendID(append(b, entityID), e.ID)
	b = appendHead(append(b, entityWrites), majorArray, uint64(len(writes)))
	for _, w := range writes {
		b = appendText(appendStamp(appendHead(b, majorArray, 2), w.Stamp), w.Actor)
	}
	if len(past) > 0 {
		b = appendStamps(append(b, entityPast), past)
	}
	b = appendHead(append(b, entityFields), majorMap, uint64(len(e.Fields)))
	for _, key := range sortedKeys(e.Fields) {
		b = e.Fields[key].appendTo(appendText(b, key), writes, past)
	}
	return b
}

func (r Register) appendTo(b []byte, writes []writeKey, past stamps) []byte {
	if len(r.Heads) == 1 && len(r.Past) == 0 && writes[0] == (writeKey{r.Heads[0].Stamp, r.Heads[0].Actor}) {
		return appendText(b, r.Heads[0].Value)
	}
	b = appendHead(appendHead(b, majorArray, 2), majorArray, uint64(len(r.Heads)))
	for _, h := range r.Heads {
		b = appendText(appendHead(b, majorArray, 2), h.Value)
		b = appendNumber(b, uint64(slices.Index(writes, writeKey{h.Stamp, h.Actor})))
	}
	return appendPlaces(b, r.Past, past)
}
