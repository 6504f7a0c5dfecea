package exchange_test

import (
	"errors"
	"fmt"
	"testing"

	"ruhu/internal/exchange"
)

func TestWhatOneDeviceRegistersTheOthersHave(t *testing.T) {
	c := newCounty(t)
	a, b := enrolled(t, c, nil), enrolled(t, c, nil)
	a.register(450)
	b.register(7)
	counts(t, a, 450, 0)
	if r := a.sync(); r.Sent != 450 || r.Received != 0 {
		t.Fatalf("%+v", r)
	}
	counts(t, a, 0, 0)
	if r := b.sync(); r.Sent != 7 || r.Received != 450 {
		t.Fatalf("%+v", r)
	}
	if r := a.sync(); r.Sent != 0 || r.Received != 7 {
		t.Fatalf("%+v", r)
	}
	agree(t, c, a, b)
	if s := a.Status(); !s.Enrolled || s.County != "姚安县" || !s.LastOK.Equal(a.clock.Now()) || s.LastErr != nil || s.Warning != nil {
		t.Errorf("%+v", s)
	}
}

func TestPressingAgainChangesNothing(t *testing.T) {
	c := newCounty(t)
	d := enrolled(t, c, nil)
	d.register(30)
	d.sync()
	seq := c.seq()
	for range 5 {
		if r := d.sync(); r.Sent != 0 || r.Received != 0 {
			t.Fatalf("%+v", r)
		}
	}
	if c.seq() != seq {
		t.Error("the county took something again")
	}
}

// TestEveryRequestMayFail cuts every request of an enrolment, a push of several batches and a pull once, before and after
// the county hears it, while another device edits; then everything is tried again.
func TestEveryRequestMayFail(t *testing.T) {
	for _, after := range []bool{false, true} {
		for at := 1; ; at++ {
			f := &fails{at: at, after: after}
			t.Run(fmt.Sprintf("request %d, answer lost %v", at, after), func(t *testing.T) { failOnce(t, f) })
			if f.seen < at {
				break
			}
		}
	}
}

func failOnce(t *testing.T, f *fails) {
	c := newCounty(t)
	other := enrolled(t, c, nil)
	theirs := other.register(40)
	other.sync()
	d := newDevice(t, f)
	d.register(500)
	code := c.code()
	failed := 0
	for range 3 {
		err := d.Enrol(t.Context(), c.server.URL, code, "二号")
		if err == nil {
			break
		}
		failed++
	}
	again := func() {
		for range 3 {
			if _, err := d.Sync(t.Context()); err == nil {
				break
			}
			failed++
			if s := d.Status(); s.LastErr == nil {
				t.Error("a failed sync is not shown")
			}
			other.put(theirs[0].id, "x_meanwhile", fmt.Sprint(failed))
			other.sync()
		}
	}
	again()
	counts(t, d, 0, 0)
	other.sync()
	again()
	if want := min(1, max(0, f.seen-f.at+1)); failed != want {
		t.Fatalf("%d failures, want %d", failed, want)
	}
	other.sync()
	agree(t, c, d, other)
	if got := c.seq(); got != uint64(540+failedEdits(c, theirs[0])) {
		t.Errorf("the feed has %d changes: something came twice", got)
	}
}

func failedEdits(c *county, r ref) int {
	for _, v := range c.values([]ref{r}) {
		if v["x_meanwhile"] != "" {
			return 1
		}
	}
	return 0
}

func TestAnUnsentEditSurvivesAPull(t *testing.T) {
	c := newCounty(t)
	a, b := enrolled(t, c, nil), enrolled(t, c, nil)
	refs := a.register(1)
	a.sync()
	b.sync()
	id := refs[0].id
	b.put(id, "name", "李四")
	b.sync()
	a.put(id, "name", "𠮷")
	a.put(id, "phone", "13800000000")
	a.sync()
	b.sync()
	agree(t, c, a, b)
	e, err := a.st.Get("person", id)
	ok(t, err)
	if cs := e.Conflicts(); len(cs) != 1 || len(cs[0].Heads) != 2 {
		t.Fatalf("two edits that did not know of each other: %+v", cs)
	}
	if refs, err := c.office.Conflicts(t.Context()); err != nil || len(refs) != 1 {
		t.Fatalf("the county lists %d conflicts, %v", len(refs), err)
	}
}

func TestADeletedRecordIsGoneEverywhere(t *testing.T) {
	c := newCounty(t)
	a, b := enrolled(t, c, nil), enrolled(t, c, nil)
	refs := a.register(3)
	a.sync()
	b.sync()
	ok(t, b.st.Edit("王", "录错", func(e *storeEdit) error { return e.Delete("person", refs[1].id) }))
	b.sync()
	a.sync()
	agree(t, c, a, b)
	if len(a.values()) != 2 {
		t.Errorf("%d records left", len(a.values()))
	}
}

func TestWithoutEnrolmentEverythingIsUnsent(t *testing.T) {
	d := newDevice(t, nil)
	d.register(4)
	counts(t, d, 4, 0)
	if _, err := d.Sync(t.Context()); !errors.Is(err, exchange.ErrNotEnrolled) {
		t.Fatal(err)
	}
}

func TestAClockThatIsOffIsSaid(t *testing.T) {
	c := newCounty(t)
	d := enrolled(t, c, nil)
	d.clock.Set(c.clock.Now().AddDate(1, 0, 0))
	d.register(1)
	d.sync()
	if err := d.Status().Warning; !errors.Is(err, exchange.ErrClockFast) {
		t.Error(err)
	}
	d.clock.Set(c.clock.Now().AddDate(-30, 0, 0))
	d.register(1)
	d.sync()
	if err := d.Status().Warning; !errors.Is(err, exchange.ErrClockSlow) {
		t.Error(err)
	}
	counts(t, d, 0, 0)
	b, err := c.office.Batches(t.Context(), 10)
	ok(t, err)
	if b[len(b)-1].Ahead != 1 {
		t.Error("a stamp of next year is not flagged")
	}
}
