package rulespage

import (
	"maps"
	"slices"
	"strings"
	"time"

	"ruhu/internal/desk"
	"ruhu/internal/report"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/ledger"
)

// decides are the ledgers and tables that a rule decides about, by its name.
var decides = map[string][]string{
	"left_school": {"lianghousheng", "yingxunweixun"},
	"labour":      {"laodongli", "yingxunweixun"},
	"ask":         {"weimodi"},
	"train":       {"yingxunweixun"},
	"visit":       {"weizoufang"},
	"yulu":        {"yulu"},
	"fate":        {"lianghousheng-hui"},
	"group":       {"yingxunweixun"},
	"refresh":     {"huilu"},
	"followup":    {"yinggenzong"},
}

// reckon works out what a change does, away from the window's thread, and asks whether it is to be.
func (p *Page) reckon(r desk.Rule, county string, from survey.Date) {
	p.d.Toast(text.T("rulespage.reckoning"))
	var lines []string
	var err error
	p.latest.Run(func() { lines, err = effect(p.d.Desk, r.Name, county, from) }, func() {
		if err != nil {
			p.d.ShowError(err)
			return
		}
		p.ask(text.T("rulespage.effect", r.Title), strings.Join(lines, "\n"), text.T("rulespage.save"), func() { p.save(r, county, from) })
	})
}

// effect says what changes in the ledgers that a rule decides about: each made twice, by the rule in force and by the new one, on the
// day from which the new one counts.
func effect(d *desk.Desk, name, county string, from survey.Date) ([]string, error) {
	src, err := d.Source()
	if err != nil {
		return nil, err
	}
	lines := []string{text.T("rulespage.effect.from", from)}
	f := report.Filter{}
	if day, ok := survey.Day(from); ok && day.After(src.On) {
		f.On = day.Format(time.DateOnly)
	}
	after := *src
	after.Rules = trial(d, name, county, from)
	for _, l := range decides[name] {
		was, _ := report.Make(l, *src, f) // a table that does not add up says so where it is shown
		will, _ := report.Make(l, after, f)
		lines = append(lines, differ(was, will)...)
	}
	if len(decides[name]) == 0 {
		lines = append(lines, text.T("rulespage.effect.later"))
	}
	return lines, nil
}

// trial is the rules in force with another version of one.
func trial(d *desk.Desk, name, county string, from survey.Date) *rules.Book {
	all := []*rules.Own{{Name: name, Text: county, From: from}}
	for _, n := range desk.RuleNames() {
		for _, o := range d.RuleBook().Versions(n) {
			if n != name || o.From != from {
				all = append(all, o)
			}
		}
	}
	return rules.NewBook(all)
}

// differ says how a table comes out otherwise: who comes in and who is out, or the sums that are others.
func differ(was, will report.Table) []string {
	if was.Of == report.Villages {
		return sums(was, will)
	}
	in, out := without(will, was), without(was, will)
	line := text.T("rulespage.effect.rows", was.Title, ledger.Count(was, len(was.Rows)), ledger.Count(will, len(will.Rows)))
	if len(in)+len(out) == 0 {
		return []string{text.T("rulespage.effect.same", was.Title, ledger.Count(was, len(was.Rows)))}
	}
	lines := []string{line}
	if len(in) > 0 {
		lines = append(lines, text.T("rulespage.effect.in", len(in), names(in)))
	}
	if len(out) > 0 {
		lines = append(lines, text.T("rulespage.effect.out", len(out), names(out)))
	}
	return lines
}

// without are the names of those in one table who are not in another.
func without(t, other report.Table) []string {
	there := map[string]bool{}
	for _, id := range other.IDs {
		there[id] = true
	}
	named := slices.IndexFunc(t.Columns, func(c report.Column) bool { return c.Key == survey.FullName || c.Key == survey.HeadName })
	out := map[string]string{}
	for i, id := range t.IDs {
		if !there[id] && named >= 0 {
			out[id] = t.Rows[i][named]
		}
	}
	return slices.Sorted(maps.Values(out))
}

// told is how many are named; the others are counted only.
const told = 6

func names(all []string) string {
	if len(all) > told {
		return text.T("rulespage.effect.more", survey.JoinList(all[:told]))
	}
	return survey.JoinList(all)
}

// sums says which totals of a table of numbers are others.
func sums(was, will report.Table) (lines []string) {
	a, b := total(was), total(will)
	for i, c := range will.Columns {
		j := slices.IndexFunc(was.Columns, func(x report.Column) bool { return x.Key == c.Key })
		if j >= 0 && a != nil && b != nil && a[j] != b[i] {
			lines = append(lines, text.T("rulespage.effect.rows", c.Label, a[j], b[i]))
		}
	}
	if len(lines) == 0 {
		return []string{text.T("rulespage.effect.none", was.Title)}
	}
	return lines
}

// total is the row that sums a table up; nil where it has none.
func total(t report.Table) []string {
	for i := len(t.Rows) - 1; i >= 0; i-- {
		if i < len(t.Totals) && t.Totals[i] {
			return t.Rows[i]
		}
	}
	return nil
}
