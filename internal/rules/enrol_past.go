package rules

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Attended is a class that the person was in before, or is enrolled in.
type Attended struct {
	Class       training.Class
	Passed      bool
	First, Last time.Time
}

// Compare orders classes as they began, those without a first day first.
func Compare(a, b Attended) int {
	return cmp.Or(a.First.Compare(b.First), a.Last.Compare(b.Last), cmp.Compare(a.Class.ID, b.Class.ID))
}

// certified shuts out who holds a certificate of the same trade at the same or a higher level (云人社发〔2018〕71号 and the
// rules of many counties: 同一职业同一等级不得重复享受，已享受高等级不得享受低等级).
func (e *entry) certified() {
	if slices.Contains(e.rule.FreeTrades, tradeOf(e.c)) {
		return
	}
	for _, cert := range certificates(e.a.Person) {
		e.v.compare(cert.trade, cert.level, e.c, func() string { return text.T("rules.certified", cert.name()) })
	}
}

// compare shuts out who already has the class's trade at its level or a higher one.
func (v *Verdict) compare(trade, level string, c training.Class, reason func() string) {
	taught := c.Answers[training.Level]
	if trade == "" || trade != tradeOf(c) {
		return
	}
	has, gets := survey.LevelRank(level), survey.LevelRank(taught)
	switch {
	case has > gets && gets > 0:
		v.out("higher_level", reason())
	case level == taught || level == "" || has == gets:
		v.out("same_level", reason())
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

// past looks at the person's other classes: days that overlap, the same trade already passed, programmes that exclude each other, too many
// in the year or too many months.
func (e *entry) past() {
	year, months, times := 0, 0, 0
	for _, b := range e.a.Before {
		if b.Class.ID == e.c.ID && e.c.ID != "" {
			continue
		}
		if b.First.Year() == e.on.Year() {
			year++
		}
		if e.dated && !b.Last.Before(e.on) && !b.First.After(e.last) {
			e.v.out("two_classes", text.T("rules.two_classes", b.Class.Name()))
		}
		if b.Passed && !slices.Contains(e.rule.FreeTrades, tradeOf(e.c)) {
			e.v.compare(tradeOf(b.Class), b.Class.Answers[training.Level], e.c, func() string { return text.T("rules.trained", b.Class.Name()) })
		}
		if !e.hasProgramme {
			continue
		}
		e.exclusive(b)
		if named := b.Class.Answers[training.Programme]; named == e.programme.Name || survey.Fold(named) == survey.Fold(e.programme.Name) {
			months += monthsOf(b.First, b.Last)
			if b.First.Year() == e.on.Year() {
				times++
			}
		}
	}
	e.limits(year, months, times)
}

// exclusive shuts out who had a programme that may not be had beside this one (三湖政办〔2019〕17号 二（三）1: 以工代训补贴 and
// 新录用人员岗前技能培训补贴).
func (e *entry) exclusive(b Attended) {
	other := b.Class.Answers[training.Programme]
	if other == "" {
		return
	}
	if p, bad := e.cat.Exclude(e.programme.Name, other, e.on); bad {
		e.v.out("exclusive", text.T("rules.exclusive", b.Class.Name(), other, e.programme.Name))
		e.v.from(p.Source())
	}
}

func (e *entry) limits(year, months, times int) {
	p := e.programme
	if most := p.Times; most > 0 && times >= most {
		e.v.out("programme_times", text.T("rules.programme_times", p.Name, most, e.on.Year(), times))
		e.v.from(p.Source())
	}
	if own := monthsOf(e.on, e.last); p.Months > 0 && months > 0 && months+own > p.Months {
		e.v.out("months", text.T("rules.months", p.Name, p.Months, months, own))
		e.v.from(p.Source())
	}
	if most, source := e.perYear(); most > 0 && year >= most {
		e.v.out("per_year", text.T("rules.per_year", e.on.Year(), year, most))
		e.v.from(source)
	}
}

// perYear is how many classes a year the person may attend, and the document where it is not the rule's own.
func (e *entry) perYear() (int, string) {
	place := e.c.Answers[training.Township]
	for _, t := range e.rule.Times {
		here := len(t.Areas) == 0 || slices.ContainsFunc(t.Areas, func(code string) bool { return code != "" && strings.HasPrefix(place, code) })
		if here && within(t.Groups, e.a.Groups) {
			return t.Times, t.Source
		}
	}
	return e.rule.PerYear, ""
}

// monthsOf is how many months some days are, a month that has begun counted as one: a subsidy is paid by the month.
func monthsOf(first, last time.Time) int {
	if first.IsZero() || last.Before(first) {
		return 0
	}
	n := 0
	for at := first; !at.After(last); n++ {
		at = first.AddDate(0, n+1, 0)
	}
	return n
}
