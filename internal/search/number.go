package search

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

// numbers is one long text of all numbers: looking for a part of any of them is a single scan, where an index of parts would be many
// times the size of the register. Of each entry there stand ID number, household number, phones, each behind a byte with its length,
// which is less than that of any digit or letter, so that nothing is found across two numbers.
type numbers struct {
	all  []byte
	ends []uint32      // of each entry in all
	odd  []oddNumber   // by ascending entry
	long map[int32]Row // rows with a number that is too long for its byte; in the text it is empty
}

const longest = '0' - 1

// oddNumber is a number that was not written as it is searched for: with dashes, in full width, with small letters, or too long.
type oddNumber struct {
	entry int32
	no    []byte
}

func (l *numbers) grow(rows int) {
	l.ends = slices.Grow(l.ends, rows)
	l.all = slices.Grow(l.all, 44*rows)
}

// add takes the numbers of the next entry; it tells whether one of them is odd.
func (l *numbers) add(r Row) bool {
	n, before := int32(len(l.ends)), len(l.odd)
	l.one(n, r.IDNo, &r)
	l.one(n, r.HouseNo, &r)
	for _, no := range r.Phones {
		l.one(n, no, &r)
	}
	l.ends = append(l.ends, uint32(len(l.all)))
	return len(l.odd) > before
}

func (l *numbers) one(n int32, no string, r *Row) {
	if !tidy(no) {
		if s := sought(no); s != no && s != "" || len(no) > longest {
			l.odd = append(l.odd, oddNumber{n, []byte(s)})
		}
		if len(no) > longest || strings.ContainsFunc(no, func(c rune) bool { return c <= longest }) {
			if l.long == nil {
				l.long = map[int32]Row{}
			}
			l.long[n] = Row{IDNo: strings.Clone(r.IDNo), HouseNo: strings.Clone(r.HouseNo), Phones: slices.Clone(r.Phones)}
			no = ""
		}
	}
	l.all = append(append(l.all, byte(len(no))), no...)
}

// tidy tells whether a number is written as it is searched for, and short enough.
func tidy(no string) bool {
	for i := range len(no) {
		if c := no[i]; (c < '0' || c > '9') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return len(no) <= longest
}

// sought is a number as it is searched for: capitals and digits.
func sought(no string) string { return strings.ToUpper(bare(fold(no))) }

// of gives the numbers of an entry.
func (l *numbers) of(n int32) []byte {
	from, to := span(l.ends, n)
	return l.all[from:to]
}

func (l *numbers) oddOf(n int32) []oddNumber {
	at, _ := slices.BinarySearchFunc(l.odd, n, func(o oddNumber, n int32) int { return cmp.Compare(o.entry, n) })
	end := at
	for end < len(l.odd) && l.odd[end].entry == n {
		end++
	}
	return l.odd[at:end]
}

func (l *numbers) idNo(n int32) string {
	if r, ok := l.long[n]; ok {
		return r.IDNo
	}
	b := l.of(n)
	return string(b[1 : 1+b[0]])
}

// fill gives a row its numbers back.
func (l *numbers) fill(n int32, r *Row) {
	if long, ok := l.long[n]; ok {
		r.IDNo, r.HouseNo, r.Phones = long.IDNo, long.HouseNo, slices.Clone(long.Phones)
		return
	}
	text := string(l.of(n))
	next := func() (no string) {
		no, text = text[1:1+text[0]], text[1+text[0]:]
		return no
	}
	r.IDNo, r.HouseNo = next(), next()
	for text != "" {
		r.Phones = append(r.Phones, next())
	}
}

// having gives the entries, dead ones too, that have w in one of their numbers.
func (l *numbers) having(w []byte) (list []int32) {
	for at, n := uint32(0), int32(0); ; n++ {
		i := bytes.Index(l.all[at:], w)
		if i < 0 {
			break
		}
		for l.ends[n] <= at+uint32(i) {
			n++
		}
		list = append(list, n)
		at = l.ends[n]
	}
	for _, o := range l.odd {
		if bytes.Contains(o.no, w) {
			list = append(list, o.entry)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// common guesses from some entries whether many have w.
func (l *numbers) common(w []byte) bool {
	const look = 64
	hits := 0
	for i := range look {
		if bytes.Contains(l.of(int32(i*len(l.ends)/look)), w) {
			hits++
		}
	}
	return hits > look/16
}
