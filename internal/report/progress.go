package report

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// progressColumns stand before the months, progressEnds behind them.
var (
	progressColumns = []string{"no", "task", "count", "year_number"}
	progressEnds    = []string{"year_done", "year_rate", "year_gone", "source"}
)

// maxMonths is how far back the months go: a target of which the year began earlier is of the past.
const maxMonths = 24

// Progress is what was done for each target month by month, in the target's year that the day lies in (以2019年9月7日为起始时间,
// 三湖政办〔2019〕17号), turns and people apart: 人次 are classes finished, 人 those who finished their first of that year in the month, so
// that the months add up to the people. A rate stands in the row of the target's own unit. What sources set otherwise stands in rows of
// its own, each with its source.
func Progress(src Source, f Filter) Table {
	v := lookAt(src, f)
	t := Table{Name: "jindu", Title: text.T("report.jindu"), Of: registry.TypeTarget, Unit: v.unit(), Period: text.T("report.until", v.today), Public: f.Public}
	aims := slices.DeleteFunc(v.aims(), func(a aim) bool { return !a.countable() || a.ratio() || !a.set || a.until.Before(v.on) })
	months := v.monthsOf(aims)
	t.Columns = progressHead(months)
	turns := v.things("turns")
	for _, a := range aims {
		t.progress(v, a, months, slices.DeleteFunc(slices.Clone(turns), func(x *thing) bool { return !a.takes(x) }))
	}
	t.Note = []string{text.T("report.note.progress"), text.T("report.note.targets_year"), text.T("report.note.progress_gone")}
	return t
}

func progressHead(months []string) []Column {
	var out []Column
	add := func(key string, width int) {
		right := key == "no" || key == "year_number" || key == "year_done" || key == "year_rate" || key == "year_gone"
		out = append(out, Column{Key: key, Label: text.T("report.target." + key), Width: width, Right: right})
	}
	for i, key := range progressColumns {
		add(key, []int{6, 40, 8, 8}[i])
	}
	for _, m := range months {
		day, _ := survey.Day(m)
		out = append(out, Column{Key: m, Label: text.T("report.month", day.Year(), int(day.Month())), Width: 10, Right: true})
	}
	for i, key := range progressEnds {
		add(key, []int{8, 8, 8, 24}[i])
	}
	return out
}

// monthsOf are the months from the first in which a target's year began to the day's.
func (v *view) monthsOf(aims []aim) []string {
	first := v.today
	for _, a := range aims {
		first = min(first, a.year(v.on).from)
	}
	var out []string
	for day := v.on; len(out) < maxMonths && day.Format("2006-01") >= first[:7]; day = firstDay(day).AddDate(0, -1, 0) {
		out = append(out, day.Format("2006-01"))
	}
	slices.Reverse(out)
	return out
}

func firstDay(day time.Time) time.Time {
	return time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC)
}

// progress adds the two rows of a target, and its plot.
func (t *Table) progress(v *view, a aim, months []string, turns []*thing) {
	year := a.year(v.on)
	times, heads := map[string][]string{}, map[string][]string{}
	seen := map[string]bool{}
	slices.SortFunc(turns, compareDays)
	for _, x := range turns {
		if !x.within(year.from, year.until) {
			continue
		}
		month := firstOf(x.day)[:7]
		times[month] = append(times[month], x.id)
		if !seen[x.person.ID] {
			seen[x.person.ID] = true
			heads[month] = append(heads[month], x.person.ID)
		}
	}
	for _, r := range []progressRow{{t, v, a, inTurns, times}, {t, v, a, inPeople, heads}} {
		r.add(months)
		if a.Get(survey.TargetUnit) == r.unit {
			t.Plots = append(t.Plots, r.plot())
		}
	}
}

func compareDays(x, y *thing) int {
	return cmp.Or(cmp.Compare(firstOf(x.day), firstOf(y.day)), cmp.Compare(x.id, y.id))
}

// progressRow is what was done for one target in one unit.
type progressRow struct {
	table *Table
	v     *view
	a     aim
	unit  string
	done  map[string][]string // ids by month
}

func (r progressRow) add(months []string) {
	var cells []string
	own := r.a.Get(survey.TargetUnit) == r.unit
	words := map[string]string{"count": r.unit, "source": r.a.Get(survey.TargetSource), "task": r.a.Get(survey.TargetTask), "no": r.a.Get(survey.TargetNo)}
	sum := 0
	for _, list := range r.done {
		sum += len(list)
	}
	yearly := r.a.yearly(r.a.number)
	words["year_done"] = itoa(sum)
	if own {
		words["year_number"] = strconv.FormatFloat(yearly, 'f', -1, 64)
		words["year_gone"] = strconv.FormatFloat(100*r.gone(r.v.on), 'f', 1, 64)
		if yearly > 0 {
			words["year_rate"] = strconv.FormatFloat(100*float64(sum)/yearly, 'f', 1, 64)
		}
	}
	for _, c := range r.table.Columns {
		if slices.Contains(months, c.Key) {
			cells = append(cells, itoa(len(r.done[c.Key])))
			continue
		}
		cells = append(cells, words[c.Key])
	}
	t := r.table
	t.Rows, t.IDs, t.Totals = append(t.Rows, cells), append(t.IDs, r.a.ID), append(t.Totals, false)
}

// gone is how much of the target's year is over at the end of a day, 0 to 1.
func (r progressRow) gone(day time.Time) float64 {
	year := r.a.year(r.v.on)
	from, _ := survey.Day(year.from)
	until, _ := survey.Day(year.until)
	whole := until.Sub(from).Hours()/24 + 1
	return min(1, max(0, (day.Sub(from).Hours()/24+1)/whole))
}

// plot is the sum so far at the end of each month of the target's year, and beside it what it would be if every day did the same.
func (r progressRow) plot() Plot {
	year := r.a.year(r.v.on)
	from, _ := survey.Day(year.from)
	p := Plot{Title: r.a.Get(survey.TargetTask), Unit: r.unit}
	is, should := Series{Name: text.T("report.plot.done")}, Series{Name: text.T("report.plot.even"), Dashed: true}
	sum := 0.0
	for m := firstDay(from); m.Format(time.DateOnly) <= year.until; m = m.AddDate(0, 1, 0) {
		key := m.Format("2006-01")
		p.Labels = append(p.Labels, key)
		should.Values = append(should.Values, r.gone(m.AddDate(0, 1, -1))*r.a.yearly(r.a.number))
		if key <= r.v.today[:7] {
			sum += float64(len(r.done[key]))
			is.Values = append(is.Values, sum)
		}
	}
	p.Series = []Series{is, should}
	return p
}
