package report

import (
	"cmp"
	"slices"

	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

var yulu = sheet{
	name: "yulu",
	columns: slices.Concat(
		whoColumns(), own("kind", 20, true), of(survey.Person, survey.Schooling, survey.School),
		of(survey.Person, survey.YuluState, survey.YuluTerm, survey.YuluAmount, "other_aid"),
		own("verdict", 12, true), own("why", 40, true), own("other_rights", 30, true),
	),
	note: []note{noteYulu},
	pick: pickYulu,
}

// Yulu is the ledger of those who have a right to 雨露计划 and do not get it: “应补尽补，不漏一人” (云人社发〔2018〕71号 三（四）).
func Yulu(src Source, f Filter) Table { return yulu.make(src, f) }

func pickYulu(v *view, e *entry) bool {
	verdict := v.Rules.Yulu(v.on).Judge(e.person, e.house, v.on)
	state := e.person.Get(survey.YuluState)
	if !verdict.In && !verdict.Ask || state == rules.YuluGot {
		return false
	}
	kinds := rules.Kinds(e.person, e.house)
	e.say("kind", survey.JoinList(kinds))
	e.say("why", verdict.Words())
	e.say("verdict", text.T("report.in"))
	if verdict.Ask {
		e.say("verdict", text.T("report.ask"))
	}
	e.say("other_rights", v.rights(e))
	e.status = cmp.Or(state, text.T("report.unsaid"))
	return true
}

// rights are the other kinds of aid that somebody seems to have a right to.
func (v *view) rights(e *entry) string {
	var out []string
	for _, r := range v.Rules.Aids(v.on) {
		if r.Judge(e.person, e.house, v.on).In {
			out = append(out, r.Label)
		}
	}
	return survey.JoinList(slices.Clip(out))
}
