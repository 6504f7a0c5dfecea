// Package almanac knows which days are worked: weekends, the State Council's holidays and the days worked instead of them (调休), and a
// county's own. Deadlines in working days are reckoned with it.
//
// The days are data/holidays/<year>.csv. To add a year: its file, from the notice that comes out each November. Of a year that is not
// Known only the weekends are.
package almanac

import (
	"time"

	"ruhu/internal/text"
)

// What a Day is.
const (
	Off  = "休" // not worked, whatever day of the week it is
	Work = "班" // worked, whatever day of the week it is
)

// Day is one day that is not as its weekday says. It is what a county's own days are kept as (rule holidays).
type Day struct {
	Date string `json:"date"` // 2006-01-02
	What string `json:"what"` // Off or Work
	Name string `json:"name"` // 春节 …
}

// Almanac are the days that ship, with a county's own over them. nil is Shipped.
type Almanac struct{ own map[string]Day }

// Shipped are the days that ship, and no others.
var Shipped *Almanac

// ErrDay is a day of a county's own that cannot be read.
var ErrDay = text.NewError("almanac.day")

// With gives the days that ship with a county's own over them: a local holiday (泼水节), or a day of a year whose notice is not out yet.
// Of a date that stands there twice the later counts. Days that cannot be read are left out; Check says which.
func With(own []Day) *Almanac {
	a := &Almanac{own: map[string]Day{}}
	for _, d := range own {
		if d.check() == nil {
			a.own[d.Date] = d
		}
	}
	return a
}

// Check gives the first day that cannot be read.
func Check(own []Day) error {
	for _, d := range own {
		if err := d.check(); err != nil {
			return err
		}
	}
	return nil
}

func (d Day) check() error {
	if _, err := time.Parse(time.DateOnly, d.Date); err != nil || d.What != Off && d.What != Work {
		return ErrDay.With(d.Date, d.What)
	}
	return nil
}

// On is what is said of a day beside its weekday; ok is false where nothing is.
func (a *Almanac) On(day time.Time) (d Day, ok bool) {
	date := day.Format(time.DateOnly)
	if a != nil {
		if d, ok = a.own[date]; ok {
			return d, true
		}
	}
	d, ok = shipped().days[date]
	return d, ok
}

// Workday tells whether a day is worked. Only the date counts, in the zone that day has.
func (a *Almanac) Workday(day time.Time) bool {
	if d, ok := a.On(day); ok {
		return d.What == Work
	}
	return day.Weekday() != time.Saturday && day.Weekday() != time.Sunday
}

// AddWorkdays is the n-th working day after a day, which itself does not count: filed on a Friday, one working day later is Monday.
// With n below zero it is the n-th before; with 0 the day itself, worked or not.
func (a *Almanac) AddWorkdays(day time.Time, n int) time.Time {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 {
		day = day.AddDate(0, 0, step)
		if a.Workday(day) {
			n--
		}
	}
	return day
}

// Workdays counts the working days after from, up to and with until; below zero where until lies before from. So
// Workdays(d, AddWorkdays(d, n)) is n.
func (a *Almanac) Workdays(from, until time.Time) int {
	first, last, sign := date(from), date(until), 1
	if last.Before(first) {
		first, last, sign = last.AddDate(0, 0, -1), first.AddDate(0, 0, -1), -1
	}
	n := 0
	for d := first.AddDate(0, 0, 1); !d.After(last); d = d.AddDate(0, 0, 1) {
		if a.Workday(d) {
			n++
		}
	}
	return sign * n
}

func date(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// Workday is Shipped.Workday.
func Workday(day time.Time) bool { return Shipped.Workday(day) }

// AddWorkdays is Shipped.AddWorkdays.
func AddWorkdays(day time.Time, n int) time.Time { return Shipped.AddWorkdays(day, n) }

// Workdays is Shipped.Workdays.
func Workdays(from, until time.Time) int { return Shipped.Workdays(from, until) }

// Known tells whether the notice for a year ships.
func Known(year int) bool { return shipped().years[year] }
