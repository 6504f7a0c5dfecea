package report

import (
	"slices"

	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

var unasked = sheet{
	name: "weimodi",
	columns: slices.Concat(
		whoColumns(), of(survey.Household, survey.HousePhone), of(survey.Person, survey.Education, survey.Employed, survey.AwayPlace),
		own("asked_on", 12, false), own("visited_on", 12, false), own("why", 36, true),
	),
	note: []note{noteUnasked},
	pick: func(v *view, e *entry) bool {
		rule, asked := v.ask, rules.Asked(e.person, v.Wishes[e.person.ID], v.on)
		if !rule.Holds(e.person, v.on) {
			return false
		}
		verdict := rule.Judge(e.person, v.groups.Of(e.person, e.house, v.on), asked, v.on)
		if !verdict.In {
			return false
		}
		e.say("asked_on", asked)
		e.say("visited_on", v.visited(e.house.ID))
		e.say("why", verdict.Words())
		e.status = text.T("report.asked." + verdict.Kinds[0])
		return true
	},
}

// Unasked is the ledger of those whose wishes have not been asked for in this year's round (未摸底).
func Unasked(src Source, f Filter) Table { return unasked.make(src, f) }

// visited is the day of a household's latest visit up to the day, "" for none.
func (v *view) visited(house string) survey.Date {
	for _, visit := range v.Visits[house] {
		if visit.On() <= v.today {
			return visit.On()
		}
	}
	return ""
}
