package report_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"ruhu/internal/catalogue"
	"ruhu/internal/region"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// course1 is one class of three people, held in March 2026.
func course1(class, enrolment []string) report.Source {
	src := report.Source{On: november}
	a := survey.Answers{training.ClassName: "焊工班", training.Trade: "焊工", training.Level: "初级", training.StartsOn: "2026-03-01", training.EndsOn: "2026-03-20", training.Stage: training.Closed,
		training.Institution: "楚雄腾龙职业培训学校", training.Township: "532325202", training.Place: "左门村委会", training.Manager: "杨绍云", training.ManagerPhone: "15412345678"}
	for i := 0; i < len(class); i += 2 {
		a[class[i]] = class[i+1]
	}
	src.Put(training.TypeClass, "c", a)
	family(&src, "a", here, nil, nil)
	e := survey.Answers{training.OfClass: "c", training.OfPerson: "a", training.Result: "合格"}
	for i := 0; i < len(enrolment); i += 2 {
		e[enrolment[i]] = enrolment[i+1]
	}
	src.Put(training.TypeEnrolment, "e", e)
	return src
}

// first reads a cell of the first row.
func first(t *testing.T, table report.Table, key string) string {
	t.Helper()
	c := slices.IndexFunc(table.Columns, func(c report.Column) bool { return c.Key == key })
	if c < 0 || len(table.Rows) == 0 {
		t.Fatalf("%s: no column %q, or no row", table.Name, key)
	}
	return table.Rows[0][c]
}

func TestThePublicListOfClassesHasApprovedOnesWithTheirOfficials(t *testing.T) {
	for stage, want := range map[string]int{"": 0, training.Filed: 0, training.Approved: 1, training.Running: 1, training.Closed: 1} {
		src := course1([]string{training.Stage, stage, training.UpstreamNo, "YN-1"}, nil)
		src.Settle()
		inside, outside := made(t, "banji", src, report.Filter{}), made(t, "banji", src, report.Filter{Public: true})
		if inside.Count() != 1 || outside.Count() != want {
			t.Errorf("%q: %d inside, %d outside", stage, inside.Count(), outside.Count())
			continue
		}
		if first(t, inside, "class_people") != "1" || first(t, inside, "upstream") != "YN-1" {
			t.Errorf("%q: %v", stage, inside.Rows)
		}
		if want == 1 && (first(t, outside, training.ManagerPhone) != "15412345678" || strings.Contains(strings.Join(outside.Rows[0], " "), "YN-1")) {
			t.Errorf("outside: %v", outside.Rows)
		}
	}
}

func TestACertificateIsGoodForTheYearsOfItsTrade(t *testing.T) {
	book := catalogue.NewBook([]registry.Record{{Type: registry.TypeTrade, ID: "t", Packed: survey.Pack(survey.Answers{survey.TradeName: "焊工", survey.CertYears: "3", survey.ValidFrom: "2020-01-01"})}})
	cases := []struct {
		name, on, until string
		book            *catalogue.Book
		wantUntil, want string
	}{
		{"by the catalogue", "2026-04-01", "", book, "2029-03-31", "有效"},
		{"its own day counts first", "2026-04-01", "2026-12-31", book, "2026-12-31", "90天内到期"},
		{"over", "2023-04-01", "2026-03-31", book, "2026-03-31", "已过期"},
	}
	for _, c := range cases {
		src := course1(nil, []string{training.CertNo, "Z1", training.CertOn, c.on, training.CertUntil, c.until})
		src.Catalogue = c.book
		src.Settle()
		table := made(t, "zhengshu", src, report.Filter{})
		if got := first(t, table, "cert_until"); got != c.wantUntil || table.Statuses[0].Name != c.want {
			t.Errorf("%s: until %q, %v", c.name, got, table.Statuses)
		}
	}
	src := course1(nil, nil)
	src.Settle()
	if made(t, "zhengshu", src, report.Filter{}).Count() != 0 {
		t.Error("who has no certificate is not in the register")
	}
}

func TestMoneyByPersonIsTheCataloguesAndStandsWhereItHasCome(t *testing.T) {
	book := catalogue.NewBook([]registry.Record{{Type: registry.TypeTrade, ID: "t", Packed: survey.Pack(survey.Answers{survey.TradeName: "焊工", survey.TradeLevel: "初级", survey.Subsidy: "1200", survey.ValidFrom: "2020-01-01"})}})
	steps := []struct {
		enrolment, claim []string
		want, due        string
		rows             int
	}{
		{nil, nil, "未申领", "1200", 1},
		{nil, []string{training.AppliedOn, "2026-04-01", training.ClaimPart, training.InAdvance, training.PaidOn, "2026-04-20"}, "已申领", "1200", 1},
		{[]string{training.AcceptedOn, "2026-05-01"}, []string{training.AppliedOn, "2026-04-01", training.ClaimPart, training.TheRest}, "省平台已通过", "1200", 1},
		{nil, []string{training.AppliedOn, "2026-04-01", training.ClaimPart, training.TheRest, training.PaidOn, "2026-06-01"}, "已到账", "1200", 1},
		{[]string{training.Result, "不合格"}, nil, "", "", 0},
	}
	for _, s := range steps {
		src := course1(nil, s.enrolment)
		if s.claim != nil {
			a := survey.Answers{training.OfClass: "c"}
			for i := 0; i < len(s.claim); i += 2 {
				a[s.claim[i]] = s.claim[i+1]
			}
			src.Put(training.TypeClaim, "m", a)
		}
		src.Catalogue = book
		src.Settle()
		table := made(t, "butie-mingxi", src, report.Filter{})
		if table.Count() != s.rows || s.rows > 0 && (table.Statuses[0].Name != s.want || first(t, table, "due") != s.due) {
			t.Errorf("want %q: %v %v", s.want, table.Statuses, table.Rows)
		}
	}
	src := course1([]string{training.Trade, "没有这个工种"}, nil)
	src.Settle()
	if table := made(t, "butie-mingxi", src, report.Filter{}); table.Statuses[0].Name != "目录里没有补贴标准" || first(t, table, "due") != "" {
		t.Errorf("nothing is made up: %v", table.Rows)
	}
}

func TestALookAfterIsDueAtEachMonthOnce(t *testing.T) {
	const ends = "2026-03-20" // so 20 April, 20 June and 20 September
	cases := []struct{ on, followed, month, status string }{
		{"2026-04-04", "", "", ""},
		{"2026-04-05", "", "1", "近期到期"}, // fifteen days before
		{"2026-04-20", "", "1", "近期到期"},
		{"2026-04-21", "", "1", "已逾期"},
		{"2026-04-21", "2026-04-05", "", ""},
		{"2026-04-21", "2026-04-04", "1", "已逾期"}, // too early to count
		{"2026-06-25", "2026-04-20", "3", "已逾期"},
		{"2026-09-30", "2026-06-20", "6", "已逾期"},
		{"2026-09-30", "2026-09-29", "", ""},
		{"2027-09-20", "", "6", "已逾期"},
		{"2027-09-21", "", "", ""}, // a year after the last nobody asks any more
	}
	for _, c := range cases {
		src := course1([]string{training.EndsOn, ends}, nil)
		if c.followed != "" {
			src.Put(registry.TypeFollowUp, "f", survey.Answers{survey.OfPerson: "a", survey.FollowedOn: c.followed})
		}
		src.Settle()
		table := made(t, "yinggenzong", src, report.Filter{On: c.on})
		if c.month == "" {
			if table.Count() != 0 {
				t.Errorf("%s, followed %q: %v", c.on, c.followed, table.Rows)
			}
			continue
		}
		if table.Count() != 1 || first(t, table, "follow_month") != c.month || table.Statuses[0].Name != c.status {
			t.Errorf("%s, followed %q: %v %v", c.on, c.followed, table.Statuses, table.Rows)
		}
	}
}

func TestARefresherFallsDueAfterTheMonthsOfTheTrade(t *testing.T) {
	book := catalogue.NewBook([]registry.Record{{Type: registry.TypeTrade, ID: "t", Packed: survey.Pack(survey.Answers{survey.TradeName: "家政服务员", survey.RefreshMonths: "24", survey.ValidFrom: "2020-01-01"})}})
	for on, want := range map[string]int{"2027-12-01": 0, "2027-12-22": 1, "2028-03-19": 1, "2029-01-01": 1} {
		src := course1([]string{training.Trade, "家政服务员"}, []string{training.After, "本地就业"})
		src.Catalogue = book
		src.Settle()
		table := made(t, "huilu", src, report.Filter{On: on})
		if table.Count() != want || want == 1 && first(t, table, "refresh_by") != "2028-03-20" {
			t.Errorf("%s: %v", on, table.Rows)
		}
	}
}

func TestSkilledPeopleAreThoseWhoPassedOrHaveACertificate(t *testing.T) {
	src := course1(nil, []string{training.CertNo, "Z1", training.CertOn, "2026-04-01"})
	family(&src, "before", here, nil, []string{survey.CertTrade, "电工", survey.CertLevel, "高级"})
	family(&src, "none", here, nil, nil)
	family(&src, "failed", here, nil, nil)
	src.Put(training.TypeEnrolment, "e2", survey.Answers{training.OfClass: "c", training.OfPerson: "failed", training.Result: "不合格"})
	src.Settle()
	table := made(t, "rencai", src, report.Filter{})
	if got := sorted(table.IDs); !slices.Equal(got, []string{"a", "before"}) {
		t.Errorf("got %v", got)
	}
	got := map[string]string{}
	for i, id := range table.IDs {
		c := slices.IndexFunc(table.Columns, func(c report.Column) bool { return c.Key == "talent_level" })
		got[id] = table.Rows[i][c]
	}
	if got["a"] != "初级" || got["before"] != "高级" {
		t.Errorf("levels %v", got)
	}
}

func TestTheBulletinStandsInTheOrderOfWhatWasReached(t *testing.T) {
	souls, src := township(21, 400)
	aimed(&src, "总任务", survey.TargetNumber, "300", survey.TargetUnit, "人次", survey.TargetShares, region.Name("532325202")+":150;"+region.Name("532325203")+":100")
	src.Settle()
	table := made(t, "tongbao", src, report.Filter{})
	if table.Period != "2026年11月" || len(table.Rows) != 3 {
		t.Fatalf("%s: %v", table.Period, table.Rows)
	}
	for _, township := range []string{"532325202", "532325203"} {
		year, month := 0, 0
		for _, s := range souls {
			if strings.HasPrefix(s.village, township) {
				year, month = year+len(s.finished("2026-01-01", "2026-11-22")), month+len(s.finished("2026-11-01", "2026-11-30"))-with(s.finished("2026-11-23", "2026-11-30"), func(turnOf) bool { return true })
			}
		}
		for key, want := range map[string]int{"year": year, "month": month} {
			if got := number(t, table, township, key); got != want {
				t.Errorf("%s, %s: %d, counted by hand %d", township, key, got, want)
			}
		}
	}
	col := slices.IndexFunc(table.Columns, func(c report.Column) bool { return c.Key == "year" })
	if a, b := table.Rows[0], table.Rows[1]; a[0] != "1" || b[0] != "2" {
		t.Errorf("numbered %s and %s (%s, %s)", a[0], b[0], a[col], b[col])
	}
}

func TestPlacesAreOfTheRateEqualOnesAlike(t *testing.T) {
	src := report.Source{On: november}
	src.Put(training.TypeClass, "c", survey.Answers{training.ClassName: "班", training.StartsOn: "2026-03-01", training.EndsOn: "2026-03-10", training.Stage: training.Closed})
	for i, people := range []int{1, 3, 1} { // of the villages, all of one township then
		village := []string{"532325202201", "532325202202", "532325202203"}[i]
		for k := range people {
			id := strconv.Itoa(i) + "-" + strconv.Itoa(k)
			family(&src, id, village, nil, nil)
			src.Put(training.TypeEnrolment, "e"+id, survey.Answers{training.OfClass: "c", training.OfPerson: id})
		}
	}
	shares := ""
	for _, v := range []string{"532325202201", "532325202202", "532325202203"} {
		shares += region.Name(v) + ":10;"
	}
	aimed(&src, "总任务", survey.TargetNumber, "30", survey.TargetUnit, "人次", survey.TargetShares, shares)
	src.Settle()
	table := made(t, "tongbao", src, report.Filter{})
	var got []string
	for _, r := range table.Rows {
		c := slices.IndexFunc(table.Columns, func(c report.Column) bool { return c.Key == "rank" })
		got = append(got, r[c-1]+" "+r[c])
	}
	if !slices.Equal(got, []string{"30.0 1", "10.0 2", "10.0 2", "16.7 "}) {
		t.Errorf("rates and places %v", got)
	}
}

func TestTheYearlyReportHasTheYearBeforeBesideIt(t *testing.T) {
	souls, src := township(22, 300)
	table := made(t, "nianbao", src, report.Filter{})
	same(t, table, "turns_year", byHand(souls, func(s soul) int { return len(s.finished("2026-01-01", "2026-11-22")) }))
	same(t, table, "heads_year", byHand(souls, func(s soul) int { return one(len(s.finished("2026-01-01", "2026-11-22")) > 0) }))
	same(t, table, "turns_before", byHand(souls, func(s soul) int { return len(s.finished("2025-01-01", "2025-12-31")) }))
	same(t, table, "level_初级", byHand(souls, func(s soul) int { return len(s.finished("2026-01-01", "2026-11-22")) }))
	if table.Period != "2026年" || len(table.Sums) != 1 || !table.Sums[0].Holds() {
		t.Errorf("%s, %v", table.Period, table.Sums)
	}
}

func TestMonthsOfATargetAddUpTurnsAndPeopleApart(t *testing.T) {
	souls, src := township(23, 300)
	aimed(&src, "三年任务", survey.TargetNo, "1", survey.TargetNumber, "900", survey.TargetUnit, "人次", survey.TargetFrom, "2026-02-01", survey.TargetUntil, "2029-01-31", survey.TargetSource, "附表")
	aimed(&src, "正文", survey.TargetNo, "2", survey.TargetNumber, "600", survey.TargetUnit, "人", survey.TargetFrom, "2026-02-01", survey.TargetUntil, "2029-01-31", survey.TargetSource, "正文")
	src.Settle()
	table := made(t, "jindu", src, report.Filter{})
	if len(table.Rows) != 4 || len(table.Plots) != 2 {
		t.Fatalf("%d rows, %d plots", len(table.Rows), len(table.Plots))
	}
	turns, people, march, newInNovember := 0, 0, 0, 0
	for _, s := range souls {
		done := s.finished("2026-02-01", "2026-11-22")
		turns, people, march = turns+len(done), people+one(len(done) > 0), march+len(s.finished("2026-03-01", "2026-03-31"))
		newInNovember += one(len(done) > 0 && len(s.finished("2026-02-01", "2026-10-31")) == 0)
	}
	cell := func(row int, key string) string {
		return table.Rows[row][slices.IndexFunc(table.Columns, func(c report.Column) bool { return c.Key == key })]
	}
	for i, want := range [][]string{{"人次", "300", itoa(turns), share(turns, 300), itoa(march)}, {"人", "", itoa(people), "", itoa(march)}} {
		if got := []string{cell(i, "count"), cell(i, "year_number"), cell(i, "year_done"), cell(i, "year_rate")}; !slices.Equal(got, want[:4]) {
			t.Errorf("row %d: %v, counted by hand %v", i, got, want)
		}
	}
	if got := cell(0, "2026-03"); got != itoa(march) {
		t.Errorf("March: %s, counted by hand %d", got, march)
	}
	if got := cell(1, "2026-11"); got != itoa(newInNovember) {
		t.Errorf("people who had none before November: %s, counted by hand %d", got, newInNovember)
	}
	if cell(3, "year_rate") != share(people, 200) || cell(2, "source") != "正文" || cell(0, "source") != "附表" {
		t.Errorf("sources side by side: %v", table.Rows)
	}
	p := table.Plots[0]
	if last := p.Series[0].Values; len(p.Labels) != 12 || p.Labels[0] != "2026-02" || len(last) != 10 || last[9] != float64(turns) {
		t.Errorf("the line of what is done: %v of %v", p.Series[0], p.Labels)
	}
	if even := p.Series[1].Values; !p.Series[1].Dashed || even[11] != 300 || even[0] < 22 || even[0] > 24 {
		t.Errorf("the even line: %v", even)
	}
}

func TestAShareIsOfEverythingDoneForItsGroup(t *testing.T) {
	src := report.Source{On: november}
	for i, project := range []string{"岗位技能提升培训", "就业技能培训", "就业技能培训"} {
		id := "c" + strconv.Itoa(i)
		src.Put(training.TypeClass, id, survey.Answers{training.ClassName: id, training.StartsOn: "2026-03-01", training.EndsOn: "2026-03-10", training.Stage: training.Closed, training.Project: project})
		family(&src, "p"+id, here, nil, nil)
		src.Put(training.TypeEnrolment, "e"+id, survey.Answers{training.OfClass: id, training.OfPerson: "p" + id})
	}
	aimed(&src, "技能提升培训占比", survey.TargetNumber, "50", survey.TargetUnit, "%", survey.TargetProject, "岗位技能提升培训", survey.TargetFrom, "2026-01-01", survey.TargetUntil, "2028-12-31")
	src.Settle()
	table := made(t, "mubiao", src, report.Filter{})
	for key, want := range map[string]string{"number": "50", "year_number": "50", "rate": "33.3", "year_rate": "33.3", "turns": "1", "ok_rate": "", "remark": "1人次，占全部3人次"} {
		if got := progress(t, table, "技能提升培训占比", key); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	if made(t, "jindu", src, report.Filter{}).Count() != 0 {
		t.Error("a share has no months to add up")
	}
}

func TestTheUpperEdgeOfAPlotIsARoundNumber(t *testing.T) {
	for most, want := range map[float64]float64{0: 1, 1: 1, 1.5: 2, 3: 5, 7: 10, 10: 10, 11: 20, 450: 500, 501: 1000} {
		p := report.Plot{Labels: []string{"1", "2", "3"}, Series: []report.Series{{Values: []float64{0, most}}}}
		if got := p.Top(); got != want {
			t.Errorf("%v: %v, want %v", most, got, want)
		}
		if at := p.Points(p.Series[0]); at[1].X != 0.5 || at[1].Y != most/want {
			t.Errorf("%v: %v", most, at)
		}
	}
}
