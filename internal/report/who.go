package report

import (
	"slices"

	"ruhu/internal/survey"
)

// whoColumns are what most ledgers of people begin with: where, whose household, who.
func whoColumns(more ...string) []column {
	return slices.Concat(
		own(number, 6, false),
		of(survey.Household, survey.Village, survey.Group, survey.HeadName),
		of(survey.Person, slices.Concat([]string{survey.Relation, survey.FullName, survey.Sex, survey.Ethnic, survey.Age, survey.IDNo, survey.Phone}, more)...),
	)
}

// houseColumns are what ledgers of households begin with.
func houseColumns() []column {
	return slices.Concat(
		own(number, 6, false),
		of(survey.Household, survey.Village, survey.Group, survey.HouseNo, survey.HeadName, survey.HousePhone, survey.HouseType),
	)
}

// firmColumns are what is known of somebody's work.
var firmColumns = of(survey.Person, survey.Employed, survey.AwayMonths, survey.AwayPlace, survey.AwayFirm, survey.JobTrade, survey.JobIncome)
