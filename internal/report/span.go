package report

import (
	"time"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// span is a time from one day to another, both with it; a from of "" is no beginning.
type span struct{ from, until string }

// Month is the time of the month that a day lies in.
func Month(day time.Time) (from, until survey.Date) {
	s := monthsFrom(time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC), 1)
	return s.from, s.until
}

// Quarter is the time of the quarter that a day lies in.
func Quarter(day time.Time) (from, until survey.Date) {
	first := day.Month() - (day.Month()-1)%3
	s := monthsFrom(time.Date(day.Year(), first, 1, 0, 0, 0, 0, time.UTC), 3)
	return s.from, s.until
}

// Year is the time of the year that a day lies in.
func Year(day time.Time) (from, until survey.Date) {
	s := monthsFrom(time.Date(day.Year(), time.January, 1, 0, 0, 0, 0, time.UTC), 12)
	return s.from, s.until
}

func monthsFrom(first time.Time, n int) span {
	return span{first.Format(time.DateOnly), first.AddDate(0, n, -1).Format(time.DateOnly)}
}

// months tells how many whole months a time is; 0 where it is none.
func (s span) months() int {
	from, err := time.Parse(time.DateOnly, s.from)
	until, err2 := time.Parse(time.DateOnly, s.until)
	end := until.AddDate(0, 0, 1)
	if err != nil || err2 != nil || from.Day() != 1 || end.Day() != 1 {
		return 0
	}
	return (end.Year()-from.Year())*12 + int(end.Month()) - int(from.Month())
}

// previous is the time before, as long: the month before a month, the quarter before a quarter, otherwise as many days.
func (s span) previous() span {
	from, err := time.Parse(time.DateOnly, s.from)
	until, err2 := time.Parse(time.DateOnly, s.until)
	if err != nil || err2 != nil {
		return span{}
	}
	if n := s.months(); n > 0 {
		return monthsFrom(from.AddDate(0, -n, 0), n)
	}
	days := int(until.Sub(from).Hours()/24) + 1
	return span{from.AddDate(0, 0, -days).Format(time.DateOnly), from.AddDate(0, 0, -1).Format(time.DateOnly)}
}

// words puts a time into words: 2026年11月, 2026年第4季度, 2026年, otherwise its two days.
func (s span) words() string {
	from, err := time.Parse(time.DateOnly, s.from)
	if err != nil {
		return text.T("report.until", s.until)
	}
	switch n, month := s.months(), int(from.Month()); {
	case n == 1:
		return text.T("report.month", from.Year(), month)
	case n == 3 && month%3 == 1:
		return text.T("report.quarter", from.Year(), month/3+1)
	case n == 12 && month == 1:
		return text.T("report.year", from.Year())
	}
	return text.T("report.between", s.from, s.until)
}

// period puts into words the time that the table speaks of.
func (v *view) period() string { return span{v.from, v.until}.words() }
