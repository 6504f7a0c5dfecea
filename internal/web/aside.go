package web

import (
	"net/http"
	"strconv"

	"ruhu/internal/change"
	"ruhu/internal/office"
	"ruhu/internal/text"
)

type asideRow struct {
	office.Aside
	Device string
	Why    string
	Type   string
	About  string
	Batch  string
}

const mostAsides = 300

func (s *site) asides(w http.ResponseWriter, r *http.Request) {
	names, err := s.deviceNames(r.Context())
	if err != nil {
		s.fail(w, r, http.StatusInternalServerError, err)
		return
	}
	list, err := s.office.Asides(r.Context(), mostAsides)
	if err != nil {
		s.fail(w, r, http.StatusInternalServerError, err)
		return
	}
	v := s.viewer(r.Context(), false)
	var rows []asideRow
	for _, a := range list {
		rows = append(rows, v.aside(a, names[a.Dev]))
	}
	s.show(w, r, http.StatusOK, "asides", text.T("web.asides"), rows)
}

// settle takes one off what waits.
func (s *site) settle(w http.ResponseWriter, r *http.Request) {
	no, err := strconv.ParseInt(r.PathValue("no"), 10, 64)
	if err == nil {
		err = s.office.SettleAside(r.Context(), no)
	}
	if err != nil {
		s.fail(w, r, http.StatusNotFound, err)
		return
	}
	http.Redirect(w, r, "/asides", http.StatusSeeOther)
}

// aside says of a change that was set aside as much as can be told of it.
func (v *viewer) aside(a office.Aside, device string) asideRow {
	args := make([]any, len(a.Args))
	for i, s := range a.Args {
		args[i] = s
	}
	row := asideRow{Aside: a, Device: device, Why: text.T(a.Reason, args...), Batch: a.Batch.String()}
	var c change.Change
	if c.UnmarshalBinary(a.Raw) != nil {
		return row
	}
	row.Type = typeLabel(c.Type)
	e := change.Entity{}
	e.Apply(c)
	if row.About = v.titleOf(c.Type, c.ID); row.About == "" {
		row.About = v.title(e)
	}
	return row
}
