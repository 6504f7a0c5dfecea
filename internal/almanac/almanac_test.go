package almanac_test

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ruhu/internal/almanac"
)

func day(s string) time.Time {
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return d
}

// The traps: make-up days on weekends, a holiday that was made longer by a second notice, days of a notice that lie in the year before.
func TestDaysAreWorkedAsTheNoticesSay(t *testing.T) {
	for date, worked := range map[string]bool{
		"2018-12-29": true, "2018-12-31": false, "2019-04-28": true, "2019-05-05": true, "2019-05-04": false,
		"2020-01-19": true, "2020-01-31": false, "2020-02-01": false, "2020-02-02": false, "2020-02-03": true, "2020-06-28": true,
		"2021-02-07": true, "2021-02-20": true, "2021-09-18": true, "2021-09-21": false,
		"2022-01-29": true, "2022-01-31": false, "2022-04-02": true, "2022-10-08": true, "2022-10-09": true, "2022-12-31": false,
		"2023-01-02": false, "2023-04-05": false, "2023-04-06": true, "2023-06-25": true, "2023-10-06": false, "2023-10-08": true,
		"2024-02-04": true, "2024-02-09": true, "2024-02-18": true, "2024-05-11": true, "2024-06-10": false,
		"2025-01-26": true, "2025-01-28": false, "2025-02-08": true, "2025-05-05": false, "2025-10-08": false, "2025-10-11": true,
		"2026-01-04": true, "2026-02-14": true, "2026-02-23": false, "2026-02-28": true, "2026-05-09": true, "2026-09-20": true, "2026-09-25": false,
		"2026-11-21": false, "2026-11-23": true,
	} {
		if got := almanac.Workday(day(date)); got != worked {
			t.Errorf("%s worked: %v", date, got)
		}
	}
}

// Each year has eleven days off by law, thirteen since 2025; what is off beyond them on weekdays is worked on weekends.
func TestWhatIsOffOnWeekdaysIsWorkedOnWeekends(t *testing.T) {
	for year, want := range map[int]int{2019: 250, 2021: 250, 2022: 249, 2024: 251, 2025: 248, 2026: 248} {
		if got := almanac.Workdays(day(itoa(year-1)+"-12-31"), day(itoa(year)+"-12-31")); got != want {
			t.Errorf("%d has %d working days, want %d", year, got, want)
		}
	}
}

func itoa(year int) string { return time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006") }

func TestADeadlineSkipsTheHolidays(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		by   string
	}{
		{"2026-02-13", 1, "2026-02-14"}, {"2026-02-13", 2, "2026-02-24"}, {"2026-02-13", 6, "2026-02-28"}, {"2026-02-13", 7, "2026-03-02"},
		{"2020-01-23", 1, "2020-02-03"}, {"2026-09-30", 5, "2026-10-13"}, {"2026-10-08", -5, "2026-09-23"}, {"2026-10-03", 0, "2026-10-03"},
	} {
		if got := almanac.AddWorkdays(day(c.from), c.n).Format(time.DateOnly); got != c.by {
			t.Errorf("%d working days from %s: %s, want %s", c.n, c.from, got, c.by)
		}
	}
}

func TestCountingAndAddingAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := day("2018-06-01").AddDate(0, 0, rapid.IntRange(0, 3600).Draw(t, "day"))
		n := rapid.IntRange(1, 90).Draw(t, "n")
		by := almanac.AddWorkdays(from, n)
		if got := almanac.Workdays(from, by); got != n {
			t.Fatalf("from %s: %d days, by %s, counted %d", from.Format(time.DateOnly), n, by.Format(time.DateOnly), got)
		}
		if !almanac.Workday(by) {
			t.Fatalf("%s is not worked", by.Format(time.DateOnly))
		}
		if back := almanac.AddWorkdays(by, -n); !almanac.Workday(back) || almanac.Workdays(back, by) != n {
			t.Fatalf("%d days before %s: %s", n, by.Format(time.DateOnly), back.Format(time.DateOnly))
		}
		if there, home := almanac.Workdays(from, by), almanac.Workdays(by, from); almanac.Workday(from) && there != -home {
			t.Fatalf("from %s: %d there, %d back", from.Format(time.DateOnly), there, home)
		}
	})
}

func TestACountysOwnDaysCountOverThoseThatShip(t *testing.T) {
	own := []almanac.Day{{Date: "2026-04-13", What: almanac.Off, Name: "泼水节"}, {Date: "2026-05-09", What: almanac.Off}, {Date: "2026-13-01", What: almanac.Off}}
	if err := almanac.Check(own); !errors.Is(err, almanac.ErrDay) {
		t.Error("a day that no calendar has:", err)
	}
	a := almanac.With(own)
	if a.Workday(day("2026-04-13")) || a.Workday(day("2026-05-09")) || !a.Workday(day("2026-05-11")) {
		t.Error("the county's own days do not count")
	}
	if d, ok := a.On(day("2026-04-13")); !ok || d.Name != "泼水节" {
		t.Error(d)
	}
	if !almanac.Workday(day("2026-04-13")) {
		t.Error("another county's day counts everywhere")
	}
}

func TestAYearWithoutANoticeHasItsWeekendsOnly(t *testing.T) {
	if !almanac.Known(2019) || !almanac.Known(2026) || almanac.Known(2018) || almanac.Known(2027) {
		t.Error("the years known are not 2019 to 2026")
	}
	if !almanac.Workday(day("2027-10-01")) || almanac.Workday(day("2027-10-02")) {
		t.Error("2027 has other days than its weekdays")
	}
}

func TestADayIsTakenInItsOwnZone(t *testing.T) {
	late := time.Date(2026, 2, 14, 23, 30, 0, 0, time.FixedZone("CST", 8*60*60))
	if !almanac.Workday(late) {
		t.Error("the evening of a make-up day is not worked")
	}
}
