package exchange_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"ruhu/internal/exchange"
)

// direct is a network that calls the county without sockets, so that time can be virtual. down: nobody answers.
type direct struct {
	c    *county
	down atomic.Bool
}

func (n *direct) RoundTrip(r *http.Request) (*http.Response, error) {
	if n.down.Load() {
		return nil, errCut
	}
	w := httptest.NewRecorder()
	(*n.c.handle.Load()).ServeHTTP(w, r)
	return w.Result(), nil
}

// TestTheCountyIsNoticedWhenItCanBeReached carries a laptop through an afternoon without network and back into the office.
func TestTheCountyIsNoticedWhenItCanBeReached(t *testing.T) {
	c := newCounty(t)
	n := &direct{c: c}
	d := enrolled(t, c, n)
	synctest.Test(t, func(t *testing.T) {
		x := exchange.New(d.st, exchange.Options{Transport: n})
		var mu sync.Mutex
		var last exchange.Status
		seen := func() exchange.Status {
			mu.Lock()
			defer mu.Unlock()
			return last
		}
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan bool)
		go func() {
			x.Run(ctx, func(s exchange.Status) {
				mu.Lock()
				last = s
				mu.Unlock()
			})
			close(ended)
		}()
		synctest.Wait()
		if s := seen(); s.LastErr != nil || s.Unsent != 0 {
			t.Errorf("at the start: %+v", s)
		}

		n.down.Store(true)
		d.register(3)
		time.Sleep(10 * time.Second)
		synctest.Wait()
		if s := seen(); s.Unsent != 3 || !errors.Is(s.LastErr, exchange.ErrNoAnswer) {
			t.Errorf("without network: %+v", s)
		}
		time.Sleep(4 * time.Hour)

		n.down.Store(false)
		time.Sleep(3 * time.Minute)
		synctest.Wait()
		if s := seen(); s.Unsent != 0 || s.LastErr != nil {
			t.Errorf("three minutes after the network is back: %+v", s)
		}

		d.register(1)
		time.Sleep(5 * time.Second)
		synctest.Wait()
		if s := seen(); s.Unsent != 0 {
			t.Errorf("five seconds after an edit: %+v", s)
		}
		stop()
		<-ended
	})
	agree(t, c, d)
}
