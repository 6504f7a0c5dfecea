package desk

import (
	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/training"
)

// verdict asks the rule whether somebody of some groups may be enrolled in a class. Of a class that was held what came of it is no reason against them.
func (d *Desk) verdict(c training.Class, p registry.Person, groups []string) (rules.Verdict, error) {
	before, err := d.attended(p.ID)
	if err != nil {
		return rules.Verdict{}, err
	}
	facts, err := d.Facts(p.ID)
	if err != nil {
		return rules.Verdict{}, err
	}
	first, _ := c.Dates()
	on := d.Today()
	if !first.IsZero() {
		on = first
	}
	a := rules.Applicant{Person: p, Groups: groups, Facts: facts, Before: before, Held: c.Held()}
	return d.RuleBook().Enrol(on).Admit(a, c, d.Catalogue(), d.Today()), nil
}

// attended are the classes that somebody is or was in to the end.
func (d *Desk) attended(person string) ([]rules.Attended, error) {
	enrolments, err := d.ClassesOf(person)
	if err != nil {
		return nil, err
	}
	var all []rules.Attended
	for _, e := range enrolments {
		if e.Standing() != training.Enrolled {
			continue
		}
		c, err := d.Class(e.ClassID())
		if err != nil {
			return nil, err
		}
		first, last := c.Dates()
		all = append(all, rules.Attended{Class: c, Passed: e.Passed(c), First: first, Last: last})
	}
	return all, nil
}
