package report

import (
	"strings"

	"ruhu/internal/rules"
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

// unnamed is how many of those without a destination a note names.
const unnamed = 5

// noteDestinations says whether the table of numbers will add up, with the people who stand in its way: by the same base and the same
// parts.
func noteDestinations(v *view) string {
	base, missing, who := 0, 0, []string{}
	for _, p := range v.everyone {
		t := &thing{v: v, person: p, house: v.house(p)}
		if !v.LeftSchool.OfAge(p, v.on) || !v.here(t.house.Village()) || !t.inCohort() {
			continue
		}
		base++
		if t.became() == rules.FateUnknown {
			if missing++; missing <= unnamed {
				who = append(who, p.Name())
			}
		}
	}
	switch {
	case base == 0:
		return text.T("report.note.no_base")
	case missing == 0:
		return text.T("report.note.base", base)
	case v.filter.Public:
		return text.T("report.note.base_missing", base, missing)
	}
	named := strings.Join(who, "、")
	if missing > unnamed {
		named += text.T("report.note.and_more")
	}
	return text.T("report.note.base_named", base, missing, named)
}

func noteYulu(v *view) string {
	r := v.Rules.Yulu(v.on)
	return text.T("report.note.yulu", strings.Join(r.Houses, "、"), strings.Join(r.Schooling, "、"))
}

// noteOwed names each promise of the rule in force.
func noteOwed(v *view) string {
	var out []string
	for _, m := range v.Rules.Train(v.on).Must {
		who := strings.Join(m.Groups, "、")
		if who == "" {
			who = text.T("rules.whoever")
		}
		out = append(out, text.T("report.note.owed."+m.Every, who, m.Times))
	}
	return text.T("report.note.owed", strings.Join(out, text.T("rules.join")))
}

func noteUnasked(v *view) string {
	return text.T("report.note.unasked", v.ask.Round(v.on).Format("2006-01-02"))
}

func noteUnvisited(v *view) string {
	r := v.Rules.Visit(v.on)
	return text.T("report.note.unvisited", r.Months, r.Kinds["监测对象"])
}
