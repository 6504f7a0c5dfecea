package search

import (
	"slices"
	"strings"
)

// sets are the villages and groups that rows lie in: a query is compared with some hundred places, not with every row's.
type sets struct {
	list    []set
	numbers map[string]int32
	places  []string  // each once
	chars   [][]int32 // of each, places in the sounds of names
	placeNo map[string]int32
	names   *names
}

// set is all places of a row together, shared by all rows that lie there.
type set struct {
	village string
	places  []string
	nos     []int32
}

func newSets(l *names) sets {
	return sets{numbers: map[string]int32{}, placeNo: map[string]int32{}, names: l}
}

func (l *sets) number(village string, places []string) int32 {
	var buf [256]byte
	key := append(buf[:0], village...)
	for _, p := range places {
		key = append(append(key, 0), p...)
	}
	if n, ok := l.numbers[string(key)]; ok {
		return n
	}
	s := set{village: strings.Clone(village), places: slices.Clone(places)}
	for i, p := range places {
		n := l.placeOf(p)
		s.places[i] = l.places[n]
		if p != "" {
			s.nos = append(s.nos, n)
		}
	}
	n := int32(len(l.list))
	l.numbers[string(key)] = n
	l.list = append(l.list, s)
	return n
}

func (l *sets) placeOf(p string) int32 {
	n, ok := l.placeNo[p]
	if !ok {
		n, p = int32(len(l.places)), strings.Clone(p)
		l.places, l.placeNo[p] = append(l.places, p), n
		l.chars = append(l.chars, l.names.spell(nil, p))
	}
	return n
}
