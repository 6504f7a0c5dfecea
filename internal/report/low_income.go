package report

import (
	"slices"
	"strings"

	"ruhu/internal/survey"
)

var lowIncome = sheet{
	title: "report.dishouru",
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

// poor are the household types that put its members on the ledger, in the order that decides the status.
var poor = []string{survey.HouseMonitored, survey.HouseExtreme, survey.HouseMinLiving, survey.HouseLeftPoverty, survey.HouseNearMinimum}

func pickLowIncome(_ Source, e entry) (entry, bool) {
	var kinds []string
	for _, k := range poor {
		if has(e, k) {
			kinds = append(kinds, k)
		}
	}
	if len(kinds) == 0 {
		return e, false
	}
	e.own["kind"] = strings.Join(kinds, "、")
	e.status = kinds[0]
	return e, true
}

// has looks at the household's type and at what is said of the person. The monitoring system's export has no household type;
// it lists members of 脱贫户 and 监测对象 only, and each has the standard by which the household was identified.
func has(e entry, kind string) bool {
	if e.house.Is(kind) {
		return true
	}
	switch kind {
	case survey.HouseExtreme:
		return e.person.Answers[survey.Extreme] == survey.Yes
	case survey.HouseMinLiving:
		return e.person.Answers[survey.MinLiving] == survey.Yes
	case survey.HouseLeftPoverty:
		return e.house.Type() == "" && e.house.Answers[survey.Monitor] == "" && e.house.Answers[survey.Standard] != ""
	}
	return false
}
