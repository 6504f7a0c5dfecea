package search

import "slices"

// Find gives the rows that match all words of the query, the best first; at most limit, or all for 0. An empty query finds nothing.
//
// Every word gives each different name and each set of places one score (look.go). Entries are then walked in the order of equals
// (order.go): once limit of them have the best score that there is to get, nothing further on is better, and the walk ends. So a
// letter or a digit that everybody has costs least, where it would cost most. A word that few names have leads to their entries at
// once, and who types one more letter looks only among what the letters before had found (narrow.go).
func (x *Index) Find(query string, limit int) []Hit {
	words := parse(query)
	if len(words) == 0 {
		return nil
	}
	x.ready()
	defer x.mu.RUnlock()
	if len(x.flags) == 0 {
		return nil
	}
	before := x.last.recall(words)
	s := search{Index: x, looks: x.looksAt(words, before), best: top{x: x, limit: limit}, all: []int32{}}
	if before.all != nil {
		s.among(before.all)
	} else if few, ok := s.fewNamed(); ok {
		s.among(few)
	} else {
		s.everywhere()
	}
	x.last.keep(found{words: words, looks: s.looks, all: s.all})
	return x.hits(s.best.sorted())
}

// search is one query under way.
type search struct {
	*Index
	looks []*look
	best  top
	all   []int32 // every entry that matches; nil where the search ended early or found too many
}

// patience is how many entries are walked along in the hope of an early end, before a number that few have is looked for in the text
// of all numbers.
const patience = 10_000

// everywhere looks at all entries.
func (s *search) everywhere() {
	for n := len(s.order); n < len(s.flags); n++ {
		s.add(int32(n), s.score(int32(n)))
	}
	first, bound := s.early()
	s.among(first)
	w := walk{first: first, bound: bound, list: s.order}
	if s.onlyNumber() && s.rare(s.looks[0].no) {
		w.list = s.order[:min(patience, len(s.order))]
	}
	if s.walk(w) || len(w.list) == len(s.order) {
		return
	}
	s.best.list, s.all = nil, []int32{}
	s.looks[0].others = 0
	s.among(s.nos.having(s.looks[0].no))
}

// rare guesses whether few have a number with w in it. Of one to three characters somebody has always many.
func (s *search) rare(w []byte) bool { return len(w) > 3 && !s.nos.common(w) }

// onlyNumber tells whether the query is a part of a number, and of nothing else.
func (s *search) onlyNumber() bool {
	return len(s.looks) == 1 && s.looks[0].no != nil && s.looks[0].most == 0
}

// early gives the entries, sorted, that may have a better score than bound; no other has one. Without an end to come, it is 0.
func (s *search) early() (first []int32, bound uint16) {
	l := s.looks[0]
	switch {
	case len(s.looks) > 1:
		return nil, 0
	case l.no == nil:
		return nil, uint16(l.most)
	}
	first, score := s.apart(l.no)
	slices.Sort(first)
	return slices.Compact(first), uint16(max(l.most, score))
}

// among looks at some entries only.
func (s *search) among(list []int32) {
	for _, n := range list {
		s.add(n, s.score(n))
	}
}

// walk is a way along ordered entries. Those of first have been looked at; no other has a score above bound.
type walk struct {
	list, first []int32
	bound       uint16
}

// walk ends early, and says so, when no better entry can come: one with the best score there is was turned away, and all behind it
// come after it among equals.
func (s *search) walk(w walk) bool {
	if w.bound == numberPart && len(s.looks) == 1 {
		s.looks[0].others = numberPart
	}
	for _, n := range w.list {
		score := s.score(n)
		if score == 0 {
			continue
		}
		if _, done := slices.BinarySearch(w.first, n); done {
			continue
		}
		if in := s.add(n, score); in || w.bound == 0 {
			continue
		}
		if least := s.best.least(); least > w.bound || least == w.bound && score == w.bound {
			s.all = nil
			return true
		}
	}
	return false
}

// add takes an entry with its score; it tells whether the entry is among the best so far.
func (s *search) add(n int32, score uint16) bool {
	if score == 0 {
		return false
	}
	if s.all != nil {
		s.all = append(s.all, n)
		if len(s.all) > mostKept {
			s.all = nil
		}
	}
	return s.best.add(scored{n, score})
}

// score is the sum of an entry's scores for all words; 0 where one of them is nowhere in it.
func (s *search) score(n int32) (sum uint16) {
	if s.flags[n]&flagDead != 0 {
		return 0
	}
	for _, l := range s.looks {
		one := l.score(s.Index, n)
		if one == 0 {
			return 0
		}
		sum += uint16(one)
	}
	return sum
}
