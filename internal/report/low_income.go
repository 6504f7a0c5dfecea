package report

import (
	"slices"
	"strings"

	"ruhu/internal/rules"
	"ruhu/internal/survey"
)

var lowIncome = sheet{
	name: "dishouru",
	columns: slices.Concat(
		own(number, 6, false),
		of(survey.Household, survey.Village, survey.Group, survey.HouseNo, survey.HeadName),
		of(survey.Person, survey.Relation, survey.FullName, survey.Sex, survey.Ethnic, survey.Age, survey.IDNo, survey.Phone),
		own("kind", 24, true),
		of(survey.Household, survey.Monitor, survey.RiskGone),
		of(survey.Person, survey.MinLiving, survey.Extreme, survey.Education, survey.Schooling, survey.Health, survey.DisabilityKind, survey.Skill,
			survey.Employed, survey.AwayMonths, survey.AwayPlace, survey.AwayFirm, survey.JobIncome, "trained", "cert", survey.WantsTraining),
		of(survey.Wish, survey.WishText),
		of(survey.Household, survey.Resettled, "helper", "helper_phone"),
	),
	pick: pickLowIncome,
}

// LowIncome is the ledger of members of families with low income: 脱贫户, 监测对象, 低保, 低保边缘, 特困. Every member stands on it,
// those who get 低保 themselves and those who live with them.
func LowIncome(src Source, f Filter) Table { return lowIncome.make(src, f) }

// pickLowIncome takes the first kind for the status.
func pickLowIncome(_ *view, e *entry) bool {
	kinds := rules.Kinds(e.person, e.house)
	if len(kinds) == 0 {
		return false
	}
	e.say("kind", strings.Join(kinds, "、"))
	e.status = kinds[0]
	return true
}
