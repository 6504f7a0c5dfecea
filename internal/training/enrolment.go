package training

import (
	"cmp"
	"strconv"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Keys of an enrolment. Nobody fills in a form for it: the class page makes it.
const (
	OfPerson  = "person" // OfClass is shared with the session
	Seat      = "seat"   // 1…: number on the roster, on the card and in its code
	Standing  = "standing"
	ReserveNo = "reserve_no" // 1…: who of the 候补 comes first; of those in the class absent
	JoinedOn  = "joined_on"
	LeftOn    = "left_on"
	WhyLeft   = "why_left"
	Enrolled  = "在册" // values of Standing; nothing stored is Enrolled
	Reserve   = "候补"
	Withdrawn = "退出"
)

// Errors of enrolment.
var (
	ErrNoSeat    = text.NewError("training.no_seat")
	ErrSeatTwice = text.NewError("training.seat_twice")
)

// Enrolment is one person in one class.
type Enrolment struct {
	ID string
	survey.Answers
}

// EnrolmentID is the same for one person in one class wherever it is made, so that two devices that enrol the same person
// offline do not enrol them twice.
func EnrolmentID(class, person string) string { return nameID(TypeEnrolment, class, person) }

// NewEnrolment puts a person into a class on a seat.
func NewEnrolment(class, person string, seat int) Enrolment {
	return Enrolment{ID: EnrolmentID(class, person), Answers: survey.Answers{
		OfClass: class, OfPerson: person, Seat: strconv.Itoa(seat), Standing: Enrolled,
	}}
}

// NewReserve puts a person on the reserve list of a class, in a place of it. They have no seat: a card is printed when they have one.
func NewReserve(class, person string, place int) Enrolment {
	return Enrolment{ID: EnrolmentID(class, person), Answers: survey.Answers{
		OfClass: class, OfPerson: person, ReserveNo: strconv.Itoa(place), Standing: Reserve,
	}}
}

// Place is the place on the reserve list; 0 for who is not on it.
func (e Enrolment) Place() int {
	if e.Standing() != Reserve {
		return 0
	}
	return int(number(e.Answers, ReserveNo))
}

// NextPlace is the place after all of the reserve list.
func NextPlace(enrolments []Enrolment) int {
	next := 1
	for _, e := range enrolments {
		next = max(next, e.Place()+1)
	}
	return next
}

// ClassID is the class.
func (e Enrolment) ClassID() string { return e.Answers[OfClass] }

// PersonID is the person.
func (e Enrolment) PersonID() string { return e.Answers[OfPerson] }

// Seat is the number on roster and card; 0 when there is none.
func (e Enrolment) Seat() int { return int(number(e.Answers, Seat)) }

// Standing tells whether the person is in the class, waiting for a place or gone.
func (e Enrolment) Standing() string { return cmp.Or(e.Answers[Standing], Enrolled) }

// In tells whether the person was in the class on a day ("2006-01-02"), so that someone who left is not counted absent.
func (e Enrolment) In(date string) bool {
	if e.Standing() == Reserve || e.Answers[JoinedOn] > date {
		return false
	}
	left := e.Answers[LeftOn]
	if left == "" {
		return e.Standing() != Withdrawn
	}
	return date < left
}

// NextSeat is the first number after all seats in use; a number that someone had is not given out again, because their card
// may still be in a drawer.
func NextSeat(enrolments []Enrolment) int {
	next := 1
	for _, e := range enrolments {
		next = max(next, e.Seat()+1)
	}
	return next
}

// BySeat sorts a roster: by seat, the reserve after all others in its own order, then by id.
func BySeat(a, b Enrolment) int {
	return cmp.Or(cmp.Compare(waits(a), waits(b)), cmp.Compare(a.Place(), b.Place()), cmp.Compare(a.Seat(), b.Seat()), cmp.Compare(a.ID, b.ID))
}

func waits(e Enrolment) int {
	if e.Standing() == Reserve {
		return 1
	}
	return 0
}

// AtSeat finds who has a seat. Two devices may have given out the same number offline; then nobody is guessed at.
func AtSeat(enrolments []Enrolment, seat int) (Enrolment, error) {
	var found []Enrolment
	for _, e := range enrolments {
		if e.Seat() == seat && e.Standing() != Reserve {
			found = append(found, e)
		}
	}
	switch {
	case len(found) == 0:
		return Enrolment{}, ErrNoSeat.With(seat)
	case len(found) > 1:
		return Enrolment{}, ErrSeatTwice.With(seat)
	}
	return found[0], nil
}
