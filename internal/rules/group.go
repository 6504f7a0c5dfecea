package rules

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// The groups that reports count by (云人社发〔2018〕71号 一（一）至（十四）), as data/codes/group.csv names them, and the three that
// only the base of the labour force is split into.
const (
	LeftPoverty = "脱贫劳动力"
	Monitored   = "监测对象"
	MinLiving   = "低保对象"
	Transferred = "农村转移就业劳动者"
	SchoolLeft  = "两后生"
	Veteran     = "退役军人"
	Disabled    = "残疾人"
	Jobless     = "失业人员"
	Returned    = "返乡人员"
	Women       = "妇女"
	Graduate    = "高校毕业生"
	Resettled   = "易地搬迁劳动力"
	DirectEthno = "直过民族"
	Minority    = "少数民族"
	Extreme     = "特困对象"
)

// Groups says which groups somebody belongs to. One person belongs to several.
type Groups struct {
	RiskGoneCounts bool   `json:"risk_gone_counts"` // a 监测对象 whose risk is gone still counts as one
	GraduateYears  int    `json:"graduate_years"`   // a graduate of so many years back is a 高校毕业生
	AwayMonths     int    `json:"away_months"`      // who works away for so many months a year is 转移就业
	Source         string `json:"source"`

	left LeftSchool
}

// groupOf tells by name whether somebody is of a group. What a person was tagged with counts too.
var groupOf = []struct {
	name string
	is   func(Groups, registry.Person, registry.Household, time.Time) bool
}{
	{LeftPoverty, func(_ Groups, p registry.Person, h registry.Household, _ time.Time) bool {
		return Poor(p, h, survey.HouseLeftPoverty)
	}},
	{Monitored, func(r Groups, _ registry.Person, h registry.Household, _ time.Time) bool { return r.monitored(h) }},
	{MinLiving, func(_ Groups, p registry.Person, h registry.Household, _ time.Time) bool {
		return Poor(p, h, survey.HouseMinLiving)
	}},
	{Extreme, func(_ Groups, p registry.Person, h registry.Household, _ time.Time) bool {
		return Poor(p, h, survey.HouseExtreme)
	}},
	{Transferred, func(r Groups, p registry.Person, _ registry.Household, _ time.Time) bool { return r.away(p) }},
	{SchoolLeft, func(r Groups, p registry.Person, _ registry.Household, on time.Time) bool { return r.left.In(p, on) }},
	{Veteran, func(_ Groups, p registry.Person, _ registry.Household, _ time.Time) bool {
		return p.Get(survey.WorkerKind) == "复退军人"
	}},
	{Disabled, func(_ Groups, p registry.Person, _ registry.Household, _ time.Time) bool { return IsDisabled(p) }},
	{Jobless, func(_ Groups, p registry.Person, _ registry.Household, _ time.Time) bool {
		return p.Get(survey.Employed) == "未就业"
	}},
	{Returned, func(_ Groups, p registry.Person, _ registry.Household, _ time.Time) bool {
		return strings.HasPrefix(p.Get(survey.WorkerKind), "返乡")
	}},
	{Women, func(_ Groups, p registry.Person, _ registry.Household, _ time.Time) bool {
		return p.Sex() == survey.Female
	}},
	{Graduate, func(r Groups, p registry.Person, _ registry.Household, on time.Time) bool { return r.graduate(p, on) }},
	{Resettled, func(_ Groups, _ registry.Person, h registry.Household, _ time.Time) bool {
		return h.Get(survey.Resettled) == survey.Yes
	}},
	{DirectEthno, func(Groups, registry.Person, registry.Household, time.Time) bool { return false }},
	{Minority, func(_ Groups, p registry.Person, _ registry.Household, _ time.Time) bool {
		return p.Get(survey.Ethnic) != "" && p.Get(survey.Ethnic) != "汉族"
	}},
}

// GroupNames are all groups, in order.
func GroupNames() []string {
	var out []string
	for _, g := range groupOf {
		out = append(out, g.name)
	}
	return out
}

// Of gives the groups of somebody on a day.
func (r Groups) Of(p registry.Person, h registry.Household, on time.Time) []string {
	var out []string
	tags := p.Get(survey.Tags)
	for _, g := range groupOf {
		if tags != "" && survey.Has(tags, g.name) || g.is(r, p, h, on) {
			out = append(out, g.name)
		}
	}
	return out
}

func (r Groups) monitored(h registry.Household) bool {
	return h.Is(survey.HouseMonitored) && (r.RiskGoneCounts || h.Get(survey.RiskGone) != survey.Yes)
}

func (r Groups) away(p registry.Person) bool {
	months, _ := strconv.ParseFloat(p.Get(survey.AwayMonths), 64)
	return months > 0 && int(months) >= r.AwayMonths || p.Get(survey.Destination) == "外出务工"
}

func (r Groups) graduate(p registry.Person, on time.Time) bool {
	edu := p.Get(survey.Education)
	done, ok := survey.Day(p.Get(survey.SchoolYear))
	return (edu == "大专" || edu == "本科及以上") && ok && done.Year() >= on.Year()-r.GraduateYears
}

// IsDisabled tells whether somebody is disabled, by whatever says so.
func IsDisabled(p registry.Person) bool {
	return p.Get(survey.DisabilityKind) != "" || p.Get(survey.DisabilityNo) != "" || survey.Has(p.Get(survey.Health), "残疾")
}

// Poor looks at the household's type and at what is said of the person. The monitoring system's export has no household type;
// it lists members of 脱贫户 and 监测对象 only, and each has the standard by which the household was identified.
func Poor(p registry.Person, h registry.Household, kind string) bool {
	if h.Is(kind) {
		return true
	}
	switch kind {
	case survey.HouseExtreme:
		return p.Get(survey.Extreme) == survey.Yes
	case survey.HouseMinLiving:
		return p.Get(survey.MinLiving) == survey.Yes
	case survey.HouseLeftPoverty:
		return h.Type() == "" && h.Get(survey.Monitor) == "" && h.Get(survey.Standard) != ""
	}
	return false
}

// PoorKinds are the kinds that make a family one of low income, in the order in which the first names it.
var PoorKinds = []string{survey.HouseMonitored, survey.HouseExtreme, survey.HouseMinLiving, survey.HouseLeftPoverty, survey.HouseNearMinimum}

// Kinds gives the kinds of low income that somebody's family has.
func Kinds(p registry.Person, h registry.Household) []string {
	var out []string
	for _, k := range PoorKinds {
		if Poor(p, h, k) {
			out = append(out, k)
		}
	}
	return out
}

// within tells whether somebody is of one of the groups; no groups are everybody.
func within(groups, of []string) bool {
	return len(groups) == 0 || slices.ContainsFunc(groups, func(g string) bool { return slices.Contains(of, g) })
}
