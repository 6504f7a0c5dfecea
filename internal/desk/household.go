package desk

import (
	"cmp"
	"maps"
	"slices"

	"ruhu/internal/change"
	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/survey"
	"ruhu/internal/text"
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
	a := d.throughMerges(typ, e.Values())
	if t := d.Table(typ); t != nil {
		a = t.Derive(a, d.Today())
	}
	return a, nil
}

// Household reads a household.
func (d *Desk) Household(id string) (registry.Household, error) {
	a, err := d.answers(registry.TypeHousehold, id)
	return registry.Household{ID: id, Packed: survey.Pack(a)}, err
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
	s := d.saving(registry.TypeHousehold, id, d.villageByName(a), how)
	s.what = text.T("desk.act.household", cmp.Or(s.answers[survey.HeadName], s.answers[survey.HouseNo]))
	s.check(d)
	d.checkHouseNo(s)
	return d.write(registry.TypeHousehold, s)
}

// villageByName puts the code where the village was given by a name that the township has one village of: 左门, 左门村委会.
func (d *Desk) villageByName(a survey.Answers) survey.Answers {
	code, err := d.VillageCode(a[survey.Village])
	if err != nil || code == a[survey.Village] {
		return a // saving says what is no place
	}
	a = maps.Clone(a)
	a[survey.Village] = code
	return a
}

// VillageCode is the code of a village that was given by its code or by one of its names.
func (d *Desk) VillageCode(said string) (string, error) {
	f, _ := survey.Household.Field(survey.Village)
	code, wrong := f.Clean(said)
	if wrong == nil {
		return code, nil
	}
	t, err := d.tree()
	if err != nil {
		return "", err
	}
	s, err := d.Settings()
	if err != nil {
		return "", err
	}
	found, err := t.Village(s.Township, said)
	if err != nil {
		return "", wrong
	}
	return found.Code, nil
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
	d.mu.RLock()
	defer d.mu.RUnlock()
	return slices.Sorted(slices.Values(d.byNo[no]))
}

// nameIn is what people call a thing.
func nameIn(e change.Entity) string {
	return cmp.Or(e.Value(survey.FullName), e.Value(survey.HeadName), e.Value(survey.HouseNo))
}
