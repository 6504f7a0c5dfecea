package report

import (
	"slices"
	"strings"

	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

var workers = sheet{
	name: "laodongli",
	columns: slices.Concat(
		whoColumns(), own("kind", 24, true),
		of(survey.Household, survey.Monitor, survey.RiskGone, survey.Resettled),
		of(survey.Person, survey.Education, survey.Health, survey.Skill), firmColumns,
		of(survey.Person, survey.PostKind, "trained", survey.Cert, survey.WantsTraining),
		counted("classes", 8, false), own("last_class", 24, false),
	),
	note: []note{noteLabour, noteGroups},
	pick: pickWorker,
}

// Workers is the ledger of workers of 脱贫户 and 监测对象, with how far training has reached them: its statuses part those who were
// trained from those who wish to be, wish not, or were never asked (云人社发〔2018〕71号: 职业培训全覆盖).
func Workers(src Source, f Filter) Table { return workers.make(src, f) }

func pickWorker(v *view, e *entry) bool {
	kinds := slices.DeleteFunc(v.groups.Of(e.person, e.house, v.on), func(g string) bool { return g != rules.LeftPoverty && g != rules.Monitored })
	if len(kinds) == 0 || !v.labour.Holds(e.person, v.on) {
		return false
	}
	e.say("kind", strings.Join(kinds, "、"))
	v.sayClasses(e)
	e.status = v.reached(e)
	return true
}

// sayClasses notes how many classes somebody finished, and the latest.
func (v *view) sayClasses(e *entry) {
	done := v.done(e.person.ID)
	if len(done) == 0 {
		return
	}
	last := slices.MaxFunc(done, func(a, b finished) int { return strings.Compare(a.day, b.day) })
	e.say("classes", itoa(len(done)))
	e.say("last_class", last.class.TradeAndLevel()+" "+last.day)
}

// reached is how far training has reached somebody.
func (v *view) reached(e *entry) string {
	a := e.person.Packed
	switch {
	case len(v.done(e.person.ID)) > 0:
		return text.T("report.reached.trained")
	case a.Get("trained") == survey.Yes:
		return text.T("report.reached.before")
	case a.Get(survey.WantsTraining) == survey.Yes || len(e.wish.Trades()) > 0:
		return text.T("report.reached.wishes")
	case a.Get(survey.WantsTraining) == survey.No:
		return text.T("report.reached.wishes_not")
	}
	return text.T("report.reached.unknown")
}
