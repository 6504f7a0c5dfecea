package rules

import (
	"slices"
	"strings"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Aid says who has a right to one kind of aid, as far as the register knows: 雨露计划, 免学费, 培训补贴. What it asks nothing about
// is left empty.
type Aid struct {
	Label        string   `json:"label"`
	Houses       []string `json:"houses"`       // kinds of household, any of them
	Relations    []string `json:"relations"`    // to the head, any of them; an unknown one is asked about
	Schooling    []string `json:"schooling"`    // beginnings of 在校生状况: 中职 fits 中职一年级
	Destinations []string `json:"destinations"` // or 当前去向 instead
	Labour       bool     `json:"labour"`       // of the labour force
	Willing      bool     `json:"willing"`      // wishes to be trained
	MinAge       int      `json:"min_age"`
	MaxAge       int      `json:"max_age"` // 0 for no limit
	Source       string   `json:"source"`

	labour *Labour // the rule of the labour force beside it; nil: the one that ships
}

// aids is how several kinds of aid stand in one file.
type aids struct {
	Aids []Aid `json:"aids"`
}

// Judge says whether somebody has a right to the aid on a day, and why.
func (r Aid) Judge(p registry.Person, h registry.Household, on time.Time) Verdict {
	v := &Verdict{In: true}
	gone(v, p, on)
	r.house(v, p, h)
	r.school(v, p)
	r.relation(v, p)
	r.age(v, p, on)
	if r.Labour && !r.working(p, on) {
		v.out("labour", text.T("rules.no_labour"))
	}
	if r.Willing && p.Get(survey.WantsTraining) != survey.Yes {
		v.out("no_wish", text.T("rules.no_wish"))
	}
	v.settle()
	return *v
}

func (r Aid) working(p registry.Person, on time.Time) bool {
	if r.labour == nil {
		return Shipped.Labour(on).Holds(p, on)
	}
	return r.labour.Holds(p, on)
}

func (r Aid) house(v *Verdict, p registry.Person, h registry.Household) {
	for _, kind := range r.Houses {
		if Poor(p, h, kind) {
			v.in(text.T("rules.aid_house", kind))
			return
		}
	}
	if len(r.Houses) > 0 {
		v.out("house", text.T("rules.aid_no_house", strings.Join(r.Houses, "、")))
	}
}

func (r Aid) school(v *Verdict, p registry.Person) {
	if len(r.Schooling) == 0 && len(r.Destinations) == 0 {
		return
	}
	at, to := p.Get(survey.Schooling), p.Get(survey.Destination)
	switch {
	case slices.ContainsFunc(r.Schooling, func(s string) bool { return strings.HasPrefix(at, s) }):
		v.in(text.T("rules.at_school", at))
	case at == "" && slices.Contains(r.Destinations, to):
		v.in(text.T("rules.at_school", to))
	default:
		v.out("school", text.T("rules.aid_no_school", strings.Join(r.Schooling, "、")))
	}
}

func (r Aid) relation(v *Verdict, p registry.Person) {
	rel := p.Relation()
	switch {
	case len(r.Relations) == 0 || slices.Contains(r.Relations, rel):
	case rel == "":
		v.ask("relation_unknown", text.T("rules.relation_unknown"))
	default:
		v.out("relation", text.T("rules.aid_no_child", rel))
	}
}

func (r Aid) age(v *Verdict, p registry.Person, on time.Time) {
	if r.MinAge == 0 && r.MaxAge == 0 {
		return
	}
	age, ok := p.Age(on)
	switch {
	case !ok && r.MinAge > 0:
		v.ask("birth_unknown", text.T("rules.birth_unknown"))
	case ok && age < r.MinAge:
		v.out("under_age", text.T("rules.under_age", on.Format(time.DateOnly), age, r.MinAge))
	case ok && r.MaxAge > 0 && age > r.MaxAge:
		v.out("over_age", text.T("rules.over_age", on.Format(time.DateOnly), age, r.MaxAge))
	}
}

// YuluGot is the value of 雨露计划 of somebody who gets it.
const YuluGot = "已享受"
