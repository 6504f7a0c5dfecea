package rules_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

func deadline(t *testing.T, b *rules.Book, l rules.Life, code, today string) (rules.Deadline, bool) {
	t.Helper()
	all := rules.Deadlines(b, l, on(today))
	if !slices.IsSortedFunc(all, func(a, b rules.Deadline) int { return a.By.Compare(b.By) }) {
		t.Error("the first does not come first")
	}
	for _, d := range all {
		if d.Sentence == "" || strings.Contains(d.Sentence, "%!") || d.Source == "" || d.Owner == "" || d.Type == "" {
			t.Errorf("%+v", d)
		}
		if d.Code == code {
			return d, true
		}
	}
	return rules.Deadline{}, false
}

func TestUntilWhenWhatIsDone(t *testing.T) {
	apprentices := []string{training.Project, "新型学徒制培训"}
	cases := []struct {
		name, code  string
		class       []string
		life        func(l *rules.Life)
		today, by   string // by "" for no such deadline
		done, late  bool
		field, says string
	}{
		{name: "ten working days before, over the holiday of October and the Saturday worked for it", code: "file", class: []string{training.StartsOn, "2026-10-20"}, today: "2026-09-20", by: "2026-09-30", field: training.FiledOn, says: "还有10天，培训机构负责"},
		{name: "over", code: "file", class: []string{training.StartsOn, "2026-10-20"}, today: "2026-10-12", by: "2026-09-30", late: true, field: training.FiledOn, says: "已过12天"},
		{name: "filed in time", code: "file", class: []string{training.StartsOn, "2026-10-20", training.FiledOn, "2026-09-30"}, today: "2026-10-12", by: "2026-09-30", done: true, field: training.FiledOn, says: "已办"},
		{name: "filed a day late", code: "file", class: []string{training.StartsOn, "2026-10-20", training.FiledOn, "2026-10-01"}, today: "2026-10-12", by: "2026-09-30", done: true, late: true, field: training.FiledOn, says: "2026-10-01才办"},
		{name: "a class that is long past it, nobody wrote down when", code: "file", class: []string{training.StartsOn, "2026-10-20", training.Stage, training.Running}, today: "2026-10-22", by: "2026-09-30", done: true, field: training.FiledOn},
		{name: "five working days for approval, over two holidays", code: "approve", class: []string{training.FiledOn, "2026-09-24", training.Stage, training.Filed}, today: "2026-09-28", by: "2026-10-09", field: training.ApprovedOn, says: "县级人社部门"},
		{name: "not filed yet", code: "approve", today: "2026-09-28"},
		{name: "board up, licence not", code: "post", class: []string{training.BoardPostedOn, "2026-10-19", training.Stage, training.Approved}, today: "2026-10-19", by: "2026-10-20", field: training.LicencePostedOn},
		{name: "both up", code: "post", class: []string{training.BoardPostedOn, "2026-10-19", training.LicencePostedOn, "2026-10-20"}, today: "2026-10-21", by: "2026-10-20", done: true, field: training.BoardPostedOn},
		{name: "list for the examination", code: "exam_list", class: []string{training.AssessOn, "2026-10-30"}, today: "2026-10-25", by: "2026-10-23", says: "看不出办没办"},
		{name: "claim", code: "claim", today: "2026-11-01", by: "2026-11-28", field: training.ClaimedOn},
		{name: "claimed, by a claim", code: "claim", life: func(l *rules.Life) {
			l.Claims = []registry.Record{claim("a", training.ClaimPart, training.InAdvance, training.AppliedOn, "2026-10-01"), claim("b", training.AppliedOn, "2026-11-29")}
		}, today: "2026-12-01", by: "2026-11-28", done: true, late: true, field: training.ClaimedOn, says: "2026-11-29才办"},
		{name: "claim of apprentices", code: "claim_apprentice", class: apprentices, today: "2026-11-01", by: "2026-12-28", field: training.ClaimedOn},
		{name: "of apprentices only", code: "claim_apprentice", today: "2026-11-01"},
		{name: "apprentices begin within sixty days", code: "begin_apprentice", class: append(slices.Clone(apprentices), training.ApprovedOn, "2026-09-01"), today: "2026-11-05", by: "2026-10-31", late: true, field: training.StartedOn},
		{name: "thirty working days for their filing", code: "review_apprentice", class: append(slices.Clone(apprentices), training.FiledOn, "2026-09-01", training.Stage, training.Filed), today: "2026-09-02", by: "2026-10-19", field: training.ApprovedOn},
		{name: "an apprentice left", code: "resign", class: apprentices, life: func(l *rules.Life) {
			e := training.NewEnrolment("c", "p", 1)
			e.Answers[training.Standing], e.Answers[training.LeftOn] = training.Withdrawn, "2026-10-22"
			l.Enrolments = append(l.Enrolments, e)
		}, today: "2026-10-23", by: "2026-11-06"},
		{name: "a claim is reviewed", code: "review_claim", life: func(l *rules.Life) {
			l.Claims = []registry.Record{{Type: training.TypeClaim, ID: "m", Packed: survey.Pack(survey.Answers{training.AppliedOn: "2026-11-02"})}}
		}, today: "2026-11-03", by: "2026-12-14", field: training.AcceptedOn},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			l := rules.Life{Class: class(c.class...)}
			if c.life != nil {
				c.life(&l)
			}
			d, found := deadline(t, nil, l, c.code, c.today)
			if !found || c.by == "" {
				if found || c.by != "" {
					t.Fatalf("found %v: %+v", found, d)
				}
				return
			}
			if d.By.Format(time.DateOnly) != c.by || d.Done != c.done || d.Late != c.late || d.Field != c.field || !strings.Contains(d.Sentence, c.says) {
				t.Errorf("%+v", d)
			}
		})
	}
}

func TestEveryoneWhoPassedIsFollowedUp(t *testing.T) {
	l := sound(training.Stage, training.Closed)
	l.Followups = map[string][]registry.Record{}
	d, ok := deadline(t, nil, l, "follow3", "2027-01-10")
	if !ok || d.By.Format(time.DateOnly) != "2027-01-29" || d.Done || d.Open != 20 || d.Days != 19 {
		t.Fatalf("%+v", d)
	}
	for i, e := range l.Enrolments {
		seen := "2027-01-05"
		if i == 0 {
			seen = "2026-12-28" // too early to say anything of three months
		}
		l.Followups[e.PersonID()] = []registry.Record{{Type: registry.TypeFollowUp, ID: e.ID, Packed: survey.Pack(survey.Answers{survey.FollowedOn: seen})}}
	}
	if d, _ = deadline(t, nil, l, "follow3", "2027-01-10"); d.Done || d.Open != 1 {
		t.Errorf("%+v", d)
	}
	l.Enrolments[0].Answers[training.AfterOn] = "2027-01-29"
	if d, _ = deadline(t, nil, l, "follow3", "2027-01-30"); !d.Done || d.Late || d.DoneOn != "2027-01-29" {
		t.Errorf("%+v", d)
	}
	if d, _ = deadline(t, nil, l, "follow6", "2027-01-30"); d.Done || d.By.Format(time.DateOnly) != "2027-04-29" {
		t.Errorf("%+v", d)
	}
}

func TestACountyChangesDeadlinesAndHolidays(t *testing.T) {
	l := rules.Life{Class: class(training.StartsOn, "2026-10-20")}
	own := func(name, text string) *rules.Book {
		if err := rules.Check(name, text); err != nil {
			t.Fatal(err)
		}
		return rules.NewBook([]*rules.Own{{Name: name, Text: text, From: "2026-01-01"}})
	}
	week := own("deadline", `{"deadlines": [{"code": "file", "what": "报送开班申请", "of": "class", "after": "starts_on", "days": -7, "unit": "calendar", "done": ["filed_on"], "stage": "已申请", "owner": "学校", "source": "衢州"}]}`)
	if d, _ := deadline(t, week, l, "file", "2026-09-20"); d.By.Format(time.DateOnly) != "2026-10-13" || d.Owner != "学校" {
		t.Errorf("%+v", d)
	}
	fair := own("holidays", `{"days": [{"date": "2026-10-14", "what": "休", "name": "花街节"}]}`)
	if d, _ := deadline(t, fair, l, "file", "2026-09-20"); d.By.Format(time.DateOnly) != "2026-09-29" {
		t.Errorf("a local holiday is a working day: %+v", d)
	}
	for _, c := range []struct{ name, text string }{
		{"deadline", `{"deadlines": [{"code": "x", "of": "class", "after": "starts", "days": 1, "unit": "work"}]}`},
		{"deadline", `{"deadlines": [{"code": "x", "of": "class", "after": "starts_on", "days": 1, "unit": "weeks"}]}`},
		{"deadline", `{"deadlines": [{"code": "x", "of": "nothing", "after": "starts_on", "days": 1, "unit": "work"}]}`},
		{"holidays", `{"days": [{"date": "10-14", "what": "休"}]}`}, {"holidays", `{"days": [{"date": "2026-10-14", "what": "假"}]}`},
		{"stage", `{"stages": [{"stage": "开班", "owner": "学校"}]}`}, {"stage", `{"stages": [{"stage": "已申请", "owner": "学校", "field": "school"}]}`},
		{"calendar", `{"reports": [{"name": "周报", "every": "week"}]}`}, {"calendar", `{"reports": [{"name": "年报", "on": ["2-30"]}]}`},
		{"class", `{"theory_share": 60, "practice_share": 50}`}, {"money", `{"max_advance": 120}`}, {"refresh", `{"months": {"不存在的工种": 3}}`}, {"audit", `{"severities": {"burst": "bad"}}`},
		{"enrol", `{"times": [{"groups": ["富人"], "times": 1}]}`}, {"enrol", `{"ages": [{"min": 30, "max_men": 20}]}`},
	} {
		if err := rules.Check(c.name, c.text); err == nil {
			t.Errorf("%s: %s passes", c.name, c.text)
		}
	}
}

func TestEveryStageHasAnOwnerWithAName(t *testing.T) {
	c := class(training.Institution, "姚安县阳光职业培训学校", training.ManagerUnit, "左门乡政府", training.Manager, "杨绍云")
	for _, stage := range training.Stages {
		if s := rules.Shipped.StageOwner(stage, day); s.Owner == "" || s.Source == "" {
			t.Errorf("%s: %+v", stage, s)
		}
	}
	for stage, want := range map[string]string{training.Filed: "培训机构（姚安县阳光职业培训学校）", training.Approved: "县级人社部门", training.Running: "培训班管理人（左门乡政府 杨绍云）"} {
		if got := rules.Shipped.StageOwner(stage, day).Of(c); got != want {
			t.Errorf("%s: %q, want %q", stage, got, want)
		}
	}
	book := rules.NewBook([]*rules.Own{{Name: "stage", Text: `{"stages": [{"stage": "已批准", "owner": "县就业局"}]}`, From: "2026-01-01"}})
	if got := book.StageOwner(training.Approved, day).Of(c); got != "县就业局" {
		t.Errorf("%q", got)
	}
}

func TestWhichReportsAreDueWhen(t *testing.T) {
	cases := []struct{ today, name, due, period string }{
		{"2026-11-03", "培训工作月报", "2026-11-05", "2026年10月"},
		{"2026-11-05", "培训工作月报", "2026-11-05", "2026年10月"},
		{"2026-11-06", "培训工作月报", "2026-12-04", "2026年11月"}, // the fifth is a Saturday
		{"2027-01-01", "培训工作月报", "2027-01-05", "2026年12月"},
		{"2026-11-06", "培训工作季报", "2027-01-08", "2026年第4季度"}, // the tenth is a Sunday
		{"2026-07-01", "培训工作季报", "2026-07-10", "2026年第2季度"},
		{"2026-07-01", "年培训3000人次以上机构报备", "2026-07-15", "2026年上半年"},
		{"2026-08-01", "年培训3000人次以上机构报备", "2027-01-15", "2026年下半年"},
		{"2026-08-01", "培训工作年报", "2027-01-15", "2026年"},
		{"2026-05-20", "企业学徒培养上半年、全年情况", "2026-06-05", "2026-06-05"},
		{"2026-06-06", "企业学徒培养上半年、全年情况", "2026-12-04", ""}, // 5 December is a Saturday
		{"2026-12-05", "企业学徒培养上半年、全年情况", "2027-06-04", ""},
		{"2026-12-15", "企业学徒培养年度总结", "2026-12-15", ""},
		{"2026-09-01", "下一年度培训补贴预算", "2026-09-30", ""},
	}
	for _, c := range cases {
		all := rules.Calendar(nil, on(c.today))
		i := slices.IndexFunc(all, func(d rules.ReportDue) bool { return d.Name == c.name })
		if i < 0 {
			t.Errorf("%s: nothing due", c.name)
			continue
		}
		d := all[i]
		if d.Due.Format(time.DateOnly) != c.due || !strings.Contains(d.Period, c.period) || d.Days != int(d.Due.Sub(on(c.today)).Hours()/24) || d.Source == "" || d.To == "" {
			t.Errorf("%s on %s: %+v", c.name, c.today, d)
		}
		if !slices.IsSortedFunc(all, func(a, b rules.ReportDue) int { return a.Due.Compare(b.Due) }) || len(all) != 8 {
			t.Errorf("%d reports, or not in order", len(all))
		}
	}
}

func TestACountyHasItsOwnReports(t *testing.T) {
	book := rules.NewBook([]*rules.Own{{Name: "calendar", Text: `{"reports": [{"name": "旬报", "report": "yuebao", "every": "month", "day": 31, "move": "after", "to": "县里", "source": "姚人社发〔2026〕3号"}]}`, From: "2026-01-01"}})
	all := rules.Calendar(book, on("2026-02-10"))
	if len(all) != 1 || all[0].Due.Format(time.DateOnly) != "2026-02-28" || all[0].Days != 18 { // a Saturday that is worked for the spring festival
		t.Errorf("%+v", all)
	}
}
