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

// Units of a deadline.
const (
	UnitWork     = "work" // working days, with the holidays and the days worked instead of them
	UnitCalendar = "calendar"
	UnitMonth    = "month"
)

// deadlines is how the deadlines of a class stand in one file.
type deadlines struct {
	Terms    []Term `json:"deadlines"`
	SoonDays int    `json:"soon_days"`
}

// Term is one deadline: something is done by so many days after, or before, a day of the class.
type Term struct {
	Code     string   `json:"code"`
	What     string   `json:"what"`
	Of       string   `json:"of"`       // training.TypeClass, TypeClaim, or TypeEnrolment: whose days After and Done are
	After    string   `json:"after"`    // the key of the day it is reckoned from
	Days     int      `json:"days"`     // below zero: before that day
	Unit     string   `json:"unit"`     // of Days: UnitWork and so on
	Done     []string `json:"done"`     // keys that are all answered when it is done; "followup" is that each one was looked after since
	Stage    string   `json:"stage"`    // the stage of the class that it belongs to
	Projects []string `json:"projects"` // of these 培训类型 only; none is all
	Not      []string `json:"not"`      // not of these
	Owner    string   `json:"owner"`    // who has to do it
	Source   string   `json:"source"`
	Off      bool     `json:"off"` // the county does without it
}

// doneFollowup in Term.Done is not a key: each who passed was followed up on the day or later.
const doneFollowup = "followup"

// Deadline is a deadline of one class.
type Deadline struct {
	Code, Stage string
	What        string
	Owner       string
	By          time.Time
	Days        int    // until then, in calendar days; below zero when it is over
	WorkDays    int    // the same in working days
	Done        bool   // also when it was done late
	DoneOn      string // when, where that is known
	Late        bool   // not done and over, or done after the day
	Field       string // the key to fill in
	Type, ID    string // of what has the field
	Open        int    // of people: for how many it is not done
	Untold      bool   // nothing that is written down would tell whether it is done
	Sentence    string
	Source      string
}

// Deadlines are the deadlines of a class on a day, the first first. What depends on a day that is not known yet is left out.
func Deadlines(b *Book, l Life, on time.Time) []Deadline {
	rule, days := In[deadlines](b, "deadline", on), b.Almanac(on)
	on = date(on)
	var out []Deadline
	for _, t := range rule.Terms {
		if t.Off || !t.holds(l.Class) {
			continue
		}
		for _, d := range t.of(l, days) {
			d.finish(t, on, days)
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(a, b Deadline) int { return a.By.Compare(b.By) })
	return out
}

// SoonDays is how long before a deadline people are told.
func (b *Book) SoonDays(on time.Time) int { return In[deadlines](b, "deadline", on).SoonDays }

func (t Term) holds(c training.Class) bool {
	p := c.Answers[training.Project]
	return (len(t.Projects) == 0 || slices.Contains(t.Projects, p)) && !slices.Contains(t.Not, p)
}

// of gives the deadline for whatever it is about: the class, each of its claims, all of its people together.
func (t Term) of(l Life, days *almanac.Almanac) []Deadline {
	switch t.Of {
	case training.TypeClaim:
		return t.ofClaims(l, days)
	case training.TypeEnrolment:
		return t.ofPeople(l, days)
	}
	from := dayOf(l.Class.Answers[t.After])
	if from.IsZero() {
		return nil
	}
	d := Deadline{By: t.by(from, days), Type: training.TypeClass, ID: l.Class.ID}
	if slices.Contains(t.Done, doneFollowup) {
		d.follow(l, d.By)
		if len(l.passed()) == 0 {
			return nil
		}
		return []Deadline{d}
	}
	d.answered(t, l, func(key string) string { return l.Class.Answers[key] })
	return []Deadline{d}
}

// by is the day until which it is done.
func (t Term) by(from time.Time, days *almanac.Almanac) time.Time {
	switch t.Unit {
	case UnitWork:
		return days.AddWorkdays(from, t.Days)
	case UnitMonth:
		return monthsAfter(from, t.Days)
	}
	return from.AddDate(0, 0, t.Days)
}

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
