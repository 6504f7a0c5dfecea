package audit

import (
	"slices"

	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// fields are the questions to go to for a kind of verdict: of the enrolment, or of the person where the table of enrolments has none of
// the name.
var fields = map[string]string{
	"id_missing": survey.IDNo, "birth_unknown": survey.Born, "under_16": survey.Born, "under_age": survey.Born, "over_age": survey.Born,
	"gone": survey.LeftWhy, "at_school": survey.Schooling, "education": survey.Education, "edu_unknown": survey.Education, "unfit": survey.Skill,
	"works_away": survey.AwayMonths, "employed": survey.Employed, "not_of_groups": survey.Tags,
}

// person asks of all classes of somebody, one after the other as they began, whether they might have been enrolled, knowing what is known
// today. Of two classes at one time the later one is named.
func (r *round) person(id string) {
	var turns []turn
	for _, e := range r.src.Enrolments[id] {
		if c := r.classes[e.ClassID()]; c != nil && e.Standing() == training.Enrolled {
			turns = append(turns, turn{c, e})
		}
	}
	slices.SortFunc(turns, func(a, b turn) int {
		return rules.Compare(a.attended(), b.attended())
	})
	var before []rules.Attended
	for _, t := range turns {
		r.turn(t, before)
		before = append(before, t.attended())
	}
}

func (t turn) attended() rules.Attended {
	return rules.Attended{Class: t.Class, Passed: t.Passed(t.Class), First: t.first, Last: t.last}
}

func (r *round) turn(t turn, before []rules.Attended) {
	p, ok := r.people[t.PersonID()]
	if !ok {
		return // of a person who is not here, a village's that was not pulled
	}
	groups := t.groups.Of(p, r.src.Households[p.HouseholdID()], t.on)
	if t.Passed(t.Class) {
		t.theirs = append(t.theirs, groups)
	}
	t.before = append(t.before, before...)
	if slices.ContainsFunc(before, func(b rules.Attended) bool { return b.Class.ID == t.Class.ID }) {
		r.about(t, rules.Finding{Code: "twice_in_class", Sentence: text.T("audit.twice_in_class"), Field: training.Seat})
	}
	v := t.enrol.Admit(rules.Applicant{Person: p, Groups: groups, Facts: r.facts[t.PersonID()], Before: before, Held: true}, t.Class, r.cat, r.src.On)
	for _, g := range v.Grounds {
		if g.Field = fields[g.Code]; g.Field == "" {
			g.Field = training.OfClass
		}
		r.about(t, g)
	}
}
