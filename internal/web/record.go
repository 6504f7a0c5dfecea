package web

import (
	"context"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"ruhu/internal/blob"
	"ruhu/internal/change"
	"ruhu/internal/office"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// recordData is one record as it stands, with the pictures that belong to it.
type recordData struct {
	Type, Title string
	Path        string // of this page
	Deleted     bool
	Fields      []fieldRow
	Links       []link      // whom and what it belongs to
	Parts       []partGroup // what belongs to it
	Pictures    []pictureRow
	Full        bool // values and pictures are shown
}

// link leads to a record; Label says what that is to the one it stands on.
type link struct{ Label, Path, Title string }

// pictureRow is an attachment and how much of it came.
type pictureRow struct {
	Kind, Caption, Size string
	Path                string // of the picture; empty while not all of it is here
	Image               bool   // the browser can show it
	Came                int    // per cent
}

func recordPath(typ, id string) string {
	return "/records/" + url.PathEscape(typ) + "/" + url.PathEscape(id)
}

// record shows one record. Values are masked and pictures are not loaded until somebody asks for them.
func (s *site) record(w http.ResponseWriter, r *http.Request) {
	e, err := s.office.Entity(r.Context(), r.PathValue("type"), r.PathValue("id"))
	if err != nil {
		s.fail(w, r, http.StatusNotFound, err)
		return
	}
	v := s.viewer(r.Context(), r.URL.Query().Get("full") == "1")
	d := recordData{Type: typeLabel(e.Type), Title: v.title(e), Path: recordPath(e.Type, e.ID), Deleted: e.Deleted(), Full: v.full, Links: v.links(e)}
	for _, key := range v.keysInOrder(e.Type, slices.Collect(maps.Keys(e.Values()))) {
		if f, shown := v.field(e.Type, key, e.Value(key)); shown {
			d.Fields = append(d.Fields, f)
		}
	}
	parts, err := s.parts(r.Context(), office.Ref{Type: e.Type, ID: e.ID})
	if err == nil {
		d.Parts = v.groups(parts)
		d.Pictures, err = s.pictures(r.Context(), append(parts, e))
	}
	if err != nil {
		s.fail(w, r, http.StatusInternalServerError, err)
		return
	}
	s.show(w, r, http.StatusOK, "record", strings.TrimSpace(d.Type+" "+d.Title), d)
}

// pictures gives those of some records that have one.
func (s *site) pictures(ctx context.Context, records []change.Entity) (rows []pictureRow, err error) {
	for _, e := range records {
		name, err := blob.Parse(e.Value(blob.Field))
		if err != nil {
			continue
		}
		h, err := s.office.BlobHead(ctx, name)
		if err != nil {
			return nil, err
		}
		row := pictureRow{Kind: e.Value(survey.AttachKind), Caption: e.Value(survey.Caption), Image: strings.HasPrefix(e.Value(survey.Mime), "image/")}
		if n, err := strconv.Atoi(e.Value(survey.Bytes)); err == nil {
			row.Size = size(n)
		}
		switch {
		case h.Whole():
			row.Path, row.Size = "/blobs/"+name.String(), size(int(h.Size))
		case h.Size > 0:
			row.Came = 100 * h.Have / blob.Pieces(h.Size)
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// shownInline are the kinds of picture that a browser shows without running anything in them; all else is only saved.
var shownInline = map[string]string{"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp", "image/bmp": ".bmp"}

// blob gives a picture. What it is its first bytes say, not the device that sent it.
func (s *site) blob(w http.ResponseWriter, r *http.Request) {
	name, err := blob.Parse(r.PathValue("hash"))
	if err != nil {
		s.fail(w, r, http.StatusNotFound, err)
		return
	}
	content, length, err := s.office.Blob(r.Context(), name)
	if err != nil {
		s.fail(w, r, http.StatusNotFound, err)
		return
	}
	b, err := io.ReadAll(content)
	if err != nil {
		s.fail(w, r, http.StatusInternalServerError, err)
		return
	}
	kind := http.DetectContentType(b)
	if _, ok := shownInline[kind]; !ok {
		w.Header().Set("Content-Disposition", `attachment; filename="`+name.String()[:8]+endingOf(kind)+`"`)
		kind = "application/octet-stream"
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Length", strconv.FormatInt(length, 10))
	w.Write(b)
}

func endingOf(kind string) string {
	if kind == "application/pdf" {
		return ".pdf"
	}
	return ""
}

// Waiting says how much of a picture is here.
func (p pictureRow) Waiting() string {
	if p.Came > 0 {
		return text.T("web.partcame", p.Came)
	}
	return text.T("web.notcame")
}
