package change

import (
	"sync"
	"time"
)

// MaxAhead is how far in the future a stamp of another device may lie and still pull our clock forward. A laptop whose
// battery died may believe it is 2099; its edits count like any others, but nobody else's clock follows it there. Nothing
// depends on following: what replaces what is said by Base, the order of stamps only picks which of two heads shows first.
const MaxAhead = 24 * time.Hour

// tolerance is how far a wall clock may run behind its own last edit before people are asked about it.
const tolerance = 10 * time.Minute

// Clock gives stamps that only ever grow, across restarts too if last was kept, even when the wall clock is set back.
type Clock struct {
	mu   sync.Mutex
	dev  uint32
	now  func() time.Time
	last Stamp
}

// NewClock makes the clock of device dev. last is the highest stamp that this device gave or saw before, as Last told it.
func NewClock(dev uint32, now func() time.Time, last Stamp) *Clock {
	return &Clock{dev: dev, now: now, last: last}
}

// Now gives a stamp higher than any given or observed before.
func (c *Clock) Now() Stamp {
	c.mu.Lock()
	defer c.mu.Unlock()
	t := max(wall(c.now()), c.last.Time+1)
	c.last = Stamp{Time: t, Dev: c.dev}
	return c.last
}

// Observe makes coming stamps higher than s, unless s lies more than MaxAhead in the future.
func (c *Clock) Observe(s Stamp) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if s.Time > c.last.Time && s.Time <= wall(c.now().Add(MaxAhead)) {
		c.last = Stamp{Time: s.Time, Dev: c.dev}
	}
}

// Last is the high water mark: keep it with every edit and give it to NewClock.
func (c *Clock) Last() Stamp {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.last
}

// Behind tells that the wall clock runs behind the last edit, and by how much: either it is wrong now or it was wrong then.
// People should be asked to look at the date; edits go on in the right order either way.
func (c *Clock) Behind() (time.Duration, bool) {
	d := c.Last().When().Sub(c.now())
	return d, d > tolerance
}

// SinceLast is how long ago the last edit was by the wall clock. After a long pause a program does well to show today's date.
func (c *Clock) SinceLast() time.Duration {
	last := c.Last()
	if last.IsZero() {
		return 0
	}
	return c.now().Sub(last.When())
}

// wall is the stamp time of a moment; before 1970 (a dead clock) counts as the start of it.
func wall(t time.Time) uint64 {
	ms := min(max(t.UnixMilli(), 0), 1<<48-1)
	return uint64(ms) << counterBits
}

// Become makes the clock that of device dev from now on.
func (c *Clock) Become(dev uint32) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.dev = dev
}
