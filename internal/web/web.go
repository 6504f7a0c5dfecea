// Package web is the county's pages: what came today, the devices, the batches and what they brought, what was set aside,
// what is in conflict. They are made on the server, need no script, and work in an old browser.
//
// To add a page: a template in page/, a file of the same noun here with its handler, a line in routes, and the words in
// area web. A form carries {{.CSRF}}; a page that shows people's data is behind guard, as all but the login are.
package web

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"time"

	"ruhu/internal/office"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Options are what the pages can be given.
type Options struct {
	Secure bool // served with TLS: the cookie goes nowhere else
}

// site is the pages of one office.
type site struct {
	office   *office.Office
	o        Options
	sessions *sessions
}

//go:embed page/*.html
var pageFiles embed.FS

//go:embed static/style.css
var style []byte

// New gives the pages of an office.
func New(of *office.Office, o Options) http.Handler {
	s := &site{office: of, o: o, sessions: newSessions(of.Now)}
	mux := http.NewServeMux()
	s.routes(mux)
	return headers(http.NewCrossOriginProtection().Handler(limit(mux)))
}

func (s *site) routes(mux *http.ServeMux) {
	mux.HandleFunc("GET /style.css", serveStyle)
	mux.HandleFunc("GET /font/{name}", serveFont)
	mux.HandleFunc("GET /login", s.login)
	mux.HandleFunc("POST /login", s.tryLogin)
	mux.HandleFunc("POST /logout", s.guard(s.logout))
	mux.HandleFunc("GET /{$}", s.guard(s.today))
	mux.HandleFunc("GET /devices", s.guard(s.devices))
	mux.HandleFunc("POST /devices/code", s.guard(s.newCode))
	mux.HandleFunc("POST /devices/{dev}/revoke", s.guard(s.revoke))
	mux.HandleFunc("GET /batches", s.guard(s.batches))
	mux.HandleFunc("GET /batches/{id}", s.guard(s.batch))
	mux.HandleFunc("GET /records/{type}", s.guard(s.list))
	mux.HandleFunc("GET /records/{type}/{id}", s.guard(s.record))
	mux.HandleFunc("GET /blobs/{hash}", s.guard(s.blob))
	mux.HandleFunc("GET /asides", s.guard(s.asides))
	mux.HandleFunc("POST /asides/{no}/done", s.guard(s.settle))
	mux.HandleFunc("GET /conflicts", s.guard(s.conflicts))
	mux.HandleFunc("/", s.guard(s.lost))
}

// headers keep other sites from framing or scripting the pages, and browsers from keeping them.
func headers(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head := w.Header()
		head.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
		head.Set("X-Content-Type-Options", "nosniff")
		head.Set("X-Frame-Options", "DENY")
		head.Set("Referrer-Policy", "same-origin")
		head.Set("Cache-Control", "no-store")
		h.ServeHTTP(w, r)
	})
}

// limit keeps a form from being a flood.
func limit(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, 64<<10)
		h.ServeHTTP(w, r)
	})
}

// frame is what every page has; Data is the page's own.
type frame struct {
	County string
	Page   string // name of the template and of the mark in the menu
	Title  string
	User   string
	CSRF   string
	Now    time.Time
	Data   any
}

var pages = parsePages("login", "today", "devices", "batches", "batch", "asides", "conflicts", "record", "list", "message")

func parsePages(names ...string) map[string]*template.Template {
	all := map[string]*template.Template{}
	for _, name := range names {
		t := template.New("layout.html").Funcs(template.FuncMap{"t": text.T, "when": when, "day": day})
		all[name] = template.Must(t.ParseFS(pageFiles, "page/layout.html", "page/"+name+".html"))
	}
	return all
}

// show writes a page; it is made whole first, so that a failure is never half a page.
func (s *site) show(w http.ResponseWriter, r *http.Request, status int, page, title string, data any) {
	f := frame{County: s.office.County().Name, Page: page, Title: title, Now: s.office.Now().In(training.Zone), Data: data}
	if ses := sessionOf(r); ses != nil {
		f.User, f.CSRF = ses.user, ses.csrf
	}
	var b bytes.Buffer
	if err := pages[page].ExecuteTemplate(&b, "layout.html", f); err != nil {
		http.Error(w, text.T("error.unexpected"), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(b.Bytes())
}

// fail shows an error in words.
func (s *site) fail(w http.ResponseWriter, r *http.Request, status int, err error) {
	s.show(w, r, status, "message", text.T("web.sorry"), text.Explain(err))
}

func (s *site) lost(w http.ResponseWriter, r *http.Request) {
	s.fail(w, r, http.StatusNotFound, errNoPage)
}

var errNoPage = text.NewError("web.nopage")

// when is a moment as the pages show it; never is words.
func when(m office.Millis) string {
	if m == 0 {
		return text.T("web.never")
	}
	return m.Time().In(training.Zone).Format("2006-01-02 15:04")
}

func day(t time.Time) string {
	return text.T("web.date", t.Year(), int(t.Month()), t.Day()) + " " + text.T("web.weekday."+t.Weekday().String()[:3])
}
