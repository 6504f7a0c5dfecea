package search

import (
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
