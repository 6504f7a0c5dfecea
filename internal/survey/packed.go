package survey

import (
	"encoding/binary"
	"iter"
	"slices"
	"strings"
)

// Packed are the answers about one thing in one piece of memory, to be kept and read: a register of 100,000 people keeps them in a
// tenth of the memory that as many maps take. They cannot be changed: take them apart into Answers for that, or see With. The zero
// value has no answers; packed of the same answers are equal.
type Packed struct {
	// For each answer the number of its key, how long it is, and the answer. They are in the order of the numbers. Number 0 is a key
	// that no table here has, of a county's own question or a newer program's: its length and its text come before the answer.
	pieces string
}

// packKeys are the keys by number, packNumbers the way back. Nothing packed is ever written to disk or sent: the numbers may change
// with the tables. The person's come first, so that theirs, the most, take one byte.
var packKeys, packNumbers = func() ([]string, map[string]int) {
	keys, numbers := []string{""}, map[string]int{}
	for _, t := range slices.Concat([]*Table{Person}, Tables) {
		for _, f := range t.Fields {
			if _, taken := numbers[f.Key]; !taken {
				numbers[f.Key] = len(keys)
				keys = append(keys, f.Key)
			}
		}
	}
	return keys, numbers
}()

// piece is one answer on its way into a Packed.
type piece struct {
	number     int
	key, value string
}

// Pack packs answers.
func Pack(a Answers) Packed {
	pieces, size := make([]piece, 0, 64), 0
	for key, value := range a {
		if value != "" {
			p := piece{packNumbers[key], key, value}
			pieces, size = append(pieces, p), size+len(value)+4
			if p.number == 0 {
				size += len(key) + 2
			}
		}
	}
	slices.SortFunc(pieces, func(a, b piece) int {
		if a.number != b.number {
			return a.number - b.number
		}
		return strings.Compare(a.key, b.key)
	})
	b := make([]byte, 0, size)
	for _, p := range pieces {
		b = binary.AppendUvarint(b, uint64(p.number))
		if p.number == 0 {
			b = append(binary.AppendUvarint(b, uint64(len(p.key))), p.key...)
		}
		b = append(binary.AppendUvarint(b, uint64(len(p.value))), p.value...)
	}
	return Packed{string(b)}
}

// Get is the answer under a key, "" where there is none.
func (p Packed) Get(key string) string {
	number := packNumbers[key]
	for rest := p.pieces; rest != ""; {
		var x piece
		x, rest = next(rest)
		switch {
		case x.number > number:
			return ""
		case x.number == number && (number > 0 || x.key == key):
			return x.value
		}
	}
	return ""
}

// next takes off the first piece; of one with a number, the key is left out.
func next(s string) (x piece, rest string) {
	x.number, s = length(s)
	if x.number == 0 {
		n := 0
		n, s = length(s)
		x.key, s = s[:n], s[n:]
	}
	n, s := length(s)
	x.value = s[:n]
	return x, s[n:]
}

// length reads a number as binary.AppendUvarint writes it; nearly all are of one byte.
func length(s string) (n int, rest string) {
	if s[0] < 0x80 {
		return int(s[0]), s[1:]
	}
	for i := 0; ; i++ {
		n |= int(s[i]&0x7f) << (7 * i)
		if s[i] < 0x80 {
			return n, s[i+1:]
		}
	}
}

// All gives the answers by their keys.
func (p Packed) All() iter.Seq2[string, string] {
	return func(yield func(key, value string) bool) {
		for rest := p.pieces; rest != ""; {
			var x piece
			x, rest = next(rest)
			if x.number > 0 {
				x.key = packKeys[x.number]
			}
			if !yield(x.key, x.value) {
				return
			}
		}
	}
}

// Unpack gives the answers as a map of the caller's own.
func (p Packed) Unpack() Answers {
	n := 0
	for range p.All() {
		n++
	}
	a := make(Answers, n)
	p.Into(a)
	return a
}

// Into puts the answers into a map that is there already, instead of what is in it.
func (p Packed) Into(a Answers) {
	clear(a)
	for key, value := range p.All() {
		a[key] = value
	}
}

// With gives the same answers but for one; "" takes it out.
func (p Packed) With(key, value string) Packed {
	a := p.Unpack()
	a[key] = value
	return Pack(a)
}

// Empty tells whether there are no answers.
func (p Packed) Empty() bool { return p.pieces == "" }

// Get is the answer under a key, "" where there is none: Answers and Packed are read alike.
func (a Answers) Get(key string) string { return a[key] }
