package rules_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"ruhu/internal/catalogue"
	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// directory is a county with one institution, two teachers and a programme of its own.
func directory() *catalogue.Book {
	row := func(typ, id string, a survey.Answers) registry.Record {
		a[survey.CatSource] = "姚人社发〔2026〕3号"
		return registry.Record{Type: typ, ID: id, Packed: survey.Pack(a)}
	}
	return catalogue.NewBook([]registry.Record{
		row(registry.TypeInstitution, "i", survey.Answers{survey.InstName: "姚安县阳光职业培训学校", survey.InstLicence: "人社民5323004号", survey.LicenceUntil: "2026-12-31", survey.InstTrades: "中式烹调师、焊工", survey.InstRoom: "45", survey.InstGrade: "A"}),
		row(registry.TypeInstitution, "j", survey.Answers{survey.InstName: "姚安县过期培训学校", survey.LicenceUntil: "2026-10-25", survey.InstTrades: "电工", survey.InstGrade: "D"}),
		row(registry.TypeTeacher, "t", survey.Answers{survey.TeachName: "古丽·阿不都热依木", survey.TeachInst: "姚安县阳光职业培训学校", survey.TeachCert: "技师证", survey.TeachTrades: "厨师"}),
		row(registry.TypeTeacher, "u", survey.Answers{survey.TeachName: "由𠮷", survey.TeachInst: "姚安县阳光职业培训学校", survey.TeachCert: "技师证", survey.TeachCertUntil: "2026-10-21", survey.TeachTrades: "焊工"}),
	})
}

// sound is a class in which nothing is wrong: ten days of eight hours, twenty people.
func sound(kv ...string) rules.Life {
	l := rules.Life{People: map[string]registry.Person{}, Facts: map[string][]registry.Record{}}
	l.Class = class(append([]string{
		training.ClassName, "中式烹调师（初级）培训班", training.Hours, "80", training.TheoryHours, "36", training.HoursPerDay, "8", training.Planned, "20", training.RoomSize, "40",
		training.Institution, "姚安县阳光职业培训学校", training.Licence, "人社民5323004号", training.FiledOn, "2026-09-28", training.ApprovedOn, "2026-10-10",
		training.BoardPostedOn, "2026-10-19", training.LicencePostedOn, "2026-10-19", training.Stage, training.Running, training.UpstreamNo, "YN-1"}, kv...)...)
	for d := 20; d <= 29; d++ {
		date := fmt.Sprintf("2026-10-%02d", d)
		l.Sessions = append(l.Sessions, training.Session{ID: "s" + date, Answers: survey.Answers{training.OfClass: "c", training.HeldOn: date, training.Half: training.Morning, training.SessionHours: "8",
			training.Teacher: "古丽·阿不都热依木", training.Course: "职业素养、安全生产、热菜"}})
	}
	for i := range 20 {
		id := fmt.Sprint("p", i)
		l.People[id] = registry.Person{ID: id, Packed: survey.Pack(survey.Answers{survey.FullName: "䶮" + id, survey.JobSince: "2026-06-30"})}
		l.Enrolments = append(l.Enrolments, training.NewEnrolment("c", id, i+1))
	}
	return l
}

var after = time.Date(2026, 12, 20, 0, 0, 0, 0, time.UTC)

func TestAClassIsJudgedAsAWhole(t *testing.T) {
	set := func(kv ...string) func(l *rules.Life) {
		return func(l *rules.Life) {
			for i := 0; i < len(kv); i += 2 {
				l.Class.Answers[kv[i]] = kv[i+1]
			}
		}
	}
	each := func(key, value string) func(l *rules.Life) {
		return func(l *rules.Life) {
			for _, s := range l.Sessions {
				s.Answers[key] = value
			}
		}
	}
	both := func(a, b func(l *rules.Life)) func(l *rules.Life) { return func(l *rules.Life) { a(l); b(l) } }
	const chemicals, heads = "安全技能提升工程（危险化学品特种作业）", "安全技能提升工程（高危企业主要负责人和安全管理人员）"
	cases := []struct {
		name  string
		make  func(l *rules.Life)
		codes []string
		field string // of the first
		says  string
		asks  bool // all that was found only asks
	}{
		{name: "nothing wrong", make: set()},
		{"51 people", func(l *rules.Life) {
			l.Class.Answers[training.Planned], l.Class.Answers[training.RoomSize] = "51", "60"
			for i := 20; i < 51; i++ {
				l.Enrolments = append(l.Enrolments, training.NewEnrolment("c", fmt.Sprint("p", i), i+1))
			}
		}, []string{"too_big"}, training.Planned, "有51人，每班不超过50人", false},
		{"51 planned, nobody enrolled", both(set(training.Planned, "51", training.RoomSize, "60"), func(l *rules.Life) { l.Enrolments = nil }), []string{"too_big"}, training.Planned, "51", false},
		{"who left and who waits count no more", func(l *rules.Life) {
			l.Class.Answers[training.Planned] = "18"
			l.Enrolments[0].Answers[training.Standing], l.Enrolments[1].Answers[training.Standing] = training.Withdrawn, training.Reserve
		}, nil, "", "", false},
		{"a room too small", set(training.RoomSize, "19"), []string{"room"}, training.RoomSize, "只能容纳19人", false},
		{"a room of the institution too small", func(l *rules.Life) {
			l.Class.Answers[training.RoomSize], l.Class.Answers[training.Planned] = "", "46"
			l.Enrolments = nil
		}, []string{"room"}, training.RoomSize, "只能容纳45人", false},
		{"more than planned", set(training.Planned, "19"), []string{"over_planned"}, training.Planned, "已有20人在册，计划是19人", false},

		{"too few hours for the trade", set(training.Hours, "59", training.TheoryHours, "29"), []string{"min_hours"}, training.Hours, "不少于60课时", false},
		{"as many as the trade wants", set(training.Hours, "60", training.TheoryHours, "30"), nil, "", "", false},
		{"47 hours for heads of safety", set(training.Trade, "", training.Programme, heads, training.Hours, "47", training.TheoryHours, "23"), []string{"min_hours"}, training.Hours, "不少于48课时", false},
		{"16 hours of their yearly training", func(l *rules.Life) {
			set(training.ClassName, "安全管理人员再培训班", training.Trade, "", training.Programme, heads, training.Hours, "16", training.TheoryHours, "8")(l)
		}, nil, "", "", false},
		{"15 hours of it", set(training.ClassName, "安全管理人员再培训班", training.Trade, "", training.Programme, heads, training.Hours, "15", training.TheoryHours, "7"), []string{"min_hours"}, training.Hours, "不少于16课时", false},
		{"no hours said", set(training.Hours, ""), []string{"hours_unknown"}, training.Hours, "没有填总课时", true},
		{"a timetable that is too short", set(training.Hours, "90", training.TheoryHours, "40"), []string{"plan_short"}, training.Hours, "只排了80课时，总课时是90", true},
		{"theory of less than 40 per cent", set(training.TheoryHours, "31"), []string{"theory_share"}, training.TheoryHours, "只占38.7%，不低于40%", false},
		{"just 40 per cent", set(training.TheoryHours, "32"), nil, "", "", false},
		{"practice of less than 40 per cent", set(training.TheoryHours, "49"), []string{"practice_share"}, training.TheoryHours, "实操31课时", false},
		{"theory not said", set(training.TheoryHours, ""), []string{"theory_unknown"}, training.TheoryHours, "理论不低于40%", true},
		{"nine hours a day", set(training.HoursPerDay, "9"), []string{"hours_per_day"}, training.HoursPerDay, "不超过8课时", false},
		{"nine hours on one day", func(l *rules.Life) { l.Sessions[2].Answers[training.SessionHours] = "9" }, []string{"day_hours"}, training.SessionHours, "2026-10-22排了9课时", false},
		{"a trade that is in no catalogue", set(training.Trade, "望闻问切"), []string{"trade_unknown", "trade_unapproved", "teacher_trade"}, "", "", false},

		{"a module that no course has", each(training.Course, "热菜、安全生产"), []string{"modules"}, training.Course, "课表里没有职业道德", false},
		{"no courses at all", each(training.Course, ""), []string{"no_courses"}, training.Course, "职业道德、安全环保", true},
		{"parts of 劳动预备", both(set(training.Programme, "劳动预备培训"), each(training.Course, "职业素养、安全、理论、实操")), []string{"modules"}, training.Course, "社会实践", false},
		{"no sessions yet", func(l *rules.Life) { l.Sessions = nil }, nil, "", "", false},

		{"a teacher of another trade", each(training.Teacher, "由𠮷"), []string{"teacher_trade"}, training.Teacher, "登记的任教工种是焊工", true},
		{"a teacher nobody knows", each(training.Teacher, "𫖮老师"), []string{"teacher_unknown"}, training.Teacher, "教师目录里没有“𫖮老师”", true},
		{"an institution nobody knows", set(training.Institution, "无名学校"), []string{"institution_unknown"}, training.Institution, "没有“无名学校”", true},
		{"a licence that ends while the class is held", set(training.Institution, "姚安县过期培训学校"), []string{"licence_over", "trade_unapproved", "grade"}, training.Licence, "办学许可证到2026-10-25为止，培训到2026-10-29才结束", false},
		{"another licence number", set(training.Licence, "人社民999号"), []string{"licence_other"}, training.Licence, "人社民5323004号", true},
		{"a trade it is not approved for", set(training.Trade, "电工"), []string{"trade_unapproved", "teacher_trade"}, "", "", false},

		{"approved before it was applied for", set(training.FiledOn, "2026-10-11"), []string{"order"}, training.ApprovedOn, "批准日期（2026-10-10）早于开班申请日期（2026-10-11）", false},
		{"closed before it ended", set(training.ClosedOn, "2026-10-28"), []string{"order"}, training.ClosedOn, "结业验收日期", false},
		{"posted on the third day", set(training.BoardPostedOn, "2026-10-22"), []string{"order", "unposted"}, "", "已经上了2次课，最早是2026-10-20", false},
		{"the licence never posted", set(training.LicencePostedOn, ""), []string{"unposted"}, training.LicencePostedOn, "已经上了10次课", false},
		{"a session after the last day", func(l *rules.Life) { l.Sessions[9].Answers[training.HeldOn] = "2026-10-30" }, []string{"session_outside"}, training.HeldOn, "2026-10-30", true},

		{"no number of the platform", set(training.UpstreamNo, ""), []string{"no_upstream"}, training.UpstreamNo, "超过30天", false},
		{"a certificate older than the end", func(l *rules.Life) { l.Enrolments[3].Answers[training.CertOn] = "2026-10-28" }, []string{"cert_early"}, training.CertOn, "䶮p3的发证日期2026-10-28，早于结业日期2026-10-29", false},
		{"of which only the month is known", func(l *rules.Life) { l.Enrolments[3].Answers[training.CertOn] = "2026-10" }, nil, "", "", false},
		{"disabled since after the class", func(l *rules.Life) {
			l.Facts["p3"] = []registry.Record{fact(survey.FactKind, survey.FactDisability, survey.StartsOn, "2026-11-05")}
		}, []string{"disabled_after"}, training.OfPerson, "2026-11-05", true},
		{"disabled before, and again after", func(l *rules.Life) {
			l.Facts["p3"] = []registry.Record{fact(survey.FactKind, survey.FactDisability, survey.StartsOn, "2026-11-05"), fact(survey.FactKind, survey.FactDisability, survey.StartsOn, "2020")}
		}, nil, "", "", false},
		{"not passed within six months of taking the post", func(l *rules.Life) {
			set(training.Trade, "", training.Programme, heads, training.Stage, training.Closed)(l)
			l.Enrolments = l.Enrolments[:2]
			l.Enrolments[1].Answers[training.Result] = training.Failed
			l.People["p1"] = registry.Person{ID: "p1", Packed: survey.Pack(survey.Answers{survey.FullName: "㛃", survey.JobSince: "2026-05-31"})}
		}, []string{"pass_late"}, training.Result, "㛃从2026-05-31任职，6个月内（2026-11-30前）", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			l := sound()
			c.make(&l)
			v := rules.Shipped.Class(day).Judge(l, directory(), after)
			codes := v.Codes()
			slices.Sort(c.codes)
			slices.Sort(codes)
			if !slices.Equal(slices.Compact(codes), c.codes) {
				t.Fatalf("found %v, want %v: %s", codes, c.codes, v.Words())
			}
			if !strings.Contains(v.Words(), c.says) || strings.Contains(v.Words(), "%!") {
				t.Errorf("%q does not say %q", v.Words(), c.says)
			}
			if want := len(c.codes) == 0 || c.asks; v.OK != want {
				t.Errorf("OK is %v: %+v", v.OK, v.Findings)
			}
			if c.field != "" && (len(v.Findings) == 0 || v.Findings[0].Field != c.field) {
				t.Errorf("the field is not %s: %+v", c.field, v.Findings)
			}
			for _, f := range v.Findings {
				if f.Source == "" || f.Field == "" || strings.HasPrefix(rules.Title(f.Code), "rules.") || (f.Type == "") != (f.ID == "") {
					t.Errorf("a finding needs a source, a field and a title: %+v", f)
				}
			}
		})
	}
}

func TestATeachersCertificateMustHoldOnTheDay(t *testing.T) {
	l := sound()
	l.Sessions[1].Answers[training.Teacher] = "由𠮷" // 2026-10-21, the last day
	l.Class.Answers[training.Trade], l.Class.Answers[training.Level] = "焊工", ""
	rule := rules.Shipped.Class(day)
	has := func() bool {
		return slices.Contains(rule.Judge(l, directory(), after).Codes(), "teacher_cert")
	}
	if has() {
		t.Error("the last day of the certificate still holds")
	}
	l.Sessions[1].Answers[training.Teacher], l.Sessions[2].Answers[training.Teacher] = "", "由𠮷"
	if !has() {
		t.Error("the day after it does not")
	}
	rule.TeacherCert = false
	if has() {
		t.Error("a county may do without")
	}
}

func TestSessionsToComeAreNoLessonsHeldWithoutABoard(t *testing.T) {
	l := sound(training.BoardPostedOn, "", training.LicencePostedOn, "", training.Stage, training.Approved)
	if v := rules.Shipped.Class(day).Judge(l, directory(), day); !v.OK {
		t.Errorf("%+v", v.Findings)
	}
}

func TestACountyChangesHowClassesAreHeld(t *testing.T) {
	for name, c := range map[string]struct{ text, code string }{
		"smaller classes":   {`{"max_size": 15}`, "too_big"},
		"shorter days":      {`{"hours_per_day": 7}`, "hours_per_day"},
		"a module for all":  {`{"modules": ["普通话"]}`, "modules"},
		"other bad grades":  {`{"bad_grades": ["A"]}`, "grade"},
		"the number sooner": {`{"upstream_days": 10}`, "no_upstream"},
	} {
		if err := rules.Check("class", c.text); err != nil {
			t.Fatal(err)
		}
		l := sound()
		if name == "the number sooner" {
			l.Class.Answers[training.UpstreamNo] = ""
		}
		on := time.Date(2026, 11, 15, 0, 0, 0, 0, time.UTC)
		book := rules.NewBook([]*rules.Own{{Name: "class", Text: c.text, From: "2026-01-01"}})
		if v := rules.Shipped.Class(day).Judge(l, directory(), on); len(v.Findings) > 0 {
			t.Errorf("%s, by the rule that ships: %+v", name, v.Findings)
		}
		v := book.Class(day).Judge(l, directory(), on)
		if !slices.Equal(v.Codes(), []string{c.code}) {
			t.Fatalf("%s: %+v", name, v.Findings)
		}
		if v.Findings[0].Source != "本县自定" {
			t.Errorf("%s: given out as of %q", name, v.Findings[0].Source)
		}
	}
}

func TestTheHoursOfACountysOwnTradeCount(t *testing.T) {
	cat := catalogue.NewBook([]registry.Record{{Type: registry.TypeTrade, ID: "x", Packed: survey.Pack(survey.Answers{survey.TradeName: "中式烹调师", survey.TradeLevel: "初级", survey.MinHours: "105", survey.CatSource: "湘人社规〔2022〕", survey.ValidFrom: "2026-10-20"})}})
	l := sound()
	v := rules.Shipped.Class(day).Judge(l, cat, after)
	if !slices.Equal(v.Codes(), []string{"min_hours"}) || v.Findings[0].Source != "湘人社规〔2022〕" || !strings.Contains(v.Words(), "105") {
		t.Errorf("%+v", v.Findings)
	}
	l.Class.Answers[training.StartsOn] = "2026-10-19"
	l.Class.Answers[training.BoardPostedOn] = "2026-10-19"
	if v := rules.Shipped.Class(day).Judge(l, cat, after); slices.Contains(v.Codes(), "min_hours") {
		t.Errorf("a class that began the day before: %s", v.Words())
	}
}

func TestJudgingChangesNothing(t *testing.T) {
	l := sound()
	before := maps.Clone(l.Class.Answers)
	rules.Shipped.Class(day).Judge(l, nil, after)
	if !maps.Equal(before, l.Class.Answers) || len(l.Sessions) != 10 || len(l.Enrolments) != 20 {
		t.Error("the class is another")
	}
}
