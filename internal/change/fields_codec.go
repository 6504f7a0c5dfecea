package change

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"sync"
	"unicode/utf8"

	"github.com/fxamacker/cbor/v2"
)

// Major types of CBOR.
const (
	majorNumber, majorBytes, majorText, majorArray, majorMap = 0, 2, 3, 4, 5
)

// entry is the value of a field: a text in the plain case, else an array whose first parts we know.
type entry struct {
	text  string
	parts []cbor.RawMessage // nil in the plain case
}

// eachField reads a map of fields by hand, for a township has a million of them. The library has seen to it before that raw is
// one whole item without tags and endless lengths, and that no map in it is too long.
func eachField(raw []byte, f func(key string, e entry) error) error {
	if len(raw) == 0 || raw[0]>>5 != majorMap {
		return fmt.Errorf("%w: no fields", ErrCode)
	}
	count, at := head(raw)
	var before []byte
	for b := raw[at:]; count > 0; count-- {
		n := skip(b)
		name := b[:n]
		if bytes.Compare(before, name) >= 0 {
			return fmt.Errorf("%w: field keys out of order, or one twice", ErrCode)
		}
		before, b = name, b[n:]
		n = skip(b)
		if err := readField(name, b[:n], f); err != nil {
			return fmt.Errorf("%w: field %x: %w", ErrCode, name, err)
		}
		b = b[n:]
	}
	return nil
}

func readField(name, raw []byte, f func(key string, e entry) error) error {
	key, err := readKey(name)
	if err != nil {
		return err
	}
	if raw[0]>>5 == majorText {
		value, err := readText(raw)
		if err != nil {
			return err
		}
		return f(key, entry{text: value})
	}
	parts, err := readParts(raw)
	if err != nil {
		return err
	}
	return f(key, entry{parts: parts})
}

func readParts(raw []byte) (parts []cbor.RawMessage, err error) {
	return parts, decoding.Unmarshal(raw, &parts)
}

// keys keeps one copy of each field key, so that the entities of a township share them. It stops growing at a number that no
// survey reaches and a hostile sender soon would.
var keys = struct {
	sync.RWMutex
	shared map[string]string
}{shared: map[string]string{}}

const maxKeys = 4096

func readKey(raw []byte) (string, error) {
	_, at := head(raw)
	keys.RLock()
	key, ok := keys.shared[string(raw[at:])]
	keys.RUnlock()
	if ok && raw[0]>>5 == majorText {
		return key, nil
	}
	key, err := readText(raw)
	if err != nil {
		return "", err
	}
	keys.Lock()
	defer keys.Unlock()
	if len(keys.shared) < maxKeys {
		keys.shared[key] = key
	}
	return key, nil
}

func readText(raw []byte) (string, error) {
	_, at := head(raw)
	if raw[0]>>5 != majorText || !utf8.Valid(raw[at:]) {
		return "", fmt.Errorf("not a text")
	}
	return string(raw[at:]), nil
}

// head gives the number in the head of an item and the length of the head.
func head(b []byte) (arg uint64, n int) {
	switch low := b[0] & 31; low {
	case 24:
		return uint64(b[1]), 2
	case 25:
		return uint64(binary.BigEndian.Uint16(b[1:])), 3
	case 26:
		return uint64(binary.BigEndian.Uint32(b[1:])), 5
	case 27:
		return binary.BigEndian.Uint64(b[1:]), 9
	default:
		return uint64(low), 1
	}
}

// skip gives the length of the item that b begins with.
func skip(b []byte) int {
	arg, n := head(b)
	items := uint64(0)
	switch b[0] >> 5 {
	case majorBytes, majorText:
		return n + int(arg)
	case majorArray:
		items = arg
	case majorMap:
		items = 2 * arg
	}
	for ; items > 0; items-- {
		n += skip(b[n:])
	}
	return n
}

// rest is what stands behind the parts that we know.
func rest(parts []cbor.RawMessage, known int) []cbor.RawMessage {
	if len(parts) <= known {
		return nil
	}
	return parts[known:]
}
