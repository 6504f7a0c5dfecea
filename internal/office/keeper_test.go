package office_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"ruhu/internal/batch"
	"ruhu/internal/blob"
	"ruhu/internal/change"
	"ruhu/internal/office"
	"ruhu/internal/testkit"
)

// keepers are all there are; each must pass every test here. A further one is a line more.
var keepers = map[string]func(*testing.T) office.Keeper{
	"bolt": func(t *testing.T) office.Keeper { return testkit.Keeper(t) },
}

// Two counties, one code the beginning of the other: keys must not run into each other.
const (
	here  = testkit.County
	there = "5323250"
)

func TestKeepers(t *testing.T) {
	for name, empty := range keepers {
		for _, c := range []struct {
			name string
			test func(*testing.T, office.Keeper)
		}{
			{"what is not there is ErrNotFound", nothing},
			{"records come back as they were put", records},
			{"an error undoes everything", undone},
			{"counties do not see each other", apart},
			{"the entities of a type are walked by id", walked},
			{"the feed has no gaps", feed},
			{"the last comes first", lastFirst},
			{"conflicts are put once and dropped", conflicts},
			{"counters add up", counters},
			{"blobs lie in pieces, and parts with whom they belong to", blobs},
			{"updates at once do not lose each other", atOnce},
			{"a cancelled context does nothing", cancelled},
		} {
			t.Run(name+": "+c.name, func(t *testing.T) { c.test(t, empty(t)) })
		}
	}
}

func nothing(t *testing.T, k office.Keeper) {
	view(t, k, here, func(tx office.Tx) error {
		_, err1 := tx.Setting("x")
		_, err2 := tx.Code([]byte("x"))
		_, err3 := tx.Device(7)
		_, err4 := tx.Entity("person", "x")
		_, err5 := tx.Batch(batch.ID{1})
		for i, err := range []error{err1, err2, err3, err4, err5} {
			if !errors.Is(err, office.ErrNotFound) {
				t.Errorf("%d: %v", i, err)
			}
		}
		seq, err := tx.Seq()
		counters, err2 := tx.Counters()
		if seq != 0 || len(counters) != 0 || err != nil || err2 != nil {
			t.Errorf("seq %d, counters %v, %v, %v", seq, counters, err, err2)
		}
		return nil
	})
	if list, err := k.Counties(t.Context()); len(list) != 0 || err != nil {
		t.Errorf("%v, %v", list, err)
	}
}

func records(t *testing.T, k office.Keeper) {
	d := office.Device{Dev: 1<<32 - 1, Name: "古丽·阿不都热依木 𠮷", Sign: []byte{1, 2}, No: 9, Last: batch.ID{3}, LSN: 1 << 40, ClockOff: -5}
	c := office.Code{ID: []byte{0, 255}, Key: []byte("k"), Note: "左门村", Expires: 5}
	b := office.Batch{ID: batch.ID{9}, Dev: 3, No: 1, New: map[string]int{"person": 2}, Receipt: []byte{1}}
	e := change.Entity{}
	e.Apply(change.Change{Type: "person", ID: "p1", Stamp: change.Stamp{Time: 1, Dev: 1}, Actor: "李", Fields: map[string]change.Set{"name": {Value: "𬭳"}}})
	update(t, k, here, func(tx office.Tx) error {
		return errors.Join(tx.PutDevice(d), tx.PutCode(c), tx.PutBatch(b), tx.PutEntity(e), tx.PutSetting("s", []byte("v")),
			tx.PutDevice(office.Device{Dev: 2}))
	})
	view(t, k, here, func(tx office.Tx) error {
		gotD, err1 := tx.Device(d.Dev)
		gotC, err2 := tx.Code(c.ID)
		gotB, err3 := tx.Batch(b.ID)
		gotE, err4 := tx.Entity("person", "p1")
		gotS, err5 := tx.Setting("s")
		same(t, gotD, d)
		same(t, gotC, c)
		same(t, gotB, b)
		same(t, gotE.Values(), e.Values())
		same(t, string(gotS), "v")
		devices, err6 := tx.Devices()
		codes, err7 := tx.Codes()
		if len(devices) != 2 || devices[0].Dev != 2 || len(codes) != 1 {
			t.Errorf("%d devices, %d codes", len(devices), len(codes))
		}
		return errors.Join(err1, err2, err3, err4, err5, err6, err7)
	})
}

func walked(t *testing.T, k office.Keeper) {
	update(t, k, here, func(tx office.Tx) error {
		for _, r := range []office.Ref{{Type: "fact", ID: "2"}, {Type: "fact", ID: "1"}, {Type: "fact", ID: "11"}, {Type: "face", ID: "1"}, {Type: "facts", ID: "1"}} {
			e := change.Entity{}
			e.Apply(change.Change{Type: r.Type, ID: r.ID, Stamp: change.Stamp{Time: 1, Dev: 1}, Fields: map[string]change.Set{"n": {Value: "𬭳"}}})
			if err := tx.PutEntity(e); err != nil {
				return err
			}
		}
		return nil
	})
	view(t, k, here, func(tx office.Tx) error {
		walk := func(after string, most int) (ids []string) {
			err := tx.Entities("fact", after, func(e change.Entity) (bool, error) {
				ids = append(ids, e.Type+e.ID)
				return len(ids) < most, nil
			})
			if err != nil {
				t.Error(err)
			}
			return ids
		}
		same(t, walk("", 9), []string{"fact1", "fact11", "fact2"})
		same(t, walk("1", 9), []string{"fact11", "fact2"})
		same(t, walk("", 2), []string{"fact1", "fact11"})
		return nil
	})
}

func undone(t *testing.T, k office.Keeper) {
	bad := errors.New("bad")
	err := k.Update(t.Context(), here, func(tx office.Tx) error {
		if _, err := tx.Append(office.Segment{From: 1, To: 2}); err != nil {
			return err
		}
		return errors.Join(tx.PutSetting("s", []byte("v")), tx.Add("n", 5), bad)
	})
	if !errors.Is(err, bad) {
		t.Fatal(err)
	}
	view(t, k, here, func(tx office.Tx) error {
		if _, err := tx.Setting("s"); !errors.Is(err, office.ErrNotFound) {
			t.Error("a setting of a failed transaction is there")
		}
		seq, err := tx.Seq()
		n, err2 := tx.Counters()
		if seq != 0 || n["n"] != 0 {
			t.Errorf("seq %d, counters %v", seq, n)
		}
		return errors.Join(err, err2)
	})
}

func apart(t *testing.T, k office.Keeper) {
	for _, county := range []string{here, there} {
		update(t, k, county, func(tx office.Tx) error {
			_, err := tx.Append(office.Segment{From: 1, To: 3, Body: []byte(county)})
			return errors.Join(err, tx.PutSetting("name", []byte(county)), tx.PutDevice(office.Device{Dev: 1, Name: county}),
				tx.PutAside(office.Aside{Dev: 1, LSN: 1, Reason: county}), tx.PutConflict(office.Ref{Type: "person", ID: county}), tx.Add("n", 1))
		})
	}
	for _, county := range []string{here, there} {
		view(t, k, county, func(tx office.Tx) error {
			name, err := tx.Setting("name")
			devices, err2 := tx.Devices()
			refs, err3 := tx.Conflicts()
			n, err4 := tx.Counters()
			if string(name) != county || len(devices) != 1 || devices[0].Name != county || len(refs) != 1 || refs[0].ID != county || n["n"] != 1 {
				t.Errorf("%s sees %s, %v, %v, %v", county, name, devices, refs, n)
			}
			segments := 0
			err5 := tx.Feed(0, func(s office.Segment) (bool, error) {
				segments++
				same(t, string(s.Body), county)
				return true, nil
			})
			same(t, segments, 1)
			return errors.Join(err, err2, err3, err4, err5)
		})
	}
	list, err := k.Counties(t.Context())
	if slices.Sort(list); !slices.Equal(list, []string{here, there}) || err != nil {
		t.Errorf("%v, %v", list, err)
	}
}

func feed(t *testing.T, k office.Keeper) {
	sizes := []uint64{1, 300, 2, 5}
	at := uint64(0)
	for i, n := range sizes {
		update(t, k, here, func(tx office.Tx) error {
			s, err := tx.Append(office.Segment{From: 1, To: n, Dev: uint32(i), Body: bytes.Repeat([]byte{byte(i)}, 10)})
			if s.From != at+1 || s.To != at+n || s.Count() != int(n) {
				t.Errorf("segment %d is %d to %d", i, s.From, s.To)
			}
			return err
		})
		at += n
	}
	for after, want := range map[uint64][]uint32{0: {0, 1, 2, 3}, 1: {1, 2, 3}, 2: {1, 2, 3}, 300: {1, 2, 3}, 301: {2, 3}, 307: {3}, 308: nil, 999: nil} {
		var got []uint32
		view(t, k, here, func(tx office.Tx) error {
			return tx.Feed(after, func(s office.Segment) (bool, error) {
				got = append(got, s.Dev)
				return true, nil
			})
		})
		if !slices.Equal(got, want) {
			t.Errorf("after %d: segments %v, want %v", after, got, want)
		}
	}
	stopped := 0
	view(t, k, here, func(tx office.Tx) error {
		return tx.Feed(0, func(office.Segment) (bool, error) {
			stopped++
			return stopped < 2, nil
		})
	})
	same(t, stopped, 2)
}

func lastFirst(t *testing.T, k office.Keeper) {
	for i := range byte(5) {
		update(t, k, here, func(tx office.Tx) error {
			return errors.Join(tx.PutBatch(office.Batch{ID: batch.ID{i * 37}, No: uint64(i)}), tx.PutAside(office.Aside{LSN: uint64(i)}))
		})
	}
	var batches, asides []uint64
	view(t, k, here, func(tx office.Tx) error {
		return errors.Join(
			tx.Batches(func(b office.Batch) (bool, error) {
				batches = append(batches, b.No)
				return len(batches) < 3, nil
			}),
			tx.Asides(func(a office.Aside) (bool, error) {
				asides = append(asides, a.LSN)
				return true, nil
			}))
	})
	update(t, k, here, func(tx office.Tx) error {
		a, err := tx.Aside(2)
		a.Done = 7
		return errors.Join(err, tx.PutAside(a))
	})
	view(t, k, here, func(tx office.Tx) error {
		a, err := tx.Aside(2)
		if a.LSN != 1 || a.Done != 7 {
			t.Errorf("%+v", a)
		}
		if _, err := tx.Aside(99); !errors.Is(err, office.ErrNotFound) {
			t.Error(err)
		}
		return err
	})
	if !slices.Equal(batches, []uint64{4, 3, 2}) || !slices.Equal(asides, []uint64{4, 3, 2, 1, 0}) {
		t.Errorf("batches %v, set aside %v", batches, asides)
	}
}

func conflicts(t *testing.T, k office.Keeper) {
	a, b := office.Ref{Type: "person", ID: "1"}, office.Ref{Type: "household", ID: "1"}
	update(t, k, here, func(tx office.Tx) error {
		return errors.Join(tx.PutConflict(a), tx.PutConflict(a), tx.PutConflict(b), tx.DropConflict(office.Ref{Type: "x", ID: "y"}))
	})
	update(t, k, here, func(tx office.Tx) error { return tx.DropConflict(b) })
	view(t, k, here, func(tx office.Tx) error {
		refs, err := tx.Conflicts()
		if !slices.Equal(refs, []office.Ref{a}) {
			t.Errorf("%v", refs)
		}
		return err
	})
}

func counters(t *testing.T, k office.Keeper) {
	update(t, k, here, func(tx office.Tx) error {
		return errors.Join(tx.Add("type:person", 3), tx.Add("type:person", -1), tx.Add("changes", 1<<40))
	})
	view(t, k, here, func(tx office.Tx) error {
		n, err := tx.Counters()
		if n["type:person"] != 2 || n["changes"] != 1<<40 {
			t.Errorf("%v", n)
		}
		return err
	})
}

func blobs(t *testing.T, k office.Keeper) {
	name := blob.Of([]byte("老房子"))
	of, other := office.Ref{Type: "household", ID: "1"}, office.Ref{Type: "household", ID: "11"}
	update(t, k, here, func(tx office.Tx) error {
		if _, known, err := tx.Blobs().Head(name); known || err != nil {
			t.Errorf("known before it was heard of: %v", err)
		}
		return errors.Join(tx.Blobs().PutHead(blob.Head{Hash: name, At: 5}), tx.Blobs().PutPiece(name, 0, []byte("老")), tx.Blobs().PutPiece(name, 1, []byte("房")),
			tx.PutPart(of, office.Ref{Type: "attachment", ID: "a"}), tx.PutPart(of, office.Ref{Type: "attachment", ID: "a"}), tx.PutPart(other, office.Ref{Type: "attachment", ID: "b"}),
			tx.PutPart(of, office.Ref{Type: "fact", ID: "a"}))
	})
	view(t, k, here, func(tx office.Tx) error {
		h, known, err := tx.Blobs().Head(name)
		if !known || h.At != 5 || h.Whole() {
			t.Errorf("%+v", h)
		}
		b, err2 := tx.Blobs().Piece(name, 1)
		if string(b) != "房" {
			t.Errorf("piece %q", b)
		}
		parts, err3 := tx.Parts(of)
		same(t, parts, []office.Ref{{Type: "fact", ID: "a"}, {Type: "attachment", ID: "a"}})
		return errors.Join(err, err2, err3)
	})
	update(t, k, here, func(tx office.Tx) error { return tx.Blobs().DropPieces(name, 2) })
	view(t, k, here, func(tx office.Tx) error {
		if _, err := tx.Blobs().Piece(name, 0); err == nil {
			t.Error("a piece is there after it was dropped")
		}
		return nil
	})
	view(t, k, there, func(tx office.Tx) error {
		_, known, err := tx.Blobs().Head(name)
		if known {
			t.Error("another county sees it")
		}
		return err
	})
}

func atOnce(t *testing.T, k office.Keeper) {
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			err := k.Update(context.Background(), here, func(tx office.Tx) error {
				_, err := tx.Append(office.Segment{From: 1, To: 10})
				return errors.Join(err, tx.Add("n", 1), tx.PutBatch(office.Batch{ID: batch.ID{byte(i)}}))
			})
			if err != nil {
				t.Error(err)
			}
		}()
	}
	wg.Wait()
	view(t, k, here, func(tx office.Tx) error {
		seq, err := tx.Seq()
		n, err2 := tx.Counters()
		if seq != 80 || n["n"] != 8 {
			t.Errorf("seq %d, counters %v", seq, n)
		}
		return errors.Join(err, err2)
	})
}

func cancelled(t *testing.T, k office.Keeper) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	run := func(office.Tx) error {
		t.Error("run all the same")
		return nil
	}
	if k.Update(ctx, here, run) == nil || k.View(ctx, here, run) == nil {
		t.Error("no error")
	}
}

func view(t *testing.T, k office.Keeper, county string, f func(office.Tx) error) {
	t.Helper()
	if err := k.View(t.Context(), county, f); err != nil {
		t.Fatal(err)
	}
}

func update(t *testing.T, k office.Keeper, county string, f func(office.Tx) error) {
	t.Helper()
	if err := k.Update(t.Context(), county, f); err != nil {
		t.Fatal(err)
	}
}

func same(t *testing.T, got, want any) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
