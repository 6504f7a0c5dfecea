package desk

import (
	"slices"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Wishes reads a person's wishes, the latest first; everybody's for "".
func (d *Desk) Wishes(person string) ([]registry.Wish, error) {
	var all []registry.Wish
	for _, id := range d.of(registry.TypeWish, person) {
		a, err := d.answers(registry.TypeWish, id)
		if err != nil {
			return nil, err
		}
		all = append(all, registry.Wish{ID: id, Packed: survey.Pack(a)})
	}
	slices.SortStableFunc(all, func(a, b registry.Wish) int { return later(a.Get(survey.WishedOn), b.Get(survey.WishedOn)) })
	return all, nil
}

// SaveWish saves a wish; "" is a new one. The error may be a *Refusal.
func (d *Desk) SaveWish(id string, a survey.Answers, how ...How) (string, error) {
	s := d.saving(registry.TypeWish, id, a, how)
	s.what = text.T("desk.act.wish", d.nameOf(s.answers[survey.OfPerson]))
	s.check(d)
	p, err := d.Person(s.answers[survey.OfPerson])
	if err != nil {
		return "", err
	}
	s.add(registry.CheckWishIn(d.Catalogue().Words(), p, registry.Wish{Packed: survey.Pack(s.answers)})...)
	return d.write(registry.TypeWish, s)
}

// Visits reads the visits to a household, the latest first; all visits for "".
func (d *Desk) Visits(household string) ([]registry.Visit, error) {
	var all []registry.Visit
	for _, id := range d.of(registry.TypeVisit, household) {
		a, err := d.answers(registry.TypeVisit, id)
		if err != nil {
			return nil, err
		}
		all = append(all, registry.Visit{ID: id, Packed: survey.Pack(a)})
	}
	slices.SortStableFunc(all, func(a, b registry.Visit) int { return later(a.On(), b.On()) })
	return all, nil
}

// SaveVisit saves a visit; "" is a new one. The error may be a *Refusal.
func (d *Desk) SaveVisit(id string, a survey.Answers, how ...How) (string, error) {
	s := d.saving(registry.TypeVisit, id, a, how)
	s.what = text.T("desk.act.visit", a[survey.VisitedOn])
	s.check(d)
	return d.write(registry.TypeVisit, s)
}

// nameOf is a person's name, as the index has it.
func (d *Desk) nameOf(person string) string {
	r, _ := d.index.Row(person)
	return r.Name
}

func later(a, b survey.Date) int {
	switch {
	case a == b:
		return 0
	case a > b:
		return -1
	}
	return 1
}
