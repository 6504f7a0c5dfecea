package intake

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// inParallel does f for 0 to n-1, step of them at a time, on all processors. A panic in one is one here, where those who called can
// catch it.
func inParallel(n, step int, f func(i int)) {
	var next atomic.Int64
	var panicked atomic.Value
	work := func() {
		defer func() {
			if p := recover(); p != nil {
				panicked.Store(p)
			}
		}()
		for {
			to := int(next.Add(int64(step)))
			if to-step >= n {
				return
			}
			for i := to - step; i < min(to, n); i++ {
				f(i)
			}
		}
	}
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), (n+step-1)/step) - 1 {
		all.Go(work)
	}
	work()
	all.Wait()
	if p := panicked.Load(); p != nil {
		panic(p)
	}
}
