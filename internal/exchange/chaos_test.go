package exchange_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"ruhu/internal/blob"
	"ruhu/internal/change"
	"ruhu/internal/exchange"
	"ruhu/internal/office"
	"ruhu/internal/store"
	"ruhu/internal/testkit"
)

// TestAWorldOfAccidentsAgreesInTheEnd lets three devices and a county live through a hundred random events: edits, syncs over
// a network that cuts, loses and damages, restores of old backups on either side, clocks that are off. Afterwards the network
// heals, and then all hold the same, and every edit that was not lost with a device's own disk is current, knowingly
// replaced, or in a conflict. RUHU_SEEDS asks for more worlds, RUHU_SEED for one of them.
func TestAWorldOfAccidentsAgreesInTheEnd(t *testing.T) {
	first, n := uint64(1), uint64(12)
	if s, err := strconv.ParseUint(os.Getenv("RUHU_SEEDS"), 10, 64); err == nil {
		n = s
	}
	if s, err := strconv.ParseUint(os.Getenv("RUHU_SEED"), 10, 64); err == nil {
		first, n = s, 1
	}
	for seed := first; seed < first+n; seed++ {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) { newChaos(t, seed).live(100) })
	}
}

type chaos struct {
	t       *testing.T
	chance  *rand.Rand
	county  *county
	devices []*chaosDevice
	made    map[change.Stamp]change.Change // every edit that is not lost
	backup  string                         // of the county; "" for none
	sick    bool                           // the network
	serial  int
}

type chaosDevice struct {
	*device
	path   string
	backup string
	known  uint64 // LSN of the backup
}

func newChaos(t *testing.T, seed uint64) *chaos {
	w := &chaos{t: t, chance: rand.New(rand.NewPCG(seed, 7)), county: newCounty(t), made: map[change.Stamp]change.Change{}}
	for i := range 3 {
		clock := testkit.NewClock()
		clock.Add(time.Duration(w.chance.IntN(3)-1) * 365 * 24 * time.Hour * time.Duration(i%2))
		path := filepath.Join(t.TempDir(), "device.store")
		st, err := store.Create(path, testkit.Passphrase, store.Options{Now: clock.Now, FastKDF: true})
		ok(t, err)
		d := &chaosDevice{device: &device{t: t, st: st, clock: clock}, path: path}
		d.Exchange = exchange.New(st, exchange.Options{Now: clock.Now, Transport: w})
		ok(t, d.Enrol(t.Context(), w.county.server.URL, w.county.code(), fmt.Sprint(i)))
		w.devices = append(w.devices, d)
	}
	t.Cleanup(func() {
		for _, d := range w.devices {
			d.st.Close()
		}
	})
	return w
}

// RoundTrip is the network: straight to the county, in good days; else it cuts, loses and damages.
func (w *chaos) RoundTrip(r *http.Request) (*http.Response, error) {
	fate := 100
	if w.sick {
		fate = w.chance.IntN(10)
	}
	if fate == 0 {
		return nil, errCut
	}
	rec := httptest.NewRecorder()
	(*w.county.handle.Load()).ServeHTTP(rec, r)
	resp := rec.Result()
	b, _ := io.ReadAll(resp.Body)
	switch {
	case fate == 1:
		return nil, errCut
	case fate == 2 && len(b) > 0:
		b[w.chance.IntN(len(b))] ^= 1 << w.chance.IntN(8)
	case fate == 3:
		b = b[:w.chance.IntN(len(b)+1)]
	case fate == 4: // the request comes twice
		again := httptest.NewRecorder()
		(*w.county.handle.Load()).ServeHTTP(again, r)
	}
	resp.Body = io.NopCloser(bytes.NewReader(b))
	return resp, nil
}

func (w *chaos) live(events int) {
	w.sick = true
	for range events {
		d := w.devices[w.chance.IntN(len(w.devices))]
		switch w.chance.IntN(20) {
		case 0:
			w.backUp(d)
		case 1:
			w.restoreDevice(d)
		case 2:
			w.backUpCounty()
		case 3:
			w.restoreCounty()
		case 4:
			w.photograph(d)
		case 5, 6, 7, 8, 9:
			d.Sync(w.t.Context()) // it may well fail
		default:
			w.edit(d)
		}
		w.county.clock.Add(time.Minute)
	}
	w.sick = false
	for range 2 {
		for _, d := range w.devices {
			d.sync()
		}
	}
	w.check()
}

// edit makes one to three changes of a few persons that all devices share.
func (w *chaos) edit(d *chaosDevice) {
	d.clock.Add(time.Duration(1+w.chance.IntN(3600)) * time.Second)
	before := d.st.LastLSN()
	ok(w.t, d.st.Edit("李干部", "", func(e *store.Edit) error {
		for range 1 + w.chance.IntN(3) {
			id := fmt.Sprintf("p%d", w.chance.IntN(6))
			if w.chance.IntN(12) == 0 {
				if err := e.Delete("person", id); err != nil && !errors.Is(err, store.ErrNotFound) {
					return err
				}
				continue
			}
			w.serial++
			fields := map[string]string{pickOne(w.chance, "name", "phone", "x_a"): fmt.Sprintf("%s%d", names[w.serial%len(names)], w.serial)}
			if err := e.Put("person", id, fields); err != nil {
				return err
			}
		}
		return nil
	}))
	cs, err := d.st.Outbox(before, 10)
	ok(w.t, err)
	for _, c := range cs {
		w.made[c.Stamp] = c
	}
}

// photograph attaches a picture that no other device has.
func (w *chaos) photograph(d *chaosDevice) {
	w.serial++
	d.attach(testkit.Picture(1+w.chance.IntN(3*blob.PieceSize), uint64(w.serial)))
}

func pickOne(r *rand.Rand, list ...string) string { return list[r.IntN(len(list))] }

func (w *chaos) backUp(d *chaosDevice) {
	path := filepath.Join(w.t.TempDir(), "backup.store")
	ok(w.t, d.st.Backup(path))
	d.backup, d.known = path, d.st.LastLSN()
}

// restoreDevice gives the device its backup. What it had not sent since then is lost with its disk, and only that.
func (w *chaos) restoreDevice(d *chaosDevice) {
	if d.backup == "" {
		return
	}
	unsent := uint64(d.Status().Unsent)
	cs, err := d.st.Outbox(max(d.known, d.st.LastLSN()-unsent), 10_000)
	ok(w.t, err)
	for _, c := range cs {
		if !w.countyHas(c) {
			delete(w.made, c.Stamp)
		}
	}
	w.backup = "" // else the county could forget what only the lost disk had: that is nobody's to bring back
	ok(w.t, d.st.Close())
	st, err := store.Open(d.backup, testkit.Passphrase, store.Options{Now: d.clock.Now, FastKDF: true})
	ok(w.t, err)
	d.st, d.backup = st, ""
	d.Exchange = exchange.New(st, exchange.Options{Now: d.clock.Now, Transport: w})
}

func (w *chaos) countyHas(c change.Change) (has bool) {
	ok(w.t, w.county.keeper.View(w.t.Context(), testkit.County, func(tx office.Tx) error {
		e, err := tx.Entity(c.Type, c.ID)
		if errors.Is(err, office.ErrNotFound) {
			return nil
		}
		has = holds(e, c)
		return err
	}))
	return has
}

// holds tells whether each value of c is a head of e or was replaced knowingly.
func holds(e change.Entity, c change.Change) bool {
	for key := range c.Fields {
		r := e.Fields[key]
		if !slices.ContainsFunc(r.Heads, func(h change.Head) bool { return h.Stamp == c.Stamp }) && !slices.Contains(r.Past, c.Stamp) {
			return false
		}
	}
	return true
}

func (w *chaos) backUpCounty() {
	w.backup = filepath.Join(w.t.TempDir(), "county.backup")
	ok(w.t, w.county.keeper.File().Backup(w.backup))
}

func (w *chaos) restoreCounty() {
	if w.backup == "" {
		return
	}
	w.county.serve(testkit.KeeperAt(w.t, w.backup)) // nobody speaks with the old one any more
	ok(w.t, w.county.office.NewEpoch(w.t.Context()))
	w.backup = ""
	for _, d := range w.devices {
		d.backup = "" // a device's own backup may now be all that knows some edits; restoring it is tested apart
	}
}

func (w *chaos) check() {
	for _, d := range w.devices {
		counts(w.t, d.device, 0, 0)
		w.checkPictures(d)
		ok(w.t, d.st.Check())
	}
	all := w.devices[0].entities()
	for _, d := range w.devices[1:] {
		if !maps.EqualFunc(d.entities(), all, func(a, b []byte) bool { return bytes.Equal(a, b) }) {
			w.t.Error("devices differ")
		}
	}
	ok(w.t, w.county.keeper.View(w.t.Context(), testkit.County, func(tx office.Tx) error {
		for id, b := range all {
			e, err := tx.Entity("person", id)
			if err != nil {
				return err
			}
			if got, err := e.MarshalBinary(); err != nil || !bytes.Equal(got, b) {
				w.t.Errorf("the county holds another %s", id)
			}
		}
		for _, c := range w.made {
			if e, err := tx.Entity(c.Type, c.ID); err != nil || !holds(e, c) {
				w.t.Errorf("the edit %v of %s is lost (%v)", c.Stamp, c.ID, err)
			}
		}
		return nil
	}))
}

// checkPictures sees that the county has every picture that is left on a device.
func (w *chaos) checkPictures(d *chaosDevice) {
	ok(w.t, d.st.Each("attachment", func(e change.Entity) error {
		if hash := e.Value(blob.Field); d.st.HasBlob(hash) && w.county.has(hash) == nil {
			w.t.Errorf("the county does not have the picture %.8s", hash)
		}
		return nil
	}))
	if n := d.Status().Attachments; n > 0 {
		w.t.Errorf("%d pictures are not sent", n)
	}
}

func (d *chaosDevice) entities() map[string][]byte {
	m := map[string][]byte{}
	ok(d.t, d.st.Each("person", func(e change.Entity) error {
		b, err := e.MarshalBinary()
		m[e.ID] = b
		return err
	}))
	return m
}
