package rules

import (
	"slices"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Labour says who belongs to the labour force (劳动力底数): of working age, able to work, not at school. Every number is a
// county's parameter.
type Labour struct {
	MinAge          int      `json:"min_age"`     // the birthday itself counts
	UnderMen        int      `json:"under_men"`   // younger than so many 周岁; 0 for no limit
	UnderWomen      int      `json:"under_women"` // the same for women
	OutSkills       []string `json:"out_skills"`  // values of 劳动技能 that are out
	Students        bool     `json:"students"`    // pupils and students count too
	OutDestinations []string `json:"out_destinations"`
	Source          string   `json:"source"`
}

// Judge says whether p belongs to the labour force on a day, and why.
func (r Labour) Judge(p registry.Person, on time.Time) Verdict {
	v := &Verdict{In: true}
	gone(v, p, on)
	r.age(v, p, on)
	if s := p.Get(survey.Skill); slices.Contains(r.OutSkills, s) {
		v.out("unfit", text.T("rules.skill_out", s))
	}
	if d := p.Get(survey.Destination); slices.Contains(r.OutDestinations, d) {
		v.out("gone", text.T("rules.gone", d))
	}
	if s := atSchool(p); s != "" && !r.Students {
		v.out("at_school", text.T("rules.at_school", s))
	}
	v.settle()
	return *v
}

// Holds is Judge without words: of 100,000 people most are only counted.
func (r Labour) Holds(p registry.Person, on time.Time) bool {
	born, _, ok := p.Born()
	if !ok || left(p, on) != "" || slices.Contains(r.OutSkills, p.Get(survey.Skill)) ||
		slices.Contains(r.OutDestinations, p.Get(survey.Destination)) || !r.Students && atSchool(p) != "" {
		return false
	}
	age, limit := survey.AgeOn(born, on), r.limit(p)
	return atLeast(born, on) >= r.MinAge && (limit == 0 || age < limit)
}

func (r Labour) age(v *Verdict, p registry.Person, on time.Time) {
	born, _, ok := p.Born()
	if !ok {
		v.ask("birth_unknown", text.T("rules.birth_unknown"))
		return
	}
	day, age, limit := on.Format(time.DateOnly), survey.AgeOn(born, on), r.limit(p)
	switch {
	case atLeast(born, on) < r.MinAge:
		v.out("under_age", text.T("rules.under_age", day, age, r.MinAge))
	case limit > 0 && age >= limit:
		v.out("over_age", text.T("rules.labour_over_age", day, age, limit))
	default:
		v.in(text.T("rules.labour_age", day, max(age, r.MinAge)))
	}
}

func (r Labour) limit(p registry.Person) int {
	if p.Sex() == survey.Female {
		return r.UnderWomen
	}
	return r.UnderMen
}

// Army is the reason to leave of somebody who serves in the army (参军): away, and may come back.
const Army = "参军"

// atLeast counts the birthday itself, where legal age (周岁) starts on the day after it.
func atLeast(born, on time.Time) int { return survey.AgeOn(born, on.AddDate(0, 0, 1)) }

// atSchool is the school or college that somebody is said to be at, "" for none.
func atSchool(p registry.Person) string {
	if p.AtSchool() {
		return p.Get(survey.Schooling)
	}
	if to := p.Get(survey.Destination); slices.Contains(studying, to) {
		return to
	}
	return ""
}

// left is why somebody is no longer a person of the township on a day, "" for who still is. A reason without a day counts at
// once: it was written down because they are gone.
func left(p registry.Person, on time.Time) string {
	if d := p.Get(survey.Destination); d == "死亡" || d == "户籍迁出" {
		return d
	}
	why, since := p.Get(survey.LeftWhy), p.Get(survey.LeftOn)
	if why == "" && since == "" {
		return ""
	}
	if day, ok := survey.Day(since); ok && day.After(on) {
		return ""
	}
	if why == "" {
		why = text.T("rules.left")
	}
	return why
}

// Left is why somebody is no longer a person of the township on a day, "" for who still is.
func Left(p registry.Person, on time.Time) string { return left(p, on) }
