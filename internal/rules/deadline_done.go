package rules

import (
	"cmp"
	"slices"
	"time"

	"ruhu/internal/almanac"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// answered looks whether all that is to be filled in is, and since when. A class that is past the stage has it behind it.
func (d *Deadline) answered(t Term, l Life, get func(key string) string) {
	d.Done = len(t.Done) > 0
	for _, key := range t.Done {
		if v := get(key); v == "" {
			d.Done, d.Field = false, cmp.Or(d.Field, key)
		} else {
			d.DoneOn = max(d.DoneOn, v)
		}
	}
	if d.Field == "" && len(t.Done) > 0 {
		d.Field = t.Done[0]
	}
	past := slices.Index(training.Stages, l.Class.Stage()) >= slices.Index(training.Stages, t.Stage)
	if !d.Done && t.Stage != "" && past {
		d.Done = true // when, nobody wrote down
	}
}

func (t Term) ofClaims(l Life, days *almanac.Almanac) []Deadline {
	var out []Deadline
	for _, c := range l.Claims {
		if from := dayOf(c.Get(t.After)); !from.IsZero() {
			d := Deadline{By: t.by(from, days), Type: training.TypeClaim, ID: c.ID}
			d.answered(t, l, c.Get)
			out = append(out, d)
		}
	}
	return out
}

// ofPeople is one deadline for each day that people have: those who left a class on one day are reported together.
func (t Term) ofPeople(l Life, days *almanac.Almanac) []Deadline {
	byDay := map[string]*Deadline{}
	var order []string
	for _, e := range l.Enrolments {
		said := e.Answers[t.After]
		from := dayOf(said)
		if from.IsZero() {
			continue
		}
		x := Deadline{By: t.by(from, days), Type: training.TypeEnrolment, ID: e.ID}
		x.answered(t, l, func(key string) string { return e.Answers[key] })
		d := byDay[said]
		if d == nil {
			byDay[said], order = &x, append(order, said)
			d = &x
		} else {
			d.Done, d.DoneOn = d.Done && x.Done, max(d.DoneOn, x.DoneOn)
		}
		if !x.Done {
			d.Open++
		}
	}
	var out []Deadline
	for _, day := range order {
		out = append(out, *byDay[day])
	}
	return out
}

// follow counts who was not followed up in the month before the day, or since. What came after the class, written down on such a day,
// counts as well.
func (d *Deadline) follow(l Life, by time.Time) {
	from := by.AddDate(0, -1, 0).Format(time.DateOnly)
	for _, e := range l.passed() {
		seen := e.Answers[training.AfterOn]
		for _, r := range l.Followups[e.PersonID()] {
			seen = max(seen, r.Get(survey.FollowedOn))
		}
		if seen < from {
			d.Open++
		} else {
			d.DoneOn = max(d.DoneOn, seen)
		}
	}
	d.Done, d.Field, d.Type = d.Open == 0, survey.FollowedOn, registry.TypeFollowUp
}

func (d *Deadline) finish(t Term, on time.Time, days *almanac.Almanac) {
	d.Code, d.Stage, d.What, d.Owner, d.Source = t.Code, t.Stage, t.What, t.Owner, t.Source
	d.Days, d.WorkDays = int(d.By.Sub(on).Hours()/24), days.Workdays(on, d.By)
	by := d.By.Format(time.DateOnly)
	d.Untold = len(t.Done) == 0 && !d.Done
	d.Late = !d.Done && !d.Untold && d.Days < 0 || d.Done && d.DoneOn > by
	switch {
	case d.Untold && d.Days < 0:
		d.Sentence = text.T("rules.deadline.untold", d.What, by, d.Owner)
	case d.Done && d.Late:
		d.Sentence = text.T("rules.deadline.done_late", d.What, by, d.DoneOn)
	case d.Done:
		d.Sentence = text.T("rules.deadline.done", d.What, by)
	case d.Late:
		d.Sentence = text.T("rules.deadline.late", d.What, by, -d.Days, d.Owner)
	default:
		d.Sentence = text.T("rules.deadline.open", d.What, by, d.Days, d.Owner)
	}
}
