package report

import (
	"cmp"
	"slices"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// Put adds one thing of the register; what ledgers have no use for is passed over. A merged record may be put in too: Settle
// takes it for the one it was merged into.
func (s *Source) Put(typ, id string, a survey.Answers) {
	switch typ {
	case registry.TypePerson:
		s.People = append(s.People, registry.Person{ID: id, Packed: survey.Pack(a)})
	case registry.TypeHousehold:
		put(&s.Households, id, registry.Household{ID: id, Packed: survey.Pack(a)})
	case registry.TypeWish:
		more(&s.Wishes, a[survey.OfPerson], registry.Wish{ID: id, Packed: survey.Pack(a)})
	case registry.TypeVisit:
		more(&s.Visits, a[survey.OfHousehold], registry.Visit{ID: id, Packed: survey.Pack(a)})
	case training.TypeClass:
		put(&s.Classes, id, training.Class{ID: id, Answers: a})
	case training.TypeEnrolment:
		more(&s.Enrolments, a[training.OfPerson], training.Enrolment{ID: id, Answers: a})
	case training.TypeSession:
		more(&s.Sessions, a[training.OfClass], training.Session{ID: id, Answers: a})
	case training.TypeMark:
		m := training.MarkFrom(id, a)
		more(&s.marks, m.Session, m)
	case training.TypeClaim, training.TypeCheckCall, training.TypeInspection, training.TypeFeedback:
		more(s.ofClass(typ), a[training.OfClass], Record{Type: typ, ID: id, Packed: survey.Pack(a)})
	case registry.TypeSchool:
		s.Schools = append(s.Schools, Record{Type: typ, ID: id, Packed: survey.Pack(a)})
	case registry.TypeOutreach:
		s.Outreach = append(s.Outreach, Record{Type: typ, ID: id, Packed: survey.Pack(a)})
	case registry.TypeTarget:
		s.Targets = append(s.Targets, Record{Type: typ, ID: id, Packed: survey.Pack(a)})
	default:
		if m := s.records(typ); m != nil {
			r := Record{Type: typ, ID: id, Packed: survey.Pack(a)}
			_, owner := r.Owner()
			more(m, owner, r)
		}
	}
}

// records is where the records of a type are kept, by whom they are about; nil for a type that is kept otherwise or not at all.
func (s *Source) records(typ string) *map[string][]Record {
	switch typ {
	case registry.TypeFact:
		return &s.Facts
	case registry.TypeEvent:
		return &s.Events
	case registry.TypeSlip:
		return &s.Slips
	case registry.TypeReferral:
		return &s.Referrals
	case registry.TypeJobRec:
		return &s.JobRecs
	case registry.TypeFollowUp:
		return &s.Followups
	}
	return nil
}

// ofClass is where the records of a type are kept that are about a class.
func (s *Source) ofClass(typ string) *map[string][]Record {
	switch typ {
	case training.TypeClaim:
		return &s.Claims
	case training.TypeCheckCall:
		return &s.Calls
	case training.TypeInspection:
		return &s.Inspections
	}
	return &s.Feedback
}

// recordTypes are the types that records knows.
var recordTypes = []string{registry.TypeFact, registry.TypeEvent, registry.TypeSlip, registry.TypeReferral, registry.TypeJobRec, registry.TypeFollowUp}

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

// Settle puts what was put in into order: what hangs on a merged record with the one it was merged into, and the latest first.
func (s *Source) Settle() {
	s.learnMerges()
	rehang(s, s.Wishes)
	rehang(s, s.Visits)
	rehang(s, s.Enrolments)
	latest(s.Wishes, func(a, b registry.Wish) int {
		return cmp.Or(cmp.Compare(b.Get(survey.WishedOn), a.Get(survey.WishedOn)), cmp.Compare(b.ID, a.ID))
	})
	latest(s.Visits, func(a, b registry.Visit) int { return cmp.Or(cmp.Compare(b.On(), a.On()), cmp.Compare(b.ID, a.ID)) })
	for _, typ := range recordTypes {
		m := *s.records(typ)
		rehang(s, m)
		latest(m, registry.LatestFirst)
	}
	s.settleMarks()
}

// settleMarks keeps of the marks only what a ledger asks: a county has hundreds of thousands.
func (s *Source) settleMarks() {
	turnouts := s.turnouts()
	for session, marks := range s.marks {
		came, now := false, training.Current(marks)
		for _, m := range now {
			symbol, _ := training.SymbolOf(m.Symbol)
			came = came || symbol.Came
		}
		put(&s.Came, session, came)
		turnouts.add(session, now)
		if b, ok := burst(marks); ok {
			put(&s.Bursts, session, b)
		}
	}
	s.marks = nil
}

// burst tells whether the marks of a session all say the same and are of one device, and within what time they were made.
func burst(marks []training.Mark) (Burst, bool) {
	b, last := Burst{Device: marks[0].Device, At: marks[0].At}, marks[0].At
	seen := map[string]bool{}
	for _, m := range marks {
		if m.Device != b.Device || m.At.IsZero() || !m.Same(marks[0]) {
			return Burst{}, false
		}
		seen[m.Enrolment] = true
		if m.At.Before(b.At) {
			b.At = m.At
		}
		if m.At.After(last) {
			last = m.At
		}
	}
	b.Marks, b.Within = len(seen), last.Sub(b.At)
	return b, b.Marks > 1
}

func (s *Source) learnMerges() {
	s.merged = map[string]string{}
	for _, p := range s.People {
		if into := p.Get(survey.SameAs); into != "" && into != p.ID {
			s.merged[p.ID] = into
		}
	}
	for _, h := range s.Households {
		if into := h.Get(survey.MergedInto); into != "" && into != h.ID {
			s.merged[h.ID] = into
		}
	}
}

// survivor is the record that stands for another one. Records that were merged into each other in a ring, by two people who knew
// nothing of each other, are left as they are.
func (s *Source) survivor(id string) string {
	for n, at := 0, id; ; n++ {
		next, ok := s.merged[at]
		switch {
		case !ok:
			return at
		case n > len(s.merged):
			return id
		}
		at = next
	}
}

func rehang[T any](s *Source, m map[string][]T) {
	for from := range s.merged {
		if list, to := m[from], s.survivor(from); len(list) > 0 && to != from {
			m[to] = append(slices.Clip(m[to]), list...)
			delete(m, from)
		}
	}
}

func latest[T any](m map[string][]T, order func(a, b T) int) {
	for _, list := range m {
		if len(list) > 1 {
			slices.SortStableFunc(list, order)
		}
	}
}
