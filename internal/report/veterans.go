package report

import (
	"cmp"
	"slices"

	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

var veterans = sheet{
	name: "tuiyi",
	columns: slices.Concat(
		whoColumns(survey.Education, survey.Political), own("veteran_kind", 16, false), own("since", 12, false), firmColumns,
		of(survey.Person, "trained", survey.Cert, survey.WantsTraining),
		of(survey.Wish, survey.WishText, survey.Trade1, survey.WishWay),
		of(survey.Person, "wants_job"),
	),
	pick: func(v *view, e *entry) bool {
		if !slices.Contains(v.groups.Of(e.person, e.house, v.on), rules.Veteran) && v.fact(e, survey.FactVeteran) == nil {
			return false
		}
		if f := v.fact(e, survey.FactVeteran); f != nil {
			e.say("veteran_kind", f.Detail())
			e.say("since", f.Get(survey.StartsOn))
		}
		e.status = cmp.Or(e.person.Get(survey.Employed), text.T("report.unsaid"))
		return true
	},
}

// Veterans is the ledger of 退役军人 with what they work at and wish to learn: 培训以及就业创业需求摸底调查 (穗人社函〔2020〕22号).
func Veterans(src Source, f Filter) Table { return veterans.make(src, f) }

// fact is the person's fact of a kind that holds on the day, nil for none.
func (v *view) fact(e *entry, kind string) *registry.Fact {
	for _, r := range v.Facts[e.person.ID] {
		if f := (registry.Fact{Record: r}); f.Kind() == kind && f.On(v.on) {
			return &f
		}
	}
	return nil
}

// since is since when a fact of a kind has held for the person, or for the household where the person has none.
func (v *view) since(e *entry, kind string) survey.Date {
	for _, owner := range []string{e.person.ID, e.house.ID} {
		for _, r := range v.Facts[owner] {
			if f := (registry.Fact{Record: r}); f.Kind() == kind && f.On(v.on) && f.Get(survey.StartsOn) != "" {
				return f.Get(survey.StartsOn)
			}
		}
	}
	return ""
}
