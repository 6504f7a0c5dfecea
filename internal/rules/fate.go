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

// Fates says what a 当前去向 means (data/rules/fate.json). Each has one meaning, so the parts cannot overlap.
type Fates struct {
	Parts  []FatePart `json:"parts"` // in the order of the columns
	Source string     `json:"source"`
}

// FatePart is one part of the base.
type FatePart struct {
	Name         Fate     `json:"name"`
	Destinations []string `json:"destinations"`
}

// meaning is the part that a destination belongs to, "" for none.
func (r Fates) meaning(destination string) Fate {
	for _, p := range r.Parts {
		if slices.Contains(p.Destinations, destination) {
			return p.Name
		}
	}
	return ""
}

// Of says what became of somebody. The 当前去向 decides; where it was not filled in, what else is known of school and work.
// learning tells that they are in a class on that day.
func (r Fates) Of(p registry.Person, learning bool, on time.Time) Fate {
	a := p.Packed
	if why := left(p, on); why == Army {
		return FateArmy
	} else if why != "" {
		return FateGone
	}
	if f := r.meaning(a.Get(survey.Destination)); f != "" {
		return f
	}
	switch {
	case p.AtSchool() || a.Get(survey.GoesOn) == survey.Yes:
		return FateSchool
	case learning:
		return FateTraining
	case a.Get(survey.Employed) == "就业" || a.Get(survey.Employed) == "创业" || a.Get(survey.Employed) == "务农":
		return FateWork
	case slices.Contains([]string{survey.SkillNone, survey.SkillLost}, a.Get(survey.Skill)):
		return FateUnable
	case a.Get(survey.WantsTraining) == survey.Yes:
		return FateWilling
	case a.Get(survey.WantsTraining) == survey.No:
		return FateUnwill
	}
	return FateUnknown
}

// Cohort says whether somebody belongs to the base (底数) of the 两后生 table: of the age, finished junior or senior middle school,
// and once out of school: on the ledger today, or written down as one who has gone on, moved or died since. Somebody who simply
// is at senior middle school never left. Who has to be asked first is not in the base.
func (r LeftSchool) Cohort(p registry.Person, on time.Time) bool {
	if !r.OfAge(p, on) {
		return false
	}
	if r.Judge(p).In {
		return true
	}
	if p.Get(survey.Destination) == "" && p.Get(survey.GoesOn) == "" && left(p, on) == "" {
		return false
	}
	v := r.Judge(p)
	return !v.Ask && len(v.Kinds) > 0 && !slices.ContainsFunc(v.Kinds, func(k string) bool { return !slices.Contains(since, k) })
}

// since are the reasons for which somebody who once left school is no longer on the ledger.
var since = []string{"at_school", "goes_on", "gone"}
