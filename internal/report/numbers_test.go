package report_test

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// byHand counts souls, or what else f says of each, by village; "" is the total.
func byHand(souls []soul, f func(soul) int) map[string]int {
	out := map[string]int{}
	for _, s := range souls {
		n := f(s)
		out[s.village] += n
		out[""] += n
	}
	return out
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// number reads the number of a column, by key, in the row of a village; the last row is the total.
func number(t *testing.T, table report.Table, village, key string) int {
	t.Helper()
	row, col := len(table.Rows)-1, slices.IndexFunc(table.Columns, func(c report.Column) bool { return c.Key == key })
	if village != "" {
		row = slices.Index(table.IDs, village)
	}
	if row < 0 || col < 0 {
		t.Fatalf("%s: no row %q or no column %q", table.Name, village, key)
	}
	n, err := strconv.Atoi(table.Rows[row][col])
	if err != nil {
		t.Fatalf("%s, %s: %q is no number", village, key, table.Rows[row][col])
	}
	return n
}

func same(t *testing.T, table report.Table, key string, want map[string]int) {
	t.Helper()
	for _, v := range append([]string{""}, villages...) {
		if got := number(t, table, v, key); got != want[v] {
			t.Errorf("%s, %s of village %q: %d, counted by hand %d", table.Name, key, v, got, want[v])
		}
	}
}

func TestTheMonthlyReportIsWhatIsCountedByHand(t *testing.T) {
	souls, src := township(1, 600)
	table, err := report.Make("yuebao", src, report.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if table.Period != "2026年11月" {
		t.Errorf("the month is %q", table.Period)
	}
	const month, year, today = "2026-11-01", "2026-01-01", "2026-11-22"
	count := map[string]func(soul) int{
		"labour":           func(s soul) int { return one(s.worker(november)) },
		"labour_poor":      func(s soul) int { return one(s.worker(november) && s.poor) },
		"labour_monitored": func(s soul) int { return one(s.worker(november) && s.watched) },
		"labour_dibao":     func(s soul) int { return one(s.worker(november) && s.dibao) },
		"labour_women":     func(s soul) int { return one(s.worker(november) && s.woman) },
		"labour_minority":  func(s soul) int { return one(s.worker(november) && s.minority) },
		"wishes":           func(s soul) int { return one(s.worker(november) && s.wishes()) },
		"turns_period":     func(s soul) int { return len(s.finished(month, today)) },
		"heads_period":     func(s soul) int { return one(len(s.finished(month, today)) > 0) },
		"turns_year":       func(s soul) int { return len(s.finished(year, today)) },
		"heads_year":       func(s soul) int { return one(len(s.finished(year, today)) > 0) },
		"turns_before":     func(s soul) int { return len(s.finished("2026-10-01", "2026-10-31")) },
		"group_脱贫劳动力":      func(s soul) int { return one(s.poor && len(s.finished(year, today)) > 0) },
		"group_妇女":         func(s soul) int { return one(s.woman && len(s.finished(year, today)) > 0) },
		"trade_焊工": func(s soul) int {
			return with(s.finished(year, today), func(t turnOf) bool { return t.trade == "焊工" })
		},
		"passed": func(s soul) int {
			return with(s.finished(year, today), func(t turnOf) bool { return t.result == "" || t.result == "合格" })
		},
		"certified": func(s soul) int {
			return one(with(s.finished(year, today), func(t turnOf) bool { return t.cert }) > 0)
		},
		"after": func(s soul) int {
			last := turnOf{}
			for _, t := range s.finished(year, today) {
				if t.after != "" && t.ends > last.ends {
					last = t
				}
			}
			return one(last.after == "本地就业" || last.after == "省外就业" || last.after == "创业")
		},
		"accepted": func(s soul) int { return with(s.finished(year, today), func(t turnOf) bool { return t.accepted }) },
	}
	for key, f := range count {
		same(t, table, key, byHand(souls, f))
	}
	if got := number(t, table, "", "more"); got != number(t, table, "", "turns_period")-number(t, table, "", "turns_before") {
		t.Errorf("%d more than the month before", got)
	}
	if got := number(t, table, "", "classes_year"); got != 4 { // c5 begins in December, c6 was last year's
		t.Errorf("%d classes began this year", got)
	}
}

func with(turns []turnOf, f func(turnOf) bool) int {
	n := 0
	for _, t := range turns {
		n += one(f(t))
	}
	return n
}

// What is behind a number is as many as it says, and the rows add up to the total.
func TestEveryNumberIsWhoIsBehindItAndVillagesAddUp(t *testing.T) {
	for seed := range uint64(4) {
		_, src := township(seed, 300)
		for _, n := range report.Tables {
			table := n.Make(src, report.Filter{})
			if n.Name == "mubiao" {
				continue // its rows are targets, not villages
			}
			if len(table.Behind) != len(table.Rows) || len(table.Totals) != len(table.Rows) || len(table.IDs) != len(table.Rows) {
				t.Fatalf("%s: %d rows, behind %d", n.Name, len(table.Rows), len(table.Behind))
			}
			for c, col := range table.Columns {
				if col.Of == "" {
					continue
				}
				sum, total := 0, 0
				for r, row := range table.Rows {
					n2, err := strconv.Atoi(row[c])
					if err != nil || n2 != len(table.Behind[r][c]) {
						t.Errorf("%s, %s: %q with %d behind it", n.Name, col.Label, row[c], len(table.Behind[r][c]))
					}
					if ids := slices.Clone(table.Behind[r][c]); len(slices.Compact(sorted(ids))) != len(ids) {
						t.Errorf("%s, %s: somebody counts twice in one number", n.Name, col.Label)
					}
					if !table.Totals[r] {
						sum += n2
					}
					total = n2
				}
				if sum != total {
					t.Errorf("%s, %s: villages %d, total %d", n.Name, col.Label, sum, total)
				}
			}
		}
	}
}

func sorted(ids []string) []string { slices.Sort(ids); return ids }

func TestATownshipHasItsSubtotalWhereThereAreTwo(t *testing.T) {
	souls, src := township(2, 200)
	table := report.Monthly(src, report.Filter{})
	want := byHand(souls, func(s soul) int { return one(s.worker(november)) })
	if got := number(t, table, "532325202", "labour"); got != want[villages[0]]+want[villages[1]] {
		t.Errorf("the subtotal is %d of %v", got, want)
	}
	single := report.Monthly(src, report.Filter{Village: "532325202"})
	if slices.Contains(single.IDs, "532325202") && number(t, single, "", "labour") != want[villages[0]]+want[villages[1]] {
		t.Errorf("one township alone: %v", single.IDs)
	}
}

func TestAMonthThatIsOverIsOfItsLastDay(t *testing.T) {
	souls, src := township(3, 300)
	table := report.Monthly(src, report.Filter{From: "2026-10"})
	same(t, table, "turns_period", byHand(souls, func(s soul) int { return len(s.finished("2026-10-01", "2026-10-31")) }))
	same(t, table, "turns_year", byHand(souls, func(s soul) int { return len(s.finished("2026-01-01", "2026-10-31")) }))
	if table.Period != "2026年10月" {
		t.Errorf("%q", table.Period)
	}
	quarter := report.Quarterly(src, report.Filter{})
	same(t, quarter, "turns_period", byHand(souls, func(s soul) int { return len(s.finished("2026-10-01", "2026-11-22")) }))
	if quarter.Period != "2026年第4季度" {
		t.Errorf("%q", quarter.Period)
	}
}

// young is a made-up youth of the 两后生 table.
func young(src *report.Source, id string, kv ...string) {
	a := survey.Answers{survey.InHousehold: "y", survey.FullName: "古丽·阿不都热依木", survey.Born: "2008-05-01", survey.Education: "初中"}
	for i := 0; i < len(kv); i += 2 {
		a[kv[i]] = kv[i+1]
	}
	src.Put(registry.TypePerson, id, a)
}

func TestTheBaseOfYouthIsTheSumOfWhatBecameOfThem(t *testing.T) {
	src := report.Source{On: november}
	src.Put(registry.TypeHousehold, "y", survey.Answers{survey.Village: here, survey.HouseType: "脱贫户"})
	fates := map[string][]string{
		"已升学": {"普通高中在读", "中职（含技工）在读", "高校在读", "复读"}, "已就业": {"外出务工", "本地就业", "自主创业", "务农"}, "参军": {"参军"}, "培训中": {"培训中"},
		"有意愿未安排": {"待业有意愿"}, "无意愿": {"待业无意愿"}, "不能就业": {"因病因残不能就业"}, "失联或迁出": {"失联", "死亡", "户籍迁出", "服刑"},
	}
	for _, list := range fates {
		for _, d := range list {
			young(&src, d, survey.Destination, d)
		}
	}
	young(&src, "works, nobody said where", survey.Employed, "就业")
	young(&src, "wishes", survey.WantsTraining, survey.Yes)
	young(&src, "always at school", survey.Education, "", survey.Schooling, "普通高中二年级")
	young(&src, "too old", survey.Born, "1990-01-01", survey.Destination, "外出务工")
	young(&src, "died in 2024", survey.LeftWhy, "死亡", survey.LeftOn, "2024-05-01")
	young(&src, "married away this year", survey.LeftWhy, "婚出", survey.LeftOn, "2026-05-01")
	src.Settle()
	table, err := report.Make("lianghousheng-hui", src, report.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int{"base": 20, "fate_已升学": 4, "fate_已就业": 5, "fate_参军": 1, "fate_培训中": 1, "fate_有意愿未安排": 2, "fate_无意愿": 1, "fate_不能就业": 1, "fate_失联或迁出": 5, "unknown": 0, "to_verify": 0}
	for key, n := range want {
		if got := number(t, table, "", key); got != n {
			t.Errorf("%s is %d, want %d", key, got, n)
		}
	}
	if len(table.Sums) != 1 || !strings.HasPrefix(table.Sums[0].Words, "底数 = 已升学 + 已就业 + ") {
		t.Errorf("the identity is printed: %v", table.Sums)
	}
}

func TestATableThatDoesNotAddUpIsRefusedWithTheDifference(t *testing.T) {
	src := report.Source{On: november}
	src.Put(registry.TypeHousehold, "y", survey.Answers{survey.Village: here})
	young(&src, "a", survey.Destination, "外出务工")
	young(&src, "nobody asked")
	src.Settle()
	table, err := report.Make("lianghousheng-hui", src, report.Filter{})
	if !errors.Is(err, report.ErrSum) || !strings.Contains(err.Error(), "差1") {
		t.Fatalf("got %v", err)
	}
	if s := table.Sums[0]; s.Whole != 2 || s.Parts != 1 || !slices.Equal(s.Rest, []string{"nobody asked"}) {
		t.Errorf("who is missing is named: %+v", s)
	}
	if number(t, table, "", "unknown") != 1 {
		t.Error("and stands in a column of their own")
	}
}

func TestWishesAreCountedByTheFirstTrade(t *testing.T) {
	souls, src := township(5, 400)
	table, err := report.Make("yiyuan-hui", src, report.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	same(t, table, "wishes", byHand(souls, func(s soul) int { return one(s.worker(november) && s.wishes()) }))
	for _, trade := range []string{"焊工", "电工", "育婴员"} {
		same(t, table, "wish_"+trade, byHand(souls, func(s soul) int { return one(s.worker(november) && s.wishes() && s.trade == trade) }))
	}
	same(t, table, "wish_未选工种", byHand(souls, func(s soul) int { return one(s.worker(november) && s.wishes() && s.trade == "") }))
}

func TestCoverageIsOfThePoorWorkers(t *testing.T) {
	souls, src := township(6, 400)
	table, err := report.Make("fugai", src, report.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	poor := func(s soul) bool { return s.worker(november) && (s.poor || s.watched) }
	same(t, table, "labour", byHand(souls, func(s soul) int { return one(poor(s)) }))
	same(t, table, "trained", byHand(souls, func(s soul) int { return one(poor(s) && len(s.finished("", "2026-11-22")) > 0) }))
	same(t, table, "owed", byHand(souls, func(s soul) int {
		return one(poor(s) && s.wishes() && len(s.finished("2026-01-01", "2026-11-22")) == 0)
	}))
}

func TestTheLedgersAndTheTablesAgree(t *testing.T) {
	souls, src := township(8, 400)
	poor := 0
	for _, s := range souls {
		poor += one(s.worker(november) && (s.poor || s.watched))
	}
	if got := report.Workers(src, report.Filter{}).Count(); got != poor || got != number(t, report.Coverage(src, report.Filter{}), "", "labour") {
		t.Errorf("%d on the ledger, %d counted by hand", got, poor)
	}
	owed := report.Owed(src, report.Filter{Status: "脱贫劳动力"})
	want := 0
	for _, s := range souls {
		want += one(s.worker(november) && s.wishes() && (s.poor || s.watched) && len(s.finished("2026-01-01", "2026-11-22")) == 0)
	}
	if owed.Count() != want {
		t.Errorf("%d are owed a class, counted by hand %d", owed.Count(), want)
	}
	turns := 0
	for _, s := range souls {
		turns += with(s.turns, func(t turnOf) bool { return t.class != "c5" }) // which has not begun
	}
	if got := report.Trained(src, report.Filter{}); got.Count() != turns || got.Of != training.TypeEnrolment {
		t.Errorf("%d rows of %d enrolments", got.Count(), turns)
	}
}

func BenchmarkTablesOf100000People(b *testing.B) {
	_, src := township(9, 100000)
	for _, name := range []string{"yuebao", "lianghousheng-hui", "fugai", "yingxunweixun", "dishouru"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				_, _ = report.Make(name, src, report.Filter{})
			}
		})
	}
}
