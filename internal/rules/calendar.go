package rules

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"ruhu/internal/almanac"
	"ruhu/internal/text"
)

// calendar is how the reports that fall due stand in one file.
type calendar struct {
	Reports []Reporting `json:"reports"`
}

// Reporting is a report that is handed in again and again.
type Reporting struct {
	Name   string   `json:"name"`
	Report string   `json:"report"` // the ledger or table that it is made with; "" for none of this program's
	Every  string   `json:"every"`  // month, quarter, half or year: it speaks of the one before
	Months int      `json:"months"` // so many months after that time's end it is due: 0 is the next month
	Day    int      `json:"day"`    // on this day of the month
	On     []string `json:"on"`     // or on these days of the year: "06-05"; it then speaks of the time since the one before
	Move   string   `json:"move"`   // a day that is not worked: "before", "after", or "" for as it is
	To     string   `json:"to"`     // who gets it
	Source string   `json:"source"`
	Off    bool     `json:"off"`
}

// ReportDue is a report that is due.
type ReportDue struct {
	Name   string
	Report string
	To     string
	Period string // what it speaks of, in words
	Due    time.Time
	Days   int // until then
	Source string
}

// Calendar gives for each report when it is due next, the first first; a day that is today is still due.
func Calendar(b *Book, on time.Time) []ReportDue {
	days, today := b.Almanac(on), date(on)
	var out []ReportDue
	for _, r := range In[calendar](b, "calendar", on).Reports {
		if r.Off {
			continue
		}
		if d, ok := r.next(today, days); ok {
			d.Name, d.Report, d.To, d.Source = r.Name, r.Report, r.To, r.Source
			d.Days = int(d.Due.Sub(today).Hours() / 24)
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(a, b ReportDue) int { return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.Name, b.Name)) })
	return out
}

// next is the first day, not before today, on which the report is due.
func (r Reporting) next(today time.Time, days *almanac.Almanac) (ReportDue, bool) {
	if len(r.On) > 0 {
		return r.nextOn(today, days)
	}
	n := spans[r.Every]
	if n == 0 {
		return ReportDue{}, false
	}
	// The time it speaks of ends with a month; from far enough back, at most 36 months on.
	end := time.Date(today.Year()-1, time.January, 1, 0, 0, 0, 0, time.UTC)
	for range 36 {
		end = end.AddDate(0, n, 0) // the first day after the time
		due := r.move(dayIn(end.AddDate(0, r.Months, 0), r.Day), days)
		if !due.Before(today) {
			return ReportDue{Due: due, Period: periodWords(end.AddDate(0, -n, 0), n)}, true
		}
	}
	return ReportDue{}, false
}

// spans are the times that reports speak of, in months.
var spans = map[string]int{"month": 1, "quarter": 3, "half": 6, "year": 12}

// dayIn is a day of the month of another day; the month's last where it has fewer.
func dayIn(month time.Time, day int) time.Time {
	first := time.Date(month.Year(), month.Month(), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1)
	return first.AddDate(0, 0, min(max(day, 1), last.Day())-1)
}

func (r Reporting) move(day time.Time, days *almanac.Almanac) time.Time {
	switch {
	case days.Workday(day) || r.Move == "":
		return day
	case r.Move == "after":
		return days.AddWorkdays(day, 1)
	}
	return days.AddWorkdays(day, -1)
}

func (r Reporting) nextOn(today time.Time, days *almanac.Almanac) (ReportDue, bool) {
	var all []time.Time
	for year := today.Year(); year <= today.Year()+1; year++ {
		for _, d := range r.On {
			if day, err := time.Parse(time.DateOnly, strconv.Itoa(year)+"-"+d); err == nil {
				all = append(all, r.move(day, days))
			}
		}
	}
	slices.SortFunc(all, time.Time.Compare)
	for _, day := range all {
		if !day.Before(today) {
			return ReportDue{Due: day, Period: text.T("rules.period.until", day.Format(time.DateOnly))}, true
		}
	}
	return ReportDue{}, false
}

// periodWords names a time of some months: 2026年10月, 2026年第三季度.
func periodWords(from time.Time, months int) string {
	y, m := from.Year(), int(from.Month())
	switch months {
	case 1:
		return text.T("rules.period.month", y, m)
	case 3:
		return text.T("rules.period.quarter", y, (m+2)/3)
	case 6:
		if m == 1 {
			return text.T("rules.period.first_half", y)
		}
		return text.T("rules.period.second_half", y)
	}
	return text.T("rules.period.year", y)
}

// Faults implements Faulty.
func (r calendar) Faults() []Fault {
	var f faults
	for _, x := range r.Reports {
		for _, d := range x.On {
			if _, err := time.Parse("2006-01-02", "2024-"+d); err != nil {
				f.say(d, "day_of_year")
			}
		}
		if spans[x.Every] == 0 && len(x.On) == 0 {
			f.say(x.Name, "choice", "month、quarter、half、year")
		}
		f.within("day", x.Day, 1, 31, true)
		if !slices.Contains([]string{"", "before", "after"}, x.Move) {
			f.say(x.Move, "choice", "before、after")
		}
	}
	return f
}
