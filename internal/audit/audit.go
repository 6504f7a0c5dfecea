// Package audit looks all classes through for what auditors look for: people who were elsewhere, twice, too old or dead, classes that were
// not held as the rules want, claims that are too high, calls that do not agree, marks made for a whole class at once.
//
// What a rule says is package rules': the same functions judge at entry and at filing, and here once more when all is known. What only
// shows over many classes is here (together.go). To add such a check: a function called by look, its code in codes, its words audit.<code>
// and audit.title.<code>.
package audit

import (
	"cmp"
	"slices"
	"time"

	"ruhu/internal/catalogue"
	"ruhu/internal/quality"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/rules"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Run looks through all classes that were at least applied for, and gives what it found, the worst first. Rules and catalogues count as
// they stood on the first day of each class; nil are those that ship.
func Run(src *report.Source, book *rules.Book, cat *catalogue.Book) []quality.Finding {
	r := &round{src: src, book: book, cat: cat, rule: book.Audit(src.On), people: make(map[string]registry.Person, len(src.Enrolments)),
		facts: map[string][]registry.Record{}, classes: map[string]*course{}}
	r.gather()
	r.look()
	slices.SortFunc(r.out, inOrder)
	out := make([]quality.Finding, len(r.out))
	for i, f := range r.out {
		out[i] = *f
	}
	return out
}

// inOrder leaves nothing to chance: what is looked through in no order comes out in one.
func inOrder(a, b *quality.Finding) int {
	if c := cmp.Compare(rank(a.Severity), rank(b.Severity)); c != 0 {
		return c
	}
	if c := cmp.Compare(a.Class, b.Class); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(a.Check, b.Check), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Sentence, b.Sentence))
}

func rank(s quality.Severity) int { return slices.Index(quality.Severities, s) }

// round is one look through.
type round struct {
	src     *report.Source
	book    *rules.Book
	cat     *catalogue.Book
	rule    rules.Audit
	people  map[string]registry.Person // by the id that enrolments name, a merged one too
	facts   map[string][]registry.Record
	classes map[string]*course
	out     []*quality.Finding // pointers: they are sorted, and a finding is long
}

// course is a class with what the round needs of it more than once.
type course struct {
	rules.Life
	first, last time.Time // as the class has them
	on          time.Time // the first day, or today where there is none: the rules of that day count
	enrol       rules.Enrol
	groups      rules.Groups
	theirs      [][]string       // groups of those who passed
	before      []rules.Attended // their earlier classes
}

// turn is one person in one class.
type turn struct {
	*course
	training.Enrolment
}

// gather puts the classes together.
func (r *round) gather() {
	for id, c := range r.src.Classes {
		if c.Stage() == training.Draft {
			continue
		}
		r.classes[id] = r.course(id, c)
	}
	known := map[string]registry.Person{}
	for _, p := range r.src.People {
		if len(r.src.Enrolments[p.ID]) > 0 {
			known[p.ID] = p
		}
	}
	for person, list := range r.src.Enrolments {
		p, ok := known[person]
		for _, e := range list {
			if ok {
				r.people[e.PersonID()] = p
			}
			if facts := r.src.Facts[person]; len(facts) > 0 {
				r.facts[e.PersonID()] = facts
			}
			if c := r.classes[e.ClassID()]; c != nil {
				c.Enrolments = append(c.Enrolments, e)
			}
		}
	}
	for _, c := range r.classes {
		slices.SortFunc(c.Enrolments, training.BySeat)
	}
}

func (r *round) course(id string, c training.Class) *course {
	first, last := c.Dates()
	on := first
	if on.IsZero() {
		on = r.src.On
	}
	life := rules.Life{Class: c, Sessions: r.src.Sessions[id], People: r.people, Facts: r.facts, Followups: r.src.Followups,
		Claims: r.src.Claims[id], Inspections: r.src.Inspections[id]}
	return &course{Life: life, first: first, last: last, on: on, enrol: r.book.Enrol(on), groups: r.book.Groups(r.book.LeftSchool(on), on)}
}

func (r *round) look() {
	for person := range r.src.Enrolments {
		r.person(person)
	}
	for _, c := range r.classes {
		r.class(c)
		r.claims(c)
		r.calls(c)
		r.bursts(c)
	}
	r.certificates()
}

// found notes a finding, if the county wants to know of it.
func (r *round) found(f quality.Finding) {
	if slices.Contains(r.rule.Off, f.Check) {
		return
	}
	if f.Source == "" {
		f.Source = r.rule.SourceOf(f.Check)
	}
	if own := r.rule.Severities[f.Check]; own != "" {
		f.Severity = quality.Severity(own)
	}
	r.out = append(r.out, &f)
}

// hints are the codes of what a trainee's own answers only make one ask.
var hints = []string{"unfit", "works_away", "edu_unknown", "not_of_groups", "no_courses", "teacher_trade", "plan_short", "theory_unknown", "licence_other",
	"trade_unknown", "institution_unknown", "teacher_unknown", "hours_unknown", "burst", "calls_few"}

// severity is how bad a finding of a rule is, where the county says nothing.
func severity(f rules.Finding) quality.Severity {
	switch {
	case slices.Contains(hints, f.Code):
		return quality.Hint
	case f.Ask:
		return quality.Doubt
	}
	return quality.Error
}

// about makes a finding about somebody in a class.
func (r *round) about(t turn, f rules.Finding) {
	p := r.people[t.PersonID()]
	x := quality.Finding{Check: f.Code, Severity: severity(f), Type: training.TypeEnrolment, ID: t.ID, Class: t.Class.ID, Person: p.ID, Household: p.HouseholdID(),
		Village: r.src.Households[p.HouseholdID()].Village(), Key: f.Field, Sentence: text.T("audit.trainee", p.Name(), t.Class.Name(), f.Sentence), Source: f.Source}
	r.found(x)
}

// of makes a finding about a class, or about something of it.
func (r *round) of(c *course, f rules.Finding) {
	typ, id := f.Type, f.ID
	if typ == "" {
		typ, id = training.TypeClass, c.Class.ID
	}
	x := quality.Finding{Check: f.Code, Severity: severity(f), Type: typ, ID: id, Class: c.Class.ID, Village: c.Class.Answers[training.Township],
		Key: f.Field, Sentence: text.T("audit.class", c.Class.Name(), f.Sentence), Source: f.Source}
	if p, ok := r.people[f.Person]; ok && f.Person != "" {
		x.Person, x.Household, x.Village = p.ID, p.HouseholdID(), r.src.Households[p.HouseholdID()].Village()
	}
	r.found(x)
}
