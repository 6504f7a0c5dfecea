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

// scoreNumbers gives the best score of several numbers, each behind its length; has tells that w is known to be in one of them.
func scoreNumbers(nos, w []byte, has bool) (best uint8) {
	for rest := nos; len(rest) > 0; {
		size := int(rest[0])
		no := rest[1 : 1+size]
		rest = rest[1+size:]
		if size >= len(w) {
			best = max(best, scoreEnds(no, w))
		}
	}
	if best == 0 && (has || bytes.Contains(nos, w)) {
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

// best gives the best limit entries, by score, then heads before members, then by name. Of many it keeps the best as it goes,
// because "532325" matches everybody in the county.
func (x *Index) best(sums []uint16, limit int) []int32 {
	order := func(a, b int32) int { return x.compare(a, b, sums) }
	var best []int32
	for i, s := range sums {
		n := int32(i)
		if s == 0 || limit > 0 && len(best) == limit && (s < sums[best[limit-1]] || order(n, best[limit-1]) >= 0) {
			continue
		}
		if limit <= 0 {
			best = append(best, n)
			continue
		}
		at, _ := slices.BinarySearchFunc(best, n, order)
		best = slices.Insert(best, at, n)[:min(len(best)+1, limit)]
	}
	if limit <= 0 {
		slices.SortFunc(best, order)
	}
	return best
}

// compare orders entries, the better first.
func (x *Index) compare(a, b int32, sums []uint16) int {
	if sums[a] != sums[b] {
		return int(sums[b]) - int(sums[a])
	}
	if p, q := x.flags[a]&flagHead, x.flags[b]&flagHead; p != q {
		return int(q) - int(p)
	}
	if x.name[a] != x.name[b] {
		return x.names.compare(x.name[a], x.name[b])
	}
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

func (x *Index) hits(entries []int32, sums []uint16) []Hit {
	if len(entries) == 0 {
		return nil
	}
	hits := make([]Hit, len(entries))
	for i, n := range entries {
		hits[i] = Hit{ID: x.ids.text(x.id[n]), Household: x.ids.text(x.ids.list[x.house[n]]), Head: x.flags[n]&flagHead != 0, Score: int(sums[n])}
	}
	return hits
}
