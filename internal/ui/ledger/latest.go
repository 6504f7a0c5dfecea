package ledger

import "ruhu/internal/ui/page"

// Latest runs work away from the window's thread, one piece at a time: while one runs, only the newest asked for waits. So typing
// ten letters over 100,000 people looks through them twice and not ten times.
type Latest struct {
	d       page.Deps
	running bool
	next    func()
}

// NewLatest makes one that is at rest.
func NewLatest(d page.Deps) *Latest { return &Latest{d: d} }

// Run runs work soon and then, on the window's thread, shows what came of it, unless something newer was asked for meanwhile.
func (l *Latest) Run(work, then func()) {
	if l.running {
		l.next = func() { l.Run(work, then) }
		return
	}
	l.running = true
	l.d.Go(work, func() {
		l.running = false
		if next := l.next; next != nil {
			l.next = nil
			next()
			return
		}
		then()
	})
}
