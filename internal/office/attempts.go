package office

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// attempts limits how often one address may try a secret: ten at once, then one every six seconds.
type attempts struct {
	mu  sync.Mutex
	now func() time.Time
	by  map[string]*rate.Limiter
}

// maxAddresses keeps a hostile crowd from filling the memory; past it everybody shares one limit.
const maxAddresses = 10_000

func newAttempts(now func() time.Time) *attempts {
	return &attempts{now: now, by: map[string]*rate.Limiter{}}
}

func (a *attempts) allow(address string) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	if _, known := a.by[address]; !known && len(a.by) >= maxAddresses {
		a.sweep()
	}
	l, ok := a.by[address]
	if !ok {
		if len(a.by) >= maxAddresses {
			address = ""
		}
		l = rate.NewLimiter(rate.Every(6*time.Second), 10)
		if old, ok := a.by[address]; ok {
			l = old
		}
		a.by[address] = l
	}
	return l.AllowN(a.now(), 1)
}

// sweep forgets the addresses that have been quiet.
func (a *attempts) sweep() {
	for address, l := range a.by {
		if l.TokensAt(a.now()) >= 10 {
			delete(a.by, address)
		}
	}
}
