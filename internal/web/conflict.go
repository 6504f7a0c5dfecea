package web

import (
	"net/http"

	"ruhu/internal/change"
	"ruhu/internal/office"
	"ruhu/internal/text"
)

type conflictRow struct {
	Type  string
	About string
	Path  string
	Field string
	Heads []headRow
	Note  string // of a deletion against an edit
}

type headRow struct {
	Value  string
	Actor  string
	Device string
	At     office.Millis
	Shown  bool // the one that counts for now
}

type conflictsData struct {
	Rows []conflictRow
	Full bool
}

func (s *site) conflicts(w http.ResponseWriter, r *http.Request) {
	d := conflictsData{Full: r.URL.Query().Get("full") == "1"}
	names, err := s.deviceNames(r.Context())
	if err != nil {
		s.fail(w, r, http.StatusInternalServerError, err)
		return
	}
	list, err := s.office.Conflicts(r.Context())
	if err != nil {
		s.fail(w, r, http.StatusInternalServerError, err)
		return
	}
	v := s.viewer(r.Context(), d.Full)
	for _, e := range list {
		for _, c := range e.Conflicts {
			d.Rows = append(d.Rows, v.conflict(e.Entity, c, names))
		}
	}
	s.show(w, r, http.StatusOK, "conflicts", text.T("web.conflicts"), d)
}

func (v *viewer) conflict(e change.Entity, c change.Conflict, names map[uint32]string) conflictRow {
	row := conflictRow{Type: typeLabel(e.Type), About: v.title(e), Path: recordPath(e.Type, e.ID), Field: text.T("web.deletion")}
	if c.Field == change.Deleted {
		row.Note = text.T("web.deletednote", len(c.Edited))
	}
	for i, h := range c.Heads {
		hr := headRow{Actor: h.Actor, Device: names[h.Stamp.Dev], At: office.MillisOf(h.Stamp.When()), Shown: i == 0}
		if c.Field == change.Deleted {
			hr.Value = text.T("web.deleted")
			if h.Value == "" {
				hr.Value = text.T("web.notdeleted")
			}
		} else {
			f, _ := v.field(c.Type, c.Field, h.Value)
			row.Field, hr.Value = f.Label, f.Value
		}
		row.Heads = append(row.Heads, hr)
	}
	return row
}
