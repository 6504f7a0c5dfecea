package rules

import (
	"slices"
	"time"

	"ruhu/internal/almanac"
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
	d.answered(t, l, l.answer)
	return []Deadline{d}
}

// answer is an answer of the class. When it was claimed for, its claims may say: the first that asks for more than an advance.
func (l Life) answer(key string) string {
	said := l.Class.Answers[key]
	if key != training.ClaimedOn || said != "" {
		return said
	}
	for _, c := range l.Claims {
		day := c.Get(training.AppliedOn)
		if c.Get(training.ClaimPart) != training.InAdvance && day != "" && (said == "" || day < said) {
			said = day
		}
	}
	return said
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
