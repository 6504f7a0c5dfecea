package search

import (
	"bytes"
	"slices"
	"strings"
)

// What a match counts. Names range from 34 (initials, inside) to 92 (all characters of the name).
const (
	placeScore  = 1
	aliasLess   = 10 // an alias counts less than the name itself
	numberWhole = 95
	numberStart = 60
	numberEnd   = 65 // people say the last four of an ID number or a phone
	numberPart  = 35
)

// scoreNumbers gives the best score of several numbers, each behind its length.
func scoreNumbers(nos, w []byte) (best uint8) {
	for rest := nos; len(rest) > 0; {
		size := int(rest[0])
		no := rest[1 : 1+size]
		rest = rest[1+size:]
		if size >= len(w) {
			best = max(best, scoreEnds(no, w))
		}
	}
	if best == 0 && bytes.Contains(nos, w) {
		return numberPart
	}
	return best
}

// scoreEnds scores a number that is w, begins or ends with it.
func scoreEnds(no, w []byte) uint8 {
	if no[0] == w[0] && string(no[:len(w)]) == string(w) {
		if len(no) == len(w) {
			return numberWhole
		}
		if len(w) < 4 || !bytes.HasSuffix(no, w) {
			return numberStart
		}
	}
	if len(w) >= 4 && no[len(no)-1] == w[len(w)-1] && bytes.HasSuffix(no, w) {
		return numberEnd
	}
	return 0
}

// scored is an entry with its score.
type scored struct {
	entry int32
	score uint16
}

// top keeps the best entries, by score, then heads before members, then by name: as many as limit, because "532325" matches everybody
// in the county; all for 0.
type top struct {
	x     *Index
	limit int
	list  []scored
}

// add tells whether an entry is among the best so far.
func (t *top) add(f scored) bool {
	switch n := len(t.list); {
	case t.limit <= 0:
		t.list = append(t.list, f)
	case n < t.limit || f.score > t.list[n-1].score || f.score == t.list[n-1].score && t.x.compare(f, t.list[n-1]) < 0:
		at, _ := slices.BinarySearchFunc(t.list, f, t.x.compare)
		t.list = slices.Insert(t.list, at, f)[:min(n+1, t.limit)]
	default:
		return false
	}
	return true
}

// least is the score that an entry must reach to be among the best, 0 while there is room.
func (t *top) least() uint16 {
	if t.limit <= 0 || len(t.list) < t.limit {
		return 0
	}
	return t.list[len(t.list)-1].score
}

func (t *top) sorted() []scored {
	if t.limit <= 0 {
		slices.SortFunc(t.list, t.x.compare)
	}
	return t.list
}

// compare orders entries, the better first.
func (x *Index) compare(f, g scored) int {
	a, b := f.entry, g.entry
	if f.score != g.score {
		return int(g.score) - int(f.score)
	}
	if p, q := x.flags[a]&flagHead, x.flags[b]&flagHead; p != q {
		return int(q) - int(p)
	}
	if x.name[a] != x.name[b] {
		return x.names.compare(x.name[a], x.name[b])
	}
	return x.compareIDs(a, b)
}

func (x *Index) compareIDs(a, b int32) int {
	if p, q := x.id[a], x.id[b]; p[6]>>4 != 0 && q[6]>>4 != 0 {
		return bytes.Compare(p[:], q[:])
	}
	return strings.Compare(x.ids.text(x.id[a]), x.ids.text(x.id[b]))
}

// compare orders names by their bytes.
func (l *names) compare(a, b int32) int {
	from, to := span(l.ends, a)
	from2, to2 := span(l.ends, b)
	return bytes.Compare(l.all[from:to], l.all[from2:to2])
}

func (x *Index) hits(list []scored) []Hit {
	if len(list) == 0 {
		return nil
	}
	hits := make([]Hit, len(list))
	for i, f := range list {
		n := f.entry
		hits[i] = Hit{ID: x.ids.text(x.id[n]), Household: x.ids.text(x.ids.list[x.house[n]]), Head: x.flags[n]&flagHead != 0, Score: int(f.score)}
	}
	return hits
}
