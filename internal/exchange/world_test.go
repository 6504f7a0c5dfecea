package exchange_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"sync/atomic"
	"testing"

	"ruhu/internal/batch"
	"ruhu/internal/change"
	"ruhu/internal/exchange"
	"ruhu/internal/office"
	"ruhu/internal/office/bolt"
	"ruhu/internal/store"
	"ruhu/internal/testkit"
)

// names are such as programs like to break.
var names = []string{"古丽·阿不都热依木", "㛃", "𬭳", "𠮷", "𬱖", "𫖮", "䶮"}

// county is a real office in a file, served on loopback. down makes it unreachable.
type county struct {
	t      testing.TB
	office *office.Office
	keeper *bolt.Keeper
	server *httptest.Server
	handle atomic.Pointer[http.Handler]
	clock  *testkit.Clock
}

func newCounty(t testing.TB) *county {
	t.Helper()
	c := &county{t: t, clock: testkit.NewClock()}
	_, k := testkit.Office(t, c.clock)
	c.serve(k)
	c.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		(*c.handle.Load()).ServeHTTP(w, r)
	}))
	t.Cleanup(c.server.Close)
	return c
}

// serve makes k what the county answers from.
func (c *county) serve(k *bolt.Keeper) {
	c.t.Helper()
	of, err := office.New(c.t.Context(), k, testkit.County, k.Keys(), office.Options{Now: c.clock.Now})
	ok(c.t, err)
	c.keeper, c.office = k, of
	h := of.Handler()
	c.handle.Store(&h)
}

func (c *county) code() string {
	c.t.Helper()
	code, err := c.office.NewCode(context.Background(), "左门村")
	ok(c.t, err)
	return code
}

// values gives what the county holds: type/id -> the shown values, deleted ones left out.
func (c *county) values(refs []ref) map[string]map[string]string {
	c.t.Helper()
	m := map[string]map[string]string{}
	err := c.keeper.View(context.Background(), testkit.County, func(tx office.Tx) error {
		for _, r := range refs {
			e, err := tx.Entity(r.typ, r.id)
			if errors.Is(err, office.ErrNotFound) {
				continue
			}
			if err != nil {
				return err
			}
			note(m, e)
		}
		return nil
	})
	ok(c.t, err)
	return m
}

func (c *county) seq() (n uint64) {
	c.t.Helper()
	ok(c.t, c.keeper.View(context.Background(), testkit.County, func(tx office.Tx) (err error) {
		n, err = tx.Seq()
		return err
	}))
	return n
}

type ref struct{ typ, id string }

// device is a real store with its exchange.
type device struct {
	*exchange.Exchange
	t     testing.TB
	st    *store.Store
	clock *testkit.Clock
}

func newDevice(t testing.TB, rt http.RoundTripper) *device {
	t.Helper()
	clock := testkit.NewClock()
	st := testkit.StoreAt(t, filepath.Join(t.TempDir(), "device.store"), store.Options{Now: clock.Now})
	return &device{exchange.New(st, exchange.Options{Now: clock.Now, Transport: rt}), t, st, clock}
}

func enrolled(t testing.TB, c *county, rt http.RoundTripper) *device {
	t.Helper()
	d := newDevice(t, rt)
	ok(t, d.Enrol(t.Context(), c.server.URL, c.code(), "左门村 一号"))
	return d
}

// register makes n persons, one change each.
func (d *device) register(n int) (refs []ref) {
	d.t.Helper()
	ok(d.t, d.st.Edit("李干部", "", func(e *store.Edit) error {
		for i := range n {
			id := store.NewID()
			refs = append(refs, ref{"person", id})
			if err := e.Put("person", id, map[string]string{"name": names[i%len(names)], "x_no": fmt.Sprint(i)}); err != nil {
				return err
			}
		}
		return nil
	}))
	return refs
}

func (d *device) put(id, key, value string) {
	d.t.Helper()
	d.clock.Add(1e9)
	ok(d.t, d.st.Edit("李干部", "", func(e *store.Edit) error { return e.Put("person", id, map[string]string{key: value}) }))
}

func (d *device) values() map[string]map[string]string {
	d.t.Helper()
	m := map[string]map[string]string{}
	ok(d.t, d.st.Each("person", func(e change.Entity) error {
		note(m, e)
		return nil
	}))
	return m
}

func note(m map[string]map[string]string, e change.Entity) {
	if !e.Deleted() {
		m[e.Type+"/"+e.ID] = e.Values()
	}
}

func (d *device) refs() (refs []ref) {
	d.t.Helper()
	ok(d.t, d.st.Each("person", func(e change.Entity) error {
		refs = append(refs, ref{e.Type, e.ID})
		return nil
	}))
	return refs
}

// sync must go through.
func (d *device) sync() exchange.Result {
	d.t.Helper()
	r, err := d.Sync(d.t.Context())
	ok(d.t, err)
	return r
}

// agree fails the test unless the devices and the county hold the same, each of them everything.
func agree(t testing.TB, c *county, devices ...*device) {
	t.Helper()
	want := devices[0].values()
	for _, d := range devices[1:] {
		if got := d.values(); !maps.EqualFunc(got, want, maps.Equal) {
			t.Errorf("devices differ: %d and %d records", len(got), len(want))
		}
	}
	if got := c.values(devices[0].refs()); !maps.EqualFunc(got, want, maps.Equal) {
		t.Errorf("the county holds %d records of the device's %d, or others", len(got), len(want))
	}
}

func counts(t testing.TB, d *device, unsent, aside int) {
	t.Helper()
	if s := d.Status(); s.Unsent != unsent || s.SetAside != aside {
		t.Errorf("unsent %d, set aside %d; want %d, %d", s.Unsent, s.SetAside, unsent, aside)
	}
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// fails is a network that breaks at the n-th request: before the county hears of it, or after it did.
type fails struct {
	at    int
	after bool // the county did its part and the answer is lost
	seen  int
}

var errCut = errors.New("the network was cut")

func (f *fails) RoundTrip(r *http.Request) (*http.Response, error) {
	f.seen++
	if f.seen != f.at {
		return http.DefaultTransport.RoundTrip(r)
	}
	if f.after {
		if resp, err := http.DefaultTransport.RoundTrip(r); err == nil {
			resp.Body.Close()
		}
	}
	return nil, errCut
}

// keysOf are a device's keys, for tests that write letters by hand.
func keysOf(d *device) batch.Keys {
	return batch.KeysOf(d.st.Vault().Device(), d.st.Vault().Identity())
}

type storeEdit = store.Edit
