// Package due is what falls due, for the pages that tell of it: the deadlines of all classes.
//
// It is no page: pages import it, it imports none of them.
package due

import (
	"cmp"
	"slices"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/rules"
	"ruhu/internal/training"
)

// Deadline is a deadline of a class that is not met yet.
type Deadline struct {
	rules.Deadline
	Class training.Class
}

// Deadlines are those that are open of all classes, the first first, and how many days before one people are told. What nobody could
// write down as done is left out once its day is over.
func Deadlines(d *desk.Desk) (out []Deadline, soon int, err error) {
	src, err := d.Source()
	if err != nil {
		return nil, 0, err
	}
	book := d.RuleBook()
	for _, l := range lives(src) {
		for _, x := range rules.Deadlines(book, *l, src.On) {
			if !x.Done && (!x.Untold || x.Days >= 0) {
				out = append(out, Deadline{x, l.Class})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Deadline) int { return cmp.Or(a.By.Compare(b.By), cmp.Compare(a.Class.ID, b.Class.ID)) })
	return out, book.SoonDays(src.On), nil
}

// lives are the classes with what deadlines ask about.
func lives(src *report.Source) map[string]*rules.Life {
	all := map[string]*rules.Life{}
	for id, c := range src.Classes {
		all[id] = &rules.Life{Class: c, Claims: src.Claims[id], Followups: map[string][]registry.Record{}}
	}
	for person, list := range src.Enrolments {
		for _, e := range list {
			if l := all[e.ClassID()]; l != nil {
				l.Enrolments = append(l.Enrolments, e)
				l.Followups[e.PersonID()] = src.Followups[person]
			}
		}
	}
	return all
}
