package rules

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"ruhu/internal/catalogue"
	"ruhu/internal/region"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Enrol says who may be enrolled in a class that is paid for. Every number is a county's parameter.
type Enrol struct {
	MinAge      int      `json:"min_age"`
	MaxAgeMen   int      `json:"max_age_men"`
	MaxAgeWomen int      `json:"max_age_women"`
	Ages        []AgeOf  `json:"ages"`        // of groups that have ages of their own; the first that fits counts
	PerYear     int      `json:"per_year"`    // classes a person may attend in a calendar year; 0 for any number
	Times       []Times  `json:"times"`       // of groups and places that have another number; the first that fits counts
	NoStudents  bool     `json:"no_students"` // full-time pupils and students are out
	AwayMonths  int      `json:"away_months"` // who works in another province for so many months a year is asked about; 0 for nobody
	FreeTrades  []string `json:"free_trades"` // of which a certificate shuts nobody out
	First       []string `json:"first"`       // groups that come first where there are more people than seats, in this order
	Insured     bool     `json:"insured"`     // who has a job and is insured as an employee is asked about
	ForWorkers  []string `json:"for_workers"` // 培训类型 for people in work: there nobody is asked

	Sources map[string]string `json:"sources"` // by the kind of a verdict, where one document says it
	Source  string            `json:"source"`
}

// AgeOf are ages for some groups. 0 leaves what counts for everybody.
type AgeOf struct {
	Groups   []string `json:"groups"`
	Min      int      `json:"min"`
	MaxMen   int      `json:"max_men"`
	MaxWomen int      `json:"max_women"`
	Source   string   `json:"source"`
}

// Times is how many classes a year some groups may attend, in some places.
type Times struct {
	Groups []string `json:"groups"` // any of these; none is everybody
	Areas  []string `json:"areas"`  // beginnings of region codes of the class's township; none is everywhere
	Times  int      `json:"times"`
	Source string   `json:"source"`
}

// Priority is the place of somebody's groups among those that come first, and the group; after all of them for who is of none.
func (r Enrol) Priority(groups []string) (int, string) {
	for i, g := range r.First {
		if slices.Contains(groups, g) {
			return i, g
		}
	}
	return len(r.First), ""
}

// Applicant is somebody who is to be enrolled, with what is known of them beside their own answers.
type Applicant struct {
	registry.Person
	Groups []string          // of Groups.Of; nil: nobody has looked
	Facts  []registry.Record // dated facts; none: the answers alone count
	Before []Attended        // the other classes that they were in, or are enrolled in
	Held   bool              // the class was held already: what came of it, a certificate, is no reason against it
}

// Judge says whether p may be enrolled in the class c, which begins on a day. before are the person's other classes.
func (r Enrol) Judge(p registry.Person, c training.Class, before []Attended, on time.Time) Verdict {
	return r.Admit(Applicant{Person: p, Before: before}, c, nil, on)
}

// Admit is Judge with all that is known of the person and the catalogues in force; nil are those that ship. The class's first day counts,
// on only where it has none.
func (r Enrol) Admit(a Applicant, c training.Class, cat *catalogue.Book, on time.Time) Verdict {
	first, last := c.Dates()
	if first.IsZero() {
		first = on
	}
	e := entry{rule: r, a: a, c: c, cat: cat, on: first, last: last, v: &Verdict{In: true, source: r.sourceOf}}
	if last.Before(first) {
		e.last = first
	}
	e.dated = !last.IsZero()
	e.over = a.Held && e.last.Before(date(on))
	if name := c.Answers[training.Programme]; name != "" {
		e.programme, e.hasProgramme = cat.Programme(name, first)
	}
	e.judge()
	e.v.settle()
	return *e.v
}

func (r Enrol) sourceOf(kind string) string { return cmp.Or(r.Sources[kind], r.Source) }

// entry is one person on the way into one class.
type entry struct {
	rule         Enrol
	a            Applicant
	c            training.Class
	cat          *catalogue.Book
	programme    catalogue.Programme
	hasProgramme bool
	on, last     time.Time // the first and the last day of the class
	dated        bool      // it is known when the class ends
	over         bool      // the class was held, and is over: what is registered now need not have been so then
	v            *Verdict
}

func (e *entry) judge() {
	e.identity()
	e.gone()
	e.age()
	e.school()
	e.education()
	e.fit()
	e.away()
	e.employed()
	e.group()
	if !e.a.Held {
		e.certified()
	}
	e.past()
}

func (e *entry) identity() {
	if e.a.IDNumber() == "" {
		e.v.ask("id_missing", text.T("rules.id_missing"))
	}
}

// gone shuts out who has died or moved away by the last day of the class. Who left after it, on a day that is known, was there.
func (e *entry) gone() {
	since := e.a.Get(survey.LeftOn)
	why := left(e.a.Person, e.last)
	if to := e.a.Get(survey.Destination); why == "" && (to == "参军" || to == "服刑") {
		why = to
	}
	if why == "" || why == "服刑" && e.inPrison() {
		return
	}
	if day, ok := survey.Day(since); ok {
		if !day.After(e.last) {
			e.v.out("gone", text.T("rules.gone_on", why, since))
		}
		return
	}
	e.out("gone", text.T("rules.gone", why))
}

// out shuts somebody out by what is registered now. Of a class that is over it only makes one ask.
func (e *entry) out(kind, reason string) {
	if e.over {
		e.v.ask(kind, text.T("rules.now", reason))
		return
	}
	e.v.out(kind, reason)
}

// inPrison tells whether the class is held for prisoners (云人社发〔2018〕71号 一（十三）).
func (e *entry) inPrison() bool {
	return slices.Contains(e.programme.Groups, "服刑和强制戒毒人员")
}

func (e *entry) school() {
	if !e.rule.NoStudents {
		return
	}
	if e.a.AtSchool() {
		e.out("at_school", text.T("rules.at_school", e.a.Get(survey.Schooling)))
	} else if to := e.a.Get(survey.Destination); slices.Contains(studying, to) {
		e.out("at_school", text.T("rules.at_school", to))
	}
}

// fit asks about those who are said to be unable to work: the register may be old, and nobody is shut out by it.
func (e *entry) fit() {
	if s := e.a.Get(survey.Skill); s == survey.SkillNone || s == survey.SkillLost {
		e.v.ask("unfit", text.T("rules.unfit", s))
	}
}

// away asks about those who work far off for most of the year: they may be back, or come back for the class.
func (e *entry) away() {
	said := e.a.Get(survey.AwayMonths)
	if e.rule.AwayMonths == 0 || said == "" {
		return
	}
	months, _ := strconv.ParseFloat(said, 64)
	place := e.a.Get(survey.AwayPlace)
	if int(months) < e.rule.AwayMonths || place == "" || strings.HasPrefix(place, province(e.c)) {
		return
	}
	if e.over {
		e.v.ask("works_away", text.T("rules.now", text.T("rules.worked_away", place, int(months))))
		return
	}
	e.v.ask("works_away", text.T("rules.works_away", place, int(months)))
}

// province is the name of the province that the class is in; where that is not known, one that no place begins with.
func province(c training.Class) string {
	code := c.Answers[training.Township]
	t, err := region.Of(code)
	if err != nil {
		return "?"
	}
	return t.Name(code[:region.Province])
}
