// Package registry holds what the register is made of: households, people, wishes and visits, each a set of answers with an
// id, and what can be said of several of them at once: who is the head, who is the same person, what does not fit together.
//
// What people are asked stands in survey; here are only the answers that the program reasons about.
package registry

import (
	"time"

	"ruhu/internal/survey"
)

// The names under which things are stored and sent.
const (
	TypeHousehold = "household"
	TypePerson    = "person"
	TypeWish      = "wish"
	TypeVisit     = "visit"

	TypeFact       = "fact"
	TypeEvent      = "event"
	TypeSlip       = "slip"
	TypeReferral   = "referral"
	TypeJobRec     = "jobrec"
	TypeFollowUp   = "followup"
	TypeOutreach   = "outreach"
	TypeAttachment = "attachment"
	TypeTarget     = "target"
	TypePlace      = "place"
	TypeQuestion   = "question"
	TypeRule       = "rule"
	TypeSchool     = "school"
)

// Household is a household as the household register has it.
type Household struct {
	ID string
	survey.Packed
}

// Village is the region code of the village.
func (h Household) Village() string { return h.Get(survey.Village) }

// Group is the villager group.
func (h Household) Group() string { return h.Get(survey.Group) }

// No is the household's number in the monitoring system.
func (h Household) No() string { return h.Get(survey.HouseNo) }

// Head is the name of the head, as the household's own row has it.
func (h Household) Head() string { return h.Get(survey.HeadName) }

// Type is 脱贫户, 监测对象 and so on; there may be several.
func (h Household) Type() string { return h.Get(survey.HouseType) }

// Is tells whether the household is of a kind, survey.HouseMonitored and so on.
func (h Household) Is(kind string) bool {
	return isOf(kind, h.Type(), h.Get(survey.Monitor))
}

func isOf(kind, types, monitor string) bool {
	return survey.Has(types, kind) || kind == survey.HouseMonitored && monitor != ""
}

// Phone is the household's phone number.
func (h Household) Phone() string { return h.Get(survey.HousePhone) }

// Person is one person.
type Person struct {
	ID string
	survey.Packed
}

// Name is the full name.
func (p Person) Name() string { return p.Get(survey.FullName) }

// HouseholdID is the id of the household that the person belongs to.
func (p Person) HouseholdID() string { return p.Get(survey.InHousehold) }

// Relation is the relation to the head.
func (p Person) Relation() string { return p.Get(survey.Relation) }

// Phone is the person's own phone number.
func (p Person) Phone() string { return p.Get(survey.Phone) }

// IDNumber is the 18 characters, or "" where no good number is known.
func (p Person) IDNumber() string {
	if no := p.Get(survey.IDNo); survey.ValidID(no) {
		return no
	}
	return ""
}

// said are answers in either form.
type said interface{ Get(key string) string }

// Born is the day of birth: by the ID number, otherwise as told. What is told may be a month or a year only; then it is the
// first day of that, and exact is false.
func (p Person) Born() (day time.Time, exact, ok bool) { return born(p) }

func born[A said](a A) (day time.Time, exact, ok bool) {
	if id, err := survey.ParseID(a.Get(survey.IDNo)); err == nil {
		return id.Born, true, true
	}
	for _, key := range []string{survey.Born, survey.BornSaid} {
		if d := a.Get(key); d != "" {
			day, ok = survey.Day(d)
			return day, len(d) == len(time.DateOnly), ok
		}
	}
	return time.Time{}, false, false
}

// Age is the legal age on a day; ok is false where no birth date is known.
func (p Person) Age(on time.Time) (age int, ok bool) { return AgeOf(p, on) }

// AgeOf is Person.Age of answers that are not packed yet, or of those that are.
func AgeOf[A said](a A, on time.Time) (age int, ok bool) {
	day, _, ok := born(a)
	if !ok {
		return 0, false
	}
	return survey.AgeOn(day, on), true
}

// Sex is 男 or 女: by the ID number, otherwise as told; "" where neither says.
func (p Person) Sex() string { return SexOf(p) }

// SexOf is Person.Sex of answers that are not packed yet, or of those that are.
func SexOf[A said](a A) string {
	if id, err := survey.ParseID(a.Get(survey.IDNo)); err == nil {
		return id.Sex
	}
	return a.Get(survey.Sex)
}

// AtSchool tells whether the person is said to be at school or at college now.
func (p Person) AtSchool() bool {
	s := p.Get(survey.Schooling)
	return s != "" && s != survey.Preschool
}

// Wish is what somebody wishes to learn.
type Wish struct {
	ID string
	survey.Packed
}

// PersonID is the id of who wishes.
func (w Wish) PersonID() string { return w.Get(survey.OfPerson) }

// Trades are the trades wished for, the first first.
func (w Wish) Trades() []string {
	var out []string
	for _, key := range []string{survey.Trade1, survey.Trade2, survey.Trade3} {
		if t := w.Get(key); t != "" {
			out = append(out, t)
		}
	}
	return out
}

// For tells whether a trade is wished for.
func (w Wish) For(trade string) bool {
	for _, t := range w.Trades() {
		if t == trade {
			return true
		}
	}
	return false
}

// Text is the wish in the person's own words.
func (w Wish) Text() string { return w.Get(survey.WishText) }

// Visit is one visit to a household, or a call.
type Visit struct {
	ID string
	survey.Packed
}

// HouseholdID is the id of the household visited.
func (v Visit) HouseholdID() string { return v.Get(survey.OfHousehold) }

// On is the day of the visit.
func (v Visit) On() survey.Date { return v.Get(survey.VisitedOn) }
