package desk

import (
	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/training"
)

// Life gathers a class with what is recorded of it, for the rules.
func (d *Desk) Life(class string) (l rules.Life, err error) {
	if l.Class, err = d.Class(class); err != nil {
		return l, err
	}
	if l.Sessions, err = d.Sessions(class); err != nil {
		return l, err
	}
	if l.Enrolments, err = d.Enrolments(class); err != nil {
		return l, err
	}
	if l.Claims, err = d.Records(training.TypeClaim, class); err != nil {
		return l, err
	}
	if l.Inspections, err = d.Records(training.TypeInspection, class); err != nil {
		return l, err
	}
	l.People, l.Facts, l.Followups = map[string]registry.Person{}, map[string][]registry.Record{}, map[string][]registry.Record{}
	for _, e := range l.Enrolments {
		if err := d.gather(&l, e.PersonID()); err != nil {
			return l, err
		}
	}
	return l, nil
}

// gather adds what is known of one trainee. Whose record is gone is passed over: the store's own check reports it.
func (d *Desk) gather(l *rules.Life, person string) (err error) {
	p, err := d.Person(person)
	if err != nil {
		return nil
	}
	l.People[person] = p
	if l.Facts[person], err = d.Facts(person); err != nil {
		return err
	}
	l.Followups[person], err = d.Records(registry.TypeFollowUp, person)
	return err
}
