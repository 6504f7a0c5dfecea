package search

import (
	"bytes"
	"strings"
	"sync"
)

// last is what the last query found. A longer word matches nothing that a shorter one did not, so that the next key need only look
// there.
type last struct {
	mu    sync.Mutex
	words []string
	all   []int32
}

// mostKept is how many entries are worth keeping: a look at each of more takes longer than the walk along the columns.
const mostKept = 20_000

func (l *last) keep(words []string, all []int32) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.words, l.all = words, all; len(all) > mostKept {
		l.words, l.all = nil, nil
	}
}

func (l *last) forget() { l.keep(nil, nil) }

// narrows tells whether a query goes on from the last one, and gives what that one found.
func (l *last) narrows(words []string) ([]int32, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(words) != len(l.words) {
		return nil, false
	}
	for i, w := range words {
		if old := l.words[i]; !strings.HasPrefix(w, old) || isNumber(w) != isNumber(old) {
			return nil, false
		}
	}
	return l.all, true
}

// findAmong looks at some entries one by one and gives those that match.
func (x *Index) findAmong(among []int32, words []string, best *top) (all []int32) {
	looks := make([]look, len(words))
	for i, w := range words {
		looks[i] = x.look(w)
	}
	for _, n := range among {
		sum := uint16(0)
		for i := range looks {
			s := looks[i].score(x, n)
			if s == 0 {
				sum = 0
				break
			}
			sum += uint16(s)
		}
		if sum > 0 {
			best.add(found{n, sum})
			all = append(all, n)
		}
	}
	return all
}

// look is one word, ready to be compared with entries.
type look struct {
	*matcher
	sets []uint8
	no   []byte // nil where the word is no part of a number
}

func (x *Index) look(w string) look {
	l := look{matcher: newMatcher(x.names, w)}
	l.sets = x.scoreSets(l.matcher)
	if isNumber(w) {
		l.no = []byte(sought(w))
	}
	return l
}

func (l *look) score(x *Index, n int32) uint8 {
	best := max(l.sets[x.set[n]], uint8(l.match(x.names.of(x.name[n])).score()))
	for _, a := range x.aliasesOf(n) {
		if s := uint8(l.match(x.names.of(a.name)).score()); s > aliasLess {
			best = max(best, s-aliasLess)
		}
	}
	if l.no == nil {
		return best
	}
	best = max(best, scoreNumbers(x.nos.of(n), l.no, false))
	for _, o := range x.nos.oddOf(n) {
		if bytes.Contains(o.no, l.no) {
			best = max(best, numberPart, scoreEnds(o.no, l.no))
		}
	}
	return best
}
