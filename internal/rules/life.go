package rules

import (
	"slices"
	"strconv"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// Life is a class with what is recorded of it. What a caller does not have stays empty: rules that would need it then say nothing.
type Life struct {
	Class       training.Class
	Sessions    []training.Session
	Enrolments  []training.Enrolment
	People      map[string]registry.Person   // by id, those of the enrolments
	Facts       map[string][]registry.Record // by person
	Claims      []registry.Record
	Followups   map[string][]registry.Record // by person
	Inspections []registry.Record
}

// dates are the first and the last day, of a class that has no end its first.
func (l Life) dates() (first, last time.Time) {
	first, last = l.Class.Dates()
	if last.IsZero() {
		last = first
	}
	return first, last
}

// trainees are those who are in the class: not the reserve, not those who left.
func (l Life) trainees() []training.Enrolment {
	var out []training.Enrolment
	for _, e := range l.Enrolments {
		if e.Standing() == training.Enrolled {
			out = append(out, e)
		}
	}
	return out
}

// size is how many people the class has, or is planned for while nobody is enrolled.
func (l Life) size() int {
	if n := len(l.trainees()); n > 0 {
		return n
	}
	return l.Class.Planned()
}

// passed are those who finished and passed.
func (l Life) passed() []training.Enrolment {
	return slices.DeleteFunc(l.trainees(), func(e training.Enrolment) bool { return !e.Passed(l.Class) })
}

func numberOf(s string) float64 {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0
	}
	return n
}

// dayOf is a whole day; zero for none, and for one of which only a part is known.
func dayOf(d survey.Date) time.Time {
	day, err := time.Parse(time.DateOnly, d)
	if err != nil {
		return time.Time{}
	}
	return day
}

// trim writes a number without needless zeros.
func trim(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
