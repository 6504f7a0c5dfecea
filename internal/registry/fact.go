package registry

import (
	"time"

	"ruhu/internal/survey"
)

// Fact is a record of type TypeFact, seen as what it says.
type Fact struct{ Record }

// FactsOf takes the facts out of records.
func FactsOf(records []Record) []Fact {
	var out []Fact
	for _, r := range records {
		if r.Type == TypeFact {
			out = append(out, Fact{r})
		}
	}
	return out
}

// Kind is what the fact is about: survey.FactMinLiving and so on.
func (f Fact) Kind() string { return f.Get(survey.FactKind) }

// Detail is the 类别 or 项目.
func (f Fact) Detail() string { return f.Get(survey.FactDetail) }

// On tells whether the fact held on a day. It holds from its first day on; on the day it ends it no longer does. A date of which
// only the month is known begins with its first day and ends with its last, so that what was over in June is over on 30 June.
func (f Fact) On(day time.Time) bool { return f.begun(day) && !f.over(day) }

func (f Fact) begun(day time.Time) bool {
	from, ok := survey.Day(f.Get(survey.StartsOn))
	return !ok || !day.Before(from)
}

func (f Fact) over(day time.Time) bool {
	until, ok := survey.LastDay(f.Get(survey.EndsOn))
	return ok && !day.Before(until)
}

// Open tells whether no end is known.
func (f Fact) Open() bool { return f.Get(survey.EndsOn) == "" }
