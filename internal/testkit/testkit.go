// Package testkit gives tests the real parts: a store or a county's office in a temporary folder that is checked at the end, and a
// clock.
package testkit

import (
	"sync"
	"testing"
	"time"

	"ruhu/internal/store"
)

// Passphrase opens every store made here.
const Passphrase = "春风又绿江南岸 2026"

// Start is the time at which clocks start.
var Start = time.Date(2026, 11, 20, 9, 0, 0, 0, time.FixedZone("CST", 8*3600))

// Clock is a clock that a test sets.
type Clock struct {
	mu sync.Mutex
	at time.Time
}

// NewClock starts at Start.
func NewClock() *Clock { return &Clock{at: Start} }

// Now is the time; give it as store.Options.Now.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

// Set sets the time, forward or back.
func (c *Clock) Set(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = t
}

// Add moves the time by d.
func (c *Clock) Add(d time.Duration) { c.Set(c.Now().Add(d)) }

// Store makes an empty store in a temporary folder; at the end of the test it is checked and closed.
func Store(t testing.TB) *store.Store {
	t.Helper()
	return StoreAt(t, t.TempDir()+"/ruhu.store", store.Options{})
}

// StoreAt is Store with a path and options; a quick passphrase is used in any case.
func StoreAt(t testing.TB, path string, o store.Options) *store.Store {
	t.Helper()
	o.FastKDF = true
	s, err := store.Create(path, Passphrase, o)
	must(t, err)
	t.Cleanup(func() {
		if err := s.Check(); err != nil {
			t.Errorf("the store is not sound at the end: %v", err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}
