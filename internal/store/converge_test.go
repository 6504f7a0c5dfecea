package store_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ruhu/internal/change"
	"ruhu/internal/store"
	"ruhu/internal/testkit"
)

// device is a store with its own clock, and how far the others know its outbox.
type device struct {
	*store.Store
	clock *testkit.Clock
}

func TestStoresThatExchangeInAnyOrderBecomeTheSame(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var devices []*device
		for i := range rapid.IntRange(2, 3).Draw(r, "devices") {
			clock := testkit.NewClock()
			clock.Add(time.Duration(rapid.IntRange(-400, 400).Draw(r, "skew")) * 24 * time.Hour)
			s, err := store.Create(fmt.Sprintf("%s/%d-%d", t.TempDir(), i, rand.Uint64()), "口令", store.Options{FastKDF: true, Now: clock.Now})
			if err != nil {
				r.Fatal(err)
			}
			defer s.Close()
			if err := s.SetDevice(uint32(i + 1)); err != nil { // the same in every run, so that a failing one can be replayed
				r.Fatal(err)
			}
			devices = append(devices, &device{s, clock})
		}
		ids := []string{oldPerson, oldDeleted}
		for range rapid.IntRange(1, 20).Draw(r, "steps") {
			d := rapid.SampledFrom(devices).Draw(r, "device")
			if rapid.IntRange(0, 2).Draw(r, "what") == 0 {
				d.hear(r, rapid.SampledFrom(devices).Draw(r, "from"))
			} else {
				d.edit(r, rapid.SampledFrom(ids).Draw(r, "who"))
			}
		}
		for _, d := range devices {
			for _, from := range devices {
				d.hear(r, from)
				d.hearAll(r, from)
			}
		}
		for _, d := range devices {
			if err := d.Check(); err != nil { // also: every change of the outbox is in its entity
				r.Fatal(err)
			}
			for _, id := range ids {
				want, err1 := devices[0].Get("person", id)
				got, err2 := d.Get("person", id)
				if !reflect.DeepEqual(got, want) || (err1 == nil) != (err2 == nil) {
					r.Fatalf("%s: %+v (%v)\nwant %+v (%v)", id, got, err2, want, err1)
				}
			}
			if !reflect.DeepEqual(d.Counts(), devices[0].Counts()) {
				r.Fatalf("counts %v and %v", d.Counts(), devices[0].Counts())
			}
		}
	})
}

func (d *device) edit(r *rapid.T, id string) {
	d.clock.Add(time.Duration(rapid.IntRange(-10, 1000).Draw(r, "pause")) * time.Second)
	err := d.Edit("李四", "", func(e *store.Edit) error {
		if _, err := e.Get("person", id); err == nil && rapid.IntRange(0, 4).Draw(r, "delete") == 0 {
			return e.Delete("person", id)
		}
		key := rapid.SampledFrom([]string{"name", "phone"}).Draw(r, "key")
		return e.Put("person", id, map[string]string{key: rapid.SampledFrom([]string{"", "㛃", "𠮷", "1"}).Draw(r, "value")})
	})
	if err != nil {
		r.Fatal(err)
	}
}

// hear takes some changes of another device, some of them twice, in any order.
func (d *device) hear(r *rapid.T, from *device) {
	log := from.log(r)
	if len(log) == 0 {
		return
	}
	some := rapid.SliceOfN(rapid.SampledFrom(log), 1, len(log)).Draw(r, "some")
	if err := d.Apply(some, nil); err != nil {
		r.Fatal(err)
	}
}

func (d *device) hearAll(r *rapid.T, from *device) {
	if err := d.Apply(from.log(r), nil); err != nil {
		r.Fatal(err)
	}
}

func (d *device) log(r *rapid.T) []change.Change {
	log, err := d.Outbox(0, 1<<20)
	if err != nil {
		r.Fatal(err)
	}
	return log
}
