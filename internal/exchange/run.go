package exchange

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"
)

// Rhythm of the background work.
const (
	settle     = 2 * time.Second // after an edit: people save several times in a row
	poll       = time.Minute     // when all is well: what did the others do
	firstRetry = 5 * time.Second
	lastRetry  = 2 * time.Minute
	revokedFor = 10 * time.Minute // a revoked device asks now and then whether that was taken back
)

// Nudge makes Run look soon; it never waits.
func (x *Exchange) Nudge() {
	select {
	case x.wake <- struct{}{}:
	default:
	}
}

// Run talks to the county whenever there is something to say and the county can be reached, until ctx ends. changed, which
// may be nil, is told of every new Status, from Run's own goroutine or from that of a Sync.
//
// There is no asking the system whether it is online: such flags lie. Run tries, and if nobody answers tries again after
// 5 s, 10 s … 2 min, so that a laptop carried into the office has sent within two minutes of the network coming up.
func (x *Exchange) Run(ctx context.Context, changed func(Status)) {
	x.mu.Lock()
	x.watch = changed
	x.mu.Unlock()
	x.tell()
	wait := time.Duration(0)
	for retry := firstRetry; ctx.Err() == nil; {
		if !x.rest(ctx, wait, retry > firstRetry) {
			return
		}
		_, err := x.Sync(ctx)
		wait, retry = pause(err, retry)
	}
}

// rest waits for the time to pass or, unless the county could not be reached, for something to send.
func (x *Exchange) rest(ctx context.Context, wait time.Duration, failing bool) bool {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return false
		case <-timer.C:
			return true
		case <-x.wake:
			x.tell()
			if !failing && wait > settle {
				wait = settle
				timer.Reset(settle)
			}
		}
	}
}

// pause gives the time to wait after a Sync and the one after the next failure.
func pause(err error, retry time.Duration) (wait, next time.Duration) {
	switch {
	case err == nil:
		return poll, firstRetry
	case errors.Is(err, ErrNotEnrolled):
		return poll, firstRetry
	case errors.Is(err, ErrRevoked):
		return revokedFor, firstRetry
	}
	jitter := time.Duration(rand.Int64N(int64(retry) / 4))
	return retry + jitter, min(2*retry, lastRetry)
}
