package intake

import (
	"strconv"

	"ruhu/internal/registry"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// rule finds what does not fit together: in one row, in one household, between households.
func (w *work) rule() error {
	for i := range w.plan.Rows {
		if r := &w.plan.Rows[i]; !r.rejected() && r.With < 0 {
			w.rowRules(r)
		}
	}
	for _, h := range w.plan.houses {
		w.houseRules(h)
	}
	w.sharedPhones()
	return w.ctx.Err()
}

// both tells whether the row has cells for two questions.
func (r *Row) both(a, b sheet.Target) bool {
	_, x := r.state.cell(a)
	_, y := r.state.cell(b)
	return x && y
}

func (w *work) rowRules(r *Row) {
	edu, school := person(survey.Education), person(survey.Schooling)
	if r.both(edu, school) {
		switch x, y := r.state.filled(edu), r.state.filled(school); {
		case x && y:
			r.say(edu, Warning, kindEduAndSchool, r.found(edu), r.found(school))
		case !x && !y:
			r.say(edu, Warning, kindEduNorSchool, "", "")
		}
	}
	months, place := person(survey.AwayMonths), person(survey.AwayPlace)
	away := r.Person[survey.AwayMonths] != "" && r.Person[survey.AwayMonths] != "0"
	if r.both(months, place) {
		switch x, y := r.state.filled(months), r.state.filled(place); {
		case away && !y:
			r.say(place, Warning, kindMonthWithoutPlace, r.found(months), "")
		case y && (!x || r.Person[survey.AwayMonths] == "0"):
			r.say(months, Warning, kindPlaceWithoutMonth, r.found(place), "")
		}
	}
	r.idleRules()
	w.wishRules(r)
	w.standing(r)
	w.skillRules(r, away || r.state.filled(place) && r.Person[survey.AwayPlace] != "")
}

// skillRules: healthy, of working age and not at school, and yet said to be unable to work; or unable, and yet away at work.
// The ages are those of the tool that counties check this export with.
func (w *work) skillRules(r *Row, away bool) {
	t := person(survey.Skill)
	skill := r.Person[survey.Skill]
	unable := skill == survey.SkillNone || skill == survey.SkillLost
	age, known := r.ageOn(w)
	switch {
	case unable && away:
		r.say(t, Warning, kindSkillYetAway, skill, "")
	case (skill == survey.SkillNone || skill == survey.SkillWeak) && r.Person[survey.Health] == survey.Healthy &&
		known && age >= 16 && age < 60 && !r.state.filled(person(survey.Schooling)):
		r.say(t, Warning, kindSkillTooLow, skill, strconv.Itoa(age))
	}
}

// ageOn is the age by the ID number, or, where that may be somebody else's, as told.
func (r *Row) ageOn(w *work) (int, bool) {
	a := r.Person
	if r.has(kindDupIDOtherName) {
		a = survey.Answers{survey.Born: r.state.said.born}
	}
	return registry.AgeOf(a, w.o.Today)
}

// has tells whether the list has a column for a question.
func (s *rowState) has(t sheet.Target) bool { return s.columns.by[t] != nil }

// apart tells whether two are different households for certain: in a list without numbers of households a family's rows may
// stand alone.
func apart(a, b *house) bool {
	switch {
	case a == b, a.no == "" && a.known == nil, b.no == "" && b.known == nil:
		return false
	case a.known != nil && b.known != nil:
		return a.known.ID != b.known.ID
	}
	return true
}

// sharedPhones names a person's phone that somebody of another household has too. Families share phones, so inside a
// household it says nothing.
func (w *work) sharedPhones() {
	first := map[string]int{}
	t := person(survey.Phone)
	for i := range w.plan.Rows {
		r := &w.plan.Rows[i]
		phone := r.Person[survey.Phone]
		if phone == "" || r.rejected() || r.With >= 0 {
			continue
		}
		f, ok := first[phone]
		if !ok {
			first[phone] = i
		} else if apart(w.plan.Rows[f].state.house, r.state.house) {
			r.say(t, Warning, kindPhoneShared, r.found(t), "", w.plan.Rows[f].Row)
		}
	}
}
