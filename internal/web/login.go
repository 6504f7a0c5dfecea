package web

import (
	"errors"
	"net/http"
	"strings"
	"time"

	"ruhu/internal/office"
	"ruhu/internal/text"
)

// loginData is the login page: what was typed, and why it did not do.
type loginData struct {
	Name  string
	Error string
}

func (s *site) login(w http.ResponseWriter, r *http.Request) {
	if s.sessions.find(token(r)) != nil {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	s.show(w, r, http.StatusOK, "login", text.T("web.login"), loginData{})
}

func (s *site) tryLogin(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimSpace(r.PostFormValue("name"))
	err := s.office.CheckPassword(r.Context(), address(r), name, r.PostFormValue("password"))
	if err != nil {
		status := http.StatusForbidden
		if errors.Is(err, office.ErrBusy) {
			status = http.StatusTooManyRequests
		}
		s.show(w, r, status, "login", text.T("web.login"), loginData{Name: name, Error: text.Explain(err).String()})
		return
	}
	s.setCookie(w, s.sessions.begin(name), sessionLife)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (s *site) logout(w http.ResponseWriter, r *http.Request) {
	s.sessions.end(token(r))
	s.setCookie(w, "", -time.Second)
	http.Redirect(w, r, "/login", http.StatusSeeOther)
}
