package audit

import (
	"cmp"
	"strconv"
	"time"

	"ruhu/internal/quality"
	"ruhu/internal/report"
	"ruhu/internal/rules"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// own are the codes of what this package finds itself; the others are the rules'.
var own = map[string]bool{"call_absent": true, "call_differs": true, "calls_bad": true, "calls_few": true, "burst": true, "cert_twice": true, "twice_in_class": true}

// Title is what a code is called in lists.
func Title(code string) string {
	if own[code] {
		return text.T("audit.title." + code)
	}
	return rules.Title(code)
}

// Table lays findings out for an auditor: class, person, what was found and by which document. It is an inner list: it names people.
func Table(src *report.Source, found []quality.Finding) report.Table {
	t := report.Table{Name: "audit", Title: text.T("audit.list"), Of: training.TypeClass, Period: src.On.Format(time.DateOnly)}
	for _, c := range []struct {
		key   string
		width int
	}{{"no", 6}, {"class", 30}, {"class_no", 20}, {"person", 12}, {"severity", 8}, {"check", 20}, {"sentence", 60}, {"source", 40}} {
		t.Columns = append(t.Columns, report.Column{Key: c.key, Label: text.T("audit.list." + c.key), Width: c.width, Right: c.key == "no"})
	}
	names := map[string]string{}
	for _, f := range found {
		names[f.Person] = ""
	}
	for _, p := range src.People {
		if _, asked := names[p.ID]; asked {
			names[p.ID] = p.Name()
		}
	}
	counts := map[quality.Severity]int{}
	for i, f := range found {
		counts[f.Severity]++
		c := src.Classes[f.Class]
		t.Rows = append(t.Rows, []string{strconv.Itoa(i + 1), c.Name(), c.No(), names[f.Person], f.Severity.Words(), Title(f.Check), f.Sentence, f.Source})
		t.IDs = append(t.IDs, cmp.Or(f.Class, f.ID))
	}
	for _, s := range quality.Severities {
		if counts[s] > 0 {
			t.Statuses = append(t.Statuses, report.Status{Name: s.Words(), Count: counts[s]})
		}
	}
	t.Note = []string{text.T("audit.list.note", len(src.Classes), src.On.Format(time.DateOnly))}
	return t
}
