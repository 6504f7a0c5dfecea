package intake

import (
	"strconv"
	"strings"

	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Report says of every row what became of it, who decided so, and what was wrong, as a table to be kept or handed in. It names
// people by name, village and the row of their list; no ID number and no phone stands in it.
func (p *Plan) Report() report.Table {
	t := report.Table{Title: text.T("intake.report.title", p.File)}
	for _, c := range []struct {
		key   string
		width int
	}{{"sheet", 12}, {"row", 6}, {"name", 12}, {"village", 14}, {"outcome", 10}, {"enrol", 10}, {"decided", 24}, {"by", 10}, {"changes", 40}, {"kept", 40}, {"problems", 60}} {
		if c.key == "enrol" && p.Class == nil {
			continue
		}
		t.Columns = append(t.Columns, report.Column{Key: c.key, Label: text.T("intake.report." + c.key), Width: c.width, Right: c.key == "row"})
	}
	for i := range p.sheetProblems {
		q := &p.sheetProblems[i]
		t.Rows = append(t.Rows, p.reportRow(map[string]string{"sheet": q.Sheet, "row": rowNumber(q.Row), "problems": withColumn(*q)}))
		t.IDs = append(t.IDs, "")
	}
	for i := range p.Rows {
		t.Rows = append(t.Rows, p.reportRow(p.reported(&p.Rows[i])))
		t.IDs = append(t.IDs, p.Rows[i].ID)
	}
	return t
}

func rowNumber(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (p *Plan) reportRow(cells map[string]string) []string {
	keys := []string{"sheet", "row", "name", "village", "outcome", "enrol", "decided", "by", "changes", "kept", "problems"}
	var out []string
	for _, key := range keys {
		if key != "enrol" || p.Class != nil {
			out = append(out, cells[key])
		}
	}
	return out
}

// reported is what the report says of one row.
func (p *Plan) reported(r *Row) map[string]string {
	out := map[string]string{
		"sheet": r.Sheet, "row": strconv.Itoa(r.Row), "name": r.Name(), "outcome": r.Outcome.Label(),
		"changes": diffsText(r.Diffs), "kept": diffsText(r.Kept), "problems": problemsText(r.Problems),
	}
	if f, ok := survey.Household.Field(survey.Village); ok && r.state.village != "" {
		out["village"] = f.Show(r.state.village)
	}
	if r.Enrol != nil {
		out["enrol"] = text.T("intake.report.enrol_" + string(r.Enrol.Enrol))
		if r.enrolled() || r.Enrol.In {
			out["enrol"] = text.T("intake.report.enrolled")
		}
	}
	for _, c := range []Choice{r.Chosen, r.state.enrolling} {
		if c != "" {
			out["decided"] = strings.TrimPrefix(out["decided"]+"；"+c.Label(), "；")
			out["by"] = p.o.Actor
		}
	}
	return out
}

func diffsText(diffs []Diff) string {
	var out []string
	for _, d := range diffs {
		old, is := d.show(d.Old), d.show(d.New)
		if old == "" {
			out = append(out, d.Label+"："+is)
		} else {
			out = append(out, d.Label+"："+old+"→"+is)
		}
	}
	return strings.Join(out, "；")
}

func problemsText(problems []Problem) string {
	var out []string
	for _, q := range problems {
		out = append(out, withColumn(q))
	}
	return strings.Join(out, "\n")
}

func withColumn(q Problem) string {
	if q.Column == "" {
		return q.Message
	}
	return q.Column + "：" + q.Message
}
