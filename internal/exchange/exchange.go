// Package exchange is the device's side of the conversation with the county: it enrols the device, hands over what is
// unsent, and takes in what the others did. PROTOCOL.md tells the course of it.
//
// Three promises: what has no receipt from the county, signed and checked, is not sent; the receipt and the mark "sent" are
// written in one transaction; and pressing the button again is always safe.
package exchange

import (
	"context"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"ruhu/internal/batch"
	"ruhu/internal/store"
)

// Exchange is the conversation of one open store with its county. Its methods may be called at once; only one Sync runs at
// a time.
type Exchange struct {
	st   *store.Store
	keys batch.Keys
	o    Options
	wake chan struct{}

	run sync.Mutex // held while talking to the county

	mu      sync.Mutex // guards what follows
	syncing bool
	lastErr error
	watch   func(Status)
}

// Options are what an Exchange can be given; the zero value is what the program uses.
type Options struct {
	Now       func() time.Time  // nil: time.Now
	Transport http.RoundTripper // nil: the network, with the county's certificate pinned
	Log       *slog.Logger      // nil: none
}

// New makes the exchange of st.
func New(st *store.Store, o Options) *Exchange {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	v := st.Vault()
	x := &Exchange{st: st, keys: batch.KeysOf(v.Device(), v.Identity()), o: o, wake: make(chan struct{}, 1)}
	st.OnChange(func([]store.Ref) { x.Nudge() })
	return x
}

// Result is what one Sync did.
type Result struct {
	Sent        int // changes with a receipt that says they are in the county's register
	SetAside    int // changes with a receipt that says they are not, and why
	Received    int // changes of others
	Unreadable  int // changes of others that this program cannot read
	Bytes       int // sent
	Attachments int // sent whole
}

// Status is what the exchange page shows. Its counts are counted in the store when asked for.
type Status struct {
	Enrolled    bool
	County      string // name
	URL         string
	Name        string // what the county calls this device
	Unsent      int    // changes without a receipt
	SetAside    int    // changes that the county could not take
	Attachments int    // photographs, signatures, scans that the county does not have yet
	Syncing     bool
	LastOK      time.Time // when everything was last sent and received; zero for never
	LastErr     error     // why the last Sync ended early; nil if it did not
	Warning     error     // something people should look at, though all goes on: the clock
}

// Status tells how things stand.
func (x *Exchange) Status() Status {
	s := Status{Unsent: int(x.st.LastLSN()), Attachments: x.st.BlobsUnsent()}
	x.mu.Lock()
	s.Syncing, s.LastErr = x.syncing, x.lastErr
	x.mu.Unlock()
	l, linked, err := x.link()
	if err != nil || !linked {
		return s
	}
	c, err := x.chain()
	if err != nil {
		s.LastErr = err
		return s
	}
	s.Enrolled, s.County, s.URL, s.Name = true, l.County.Name, l.URL, l.Name
	s.Unsent, s.SetAside = int(x.st.LastLSN()-min(c.Acked, x.st.LastLSN())), c.Asides
	s.LastOK, s.Warning = millis(c.LastOK), clockWarning(c.ClockOff)
	return s
}

// Sync hands over everything unsent and takes in everything new. When it returns nil, all of both is done; else Result says
// how much was, and that much stays done.
func (x *Exchange) Sync(ctx context.Context) (Result, error) {
	x.run.Lock()
	defer x.run.Unlock()
	x.begin()
	r, err := x.sync(ctx)
	x.end(err)
	return r, err
}

func (x *Exchange) sync(ctx context.Context) (r Result, err error) {
	s, err := x.session()
	if err != nil {
		return r, err
	}
	for tries := 0; ; tries++ {
		if err = s.push(ctx, &r); err == nil {
			err = s.pull(ctx, &r)
		}
		if err == nil {
			err = s.pushBlobs(ctx, &r)
		}
		if p, ok := moved(err); ok && tries < maxMoves {
			if err = s.adopt(p); err == nil {
				continue
			}
		}
		if err != nil {
			return r, err
		}
		return r, s.done()
	}
}

// maxMoves is how often one Sync takes up a lost thread; more would mean that two machines use one store.
const maxMoves = 3

func (x *Exchange) begin() {
	x.mu.Lock()
	x.syncing = true
	x.mu.Unlock()
	x.tell()
}

func (x *Exchange) end(err error) {
	x.mu.Lock()
	x.syncing, x.lastErr = false, err
	x.mu.Unlock()
	if err != nil {
		x.o.Log.Warn("sync ended early", "error", err)
	}
	x.tell()
}

func (x *Exchange) tell() {
	x.mu.Lock()
	watch := x.watch
	x.mu.Unlock()
	if watch != nil {
		watch(x.Status())
	}
}
