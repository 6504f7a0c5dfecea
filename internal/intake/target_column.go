package intake

import (
	"strconv"
	"strings"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// Tables of targets also have a column for each unit, with its share of each task below: 任务 | 任务数 | 前场镇 | 左门乡 | 光禄镇.

// unitColumns are the columns whose headings name units; none where there are fewer than two, which may be anything.
func unitColumns(l *sheet.Layout) []sheet.Column {
	var out []sheet.Column
	for _, c := range l.Columns {
		if !c.Known() && office.MatchString(unitTitle(c.Title)) {
			out = append(out, c)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// unitTitle is the name of a unit in a heading: without the group over it, and the word for what is counted.
func unitTitle(title string) string {
	title = title[strings.LastIndexByte(title, '/')+1:]
	if i := strings.IndexAny(title, "(（"); i > 0 && strings.ContainsAny(title[i:], "人次名") {
		title = title[:i]
	}
	return strings.Join(strings.Fields(title), "")
}

// useColumns takes the columns of units as read, and their names as known.
func (t *targetTable) useColumns() {
	t.columns = unitColumns(t.c.Layout)
	f, _ := survey.Target.Field(survey.TargetShares)
	for _, c := range t.columns {
		t.names[unitTitle(c.Title)] = true
		for i := range t.w.plan.Mappings[t.c.use].Columns {
			if use := &t.w.plan.Mappings[t.c.use].Columns[i]; use.Column == sheet.ColumnName(c.At) {
				use.Table, use.Key, use.Label = survey.Target.Name, f.Key, f.Label
			}
		}
	}
}

// inColumns is what the columns of units have in a line.
func (t *targetTable) inColumns(line int) string {
	all := ""
	for _, c := range t.columns {
		all += t.s.At(line, c.At).Shown
	}
	return all
}

// columnUnits reads a line's shares: a number; 牵头, who leads; a tick or a word, who takes part.
func (t *targetTable) columnUnits(r *Row, line int, out *Target) {
	sum, prefix := 0, t.names.prefix()
	for _, c := range t.columns {
		cell := strings.TrimSpace(t.s.At(line, c.At).Shown)
		name := unitTitle(c.Title)
		u := Unit{Name: name, Full: t.names.full(name, prefix)}
		found := tasks("x" + cell)
		switch {
		case sheet.IsBlank(cell) || strings.Trim(cell, notTicked+"－") == "":
			continue
		case strings.Contains(cell, "牵头") || strings.Contains(cell, "主责"):
			out.Leads = append(out.Leads, name)
			continue
		case len(found) == 1 && found[0].Number > 0:
			u.Share, u.Unit = found[0].Number, found[0].Unit
		default:
			f, err := strconv.ParseFloat(strings.ReplaceAll(halfWidth(cell), ",", ""), 64)
			if err == nil && f == float64(int(f)) {
				u.Share = int(f)
			} else if !strings.Contains(tickMarks+"参加配合参与协助协办", cell) {
				t.unreadable(r, c, cell)
			}
		}
		if sum += u.Share; u.Unit == "" && u.Share > 0 && len(out.Tasks) > 0 {
			u.Unit = out.Tasks[0].Unit
		}
		out.Units = append(out.Units, u)
	}
	if sum > 0 && len(out.Tasks) == 1 && out.Tasks[0].Number > 0 && sum != out.Tasks[0].Number {
		r.say(target(survey.TargetNumber), Warning, kindTargetSum, strconv.Itoa(out.Tasks[0].Number), strconv.Itoa(sum))
	}
}

func (t *targetTable) unreadable(r *Row, c sheet.Column, cell string) {
	r.say(sheet.Target{}, Warning, kindValueBad, cell, "")
	q := &r.Problems[len(r.Problems)-1]
	q.Column, q.at = c.Title, c.At
}
