package quality

import (
	"cmp"
	"encoding/binary"
	"slices"
	"time"

	"github.com/google/uuid"

	"ruhu/internal/region"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Entered is when a record was made: its id is a UUID of version 7, which begins with the time. ok is false for other ids.
func Entered(id string) (at time.Time, ok bool) {
	u, err := uuid.Parse(id)
	if err != nil || u.Version() != 7 {
		return time.Time{}, false
	}
	ms := int64(binary.BigEndian.Uint64(u[:8]) >> 16)
	return time.UnixMilli(ms), true
}

// lag is how many days lie between the day that a record speaks of and the day on which it was written down. Only a whole day
// can be late: a month is not over before its end.
func lag(id string, day survey.Date) (days int, ok bool) {
	at, made := Entered(id)
	said, known := survey.Day(day)
	if !made || !known || len(day) != len(time.DateOnly) {
		return 0, false
	}
	y, m, d := at.In(training.Zone).Date()
	return int(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Sub(said).Hours() / 24), true
}

// Lag is how late a village writes down its visits and wishes (及时、有效、准确收集、录入, 穗人社函〔2020〕22号).
type Lag struct {
	Village string
	Records int
	Median  int // days
	Worst   int
	Late    int      // later than the check late_entry allows
	IDs     []string // of those
}

// Lags gives it for each village, in the order of their codes.
func (s Set) Lags(src *report.Source) []Lag {
	allowed, _ := s.on("late_entry")
	days, late := map[string][]int{}, map[string][]string{}
	add := func(village, id string, day survey.Date) {
		n, ok := lag(id, day)
		if !ok || n < 0 {
			return
		}
		days[village] = append(days[village], n)
		if n > allowed.number("days") {
			late[village] = append(late[village], id)
		}
	}
	for house, visits := range src.Visits {
		for _, v := range visits {
			add(src.Households[house].Village(), v.ID, v.On())
		}
	}
	for _, p := range src.People {
		for _, w := range src.Wishes[p.ID] {
			add(src.Households[p.HouseholdID()].Village(), w.ID, w.Get(survey.WishedOn))
		}
	}
	var out []Lag
	for village, list := range days {
		slices.Sort(list)
		slices.Sort(late[village])
		out = append(out, Lag{village, len(list), list[len(list)/2], list[len(list)-1], len(late[village]), late[village]})
	}
	slices.SortFunc(out, func(a, b Lag) int { return cmp.Compare(a.Village, b.Village) })
	return out
}

// LagTable is the same as a table to hand in.
func (s Set) LagTable(src *report.Source) report.Table {
	allowed, _ := s.on("late_entry")
	t := report.Table{Name: "lag", Title: text.T("quality.lag"), Of: report.Villages, Period: src.On.Format(time.DateOnly)}
	for _, c := range []string{"no", "village", "records", "median", "worst", "late"} {
		t.Columns = append(t.Columns, report.Column{Key: c, Label: text.T("quality.lag." + c), Width: 14, Right: c != "village"})
	}
	for i, l := range s.Lags(src) {
		t.Rows = append(t.Rows, []string{itoa(i + 1), placeName(src, l.Village), itoa(l.Records), itoa(l.Median), itoa(l.Worst), itoa(l.Late)})
		t.IDs = append(t.IDs, l.Village)
		t.Behind = append(t.Behind, [][]string{nil, nil, nil, nil, nil, l.IDs})
	}
	t.Note = []string{text.T("quality.lag.note", allowed.number("days"))}
	return t
}

func placeName(src *report.Source, code string) string {
	if src.Tree != nil && src.Tree.Name(code) != "" {
		return src.Tree.Name(code)
	}
	if code == "" {
		return ""
	}
	return region.Name(code)
}

// Table lays findings out as a list to hand to a village.
func Table(src *report.Source, found []Finding) report.Table {
	t := report.Table{Name: "quality", Title: text.T("quality.list"), Of: registry.TypePerson, Period: src.On.Format(time.DateOnly)}
	for _, c := range []struct {
		key   string
		width int
	}{{"no", 6}, {"village", 18}, {"head", 12}, {"person", 12}, {"severity", 8}, {"check", 24}, {"sentence", 60}} {
		t.Columns = append(t.Columns, report.Column{Key: c.key, Label: text.T("quality.list." + c.key), Width: c.width, Right: c.key == "no"})
	}
	names := map[string]string{}
	for _, p := range src.People {
		names[p.ID] = p.Name()
	}
	counts := map[string]int{}
	for i, f := range found {
		counts[f.Severity.Words()]++
		t.Rows = append(t.Rows, []string{itoa(i + 1), placeName(src, f.Village), src.Households[f.Household].Head(), names[f.Person], f.Severity.Words(), Check{Code: f.Check}.Title(), f.Sentence})
		t.IDs = append(t.IDs, cmp.Or(f.Person, f.Household, f.ID))
	}
	for _, s := range Severities {
		if n := counts[s.Words()]; n > 0 {
			t.Statuses = append(t.Statuses, report.Status{Name: s.Words(), Count: n})
		}
	}
	return t
}
