package report_test

import (
	"slices"
	"strings"
	"testing"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
)

// progress reads a cell of the table of targets: of the first row that has words in some column.
func progress(t *testing.T, table report.Table, words, key string) string {
	t.Helper()
	col := slices.IndexFunc(table.Columns, func(c report.Column) bool { return c.Key == key })
	row := slices.IndexFunc(table.Rows, func(r []string) bool { return strings.Contains(strings.Join(r, "|"), words) })
	if row < 0 || col < 0 {
		t.Fatalf("no row with %q or no column %q: %v", words, key, table.Rows)
	}
	return table.Rows[row][col]
}

func aimed(src *report.Source, id string, kv ...string) {
	a := survey.Answers{survey.TargetTask: id, survey.TargetFrom: "2026-01-01", survey.TargetUntil: "2026-12-31"}
	for i := 0; i < len(kv); i += 2 {
		a[kv[i]] = kv[i+1]
	}
	src.Put(registry.TypeTarget, id, a)
}

func TestWhatIsDoneForATargetIsCountedInItsUnit(t *testing.T) {
	souls, src := township(11, 300)
	aimed(&src, "贫困劳动力培训", survey.TargetNo, "1", survey.TargetGroup, "脱贫劳动力", survey.TargetNumber, "200", survey.TargetUnit, "人次", survey.TargetSource, "附表", survey.TargetShares, "左门村委会:50;教体局:30", survey.TargetLead, "人社局")
	aimed(&src, "正文的数", survey.TargetNo, "2", survey.TargetGroup, "脱贫劳动力", survey.TargetNumber, "400", survey.TargetUnit, "人", survey.TargetSource, "正文")
	src.Settle()
	table := report.Targets(src, report.Filter{})
	turns, heads, all := 0, 0, 0
	for _, s := range souls {
		done := s.finished("2026-01-01", "2026-11-22")
		if s.poor {
			turns, heads, all = turns+len(done), heads+one(len(done) > 0), all+len(done)
		}
	}
	for key, want := range map[string]string{"turns": itoa(turns), "heads": itoa(heads), "rate": share(turns, 200), "number": "200", "lead": "人社局"} {
		if got := progress(t, table, "附表", key); got != want {
			t.Errorf("%s: %s, want %s", key, got, want)
		}
	}
	if got := progress(t, table, "正文的数", "rate"); got != share(heads, 400) {
		t.Errorf("people are counted as people: %s, want %s", got, share(heads, 400))
	}
	if got := progress(t, table, "附表", "remark"); !strings.Contains(got, "正文") || !strings.Contains(got, "400人") {
		t.Errorf("the contradiction is named: %q", got)
	}
	if got := progress(t, table, "每人每班只计一次", "turns"); got != itoa(all) {
		t.Errorf("in all each counts once: %s, want %d", got, all)
	}
	if progress(t, table, "教体局", "turns") != "" || progress(t, table, "教体局", "number") != "30" {
		t.Error("an office's own share cannot be counted here")
	}
	for r := range table.Rows {
		for c, col := range table.Columns {
			if col.Of != "" && table.Rows[r][c] != "" && table.Rows[r][c] != itoa(len(table.Behind[r][c])) {
				t.Errorf("%s: %s with %d behind it", col.Label, table.Rows[r][c], len(table.Behind[r][c]))
			}
		}
	}
}

func TestATargetOfThreeYearsFallsInThirdsFromItsFirstDay(t *testing.T) {
	cases := []struct{ on, turns, due string }{
		{"2026-11-22", "1", "1000"}, // the first year: 7 September 2026 on
		{"2027-09-06", "1", "1000"},
		{"2027-09-07", "0", "1000"},
		{"2030-01-01", "0", "1000"}, // after its end the last year stays
	}
	_, src := township(12, 0)
	family(&src, "a", here, []string{survey.HouseType, "脱贫户"}, nil)
	src.Put("enrolment", "e", survey.Answers{"class": "c2", "person": "a"}) // ended on 31 October 2026
	aimed(&src, "三年任务", survey.TargetNumber, "3000", survey.TargetUnit, "人次", survey.TargetFrom, "2026-09-07", survey.TargetUntil, "2029-09-06")
	src.Settle()
	for _, c := range cases {
		table := report.Targets(src, report.Filter{On: c.on})
		if got, due := progress(t, table, "三年任务", "year_turns"), progress(t, table, "三年任务", "year_number"); got != c.turns || due != c.due {
			t.Errorf("on %s: %s done of %s", c.on, got, due)
		}
	}
	if table := report.Targets(src, report.Filter{On: "2026-09-06"}); table.Count() != 1 {
		t.Errorf("a target that has not begun is not there: %v", table.Rows)
	}
}

func TestTheMonthlyReportShowsTheTargetOfTheYear(t *testing.T) {
	_, src := township(13, 100)
	aimed(&src, "总任务", survey.TargetNumber, "300", survey.TargetUnit, "人次", survey.TargetShares, "左门村民委员会：120")
	src.Settle()
	table := report.Monthly(src, report.Filter{})
	if got := number(t, table, "", "target"); got != 300 {
		t.Errorf("the whole is %d", got)
	}
	aimed(&src, "另一个来源", survey.TargetNumber, "500", survey.TargetUnit, "人次")
	src.Settle()
	col := slices.IndexFunc(table.Columns, func(c report.Column) bool { return c.Key == "target" })
	last := report.Monthly(src, report.Filter{}).Rows
	if got := last[len(last)-1][col]; got != "300／500" {
		t.Errorf("sources that contradict each other stand side by side: %q", got)
	}
}
