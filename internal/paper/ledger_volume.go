package paper

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// VolumeRows is how many rows one file holds at most: about 700 sheets, which is what can still be bound, and 70 MB while it is
// drawn, because a page stays in memory until its file is whole.
const VolumeRows = 10_000

// ErrLong is a ledger too long for one file: Volumes parts it.
var ErrLong = text.NewError("paper.ledger_long")

// Volume is a ledger, or the part of a long one that is bound by itself (分册), with signatures and seal of its own. Numbers go on
// from volume to volume.
type Volume struct {
	report.Table
	n, of       int
	first, last string // villages
}

// Volumes parts a ledger that is too long for one file, between villages wherever there is one to end with.
func Volumes(t report.Table) []Volume {
	if len(t.Rows) <= VolumeRows {
		return []Volume{{Table: t, n: 1, of: 1}}
	}
	village := slices.IndexFunc(t.Columns, func(c report.Column) bool { return c.Key == survey.Village })
	at := func(row int) string {
		if village < 0 || village >= len(t.Rows[row]) {
			return ""
		}
		return t.Rows[row][village]
	}
	var out []Volume
	for from := 0; from < len(t.Rows); {
		to := endOf(from, len(t.Rows), at)
		out = append(out, Volume{Table: rowsOf(t, from, to), first: at(from), last: at(to - 1)})
		from = to
	}
	for i := range out {
		v := &out[i]
		v.n, v.of = i+1, len(out)
		v.Title += text.T("paper.volume", v.n, v.of)
		if v.first != "" && v.last != "" {
			v.Note = append([]string{text.T("paper.volume_villages", v.villages())}, t.Note...)
		}
	}
	return out
}

// endOf is where a volume ends: where a village does, or where it is full, if one village fills half of it.
func endOf(from, rows int, village func(int) string) int {
	full := min(from+VolumeRows, rows)
	for to := full; to > from+VolumeRows/2 && to < rows; to-- {
		if village(to) != village(to-1) {
			return to
		}
	}
	return full
}

// rowsOf is some rows of a table. What its sums say is true of the whole and stands in each part.
func rowsOf(t report.Table, from, to int) report.Table {
	t.Rows = t.Rows[from:to]
	t.IDs = t.IDs[min(from, len(t.IDs)):min(to, len(t.IDs))]
	t.Totals = t.Totals[min(from, len(t.Totals)):min(to, len(t.Totals))]
	return t
}

func (v Volume) villages() string {
	if v.first == v.last {
		return v.first
	}
	return text.T("paper.volume_from_to", v.first, v.last)
}

// Path is the name of the file that a volume of the ledger meant for path goes into.
func (v Volume) Path(path string) string {
	if v.of == 1 {
		return path
	}
	ending := filepath.Ext(path)
	return fmt.Sprintf("%s%s%s", strings.TrimSuffix(path, ending), text.T("paper.volume", v.n, v.of), ending)
}
