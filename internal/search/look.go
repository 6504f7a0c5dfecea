package search

import (
	"bytes"
	"runtime"
	"sync"
)

// look is one word, compared with every name and every place, ready to be compared with entries.
type look struct {
	byName []uint8 // scores of names
	bySet  []uint8
	names  []int32 // those that have a score
	no     []byte  // nil where the word is no part of a number
	most   uint8   // the best score of any name or place
	others uint8   // the one score that a number of the entries still to come can have; 0 where it may be any
}

func (x *Index) looksAt(words []string, before found) []*look {
	looks := make([]*look, len(words))
	for i, w := range words {
		looks[i] = &look{}
		if before.looks == nil {
			looks[i].begin(x, w, nil)
		} else {
			looks[i].begin(x, w, before.looks[i])
		}
	}
	return looks
}

// begin compares a word with all names, or with those only that a look at its beginning had found.
func (l *look) begin(x *Index, w string, before *look) {
	m := newMatcher(x.names, w)
	l.byName = make([]uint8, len(x.names.ends))
	if before != nil {
		for _, n := range before.names {
			l.byName[n] = uint8(m.match(x.names.of(n)).score())
		}
		l.keep(before.names)
	} else {
		inParts(len(l.byName), func(from, to int) {
			for n := from; n < to; n++ {
				l.byName[n] = uint8(m.match(x.names.of(int32(n))).score())
			}
		})
		l.keepAll()
	}
	l.bySet = x.scoreSets(m)
	for _, s := range l.bySet {
		l.most = max(l.most, s)
	}
	if isNumber(w) {
		l.no = []byte(sought(w))
	}
}

func (l *look) keep(names []int32) {
	for _, n := range names {
		if s := l.byName[n]; s > 0 {
			l.names, l.most = append(l.names, n), max(l.most, s)
		}
	}
}

func (l *look) keepAll() {
	for n, s := range l.byName {
		if s > 0 {
			l.names, l.most = append(l.names, int32(n)), max(l.most, s)
		}
	}
}

// score gives an entry the best score of its name, its places, its aliases and its numbers.
func (l *look) score(x *Index, n int32) uint8 {
	best := max(l.bySet[x.set[n]], l.byName[x.name[n]])
	if x.flags[n]&flagAlias != 0 {
		for _, a := range x.aliasesOf(n) {
			if s := l.byName[a.name]; s > aliasLess {
				best = max(best, s-aliasLess)
			}
		}
	}
	if l.no == nil {
		return best
	}
	switch nos := x.nos.of(n); {
	case l.others == 0:
		best = max(best, scoreNumbers(nos, l.no))
	case bytes.Contains(nos, l.no):
		best = max(best, l.others)
	}
	if x.flags[n]&flagOdd != 0 {
		for _, o := range x.nos.oddOf(n) {
			best = max(best, scoreOdd(o.no, l.no))
		}
	}
	return best
}

func scoreOdd(no, w []byte) uint8 {
	if !bytes.Contains(no, w) {
		return 0
	}
	return max(numberPart, scoreEnds(no, w))
}

// scoreSets scores the places of each set: the best one counts, and less than any name.
func (x *Index) scoreSets(m *matcher) []uint8 {
	places := make([]uint8, len(x.sets.places))
	for i := range places {
		if s := m.match(x.sets.chars[i]).score(); s > 0 {
			places[i] = uint8(s/4 + placeScore)
		}
	}
	scores := make([]uint8, len(x.sets.list))
	for i := range scores {
		for _, p := range x.sets.list[i].nos {
			scores[i] = max(scores[i], places[p])
		}
	}
	return scores
}

// worthParting is how many names make a second processor worth its start.
const worthParting = 10_000

// inParts calls f for parts of 0 to n, on all processors where n is large.
func inParts(n int, f func(from, to int)) {
	parts := min(runtime.GOMAXPROCS(0), n/worthParting+1)
	if parts == 1 {
		f(0, n)
		return
	}
	var wait sync.WaitGroup
	for i := range parts {
		wait.Go(func() { f(n*i/parts, n*(i+1)/parts) })
	}
	wait.Wait()
}
