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
			if w.o.Decided != nil && w.class != nil {
				r.state.enrolling = w.o.Decided(r.enrolKey())
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
		if id != "" && m.Name() == r.Name() && m.IDNumber() == "" && m.Get(survey.IDPending) == id {
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
	var certain, likely []*registry.Person
	candidates := w.candidates(r)
	for i := range candidates {
		switch m := &candidates[i]; w.likeness(r, m) {
		case same:
			certain = append(certain, m)
		case perhaps:
			likely = append(likely, m)
		}
	}
	switch {
	case len(certain) == 1:
		r.state.match, r.state.rival = certain[0], nil
		r.byRemains(certain[0])
		return
	case len(certain) > 1:
		likely = certain
	}
	if len(likely) == 0 || r.has(kindProbableSame) {
		return
	}
	r.state.rival = likely[0]
	t := person(survey.IDNo)
	if !r.state.has(t) {
		t = person(survey.FullName)
	}
	r.say(t, Doubt, kindProbableSame, r.Name(), likely[0].Name())
}

// candidates are who may be the row's person: those of its household of the same name, or of a name that sounds the same; where
// the list has no households, those of its village.
func (w *work) candidates(r *Row) []registry.Person {
	members := r.state.house.members
	if r.state.house.no == "" && r.state.house.known == nil {
		return w.sameVillage(r)
	}
	var out []registry.Person
	for i := range members {
		if m := &members[i]; m.Name() == r.Name() || soundsLike(m.Name(), r.Name()) {
			out = append(out, *m)
		}
	}
	return out
}

// soundsLike tells names of one length that differ in one character which is spoken alike: 胡琳 and 胡林.
func soundsLike(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) || len(x) < 2 {
		return false
	}
	other := 0
	for i := range x {
		if x[i] != y[i] {
			other++
		}
	}
	return other == 1 && registry.Sound(a) == registry.Sound(b)
}

// byRemains says that a person was found by what was left of a number.
func (r *Row) byRemains(m *registry.Person) {
	for i := range r.Problems {
		p := &r.Problems[i]
		if (p.Kind == kindIDDestroyed || p.Kind == kindIDDestroyedButGood) && m.IDNumber() != "" {
			p.variant = ".found"
		}
	}
}

const (
	different = iota
	perhaps
	same
)

// likeness compares a row with a person of the same household or village. The monitoring system's 人口编号 tells for certain;
// so does what stood in place of the ID number when the row was taken in before, and what is left of a number that a spreadsheet
// destroyed, where the village is known to be the same. Otherwise it is asked.
func (w *work) likeness(r *Row, m *registry.Person) int {
	mine, theirs := r.Person[survey.PersonNo], m.Get(survey.PersonNo)
	id, has := r.Person[survey.IDNo], m.IDNumber()
	left, isLost := remains(r, m)
	born, bornThere := r.Person[survey.Born], bornOf(m)
	switch {
	case id != "" && has != "":
		return different
	case m.Name() != r.Name(): // sounds alike: only a birth date that fits makes it worth asking
		if len(born) == len("2006-01-02") && born == bornThere {
			return perhaps
		}
		return different
	case mine != "" && mine == theirs:
		return same
	case mine != "" && theirs != "", !survey.SameDate(born, bornThere):
		return different
	case isLost && left == same && !w.sameKnownVillage(r, m):
		return perhaps
	case isLost:
		return left
	case id == "" && has == "" && r.Person[survey.IDPending] == m.Get(survey.IDPending):
		return same
	}
	return perhaps
}

func bornOf(m *registry.Person) survey.Date {
	if id, err := survey.ParseID(m.IDNumber()); err == nil {
		return id.Born.Format("2006-01-02")
	}
	return m.Get(survey.Born)
}

// sameKnownVillage tells whether row and person are known to be of one village.
func (w *work) sameKnownVillage(r *Row, m *registry.Person) bool {
	h, ok := w.reg.Household(m.HouseholdID())
	return ok && h.Village() != "" && (h.Village() == r.state.village || r.state.house.known != nil && r.state.house.known.ID == h.ID)
}

// sameVillage gives the people of the row's name in its village, and those of names that sound the same; of a row that names no
// village, those of whom none is known. Somebody with a number of their own is not somebody else with another.
func (w *work) sameVillage(r *Row) []registry.Person {
	var found, out []registry.Person
	if all, ok := w.reg.(SoundRegister); ok {
		found = all.PeopleSounding(r.Name())
	} else {
		found = w.reg.PeopleNamed(r.Name())
	}
	for _, p := range found {
		if r.Person[survey.IDNo] != "" && p.IDNumber() != "" || p.Name() != r.Name() && !soundsLike(p.Name(), r.Name()) {
			continue
		}
		if h, ok := w.reg.Household(p.HouseholdID()); ok && (h.Village() == r.state.village || r.state.village == "" && r.state.isLost) {
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
	if v := r.state.village; v != "" && !r.state.byAddress && at.Village() != "" && v != at.Village() && !r.has(kindHouseTwoVillages) {
		r.say(household(survey.Village), Doubt, kindConflictVillage, w.places.tree.Name(v), w.places.tree.Name(at.Village()))
	}
}

// adopt takes a household of the register for one that the list does not number.
func (w *work) adopt(h *house, at registry.Household) {
	if h.known == nil {
		h.known, h.members = &at, w.reg.Members(at.ID)
	}
}
