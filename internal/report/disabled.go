package report

import (
	"cmp"
	"slices"

	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

var disabled = sheet{
	name: "canji", inner: true,
	columns: slices.Concat(
		whoColumns(), of(survey.Person, survey.DisabilityNo, survey.DisabilityKind, survey.DisabilityGrade, survey.DisabilityYear), own("since", 12, true),
		of(survey.Person, survey.Health, survey.Skill, survey.Education, survey.Schooling), firmColumns,
		of(survey.Person, "trained", survey.Cert, survey.WantsTraining),
		of(survey.Wish, survey.WishText),
	),
	pick: func(v *view, e *entry) bool {
		if !slices.Contains(v.groups.Of(e.person, e.house, v.on), rules.Disabled) {
			return false
		}
		e.say("since", v.since(e, survey.FactDisability))
		e.status = cmp.Or(e.person.Get(survey.DisabilityKind), text.T("report.unsaid"))
		return true
	},
}

// Disabled is the ledger of 残疾人. It has no variant for a wall: to stand on it is itself what nobody else may know
// (个人信息保护法 28).
func Disabled(src Source, f Filter) Table { return disabled.make(src, f) }
