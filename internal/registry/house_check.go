package registry

import (
	"time"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// What does not fit where people move, split, merge or change the head.
var (
	ErrTwoNumbers = text.NewError("registry.two_numbers")
	ErrTwoSexes   = text.NewError("registry.two_sexes")
	ErrHeadLeft   = text.NewError("registry.head_left")
	ErrHeadYoung  = text.NewError("registry.head_young")
	ErrHouseEmpty = text.NewError("registry.house_empty")
)

// headAge is the age from which somebody may be a head without a doubt: that of full responsibility (民法典 第十七条). Younger ones
// exist, where the parents are gone.
const headAge = 18

// Left tells whether somebody has left by a day: died, moved away, married away.
func (p Person) Left(on time.Time) bool {
	if p.Get(survey.LeftWhy) == "" {
		return false
	}
	day, ok := survey.Day(p.Get(survey.LeftOn))
	return !ok || !on.Before(day)
}

// CheckLiving looks at who lives in a household on a day: a head who died or moved away, a head who is a child though others are not,
// a household without anybody. These come beside CheckHouse, and are doubts as well.
func CheckLiving(members []Person, on time.Time) []survey.Problem {
	var out []survey.Problem
	here, grown := 0, 0
	for _, p := range members {
		if p.Left(on) {
			continue
		}
		here++
		if age, ok := p.Age(on); !ok || age >= headAge {
			grown++
		}
	}
	if here == 0 {
		return append(out, survey.Problem{Key: survey.EndedOn, Err: ErrHouseEmpty, Warn: true})
	}
	for _, p := range related(members, Head) {
		age, known := p.Age(on)
		switch {
		case p.Left(on):
			out = append(out, survey.Problem{Key: survey.Relation, Err: ErrHeadLeft.With(p.Name(), p.Get(survey.LeftWhy)), Warn: true, Of: p.ID})
		case known && age < headAge && grown > 0:
			out = append(out, survey.Problem{Key: survey.Relation, Err: ErrHeadYoung.With(p.Name(), age), Warn: true, Of: p.ID})
		}
	}
	return out
}
