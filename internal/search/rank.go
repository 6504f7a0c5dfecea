package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
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

// Find gives the rows that match all words of the query, the best first; at most limit, or all for 0. An empty query finds nothing.
func (x *Index) Find(query string, limit int) []Hit {
	x.mu.RLock()
	defer x.mu.RUnlock()
	words := x.parse(query)
	if len(words) == 0 {
		return nil
	}
	return x.best(x.matching(words), limit)
}

// found is an entry with its score.
type found struct {
	entry int32
	score int
}

func (x *Index) matching(words []word) []found {
	few := x.fewest(words)
	all := make([]found, 0, len(few))
	for _, n := range few {
		e := &x.entries[n]
		if e.dead {
			continue
		}
		if s := e.score(words); s > 0 {
			all = append(all, found{n, s})
		}
	}
	return all
}

// fewest gives the entries that can match the word with the fewest candidates.
func (x *Index) fewest(words []word) []int32 {
	var few []int32
	for i, q := range words {
		if list := x.candidates(q); i == 0 || len(list) < len(few) {
			few = list
		}
	}
	return few
}

// candidates gives every entry that may match q, each once.
func (x *Index) candidates(q word) []int32 {
	c := newOnce(len(x.entries))
	for p, s := range q.places {
		if s > 0 {
			c.add(x.places[p].rows)
		}
	}
	if q.digits {
		c.add(x.digits.find(q.text))
	}
	if l := q.text[0]; l >= 'a' && l <= 'z' {
		c.add(x.letters[l-'a'])
	} else {
		r, _ := utf8.DecodeRuneInString(q.text)
		c.add(x.runes[r])
	}
	return c.list
}

// score adds up the words' scores, or is 0 when a word is not there.
func (e *entry) score(words []word) int {
	sum := 0
	for _, q := range words {
		s := e.scoreWord(q)
		if s == 0 {
			return 0
		}
		sum += s
	}
	return sum
}

func (e *entry) scoreWord(q word) int {
	best := q.in(e.places)
	for i, nm := range e.names {
		s := nm.match(q.text).score()
		if i > 0 && s > 0 {
			s -= aliasLess
		}
		best = max(best, s)
	}
	if q.digits {
		for _, no := range e.numbers {
			best = max(best, scoreNumber(no, q.text))
		}
	}
	return best
}

func scoreNumber(no, w string) int {
	switch {
	case no == w:
		return numberWhole
	case len(w) >= 4 && strings.HasSuffix(no, w):
		return numberEnd
	case strings.HasPrefix(no, w):
		return numberStart
	case strings.Contains(no, w):
		return numberPart
	}
	return 0
}

// best gives the best limit rows, by score, then heads before members, then by name.
func (x *Index) best(all []found, limit int) []Hit {
	if len(all) == 0 {
		return nil
	}
	all = x.top(all, limit)
	hits := make([]Hit, len(all))
	for i, f := range all {
		r := &x.entries[f.entry].row
		hits[i] = Hit{ID: r.ID, Household: r.Household, Head: r.Head, Score: f.score}
	}
	return hits
}

// top sorts few rows; of many it keeps the best limit as it goes, because "532325" matches everybody in the county.
func (x *Index) top(all []found, limit int) []found {
	if limit <= 0 || len(all) <= 2*limit {
		slices.SortFunc(all, x.order)
		if limit > 0 && len(all) > limit {
			all = all[:limit]
		}
		return all
	}
	best := make([]found, 0, limit+1)
	for _, f := range all {
		if len(best) == limit && x.order(f, best[limit-1]) >= 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(best, f, x.order)
		best = slices.Insert(best, at, f)[:min(len(best)+1, limit)]
	}
	return best
}

func (x *Index) order(a, b found) int {
	if a.score != b.score {
		return b.score - a.score
	}
	p, q := &x.entries[a.entry].row, &x.entries[b.entry].row
	return cmp.Or(headFirst(p, q), cmp.Compare(p.Name, q.Name), cmp.Compare(p.ID, q.ID))
}

func headFirst(p, q *Row) int {
	switch {
	case p.Head == q.Head:
		return 0
	case p.Head:
		return -1
	}
	return 1
}
