package report

import (
	"slices"
	"strings"

	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

var owed = sheet{
	name: "yingxunweixun",
	columns: slices.Concat(
		whoColumns(), own("groups", 24, true), of(survey.Person, survey.Education, survey.Employed, survey.AwayPlace),
		of(survey.Wish, survey.WishText, survey.Trade1, survey.Trade2, survey.WishWay, survey.WishPlace, survey.WishTime, survey.WishedOn, survey.WishDone),
		counted("classes", 8, false), own("last_class", 24, false), own("in_class", 12, false), own("why", 46, true),
	),
	note: []note{noteOwed, noteLabour},
	pick: pickOwed,
}

// Owed is the ledger of those who wish to be trained this year and have not been (应训未训). Its statuses are the promises: registered
// poor workers once a year, 两后生 once, whoever else wishes.
func Owed(src Source, f Filter) Table { return owed.make(src, f) }

func pickOwed(v *view, e *entry) bool {
	verdict, groups := v.owes(e)
	if !verdict.In {
		return false
	}
	if e.status = verdict.Kinds[0]; e.status == rules.Whoever {
		e.status = text.T("report.owed.other")
	}
	e.say("groups", strings.Join(groups, "、"))
	e.say("why", verdict.Words())
	v.sayClasses(e)
	if v.learning(e.person.ID) {
		e.say("in_class", survey.Yes)
	}
	return true
}

// owes asks the rule whether somebody is owed a class.
func (v *view) owes(e *entry) (rules.Verdict, []string) {
	wishes, why := rules.Wish(e.person, e.wish, v.on)
	if !wishes {
		return rules.Verdict{}, nil
	}
	groups := v.groups.Of(e.person, e.house, v.on)
	w := rules.Wisher{Groups: groups, Wishes: true, Why: why}
	for _, d := range v.done(e.person.ID) {
		if day, ok := survey.Day(d.day); ok {
			w.Done = append(w.Done, day)
		}
	}
	return v.Rules.Train(v.on).Judge(e.person, w, v.labour, v.on), slices.Clip(groups)
}
