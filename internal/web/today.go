package web

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"ruhu/internal/office"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

type todayData struct {
	office.Today
	NewWords string  // "3 persons, 1 household"
	Totals   []total // by type
	Last     []batchRow
	Open     int // codes that wait to be used
}

type total struct {
	Label string
	Path  string // of the list
	Count int
}

// lastBatches is how many batches the first page shows.
const lastBatches = 8

func (s *site) today(w http.ResponseWriter, r *http.Request) {
	d := todayData{}
	var err error
	if d.Today, err = s.office.Today(r.Context()); err == nil {
		d.Last, err = s.batchRows(r.Context(), lastBatches)
	}
	if err == nil {
		var codes []office.Code
		codes, err = s.office.Codes(r.Context())
		d.Open = len(codes)
	}
	if err != nil {
		s.fail(w, r, http.StatusInternalServerError, err)
		return
	}
	d.NewWords, d.Totals = counted(d.New), totals(d.Living)
	s.show(w, r, http.StatusOK, "today", text.T("web.today"), d)
}

// types in the order in which people think of them.
var types = func() (list []string) {
	for _, t := range survey.Tables {
		list = append(list, t.Name)
	}
	return append(list, training.TypeClass, training.TypeSession, training.TypeEnrolment, training.TypeMark,
		training.TypeInspection, training.TypeCheckCall, training.TypeFeedback, training.TypeClaim, training.TypeSeal)
}()

func totals(by map[string]int) (list []total) {
	for _, typ := range ordered(by) {
		list = append(list, total{typeLabel(typ), "/records/" + url.PathEscape(typ), by[typ]})
	}
	return list
}

// counted puts counts by type into words.
func counted(by map[string]int) string {
	var parts []string
	for _, typ := range ordered(by) {
		parts = append(parts, countWord(typ, by[typ]))
	}
	return strings.Join(parts, text.T("web.comma"))
}

// ordered gives the types of by: those that we know in their order, then the others.
func ordered(by map[string]int) (list []string) {
	for _, typ := range types {
		if by[typ] > 0 {
			list = append(list, typ)
		}
	}
	known := len(list)
	for typ, n := range by {
		if n > 0 && !slices.Contains(types, typ) {
			list = append(list, typ)
		}
	}
	slices.Sort(list[known:])
	return list
}

// countWord is so many of a type, with the word that people count them by.
func countWord(typ string, n int) string {
	if text.Has("web.n." + typ) {
		return text.T("web.n."+typ, n)
	}
	return text.T("web.count", typ, n)
}

func typeLabel(typ string) string {
	if text.Has("web.type." + typ) {
		return text.T("web.type." + typ)
	}
	return typ
}

// deviceNames gives the names of the devices by number.
func (s *site) deviceNames(ctx context.Context) (map[uint32]string, error) {
	list, err := s.office.Devices(ctx)
	names := map[uint32]string{}
	for _, d := range list {
		names[d.Dev] = deviceName(d)
	}
	return names, err
}
