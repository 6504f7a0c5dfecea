package rules

import (
	"slices"
	"time"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// age wants the ages of the programme, of the person's group, or of everybody, in that order. Nobody is let in below the rule's own lowest
// age: whoever is under 16 belongs to school.
func (e *entry) age() {
	born, _, ok := e.a.Born()
	if !ok {
		e.v.ask("birth_unknown", text.T("rules.birth_unknown"))
		return
	}
	low, high, source := e.ages()
	age, day := survey.AgeOn(born, e.on), e.on.Format(time.DateOnly)
	reached := survey.AgeOn(born, e.on.AddDate(0, 0, 1)) // the birthday itself counts
	switch {
	case reached < e.rule.MinAge:
		e.v.out("under_16", text.T("rules.class_under_age", day, age, e.rule.MinAge))
	case reached < low:
		e.v.out("under_age", text.T("rules.class_too_young", day, age, low))
		e.v.from(source)
	case high > 0 && age > high:
		e.v.out("over_age", text.T("rules.class_over_age", e.a.Sex(), day, age, high))
		e.v.from(source)
	default:
		e.v.in(text.T("rules.class_age_fits", day, max(age, e.rule.MinAge)))
	}
}

// ages are the lowest and the highest age, 0 for none, and the document where it is not the rule's own.
func (e *entry) ages() (low, high int, source string) {
	r, woman := e.rule, e.a.Sex() == survey.Female
	low, high = r.MinAge, r.MaxAgeMen
	if woman {
		high = r.MaxAgeWomen
	}
	if i := slices.IndexFunc(r.Ages, func(a AgeOf) bool { return len(a.Groups) > 0 && within(a.Groups, e.a.Groups) }); i >= 0 {
		own := r.Ages[i].MaxMen
		if woman {
			own = r.Ages[i].MaxWomen
		}
		low, high, source = over0(low, r.Ages[i].Min), over0(high, own), r.Ages[i].Source
	}
	if e.programme.MinAge > 0 || e.programme.MaxAge > 0 {
		low, high, source = over0(low, e.programme.MinAge), over0(high, e.programme.MaxAge), e.programme.Source()
	}
	return low, high, source
}

// over0 is the second number where it was said.
func over0(n, own int) int {
	if own != 0 {
		return own
	}
	return n
}
