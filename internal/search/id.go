package search

import (
	"strings"

	"github.com/google/uuid"
)

// id is the 16 bytes of a UUID, or, where the version of a UUID would be 0, the place of another id in a list.
type id [16]byte

// ids brings ids to 16 bytes and back, and numbers those of households.
type ids struct {
	odd     []string // that are no UUIDs
	oddAt   map[string]uint32
	list    []id // the numbered ones
	numbers multimap
}

func newIDs() ids { return ids{oddAt: map[string]uint32{}} }

// known gives the bytes of an id; false for one that was never heard of.
func (l *ids) known(full string) (i id, ok bool) {
	if i, ok = asUUID(full); ok {
		return i, true
	}
	at, ok := l.oddAt[full]
	order.PutUint32(i[12:], at)
	return i, ok
}

// of gives the bytes of an id.
func (l *ids) of(full string) id {
	i, ok := l.known(full)
	if !ok {
		full = strings.Clone(full)
		l.oddAt[full] = uint32(len(l.odd))
		order.PutUint32(i[12:], uint32(len(l.odd)))
		l.odd = append(l.odd, full)
	}
	return i
}

func (l *ids) text(i id) string {
	if i[6]>>4 != 0 {
		return uuid.UUID(i).String()
	}
	return l.odd[order.Uint32(i[12:])]
}

// find gives the number of an id that has one.
func (l *ids) find(full string) (int32, bool) {
	i, ok := l.known(full)
	if ok {
		for n := range l.numbers.each(i.hash()) {
			if l.list[n] == i {
				return n, true
			}
		}
	}
	return -1, false
}

// number gives the number of an id, a new one where it has none.
func (l *ids) number(full string) int32 {
	if n, ok := l.find(full); ok {
		return n
	}
	i, n := l.of(full), int32(len(l.list))
	l.list = append(l.list, i)
	l.numbers.add(i.hash(), n)
	return n
}

// asUUID reads the one form in which ids of ours are written.
func asUUID(full string) (i id, ok bool) {
	if len(full) != 36 || full[8] != '-' || full[13] != '-' || full[18] != '-' || full[23] != '-' {
		return i, false
	}
	at := 0
	for k := 0; k < 36; k += 2 {
		if full[k] == '-' {
			k++
		}
		high, low := digit(full[k]), digit(full[k+1])
		if high > 15 || low > 15 {
			return id{}, false
		}
		i[at] = high<<4 | low
		at++
	}
	return i, i[6]>>4 != 0
}

func digit(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10
	}
	return 255
}
