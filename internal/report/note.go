package report

import (
	"ruhu/internal/text"
)

// note is one sentence of the 口径: how a table was counted, with the numbers of the rules in force.
type note func(*view) string

func plain(key string) note { return func(*view) string { return text.T(key) } }

func noteLabour(v *view) string {
	return text.T("report.note.labour", v.labour.MinAge, v.labour.UnderMen, v.labour.MinAge, v.labour.UnderWomen)
}

func noteGroups(v *view) string {
	if v.groups.RiskGoneCounts {
		return text.T("report.note.groups")
	}
	return text.T("report.note.groups_risk")
}

func noteLeftSchool(v *view) string {
	return text.T("report.note.left_school", v.LeftSchool.MinAge, v.LeftSchool.MaxAge, v.LeftSchool.Source)
}

func noteUnasked(v *view) string {
	return text.T("report.note.unasked", v.ask.Round(v.on).Format("2006-01-02"))
}

func noteUnvisited(v *view) string {
	r := v.Rules.Visit(v.on)
	return text.T("report.note.unvisited", r.Months, r.Kinds["监测对象"])
}
