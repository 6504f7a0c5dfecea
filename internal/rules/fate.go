package rules

import (
	"slices"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// Fate is what became of a young person who finished school: the parts that the base of the 两后生 table is the sum of.
type Fate string

// The fates, as the table's columns name them. FateUnknown is none of them: nobody has written down what became of this one.
const (
	FateSchool   Fate = "已升学"
	FateWork     Fate = "已就业"
	FateArmy     Fate = "参军"
	FateTraining Fate = "培训中"
	FateWilling  Fate = "有意愿未安排"
	FateUnwill   Fate = "无意愿"
	FateUnable   Fate = "不能就业"
	FateGone     Fate = "失联或迁出"
	FateUnknown  Fate = "去向未填"
)

// Fates are all that the base is the sum of, in the order of the columns.
var Fates = []Fate{FateSchool, FateWork, FateArmy, FateTraining, FateWilling, FateUnwill, FateUnable, FateGone}

// fateOf says what a 当前去向 means. Each has one meaning, so the parts cannot overlap.
var fateOf = map[string]Fate{
	"普通高中在读": FateSchool, "中职（含技工）在读": FateSchool, "高校在读": FateSchool, "复读": FateSchool,
	"参军": FateArmy, "外出务工": FateWork, "本地就业": FateWork, "自主创业": FateWork, "务农": FateWork,
	"培训中": FateTraining, "待业有意愿": FateWilling, "待业无意愿": FateUnwill, "因病因残不能就业": FateUnable,
	"失联": FateGone, "死亡": FateGone, "户籍迁出": FateGone, "服刑": FateGone,
}

// FateOf says what became of somebody. The 当前去向 decides; where it was not filled in, what else is known of school and work.
// learning tells that they are in a class on that day.
func FateOf(p registry.Person, learning bool, on time.Time) Fate {
	a := p.Answers
	if left(p, on) != "" {
		return FateGone
	}
	if f, ok := fateOf[a[survey.Destination]]; ok {
		return f
	}
	switch {
	case p.AtSchool() || a[survey.GoesOn] == survey.Yes:
		return FateSchool
	case learning:
		return FateTraining
	case a[survey.Employed] == "就业" || a[survey.Employed] == "创业" || a[survey.Employed] == "务农":
		return FateWork
	case slices.Contains([]string{survey.SkillNone, survey.SkillLost}, a[survey.Skill]):
		return FateUnable
	case a[survey.WantsTraining] == survey.Yes:
		return FateWilling
	case a[survey.WantsTraining] == survey.No:
		return FateUnwill
	}
	return FateUnknown
}

// Cohort says whether somebody belongs to the base (底数) of the 两后生 table: of the age, finished junior or senior middle school,
// and once out of school: on the ledger today, or written down as one who has gone on, moved or died since. Somebody who simply
// is at senior middle school never left. Who has to be asked first is not in the base.
func (r LeftSchool) Cohort(p registry.Person, on time.Time) bool {
	if r.In(p, on) {
		return true
	}
	if p.Answers[survey.Destination] == "" && p.Answers[survey.GoesOn] == "" && left(p, on) == "" {
		return false
	}
	v := r.Judge(p)
	return !v.Ask && len(v.Kinds) > 0 && !slices.ContainsFunc(v.Kinds, func(k string) bool { return !slices.Contains(since, k) })
}

// since are the reasons for which somebody who once left school is no longer on the ledger.
var since = []string{"at_school", "goes_on", "gone"}
