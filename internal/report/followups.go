package report

import (
	"cmp"
	"slices"
	"time"

	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// followupRule is the rule of when somebody is looked after, data/rules/followup.json.
const followupRule = "followup"

// followups says when those who finished a class are asked how they are getting on.
type followups struct {
	Months []int  `json:"months"`      // so many months after the end of the class
	Early  int    `json:"early_days"`  // so many days before, a look counts for it already
	Soon   int    `json:"soon_days"`   // so many days before, it is on the list
	Stop   int    `json:"stop_months"` // so many months after the last, nobody asks any more
	Source string `json:"source"`
}

// Faults implements rules.Faulty.
func (r followups) Faults() []rules.Fault {
	var out []rules.Fault
	for _, n := range r.Months {
		if n < 1 || n > 120 {
			out = append(out, rules.Fault{Word: "months", Says: text.T("report.bad.months")})
		}
	}
	return out
}

var followupsDue = sheet{
	name: "yinggenzong", of: training.TypeEnrolment, inner: true,
	columns: slices.Concat(
		whoColumns(),
		of(training.ClassTable, training.ClassName, training.Trade, training.Institution), own("done_on", 12, false), counted("follow_month", 8, false), own("follow_by", 12, false),
		own("follow_late", 10, false), of(training.EnrolmentTable, training.After, training.AfterFirm), own("followed_last", 12, false),
	),
	note: []note{noteFollowups},
	pickRecord: func(v *view, e *entry) bool {
		enrolment := training.Enrolment{ID: e.id, Answers: e.record.Unpack()}
		done, ok := survey.Day(enrolment.DoneOn(e.class))
		return ok && !done.After(v.on) && rules.Left(e.person, v.on) == "" && e.follow(v, done)
	},
}

// FollowupsDue is who has to be looked after now: 做好就业后续跟踪服务 (云人社发〔2018〕71号 一（七）).
func FollowupsDue(src Source, f Filter) Table { return followupsDue.make(src, f) }

func noteFollowups(v *view) string {
	r := rules.In[followups](v.Rules, followupRule, v.on)
	var months []string
	for _, n := range r.Months {
		months = append(months, itoa(n))
	}
	return text.T("report.note.followups", survey.JoinList(months), r.Early, r.Soon)
}

// follow says which look is due, if one is: the latest whose day has come or comes soon, where nobody has looked since.
func (e *entry) follow(v *view, done time.Time) bool {
	r := rules.In[followups](v.Rules, followupRule, v.on)
	last := v.lookedAt(e)
	for _, n := range slices.Backward(slices.Sorted(slices.Values(r.Months))) {
		by := laterBy(done, n)
		left := daysBetween(v.on, by)
		if left > r.Soon {
			continue
		}
		if laterBy(by, r.Stop).Before(v.on) || last >= by.AddDate(0, 0, -r.Early).Format(time.DateOnly) {
			return false
		}
		e.say("done_on", done.Format(time.DateOnly))
		e.say("follow_month", itoa(n))
		e.say("follow_by", by.Format(time.DateOnly))
		e.say("followed_last", last)
		e.status = text.T("report.follow.soon")
		if left < 0 {
			e.say("follow_late", itoa(-left))
			e.status = text.T("report.follow.late")
		}
		return true
	}
	return false
}

// lookedAt is the last day up to today on which anybody looked after the person: a follow-up, or what was written down of their work.
func (v *view) lookedAt(e *entry) survey.Date {
	last := firstOf(e.record.Get(training.AfterOn))
	if last > v.today {
		last = ""
	}
	for _, r := range v.Source.Followups[e.person.ID] {
		if day := firstOf(r.Get(survey.FollowedOn)); day <= v.today {
			last = max(last, day)
		}
	}
	return cmp.Or(last, "")
}

// laterBy is the day some months later; where that month has no such day, its last.
func laterBy(day time.Time, months int) time.Time {
	later := day.AddDate(0, months, 0)
	if later.Day() != day.Day() {
		later = later.AddDate(0, 0, -later.Day())
	}
	return later
}
