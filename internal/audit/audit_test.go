package audit_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"ruhu/internal/audit"
	"ruhu/internal/catalogue"
	"ruhu/internal/quality"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

var day = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// register is what a case may change before it is looked through.
type register map[string]map[string]survey.Answers // type, id

func (r register) set(typ, id string, kv ...string) {
	if r[typ] == nil {
		r[typ] = map[string]survey.Answers{}
	}
	a := r[typ][id]
	if a == nil {
		a = survey.Answers{}
		r[typ][id] = a
	}
	for i := 0; i < len(kv); i += 2 {
		a[kv[i]] = kv[i+1]
		if kv[i+1] == "" {
			delete(a, kv[i])
		}
	}
}

func (r register) source() *report.Source {
	src := &report.Source{On: day}
	for _, typ := range slices.Sorted(maps.Keys(r)) {
		for _, id := range slices.Sorted(maps.Keys(r[typ])) {
			src.Put(typ, id, r[typ][id])
		}
	}
	src.Settle()
	return src
}

// Names of people whose characters lie beyond the basic plane, and longer ones.
var names = []string{"古丽·阿不都热依木", "㛃", "𬭳秀英", "由𠮷", "𬱖", "𫖮", "䶮"}

func number(i int) string {
	born := time.Date(1975+i%20, time.Month(1+i%12), 1+i%28, 0, 0, 0, 0, time.UTC)
	no := "530000" + born.Format("20060102") + fmt.Sprintf("%03d", i%1000)
	return no + string(survey.CheckDigit(no))
}

func (r register) person(i int, kv ...string) {
	id := fmt.Sprint("p", i)
	r.set(registry.TypePerson, id, append([]string{survey.InHousehold, "h", survey.FullName, names[i%len(names)], survey.IDNo, number(i), survey.Education, "初中", survey.Skill, "普通劳动力"}, kv...)...)
}

func (r register) class(id string, kv ...string) {
	r.set(training.TypeClass, id, append([]string{training.ClassName, "中式烹调师（初级）培训班" + id, training.Trade, "中式烹调师", training.Level, "初级", training.Hours, "64", training.TheoryHours, "30",
		training.StartsOn, "2026-10-09", training.EndsOn, "2026-10-16", training.Stage, training.Closed, training.Township, "532325202", training.Planned, "40", training.RoomSize, "60",
		training.BoardPostedOn, "2026-10-08", training.LicencePostedOn, "2026-10-08", training.UpstreamNo, "YN-" + id, training.HoursPerDay, "8"}, kv...)...)
	for d := 9; d <= 16; d++ {
		date := fmt.Sprintf("2026-10-%02d", d)
		r.set(training.TypeSession, id+date, training.OfClass, id, training.HeldOn, date, training.Half, training.Morning, training.SessionHours, "8", training.Course, "职业道德、安全环保、热菜制作")
	}
}

func (r register) enrol(class string, i int, kv ...string) string {
	p := fmt.Sprint("p", i)
	id := class + "-" + p
	r.set(training.TypeEnrolment, id, append([]string{training.OfClass, class, training.OfPerson, p, training.Seat, fmt.Sprint(i + 1), training.CertNo, "Z" + id, training.CertOn, "2026-10-20"}, kv...)...)
	return id
}

// sound is a class of five in which nothing is wrong, with the calls that it needs.
func sound() register {
	r := register{}
	r.set(registry.TypeHousehold, "h", survey.Village, "532325202201", survey.HeadName, "由国平")
	r.class("a")
	for i := range 5 {
		r.person(i)
		r.enrol("a", i)
	}
	for i := range 3 {
		r.call("a", i, survey.Yes, survey.Yes)
	}
	return r
}

func (r register) call(class string, i int, came, agrees string) {
	r.set(training.TypeCheckCall, fmt.Sprint("call", class, i), training.OfClass, class, training.OfPerson, fmt.Sprint("p", i), training.CalledOn, "2026-10-21",
		training.Reached, survey.Yes, training.CameTo, came, training.Agrees, agrees, training.CalledBy, "杨绍云")
}

func codes(found []quality.Finding) []string {
	var out []string
	for _, f := range found {
		out = append(out, f.Check)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func TestOfClassesHeldAsTheyShouldBeNothingIsFound(t *testing.T) {
	for _, f := range audit.Run(sound().source(), nil, nil) {
		t.Errorf("%s: %s", f.Check, f.Sentence)
	}
}

func TestWhatAuditorsLookForIsFound(t *testing.T) {
	cases := []struct {
		name string
		make func(r register)
		want []string
		says string
	}{
		{"one person in two classes at once", func(r register) {
			r.class("b", training.Trade, "焊工", training.StartsOn, "2026-10-16", training.EndsOn, "2026-10-23")
			r.enrol("b", 0, training.CertOn, "2026-10-25")
		}, []string{"two_classes"}, "同一时间已在另一个班：中式烹调师（初级）培训班a"},
		{"the same trade and level twice", func(r register) {
			r.class("b", training.StartsOn, "2026-06-01", training.EndsOn, "2026-06-08", training.BoardPostedOn, "2026-05-30", training.LicencePostedOn, "2026-05-30")
			r.enrol("b", 0, training.CertOn, "2026-06-20")
		}, []string{"same_level"}, "已参加过同一工种"},
		{"a third class in the year", func(r register) {
			for _, m := range []string{"03", "05"} {
				r.class("b"+m, training.Trade, "焊工"+m, training.StartsOn, "2026-"+m+"-01", training.EndsOn, "2026-"+m+"-08")
				r.enrol("b"+m, 0, training.CertOn, "2026-"+m+"-20")
			}
		}, []string{"per_year"}, "每人每年最多2个"},
		{"larger than the room", func(r register) { r.set(training.TypeClass, "a", training.RoomSize, "4") }, []string{"room"}, "场地只能容纳4人"},
		{"more than a class may have", func(r register) {
			for i := 5; i < 51; i++ {
				r.person(i)
				r.enrol("a", i)
			}
			for i := 3; i < 6; i++ {
				r.call("a", i, survey.Yes, survey.Yes)
			}
		}, []string{"over_planned", "too_big"}, "每班不超过50人"},
		{"employed and insured", func(r register) {
			r.person(0, "pension_work", "是", survey.Employed, "就业", survey.JobSince, "2024-03")
		}, []string{"employed"}, "2024-03"},
		{"employed by a dated fact", func(r register) {
			r.person(0, "pension_work", "是")
			r.set(registry.TypeFact, "f", survey.OfPerson, "p0", survey.FactKind, survey.FactEmployment, survey.StartsOn, "2025-01", survey.EndsOn, "2026-12")
		}, []string{"employed"}, "2025-01"},
		{"died before the class", func(r register) { r.person(0, survey.LeftWhy, "死亡", survey.LeftOn, "2026-09-30") }, []string{"gone"}, "死亡（2026-09-30）"},
		{"at school, as registered now", func(r register) { r.person(0, survey.Schooling, "本科一年级", survey.Education, "") }, []string{"at_school"}, "现在的登记"},
		{"over age on the first day", func(r register) { r.person(0, survey.IDNo, "530000195803184349") }, []string{"over_age"}, "超过55周岁"},
		{"certificate before the end", func(r register) { r.enrol("a", 0, training.CertOn, "2026-10-15") }, []string{"cert_early"}, "早于结业日期2026-10-16"},
		{"disabled since after the class", func(r register) {
			r.set(registry.TypeFact, "f", survey.OfPerson, "p0", survey.FactKind, survey.FactDisability, survey.StartsOn, "2026-11-01")
		}, []string{"disabled_after"}, "2026-11-01"},
		{"a certificate's number twice", func(r register) {
			r.enrol("a", 0, training.CertNo, "ＺA-P1")
			r.enrol("a", 1, training.CertNo, "za-p1")
		}, []string{"cert_twice"}, "2人次共用"},
		{"a trainee who was not there", func(r register) { r.call("a", 0, survey.No, survey.No) }, []string{"call_absent"}, "没有参加培训"},
		{"a trainee who says otherwise", func(r register) { r.call("a", 0, survey.Yes, survey.No) }, []string{"call_differs"}, "和档案不一致"},
		{"fewer calls than a tenth", func(r register) { delete(r[training.TypeCheckCall], "calla0") }, []string{"calls_few"}, "至少电话核查3人，现在2人"},
		{"lessons before the posting", func(r register) { r.set(training.TypeClass, "a", training.BoardPostedOn, "2026-10-11") }, []string{"order", "unposted"}, "已经上了2次课，最早是2026-10-09"},
		{"a claim that is too late and has no number", func(r register) {
			r.set(training.TypeClass, "a", training.UpstreamNo, "YN")
			r.set(training.TypeClaim, "m", training.OfClass, "a", training.ClaimKind, "培训补贴", training.ClaimPart, training.InFull, training.ClaimPeople, "6", training.AppliedOn, "2026-11-20")
		}, []string{"claim_late", "claim_people"}, "申领6人，考核合格的只有5人"},
		{"marks of a whole class within a second", func(r register) { burst(r, time.Second/10) }, []string{"burst"}, "代签"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := sound()
			c.make(r)
			found := audit.Run(r.source(), nil, nil)
			if got := codes(slices.DeleteFunc(slices.Clone(found), extra)); !slices.Equal(got, c.want) {
				t.Errorf("found %v, want %v: %+v", got, c.want, found)
			}
			if !slices.ContainsFunc(found, func(f quality.Finding) bool { return strings.Contains(f.Sentence, c.says) }) {
				t.Errorf("nothing says %q: %+v", c.says, found)
			}
			for _, f := range found {
				if f.Key == "" || f.Type == "" || f.ID == "" || f.Class == "" || f.Source == "" || strings.ContainsAny(f.Sentence, "%!") || audit.Title(f.Check) == "" || strings.Contains(audit.Title(f.Check), ".title.") {
					t.Errorf("a finding needs a place to click, a source and words: %+v, %q", f, audit.Title(f.Check))
				}
			}
		})
	}
}

// extra are findings about a second class of a case, which is only there for the first.
func extra(f quality.Finding) bool {
	return f.Class != "a" && !slices.Contains([]string{"two_classes", "same_level"}, f.Check)
}

func burst(r register, gap time.Duration) {
	at := time.Date(2026, 10, 9, 1, 0, 0, 0, time.UTC)
	for i := range 5 {
		m := training.Mark{Session: "a2026-10-09", Enrolment: fmt.Sprint("a-p", i), Symbol: training.Present, Way: training.ByHand, By: "杨绍云", Device: "一号", At: at.Add(time.Duration(i) * gap)}
		r.set(training.TypeMark, fmt.Sprint("m", i), slices.Collect(pairs(m.Answers()))...)
	}
}

func pairs(a survey.Answers) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for k, v := range a {
			if !yield(k) || !yield(v) {
				return
			}
		}
	}
}

func TestMarksMadeOneAfterTheOtherAreNoHint(t *testing.T) {
	r := sound()
	burst(r, 3*time.Second)
	if got := codes(audit.Run(r.source(), nil, nil)); len(got) > 0 {
		t.Errorf("found %v", got)
	}
}

func TestWhoLeftAfterTheClassWasThere(t *testing.T) {
	r := sound()
	r.person(0, survey.LeftWhy, "死亡", survey.LeftOn, "2026-11-01", survey.Destination, "死亡")
	if got := codes(audit.Run(r.source(), nil, nil)); len(got) > 0 {
		t.Errorf("found %v", got)
	}
}

func TestACountyChangesANumberAndTheAuditFollows(t *testing.T) {
	r := sound()
	book := rules.NewBook([]*rules.Own{
		{Name: "class", Text: `{"max_size": 4}`, From: "2026-01-01"},
		{Name: "enrol", Text: `{"max_age_men": 20, "max_age_women": 20}`, From: "2026-01-01"},
		{Name: "audit", Text: `{"off": ["calls_few"], "least": 5, "severities": {"too_big": "hint"}}`, From: "2026-01-01"},
	})
	found := audit.Run(r.source(), book, nil)
	if got := codes(found); !slices.Equal(got, []string{"over_age", "too_big"}) {
		t.Fatalf("found %v", got)
	}
	for _, f := range found {
		if f.Check == "too_big" && f.Severity != quality.Hint || f.Source != "本县自定" {
			t.Errorf("%+v", f)
		}
	}
	before := rules.NewBook([]*rules.Own{{Name: "class", Text: `{"max_size": 4}`, From: "2026-10-10"}})
	if got := codes(audit.Run(r.source(), before, nil)); len(got) > 0 {
		t.Errorf("a rule from the day after the class began counts: %v", got)
	}
}

func TestPeopleWhoWereMergedAreOnePerson(t *testing.T) {
	r := sound()
	r.set(registry.TypePerson, "twin", survey.InHousehold, "h", survey.FullName, names[0], survey.SameAs, "p0")
	r.set(training.TypeEnrolment, "again", training.OfClass, "a", training.OfPerson, "twin", training.Seat, "9")
	if got := codes(audit.Run(r.source(), nil, nil)); !slices.Equal(got, []string{"twice_in_class"}) {
		t.Errorf("found %v", got)
	}
}

func TestDraftsAreNotLookedAt(t *testing.T) {
	r := sound()
	r.set(training.TypeClass, "a", training.Stage, training.Draft, training.RoomSize, "1")
	if got := codes(audit.Run(r.source(), nil, nil)); len(got) > 0 {
		t.Errorf("found %v", got)
	}
}

func TestTheCountysDirectoriesAreAsked(t *testing.T) {
	r := sound()
	r.set(training.TypeClass, "a", training.Institution, "姚安县阳光职业培训学校")
	cat := catalogue.NewBook([]registry.Record{{Type: registry.TypeInstitution, ID: "i", Packed: survey.Pack(survey.Answers{survey.InstName: "姚安县阳光职业培训学校", survey.LicenceUntil: "2026-10-12", survey.InstTrades: "焊工、电工"})}})
	if got := codes(audit.Run(r.source(), nil, cat)); !slices.Equal(got, []string{"licence_over", "trade_unapproved"}) {
		t.Errorf("found %v", got)
	}
}

func TestASampleCanBeDrawnAgain(t *testing.T) {
	var all []training.Enrolment
	for i := range 40 {
		all = append(all, training.NewEnrolment("c", fmt.Sprint("p", i), i+1))
	}
	all[7].Answers[training.Standing] = training.Withdrawn
	first := audit.Sample(all, "2026-11", 10, 3)
	slices.Reverse(all)
	if again := audit.Sample(all, "2026-11", 10, 3); !slices.EqualFunc(first, again, func(a, b training.Enrolment) bool { return a.ID == b.ID }) {
		t.Error("the same seed draws others")
	}
	if len(first) != 4 {
		t.Errorf("%d of 39 are no tenth, rounded up", len(first))
	}
	if other := audit.Sample(all, "2026-12", 10, 3); slices.EqualFunc(first, other, func(a, b training.Enrolment) bool { return a.ID == b.ID }) {
		t.Error("another seed draws the same")
	}
	drawn := map[int]bool{}
	for i := range 200 {
		for _, e := range audit.Sample(all, fmt.Sprint(i), 10, 3) {
			drawn[e.Seat()] = true
		}
	}
	if len(drawn) != 39 || drawn[8] {
		t.Errorf("%d of 39 are ever drawn", len(drawn))
	}
}

func TestATenthIsRoundedUpAndAFewAreAlwaysDrawn(t *testing.T) {
	for _, c := range []struct{ people, least, want int }{{0, 3, 0}, {2, 3, 2}, {10, 3, 3}, {10, 0, 1}, {50, 3, 5}, {51, 3, 6}, {40, 0, 4}} {
		var all []training.Enrolment
		for i := range c.people {
			all = append(all, training.NewEnrolment("c", fmt.Sprint("p", i), i+1))
		}
		if got := len(audit.Sample(all, "x", 10, c.least)); got != c.want {
			t.Errorf("of %d are drawn %d, want %d", c.people, got, c.want)
		}
	}
}

func TestTheListForAnAuditorNamesClassPersonAndSource(t *testing.T) {
	r := sound()
	r.set(training.TypeClass, "a", training.RoomSize, "4", training.ClassNo, "姚培开〔2026〕017号")
	r.person(0, survey.IDNo, "530000195803184349")
	src := r.source()
	table := audit.Table(src, audit.Run(src, nil, nil))
	if table.Count() != 2 || len(table.Statuses) != 1 || table.IDs[0] != "a" {
		t.Fatalf("%d rows, %v, %v", table.Count(), table.Statuses, table.IDs)
	}
	if err := table.Check(); err != nil {
		t.Error(err)
	}
	for _, row := range table.Rows {
		if row[1] == "" || row[2] != "姚培开〔2026〕017号" || row[5] == "" || row[7] == "" || (row[3] == "") != (row[5] == "人数超过场地") {
			t.Errorf("%q", row)
		}
		if strings.Contains(strings.Join(row, ""), "530000") {
			t.Error("an ID number stands in the list")
		}
	}
}

func BenchmarkAudit1000Classes40000Trainees(b *testing.B) {
	src := large()
	b.ReportAllocs()
	for b.Loop() {
		audit.Run(src, nil, nil)
	}
}

// large are 1,000 classes of 40, held over three years, each of 25,000 people in one or two.
func large() *report.Source {
	src := &report.Source{On: day}
	for i := range 25_000 {
		r := register{}
		r.person(i, survey.InHousehold, fmt.Sprint("h", i/3), "pension_work", "否", survey.Employed, "就业", survey.AwayMonths, "9", survey.AwayPlace, "广东省东莞市", survey.Ethnic, "彝族", survey.Cert, "电工初级证")
		for id, a := range r[registry.TypePerson] {
			src.Put(registry.TypePerson, id, a)
		}
		src.Put(registry.TypeHousehold, fmt.Sprint("h", i/3), survey.Answers{survey.Village: "532325202201", survey.HouseType: "脱贫户"})
	}
	trades := []string{"中式烹调师", "焊工", "家政服务员", "砌筑工", "电工"}
	for c := range 1000 {
		first := time.Date(2024, 1, 8, 0, 0, 0, 0, time.UTC).AddDate(0, 0, c)
		r := register{}
		id := fmt.Sprint("c", c)
		r.class(id, training.Trade, trades[c%len(trades)], training.StartsOn, first.Format(time.DateOnly), training.EndsOn, first.AddDate(0, 0, 7).Format(time.DateOnly), training.Programme, "农村劳动者就业技能培训")
		for i := range 40 {
			r.enrol(id, (c*40+i)%25_000, training.CertOn, first.AddDate(0, 0, 9).Format(time.DateOnly))
		}
		r.set(training.TypeClaim, "m"+id, training.OfClass, id, training.ClaimKind, "培训补贴", training.ClaimPart, training.InFull, training.ClaimPeople, "40", training.AppliedOn, first.AddDate(0, 0, 20).Format(time.DateOnly))
		for typ, all := range r {
			for id, a := range all {
				src.Put(typ, id, a)
			}
		}
	}
	src.Settle()
	return src
}
