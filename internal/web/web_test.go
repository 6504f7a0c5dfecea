package web_test

import (
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"ruhu/internal/batch"
	"ruhu/internal/exchange"
	"ruhu/internal/office"
	"ruhu/internal/store"
	"ruhu/internal/testkit"
	"ruhu/internal/text"
	"ruhu/internal/web"
)

const password = "县级管理员密码"

// desk is a clerk's browser before a county's pages.
type desk struct {
	*http.Client
	t      *testing.T
	url    string
	office *office.Office
	clock  *testkit.Clock
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, clock: testkit.NewClock()}
	d.office, _ = testkit.Office(t, d.clock)
	d.ok(d.office.SetPassword(t.Context(), "admin", password))
	mux := http.NewServeMux()
	mux.Handle("/v1/", d.office.Handler())
	mux.Handle("/", web.New(d.office, web.Options{}))
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	jar, _ := cookiejar.New(nil)
	d.url, d.Client = s.URL, &http.Client{Jar: jar}
	return d
}

func (d *desk) ok(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) page(resp *http.Response, err error) (int, string) {
	d.t.Helper()
	d.ok(err)
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	d.ok(err)
	return resp.StatusCode, string(b)
}

func (d *desk) get(path string) (int, string) {
	d.t.Helper()
	return d.page(d.Get(d.url + path))
}

func (d *desk) post(path string, form url.Values) (int, string) {
	d.t.Helper()
	return d.page(d.PostForm(d.url+path, form))
}

func (d *desk) login() {
	d.t.Helper()
	if status, body := d.post("/login", url.Values{"name": {"admin"}, "password": {password}}); status != 200 || !strings.Contains(body, text.T("web.came")) {
		d.t.Fatalf("%d %s", status, body)
	}
}

var csrfField = regexp.MustCompile(`name="csrf" value="([^"]+)"`)

func (d *desk) csrf() string {
	d.t.Helper()
	_, body := d.get("/devices")
	m := csrfField.FindStringSubmatch(body)
	if m == nil {
		d.t.Fatal("no form")
	}
	return m[1]
}

// send lets a device register a person and send it.
func (d *desk) send(name string, fields map[string]string) *exchange.Exchange {
	d.t.Helper()
	st := testkit.StoreAt(d.t, filepath.Join(d.t.TempDir(), "device.store"), store.Options{Now: d.clock.Now})
	x := exchange.New(st, exchange.Options{Now: d.clock.Now})
	code, err := d.office.NewCode(d.t.Context(), "")
	d.ok(err)
	d.ok(x.Enrol(d.t.Context(), d.url, code, name))
	d.ok(st.Edit("李春梅", "", func(e *store.Edit) error { return e.Put("person", "p-1", fields) }))
	_, err = x.Sync(d.t.Context())
	d.ok(err)
	return x
}

var person = map[string]string{"name": "古丽·阿不都热依木㛃𬭳𠮷", "id_no": "53000019900307123X", "phone": "13987654321", "dibao": "是", "x_note": "秘密"}

func TestNothingIsShownToWhoIsNotLoggedIn(t *testing.T) {
	d := newDesk(t)
	d.send("左门村", person)
	for _, path := range []string{"/", "/devices", "/batches", "/batches/00", "/asides", "/conflicts", "/nowhere"} {
		_, body := d.get(path)
		if !strings.Contains(body, `action="/login"`) || strings.Contains(body, "古丽") || strings.Contains(body, "左门村") {
			t.Errorf("%s: %s", path, body)
		}
	}
	status, _ := d.post("/devices/code", nil)
	if codes, _ := d.office.Codes(t.Context()); len(codes) != 0 || status != 200 {
		t.Error("a code was made for a stranger")
	}
}

func TestValuesAreMaskedUntilAskedFor(t *testing.T) {
	d := newDesk(t)
	d.send("左门村", person)
	d.login()
	_, list := d.get("/batches")
	link := regexp.MustCompile(`/batches/[0-9a-f]{64}`).FindString(list)
	_, masked := d.get(link)
	for _, want := range []string{"古丽·阿不都热依木㛃𬭳𠮷", "5300**********123X", "139****4321", "李春梅"} {
		if !strings.Contains(masked, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	for _, hidden := range []string{"53000019900307123X", "13987654321", "秘密"} {
		if strings.Contains(masked, hidden) {
			t.Errorf("the page shows %s", hidden)
		}
	}
	_, full := d.get(link + "?full=1")
	if !strings.Contains(full, "53000019900307123X") {
		t.Error("asked for, it is still masked")
	}
}

func TestAPageSaysWhatCameAndWhatWaits(t *testing.T) {
	d := newDesk(t)
	d.send("左门村", person)
	d.send("前场镇", map[string]string{"name": "李四"})
	d.login()
	_, today := d.get("/")
	if !strings.Contains(today, "姚安县") || !regexp.MustCompile(`(?s)/conflicts">冲突待定</a><b class="warn">1</b>`).MatchString(today) {
		t.Errorf("%s", today)
	}
	_, conflicts := d.get("/conflicts")
	for _, want := range []string{"李四", "古丽·阿不都热依木", "左门村", "前场镇", text.T("web.counts")} {
		if !strings.Contains(conflicts, want) {
			t.Errorf("the conflicts lack %s", want)
		}
	}
}

func TestACodeIsMadeByAFormOfThisSiteOnly(t *testing.T) {
	d := newDesk(t)
	d.login()
	if status, _ := d.post("/devices/code", url.Values{"csrf": {"wrong"}}); status != http.StatusForbidden {
		t.Errorf("a form without the right token: %d", status)
	}
	r, _ := http.NewRequest("POST", d.url+"/devices/code", strings.NewReader(url.Values{"csrf": {d.csrf()}}.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", "http://evil.example")
	if status, _ := d.page(d.Do(r)); status != http.StatusForbidden {
		t.Errorf("a form of another site: %d", status)
	}
	_, body := d.post("/devices/code", url.Values{"csrf": {d.csrf()}, "note": {"<b>左门村</b>"}})
	code := regexp.MustCompile(`class="digits">([0-9 ]+)<`).FindStringSubmatch(body)
	if code == nil || strings.Contains(body, "<b>左门村") {
		t.Fatalf("%s", body)
	}
	if _, err := batch.ParseCode(code[1]); err != nil {
		t.Error(err)
	}
	d.clock.Add(16 * time.Minute)
	if _, body := d.get("/devices"); strings.Contains(body, code[1]) {
		t.Error("the code is still shown")
	}
}

func TestADeviceIsShutOutAndLetInAgain(t *testing.T) {
	d := newDesk(t)
	x := d.send("左门村", person)
	d.login()
	list, err := d.office.Devices(t.Context())
	d.ok(err)
	path := "/devices/" + strings.TrimSpace(regexp.MustCompile(`/devices/(\d+)/revoke`).FindStringSubmatch(second(d.get("/devices")))[1]) + "/revoke"
	_, body := d.post(path, url.Values{"csrf": {d.csrf()}})
	if !strings.Contains(body, text.T("web.revoked")) {
		t.Error("not shown")
	}
	if _, err := x.Sync(t.Context()); err == nil {
		t.Error("still let in")
	}
	d.post(path, url.Values{"csrf": {d.csrf()}, "on": {"0"}})
	if _, err := x.Sync(t.Context()); err != nil {
		t.Error(err)
	}
	if len(list) != 1 {
		t.Error(list)
	}
}

func TestWhatWasSetAsideWaitsUntilSomebodySawToIt(t *testing.T) {
	d := newDesk(t)
	st := testkit.Store(t)
	x := exchange.New(st, exchange.Options{Now: d.clock.Now})
	code, err := d.office.NewCode(t.Context(), "")
	d.ok(err)
	d.ok(x.Enrol(t.Context(), d.url, code, "适中乡"))
	d.ok(st.Edit("普建国", "", func(e *store.Edit) error { return e.Put("person", "p-2", map[string]string{"name": "𠮷大嫂"}) }))
	cs, err := st.Outbox(0, 1)
	d.ok(err)
	cs[0].Fields = nil
	keys := batch.KeysOf(st.Vault().Device(), st.Vault().Identity())
	l, err := batch.NewBatch(batch.Header{County: "532325", Dev: st.Device(), Epoch: d.office.County().Epoch, No: 1}, cs, keys.Sign)
	d.ok(err)
	sealed, err := l.SealTo(d.office.County().Recipient)
	d.ok(err)
	_, err = d.office.Ingest(t.Context(), sealed)
	d.ok(err)
	d.login()
	waiting := regexp.MustCompile(`/asides">[^<]*</a><b class="warn">1</b>`)
	if _, today := d.get("/"); !waiting.MatchString(today) {
		t.Error("it is not among what waits")
	}
	_, list := d.get("/asides")
	if !strings.Contains(list, "适中乡") || !strings.Contains(list, text.T("office.aside.unreadable")) && !strings.Contains(list, text.T("office.aside.form")) {
		t.Errorf("%s", list)
	}
	path := regexp.MustCompile(`/asides/\d+/done`).FindString(list)
	if _, list := d.post(path, url.Values{"csrf": {d.csrf()}}); !strings.Contains(list, text.T("web.done")) {
		t.Error("not marked")
	}
	d.post(path, url.Values{"csrf": {d.csrf()}})
	if today, err := d.office.Today(t.Context()); err != nil || today.Asides != 0 {
		t.Errorf("%d wait, %v", today.Asides, err)
	}
}

func second(_ int, s string) string { return s }

func TestASessionEnds(t *testing.T) {
	d := newDesk(t)
	d.login()
	d.clock.Add(3 * time.Hour)
	if _, body := d.get("/"); !strings.Contains(body, `action="/login"`) {
		t.Error("three idle hours later still logged in")
	}
	d.login()
	d.post("/logout", url.Values{"csrf": {d.csrf()}})
	if _, body := d.get("/"); !strings.Contains(body, `action="/login"`) {
		t.Error("still logged in")
	}
}

func TestAWrongPasswordIsSaidInWords(t *testing.T) {
	d := newDesk(t)
	status, body := d.post("/login", url.Values{"name": {"admin"}, "password": {"guess"}})
	if status != http.StatusForbidden || !strings.Contains(body, text.T("office.password")) {
		t.Errorf("%d %s", status, body)
	}
	for range 12 {
		status, body = d.post("/login", url.Values{"name": {"admin"}, "password": {"guess"}})
	}
	if status != http.StatusTooManyRequests || !strings.Contains(body, text.T("office.busy")) {
		t.Errorf("%d %s", status, body)
	}
}

func TestPagesKeepOtherSitesOut(t *testing.T) {
	d := newDesk(t)
	d.login()
	resp, err := d.Get(d.url + "/")
	d.ok(err)
	resp.Body.Close()
	csp := resp.Header.Get("Content-Security-Policy")
	if !strings.Contains(csp, "default-src 'none'") || !strings.Contains(csp, "frame-ancestors 'none'") || strings.Contains(csp, "unsafe") {
		t.Error(csp)
	}
	if resp.Header.Get("Cache-Control") != "no-store" || resp.Header.Get("X-Content-Type-Options") != "nosniff" {
		t.Error(resp.Header)
	}
	u, _ := url.Parse(d.url)
	for _, c := range d.Jar.Cookies(u) {
		if len(c.Value) < 20 {
			t.Errorf("a token of %d characters", len(c.Value))
		}
	}
}

func TestFontsAndStyleAreServed(t *testing.T) {
	d := newDesk(t)
	for path, least := range map[string]int{"/style.css": 1000, "/font/sans.ttf": 1 << 20, "/font/rare.ttf": 1 << 20} {
		if status, body := d.get(path); status != 200 || len(body) < least {
			t.Errorf("%s: %d, %d bytes", path, status, len(body))
		}
	}
	if status, _ := d.get("/font/other.ttf"); status != 404 {
		t.Error(status)
	}
}
