package exchange_test

import (
	"bytes"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"ruhu/internal/batch"
	"ruhu/internal/exchange"
	"ruhu/internal/office"
	"ruhu/internal/store"
	"ruhu/internal/testkit"
	"ruhu/internal/text"
)

// instead is a network on which somebody else answers.
type instead struct {
	on     bool
	answer func(*http.Request) (*http.Response, error)
}

func (n *instead) RoundTrip(r *http.Request) (*http.Response, error) {
	if !n.on {
		return http.DefaultTransport.RoundTrip(r)
	}
	return n.answer(r)
}

func says(status int, media, body string) func(*http.Request) (*http.Response, error) {
	return func(r *http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: status, Status: http.StatusText(status), Header: http.Header{"Content-Type": {media}},
			Body: io.NopCloser(strings.NewReader(body)), Request: r}, nil
	}
}

// TestWhateverAnswersNothingIsLost lets all kinds of strangers answer in the county's place.
func TestWhateverAnswersNothingIsLost(t *testing.T) {
	c := newCounty(t)
	n := &instead{}
	d := enrolled(t, c, n)
	d.register(5)
	other := enrolled(t, c, nil)
	cases := []struct {
		name   string
		answer func(*http.Request) (*http.Response, error)
		want   error
	}{
		{"a login page", says(200, "text/html", "<html><title>请登录</title></html>"), exchange.ErrNonsense},
		{"a redirect to one", says(302, "text/html", ""), exchange.ErrNonsense},
		{"another web server", says(404, "text/html", "not found"), exchange.ErrAddress},
		{"a proxy's error", says(502, "text/html", "bad gateway"), exchange.ErrCountyFails},
		{"an error of the county", says(500, batch.MediaProblem, `{"code":"office"}`), exchange.ErrCountyFails},
		{"truncated JSON", says(400, batch.MediaProblem, `{"code":"off`), exchange.ErrNonsense},
		{"a problem of a newer county", says(400, batch.MediaProblem, `{"code":"moon"}`), exchange.ErrNonsense},
		{"a busy county", says(429, batch.MediaProblem, `{"code":"busy"}`), exchange.ErrBusy},
		{"a county that forgot us", says(401, batch.MediaProblem, `{"code":"stranger"}`), exchange.ErrStranger},
		{"an empty letter", says(200, batch.MediaLetter, ""), exchange.ErrNonsense},
		{"noise", says(200, batch.MediaLetter, strings.Repeat("RUHU", 99)), exchange.ErrNonsense},
		{"no network", refuse(errors.New("no route")), exchange.ErrNoAnswer},
		{"a name that nobody has", refuse(&net.DNSError{IsNotFound: true}), exchange.ErrAddress},
		{"no name server", refuse(&net.DNSError{IsTimeout: true}), exchange.ErrOffline},
		{"half an answer", half, exchange.ErrNonsense},
		{"a receipt of a stranger", forged(t, d, keysOf(other)), exchange.ErrOtherCounty},
		{"an old receipt for another batch", forged(t, d, c.keeper.Keys()), exchange.ErrNonsense},
	}
	for _, k := range cases {
		t.Run(k.name, func(t *testing.T) {
			n.on, n.answer = true, k.answer
			if _, err := d.Sync(t.Context()); !errors.Is(err, k.want) {
				t.Errorf("got %v, want %v", err, k.want)
			} else if x := text.Explain(err); x.Way == "" || strings.Contains(x.What, "%!") {
				t.Errorf("no good words for it: %q", x)
			}
			counts(t, d, 5, 0)
		})
	}
	n.on = false
	if r := d.sync(); r.Sent != 5 {
		t.Errorf("%+v", r)
	}
	agree(t, c, d)
}

func refuse(err error) func(*http.Request) (*http.Response, error) {
	return func(*http.Request) (*http.Response, error) { return nil, err }
}

// half lets the county answer and gives the first half of it.
func half(r *http.Request) (*http.Response, error) {
	resp, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	b, _ := io.ReadAll(resp.Body)
	resp.Body.Close()
	resp.Body, resp.ContentLength = io.NopCloser(bytes.NewReader(b[:len(b)/2])), -1
	return resp, nil
}

// forged is a receipt for everything, sealed to the device and signed with keys.
func forged(t *testing.T, d *device, keys batch.Keys) func(*http.Request) (*http.Response, error) {
	body, err := batch.Marshal(batch.Receipt{No: 1, From: 1, To: 5})
	ok(t, err)
	l, err := batch.Write(batch.Header{Kind: batch.KindReceipt, County: testkit.County, Dev: d.st.Device()}, body, keys.Sign)
	ok(t, err)
	sealed, err := l.SealTo(keysOf(d).Recipient)
	ok(t, err)
	return says(200, batch.MediaLetter, string(sealed))
}

func TestEnrolmentSaysWhatIsWrong(t *testing.T) {
	c := newCounty(t)
	d := newDevice(t, nil)
	good, used, old := c.code(), c.code(), c.code()
	ok(t, newDevice(t, nil).Enrol(t.Context(), c.server.URL, used, "一号"))
	html := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("<html>")) }))
	defer html.Close()
	dead := httptest.NewServer(nil)
	dead.Close()
	cases := []struct {
		name, url, code string
		want            error
	}{
		{"a letter in the code", c.server.URL, "O" + good[1:], batch.ErrCodeForm},
		{"a code that nobody gave", c.server.URL, batch.NewCode(), exchange.ErrCodeWrong},
		{"a code that another device used", c.server.URL, used, exchange.ErrCodeUsed},
		{"no address", "  ", good, exchange.ErrAddress},
		{"an address of something else", "ftp://10.0.0.1", good, exchange.ErrAddress},
		{"nobody there", dead.URL, good, exchange.ErrNoAnswer},
		{"a web page there", html.URL, good, exchange.ErrNonsense},
	}
	for _, k := range cases {
		t.Run(k.name, func(t *testing.T) {
			if err := d.Enrol(t.Context(), k.url, k.code, "二号"); !errors.Is(err, k.want) {
				t.Errorf("got %v, want %v", err, k.want)
			}
			if d.Status().Enrolled {
				t.Error("enrolled all the same")
			}
		})
	}
	c.clock.Add(office.CodeLife)
	if err := d.Enrol(t.Context(), c.server.URL, old, "二号"); !errors.Is(err, exchange.ErrCodeExpired) {
		t.Error(err)
	}
}

func TestGuessingCodesIsSlow(t *testing.T) {
	c := newCounty(t)
	d := newDevice(t, nil)
	busy := false
	for range 30 {
		busy = busy || errors.Is(d.Enrol(t.Context(), c.server.URL, batch.NewCode(), ""), exchange.ErrBusy)
	}
	if !busy {
		t.Error("thirty guesses in a row are let through")
	}
	c.clock.Add(time.Minute)
	ok(t, d.Enrol(t.Context(), c.server.URL, c.code(), "一号"))
}

// TestNobodyCanStandBetween answers the enrolment with keys of his own: what the county says of itself is not believed
// before the code proves it.
func TestNobodyCanStandBetween(t *testing.T) {
	c := newCounty(t)
	thief := newCounty(t)
	code := c.code()
	between := roundTrip(func(r *http.Request) (*http.Response, error) {
		if r.URL.Path == batch.PathCounty {
			r.URL.Host = strings.TrimPrefix(thief.server.URL, "http://")
		}
		return http.DefaultTransport.RoundTrip(r)
	})
	d := newDevice(t, between)
	if err := d.Enrol(t.Context(), c.server.URL, code, "一号"); err == nil || d.Status().Enrolled {
		t.Fatal("the thief's keys were believed")
	}
	if list, _ := c.office.Codes(t.Context()); len(list) != 1 {
		t.Error("the code is spent")
	}
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestARevokedDeviceKeepsItsWork(t *testing.T) {
	c := newCounty(t)
	d := enrolled(t, c, nil)
	d.register(3)
	ok(t, c.office.Revoke(t.Context(), d.st.Device(), true))
	if _, err := d.Sync(t.Context()); !errors.Is(err, exchange.ErrRevoked) {
		t.Fatal(err)
	}
	counts(t, d, 3, 0)
	ok(t, c.office.Revoke(t.Context(), d.st.Device(), false))
	d.sync()
	counts(t, d, 0, 0)
	agree(t, c, d)
}

// TestACountyRestoredFromABackupIsRefilled is CHT's: devices believed that everything was sent when it was gone.
func TestACountyRestoredFromABackupIsRefilled(t *testing.T) {
	c := newCounty(t)
	a, b := enrolled(t, c, nil), enrolled(t, c, nil)
	a.register(20)
	a.sync()
	backup := t.TempDir() + "/backup.store"
	ok(t, c.keeper.File().Backup(backup))
	a.register(300)
	b.register(10)
	a.sync()
	b.sync()
	a.sync()
	k := testkit.KeeperAt(t, backup)
	c.serve(k)
	ok(t, c.office.NewEpoch(t.Context()))
	b.register(1)
	b.sync()
	if r := a.sync(); r.Sent != 300 {
		t.Errorf("%+v", r)
	}
	b.sync()
	counts(t, a, 0, 0)
	counts(t, b, 0, 0)
	agree(t, c, a, b)
}

// TestADeviceRestoredFromABackupGetsItsWorkBack gives a laptop an old copy of its store.
func TestADeviceRestoredFromABackupGetsItsWorkBack(t *testing.T) {
	c := newCounty(t)
	a, b := enrolled(t, c, nil), enrolled(t, c, nil)
	a.register(5)
	a.sync()
	backup := t.TempDir() + "/old.store"
	ok(t, a.st.Backup(backup))
	a.register(40)
	b.register(2)
	a.sync()
	b.sync()
	st, err := store.Open(backup, testkit.Passphrase, store.Options{Now: a.clock.Now, FastKDF: true})
	ok(t, err)
	defer st.Close()
	a.clock.Add(time.Hour)
	restored := &device{exchange.New(st, exchange.Options{Now: a.clock.Now}), t, st, a.clock}
	restored.register(3)
	restored.sync()
	counts(t, restored, 0, 0)
	b.sync()
	agree(t, c, restored, b)
	if n := len(restored.values()); n != 50 {
		t.Errorf("%d records, want 50", n)
	}
	restored.register(1)
	if r := restored.sync(); r.Sent != 1 || r.Received != 0 {
		t.Errorf("the thread is not taken up for good: %+v", r)
	}
}

func TestAnotherCountyGetsEverything(t *testing.T) {
	first, second := newCounty(t), newCounty(t)
	d := enrolled(t, first, nil)
	d.register(12)
	d.sync()
	ok(t, d.Enrol(t.Context(), second.server.URL, second.code(), "调到外县"))
	counts(t, d, 12, 0)
	d.sync()
	agree(t, second, d)
}

func TestEnrollingAgainWithTheSameCountyGoesOn(t *testing.T) {
	c := newCounty(t)
	d := enrolled(t, c, nil)
	d.register(12)
	d.sync()
	ok(t, d.Enrol(t.Context(), c.server.URL, c.code(), "换了名字"))
	counts(t, d, 0, 0)
	d.register(1)
	if r := d.sync(); r.Sent != 1 {
		t.Errorf("%+v", r)
	}
	if list, err := c.office.Devices(t.Context()); err != nil || len(list) != 1 || list[0].Name != "换了名字" {
		t.Errorf("%v, %v", list, err)
	}
}
