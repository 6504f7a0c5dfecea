package desk

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Candidate is somebody who might join a class, with what the rules say; the cadre decides.
type Candidate struct {
	Person   registry.Person
	Wishes   bool // wishes for the trade
	Enrolled bool // is in the class already
	Verdict  rules.Verdict
	First    string   // the group for which they come before others: 脱贫劳动力; "" for none
	Why      []string // why they stand where they do, in sentences; of Propose
	rank     int
	place    int // -1: the class keeps a place for their group that is still free
}

// Candidates gives those who wish for the class's trade: who may join first, then who is doubtful, then the others; among them
// the groups for which the class still keeps a place (安排一定名额), then the groups that the rule puts first (建档立卡、失业人员优先), then by the place of the wish.
func (d *Desk) Candidates(class string) ([]Candidate, error) {
	c, err := d.Class(class)
	if err != nil {
		return nil, err
	}
	people, err := d.WhoWishes(c.Trade())
	if err != nil {
		return nil, err
	}
	open, err := d.openQuotas(c)
	if err != nil {
		return nil, err
	}
	all := make([]Candidate, len(people))
	for i, p := range people {
		if all[i], err = d.candidate(c, p); err != nil {
			return nil, err
		}
		all[i].Wishes = true
		if err := d.keepPlace(&all[i], open); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(all, func(a, b Candidate) int {
		return cmp.Or(order(a.Verdict)-order(b.Verdict), a.place-b.place, a.rank-b.rank)
	})
	return all, nil
}

func order(v rules.Verdict) int {
	switch {
	case v.In:
		return 0
	case v.Ask:
		return 1
	}
	return 2
}

// Candidate says what the rules say of one person and a class.
func (d *Desk) Candidate(class, person string) (Candidate, error) {
	c, err := d.Class(class)
	if err != nil {
		return Candidate{}, err
	}
	p, err := d.Person(person)
	if err != nil {
		return Candidate{}, err
	}
	return d.candidate(c, p)
}

func (d *Desk) candidate(c training.Class, p registry.Person) (Candidate, error) {
	groups, err := d.groups(p)
	if err != nil {
		return Candidate{}, err
	}
	v, err := d.verdict(c, p, groups)
	if err != nil {
		return Candidate{}, err
	}
	out := Candidate{Person: p, Enrolled: slices.Contains(d.inClass(c.ID), p.ID), Verdict: v}
	out.rank, out.First = d.RuleBook().Enrol(d.Today()).Priority(groups)
	return out, nil
}

// groups are the groups of somebody today.
func (d *Desk) groups(p registry.Person) (_ []string, err error) {
	var h registry.Household
	if id := p.HouseholdID(); id != "" {
		if h, err = d.Household(id); err != nil {
			return nil, err
		}
	}
	book, on := d.RuleBook(), d.Today()
	return book.Groups(book.LeftSchool(on), on).Of(p, h, on), nil
}

// inClass are the people who are in a class now.
func (d *Desk) inClass(class string) []string {
	all, err := d.Enrolments(class)
	if err != nil {
		return nil
	}
	var ids []string
	for _, e := range all {
		if e.Standing() != training.Withdrawn {
			ids = append(ids, e.PersonID())
		}
	}
	return ids
}

// Enrolments reads who is or was in a class, by seat.
func (d *Desk) Enrolments(class string) ([]training.Enrolment, error) {
	all, err := d.enrolments(class)
	slices.SortFunc(all, training.BySeat)
	return all, err
}

// ClassesOf reads the enrolments of a person.
func (d *Desk) ClassesOf(person string) ([]training.Enrolment, error) { return d.enrolments(person) }

func (d *Desk) enrolments(parent string) ([]training.Enrolment, error) {
	var all []training.Enrolment
	for _, id := range d.of(training.TypeEnrolment, parent) {
		a, err := d.answers(training.TypeEnrolment, id)
		if err != nil {
			return nil, err
		}
		all = append(all, training.Enrolment{ID: id, Answers: a})
	}
	return all, nil
}

// Enrol puts people into a class, each on the next seat; who is in it stays where they are, who left comes back to their seat.
func (d *Desk) Enrol(class string, people []string, how ...How) error {
	c, err := d.Class(class)
	if err != nil {
		return err
	}
	seated, err := d.Enrolments(class)
	if err != nil {
		return err
	}
	s := &saving{}
	for _, h := range how {
		h(s)
	}
	return d.edit(text.T("desk.act.enrol", len(people), c.Name()), s.reason, func(e *edit) error {
		for _, p := range people {
			if err := d.seat(e, c, p, &seated); err != nil {
				return err
			}
		}
		return nil
	})
}

func (d *Desk) seat(e *edit, c training.Class, person string, seated *[]training.Enrolment) error {
	if _, err := e.Get(registry.TypePerson, person); err != nil {
		return err
	}
	if i := slices.IndexFunc(*seated, func(o training.Enrolment) bool { return o.PersonID() == person }); i >= 0 {
		if (*seated)[i].Standing() == training.Enrolled {
			return nil
		}
		fields := map[string]string{training.Standing: training.Enrolled, training.LeftOn: "", training.WhyLeft: "", training.ReserveNo: ""}
		if (*seated)[i].Seat() == 0 {
			fields[training.Seat] = strconv.Itoa(training.NextSeat(*seated))
			fields[training.JoinedOn] = d.joins(c)
		}
		(*seated)[i].Answers = maps.Clone((*seated)[i].Answers)
		maps.Copy((*seated)[i].Answers, fields)
		return e.put(training.TypeEnrolment, (*seated)[i].ID, fields)
	}
	n := training.NewEnrolment(c.ID, person, training.NextSeat(*seated))
	*seated = append(*seated, n)
	return e.put(training.TypeEnrolment, n.ID, n.Answers)
}

// joins is the day from which somebody who comes into a class now is expected: of one that has begun today, otherwise the first.
func (d *Desk) joins(c training.Class) survey.Date {
	if first := c.Answers[training.StartsOn]; c.Held() && first != "" && first < d.day() {
		return d.day()
	}
	return ""
}

// ErrNoTrainee is somebody who is not in the class.
var ErrNoTrainee = text.NewError("desk.no_trainee")

// Unenrol takes a person out of a class: they are noted as having left, with the day and the reason; their marks stay.
func (d *Desk) Unenrol(class, person, reason string) error {
	if reason == "" {
		return ErrNoReason
	}
	seated, err := d.Enrolments(class)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(seated, func(o training.Enrolment) bool { return o.PersonID() == person && o.Standing() != training.Withdrawn })
	if i < 0 {
		return ErrNoTrainee.With(d.nameOf(person))
	}
	return d.edit(text.T("desk.act.unenrol", d.nameOf(person)), reason, func(e *edit) error {
		return e.put(training.TypeEnrolment, seated[i].ID, map[string]string{
			training.Standing: training.Withdrawn, training.LeftOn: d.Today().Format("2006-01-02"), training.WhyLeft: reason,
		})
	})
}
