package desk

import (
	"cmp"
	"slices"

	"ruhu/internal/change"
	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// What can stand in the way of deleting.
var (
	ErrHasMembers = text.NewError("desk.has_members")
	ErrInClass    = text.NewError("desk.in_class")
	ErrTrainees   = text.NewError("desk.trainees")
	ErrGone       = text.NewError("desk.gone")
	ErrNoReason   = text.NewError("desk.no_reason")
)

func newID() string { return store.NewID() }

// answers reads a thing; one that was deleted is gone.
func (d *Desk) answers(typ, id string) (survey.Answers, error) {
	e, err := d.store.Get(typ, id)
	if err != nil {
		return nil, err
	}
	if e.Deleted() {
		return nil, ErrGone
	}
	a := survey.Answers(e.Values())
	if t := tableOf(typ); t != nil {
		a = t.Derive(a, d.Today())
	}
	return a, nil
}

// Household reads a household.
func (d *Desk) Household(id string) (registry.Household, error) {
	a, err := d.answers(registry.TypeHousehold, id)
	return registry.Household{ID: id, Answers: a}, err
}

// Households reads the households of a village, of all villages for "", in the order of HouseholdIDs.
func (d *Desk) Households(village string) ([]registry.Household, error) {
	var all []registry.Household
	for _, id := range d.HouseholdIDs(village) {
		h, err := d.Household(id)
		if err != nil {
			return nil, err
		}
		all = append(all, h)
	}
	return all, nil
}

// SaveHousehold saves the form of a household; "" is a new one. The error may be a *Refusal.
func (d *Desk) SaveHousehold(id string, a survey.Answers, how ...How) (string, error) {
	s := newSaving(survey.Household, id, a, how)
	s.what = text.T("desk.act.household", cmp.Or(s.answers[survey.HeadName], s.answers[survey.HouseNo]))
	s.check(d)
	d.checkHouseNo(s)
	return d.write(registry.TypeHousehold, s)
}

// ErrHouseNoTwice is a 户编号 that another household has already.
var ErrHouseNoTwice = text.NewError("desk.house_no_twice")

func (d *Desk) checkHouseNo(s *saving) {
	no := s.answers[survey.HouseNo]
	for _, id := range d.HouseholdsByNo(no) {
		if id != s.id {
			s.add(survey.Problem{Key: survey.HouseNo, Err: ErrHouseNoTwice.With(no), Warn: true})
			return
		}
	}
}

// HouseholdsByNo gives the households with a 户编号; none for "".
func (d *Desk) HouseholdsByNo(no string) []string {
	if no == "" {
		return nil
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	var ids []string
	for id, h := range d.houses {
		if h.no == no {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// Delete takes out what was entered by mistake. Who died or moved away is not deleted: that is a 当前去向. A household with
// people in it and a person in a class stay; the reason is kept.
func (d *Desk) Delete(typ, id, reason string) error {
	if reason == "" {
		return ErrNoReason
	}
	if err := d.mayDelete(typ, id); err != nil {
		return err
	}
	e, err := d.store.Get(typ, id)
	if err != nil {
		return err
	}
	return d.edit(text.T("desk.act.delete", nameIn(e)), reason, func(e *edit) error {
		for _, child := range d.belongings(typ, id) {
			if err := e.remove(child.Type, child.ID); err != nil {
				return err
			}
		}
		return e.remove(typ, id)
	})
}

func (d *Desk) mayDelete(typ, id string) error {
	switch typ {
	case registry.TypeHousehold:
		if n := len(d.index.Members(id)); n > 0 {
			return ErrHasMembers.With(n)
		}
	case registry.TypePerson:
		if n := len(d.of(training.TypeEnrolment, id)); n > 0 {
			return ErrInClass.With(n)
		}
	case training.TypeClass:
		if n := len(d.of(training.TypeEnrolment, id)); n > 0 {
			return ErrTrainees.With(n)
		}
	}
	return nil
}

// belongings are what goes with a thing when it is deleted.
func (d *Desk) belongings(typ, id string) []store.Ref {
	var refs []store.Ref
	for _, child := range map[string][]string{
		registry.TypePerson:    {registry.TypeWish},
		registry.TypeHousehold: {registry.TypeVisit},
		training.TypeClass:     {training.TypeSession},
	}[typ] {
		for _, c := range d.of(child, id) {
			refs = append(refs, store.Ref{Type: child, ID: c})
		}
	}
	return refs
}

// nameIn is what people call a thing.
func nameIn(e change.Entity) string {
	return cmp.Or(e.Value(survey.FullName), e.Value(survey.HeadName), e.Value(survey.HouseNo))
}
