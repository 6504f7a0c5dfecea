package survey

import (
	"iter"
	"strings"
)

// Packed are the answers about one thing in one piece of memory, to be kept and read: a register of 100,000 people keeps them in a
// tenth of the memory that as many maps take. They cannot be changed: take them apart into Answers for that, or see With. The zero
// value has no answers; packed of the same answers are equal.
type Packed struct {
	// First how many answers are short; then a byte for each that is the number of its key, in their order; a byte for each that is
	// its length; the answers themselves. A key is found among the bytes at once, and the lengths before it say where its answer
	// begins: a ledger asks 100,000 people for twenty answers each.
	//
	// Behind them the tail, which few have: answers of more than 255 bytes, keys of high numbers, keys that no table here has (a
	// county's own question, a newer program's), see piece.
	pieces string
}

// Get is the answer under a key, "" where there is none.
func (p Packed) Get(key string) string {
	if p.pieces == "" {
		return ""
	}
	number, n := keyNumber(key), int(p.pieces[0]&^hasTail)
	if number > 0 && number <= maxNumber {
		if i := strings.IndexByte(p.pieces[1:1+n], byte(number)); i >= 0 {
			from := 1 + 2*n + sum(p.pieces[1+n:], i)
			return p.pieces[from : from+int(p.pieces[1+n+i])]
		}
	}
	if p.pieces[0]&hasTail == 0 {
		return ""
	}
	for rest := p.tail(); rest != ""; {
		var x piece
		if x, rest = next(rest); x.number == number && (number > 0 || x.key == key) {
			return x.value
		}
	}
	return ""
}

// sum adds up the first n bytes, eight at a time where there are as many: in pairs of which each has room for all.
func sum(s string, n int) int {
	const odd = 0x00ff00ff00ff00ff
	lanes, i := uint64(0), 0
	for ; i < n && i+8 <= len(s); i += 8 {
		x := uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 | uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
		if more := i + 8 - n; more > 0 {
			x = x << (8 * more) >> (8 * more)
		}
		lanes += x&odd + x>>8&odd
	}
	all := lanes * 0x0001000100010001
	out := int(all >> 48)
	for ; i < n; i++ {
		out += int(s[i])
	}
	return out
}

// tail are the pieces that are no short answers.
func (p Packed) tail() string {
	if p.pieces == "" || p.pieces[0]&hasTail == 0 {
		return ""
	}
	n := int(p.pieces[0] &^ hasTail)
	return p.pieces[1+2*n+sum(p.pieces[1+n:], n):]
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
		if p.pieces == "" {
			return
		}
		n := int(p.pieces[0] &^ hasTail)
		from := 1 + 2*n
		for i := range n {
			until := from + int(p.pieces[1+n+i])
			if !yield(packKeys[p.pieces[1+i]], p.pieces[from:until]) {
				return
			}
			from = until
		}
		for rest := p.tail(); rest != ""; {
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
