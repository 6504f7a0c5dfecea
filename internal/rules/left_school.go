package rules

import (
	"slices"
	"strings"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// LeftSchool says who counts as 两后生: young people who finished junior or senior middle school and did not go on. No
// nationwide rule exists; the default age is that of 云人社发〔2018〕71号 三（一）, and a county sets its own for each year.
type LeftSchool struct {
	MinAge    int    `json:"min_age"`    // 周岁; the sixteenth birthday itself counts as 16 here
	MaxAge    int    `json:"max_age"`    // up to and with the birthday after it
	CutOff    string `json:"cut_off"`    // day of the age: a date, or a day of the year "09-01"; "" is the day of asking
	YearsBack int    `json:"years_back"` // only who finished school this year or so many years back; 0 asks for no year
	Source    string `json:"source"`
}

func (r LeftSchool) day(on time.Time) string {
	switch len(r.CutOff) {
	case len("01-02"):
		return on.Format("2006-") + r.CutOff
	case 0:
		return on.Format(time.DateOnly)
	}
	return r.CutOff
}

// Judge says whether p is in, out, or has to be asked, and why. The sentences begin with what decided.
func (r LeftSchool) Judge(p registry.Person) Verdict {
	on, _ := survey.Day(r.CutOff)
	v := &Verdict{In: true}
	for _, step := range []func(*Verdict, registry.Person, time.Time){r.age, gone, goesOn, finished, r.year} {
		step(v, p, on)
	}
	v.settle()
	return *v
}

// age lets the birthday itself count at the lower end, where legal age would start on the day after it.
func (r LeftSchool) age(v *Verdict, p registry.Person, on time.Time) {
	born, _, ok := p.Born()
	if !ok {
		v.ask("birth_unknown", text.T("rules.birth_unknown"))
		return
	}
	age := survey.AgeOn(born, on)
	reached := atLeast(born, on)
	day := on.Format(time.DateOnly)
	switch {
	case reached < 16 && r.MinAge >= 16:
		v.out("under_16", text.T("rules.under_16", day, age))
	case reached < r.MinAge:
		v.out("under_age", text.T("rules.under_age", day, age, r.MinAge))
	case age > r.MaxAge:
		v.out("over_age", text.T("rules.over_age", day, age, r.MaxAge))
	default:
		v.in(text.T("rules.age_fits", day, max(age, r.MinAge), r.MinAge, r.MaxAge))
	}
}

// gone looks for those who are no longer people of the township.
func gone(v *Verdict, p registry.Person, on time.Time) {
	if why := left(p, on); why != "" {
		v.out("gone", text.T("rules.gone", why))
	}
}

// studying are the destinations that mean a school.
var studying = []string{"普通高中在读", "中职（含技工）在读", "高校在读", "复读"}

// goesOn looks for those who are at school after all. Where answers contradict each other, a person has to be asked.
func goesOn(v *Verdict, p registry.Person, _ time.Time) {
	school, on, to := p.Get(survey.Schooling), p.Get(survey.GoesOn), p.Get(survey.Destination)
	atSchool := slices.Contains(studying, to)
	switch {
	case p.AtSchool() && on == survey.No:
		v.ask("in_school", text.T("rules.school_and_left", school))
	case atSchool && on == survey.No:
		v.ask("in_school", text.T("rules.school_and_left", to))
	case p.AtSchool():
		v.out("at_school", text.T("rules.at_school", school))
	case atSchool:
		v.out("at_school", text.T("rules.at_school", to))
	case on == survey.Yes:
		v.out("goes_on", text.T("rules.goes_on"))
	}
}

// finished wants junior or senior middle school, as finished or as last attended.
func finished(v *Verdict, p registry.Person, _ time.Time) {
	edu, stage := p.Get(survey.Education), p.Get(survey.SchoolStage)
	switch {
	case p.AtSchool():
	case stage != "":
		v.in(text.T("rules.finished", stage+p.Get(survey.SchoolResult)))
	case edu == "初中" || edu == "高中":
		v.in(text.T("rules.finished", edu))
	case edu == "":
		v.ask("edu_nor_school", text.T("rules.education_unknown"))
	default:
		v.out("education", text.T("rules.education", edu))
	}
}

// In is Judge without words, for counting.
func (r LeftSchool) In(p registry.Person, on time.Time) bool {
	return r.OfAge(p, on) && r.Judge(p).In
}

// OfAge tells whether somebody is of the age that the rule speaks of. on counts where the rule names no day.
func (r LeftSchool) OfAge(p registry.Person, on time.Time) bool {
	if day, ok := survey.Day(r.CutOff); ok {
		on = day
	}
	born, _, ok := p.Born()
	return ok && atLeast(born, on) >= r.MinAge && survey.AgeOn(born, on) <= r.MaxAge
}

func (r LeftSchool) year(v *Verdict, p registry.Person, on time.Time) {
	if r.YearsBack == 0 {
		return
	}
	done, ok := survey.Day(p.Get(survey.SchoolYear))
	first := on.Year() - r.YearsBack
	switch {
	case !ok:
		v.ask("year_unknown", text.T("rules.year_unknown"))
	case done.Year() < first:
		v.out("year", text.T("rules.year", done.Year(), first))
	default:
		v.in(text.T("rules.year_fits", done.Year()))
	}
}

// Words is the verdict in one line.
func (v Verdict) Words() string { return strings.Join(v.Reasons, text.T("rules.join")) }
