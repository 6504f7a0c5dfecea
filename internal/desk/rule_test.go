package desk_test

import (
	"errors"
	"strings"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/quality"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
)

// listed are the people on a ledger.
func listed(t report.Table) string {
	var out []string
	for i, c := range t.Columns {
		if c.Key == survey.FullName {
			for _, r := range t.Rows {
				out = append(out, r[i])
			}
		}
	}
	return strings.Join(out, " ")
}

// cell is what a column says in the first row.
func cell(t report.Table, key string) string {
	for i, c := range t.Columns {
		if c.Key == key && len(t.Rows) > 0 {
			return t.Rows[0][i]
		}
	}
	return ""
}

func TestACountysAgeChangesTheLedgerAndTheSentenceFromThisYearOn(t *testing.T) {
	d, house, _ := oneFamily(t)
	a := somebody(house, "王小云", idNo("20110501", "020")) // 15 on 2026-11-20
	a[survey.Relation], a[survey.Education] = "之女", "初中"
	must[string](t)(d.SavePerson("", a, desk.Anyway("试")))
	ledger := func(f report.Filter) report.Table { return must[report.Table](t)(d.Ledger("lianghousheng", f)) }
	if got := listed(ledger(report.Filter{})); got != "" {
		t.Fatalf("by the rule that ships: %s", got)
	}
	must[string](t)(d.SaveRule("left_school", "{\n  \"min_age\": 15,\n  \"source\": \"县文\"\n}"))
	now := ledger(report.Filter{})
	if got := listed(now); got != "王小云" {
		t.Errorf("by the county's rule: %q", got)
	}
	if why := cell(now, "why"); !strings.Contains(why, "15—22") {
		t.Errorf("why: %s", why)
	}
	if !strings.Contains(strings.Join(now.Note, ""), "15—22") {
		t.Errorf("口径: %v", now.Note)
	}
	if got := ledger(report.Filter{On: "2025-12-31"}); listed(got) != "" || !strings.Contains(strings.Join(got.Note, ""), "16—22") {
		t.Errorf("last year's ledger is made by last year's rule: %q %v", listed(got), got.Note)
	}
	r := must[desk.Rule](t)(d.Rule("left_school"))
	if !r.Own || r.From != "2026-01-01" || r.Source != "县文" || !strings.Contains(r.Whole, `"max_age": 22`) {
		t.Errorf("%+v", r)
	}
	must[string](t)(d.Undo())
	if got := listed(ledger(report.Filter{})); got != "" {
		t.Errorf("taken back: %s", got)
	}
}

func TestARuleFromALaterDayLeavesTheEarlierOne(t *testing.T) {
	d, _ := sit(t)
	must[string](t)(d.SaveRule("labour", `{"under_women": 60}`, desk.From("2024-01-01")))
	must[string](t)(d.SaveRule("labour", `{"under_women": 58}`, desk.From("2026-01-01")))
	must[string](t)(d.SaveRule("labour", `{"under_women": 59}`, desk.From("2026-01-01"))) // the same day: replaced
	versions := must[[]desk.Rule](t)(d.RuleVersions("labour"))
	if len(versions) != 3 || versions[2].Own {
		t.Fatalf("%+v", versions)
	}
	if n := d.RuleBook().Labour(d.Today()).UnderWomen; n != 59 {
		t.Errorf("now %d", n)
	}
	if n := d.RuleBook().Labour(d.Today().AddDate(-1, 0, 0)).UnderWomen; n != 60 {
		t.Errorf("a year ago %d", n)
	}
	if err := d.DropRule("labour"); err != nil {
		t.Fatal(err)
	}
	if r := must[desk.Rule](t)(d.Rule("labour")); r.Own || d.RuleBook().Labour(d.Today()).UnderWomen != 55 {
		t.Errorf("%+v", r)
	}
}

func TestTheRuleOfEnrolmentIsTheCountys(t *testing.T) {
	d, _ := sit(t)
	class, people := classOf(t, d)
	in := func() bool {
		for _, c := range must[[]desk.Candidate](t)(d.Candidates(class)) {
			if c.Person.ID == people[1] { // 76 years old
				return c.Verdict.In
			}
		}
		t.Fatal("no candidate")
		return false
	}
	if in() {
		t.Error("by the rule that ships")
	}
	must[string](t)(d.SaveRule("enrol", `{"max_age_men": 80}`))
	if !in() {
		t.Error("by the county's rule")
	}
}

func TestACountysTableHasItsColumns(t *testing.T) {
	d, _, _ := oneFamily(t)
	must[string](t)(d.SaveRule("yuebao", `{"columns": [{"key": "all", "label": "在册人数", "count": "people", "where": ["here"]}], "sums": []}`))
	table := must[report.Table](t)(d.Ledger("yuebao", report.Filter{}))
	if len(table.Columns) != 3 || table.Columns[2].Label != "在册人数" || table.Rows[len(table.Rows)-1][2] != "1" {
		t.Errorf("%+v %v", table.Columns, table.Rows)
	}
	if table := must[report.Table](t)(d.Ledger("yuebao", report.Filter{From: "2025-03"})); len(table.Columns) < 20 {
		t.Errorf("last year's table is as it was: %d columns", len(table.Columns))
	}
	for _, wrong := range []string{`{"columns": [{"key": "a", "label": "甲", "count": "people", "where": ["rich"]}]}`, `{"sums": [{"whole": "nothing", "parts": []}]}`} {
		if _, err := d.SaveRule("yuebao", wrong); !errors.Is(err, rules.ErrValue) {
			t.Errorf("%s: %v", wrong, err)
		}
	}
}

func TestACountysChecksAreARuleThatTravels(t *testing.T) {
	d, house, person := oneFamily(t)
	a := must[registry.Person](t)(d.Person(person)).Unpack()
	delete(a, survey.Phone)
	must[string](t)(d.SavePerson(person, a, desk.Anyway("试")))
	finds := func(code string) (n int) {
		for _, f := range must[[]quality.Finding](t)(d.Quality()) {
			if f.Check == code {
				n++
			}
		}
		return n
	}
	if finds("phone_missing") != 1 {
		t.Fatalf("phone_missing: %d, of %s", finds("phone_missing"), house)
	}
	set := must[quality.Set](t)(d.Checks())
	for i := range set {
		set[i].On = set[i].On && set[i].Code != "phone_missing"
	}
	if err := d.SaveChecks(set); err != nil {
		t.Fatal(err)
	}
	if finds("phone_missing") != 0 {
		t.Error("the check is off")
	}
	r := must[desk.Rule](t)(d.Rule("checks"))
	if !r.Own || strings.Count(r.Text, "code") != 1 {
		t.Errorf("only what differs is kept: %s", r.Text)
	}
	if all := must[[]registry.Record](t)(d.Records(registry.TypeRule, "")); len(all) != 1 {
		t.Errorf("a record like any other: %v", all)
	}
	if err := d.SaveChecks(nil); err != nil || finds("phone_missing") != 1 {
		t.Errorf("back to those that ship: %v", err)
	}
}

func TestAWrongRuleIsRefusedAndChangesNothing(t *testing.T) {
	d, _ := sit(t)
	if _, err := d.SaveRule("left_school", `{"min_age": "15"}`); !errors.Is(err, rules.ErrKind) {
		t.Error(err)
	}
	if _, err := d.SaveRule("nothing", `{}`); !errors.Is(err, rules.ErrUnknown) {
		t.Error(err)
	}
	for _, r := range must[[]desk.Rule](t)(d.Rules()) {
		if r.Own || r.Title == "" || r.From == "" && r.Name != "checks" {
			t.Errorf("%+v", r)
		}
	}
}

func TestLagsSayHowLateAVillageWritesDown(t *testing.T) {
	d, house, _ := oneFamily(t)
	must[string](t)(d.SaveVisit("", survey.Answers{survey.OfHousehold: house, survey.VisitedOn: "2026-01-05", survey.Visitor: "李文忠", survey.Method: "入户"}, desk.Anyway("试")))
	lags := must[[]quality.Lag](t)(d.Lags())
	if len(lags) != 1 || lags[0].Village != zuomen || lags[0].Records != 1 || lags[0].Late != 1 || lags[0].Worst < 30 {
		t.Fatalf("%+v", lags)
	}
	must[string](t)(d.SaveRule("checks", `{"checks": [{"code": "late_entry", "numbers": {"days": 10000}}]}`))
	if lags := must[[]quality.Lag](t)(d.Lags()); lags[0].Late != 0 {
		t.Errorf("by the county's number of days: %+v", lags)
	}
	if table := must[report.Table](t)(d.LagTable()); table.Count() != 1 || !strings.Contains(table.Note[0], "10000") {
		t.Errorf("%+v", table)
	}
}
