package exchange_test

import (
	"bytes"
	"net/http"
	"strings"
	"sync"
	"testing"

	"ruhu/internal/batch"
	"ruhu/internal/change"
	"ruhu/internal/office"
	"ruhu/internal/store"
	"ruhu/internal/testkit"
)

// letterOf writes the device's next batch by hand.
func letterOf(t *testing.T, c *county, d *device, h batch.Header, cs []change.Change) []byte {
	t.Helper()
	h.County, h.Dev, h.Epoch = testkit.County, d.st.Device(), c.office.County().Epoch
	l, err := batch.NewBatch(h, cs, keysOf(d).Sign)
	ok(t, err)
	sealed, err := l.SealTo(c.office.County().Recipient)
	ok(t, err)
	return sealed
}

func outbox(t *testing.T, d *device) []change.Change {
	t.Helper()
	cs, err := d.st.Outbox(0, 1000)
	ok(t, err)
	return cs
}

// TestTheSameUploadFiveTimesAtOnceIsTakenOnce is the accident behind most doubled records in the field: a repeat that runs
// beside the first one.
func TestTheSameUploadFiveTimesAtOnceIsTakenOnce(t *testing.T) {
	c := newCounty(t)
	d := enrolled(t, c, nil)
	d.register(100)
	sealed := letterOf(t, c, d, batch.Header{No: 1}, outbox(t, d))
	replies := make([]office.Reply, 5)
	var wg sync.WaitGroup
	for i := range replies {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var err error
			if replies[i], err = c.office.Ingest(t.Context(), sealed); err != nil {
				t.Error(err)
			}
		}()
	}
	wg.Wait()
	var ids []batch.ID
	for _, r := range replies {
		l, err := keysOf(d).Open(r.Sealed)
		ok(t, err)
		if l.Kind != batch.KindReceipt {
			t.Errorf("a %v", l.Kind)
		}
		ids = append(ids, l.ID)
	}
	for _, id := range ids {
		if id != ids[0] {
			t.Error("two repeats have different receipts")
		}
	}
	if n := c.seq(); n != 100 {
		t.Errorf("the feed has %d changes", n)
	}
}

func TestOneBadChangeDoesNotHoldUpTheOthers(t *testing.T) {
	c := newCounty(t)
	d, other := enrolled(t, c, nil), enrolled(t, c, nil)
	d.register(4)
	cs := outbox(t, d)
	cs[1].Fields = nil
	cs[2].Actor = strings.Repeat("长", change.MaxName)
	reply, err := c.office.Ingest(t.Context(), letterOf(t, c, d, batch.Header{No: 1}, cs))
	ok(t, err)
	l, err := keysOf(d).Open(reply.Sealed)
	ok(t, err)
	body, err := l.Body()
	ok(t, err)
	var r batch.Receipt
	ok(t, batch.Unmarshal(body, &r))
	if r.Accepted() != 2 || len(r.SetAside) != 2 || r.SetAside[0].LSN != 2 || r.SetAside[1].LSN != 3 || r.SetAside[0].Words == "" {
		t.Errorf("%+v", r)
	}
	for lsn, want := range map[uint64]bool{1: false, 2: true, 3: true, 4: false} {
		if aside, known := r.Of(lsn); !known || (aside != nil) != want {
			t.Errorf("change %d: set aside %v, known %v", lsn, aside != nil, known)
		}
	}
	if _, known := r.Of(5); known {
		t.Error("the receipt speaks of a change that was not in the batch")
	}
	list, err := c.office.Asides(t.Context(), 10)
	ok(t, err)
	if len(list) != 2 || list[0].LSN != 3 {
		t.Errorf("the county shows %d", len(list))
	}
	if r := other.sync(); r.Received != 2 {
		t.Errorf("%+v", r)
	}
}

// TestTheDeviceListsWhatWasSetAside has a batch on its way with a change that lost its fields.
func TestTheDeviceListsWhatWasSetAside(t *testing.T) {
	c := newCounty(t)
	d := enrolled(t, c, nil)
	refs := d.register(2)
	spoilt := outbox(t, d)
	spoilt[1].Fields = nil
	l, err := batch.NewBatch(batch.Header{County: testkit.County, Dev: d.st.Device(), Epoch: c.office.County().Epoch, No: 1}, spoilt, keysOf(d).Sign)
	ok(t, err)
	ok(t, d.st.PutLocal("exchange", "pending", l.Bytes()))
	if r := d.sync(); r.Sent != 1 || r.SetAside != 1 {
		t.Errorf("%+v", r)
	}
	counts(t, d, 0, 1)
	list, err := d.SetAside()
	ok(t, err)
	if len(list) != 1 || list[0].LSN != 2 || list[0].ID != refs[1].id || list[0].Reason == nil {
		t.Fatalf("%+v", list)
	}
	ok(t, d.Dismiss(2))
	counts(t, d, 0, 0)
}

// TestTheCountyTellsWhatItDidNotTake goes through the order of checks.
func TestTheCountyTellsWhatItDidNotTake(t *testing.T) {
	c := newCounty(t)
	d := enrolled(t, c, nil)
	stranger := newDevice(t, nil)
	d.register(6)
	stranger.register(1)
	cs := outbox(t, d)
	first := letterOf(t, c, d, batch.Header{No: 1}, cs[:2])
	_, err := c.office.Ingest(t.Context(), first)
	ok(t, err)
	opened, err := c.keeper.Keys().Open(first)
	ok(t, err)
	prev := opened.ID
	elsewhere := newCounty(t)
	short := batch.Header{County: testkit.County, Dev: d.st.Device(), Kind: batch.KindBatch, No: 2, Prev: prev, From: 3, To: 4, Count: 1}
	cases := []struct {
		name   string
		body   []byte
		status int
	}{
		{"noise", []byte("GET / HTTP/1.1"), 400},
		{"half a batch", first[:len(first)/2], 400},
		{"a flipped bit", flipped(first), 400},
		{"too much", append([]byte("RUHU\x01"), make([]byte, batch.MaxSealed)...), 413},
		{"a stranger", letterOf(t, c, stranger, batch.Header{No: 1}, outbox(t, stranger)), 401},
		{"for another county", letterOf(t, elsewhere, d, batch.Header{No: 2, Prev: prev}, cs[2:4]), 421},
		{"the same again", first, 200},
		{"a gap in the numbers", letterOf(t, c, d, batch.Header{No: 3, Prev: prev}, cs[2:4]), 409},
		{"another chain", letterOf(t, c, d, batch.Header{No: 2}, cs[2:4]), 409},
		{"a gap in the changes", letterOf(t, c, d, batch.Header{No: 2, Prev: prev}, cs[3:4]), 409},
		{"the first again, written anew", letterOf(t, c, d, batch.Header{No: 1, Time: 1}, cs[:2]), 409},
		{"a count that is wrong", sealedTo(t, c, d, short), 400},
		{"the next one", letterOf(t, c, d, batch.Header{No: 2, Prev: prev}, cs[2:4]), 200},
	}
	for _, k := range cases {
		t.Run(k.name, func(t *testing.T) {
			resp, err := http.Post(c.server.URL+batch.PathBatches, batch.MediaLetter, bytes.NewReader(k.body))
			ok(t, err)
			defer resp.Body.Close()
			if resp.StatusCode != k.status {
				t.Errorf("status %d, want %d", resp.StatusCode, k.status)
			}
		})
	}
	if n := c.seq(); n != 4 {
		t.Errorf("the feed has %d changes, want 4", n)
	}
}

func sealedTo(t *testing.T, c *county, d *device, h batch.Header) []byte {
	t.Helper()
	h.Epoch = c.office.County().Epoch
	l, err := batch.Write(h, []byte("x"), keysOf(d).Sign)
	ok(t, err)
	sealed, err := l.SealTo(c.office.County().Recipient)
	ok(t, err)
	return sealed
}

func flipped(b []byte) []byte {
	b = bytes.Clone(b)
	b[len(b)/2] ^= 1
	return b
}

func TestNobodyElseCanAskForADevicesChanges(t *testing.T) {
	c := newCounty(t)
	d, thief := enrolled(t, c, nil), enrolled(t, c, nil)
	uri := batch.PathChanges + "?dev=1&after=0:0&no=1"
	q := office.Question{Dev: d.st.Device(), URI: uri, No: 1}
	q.Signature = batch.SignRequest(keysOf(thief).Sign, testkit.County, q.Dev, uri)
	if _, err := c.office.Pull(t.Context(), q); err == nil {
		t.Fatal("a signature of another device was taken")
	}
	q.Signature = batch.SignRequest(keysOf(d).Sign, testkit.County, q.Dev, uri+"&own=1")
	if _, err := c.office.Pull(t.Context(), q); err == nil {
		t.Fatal("a signature of another question was taken")
	}
}

func TestNoPersonalDataOnTheWireOrOnTheDisk(t *testing.T) {
	c := newCounty(t)
	var wire bytes.Buffer
	d := enrolled(t, c, roundTrip(func(r *http.Request) (*http.Response, error) {
		if r.Body != nil {
			var b bytes.Buffer
			_, err := b.ReadFrom(r.Body)
			ok(t, err)
			wire.Write(b.Bytes())
			r = r.Clone(r.Context())
			r.Body = readCloser{bytes.NewReader(b.Bytes())}
		}
		return http.DefaultTransport.RoundTrip(r)
	}))
	ok(t, d.st.Edit("李干部", "", func(e *store.Edit) error {
		return e.Put("person", store.NewID(), map[string]string{"name": "古丽·阿不都热依木", "id_no": "53000019900307123X"})
	}))
	d.sync()
	var disk bytes.Buffer
	ok(t, c.keeper.WriteCopy(&disk))
	for _, secret := range []string{"古丽", "53000019900307123X", "李干部"} {
		if bytes.Contains(wire.Bytes(), []byte(secret)) {
			t.Errorf("%s went over the wire in the clear", secret)
		}
		if bytes.Contains(disk.Bytes(), []byte(secret)) {
			t.Errorf("%s lies on the county's disk in the clear", secret)
		}
	}
}

type readCloser struct{ *bytes.Reader }

func (readCloser) Close() error { return nil }
