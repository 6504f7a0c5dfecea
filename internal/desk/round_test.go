package desk_test

import (
	"context"
	"path/filepath"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/intake"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
)

// TestWhatALedgerOfEverybodyShowsComesBackByImport takes the lists of a township in, writes everybody out, and takes that into an
// empty register.
func TestWhatALedgerOfEverybodyShowsComesBackByImport(t *testing.T) {
	d := ofTownship(t)
	for _, list := range []string{"export.csv", "labour.xlsx"} {
		p := must[*intake.Plan](t)(d.PlanImport(lists + list))
		must[desk.ImportResult](t)(d.Import(context.Background(), p, nil))
	}
	for _, ending := range []string{".xlsx", ".csv"} {
		t.Run(ending, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "人口"+ending)
			want := must[report.Table](t)(d.SaveLedger("renkou", path, report.Filter{}))
			other := ofTownship(t)
			p := must[*intake.Plan](t)(other.PlanImport(path))
			must[desk.ImportResult](t)(other.Import(context.Background(), p, nil))
			byName := map[[2]string][]string{}
			got := must[report.Table](t)(other.Ledger("renkou", report.Filter{}))
			key := func(row []string) [2]string {
				return [2]string{cellOf(want, row, survey.FullName), cellOf(want, row, survey.IDNo)}
			}
			for _, row := range got.Rows {
				byName[key(row)] = row
			}
			lost := 0
			for _, row := range want.Rows {
				for i, c := range want.Columns {
					if have := byName[key(row)]; i > 0 && (have == nil || have[i] != row[i]) {
						if lost++; lost < 20 {
							t.Errorf("%s of %s: %q, want %q", c.Label, key(row), append(have, make([]string, 99)...)[i], row[i])
						}
					}
				}
			}
			if n := other.Store().Counts()[registry.TypePerson]; n < 200 || n != want.Count() || lost > 0 {
				t.Errorf("%d people of %d, %d cells are lost", n, want.Count(), lost)
			}
		})
	}
}

func cellOf(t report.Table, row []string, key string) string {
	for i, c := range t.Columns {
		if c.Key == key {
			return row[i]
		}
	}
	return ""
}
