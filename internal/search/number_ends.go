package search

// byHash finds entries by a key of one of their numbers. It is one list with the places in it where each key begins.
type byHash struct {
	from []uint32 // of each key in list; after them, the end of the last
	list []int32
}

// at gives the entries of the keys from low to before high; each may be there more than once.
func (b *byHash) at(low, high uint32) []int32 {
	if len(b.from) == 0 {
		return nil
	}
	return b.list[b.from[low]:b.from[high]]
}

func (l *numbers) by(key func(no []byte) uint32, keys int) byHash {
	b := byHash{from: make([]uint32, keys+1)}
	next := make([]uint32, keys+1)
	l.each(func(_ int32, no []byte) { next[key(no)+1]++ })
	for i := range keys {
		next[i+1] += next[i]
	}
	copy(b.from, next)
	b.list = make([]int32, next[keys])
	l.each(func(n int32, no []byte) {
		k := key(no)
		b.list[next[k]] = n
		next[k]++
	})
	return b
}

// each calls f with each number of each entry.
func (l *numbers) each(f func(n int32, no []byte)) {
	at := uint32(0)
	for n, end := range l.ends {
		for at < end {
			size := uint32(l.all[at])
			if size > 0 {
				f(int32(n), l.all[at+1:at+1+size])
			}
			at += 1 + size
		}
	}
}

// Numbers are kept by their last characters, or by all of a shorter one: whoever looks for one of less characters finds no end.
const (
	endLength = 4
	endBits   = 14
	endKeys   = 1 << endBits
)

func endHash(no []byte) (h uint32) {
	for _, c := range no[max(0, len(no)-endLength):] {
		h = h*37 + uint32(c)
	}
	return h * 0x9E3779B1 >> (32 - endBits)
}

// They are kept by their first characters too, in such an order that what begins with fewer stands together.
const (
	beginLength = 3
	letters     = 37
	beginKeys   = letters * letters * letters
)

func beginRange(no []byte) uint32 {
	low, _ := beginning(no)
	return low
}

// beginning gives the keys, from low to before high, of the numbers that begin with w or with its first characters.
func beginning(w []byte) (low, high uint32) {
	size := uint32(1)
	for i := range beginLength {
		low *= letters
		if i < len(w) {
			low += letter(w[i])
		} else {
			size *= letters
		}
	}
	return low, low + size
}

// letter numbers what a word that is looked for can have in it from 1 on.
func letter(c byte) uint32 {
	switch {
	case c >= '0' && c <= '9':
		return uint32(c-'0') + 1
	case c >= 'A' && c <= 'Z':
		return uint32(c-'A') + 11
	}
	return 0
}

// fewBegin is how many entries are few enough to be looked at before all others.
const fewBegin = 4000

// apart gives the entries, some twice, that w scores higher in than score; all others that it is in have score at most.
func (x *Index) apart(w []byte) (list []int32, score uint8) {
	score = numberStart
	low, high := beginning(w)
	if begin := x.begins.at(low, high); len(begin) <= fewBegin {
		list, score = append(list, begin...), numberPart
	}
	h := endHash(w)
	list = append(list, x.ends.at(h, h+1)...)
	n := 0
	for _, e := range list {
		if scoreNumbers(x.nos.of(e), w) > score {
			list[n] = e
			n++
		}
	}
	list = list[:n]
	for _, o := range x.nos.odd {
		if int(o.entry) < len(x.order) && scoreOdd(o.no, w) > score {
			list = append(list, o.entry)
		}
	}
	return list, score
}
