package intake

import (
	"maps"

	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// entry is the way into the class of a plan: the rule and the class, with who is asked about each person on the roster. It
// judges as the desk does when somebody is enrolled by hand: one person has one verdict, whichever way they come.
type entry struct {
	p      *Plan
	class  training.Class
	enrol  rules.Enrol
	groups rules.Groups
}

// entry takes the rule of the class's first day, and the groups of today: a county's rule may change in between.
func (p *Plan) entry() entry {
	c := training.Class{ID: p.Class.ID, Answers: p.Class.Answers}
	book, today, on := bookOf(p.reg), p.o.Today, p.o.Today
	if first, _ := c.Dates(); !first.IsZero() {
		on = first
	}
	return entry{p, c, book.Enrol(on), book.Groups(book.LeftSchool(today), today)}
}

func (e entry) judge(r *Row) rules.Verdict {
	a := rules.Applicant{Person: r.judged(), Held: e.class.Held()}
	// Nobody looks for groups where the list is nil; somebody of no group was looked at.
	a.Groups = append([]string{}, e.groups.Of(a.Person, e.home(r), e.p.o.Today)...)
	if reg, ok := e.p.reg.(FactRegister); ok && a.ID != "" {
		a.Facts = reg.FactsOf(a.ID)
	}
	if reg, ok := e.p.reg.(ClassRegister); ok && a.ID != "" {
		a.Before = reg.Attended(a.ID)
	}
	return e.enrol.Admit(a, e.class, e.p.o.Catalogue, e.p.o.Today)
}

// home is the household by which the row's person is of groups: the register's before the roster's, as in judged.
func (e entry) home(r *Row) registry.Household {
	var known registry.Household
	if m := r.known(); m != nil {
		known, _ = e.p.reg.Household(m.HouseholdID())
	} else if h := r.state.house; h != nil && h.known != nil {
		known = *h.known
	}
	a := survey.Answers{}
	maps.Copy(a, r.Household)
	maps.Copy(a, known.Unpack())
	return registry.Household{ID: known.ID, Packed: survey.Pack(a)}
}

// judged is the row's person with all that is known: the register's answers before the roster's, which is written by who wants
// the class to be full. What the roster adds counts too.
func (r *Row) judged() registry.Person {
	a := maps.Clone(r.person())
	m := r.known()
	if m == nil {
		return registry.Person{Packed: survey.Pack(a)}
	}
	maps.Copy(a, m.Unpack())
	return registry.Person{ID: m.ID, Packed: survey.Pack(a)}
}
