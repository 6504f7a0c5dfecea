package store_test

import (
	"errors"
	"maps"
	"slices"
	"sync"
	"testing"
	"time"

	"ruhu/internal/change"
	"ruhu/internal/store"
	"ruhu/internal/testkit"
)

func TestAnEditWritesOnlyWhatDiffers(t *testing.T) {
	s := testkit.Store(t)
	id := store.NewID()
	put(t, s, "person", id, map[string]string{"name": "㛃", "phone": "1", "note": ""})
	put(t, s, "person", id, map[string]string{"name": "㛃", "phone": "2"})
	put(t, s, "person", id, map[string]string{"name": "㛃", "phone": "2"})
	put(t, s, "person", id, map[string]string{"phone": ""})
	log, err := s.Outbox(0, 100)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"name", "phone"}, {"phone"}, {"phone"}}
	if len(log) != len(want) {
		t.Fatalf("%d changes, want %d", len(log), len(want))
	}
	for i, c := range log {
		if keys := slices.Sorted(maps.Keys(c.Fields)); !slices.Equal(keys, want[i]) || c.LSN != uint64(i+1) || c.Actor != "李四" {
			t.Errorf("change %d has %v by %s", c.LSN, keys, c.Actor)
		}
	}
	if v := get(t, s, "person", id).Values(); !maps.Equal(v, map[string]string{"name": "㛃"}) {
		t.Errorf("values %v", v)
	}
}

func TestAGroupIsWrittenWhole(t *testing.T) {
	groups := func(typ, key string) []string {
		if key == "name" || key == "id_no" {
			return []string{"name", "id_no"}
		}
		return nil
	}
	s := testkit.StoreAt(t, t.TempDir()+"/a.store", store.Options{Groups: groups})
	id := store.NewID()
	put(t, s, "person", id, map[string]string{"name": "张三", "id_no": "5", "phone": "1"})
	put(t, s, "person", id, map[string]string{"name": "张珊"})
	log, err := s.Outbox(1, 1)
	if err != nil {
		t.Fatal(err)
	}
	if got := log[0].Fields; len(got) != 2 || got["id_no"].Value != "5" || len(got["id_no"].Base) != 1 {
		t.Errorf("the group was written as %+v", got)
	}
}

func TestADeletedEntityIsGoneUntilItIsEdited(t *testing.T) {
	s := testkit.Store(t)
	id := store.NewID()
	put(t, s, "person", id, map[string]string{"name": "张三"})
	remove := func(e *store.Edit) error { return e.Delete("person", id) }
	if err := s.Edit("李四", "重复登记", remove); err != nil {
		t.Fatal(err)
	}
	if n := count(t, s); n != 0 || s.Counts()["person"] != 0 || !get(t, s, "person", id).Deleted() {
		t.Errorf("%d persons after the deletion", n)
	}
	if err := s.Edit("李四", "", remove); err != nil || s.LastLSN() != 2 {
		t.Errorf("deleted twice: %v, %d changes", err, s.LastLSN())
	}
	put(t, s, "person", id, map[string]string{"phone": "1"})
	if e := get(t, s, "person", id); e.Deleted() || len(e.Conflicts()) > 0 || count(t, s) != 1 || s.Counts()["person"] != 1 {
		t.Errorf("brought back as %+v", e)
	}
	nobody := s.Edit("李四", "", func(e *store.Edit) error { return e.Delete("person", store.NewID()) })
	if !errors.Is(nobody, store.ErrNotFound) {
		t.Errorf("deleted nobody: %v", nobody)
	}
}

func count(t testing.TB, s *store.Store) (n int) {
	t.Helper()
	if err := s.Each("person", func(change.Entity) error { n++; return nil }); err != nil {
		t.Fatal(err)
	}
	return n
}

// apart gives two stores that know the same person.
func apart(t *testing.T) (a, b *store.Store, id string) {
	a, b, id = testkit.Store(t), testkit.Store(t), store.NewID()
	put(t, a, "person", id, map[string]string{"name": "张三", "phone": "1"})
	carry(t, a, b)
	return a, b, id
}

func carry(t testing.TB, from, to *store.Store) {
	t.Helper()
	log, err := from.Outbox(0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	if err := to.Apply(log, nil); err != nil {
		t.Fatal(err)
	}
}

func TestAnUnsentEditSurvivesAPull(t *testing.T) {
	a, b, id := apart(t)
	put(t, a, "person", id, map[string]string{"phone": "2"})
	put(t, b, "person", id, map[string]string{"phone": "3", "name": "张珊"})
	carry(t, a, b)
	e := get(t, b, "person", id)
	if cs := e.Conflicts(); len(cs) != 1 || cs[0].Field != "phone" || len(cs[0].Heads) != 2 {
		t.Errorf("conflicts %+v", cs)
	}
	if e.Value("name") != "张珊" || b.LastLSN() != 1 {
		t.Errorf("name %s, %d changes in the outbox", e.Value("name"), b.LastLSN())
	}
	shown := e.Value("phone")
	put(t, b, "person", id, map[string]string{"phone": shown}) // a form saved as it is decides nothing
	if len(get(t, b, "person", id).Conflicts()) != 1 {
		t.Error("an untouched field settled the conflict")
	}
	err := b.Edit("王五", "电话核实", func(e *store.Edit) error { return e.Decide("person", id, map[string]string{"phone": shown}) })
	if err != nil {
		t.Fatal(err)
	}
	carry(t, b, a)
	for name, s := range map[string]*store.Store{"here": b, "there": a} {
		if e := get(t, s, "person", id); len(e.Conflicts()) != 0 || e.Value("phone") != shown {
			t.Errorf("%s: phone %s, conflicts %v", name, e.Value("phone"), e.Conflicts())
		}
	}
}

func TestAFormLoadedBeforeAPullDoesNotReplaceWhatItNeverShowed(t *testing.T) {
	a, b, id := apart(t)
	form := get(t, b, "person", id)
	put(t, a, "person", id, map[string]string{"phone": "2", "name": "张珊"})
	carry(t, a, b)
	typed := form.Values()
	typed["phone"] = "3"
	if err := b.Edit("李四", "", func(e *store.Edit) error { return e.PutOver(form, typed) }); err != nil {
		t.Fatal(err)
	}
	e := get(t, b, "person", id)
	if cs := e.Conflicts(); e.Value("name") != "张珊" || len(cs) != 1 || cs[0].Field != "phone" {
		t.Errorf("name %s, conflicts %+v", e.Value("name"), cs)
	}
}

func TestADeletionLosesToAnUnseenEditOfAnotherDevice(t *testing.T) {
	a, b, id := apart(t)
	if err := a.Edit("李四", "", func(e *store.Edit) error { return e.Delete("person", id) }); err != nil {
		t.Fatal(err)
	}
	put(t, b, "person", id, map[string]string{"phone": "2"})
	carry(t, a, b)
	carry(t, b, a)
	for name, s := range map[string]*store.Store{"who deleted": a, "who edited": b} {
		e := get(t, s, "person", id)
		if cs := e.Conflicts(); e.Deleted() || len(cs) != 1 || cs[0].Field != change.Deleted || s.Counts()["person"] != 1 {
			t.Errorf("%s: deleted %v, conflicts %+v", name, e.Deleted(), cs)
		}
	}
}

func TestAnEditIsLaterThanWhatItSawThoughTheClockIsSlow(t *testing.T) {
	clock := testkit.NewClock()
	clock.Add(-time.Hour)
	a := testkit.StoreAt(t, t.TempDir()+"/right.store", store.Options{Now: testkit.NewClock().Now})
	b := testkit.StoreAt(t, t.TempDir()+"/slow.store", store.Options{Now: clock.Now})
	id := store.NewID()
	put(t, a, "person", id, map[string]string{"phone": "1"})
	carry(t, a, b)
	seen := get(t, b, "person", id).Changed()
	put(t, b, "person", id, map[string]string{"phone": "2"})
	if own := get(t, b, "person", id).Changed(); own.Compare(seen) <= 0 {
		t.Errorf("%v after %v", own, seen)
	}
}

func TestApplyAndItsCursorAreOneTransaction(t *testing.T) {
	a, b, id := apart(t)
	put(t, a, "person", id, map[string]string{"phone": "2"})
	log, err := a.Outbox(1, 10)
	if err != nil {
		t.Fatal(err)
	}
	boom := errors.New("boom")
	cursor := func(fail error) func(*store.Edit) error {
		return func(e *store.Edit) error { return errors.Join(e.PutLocal("exchange", "cursor", []byte("2")), fail) }
	}
	if err := b.Apply(log, cursor(boom)); !errors.Is(err, boom) {
		t.Fatal(err)
	}
	if _, err := b.Local("exchange", "cursor"); !errors.Is(err, store.ErrNotFound) || get(t, b, "person", id).Value("phone") != "1" {
		t.Errorf("half of a failed Apply was kept (%v)", err)
	}
	if err := b.Apply(log, cursor(nil)); err != nil {
		t.Fatal(err)
	}
	if v, err := b.Local("exchange", "cursor"); err != nil || string(v) != "2" || get(t, b, "person", id).Value("phone") != "2" {
		t.Errorf("cursor %q, %v", v, err)
	}
	bad := log[0]
	bad.ID = ""
	if err := b.Apply([]change.Change{bad}, nil); !errors.Is(err, change.ErrInvalid) {
		t.Errorf("an invalid change: %v", err)
	}
}

func TestListenersHearWhatChangedAndNothingElse(t *testing.T) {
	a, b, id := apart(t)
	var heard []store.Ref
	b.OnChange(func(refs []store.Ref) { heard = append(heard, refs...) })
	carry(t, a, b) // known already
	put(t, b, "person", id, map[string]string{"phone": "1"})
	if len(heard) > 0 {
		t.Errorf("heard %v of nothing", heard)
	}
	put(t, b, "person", id, map[string]string{"phone": "2"})
	if !slices.Equal(heard, []store.Ref{{Type: "person", ID: id}}) {
		t.Errorf("heard %v", heard)
	}
}

func TestTheStoreMayBeEditedWhileItIsWalked(t *testing.T) {
	s := testkit.Store(t)
	fill(t, s, 700)
	err := s.Each("person", func(p change.Entity) error {
		return s.Edit("李四", "", func(e *store.Edit) error {
			return e.Put("person", p.ID, map[string]string{"note": string(make([]byte, 2000))})
		})
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestManyMayEditAtOnceAndTheLogHasNoGap(t *testing.T) {
	s := testkit.Store(t)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for range 25 {
				id := store.NewID()
				err := s.Edit("李四", "", func(e *store.Edit) error { return e.Put("person", id, map[string]string{"name": "㛃"}) })
				if err != nil {
					t.Error(err)
				}
				if _, err := s.Get("person", id); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	log, err := s.Outbox(0, 1000)
	if err != nil || len(log) != 100 {
		t.Fatalf("%d changes, %v", len(log), err)
	}
	for i := 1; i < len(log); i++ {
		if log[i].Stamp.Compare(log[i-1].Stamp) <= 0 {
			t.Fatalf("%v after %v", log[i].Stamp, log[i-1].Stamp)
		}
	}
}

func TestStampsGrowAcrossRestartsThoughTheClockIsSetBack(t *testing.T) {
	clock, path := testkit.NewClock(), t.TempDir()+"/a.store"
	o := store.Options{Now: clock.Now, FastKDF: true}
	s, err := store.Create(path, "口令", o)
	if err != nil {
		t.Fatal(err)
	}
	id := store.NewID()
	put(t, s, "person", id, map[string]string{"phone": "1"})
	first := get(t, s, "person", id).Changed()
	s.Close()
	clock.Set(testkit.Start.AddDate(-6, 0, 0))
	if s, err = store.Open(path, "口令", o); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	put(t, s, "person", id, map[string]string{"phone": "2"})
	if second := get(t, s, "person", id).Changed(); second.Compare(first) <= 0 {
		t.Errorf("%v after %v", second, first)
	}
	if _, behind := s.Clock().Behind(); !behind {
		t.Error("nobody is told that the clock is six years behind")
	}
}

func TestTheNumberFromTheCountyIsKept(t *testing.T) {
	path := t.TempDir() + "/a.store"
	s, err := store.Create(path, "口令", store.Options{FastKDF: true})
	if err != nil {
		t.Fatal(err)
	}
	if s.Device() == 0 {
		t.Error("no number before enrolment")
	}
	if err := s.SetDevice(77); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if s, err = store.Open(path, "口令", store.Options{FastKDF: true}); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	id := store.NewID()
	put(t, s, "person", id, map[string]string{"phone": "1"})
	if s.Device() != 77 || get(t, s, "person", id).Changed().Dev != 77 {
		t.Errorf("device %d, stamp %v", s.Device(), get(t, s, "person", id).Changed())
	}
}

func TestLocalValuesStayByAreaAndKey(t *testing.T) {
	s := testkit.Store(t)
	for _, key := range []string{"b", "a", "person:㛃"} {
		if err := s.PutLocal("draft", key, []byte("v"+key)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.PutLocal("waiting", "a", []byte("other")); err != nil {
		t.Fatal(err)
	}
	if err := s.DeleteLocal("draft", "b"); err != nil {
		t.Fatal(err)
	}
	var got []string
	err := s.EachLocal("draft", func(key string, v []byte) error { got = append(got, key+"="+string(v)); return nil })
	if err != nil || !slices.Equal(got, []string{"a=va", "person:㛃=vperson:㛃"}) {
		t.Errorf("%v, %v", got, err)
	}
	if s.LastLSN() != 0 {
		t.Error("a local value went to the outbox")
	}
}
