package rules

import (
	"slices"

	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// What the rules of a class's life find in their own values.

// Faults implements Faulty.
func (r ClassRule) Faults() []Fault {
	var f faults
	f.within("max_size", r.MaxSize, 1, 1000, true)
	f.within("hours_per_day", int(r.HoursPerDay), 1, 24, true)
	f.within("theory_share", int(r.TheoryShare), 1, 100, true)
	f.within("practice_share", int(r.PracticeShare), 1, 100, true)
	if r.TheoryShare+r.PracticeShare > 100 {
		f.say("practice_share", "shares", trim(r.TheoryShare+r.PracticeShare))
	}
	f.within("upstream_days", r.UpstreamDays, 1, 3650, true)
	for kind, hours := range r.MinHours {
		f.listed("cert_kind", kind)
		f.within(kind, int(hours), 1, 5000, true)
	}
	f.listed("integrity", r.BadGrades...)
	return f
}

// Faults implements Faulty.
func (r Refresh) Faults() []Fault {
	var f faults
	f.within("soon_days", r.SoonDays, 1, 3650, true)
	f.listed("job_state", r.States...)
	for trade, months := range r.Months {
		f.listed("trade", trade)
		f.within(trade, int(months), 1, 600, true)
	}
	return f
}

// Faults implements Faulty.
func (r Money) Faults() []Fault {
	var f faults
	f.within("max_advance", int(r.MaxAdvance), 1, 100, true)
	f.within("post_days", r.PostDays, 1, 60, true)
	f.within("claim_days", r.ClaimDays, 1, 3650, true)
	f.listed("claim_kind", slices.Concat(r.TradeKinds, r.MonthKinds)...)
	for _, x := range r.Raises {
		f.listed("group", x.Groups...)
		f.within("percent", int(x.Percent), 1, 500, true)
	}
	return f
}

// Faults implements Faulty.
func (r deadlines) Faults() []Fault {
	var f faults
	f.within("soon_days", r.SoonDays, 0, 365, true)
	for _, t := range r.Terms {
		if !slices.Contains([]string{UnitWork, UnitCalendar, UnitMonth}, t.Unit) {
			f.say(t.Unit, "choice", "work、calendar、month")
		}
		f.within("days", t.Days, -365, 3650, true)
		form := map[string]*survey.Table{training.TypeClass: training.ClassTable, training.TypeClaim: training.ClaimTable}[t.Of]
		if t.Of == training.TypeEnrolment {
			form = training.EnrolmentTable
		}
		if form == nil {
			f.say(t.Of, "choice", "class、claim、enrolment")
			continue
		}
		for _, key := range append([]string{t.After}, t.Done...) {
			if _, ok := form.Field(key); !ok && key != doneFollowup && key != training.LeftOn && key != training.WhyLeft {
				f.say(key, "field")
			}
		}
		f.listed("class_project", slices.Concat(t.Projects, t.Not)...)
		if t.Stage != "" {
			f.listed("class_stage", t.Stage)
		}
	}
	return f
}
