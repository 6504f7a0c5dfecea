package web

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"ruhu/internal/office"
	"ruhu/internal/text"
)

type devicesData struct {
	Rows     []deviceRow
	Open     []office.Code
	Code     string // just made
	CodeNote string
	Address  string // what to type at the device
}

type deviceRow struct {
	office.Device
	Label  string
	Number string
	Quiet  string // how long without a word, where that is long
	Clock  string // how far its clock is off, where that is far
	Copied bool   // began anew more than once: two machines may use one store
}

// shownFor is how long a new code stays on the page.
const shownFor = 15 * time.Minute

func (s *site) devices(w http.ResponseWriter, r *http.Request) {
	list, err := s.office.Devices(r.Context())
	if err != nil {
		s.fail(w, r, http.StatusInternalServerError, err)
		return
	}
	d := devicesData{Address: s.base(r)}
	if d.Open, err = s.office.Codes(r.Context()); err != nil {
		s.fail(w, r, http.StatusInternalServerError, err)
		return
	}
	if ses := sessionOf(r); s.office.Now().Sub(ses.codeAt) < shownFor {
		d.Code, d.CodeNote = ses.code, ses.codeNote
	}
	for _, dev := range list {
		d.Rows = append(d.Rows, s.deviceRow(dev))
	}
	s.show(w, r, http.StatusOK, "devices", text.T("web.devices"), d)
}

func (s *site) deviceRow(d office.Device) deviceRow {
	row := deviceRow{Device: d, Label: deviceName(d), Number: fmt.Sprintf("%08X", d.Dev), Copied: d.Restarts > 1}
	if days := int(s.office.Now().Sub(d.Seen.Time()).Hours() / 24); days >= 3 {
		row.Quiet = text.T("web.quiet", days)
	}
	if off := time.Duration(d.ClockOff) * time.Millisecond; off.Abs() > 10*time.Minute {
		key := "web.clock_fast"
		if off < 0 {
			key = "web.clock_slow"
		}
		row.Clock = text.T(key, int(off.Abs().Minutes()))
	}
	return row
}

// base is the address under which the clerk sees the pages: most likely the one that devices reach too.
func (s *site) base(r *http.Request) string {
	if s.o.Secure {
		return "https://" + r.Host
	}
	return r.Host
}

func (s *site) newCode(w http.ResponseWriter, r *http.Request) {
	note := r.PostFormValue("note")
	if len(note) > 200 {
		s.fail(w, r, http.StatusBadRequest, errForm)
		return
	}
	code, err := s.office.NewCode(r.Context(), note)
	if err != nil {
		s.fail(w, r, http.StatusInternalServerError, err)
		return
	}
	s.sessions.keepCode(token(r), code, note)
	http.Redirect(w, r, "/devices", http.StatusSeeOther)
}

// revoke shuts a device out, or with on=0 lets it in again.
func (s *site) revoke(w http.ResponseWriter, r *http.Request) {
	dev, err := strconv.ParseUint(r.PathValue("dev"), 10, 32)
	if err == nil {
		err = s.office.Revoke(r.Context(), uint32(dev), r.PostFormValue("on") != "0")
	}
	if err != nil {
		s.fail(w, r, http.StatusNotFound, err)
		return
	}
	http.Redirect(w, r, "/devices", http.StatusSeeOther)
}

func deviceName(d office.Device) string {
	if d.Name == "" {
		return fmt.Sprintf("%08X", d.Dev)
	}
	return d.Name
}
