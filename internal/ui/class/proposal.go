package class

import (
	"fyne.io/fyne/v2"
	"strconv"

	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
)

// proposal is what the class might ask for, and why that much: the catalogue's amount for each of those who passed.
func (s *money) proposal() (fyne.CanvasObject, error) {
	l, err := s.p.deps.Desk.Life(s.p.class.ID)
	if err != nil {
		return nil, err
	}
	people, of := 0, "class.claim.of_passed"
	for _, e := range l.Enrolments {
		if e.Passed(s.p.class) {
			people++
		}
	}
	if s.p.class.Stage() != training.Closed && people == 0 {
		people, of = trainees(l.Enrolments), "class.claim.of_enrolled"
	}
	on := s.p.deps.Desk.Today()
	sum := s.p.deps.Desk.RuleBook().Money(on).Sum(s.p.class, people, 0, nil, s.p.deps.Desk.Catalogue(), on)
	if !sum.Known {
		return kit.Prose(text.T("class.claim.unknown", s.p.class.TradeAndLevel()), kit.Warn), nil
	}
	s.sum = sum
	return kit.Prose(text.T("class.claim.proposal", text.T(of, people), number(sum.Each), number(sum.Total), sum.Source), kit.Plain), nil
}

// preset is what a new claim begins with.
func (s *money) preset() survey.Answers {
	a := survey.Answers{
		training.OfClass: s.p.class.ID, training.ClaimKind: "培训补贴", training.ClaimPart: training.InFull, training.ClaimShare: "100",
		training.AppliedOn: s.p.deps.Desk.Today().Format("2006-01-02"), training.UpstreamNo: s.p.class.Answers[training.UpstreamNo],
	}
	if s.sum.Known {
		a[training.ClaimPeople], a[training.ClaimAmount] = strconv.Itoa(s.sum.People), number(s.sum.Total)
	}
	return a
}

func trainees(all []training.Enrolment) (n int) {
	for _, e := range all {
		if e.Standing() == training.Enrolled {
			n++
		}
	}
	return n
}
