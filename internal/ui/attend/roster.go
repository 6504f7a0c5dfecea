package attend

import (
	"slices"
	"strings"
	"time"

	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
)

// person is one row: somebody who is in the class on the day of the session, and what has been noted of them.
type person struct {
	training.Enrolment
	name  string
	where string          // village and group: who of two people of one name it is
	marks []training.Mark // all there are, the latest first
	now   training.Mark   // the one that counts
	noted bool
	split bool // two devices noted different things; a person has to decide
}

// rosterOf lays marks beside the people who are due.
func rosterOf(people []person, marks []training.Mark) []person {
	now, split := training.Current(marks), training.Disputed(marks)
	byWho := map[string][]training.Mark{}
	for _, m := range marks {
		byWho[m.Enrolment] = append(byWho[m.Enrolment], m)
	}
	for i := range people {
		p := &people[i]
		p.now, p.noted = now[p.ID]
		_, p.split = split[p.ID]
		p.marks = byWho[p.ID]
		slices.SortFunc(p.marks, func(a, b training.Mark) int { return b.At.Compare(a.At) })
	}
	slices.SortFunc(people, func(a, b person) int { return training.BySeat(a.Enrolment, b.Enrolment) })
	return people
}

// counts are what the village hall asks for all day: how many should be here, are here, are away with leave, are missing.
type counts struct{ due, came, late, leave, absent, open int }

func countOf(people []person) counts {
	c := counts{due: len(people)}
	for _, p := range people {
		s, known := training.SymbolOf(p.now.Symbol)
		switch {
		case !p.noted || !known:
			c.open++
		case s.Came:
			c.came++
			if s.Minutes {
				c.late++
			}
		case s.Leave:
			c.leave++
		default:
			c.absent++
		}
	}
	return c
}

// find gives the row that a seat number or a piece of a name, its pinyin or its initials means; from the row after at on, so
// that the same search again goes to the next of that name. -1 for nobody.
func find(people []person, typed string, at int) int {
	typed = strings.ToLower(typed)
	for i := range people {
		at := (at + 1 + i) % len(people)
		if matches(people[at], typed) {
			return at
		}
	}
	return -1
}

func matches(p person, typed string) bool {
	if seat, ok := seatNumber(typed); ok {
		return p.Seat() == seat
	}
	return strings.Contains(strings.ToLower(p.name), typed) || kit.Reads(p.name, typed)
}

// seatNumber reads a number that is too short to be a card's.
func seatNumber(typed string) (seat int, ok bool) {
	if typed == "" || len(typed) > 4 {
		return 0, false
	}
	for _, r := range typed {
		if r < '0' || r > '9' {
			return 0, false
		}
		seat = seat*10 + int(r-'0')
	}
	return seat, true
}

// sessionNear picks the session that is most likely meant: the one of now, else the next of today, else today's last, else
// the last before today, else the first. sessions come in their order.
func sessionNear(sessions []training.Session, now time.Time) int {
	today := now.Format(time.DateOnly)
	half := halfOf(now)
	best := -1
	for i, s := range sessions {
		date := s.Answers[training.HeldOn]
		if date == today && s.Half() == half {
			return i
		}
		if date <= today {
			best = i
		}
	}
	return max(best, 0)
}

func halfOf(now time.Time) string {
	switch {
	case now.Hour() < 12:
		return training.Morning
	case now.Hour() < 18:
		return training.Afternoon
	}
	return training.Evening
}
