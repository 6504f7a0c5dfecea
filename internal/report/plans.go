package report

import (
	"slices"

	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// planKeys are the four things that a training plan settles: 培训地点、专业方向、学习时间及考取职业资格证书 (粤人社函〔2019〕1812号 之八).
var planKeys = []string{"plan_place", "plan_trade", "plan_time", "plan_cert"}

var plans = sheet{
	name: "fangan",
	columns: slices.Concat(
		whoColumns(survey.Education, survey.Destination),
		of(survey.Wish, survey.WishText, survey.Trade1, survey.WishWay, survey.WishPlace, survey.WishTime),
		of(survey.Person, append(slices.Clone(planKeys), "plan_done")...), own("missing", 20, false),
	),
	note: []note{noteLeftSchool},
	pick: pickPlan,
}

// Plans is the ledger of training plans: of each 两后生 who wishes to be trained, and of whoever has a plan. Its statuses say whether
// the plan is whole.
func Plans(src Source, f Filter) Table { return plans.make(src, f) }

func pickPlan(v *view, e *entry) bool {
	var missing []string
	for _, key := range planKeys {
		if f, ok := survey.Person.Field(key); ok && e.person.Get(key) == "" {
			missing = append(missing, f.Label)
		}
	}
	wishes, _ := rules.Wish(e.person, e.wish, v.on)
	if len(missing) == len(planKeys) && !(wishes && v.LeftSchool.In(e.person, v.on)) {
		return false
	}
	e.say("missing", survey.JoinList(missing))
	switch len(missing) {
	case 0:
		e.status = text.T("report.plan.whole")
	case len(planKeys):
		e.status = text.T("report.plan.none")
	default:
		e.status = text.T("report.plan.part")
	}
	return true
}
