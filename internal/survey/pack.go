package survey

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
)

// What a byte can say: more are in the tail.
const (
	maxShort  = 127 // answers beside each other
	maxNumber = 255
	maxLength = 255
	hasTail   = 0x80 // in the first byte
)

// piece is one answer on its way into a Packed. In the tail it is the number of its key, how long it is, and the answer; of number 0
// the key's length and its text come before the answer.
type piece struct {
	number     int
	key, value string
}

// Pack packs answers.
func Pack(a Answers) Packed {
	var by [maxNumber + 1]string // short answers in their places: nothing has to be sorted
	var tail []piece
	short := 0
	for key, value := range a {
		number := keyNumber(key)
		switch {
		case value == "":
		case number == 0 || number > maxNumber || len(value) > maxLength:
			tail = append(tail, piece{number, key, value})
		default:
			by[number] = value
			short++
		}
	}
	for number := maxNumber; short > maxShort; number-- {
		if by[number] != "" {
			tail, by[number] = append(tail, piece{number, packKeys[number], by[number]}), ""
			short--
		}
	}
	slices.SortFunc(tail, func(a, b piece) int { return cmp.Or(a.number-b.number, strings.Compare(a.key, b.key)) })
	return Packed{layOut(short, &by, tail)}
}

func layOut(short int, by *[maxNumber + 1]string, tail []piece) string {
	if short == 0 && len(tail) == 0 {
		return ""
	}
	var head [1 + 2*maxShort]byte
	head[0] = byte(short)
	if len(tail) > 0 {
		head[0] |= hasTail
	}
	size, i := 1+2*short, 1
	for number, value := range by {
		if value != "" {
			head[i], head[i+short] = byte(number), byte(len(value))
			size, i = size+len(value), i+1
		}
	}
	for _, p := range tail {
		size += len(p.key) + len(p.value) + 3*binary.MaxVarintLen16
	}
	var out strings.Builder
	out.Grow(size)
	out.Write(head[:1+2*short])
	for _, number := range head[1 : 1+short] {
		out.WriteString(by[number])
	}
	for _, p := range tail {
		p.into(&out)
	}
	return exact(out.String())
}

// exact gives back what was kept free behind a tail.
func exact(s string) string {
	if s[0]&hasTail != 0 {
		return strings.Clone(s)
	}
	return s
}

func (p piece) into(out *strings.Builder) {
	var b [binary.MaxVarintLen64]byte
	put := func(n int) { out.Write(b[:binary.PutUvarint(b[:], uint64(n))]) }
	put(p.number)
	if p.number == 0 {
		put(len(p.key))
		out.WriteString(p.key)
	}
	put(len(p.value))
	out.WriteString(p.value)
}
