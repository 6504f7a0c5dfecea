package rules

import (
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Visit says which households are due for a visit (进村入户, 云人社发〔2018〕71号 一（一）).
type Visit struct {
	Months     int            `json:"months"`      // each household once in so many months
	Kinds      map[string]int `json:"kinds"`       // kinds of household that are to be visited more often
	CallsCount bool           `json:"calls_count"` // 电话 and 微信 count as a visit
	Source     string         `json:"source"`
}

// Judge says whether a household is due. visits are its visits, in any order.
func (r Visit) Judge(h registry.Household, visits []registry.Visit, on time.Time) Verdict {
	last, months := r.last(visits, on), r.months(h)
	since, ok := survey.Day(last)
	switch {
	case last == "" || !ok:
		return Verdict{In: true, Kinds: []string{"never"}, Reasons: []string{text.T("rules.never_visited")}}
	case since.AddDate(0, months, 0).Before(on):
		return Verdict{In: true, Kinds: []string{"long_ago"}, Reasons: []string{text.T("rules.visited_long_ago", last, months)}}
	}
	return Verdict{Kinds: []string{"visited"}, Reasons: []string{text.T("rules.visited", last)}}
}

// last is the day of the latest visit that counts, not after on.
func (r Visit) last(visits []registry.Visit, on time.Time) survey.Date {
	last, today := "", on.Format(time.DateOnly)
	for _, v := range visits {
		method := v.Get(survey.Method)
		if !r.CallsCount && method != "" && method != "入户" {
			continue
		}
		if d := v.On(); d > last && d <= today {
			last = d
		}
	}
	return last
}

func (r Visit) months(h registry.Household) int {
	months := r.Months
	for kind, n := range r.Kinds {
		if h.Is(kind) && n < months {
			months = n
		}
	}
	return months
}
