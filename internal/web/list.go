package web

import (
	"cmp"
	"net/http"
	"net/url"
	"strings"

	"ruhu/internal/text"
)

// listData is a page of all records of a type.
type listData struct {
	Label string
	Rows  []partRow
	Next  string // the page that follows
	First string // the first page; "" on it
}

// perPage is how many records a page lists.
const perPage = 100

// list shows the records of a type by id, which is the order in which they were made.
func (s *site) list(w http.ResponseWriter, r *http.Request) {
	typ, after := r.PathValue("type"), r.URL.Query().Get("after")
	all, err := s.office.Entities(r.Context(), typ, after, perPage+1)
	if err != nil {
		s.fail(w, r, http.StatusInternalServerError, err)
		return
	}
	here := "/records/" + url.PathEscape(typ)
	d := listData{Label: typeLabel(typ)}
	if after != "" {
		d.First = here
	}
	if len(all) > perPage {
		all = all[:perPage]
		d.Next = here + "?after=" + url.QueryEscape(all[perPage-1].ID)
	}
	v := s.viewer(r.Context(), false)
	for _, e := range all {
		d.Rows = append(d.Rows, partRow{dayOf(e), recordPath(typ, e.ID), cmp.Or(strings.TrimSpace(v.title(e)), text.T("web.untitled"))})
	}
	s.show(w, r, http.StatusOK, "list", d.Label, d)
}
