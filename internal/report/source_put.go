package report

import (
	"cmp"
	"slices"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// Record is a stored thing of any type with its answers: a fact, an event, a slip.
type Record struct {
	Type, ID string
	survey.Answers
}

// Types of the things a Source holds beside people, households and classes.
const (
	typeFact, typeEvent, typeSlip, typeReferral    = "fact", "event", "slip", "referral"
	typeJob, typeFollowup, typeOutreach, typeAimed = "jobrec", "followup", "outreach", "target"
)

// Put adds one thing of the register; what ledgers have no use for is passed over. A merged record may be put in too: Settle
// takes it for the one it was merged into.
func (s *Source) Put(typ, id string, a survey.Answers) {
	r := Record{typ, id, a}
	switch typ {
	case registry.TypePerson:
		s.People = append(s.People, registry.Person{ID: id, Answers: a})
	case registry.TypeHousehold:
		put(&s.Households, id, registry.Household{ID: id, Answers: a})
	case registry.TypeWish:
		more(&s.Wishes, a[survey.OfPerson], registry.Wish{ID: id, Answers: a})
	case registry.TypeVisit:
		more(&s.Visits, a[survey.OfHousehold], registry.Visit{ID: id, Answers: a})
	case training.TypeClass:
		put(&s.Classes, id, training.Class{ID: id, Answers: a})
	case training.TypeEnrolment:
		more(&s.Enrolments, a[training.OfPerson], training.Enrolment{ID: id, Answers: a})
	case typeOutreach:
		s.Outreach = append(s.Outreach, r)
	case typeAimed:
		s.Targets = append(s.Targets, r)
	default:
		if m := s.records(typ); m != nil {
			more(m, parentOf(a), r)
		}
	}
}

// records is where the records of a type are kept, by whom they are about.
func (s *Source) records(typ string) *map[string][]Record {
	switch typ {
	case typeFact:
		return &s.Facts
	case typeEvent:
		return &s.Events
	case typeSlip:
		return &s.Slips
	case typeReferral:
		return &s.Referrals
	case typeJob:
		return &s.JobRecs
	case typeFollowup:
		return &s.Followups
	}
	return nil
}

func parentOf(a survey.Answers) string {
	return cmp.Or(a[survey.OfPerson], a[survey.OfHousehold])
}

func put[T any](m *map[string]T, id string, v T) {
	if *m == nil {
		*m = map[string]T{}
	}
	(*m)[id] = v
}

func more[T any](m *map[string][]T, id string, v T) {
	if *m == nil {
		*m = map[string][]T{}
	}
	(*m)[id] = append((*m)[id], v)
}

// Settle puts what was put in into order: the latest first, and what hangs on a merged record with the one it was merged into.
func (s *Source) Settle() {
	latest(s.Wishes, func(w registry.Wish) string { return w.Answers[survey.WishedOn] + w.ID })
	latest(s.Visits, func(v registry.Visit) string { return v.On() + v.ID })
	for typ, key := range dayOf {
		if m := s.records(typ); m != nil {
			latest(*m, func(r Record) string { return r.Answers[key] + r.ID })
		}
	}
}

// dayOf is the answer that orders the records of a type.
var dayOf = map[string]string{
	typeFact: "starts_on", typeEvent: "event_on", typeSlip: "offered_on", typeReferral: "referred_on", typeJob: "on", typeFollowup: "on",
}

func latest[T any](m map[string][]T, key func(T) string) {
	for _, list := range m {
		if len(list) > 1 {
			slices.SortStableFunc(list, func(a, b T) int { return cmp.Compare(key(b), key(a)) })
		}
	}
}
