package search

import "bytes"

// look is one word, compared with every name and every place, ready to be compared with entries.
type look struct {
	byName []uint8 // scores of names
	bySet  []uint8
	names  []int32 // those that have a score
	places bool    // some set has a score
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
			l.name(n, m)
		}
	} else {
		for n := range int32(len(l.byName)) {
			l.name(n, m)
		}
	}
	l.bySet = x.scoreSets(m)
	for _, s := range l.bySet {
		l.most, l.places = max(l.most, s), l.places || s > 0
	}
	if isNumber(w) {
		l.no = []byte(sought(w))
	}
}

// name keeps how the word fits a name.
func (l *look) name(n int32, m *matcher) {
	if !m.possible(n) {
		return
	}
	if s := uint8(m.match(m.names.of(n)).score()); s > 0 {
		l.byName[n], l.names, l.most = s, append(l.names, n), max(l.most, s)
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
