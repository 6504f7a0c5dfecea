package desk

import (
	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/training"
)

// verdict asks the rule whether somebody may be enrolled in a class.
func (d *Desk) verdict(c training.Class, p registry.Person) (rules.Verdict, error) {
	before, err := d.attended(p.ID)
	if err != nil {
		return rules.Verdict{}, err
	}
	on := d.Today()
	if first, _ := c.Dates(); !first.IsZero() {
		on = first
	}
	return d.RuleBook().Enrol(on).Judge(p, c, before, on), nil
}

// attended are the classes that somebody is or was in. A class counts as passed when it is closed and they were in it to the end.
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
		all = append(all, rules.Attended{Class: c, Passed: c.Stage() == training.Closed, First: first, Last: last})
	}
	return all, nil
}
