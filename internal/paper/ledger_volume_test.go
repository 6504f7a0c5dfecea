package paper_test

import (
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ruhu/internal/paper"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
)

// longLedger has so many rows, in villages of some size.
func longLedger(rows, ofVillage int) report.Table {
	t := report.Table{Title: "劳动力台账", Of: registry.TypePerson, Columns: []report.Column{{Key: "no", Label: "序号", Right: true}, {Key: survey.Village, Label: "村"}}}
	for i := range rows {
		t.Rows = append(t.Rows, []string{strconv.Itoa(i + 1), "第" + strconv.Itoa(i/ofVillage+1) + "村"})
		t.IDs = append(t.IDs, "p"+strconv.Itoa(i+1))
	}
	return t
}

func TestALongLedgerIsBoundInVolumesThatLoseNoRow(t *testing.T) {
	for _, c := range []struct {
		name                     string
		rows, ofVillage, volumes int
	}{
		{"one volume", paper.VolumeRows, 700, 1},
		{"villages", 2*paper.VolumeRows + 1, 3000, 3},
		{"a village larger than a volume", 2*paper.VolumeRows + 1, 5 * paper.VolumeRows, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			whole := longLedger(c.rows, c.ofVillage)
			var rows [][]string
			var ids []string
			all := paper.Volumes(whole)
			for _, v := range all {
				rows, ids = append(rows, v.Rows...), append(ids, v.IDs...)
			}
			if len(all) != c.volumes || !slices.EqualFunc(rows, whole.Rows, slices.Equal) || !slices.Equal(ids, whole.IDs) {
				t.Errorf("%d volumes with %d rows and %d ids", len(all), len(rows), len(ids))
			}
		})
	}
}

func TestAVolumeEndsWithAVillageAndSaysWhichItHolds(t *testing.T) {
	all := paper.Volumes(longLedger(2*paper.VolumeRows, 3000))
	first := all[0]
	if len(first.Rows) != 9000 || first.Title != "劳动力台账（第1册，共3册）" || !strings.Contains(first.Note[0], "第1村至第3村") {
		t.Errorf("%d rows in %s, %s", len(first.Rows), first.Title, first.Note)
	}
	if got := first.Path("/台账/劳动力.pdf"); got != "/台账/劳动力（第1册，共3册）.pdf" {
		t.Error(got)
	}
	if got := paper.Volumes(longLedger(3, 1))[0].Path("/台账/劳动力.pdf"); got != "/台账/劳动力.pdf" {
		t.Errorf("a ledger of one volume goes into %s", got)
	}
	last := all[2]
	if r, err := paper.Ledger(io.Discard, last.Table, paper.Options{At: printedAt}); err != nil || r.Pages < 2 {
		t.Errorf("%d pages, %v", r.Pages, err)
	}
}

func TestALedgerTooLongForAFileIsRefusedWithItsLength(t *testing.T) {
	_, err := paper.Ledger(io.Discard, longLedger(paper.VolumeRows+1, 10), paper.Options{At: printedAt})
	if !errors.Is(err, paper.ErrLong) {
		t.Error(err)
	}
}
