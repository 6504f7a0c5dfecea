package search

import (
	"slices"
	"strings"
	"sync"
)

// found is what a query found. A longer word matches nothing that a shorter one did not, so that the next key need only look there.
type found struct {
	words []string
	looks []*look
	all   []int32 // every entry; nil where that is not known
}

// last is what the last query found.
type last struct {
	mu sync.Mutex
	found
}

// mostKept is how many entries are worth keeping: a look at each of more takes longer than the walk, which may end early.
const mostKept = 20_000

func (l *last) keep(f found) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.found = f
}

func (l *last) forget() { l.keep(found{}) }

// recall gives what the last query found where this one goes on from it; otherwise nothing.
func (l *last) recall(words []string) found {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(words) != len(l.words) {
		return found{}
	}
	for i, w := range words {
		if old := l.words[i]; !strings.HasPrefix(w, old) || isNumber(w) != isNumber(old) {
			return found{}
		}
	}
	return l.found
}

// fewNames is how many names are few enough to go to the entries of each, instead of along all entries.
const fewNames = 1000

// fewNamed gives the entries, dead ones too, that a word can be in which only few names have, and no place or number.
func (s *search) fewNamed() (list []int32, ok bool) {
	least := fewNames + 1
	var few *look
	for _, l := range s.looks {
		if l.no == nil && !l.places && len(l.names) < least {
			few, least = l, len(l.names)
		}
	}
	if few == nil {
		return nil, false
	}
	for _, name := range few.names {
		list = slices.AppendSeq(list, s.byName.each(hashOfNo(name)))
	}
	slices.Sort(list)
	return slices.Compact(list), true
}
