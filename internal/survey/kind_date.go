package survey

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"ruhu/internal/text"
)

// What can be wrong with a date.
var (
	ErrDate   = text.NewError("survey.date")   // not readable as a date
	ErrNoDay  = text.NewError("survey.no_day") // a day that no calendar has
	ErrFuture = text.NewError("survey.future") // after today where that cannot be
)

// datePattern takes years, months and days apart, whatever stands between them; a time of day behind is cut off.
var datePattern = regexp.MustCompile(`^(\d{4})[-/.年](?:(\d{1,2})(?:[-/.月](?:(\d{1,2})[日号]?)?)?)?(?:[ T].*)?$`)

// ParseDate reads a date in any form that lists have it: 2008-01-05, 2016/9/1, 1970.2.9, 2008年1月, 20080105, 200801, 2008,
// and the day numbers of spreadsheets, 39448. What is not said is not made up: 2008.1 is the month 2008-01.
func ParseDate(typed string) (Date, error) {
	s := unwrapped(narrow(typed))
	if digits(strings.TrimSuffix(s, ".0")) {
		return dateOfDigits(strings.TrimSuffix(s, ".0"))
	}
	if strings.ContainsAny(s, "〇零一二三四五六七八九") {
		s = inDigits(s)
	}
	m := datePattern.FindStringSubmatch(strings.ReplaceAll(s, " 00:00:00", ""))
	if m == nil {
		m = datePattern.FindStringSubmatch(strings.ReplaceAll(s, " ", ""))
	}
	if m == nil {
		return "", ErrDate.With(typed)
	}
	return dateOf(typed, m[1], m[2], m[3])
}

// inDigits writes 二〇〇八年一月十五日 as 2008年1月15日.
func inDigits(s string) string {
	var b strings.Builder
	for _, part := range charParts.FindAllString(s, -1) {
		n, ok := spoken(part)
		switch {
		case ok && strings.Contains(part, "十"):
			b.WriteString(strconv.Itoa(n))
		default:
			b.WriteString(charDigits.Replace(part))
		}
	}
	return b.String()
}

var (
	charParts  = regexp.MustCompile(`[一二三四五六七八九十]*十[一二三四五六七八九]?|[^十]*?(?:[年月日号]|$)`)
	charDigits = strings.NewReplacer("〇", "0", "零", "0", "一", "1", "二", "2", "三", "3", "四", "4", "五", "5", "六", "6", "七", "7", "八", "8", "九", "9")
)

func dateOfDigits(s string) (Date, error) {
	switch len(s) {
	case 8:
		return dateOf(s, s[:4], s[4:6], s[6:])
	case 6:
		return dateOf(s, s[:4], s[4:], "")
	case 5:
		n, _ := strconv.Atoi(s)
		return ParseDate(serialDay.AddDate(0, 0, n).Format(time.DateOnly))
	case 4:
		return dateOf(s, s, "", "")
	}
	return "", ErrDate.With(s)
}

// serialDay is day 0 of spreadsheets. It is one early, which makes good for the 29 February 1900 that they count and that
// never was.
var serialDay = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

func dateOf(typed, year, month, day string) (Date, error) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	t := time.Date(y, time.Month(max(m, 1)), max(d, 1), 0, 0, 0, 0, time.UTC)
	if y < 1850 || y > 2150 || month != "" && int(t.Month()) != m || day != "" && t.Day() != d {
		return "", ErrNoDay.With(typed)
	}
	switch {
	case day != "":
		return t.Format(time.DateOnly), nil
	case month != "":
		return t.Format("2006-01"), nil
	}
	return t.Format("2006"), nil
}

// Day gives the first day of a stored date, whatever is known of it.
func Day(d Date) (time.Time, bool) {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if len(d) == len(layout) {
			t, err := time.Parse(layout, d)
			return t, err == nil
		}
	}
	return time.Time{}, false
}

// LastDay gives the last day of a stored date: 2026-06-30 of 2026-06.
func LastDay(d Date) (time.Time, bool) {
	day, ok := Day(d)
	switch {
	case !ok:
		return day, false
	case len(d) == len("2006"):
		return day.AddDate(1, 0, -1), true
	case len(d) == len("2006-01"):
		return day.AddDate(0, 1, -1), true
	}
	return day, true
}

// SameDate tells whether two dates may be one: the less is known, the more fits.
func SameDate(a, b Date) bool {
	n := min(len(a), len(b))
	return n == 0 || a[:n] == b[:n]
}

func cleanDate(_ Field, typed string) (string, error) { return ParseDate(typed) }
