package exchange_test

import (
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ruhu/internal/batch"
	"ruhu/internal/office"
	"ruhu/internal/office/bolt"
	"ruhu/internal/store"
	"ruhu/internal/text"
	"ruhu/internal/ui/exchange"
	"ruhu/internal/ui/uitest"
)

// county is a real office on loopback.
type county struct {
	office *office.Office
	server *httptest.Server
}

func newCounty(t *testing.T) *county {
	t.Helper()
	k, err := bolt.Create(filepath.Join(t.TempDir(), "county"), uitest.Pass, store.Options{FastKDF: true})
	must(t, err)
	must(t, office.Found(t.Context(), k, "532325", "姚安县", uitest.Now))
	of, err := office.New(t.Context(), k, "532325", k.Keys(), office.Options{Now: func() time.Time { return uitest.Now }})
	must(t, err)
	c := &county{of, httptest.NewServer(of.Handler())}
	t.Cleanup(func() {
		c.server.Close()
		must(t, k.Close())
	})
	return c
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// enrol types what the county gave and presses Enter.
func enrol(t *testing.T, w *uitest.Window, url, code string) {
	t.Helper()
	w.Type(url)
	w.Press(fyne.KeyReturn)
	w.Type(code)
	w.Press(fyne.KeyReturn)
	w.Type("的笔记本")
	w.Press(fyne.KeyReturn)
	w.Settle()
}

func TestAComputerIsEnrolledAndEverythingSentFromThePage(t *testing.T) {
	c, w := newCounty(t), uitest.Sample(t, exchange.New, "")
	unsent := w.Exchange.Status().Unsent
	w.Reads(strconv.Itoa(unsent), text.T("exchangepage.unsent.both", w.Exchange.Status().Attachments))
	code, err := c.office.NewCode(t.Context(), "左门乡")
	must(t, err)
	enrol(t, w, strings.TrimPrefix(c.server.URL, "http://"), code)
	w.Clean()
	w.Reads("姚安县", text.T("exchangepage.safe"))
	w.Tap(text.T("exchangepage.send"))
	w.Settle()
	w.Reads(text.T("exchangepage.done", unsent, 0), text.T("exchangepage.unsent.none"))
	if n := w.Exchange.Status().Unsent; n != 0 {
		t.Fatalf("%d are not sent", n)
	}
	w.Tap(text.T("exchangepage.send"))
	w.Settle()
	w.Reads(text.T("exchangepage.nothing_new"))
	if s, err := w.Desk.Settings(); err != nil || s.CountyURL == "" {
		t.Fatalf("the address was not kept: %q %v", s.CountyURL, err)
	}
}

func TestACodeThatIsWrongIsSaidOnThePageAndKeepsWhatWasTyped(t *testing.T) {
	c, w := newCounty(t), uitest.Sample(t, exchange.New, "")
	enrol(t, w, c.server.URL, "123")
	w.Reads(text.T("batch.codeform"), c.server.URL)
	if w.Exchange.Status().Enrolled {
		t.Fatal("enrolled with a wrong code")
	}
}

func TestACountyThatIsGoneIsSaidAndNothingCountsAsSent(t *testing.T) {
	c, w := newCounty(t), uitest.Sample(t, exchange.New, "")
	code, err := c.office.NewCode(t.Context(), "左门乡")
	must(t, err)
	enrol(t, w, c.server.URL, code)
	unsent := w.Exchange.Status().Unsent
	c.server.Config.Handler = http.NotFoundHandler()
	c.server.Close()
	w.Tap(text.T("exchangepage.send"))
	w.Settle()
	w.Reads(text.T("exchange.noanswer"), strconv.Itoa(unsent))
	if n := w.Exchange.Status().Unsent; n != unsent {
		t.Fatalf("%d of %d count as not sent", n, unsent)
	}
}

// setAside has the county set aside a change of every type that the sample has.
func setAside(t *testing.T, w *uitest.Window) (kinds map[string]bool) {
	t.Helper()
	st := w.Desk.Store()
	cs, err := st.Outbox(0, int(st.LastLSN()))
	must(t, err)
	kinds = map[string]bool{}
	for i := range cs {
		if !kinds[cs[i].Type] {
			kinds[cs[i].Type], cs[i].Fields = true, nil
		}
	}
	var county batch.County
	b, err := st.Local("exchange", "link")
	must(t, err)
	var link struct {
		County batch.County `cbor:"2,keyasint"`
	}
	must(t, batch.Unmarshal(b, &link))
	county = link.County
	l, err := batch.NewBatch(batch.Header{County: county.Code, Dev: st.Device(), Epoch: county.Epoch, No: 1}, cs, batch.KeysOf(st.Vault().Device(), st.Vault().Identity()).Sign)
	must(t, err)
	must(t, st.PutLocal("exchange", "pending", l.Bytes()))
	return kinds
}

func TestWhatTheCountySetAsideIsNamedAndOpened(t *testing.T) {
	c, w := newCounty(t), uitest.Sample(t, exchange.New, "")
	code, err := c.office.NewCode(t.Context(), "左门乡")
	must(t, err)
	enrol(t, w, c.server.URL, code)
	kinds := setAside(t, w)
	w.Tap(text.T("exchangepage.send"))
	w.Settle()
	list, err := w.Exchange.SetAside()
	must(t, err)
	if len(list) != len(kinds) || len(kinds) < 12 {
		t.Fatalf("%d set aside of %v", len(list), kinds)
	}
	for left := len(list); left > 0; left-- {
		w.Shown, w.Said = nil, nil
		w.Tap(text.T("exchangepage.open"))
		if len(w.Shown) != 1 {
			t.Errorf("%v led to %v, %v", list[len(list)-left], w.Shown, w.Said)
		}
		w.Tap(text.T("exchangepage.dismiss"))
	}
	for kind := range kinds {
		if !text.Has("exchangepage.type." + kind) {
			t.Errorf("%s has no word", kind)
		}
	}
}

func TestAttachmentsThatAreNotSentAreCounted(t *testing.T) {
	c, w := newCounty(t), uitest.Sample(t, exchange.New, "")
	code, err := c.office.NewCode(t.Context(), "左门乡")
	must(t, err)
	enrol(t, w, c.server.URL, code)
	n := w.Exchange.Status().Attachments
	if n == 0 {
		t.Fatal("the sample has none")
	}
	w.Tap(text.T("exchangepage.send"))
	w.Settle()
	w.Reads(text.T("exchangepage.done.attached", n), text.T("exchangepage.unsent.none"))
}

func TestTheSampleWarnsBeforeItIsEnrolled(t *testing.T) {
	w := uitest.Sample(t, exchange.New, "")
	w.Deps.Sample = true
	w.Page = exchange.New(w.Deps)
	w.Visit("")
	w.Reads(text.T("exchangepage.enrol.sample"))
}
