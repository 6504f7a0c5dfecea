package rules

import (
	"strings"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Ask says who is to be asked for their wishes in the yearly round (意愿摸底), and who has not been yet.
type Ask struct {
	Labour
	Groups    []string `json:"groups"`     // only these groups; none is everybody of the labour force
	RoundFrom string   `json:"round_from"` // day of the year on which a round begins: "01-01"
}

// Round is the day on which the round begins that a day lies in.
func (r Ask) Round(on time.Time) time.Time {
	from, err := time.Parse("2006-01-02", on.Format("2006-")+r.RoundFrom)
	if err != nil {
		from = time.Date(on.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	}
	if from.After(on) {
		from = from.AddDate(-1, 0, 0)
	}
	return from
}

// Judge says whether somebody of the groups named is still to be asked in this round. asked is the latest day on which they were,
// "" for never.
func (r Ask) Judge(p registry.Person, groups []string, asked survey.Date, on time.Time) Verdict {
	v := r.Labour.Judge(p, on)
	if !v.In {
		return v
	}
	if !within(r.Groups, groups) {
		return Verdict{Kinds: []string{"group"}, Reasons: []string{text.T("rules.not_of_groups", strings.Join(r.Groups, "、"))}}
	}
	day, ok := survey.Day(asked)
	switch {
	case !ok:
		v.Kinds, v.Reasons = []string{"never"}, []string{text.T("rules.never_asked")}
	case day.Before(r.Round(on)):
		v.Kinds, v.Reasons = []string{"earlier"}, []string{text.T("rules.asked_before", asked)}
	default:
		return Verdict{Kinds: []string{"asked"}, Reasons: []string{text.T("rules.asked", asked)}}
	}
	return v
}

// Concerns tells whether somebody is of those whom the round is about, asked or not.
func (r Ask) Concerns(p registry.Person, groups []string, on time.Time) bool {
	return r.Holds(p, on) && within(r.Groups, groups)
}
