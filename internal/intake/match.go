package intake

import (
	"slices"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// match looks every person up in the register.
func (w *work) match() error {
	for i := range w.plan.Rows {
		r := &w.plan.Rows[i]
		if !r.rejected() && r.With < 0 {
			w.matchRow(r)
			if v := r.state.village; r.state.match == nil && v != "" && v != r.state.house.village && !r.has(kindHouseTwoVillages) {
				w.strayed(r, i)
			}
			if w.o.Decided != nil && r.Chosen == "" && r.hasLevel(Doubt) {
				r.Chosen = w.o.Decided(r.Key())
			}
		}
		if err := w.tick(); err != nil {
			return err
		}
	}
	return nil
}

func (w *work) matchRow(r *Row) {
	id := r.Person[survey.IDNo]
	if r.tookBefore(id) {
		return
	}
	if id != "" && !r.has(kindDupIDOtherName) && !r.amongMembers(id) {
		w.matchNumber(r, w.reg.PersonByIDNo(id))
	}
	if r.state.match == nil && r.state.rival == nil {
		w.matchName(r)
	}
	if m := r.state.match; m != nil {
		r.decided()
		w.sameHouse(r, m)
		was := m.Phone()
		if was == "" && r.state.house.known != nil {
			was = r.state.house.known.Phone()
		}
		if phone := r.Person[survey.Phone]; phone != "" && was != "" && phone != was && !r.state.house.answersAt(phone) {
			r.say(person(survey.Phone), Warning, kindConflictPhone, phone, was)
		}
	}
}

// amongMembers finds the person where most are: in the household, which has been read already. It spares the register a
// look-up for each row of a list that comes again.
func (r *Row) amongMembers(id string) bool {
	for i := range r.state.house.members {
		if m := &r.state.house.members[i]; m.IDNumber() == id && m.Name() == r.Name() {
			r.state.match = m
			return true
		}
	}
	return false
}

// answersAt tells whether the household is reached at a phone: lists often give a parent's number for a child. That does not
// replace the child's own.
func (h *house) answersAt(phone string) bool {
	return h.known != nil && h.known.Phone() == phone ||
		slices.ContainsFunc(h.members, func(m registry.Person) bool { return m.Phone() == phone })
}

// tookBefore knows somebody whom people have taken in as another person than the owner of the number in the row (Two).
func (r *Row) tookBefore(id string) bool {
	for i := range r.state.house.members {
		m := &r.state.house.members[i]
		if id != "" && m.Name() == r.Name() && m.IDNumber() == "" && m.Answers[survey.IDPending] == id {
			r.state.match, r.Chosen = m, Two
			return true
		}
	}
	return false
}

// decided takes the edge off doubts about a person whom the register has all the same: they were decided before.
func (r *Row) decided() {
	for i := range r.Problems {
		p := &r.Problems[i]
		if p.Level == Doubt && !identity[p.Kind] && !against[p.Kind] {
			p.Level = Warning
		}
	}
}

// matchNumber: one number and one name are one person; one number and two names are for people to decide.
func (w *work) matchNumber(r *Row, found []registry.Person) {
	for i := range found {
		if found[i].Name() == r.Name() {
			r.state.match = &found[i]
			return
		}
	}
	if len(found) > 0 {
		r.state.rival = &found[0]
		r.say(person(survey.FullName), Doubt, kindConflictName, r.Name(), found[0].Name())
	}
}

// matchName looks for a person without a good number, or not known by it: among the members of the household, or, where the
// list has no households, among the people of that name in the village.
func (w *work) matchName(r *Row) {
	members := r.state.house.members
	if r.state.house.no == "" && r.state.house.known == nil && r.Person[survey.IDNo] == "" {
		members = w.sameVillage(r)
	}
	for i := range members {
		m := &members[i]
		if m.Name() != r.Name() {
			continue
		}
		switch likeness(r, m) {
		case same:
			r.state.match, r.state.rival = m, nil
			return
		case perhaps:
			r.state.rival = m
		}
	}
	if r.state.rival != nil && !r.has(kindProbableSame) {
		r.say(person(survey.FullName), Doubt, kindProbableSame, r.Name(), r.state.rival.Name())
	}
}

const (
	different = iota
	perhaps
	same
)

// likeness compares a row with a person of the same name and household. The monitoring system's 人口编号 tells for certain;
// so does what stood in place of the ID number when the row was taken in before. Otherwise it is asked.
func likeness(r *Row, m *registry.Person) int {
	mine, theirs := r.Person[survey.PersonNo], m.Answers[survey.PersonNo]
	id, has := r.Person[survey.IDNo], m.IDNumber()
	switch {
	case id != "" && has != "":
		return different
	case mine != "" && mine == theirs:
		return same
	case mine != "" && theirs != "", !survey.SameDate(r.Person[survey.Born], m.Answers[survey.Born]):
		return different
	case id == "" && has == "" && r.Person[survey.IDPending] == m.Answers[survey.IDPending]:
		return same
	}
	return perhaps
}

// sameVillage gives the people of the row's name in its village; of a row that names none, those of whom none is known.
func (w *work) sameVillage(r *Row) []registry.Person {
	var out []registry.Person
	for _, p := range w.reg.PeopleNamed(r.Name()) {
		if h, ok := w.reg.Household(p.HouseholdID()); ok && h.Village() == r.state.village {
			out = append(out, p)
		}
	}
	return out
}

// sameHouse compares the household of a known person with the row's.
func (w *work) sameHouse(r *Row, m *registry.Person) {
	at, ok := w.reg.Household(m.HouseholdID())
	h := r.state.house
	switch {
	case !ok:
		return
	case h.known != nil && h.known.ID == at.ID:
	case h.no == "" || at.No() == "" && h.known == nil: // the list, or the register, had no number for it
		w.adopt(h, at)
	default:
		r.say(household(survey.HouseNo), Doubt, kindConflictHousehold, h.no, at.No())
		return
	}
	if v := r.state.village; v != "" && at.Village() != "" && v != at.Village() && !r.has(kindHouseTwoVillages) {
		r.say(household(survey.Village), Doubt, kindConflictVillage, w.places.tree.Name(v), w.places.tree.Name(at.Village()))
	}
}

// adopt takes a household of the register for one that the list does not number.
func (w *work) adopt(h *house, at registry.Household) {
	if h.known == nil {
		h.known, h.members = &at, w.reg.Members(at.ID)
	}
}
