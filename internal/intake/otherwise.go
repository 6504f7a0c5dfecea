package intake

import (
	"slices"
	"strings"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// otherwise takes an answer that its question does not have for the one question beside it that has it, where the list asks for that
// nowhere else: a group of people under 人员类别, a kind of 监测对象 under 户类型, a trade under 培训意愿.
func (r *Row) otherwise(q *question, c sheet.Cell) bool {
	said := strings.TrimSpace(c.Shown)
	switch q.Target {
	case person(survey.WorkerKind):
		return r.group(said)
	case household(survey.HouseType):
		return r.monitored(said)
	case person(survey.WantsTraining):
		return r.wishes(said)
	}
	return false
}

func (r *Row) group(said string) bool {
	f, _ := survey.Person.Field(survey.Tags)
	groups, err := f.Clean(said)
	if err != nil || r.state.has(person(survey.Tags)) {
		return false
	}
	r.Person[survey.Tags] = groups
	return true
}

// monitored: who is 脱贫不稳定户, 边缘易致贫户 or 突发严重困难户 is a 监测对象.
func (r *Row) monitored(said string) bool {
	kind, ok := survey.FindChoice("monitor", said)
	if !ok || r.state.filled(household(survey.Monitor)) {
		return false
	}
	r.Household[survey.HouseType], r.Household[survey.Monitor] = survey.HouseMonitored, kind
	return true
}

// wishes: who names trades under 培训意愿 wishes to learn them.
func (r *Row) wishes(said string) bool {
	known := slices.ContainsFunc(survey.SplitWish(said), func(p survey.WishPart) bool { return p.Trade != "" })
	if !known || r.state.filled(wish(survey.WishText)) || survey.VagueWish(said) {
		return false
	}
	r.Person[survey.WantsTraining], r.Wish[survey.WishText] = survey.Yes, strings.Trim(said, between)
	return true
}
