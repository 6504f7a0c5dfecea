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
	Other string // this page with everything shown, or masked again
	Full  bool
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
	d := listData{Label: typeLabel(typ), Full: r.URL.Query().Get("full") == "1"}
	d.Other = listPath(typ, after, !d.Full)
	if after != "" {
		d.First = listPath(typ, "", d.Full)
	}
	if len(all) > perPage {
		all = all[:perPage]
		d.Next = listPath(typ, all[perPage-1].ID, d.Full)
	}
	v := s.viewer(r.Context(), d.Full)
	for _, e := range all {
		d.Rows = append(d.Rows, partRow{dayOf(e), recordPath(typ, e.ID), cmp.Or(strings.TrimSpace(v.title(e)), text.T("web.untitled"))})
	}
	s.show(w, r, http.StatusOK, "list", d.Label, d)
}

func listPath(typ, after string, full bool) string {
	q := url.Values{}
	if after != "" {
		q.Set("after", after)
	}
	if full {
		q.Set("full", "1")
	}
	return strings.TrimSuffix("/records/"+url.PathEscape(typ)+"?"+q.Encode(), "?")
}
