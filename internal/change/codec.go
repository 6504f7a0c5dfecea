package change

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/fxamacker/cbor/v2"
	"github.com/google/uuid"
)

// ErrCode is the cause when bytes are no change or entity of the form that FORMAT.md describes.
var ErrCode = errors.New("not in the form of a change or entity")

var (
	encoding = must(cbor.CoreDetEncOptions().EncMode())
	decoding = must(cbor.DecOptions{
		DupMapKey:        cbor.DupMapKeyEnforcedAPF,
		IndefLength:      cbor.IndefLengthForbidden,
		TagsMd:           cbor.TagsForbidden,
		MaxNestedLevels:  16,
		MaxArrayElements: 1 << 16,
		MaxMapPairs:      1 << 12,
	}.DecMode())
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err) // a slip in the options above
	}
	return v
}

// decodeMap reads a map with small numbers as keys and hands the known ones to known, which must not keep raw; the others are given
// back. It is read by hand, as the fields are (fields_codec.go), once the library has seen to it that b is one whole item.
func decodeMap(b []byte, known func(key uint64, raw []byte) (bool, error)) (others map[uint64]cbor.RawMessage, err error) {
	if err := decoding.Wellformed(b); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCode, err)
	}
	if b[0]>>5 != majorMap {
		return nil, fmt.Errorf("%w: no map", ErrCode)
	}
	count, at := head(b)
	b = b[at:]
	var before uint64
	for i := range count {
		key, n := head(b)
		if b[0]>>5 != majorNumber || i > 0 && key <= before {
			return nil, fmt.Errorf("%w: keys that are no numbers, out of order, or one twice", ErrCode)
		}
		before, b = key, b[n:]
		n = skip(b)
		ok, err := known(key, b[:n])
		if err != nil {
			return nil, fmt.Errorf("%w: key %d: %w", ErrCode, key, err)
		}
		if !ok {
			if others == nil {
				others = map[uint64]cbor.RawMessage{}
			}
			others[key] = bytes.Clone(b[:n])
		}
		b = b[n:]
	}
	return others, nil
}

// encodeMap writes known and extra as one map; a known key wins.
func encodeMap(known map[uint64]any, extra map[uint64]cbor.RawMessage) ([]byte, error) {
	for key, raw := range extra {
		if _, ok := known[key]; !ok {
			known[key] = raw
		}
	}
	return encoding.Marshal(known)
}

// A UUID travels as its 16 bytes, any other id as text.
func encodeID(id string) any {
	if u, ok := uuidOf(id); ok {
		return u[:]
	}
	return id
}

func decodeID(raw []byte) (string, error) {
	if raw[0]>>5 == majorText {
		return readText(raw)
	}
	var b []byte
	if err := decoding.Unmarshal(raw, &b); err != nil {
		return "", err
	}
	u, err := uuid.FromBytes(b)
	return u.String(), err
}

// Stamps travel side by side in one byte string.
func encodeStamps(list []Stamp) []byte {
	b := make([]byte, 0, len(list)*StampSize)
	for _, s := range list {
		one := s.Bytes()
		b = append(b, one[:]...)
	}
	return b
}

func decodeStamps(raw []byte) ([]Stamp, error) {
	var b []byte
	if err := decoding.Unmarshal(raw, &b); err != nil {
		return nil, err
	}
	if len(b)%StampSize != 0 {
		return nil, fmt.Errorf("stamps of %d bytes", len(b))
	}
	list := make([]Stamp, 0, len(b)/StampSize)
	for ; len(b) > 0; b = b[StampSize:] {
		s, err := StampFrom(b[:StampSize])
		if err != nil {
			return nil, err
		}
		list = append(list, s)
	}
	return list, nil
}

// encodeParts is a field that is more than a text: what it says, where its stamps stand in a table, and what newer programs added.
func encodeParts(says any, list []Stamp, table stamps, extra []cbor.RawMessage) []any {
	places := make([]uint64, 0, len(list))
	for _, s := range list {
		places = append(places, table.place(s))
	}
	parts := []any{says, places}
	for _, raw := range extra {
		parts = append(parts, raw)
	}
	return parts
}

// pick gives the entries of table at the places.
func pick[T any](table []T, places []uint64) ([]T, error) {
	list := make([]T, 0, len(places))
	for _, i := range places {
		if i >= uint64(len(table)) {
			return nil, fmt.Errorf("entry %d of %d", i, len(table))
		}
		list = append(list, table[i])
	}
	return list, nil
}
