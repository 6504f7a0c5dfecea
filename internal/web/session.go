package web

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"net"
	"net/http"
	"sync"
	"time"

	"ruhu/internal/text"
)

// A session lives in memory only: after a restart everybody logs in again.
const (
	cookieName  = "ruhu"
	sessionLife = 12 * time.Hour
	sessionIdle = 2 * time.Hour
)

var errForm = text.NewError("web.form")

type session struct {
	user, csrf string
	began      time.Time
	seen       time.Time

	code     string // a one-time code just made: shown for a while, since it cannot be read again
	codeNote string
	codeAt   time.Time
}

type sessions struct {
	mu  sync.Mutex
	now func() time.Time
	by  map[string]*session
}

func newSessions(now func() time.Time) *sessions {
	return &sessions{now: now, by: map[string]*session{}}
}

// begin makes a session and gives its token.
func (s *sessions) begin(user string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	for token, old := range s.by {
		if s.over(old) {
			delete(s.by, token)
		}
	}
	token := rand.Text()
	s.by[token] = &session{user: user, csrf: rand.Text(), began: s.now(), seen: s.now()}
	return token
}

func (s *sessions) over(x *session) bool {
	return s.now().Sub(x.began) > sessionLife || s.now().Sub(x.seen) > sessionIdle
}

// find gives a copy of the session of a token, or nil.
func (s *sessions) find(token string) *session {
	s.mu.Lock()
	defer s.mu.Unlock()
	x, ok := s.by[token]
	if !ok || s.over(x) {
		delete(s.by, token)
		return nil
	}
	x.seen = s.now()
	found := *x
	return &found
}

func (s *sessions) end(token string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.by, token)
}

// keepCode remembers a code that was just made.
func (s *sessions) keepCode(token, code, note string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if x, ok := s.by[token]; ok {
		x.code, x.codeNote, x.codeAt = code, note, s.now()
	}
}

type sessionKey struct{}

func sessionOf(r *http.Request) *session {
	s, _ := r.Context().Value(sessionKey{}).(*session)
	return s
}

// guard lets only those in who are logged in, and takes only forms that this site gave them.
func (s *site) guard(h http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ses := s.sessions.find(token(r))
		if ses == nil {
			http.Redirect(w, r, "/login", http.StatusSeeOther)
			return
		}
		r = r.WithContext(context.WithValue(r.Context(), sessionKey{}, ses))
		if r.Method == http.MethodPost && subtle.ConstantTimeCompare([]byte(r.PostFormValue("csrf")), []byte(ses.csrf)) != 1 {
			s.fail(w, r, http.StatusForbidden, errForm)
			return
		}
		h(w, r)
	}
}

func token(r *http.Request) string {
	c, err := r.Cookie(cookieName)
	if err != nil {
		return ""
	}
	return c.Value
}

func (s *site) setCookie(w http.ResponseWriter, value string, age time.Duration) {
	http.SetCookie(w, &http.Cookie{Name: cookieName, Value: value, Path: "/", MaxAge: int(age / time.Second),
		HttpOnly: true, Secure: s.o.Secure, SameSite: http.SameSiteLaxMode})
}

// address is where a request comes from, without the port.
func address(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}
