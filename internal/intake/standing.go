package intake

import (
	"strings"

	"ruhu/internal/survey"
)

// standing compares what the list says that somebody does now, at school, at work or at home, with the register.
func (w *work) standing(r *Row) {
	t, m := person(survey.Destination), r.state.match
	found := r.found(t)
	studies := strings.ContainsAny(found, "读学")
	switch {
	case found == "":
	case studies && (r.state.has(person(survey.GoesOn)) || r.state.has(person(survey.SchoolYear))): // a list of those who left school
		r.say(t, Warning, kindInSchool, found, "")
	case !studies && m != nil && m.AtSchool():
		r.say(t, Warning, kindConflictSchool, found, m.Get(survey.Schooling))
	}
	job, months := r.Person[survey.Employed], ""
	if m != nil {
		months = m.Get(survey.AwayMonths)
	}
	if (job == jobless || job == farming) && months != "" && months != "0" {
		t := person(survey.Employed)
		r.say(t, Warning, kindConflictJob, r.found(t), months)
	}
}
