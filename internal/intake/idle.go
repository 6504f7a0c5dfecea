package intake

import (
	"strings"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// The two answers that 待业 can mean: whether the person wishes for something tells them apart.
const (
	idleWilling   = "待业有意愿"
	idleUnwilling = "待业无意愿"
)

// idle keeps what says no more than that somebody has no work (在家待业) until the whole row is read.
func (r *Row) idle(q *question, c sheet.Cell) bool {
	if q.Target != person(survey.Destination) || !saysIdle(c.Shown) {
		return false
	}
	r.Person[survey.DestinationSaid] = strings.TrimSpace(c.Shown)
	return true
}

func saysIdle(s string) bool {
	return strings.Contains(s, "待业") || strings.Contains(s, "赋闲") || strings.Contains(s, "闲居") || s == "未就业" || s == "在家"
}

// idleRules takes what idle kept for the one answer or the other, by the row's own wish; where the row has none, it asks.
func (r *Row) idleRules() {
	said := r.Person[survey.DestinationSaid]
	if r.Person[survey.Destination] != "" || !saysIdle(said) {
		return
	}
	switch r.Person[survey.WantsTraining] {
	case survey.Yes:
		r.Person[survey.Destination] = idleWilling
	case survey.No:
		r.Person[survey.Destination] = idleUnwilling
	default:
		r.say(person(survey.Destination), Warning, kindValueUnknown, said, "")
	}
}
