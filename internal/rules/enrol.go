package rules

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"ruhu/internal/region"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Enrol says who may be enrolled in a class that is paid for. Every number is a county's parameter.
type Enrol struct {
	MinAge      int      `json:"min_age"`
	MaxAgeMen   int      `json:"max_age_men"`
	MaxAgeWomen int      `json:"max_age_women"`
	PerYear     int      `json:"per_year"`    // classes a person may attend in a calendar year; 0 for any number
	NoStudents  bool     `json:"no_students"` // full-time pupils and students are out
	AwayMonths  int      `json:"away_months"` // who works in another province for so many months a year is asked about; 0 for nobody
	FreeTrades  []string `json:"free_trades"` // of which a certificate shuts nobody out
	First       []string `json:"first"`       // groups that come first where there are more people than seats, in this order
	Source      string   `json:"source"`
}

// Priority is the place of somebody's groups among those that come first, and the group; after all of them for who is of none.
func (r Enrol) Priority(groups []string) (int, string) {
	for i, g := range r.First {
		if slices.Contains(groups, g) {
			return i, g
		}
	}
	return len(r.First), ""
}

// Attended is a class that the person was in before, or is enrolled in.
type Attended struct {
	Class       training.Class
	Passed      bool
	First, Last time.Time
}

// Judge says whether p may be enrolled in the class c, which begins on a day. before are the person's other classes.
func (r Enrol) Judge(p registry.Person, c training.Class, before []Attended, on time.Time) Verdict {
	if first, _ := c.Dates(); !first.IsZero() {
		on = first
	}
	v := &Verdict{In: true}
	r.identity(v, p)
	r.age(v, p, on)
	r.school(v, p)
	r.fit(v, p)
	r.away(v, p, c)
	r.certified(v, p, c)
	r.past(v, c, before, on)
	v.settle()
	return *v
}

func (r Enrol) identity(v *Verdict, p registry.Person) {
	if p.IDNumber() == "" {
		v.ask("id_missing", text.T("rules.id_missing"))
	}
}

func (r Enrol) age(v *Verdict, p registry.Person, on time.Time) {
	born, _, ok := p.Born()
	if !ok {
		v.ask("birth_unknown", text.T("rules.birth_unknown"))
		return
	}
	age, day := survey.AgeOn(born, on), on.Format(time.DateOnly)
	limit := r.MaxAgeMen
	if p.Sex() == survey.Female {
		limit = r.MaxAgeWomen
	}
	switch {
	case survey.AgeOn(born, on.AddDate(0, 0, 1)) < r.MinAge:
		v.out("under_16", text.T("rules.class_under_age", day, age, r.MinAge))
	case limit > 0 && age > limit:
		v.out("over_age", text.T("rules.class_over_age", p.Sex(), day, age, limit))
	default:
		v.in(text.T("rules.class_age_fits", day, max(age, r.MinAge)))
	}
}

func (r Enrol) school(v *Verdict, p registry.Person) {
	if !r.NoStudents {
		return
	}
	if p.AtSchool() {
		v.out("at_school", text.T("rules.at_school", p.Get(survey.Schooling)))
	} else if to := p.Get(survey.Destination); slices.Contains(studying, to) {
		v.out("at_school", text.T("rules.at_school", to))
	}
}

// fit asks about those who are said to be unable to work: the register may be old, and nobody is shut out by it.
func (r Enrol) fit(v *Verdict, p registry.Person) {
	if s := p.Get(survey.Skill); s == survey.SkillNone || s == survey.SkillLost {
		v.ask("unfit", text.T("rules.unfit", s))
	}
}

// away asks about those who work far off for most of the year: they may be back, or come back for the class.
func (r Enrol) away(v *Verdict, p registry.Person, c training.Class) {
	months, _ := strconv.ParseFloat(p.Get(survey.AwayMonths), 64)
	place := p.Get(survey.AwayPlace)
	if r.AwayMonths == 0 || int(months) < r.AwayMonths || place == "" || strings.HasPrefix(place, province(c)) {
		return
	}
	v.ask("works_away", text.T("rules.works_away", place, int(months)))
}

// province is the name of the province that the class is in; where that is not known, one that no place begins with.
func province(c training.Class) string {
	code := c.Answers[training.Township]
	t, err := region.Of(code)
	if err != nil {
		return "?"
	}
	return t.Name(code[:region.Province])
}

// certified shuts out who holds a certificate of the same trade at the same or a higher level (云人社发〔2018〕71号 and the
// rules of many counties: 同一职业同一等级不得重复享受，已享受高等级不得享受低等级).
func (r Enrol) certified(v *Verdict, p registry.Person, c training.Class) {
	if slices.Contains(r.FreeTrades, c.Trade()) {
		return
	}
	for _, cert := range certificates(p) {
		v.compare(cert.trade, cert.level, c, text.T("rules.certified", cert.name()))
	}
}

// compare shuts out who already has the class's trade at its level or a higher one.
func (v *Verdict) compare(trade, level string, c training.Class, reason string) {
	taught := c.Answers[training.Level]
	if trade != tradeOf(c) || trade == "" {
		return
	}
	has, gets := survey.LevelRank(level), survey.LevelRank(taught)
	switch {
	case has > gets && gets > 0:
		v.out("higher_level", reason)
	case level == taught || level == "" || has == gets:
		v.out("same_level", reason)
	}
}

type certificate struct{ trade, level string }

func (c certificate) name() string {
	if c.level == "" {
		return c.trade
	}
	return c.trade + "（" + c.level + "）"
}

// certificates are those on record, and those in free words: several are parted as lists are.
func certificates(p registry.Person) []certificate {
	out := []certificate{{p.Get(survey.CertTrade), p.Get(survey.CertLevel)}}
	for _, said := range strings.FieldsFunc(p.Get(survey.Cert), func(r rune) bool { return strings.ContainsRune("、,，;；\n", r) }) {
		trade, level := survey.ParseCert(said)
		out = append(out, certificate{trade, level})
	}
	return out
}

// tradeOf is the class's trade as the catalogue names it.
func tradeOf(c training.Class) string {
	if t, ok := survey.FindChoice("trade", c.Trade()); ok {
		return t
	}
	return c.Trade()
}

// past looks at the person's other classes: too many in the year, days that overlap, the same trade already passed.
func (r Enrol) past(v *Verdict, c training.Class, before []Attended, on time.Time) {
	first, last := c.Dates()
	year := 0
	for _, b := range before {
		if b.Class.ID == c.ID {
			continue
		}
		if b.First.Year() == on.Year() {
			year++
		}
		if !last.IsZero() && !b.Last.Before(first) && !b.First.After(last) {
			v.out("two_classes", text.T("rules.two_classes", b.Class.Name()))
		}
		if b.Passed {
			v.compare(tradeOf(b.Class), b.Class.Answers[training.Level], c, text.T("rules.trained", b.Class.Name()))
		}
	}
	if r.PerYear > 0 && year >= r.PerYear {
		v.out("per_year", text.T("rules.per_year", on.Year(), year, r.PerYear))
	}
}
