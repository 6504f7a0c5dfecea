package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"ruhu/internal/survey"
)

// aim is one target set: so many people, or so many times, of a group, by when, with the shares of those who take part.
type aim struct {
	Record
	number float64
	set    bool      // a number was set
	from   time.Time // first and last day; of what names none, those of the year
	until  time.Time
	shares []share
}

// share is the part of a target that falls to one unit.
type share struct {
	unit   string
	number float64
	set    bool
}

// The units of targets that can be counted. 人 and 人次 are never added up.
const (
	inPeople = "人"
	inTurns  = "人次"
	inShare  = "%" // of the turns of the group, those of the project: 技能提升培训占比50%以上
)

// aims are the targets whose time the day lies in, or lies after, in the order of their numbers.
func (v *view) aims() []aim {
	var out []aim
	for _, r := range v.Targets {
		a := v.aim(r)
		if place := r.Get(survey.TargetPlace); !a.from.After(v.on) && (v.here(place) || strings.HasPrefix(v.filter.Village, place)) {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b aim) int {
		x, _ := strconv.Atoi(a.Get(survey.TargetNo))
		y, _ := strconv.Atoi(b.Get(survey.TargetNo))
		row, row2 := a.Get(survey.TargetRow), b.Get(survey.TargetRow)
		return cmp.Or(cmp.Compare(x, y), cmp.Compare(len(row), len(row2)), cmp.Compare(row, row2), cmp.Compare(a.Get(survey.TargetSource), b.Get(survey.TargetSource)), cmp.Compare(a.ID, b.ID))
	})
	return out
}

func (v *view) aim(r Record) aim {
	a := aim{Record: r, shares: sharesOf(r.Get(survey.TargetShares))}
	n, err := strconv.ParseFloat(r.Get(survey.TargetNumber), 64)
	a.number, a.set = n, err == nil
	from, begun := survey.Day(r.Get(survey.TargetFrom))
	until, ends := survey.LastDay(r.Get(survey.TargetUntil))
	switch {
	case !begun && ends:
		from = time.Date(until.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	case !begun:
		from = time.Date(v.on.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	}
	if !ends || until.Before(from) {
		until = from.AddDate(1, 0, -1)
	}
	a.from, a.until = from, until
	return a
}

// sharesOf reads 教体局:100;农业农村局:50. A unit without a number takes part all the same.
func sharesOf(said string) []share {
	var out []share
	for _, part := range strings.FieldsFunc(said, func(r rune) bool { return strings.ContainsRune(";；\n", r) }) {
		unit, number, _ := strings.Cut(strings.ReplaceAll(part, "：", ":"), ":")
		n, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
		if unit = strings.TrimSpace(unit); unit != "" {
			out = append(out, share{unit, n, err == nil})
		}
	}
	return out
}

// years is over how many years the target runs: 2019-09-07 to 2022-09-06 are three.
func (a aim) years() int {
	days := a.until.Sub(a.from).Hours()/24 + 1
	return max(1, int(days/365.25+0.5))
}

// year is the year of the target that a day lies in, counted from the day on which it starts (以2019年9月7日为起始时间), not later than
// its last.
func (a aim) year(on time.Time) span {
	k := 0
	for k+1 < a.years() && !a.from.AddDate(k+1, 0, 0).After(on) {
		k++
	}
	last := a.from.AddDate(k+1, 0, -1)
	if k+1 == a.years() {
		last = a.until
	}
	return span{a.from.AddDate(k, 0, 0).Format(time.DateOnly), last.Format(time.DateOnly)}
}

// yearly is what falls to one of its years: an equal part, rounded up (每年完成目标任务的三分之一).
func (a aim) yearly(number float64) float64 {
	if a.ratio() {
		return number
	}
	n := number / float64(a.years())
	if whole := float64(int(n)); whole < n {
		return whole + 1
	}
	return n
}

// general tells whether the target is about everybody: of no group and no project.
func (a aim) general() bool {
	return a.Get(survey.TargetGroup) == "" && a.Get(survey.TargetProject) == ""
}

// ratio tells whether the target is a share of everything done for its group, not a number.
func (a aim) ratio() bool { return a.Get(survey.TargetUnit) == inShare }

// takes tells whether a class that somebody finished counts for the target.
func (a aim) takes(t *thing) bool {
	p := a.Get(survey.TargetProject)
	return a.about(t) && (p == "" || conditions["project"](t, p))
}

// about is takes for classes of every project: what a share is of.
func (a aim) about(t *thing) bool {
	g := a.Get(survey.TargetGroup)
	return strings.HasPrefix(t.village, a.Get(survey.TargetPlace)) && t.within(a.from.Format(time.DateOnly), a.until.Format(time.DateOnly)) &&
		(g == "" || conditions["group"](t, g))
}

// countable tells whether what is done towards the target can be counted here.
func (a aim) countable() bool {
	unit := a.Get(survey.TargetUnit)
	return unit == inPeople || unit == inTurns || a.ratio()
}

// same tells whether two targets speak of one thing.
func (a aim) same(b aim) bool {
	for _, key := range []string{survey.TargetGroup, survey.TargetProject, survey.TargetPlace} {
		if a.Get(key) != b.Get(key) {
			return false
		}
	}
	return !a.general() && a.ratio() == b.ratio() && !a.from.After(b.until) && !b.from.After(a.until) && a.countable() && b.countable()
}

// targetCell is the target of this year for everybody, in one unit: of some villages the shares that are theirs, in the total row
// the whole. Where sources say otherwise each number stands there, and nothing is reckoned with it.
func (v *view) targetCell(unit string, codes []string, total bool) (string, float64, []string) {
	var said []string
	number := 0.0
	for _, a := range v.aims() {
		if !a.general() || a.Get(survey.TargetUnit) != unit || !a.set || a.until.Before(v.on) {
			continue
		}
		n, ok := a.number, total
		if !total {
			n, ok = v.sharesIn(a, codes)
		}
		if ok {
			number = a.yearly(n)
			said = append(said, strconv.FormatFloat(number, 'f', -1, 64))
		}
	}
	slices.Sort(said)
	said = slices.Compact(said)
	if len(said) != 1 {
		number = 0
	}
	return strings.Join(said, "／"), number, nil
}

// sharesIn adds up the shares of some villages.
func (v *view) sharesIn(a aim, codes []string) (sum float64, ok bool) {
	for _, s := range a.shares {
		if code := v.unitCode(s.unit); s.set && slices.ContainsFunc(codes, func(c string) bool { return code == c && code != "" }) {
			sum, ok = sum+s.number, true
		}
	}
	return sum, ok
}

// unitCode is the village or township that a unit's name means, "" for an office.
func (v *view) unitCode(unit string) string {
	for _, code := range v.villages() {
		if name := v.place(code); unit == name || villageName(unit) == villageName(name) {
			return code
		}
		if t := upTo(code); unit == v.place(t) || strings.TrimSuffix(unit, "人民政府") == v.place(t) {
			return t
		}
	}
	return ""
}
