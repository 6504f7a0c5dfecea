package rules

import (
	"cmp"
	"slices"
	"time"

	"ruhu/internal/catalogue"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Refresh says when somebody who was trained has to come again: the refresher of trades and programmes that want one (粤人社函〔2019〕1812号
// 之三 “在岗家政服务人员每两年至少‘回炉’培训1次”), the yearly training of some (之九), the end of a certificate.
type Refresh struct {
	SoonDays int                `json:"soon_days"` // so long before the day it is told
	States   []string           `json:"states"`    // 培训后就业 of whom a refresher is asked; nothing said counts as one of them
	Months   map[string]float64 `json:"months"`    // by trade, where the catalogue says nothing
	Source   string             `json:"source"`
}

// Refresh gives the rule of refreshers.
func (b *Book) Refresh(on time.Time) Refresh { return In[Refresh](b, "refresh", on) }

// Kinds of what falls due for somebody who was trained.
const (
	DueRefresh = "refresh"
	DueAgain   = "again" // the yearly training
	DueCert    = "cert"
)

// Trained is a class that somebody was in, with what came of it.
type Trained struct {
	Class     training.Class
	Enrolment training.Enrolment
}

// Due is something that falls due for somebody who was trained.
type Due struct {
	Kind     string
	Trade    string // or the programme's name
	Since    survey.Date
	By       time.Time
	Days     int // until then; below zero when it is over
	Sentence string
	Source   string
	Class    string // ids of the class and the enrolment that it follows from
	Of       string
}

// Late tells whether the day is over.
func (d Due) Late() bool { return d.Days < 0 }

// Dues are what falls due for somebody by SoonDays after a day, or is over, the first first. Of one trade the latest class counts.
func (r Refresh) Dues(p registry.Person, trained []Trained, cat *catalogue.Book, on time.Time) []Due {
	on = date(on)
	if left(p, on) != "" {
		return nil
	}
	latest := map[string]Due{}
	for _, t := range trained {
		for _, d := range r.after(p, t, cat, on) {
			key := d.Kind + "\x00" + d.Trade
			if old, ok := latest[key]; !ok || old.By.Before(d.By) {
				latest[key] = d
			}
		}
	}
	var out []Due
	for _, d := range latest {
		d.Days = int(d.By.Sub(on).Hours() / 24)
		if d.Days > r.SoonDays {
			continue
		}
		key := "rules.due." + d.Kind
		if d.Late() {
			key += "_late"
		}
		d.Sentence = text.T(key, d.Trade, d.Since, d.By.Format(time.DateOnly), max(d.Days, -d.Days))
		out = append(out, d)
	}
	slices.SortFunc(out, func(a, b Due) int {
		return cmp.Or(a.By.Compare(b.By), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Trade, b.Trade))
	})
	return out
}

// after is what follows from one class.
func (r Refresh) after(p registry.Person, t Trained, cat *catalogue.Book, on time.Time) []Due {
	done, ok := survey.Day(t.Enrolment.DoneOn(t.Class))
	if !ok || done.After(on) || !t.Enrolment.Passed(t.Class) {
		return nil
	}
	name := cmp.Or(cat.Words().Name(t.Class.Trade()), t.Class.Trade())
	trade, _ := cat.Trade(t.Class.Trade(), t.Class.Answers[training.Level], done)
	programme, _ := cat.Programme(t.Class.Answers[training.Programme], done)
	since := done.Format(time.DateOnly)
	add := func(kind, of string, by time.Time, source string) Due {
		return Due{Kind: kind, Trade: of, Since: since, By: by, Source: cmp.Or(source, r.Source), Class: t.Class.ID, Of: t.Enrolment.ID}
	}
	var out []Due
	if months, source := r.months(trade, programme); months > 0 && r.working(p, t.Enrolment) {
		out = append(out, add(DueRefresh, name, monthsAfter(done, months), source))
	}
	if programme.AgainHours > 0 && r.working(p, t.Enrolment) {
		out = append(out, add(DueAgain, programme.Name, monthsAfter(done, 12), programme.Source()))
	}
	until := cmp.Or(t.Enrolment.Answers[training.CertUntil], trade.CertUntil(t.Enrolment.Answers[training.CertOn]))
	if last, ok := survey.LastDay(until); ok {
		d := add(DueCert, cmp.Or(t.Enrolment.Answers[training.CertName], name), last, trade.Source())
		d.Since = cmp.Or(t.Enrolment.Answers[training.CertOn], since)
		out = append(out, d)
	}
	return out
}

func (r Refresh) months(t catalogue.Trade, p catalogue.Programme) (int, string) {
	switch {
	case p.RefreshMonths > 0:
		return p.RefreshMonths, p.Source()
	case t.RefreshMonths > 0:
		return t.RefreshMonths, t.Source()
	}
	return int(r.Months[t.Name]), ""
}

// working tells whether somebody is at work, by what came after the class or else by their own answers; where nothing is said they are
// asked all the same.
func (r Refresh) working(p registry.Person, e training.Enrolment) bool {
	state := e.Answers[training.After]
	if state == "" {
		return p.Get(survey.Employed) != "未就业"
	}
	return len(r.States) == 0 || slices.Contains(r.States, state)
}

// monthsAfter is the day some months later; where that month has no such day, its last.
func monthsAfter(day time.Time, n int) time.Time {
	later := day.AddDate(0, n, 0)
	if later.Day() != day.Day() {
		later = later.AddDate(0, 0, -later.Day())
	}
	return later
}

func date(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}
