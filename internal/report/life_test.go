package report_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"ruhu/internal/catalogue"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// course is a class of a made-up county as the test knows it: what the register is written from, and what is counted by hand.
type course struct {
	id, firm, from, until string
	seats                 []seat
	lessons               []lesson
	checks                []check
	calls                 [3]int // reached and agreed, reached and not, not reached
	scores                []int
	money                 []part
}

type seat struct {
	who, result, after string
	cert, out          bool
}

type lesson struct {
	day, teacher string
	came         []string // a symbol for each seat, "" for none
}

type check struct{ problem, fixed bool }

type part struct {
	part, on, accepted, paid, clawed string
	asked, passed, got, back         int
}

var firms = []string{"姚安县职业高级中学", "楚雄腾龙职业培训学校"}

// courses makes classes at random, of this year and the last, two of them still to come.
func courses(seed uint64) ([]course, report.Source) {
	r := rand.New(rand.NewPCG(seed, 3))
	one := func(of ...string) string { return of[r.IntN(len(of))] }
	src := report.Source{On: november}
	for i := range 30 {
		id := strconv.Itoa(i)
		src.Put(registry.TypeHousehold, "h"+id, survey.Answers{survey.Village: villages[i%3], survey.HeadName: "由国平", survey.HouseType: "一般户"})
		src.Put(registry.TypePerson, "p"+id, survey.Answers{survey.InHousehold: "h" + id, survey.FullName: "吕㛃", survey.Sex: "女", survey.Born: "1990-01-02"})
	}
	var all []course
	for i := range 14 {
		from := time.Date(2025, time.Month(3+i*3/2), 1+r.IntN(25), 0, 0, 0, 0, time.UTC) // from March 2025 to October 2026
		if i >= 12 {
			from = from.AddDate(0, 3, 0) // not held yet
		}
		c := course{id: "c" + strconv.Itoa(i), firm: one(firms...), from: from.Format(time.DateOnly), until: from.AddDate(0, 0, 9).Format(time.DateOnly)}
		for s := range 6 {
			c.seats = append(c.seats, seat{"p" + strconv.Itoa((i*5+s*7)%30), one("", "合格", "不合格", "缺考", "未结业"), one("", "本地就业", "省外就业", "创业", "求职中"), r.IntN(2) == 0, r.IntN(6) == 0})
		}
		for d := range 4 {
			l := lesson{day: from.AddDate(0, 0, d).Format(time.DateOnly), teacher: one("吕㛃", "曾𠮷", "")}
			for range c.seats {
				l.came = append(l.came, one("到", "到", "不到", "告假", ""))
			}
			c.lessons = append(c.lessons, l)
		}
		for range r.IntN(4) {
			c.checks = append(c.checks, check{r.IntN(2) == 0, r.IntN(2) == 0})
		}
		c.calls = [3]int{r.IntN(3), r.IntN(2), r.IntN(2)}
		for range r.IntN(5) {
			c.scores = append(c.scores, 1+r.IntN(5))
		}
		for _, p := range []string{training.InAdvance, training.TheRest} {
			if r.IntN(2) == 0 {
				c.money = append(c.money, part{part: p, on: one("2026-06-01", "2026-12-01"), accepted: one("", "2026-07-01"), paid: one("", "2026-08-01"), clawed: one("", "", "2026-09-01"),
					asked: 100 * (1 + r.IntN(90)), passed: 100 * r.IntN(90), got: 100 * r.IntN(90), back: 100 * r.IntN(9)})
			}
		}
		all = append(all, c)
		c.write(&src, i < 12)
	}
	src.Catalogue = catalogue.NewBook([]registry.Record{
		{Type: registry.TypeInstitution, ID: "i", Packed: survey.Pack(survey.Answers{survey.InstName: firms[0], survey.InstGrade: "B", survey.LicenceUntil: "2027-05-31", survey.ValidFrom: "2020-01-01"})},
		{Type: registry.TypeTeacher, ID: "t", Packed: survey.Pack(survey.Answers{survey.TeachName: "吕㛃", survey.TeachCert: "教师资格证", survey.TeachCertNo: "T1", survey.TeachCertUntil: "2026-06-30", survey.ValidFrom: "2020-01-01"})},
	})
	src.Settle()
	return all, src
}

func (c course) write(src *report.Source, held bool) {
	stage := training.Closed
	if !held {
		stage = training.Posted
	}
	src.Put(training.TypeClass, c.id, survey.Answers{training.ClassName: "培训班" + c.id, training.Trade: "焊工", training.Level: "初级", training.StartsOn: c.from, training.EndsOn: c.until,
		training.Stage: stage, training.Institution: c.firm, training.Township: "532325202", training.Place: "左门村委会", training.Planned: "30"})
	for i, s := range c.seats {
		a := survey.Answers{training.OfClass: c.id, training.OfPerson: s.who, training.Result: s.result, training.After: s.after}
		if s.cert {
			a[training.CertNo] = fmt.Sprint("Z", c.id, i)
		}
		if s.out {
			a[training.Standing], a[training.LeftOn] = training.Withdrawn, c.lessons[1].day
		}
		src.Put(training.TypeEnrolment, c.seatID(i), a)
	}
	for i, l := range c.lessons {
		id := fmt.Sprint("l", c.id, i)
		src.Put(training.TypeSession, id, survey.Answers{training.OfClass: c.id, training.HeldOn: l.day, training.Teacher: l.teacher, training.SessionHours: "4"})
		for s, symbol := range l.came {
			if symbol != "" {
				m := training.Mark{Session: id, Enrolment: c.seatID(s), Symbol: symbol, At: november}
				src.Put(training.TypeMark, fmt.Sprint("m", c.id, i, s), m.Answers())
			}
		}
	}
	c.writeNotes(src)
}

func (c course) writeNotes(src *report.Source) {
	for i, x := range c.checks {
		a := survey.Answers{training.OfClass: c.id, training.InspectedOn: c.from}
		if x.problem {
			a[training.Problems] = "迟到多"
		}
		if x.fixed {
			a[training.FixedOn] = c.until
		}
		src.Put(training.TypeInspection, fmt.Sprint("x", c.id, i), a)
	}
	for kind, n := range c.calls {
		for i := range n {
			src.Put(training.TypeCheckCall, fmt.Sprint("k", c.id, kind, i), survey.Answers{training.OfClass: c.id, training.OfPerson: "p1", training.CalledOn: c.until,
				training.Reached: []string{"是", "是", "否"}[kind], training.Agrees: []string{"是", "否", ""}[kind]})
		}
	}
	for i, n := range c.scores {
		src.Put(training.TypeFeedback, fmt.Sprint("f", c.id, i), survey.Answers{training.OfClass: c.id, training.GivenOn: c.until, training.ScoreTeacher: strconv.Itoa(n)})
	}
	for i, m := range c.money {
		src.Put(training.TypeClaim, fmt.Sprint("b", c.id, i), survey.Answers{training.OfClass: c.id, training.ClaimPart: m.part, training.AppliedOn: m.on, training.ClaimAmount: strconv.Itoa(m.asked),
			training.AcceptedOn: m.accepted, training.AcceptedAmount: strconv.Itoa(m.passed), training.PaidOn: m.paid, training.PaidAmount: strconv.Itoa(m.got), training.ClawOn: m.clawed, training.ClawAmount: strconv.Itoa(m.back)})
	}
}

func (c course) seatID(i int) string { return fmt.Sprint("e", c.id, i) }

func (c course) held() bool { return c.from < "2026-11-22" && c.id != "c12" && c.id != "c13" }

// count counts seats.
func (c course) count(f func(seat) bool) int {
	n := 0
	for _, s := range c.seats {
		n += one(!s.out && f(s))
	}
	return n
}

func finished(s seat) bool { return s.result != "未结业" }

func passed(s seat) bool { return s.result == "合格" || s.result == "" }

func atWork(s seat) bool {
	return finished(s) && slices.Contains([]string{"本地就业", "省外就业", "创业"}, s.after)
}

// hours are those that everybody was to come to, and those that they came to; who left did so on the second day.
func (c course) hours() (due, came int) {
	for _, l := range c.lessons {
		if !slices.ContainsFunc(l.came, func(s string) bool { return s != "" }) {
			continue
		}
		for i, s := range l.came {
			if !c.seats[i].out || l.day < c.lessons[1].day {
				due, came = due+4, came+4*one(s == "到")
			}
		}
	}
	return due, came
}

// cellIn reads a cell by the beginning of its row's name and the key of its column.
func cellIn(t *testing.T, table report.Table, row, key string) string {
	t.Helper()
	r := slices.IndexFunc(table.Rows, func(cells []string) bool { return cells[1] == row })
	c := slices.IndexFunc(table.Columns, func(c report.Column) bool { return c.Key == key })
	if r < 0 || c < 0 {
		t.Fatalf("%s: no row %q or no column %q", table.Name, row, key)
	}
	return table.Rows[r][c]
}

func made(t *testing.T, name string, src report.Source, f report.Filter) report.Table {
	t.Helper()
	table, err := report.Make(name, src, f)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestAClassIsEvaluatedByFiveSharesCountedByHand(t *testing.T) {
	all, src := courses(1)
	table := made(t, "pinggu", src, report.Filter{})
	if len(table.Rows) != 12+1 {
		t.Fatalf("%d rows of 12 classes that were held", len(table.Rows)-1)
	}
	for _, c := range all {
		if !c.held() {
			continue
		}
		due, came := c.hours()
		lessons, licensed, sum := 0, 0, 0
		for i, l := range c.lessons {
			if slices.Contains(c.lessons[i].came, "到") {
				lessons, licensed = lessons+1, licensed+one(l.teacher == "吕㛃" && l.day <= "2026-06-30")
			}
		}
		for _, n := range c.scores {
			sum += n
		}
		problems, unfixed := 0, 0
		for _, x := range c.checks {
			problems, unfixed = problems+one(x.problem), unfixed+one(x.problem && !x.fixed)
		}
		done, work := c.count(finished), c.count(atWork)
		want := map[string]string{
			"sessions": itoa(lessons), "licensed": itoa(licensed), "roster": itoa(c.count(func(seat) bool { return true })), "finished": itoa(done), "hours_due": itoa(due), "hours_came": itoa(came),
			"passed": itoa(c.count(passed)), "at_work": itoa(work), "agrees": itoa(c.calls[0]), "reached": itoa(c.calls[0] + c.calls[1]), "problems": itoa(problems), "unfixed": itoa(unfixed), "institution": c.firm,
			"answers": itoa(len(c.scores)),
		}
		if done > 0 {
			want["work_rate"], want["passed_rate"] = share(work, done), share(c.count(passed), done)
		}
		if due > 0 {
			want["came_rate"] = share(came, due)
		}
		if len(c.scores) > 0 {
			want["score"] = strconv.FormatFloat(float64(sum)/float64(len(c.scores)), 'f', 2, 64)
		}
		for key, w := range want {
			if got := cellIn(t, table, "培训班"+c.id, key); got != w {
				t.Errorf("%s, %s: %s, counted by hand %s", c.id, key, got, w)
			}
		}
	}
	if len(table.Note) < 5 {
		t.Error("the five definitions are printed beneath")
	}
}

// heads are the people of some classes who finished, each once.
func heads(all []course, of func(course) bool) int {
	seen := map[string]bool{}
	for _, c := range all {
		for _, s := range c.seats {
			if of(c) && !s.out && finished(s) {
				seen[s.who] = true
			}
		}
	}
	return len(seen)
}

func TestAnInstitutionsYearIsThatOfItsClasses(t *testing.T) {
	all, src := courses(2)
	table := made(t, "jigou", src, report.Filter{On: "2026-11-22"})
	thisYear := func(c course) bool { return c.held() && c.until >= "2026" }
	for _, firm := range append(slices.Clone(firms), "合计") {
		of := func(c course) bool { return thisYear(c) && (c.firm == firm || firm == "合计") }
		classes, turns, pass, work := 0, 0, 0, 0
		for _, c := range all {
			if of(c) {
				classes, turns, pass, work = classes+1, turns+c.count(finished), pass+c.count(passed), work+c.count(atWork)
			}
		}
		for key, want := range map[string]string{"classes": itoa(classes), "turns": itoa(turns), "heads": itoa(heads(all, of)), "passed": itoa(pass), "at_work": itoa(work), "work_rate": share(work, turns)} {
			if got := cellIn(t, table, firm, key); got != want {
				t.Errorf("%s, %s: %s, counted by hand %s", firm, key, got, want)
			}
		}
	}
	if got := cellIn(t, table, firms[0], "grade") + cellIn(t, table, firms[0], "licence_until") + cellIn(t, table, firms[1], "grade"); got != "B2027-05-31" {
		t.Errorf("of the catalogue: %q", got)
	}
	ranks := []string{cellIn(t, table, firms[0], "work_rank"), cellIn(t, table, firms[1], "work_rank"), cellIn(t, table, "合计", "work_rank")}
	slices.Sort(ranks[:2])
	if !slices.Equal(ranks, []string{"1", "2", ""}) {
		t.Errorf("places %v", ranks)
	}
}

func TestTheHalvesOfAYearAddUpAndLargeInstitutionsAreMarked(t *testing.T) {
	all, src := courses(3)
	table := made(t, "guimo", src, report.Filter{})
	for _, firm := range firms {
		first, second := 0, 0
		for _, c := range all {
			if c.held() && c.firm == firm && c.until >= "2026" {
				if c.until < "2026-07-01" {
					first += c.count(finished)
				} else {
					second += c.count(finished)
				}
			}
		}
		if got := []string{cellIn(t, table, firm, "first"), cellIn(t, table, firm, "second"), cellIn(t, table, firm, "turns"), cellIn(t, table, firm, "large")}; !slices.Equal(got, []string{itoa(first), itoa(second), itoa(first + second), ""}) {
			t.Errorf("%s: %v, counted by hand %d and %d", firm, got, first, second)
		}
	}
	src = report.Source{On: november}
	src.Put(training.TypeClass, "c", survey.Answers{training.ClassName: "大班", training.StartsOn: "2026-02-01", training.EndsOn: "2026-02-10", training.Stage: training.Closed, training.Institution: firms[0]})
	for i := range 3000 {
		src.Put(training.TypeEnrolment, fmt.Sprint(i), survey.Answers{training.OfClass: "c", training.OfPerson: fmt.Sprint("p", i%1000)})
	}
	src.Settle()
	table = made(t, "guimo", src, report.Filter{})
	if got := cellIn(t, table, firms[0], "large") + cellIn(t, table, firms[0], "turns") + cellIn(t, table, firms[0], "heads"); got != "是30001000" {
		t.Errorf("three thousand turns of a thousand people: %s", got)
	}
	if got := made(t, "guimo", src, report.Filter{On: "2025-12-31"}); len(got.Rows) != 1 {
		t.Errorf("the year before had none: %v", got.Rows)
	}
}

func TestMoneyIsCountedOnTheDayOfEachStep(t *testing.T) {
	all, src := courses(4)
	table := made(t, "butie", src, report.Filter{})
	for _, c := range all {
		sums := map[string]int{}
		for _, m := range c.money {
			if m.on <= "2026-11-22" {
				sums["claimed"] += m.asked
				sums[map[string]string{training.InAdvance: "advance", training.TheRest: "rest"}[m.part]] += m.asked
			}
			for key, of := range map[string]struct {
				day string
				n   int
			}{"accepted": {m.accepted, m.passed}, "paid": {m.paid, m.got}, "clawed": {m.clawed, m.back}} {
				if of.day != "" && m.on <= "2026-11-22" { // what is not applied for yet has no day to stand on
					sums[key] += of.n
				}
			}
		}
		if !c.held() {
			continue
		}
		sums["net"] = sums["paid"] - sums["clawed"]
		for _, key := range []string{"claimed", "advance", "rest", "accepted", "paid", "clawed", "net"} {
			if got := cellIn(t, table, "培训班"+c.id, key); got != itoa(sums[key]) {
				t.Errorf("%s, %s: %s, counted by hand %d", c.id, key, got, sums[key])
			}
		}
	}
}

// taughtOf is a class for training.Evaluate.
func taughtOf(c course, src report.Source) training.Taught {
	out := training.Taught{Class: src.Classes[c.id], Sessions: src.Sessions[c.id], Certified: func(name string, on time.Time) bool {
		teacher, ok := src.Catalogue.Teacher(name, c.firm, on)
		return ok && teacher.Certified(on)
	}}
	for _, list := range src.Enrolments {
		for _, e := range list {
			if e.ClassID() == c.id {
				out.Enrolments = append(out.Enrolments, e)
			}
		}
	}
	for i, l := range c.lessons {
		for s, symbol := range l.came {
			if symbol != "" {
				out.Marks = append(out.Marks, training.Mark{ID: fmt.Sprint(i, s), Session: fmt.Sprint("l", c.id, i), Enrolment: c.seatID(s), Symbol: symbol, At: november})
			}
		}
	}
	for _, n := range c.scores {
		out.Feedback = append(out.Feedback, survey.Answers{training.ScoreTeacher: strconv.Itoa(n)})
	}
	return out
}

func TestTheTableOfEvaluationsSaysWhatTheSheetOfAClassSays(t *testing.T) {
	all, src := courses(5)
	table := made(t, "pinggu", src, report.Filter{})
	for _, c := range all {
		if !c.held() {
			continue
		}
		for _, i := range training.Evaluate(taughtOf(c, src)) {
			keys := map[string][2]string{"sessions_certified": {"licensed", "sessions"}, "finished": {"finished", "roster"}, "came": {"hours_came", "hours_due"}, "passed": {"passed", "finished"},
				"certified": {"certified", "finished"}, "works": {"at_work", "finished"}}[i.Code]
			num, den := i.Parts()
			if keys[0] != "" && (cellIn(t, table, "培训班"+c.id, keys[0]) != num || cellIn(t, table, "培训班"+c.id, keys[1]) != den) {
				t.Errorf("%s, %s: %s of %s in the table, %s of %s on the sheet", c.id, i.Code, cellIn(t, table, "培训班"+c.id, keys[0]), cellIn(t, table, "培训班"+c.id, keys[1]), num, den)
			}
		}
	}
}
