package report

import (
	"slices"
	"strconv"

	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

var minLiving = sheet{
	name: "dibao", inner: true,
	columns: slices.Concat(
		whoColumns(), own("kind", 14, true), own("since", 12, true),
		of(survey.Person, survey.Education, survey.Schooling, survey.School, survey.Health, survey.Skill), firmColumns,
		of(survey.Person, survey.YuluState, "trained", survey.Cert, survey.WantsTraining),
		of(survey.Wish, survey.WishText),
	),
	note: []note{plain("report.note.dibao"), noteLabour},
	pick: func(v *view, e *entry) bool {
		if !v.minLiving(e) {
			return false
		}
		switch {
		case v.labour.Holds(e.person, v.on):
			e.status = text.T("report.dibao.worker")
		case v.child(e.person):
			e.status = text.T("report.dibao.child")
		default:
			return false
		}
		e.say("kind", e.status)
		e.say("since", v.since(e, survey.FactMinLiving))
		return true
	},
}

// MinLiving is the ledger of workers and children of families on 低保: “精准掌握低保家庭劳动力及子女情况” (穗人社函〔2020〕22号).
func MinLiving(src Source, f Filter) Table { return minLiving.make(src, f) }

// minLiving tells whether the family gets 低保: the household, or anybody in it.
func (v *view) minLiving(e *entry) bool {
	return rules.Poor(e.person, e.house, survey.HouseMinLiving) || slices.ContainsFunc(v.members(e.house.ID), func(p registry.Person) bool {
		return p.Get(survey.MinLiving) == survey.Yes
	})
}

// child tells whether somebody is a minor or at school: who of the family is still to be brought up.
func (v *view) child(p registry.Person) bool {
	age, ok := p.Age(v.on)
	return ok && age < 18 || p.AtSchool()
}

var away = sheet{
	name: "wugong",
	columns: slices.Concat(
		whoColumns(survey.Education), own("kind", 20, true), firmColumns,
		of(survey.Person, survey.IncomeSaid, survey.JobChannel, survey.JobSince, "contract", "abroad", "came_back", "goes_away"), own("where", 12, false),
		of(survey.Person, "trained", survey.Cert),
	),
	note: []note{plain("report.note.away")},
	pick: func(v *view, e *entry) bool {
		months, _ := strconv.ParseFloat(e.person.Get(survey.AwayMonths), 64)
		if months <= 0 && e.person.Get(survey.AwayPlace) == "" && e.person.Get(survey.Destination) != "外出务工" {
			return false
		}
		e.status = v.where(e)
		e.say("where", e.status)
		e.say("kind", survey.JoinList(rules.Kinds(e.person, e.house)))
		return true
	},
}

// Away is the ledger of those who work away (务工), by how far.
func Away(src Source, f Filter) Table { return away.make(src, f) }

var posts = sheet{
	name: "gangwei",
	columns: slices.Concat(
		whoColumns(survey.Education), own("kind", 20, true), of(survey.Person, survey.PostKind, survey.PostMonths), own("since", 12, false),
		of(survey.Person, survey.JobIncome),
	),
	pick: func(v *view, e *entry) bool {
		months, _ := strconv.ParseFloat(e.person.Get(survey.PostMonths), 64)
		kind := e.person.Get(survey.PostKind)
		if months <= 0 && (kind == "" || kind == survey.No) {
			return false
		}
		e.say("since", v.since(e, survey.FactPost))
		e.say("kind", survey.JoinList(rules.Kinds(e.person, e.house)))
		if e.status = kind; kind == "" {
			e.status = text.T("report.unsaid")
		}
		return true
	},
}

// Posts is the ledger of those in a 公益性岗位.
func Posts(src Source, f Filter) Table { return posts.make(src, f) }
