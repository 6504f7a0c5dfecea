package web

import (
	"context"
	"encoding/hex"
	"net/http"

	"ruhu/internal/batch"
	"ruhu/internal/office"
	"ruhu/internal/text"
)

type batchRow struct {
	office.Batch
	ID       string
	Short    string
	Device   string
	NewWords string
	OldWords string
	Size     string
}

// Bounds of what one page shows.
const (
	mostBatches = 200
	mostChanges = 500
)

func (s *site) batches(w http.ResponseWriter, r *http.Request) {
	rows, err := s.batchRows(r.Context(), mostBatches)
	if err != nil {
		s.fail(w, r, http.StatusInternalServerError, err)
		return
	}
	s.show(w, r, http.StatusOK, "batches", text.T("web.batches"), rows)
}

func (s *site) batchRows(ctx context.Context, max int) (rows []batchRow, err error) {
	names, err := s.deviceNames(ctx)
	if err != nil {
		return nil, err
	}
	list, err := s.office.Batches(ctx, max)
	for _, b := range list {
		rows = append(rows, newBatchRow(b, names))
	}
	return rows, err
}

func newBatchRow(b office.Batch, names map[uint32]string) batchRow {
	return batchRow{Batch: b, ID: b.ID.String(), Short: b.ID.Short(), Device: names[b.Dev],
		NewWords: counted(b.New), OldWords: counted(b.Edited), Size: size(b.Bytes)}
}

func size(bytes int) string {
	if bytes < 1<<20 {
		return text.T("web.kb", float64(bytes)/(1<<10))
	}
	return text.T("web.mb", float64(bytes)/(1<<20))
}

type batchData struct {
	batchRow
	Changes []changeRow
	Left    int  // changes that the page has no room for
	Full    bool // values are shown whole
}

func (s *site) batch(w http.ResponseWriter, r *http.Request) {
	id, err := hex.DecodeString(r.PathValue("id"))
	if err != nil || len(id) != len(batch.ID{}) {
		s.fail(w, r, http.StatusNotFound, office.ErrNotFound)
		return
	}
	b, brought, err := s.office.Batch(r.Context(), batch.ID(id), mostChanges)
	if err != nil {
		s.fail(w, r, http.StatusNotFound, err)
		return
	}
	names, err := s.deviceNames(r.Context())
	if err != nil {
		s.fail(w, r, http.StatusInternalServerError, err)
		return
	}
	d := batchData{batchRow: newBatchRow(b, names), Full: r.URL.Query().Get("full") == "1"}
	d.Left = max(0, b.Changes()-b.Aside-len(brought))
	v := s.viewer(r.Context(), d.Full)
	for _, c := range brought {
		d.Changes = append(d.Changes, v.change(c))
	}
	s.show(w, r, http.StatusOK, "batch", text.T("web.batch", d.No), d)
}
