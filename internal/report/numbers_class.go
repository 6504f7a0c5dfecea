package report

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// What is counted of classes: who is on their rosters, their sessions, and what was noted of them. Each stands with its class in turn.

// roster gives everybody who is in a class that was held, or was and left, of the day on which it ends: what came of it is of that day.
func (v *view) roster(add func(*thing)) {
	for owner, list := range v.Enrolments {
		p, ok := v.person(owner)
		if !ok {
			p = registry.Person{ID: owner}
		}
		for _, e := range list {
			c := v.Classes[e.ClassID()]
			if c.Held() && e.Standing() != training.Reserve && c.Answers[training.StartsOn] <= v.today {
				add(&thing{id: e.ID, person: p, house: v.house(p), turn: finished{e, c, e.DoneOn(c)}, day: c.Answers[training.EndsOn]})
			}
		}
	}
}

// sessions gives those up to the day of which the attendance was taken.
func (v *view) sessions(add func(*thing)) {
	for class, list := range v.Sessions {
		c := v.Classes[class]
		place := v.villageOf(c)
		for _, s := range list {
			if day := s.Answers[training.HeldOn]; c.Held() && v.Came[s.ID] && day <= v.today {
				add(&thing{id: s.ID, session: s, turn: finished{class: c}, day: day, village: place})
			}
		}
	}
}

// ofClasses gives the records of a type that are about a class, with the person where they name one.
func (v *view) ofClasses(typ string, add func(*thing)) {
	for class, list := range *v.ofClass(typ) {
		c := v.Classes[class]
		if c.ID == "" {
			c.ID = class
		}
		place := v.villageOf(c)
		for _, r := range list {
			p, _ := v.person(r.Get(training.OfPerson))
			if day := dayOfRecord[typ](r); day <= v.today {
				add(&thing{id: r.ID, person: p, record: r.Packed, turn: finished{class: c}, day: day, village: place})
			}
		}
	}
}

// dayOfRecord is the day on which something was noted of a class. What was claimed and paid has days of its own.
var dayOfRecord = map[string]func(Record) survey.Date{
	training.TypeInspection: func(r Record) survey.Date { return r.Get(training.InspectedOn) },
	training.TypeCheckCall:  func(r Record) survey.Date { return r.Get(training.CalledOn) },
	training.TypeFeedback:   func(r Record) survey.Date { return r.Get(training.GivenOn) },
	training.TypeClaim:      func(r Record) survey.Date { return r.Get(training.AppliedOn) },
}

// amount is a number that a thing has, by the word a column asks for it with, and how many numbers that is the sum of: 0 where it has none.
func (t *thing) amount(name string) (n, times float64) {
	if a := amounts[name]; a != nil {
		return a(t)
	}
	words := cmp.Or(t.record.Get(name), t.either(name))
	if n, err := strconv.ParseFloat(words, 64); err == nil {
		return n, 1
	}
	return 0, 0
}

// amounts are the numbers that are worked out.
var amounts = map[string]func(*thing) (n, times float64){
	"hours_planned":  func(t *thing) (float64, float64) { return t.v.Turnout[t.turn.ID].Planned, 1 },
	"hours_attended": func(t *thing) (float64, float64) { return t.v.Turnout[t.turn.ID].Attended, 1 },
	"session_hours":  func(t *thing) (float64, float64) { return t.session.Hours(), 1 },
	"score":          func(t *thing) (float64, float64) { return scores(t.record) },
	"due":            func(t *thing) (float64, float64) { return t.v.subsidy(t).Total, 1 },
}

// scores are those that a trainee gave, added up, and how many they are.
func scores(r survey.Packed) (sum, n float64) {
	for _, key := range training.Scores {
		if x, err := strconv.ParseFloat(r.Get(key), 64); err == nil && x >= 1 && x <= 5 {
			sum, n = sum+x, n+1
		}
	}
	return sum, n
}

// subsidy is what the catalogue gives for one person in one class, with what their groups get more.
func (v *view) subsidy(t *thing) rules.Sum {
	months := 0
	for _, r := range v.Claims[t.class()] {
		n, _ := strconv.Atoi(r.Get(training.ClaimMonths))
		months = max(months, n)
	}
	first, _ := t.turn.class.Dates()
	if first.IsZero() {
		first = v.on
	}
	return v.Rules.Money(first).Sum(t.turn.class, 1, months, [][]string{v.groupsThen(t, first)}, v.Catalogue, v.on)
}

// groupsThen are the groups of somebody on the first day of a class, with what was known of them then.
func (v *view) groupsThen(t *thing, first time.Time) []string {
	return v.groups.Of(t.person, t.house, first)
}

// certifiedTeacher tells whether a session's teacher stands in the catalogue with a certificate that was good on its day.
func (t *thing) certifiedTeacher() bool {
	day, ok := survey.Day(t.session.Answers[training.HeldOn])
	if !ok {
		day = t.v.on
	}
	teacher, found := t.v.Catalogue.Teacher(t.session.Answers[training.Teacher], t.turn.class.Answers[training.Institution], day)
	return found && teacher.Certified(day)
}

// classConditions are what columns ask of classes and of what was noted of them.
var classConditions = map[string]func(t *thing, value string) bool{
	"half": func(t *thing, value string) bool {
		day := firstOf(t.day)
		return len(day) == len(time.DateOnly) && t.within(t.v.until[:4], t.v.until) && (day[5:7] <= "06") == (value == "1")
	},
	"in_class":     func(t *thing, _ string) bool { return t.turn.Standing() == training.Enrolled },
	"finished":     func(t *thing, _ string) bool { return t.turn.day != "" && lastOf(t.turn.day) <= t.v.today },
	"class_period": func(t *thing, _ string) bool { return t.classInPeriod() },
	"over": func(t *thing, _ string) bool {
		return t.turn.class.Held() && t.upTo(t.turn.class.Answers[training.EndsOn])
	},
	"result":           func(t *thing, value string) bool { return t.turn.Answers[training.Result] == value },
	"after":            func(t *thing, value string) bool { return t.turn.Answers[training.After] == value },
	"at_work":          func(t *thing, _ string) bool { return slices.Contains(training.AtWork, t.turn.Answers[training.After]) },
	"after_known":      func(t *thing, _ string) bool { return t.turn.Answers[training.After] != "" },
	"turn_certified":   func(t *thing, _ string) bool { return t.turn.Certified() },
	"level":            func(t *thing, value string) bool { return t.turn.class.Answers[training.Level] == value },
	"mode":             func(t *thing, value string) bool { return survey.Has(t.turn.class.Answers[training.Mode], value) },
	"teacher":          func(t *thing, _ string) bool { return t.session.Answers[training.Teacher] != "" },
	"teacher_licensed": func(t *thing, _ string) bool { return t.certifiedTeacher() },
	"kind":             func(t *thing, value string) bool { return t.record.Get(training.InspectKind) == value },
	"problem":          func(t *thing, _ string) bool { return t.record.Get(training.Problems) != "" },
	"unfixed": func(t *thing, _ string) bool {
		return t.record.Get(training.Problems) != "" && !t.upTo(t.record.Get(training.FixedOn))
	},
	"reached":        func(t *thing, _ string) bool { return t.record.Get(training.Reached) == survey.Yes },
	"agrees":         func(t *thing, _ string) bool { return t.record.Get(training.Agrees) == survey.Yes },
	"agrees_not":     func(t *thing, _ string) bool { return t.record.Get(training.Agrees) == survey.No },
	"part":           func(t *thing, value string) bool { return t.record.Get(training.ClaimPart) == value },
	"claim_kind":     func(t *thing, value string) bool { return t.record.Get(training.ClaimKind) == value },
	"claim_applied":  func(t *thing, _ string) bool { return t.upTo(t.record.Get(training.AppliedOn)) },
	"claim_accepted": func(t *thing, _ string) bool { return t.upTo(t.record.Get(training.AcceptedOn)) },
	"claim_paid":     func(t *thing, _ string) bool { return t.upTo(t.record.Get(training.PaidOn)) },
	"claim_clawed":   func(t *thing, _ string) bool { return t.upTo(t.record.Get(training.ClawOn)) },
}

// classInPeriod tells whether the class of a thing was held in the time asked for, in whole or in part.
func (t *thing) classInPeriod() bool {
	a := t.turn.class.Answers
	first, last := firstOf(a[training.StartsOn]), lastOf(cmp.Or(a[training.EndsOn], a[training.StartsOn]))
	return t.turn.class.Held() && first != "" && first <= t.v.until && first <= t.v.today && last >= t.v.from
}
