package report

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// targetColumns are the columns of the table of targets: what was set, then what was done, in turns and in people apart, here and
// as accepted by the province's platform (三湖政办〔2019〕17号: 以进入系统并通过审核后为准).
var targetColumns = []struct {
	key   string
	width int
	of    string
}{
	{"no", 6, ""}, {"task", 40, ""}, {"group", 14, ""}, {"project", 14, ""}, {"lead", 16, ""}, {"unit", 6, ""}, {"number", 8, ""}, {"time", 24, ""},
	{"year_number", 8, ""}, {"year_turns", 8, training.TypeEnrolment}, {"year_heads", 8, registry.TypePerson}, {"year_rate", 8, ""},
	{"turns", 8, training.TypeEnrolment}, {"heads", 8, registry.TypePerson}, {"rate", 8, ""},
	{"ok_turns", 8, training.TypeEnrolment}, {"ok_heads", 8, registry.TypePerson}, {"ok_rate", 8, ""},
	{"source", 24, ""}, {"remark", 30, ""},
}

// Targets is the progress of the targets set: each with its shares beneath, and two rows that count everything done once. A target
// that another source sets otherwise stands beside it.
func Targets(src Source, f Filter) Table {
	v := lookAt(src, f)
	t := Table{Name: "mubiao", Title: text.T("report.mubiao"), Of: registry.TypeTarget, Unit: v.unit(), Period: span{v.from, v.until}.words(), Public: f.Public}
	for _, c := range targetColumns {
		right := c.of != "" || strings.HasSuffix(c.key, "number") || strings.HasSuffix(c.key, "rate")
		t.Columns = append(t.Columns, Column{Key: c.key, Label: text.T("report.target." + c.key), Width: c.width, Of: c.of, Right: right || c.key == "no"})
	}
	turns := v.things("turns")
	aims := v.aims()
	done := map[string]*thing{}
	for _, a := range aims {
		mine := slices.DeleteFunc(slices.Clone(turns), func(x *thing) bool { return !a.countable() || !a.takes(x) })
		for _, x := range mine {
			done[x.id] = x
		}
		var base []*thing
		if a.ratio() {
			base = slices.DeleteFunc(slices.Clone(turns), func(x *thing) bool { return !a.about(x) })
		}
		t.target(v, a, aims, mine, base)
	}
	t.targetTotal(v, done)
	t.Note = []string{text.T("report.note.targets"), text.T("report.note.targets_year"), text.T("report.note.targets_once"), text.T("report.note.targets_ok"), text.T("report.note.targets_share")}
	return t
}

// target adds the row of a target and those of its shares.
func (t *Table) target(v *view, a aim, aims []aim, turns, base []*thing) {
	ans := a.Packed
	r := targetRow{table: t, v: v, id: a.ID, a: a, turns: turns, base: base, number: a.number, set: a.set}
	r.words = map[string]string{
		"no": ans.Get(survey.TargetNo), "task": ans.Get(survey.TargetTask), "group": ans.Get(survey.TargetGroup), "project": ans.Get(survey.TargetProject), "lead": ans.Get(survey.TargetLead),
		"unit": ans.Get(survey.TargetUnit), "time": span{a.from.Format(time.DateOnly), a.until.Format(time.DateOnly)}.words(), "source": ans.Get(survey.TargetSource), "remark": v.contradicted(a, aims),
	}
	if a.ratio() {
		r.words["remark"] = strings.TrimPrefix(r.words["remark"]+"；"+text.T("report.target.of", len(turns), len(base)), "；")
	}
	r.add()
	for _, s := range a.shares {
		code := v.unitCode(s.unit)
		mine := slices.DeleteFunc(slices.Clone(turns), func(x *thing) bool { return code == "" || !strings.HasPrefix(x.village, code) })
		r := targetRow{table: t, v: v, id: a.ID, a: a, turns: mine, number: s.number, set: s.set, blank: code == ""}
		r.words = map[string]string{"task": text.T("report.target.share", s.unit), "unit": ans.Get(survey.TargetUnit)}
		if code == "" {
			r.words["remark"] = text.T("report.target.elsewhere")
		}
		r.add()
	}
}

// contradicted says where another source sets a target for the same otherwise (正文贫困劳动力3000人次，表中1500).
func (v *view) contradicted(a aim, aims []aim) string {
	var out []string
	for _, b := range aims {
		if b.ID != a.ID && a.same(b) && (a.number != b.number || a.Get(survey.TargetUnit) != b.Get(survey.TargetUnit)) {
			out = append(out, text.T("report.target.otherwise", b.Get(survey.TargetSource), b.Get(survey.TargetNumber)+b.Get(survey.TargetUnit)))
		}
	}
	return strings.Join(out, "；")
}

// targetTotal adds the rows that count each person, and each class of a person, once: one may count for several targets.
func (t *Table) targetTotal(v *view, done map[string]*thing) {
	var turns []*thing
	for _, x := range done {
		turns = append(turns, x)
	}
	slices.SortFunc(turns, func(a, b *thing) int { return strings.Compare(a.id, b.id) })
	r := targetRow{table: t, v: v, turns: turns, total: true}
	r.words = map[string]string{"task": text.T("report.target.total")}
	r.add()
}

// targetRow is a row being made.
type targetRow struct {
	table  *Table
	v      *view
	id     string
	a      aim
	words  map[string]string
	turns  []*thing
	base   []*thing // of a share: what it is of
	number float64
	set    bool
	blank  bool // nothing done can be counted: an office's own
	total  bool
}

func (r targetRow) add() {
	cells, ids := make([]string, len(targetColumns)), make([][]string, len(targetColumns))
	counted := r.counted()
	for i, c := range targetColumns {
		cells[i] = r.words[c.key]
		if who, ok := counted[c.key]; ok && !r.blank && (r.total || r.a.countable()) {
			cells[i], ids[i] = itoa(len(who)), who
		}
	}
	r.rates(cells, counted)
	t := r.table
	t.Rows, t.Behind, t.IDs, t.Totals = append(t.Rows, cells), append(t.Behind, ids), append(t.IDs, r.id), append(t.Totals, r.total)
}

// counted are the ids behind each number of the row.
func (r targetRow) counted() map[string][]string {
	out := map[string][]string{"year_turns": {}, "year_heads": {}, "turns": {}, "heads": {}, "ok_turns": {}, "ok_heads": {}}
	year := r.a.year(r.v.on)
	if r.total {
		year = span{r.v.until[:4] + "-01-01", r.v.until}
	}
	seen := map[string]bool{}
	for _, x := range r.turns {
		add := func(turns, heads string) {
			out[turns] = append(out[turns], x.id)
			if !seen[heads+x.person.ID] {
				seen[heads+x.person.ID] = true
				out[heads] = append(out[heads], x.person.ID)
			}
		}
		add("turns", "heads")
		if x.within(year.from, year.until) {
			add("year_turns", "year_heads")
		}
		if conditions["accepted"](x, "") {
			add("ok_turns", "ok_heads")
		}
	}
	return out
}

// shares fills in the rates of a target that is itself a share: what the share is, in hundredths, not how much of it is reached.
func (r targetRow) shares(put func(key, words string), counted map[string][]string) {
	whole := targetRow{v: r.v, a: r.a, turns: r.base}.counted()
	for rate, of := range map[string]string{"year_rate": "year_turns", "rate": "turns", "ok_rate": "ok_turns"} {
		if n := len(whole[of]); n > 0 {
			put(rate, strconv.FormatFloat(100*float64(len(counted[of]))/float64(n), 'f', 1, 64))
		}
	}
}

// rates fills in the target and how much of it is done, in its own unit.
func (r targetRow) rates(cells []string, counted map[string][]string) {
	if r.total || !r.set {
		return
	}
	put := func(key, words string) {
		cells[slices.IndexFunc(r.table.Columns, func(c Column) bool { return c.Key == key })] = words
	}
	yearly := r.a.yearly(r.number)
	put("number", strconv.FormatFloat(r.number, 'f', -1, 64))
	if !r.a.countable() {
		return
	}
	put("year_number", strconv.FormatFloat(yearly, 'f', -1, 64))
	if r.blank {
		return
	}
	if r.a.ratio() {
		r.shares(put, counted)
		return
	}
	what := "turns"
	if r.a.Get(survey.TargetUnit) == inPeople {
		what = "heads"
	}
	for _, rate := range []struct {
		key, done string
		of        float64
	}{{"year_rate", "year_" + what, yearly}, {"rate", what, r.number}, {"ok_rate", "ok_" + what, r.number}} {
		if rate.of > 0 {
			put(rate.key, strconv.FormatFloat(100*float64(len(counted[rate.done]))/rate.of, 'f', 1, 64))
		}
	}
}
