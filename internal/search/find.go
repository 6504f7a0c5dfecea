package search

import (
	"bytes"
	"runtime"
	"sync"
)

// Find gives the rows that match all words of the query, the best first; at most limit, or all for 0. An empty query finds nothing.
//
// Every word gives each different name and each set of places one score, and each entry the best of its name's, its places' and its
// numbers'. The walk along all entries is then an addition of small numbers, quick even where everybody matches. Who types one more
// letter looks only among what the letters before had found (narrow.go).
func (x *Index) Find(query string, limit int) []Hit {
	x.mu.RLock()
	defer x.mu.RUnlock()
	words := parse(query)
	if len(words) == 0 || len(x.flags) == 0 {
		return nil
	}
	best := top{x: x, limit: limit}
	if among, ok := x.last.narrows(words); ok {
		x.last.keep(words, x.findAmong(among, words, &best))
		return x.hits(best.sorted())
	}
	sums := make([]uint16, len(x.flags))
	for i, w := range words {
		x.sum(w, i == 0, sums)
	}
	x.last.keep(words, best.addAll(sums))
	return x.hits(best.sorted())
}

// sum adds a word's scores to the sums; an entry that the word is not in falls to 0 and stays there.
func (x *Index) sum(w string, first bool, sums []uint16) {
	m := newMatcher(x.names, w)
	byName, bySet := make([]uint8, len(x.names.ends)), x.scoreSets(m)
	inParts(len(byName), func(from, to int) {
		for n := from; n < to; n++ {
			byName[n] = uint8(m.match(x.names.of(int32(n))).score())
		}
	})
	scores := make([]uint8, len(sums))
	inParts(len(sums), func(from, to int) {
		x.scoreEntries(w, scores, byName, bySet, from, to)
		for n := from; n < to; n++ {
			switch s := uint16(scores[n]); {
			case s == 0 || !first && sums[n] == 0:
				sums[n] = 0
			default:
				sums[n] += s
			}
		}
	})
}

// scoreEntries gives the entries from from to before to their scores for one word.
func (x *Index) scoreEntries(w string, scores, byName, bySet []uint8, from, to int) {
	for n := from; n < to; n++ {
		if x.flags[n]&flagDead == 0 {
			scores[n] = max(byName[x.name[n]], bySet[x.set[n]])
		}
	}
	raise := func(n int32, s uint8) {
		if int(n) >= from && int(n) < to && x.flags[n]&flagDead == 0 {
			scores[n] = max(scores[n], s)
		}
	}
	for _, a := range x.aliases {
		if s := byName[a.name]; s > aliasLess {
			raise(a.entry, s-aliasLess)
		}
	}
	if isNumber(w) {
		no := []byte(sought(w))
		x.nos.find(no, int32(from), int32(to), raise)
		for _, o := range x.nos.odd {
			if bytes.Contains(o.no, no) {
				raise(o.entry, max(numberPart, scoreEnds(o.no, no)))
			}
		}
	}
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

// worthParting is how many entries make a second processor worth its start.
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
