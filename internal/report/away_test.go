package report_test

import (
	"strings"
	"testing"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
)

// youth puts a young person who left school into a source.
func youth(src *report.Source, id string, more ...string) {
	a := []string{survey.FullName, "青" + id, survey.IDNo, "", survey.Born, "2007-03-01", survey.Education, "初中", survey.GoesOn, "否"}
	family(src, id, here, nil, append(a, more...))
}

func cellOf(t *testing.T, table report.Table, key string) string {
	t.Helper()
	for i, c := range table.Columns {
		if c.Key == key {
			return table.Rows[len(table.Rows)-1][i]
		}
	}
	t.Fatalf("no column %s", key)
	return ""
}

func TestWhoServesInTheArmyIsAwayAndNotLost(t *testing.T) {
	src := report.Source{On: november}
	youth(&src, "a", survey.LeftWhy, "参军", survey.LeftOn, "2026-09-10")
	youth(&src, "b", survey.LeftWhy, "户籍迁出", survey.LeftOn, "2026-09-10")
	src.Settle()
	sums := report.LeftSchoolSums(src, report.Filter{})
	if cellOf(t, sums, "base") != "2" || cellOf(t, sums, "fate_参军") != "1" || cellOf(t, sums, "fate_失联或迁出") != "1" || sums.Check() != nil {
		t.Errorf("%v, %v", sums.Rows, sums.Check())
	}
	if got := ids(t, "lianghousheng", src, report.Filter{}); len(got) != 0 {
		t.Errorf("away, so in no ledger: %v", got)
	}
	if got := ids(t, "lianghousheng", src, report.Filter{On: "2026-09-01"}); len(got) != 2 {
		t.Errorf("before they went: %v", got)
	}
}

func TestTheLedgerSaysWhoseDestinationIsMissingBeforeItIsSummedUp(t *testing.T) {
	src := report.Source{On: november}
	youth(&src, "a", survey.Destination, "外出务工")
	youth(&src, "b")
	src.Settle()
	note := report.LeftSchool(src, report.Filter{}).Note[0]
	if !strings.Contains(note, "底数2人") || !strings.Contains(note, "看不出的1人（青b）") {
		t.Errorf("%s", note)
	}
	sums := report.LeftSchoolSums(src, report.Filter{})
	if err := sums.Check(); err == nil || cellOf(t, sums, "unknown") != "1" {
		t.Errorf("the table of the same people: %v", err)
	}
	if note := report.LeftSchool(src, report.Filter{Public: true}).Note[0]; strings.Contains(note, "青b") {
		t.Errorf("on a wall nobody is named: %s", note)
	}
	if note := report.LeftSchool(src, report.Filter{Village: there}).Note[0]; !strings.Contains(note, "底数0人") {
		t.Errorf("of another village: %s", note)
	}
}

func TestWhatOnlyPutTheRegisterRightIsNoEventOfPeople(t *testing.T) {
	src := report.Source{On: november}
	youth(&src, "a")
	for id, kind := range map[string]string{"1": "婚出", "2": "合并登记", "3": "改错", "4": "户主变更"} {
		src.Put(registry.TypeEvent, id, survey.Answers{survey.OfPerson: "a", survey.OfHousehold: "ha", survey.EventKind: kind, survey.EventOn: "2026-08-01"})
	}
	src.Settle()
	table := report.Changes(src, report.Filter{})
	sorts := map[string]int{}
	for _, r := range table.Rows {
		for i, c := range table.Columns {
			if c.Key == "sort" {
				sorts[r[i]]++
			}
		}
	}
	if sorts["登记更正"] != 2 || sorts["人口变动"] != 1 || sorts["户的变动"] != 1 {
		t.Errorf("%v", sorts)
	}
	if len(table.Note) != 1 || !strings.Contains(table.Note[0], "变动2条") || !strings.Contains(table.Note[0], "更正2条") {
		t.Errorf("%v", table.Note)
	}
}
