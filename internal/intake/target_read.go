package intake

import (
	"strconv"
	"strings"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

func target(key string) sheet.Target { return sheet.Target{Table: survey.Target.Name, Key: key} }

// targetHeadings are the headings of a table of targets: those of the survey's table, and more that documents use.
func targetHeadings() *sheet.Headings {
	h := sheet.HeadingsOf(survey.Target)
	h.Add(target(survey.TargetNo), "序号", "编号", "序")
	h.Add(target(survey.TargetTask), "工作任务", "目标任务", "任务名称", "重点任务", "任务分解", "工作目标")
	for _, name := range []string{"任务数", "目标数", "任务数量", "目标任务数", "计划数", "培训人数", "培训任务", "计划人数", "数量"} {
		h.Add(target(survey.TargetNumber), name, name+"人", name+"人次", name+"人/人次")
	}
	h.Add(target(survey.TargetLead), "牵头单位", "牵头部门", "责任单位", "责任部门", "牵头责任单位", "主管部门")
	h.Add(target(survey.TargetShares), "参加单位", "参加部门", "参与单位", "参与部门", "配合单位", "配合部门", "协办单位", "协助单位", "责任分工")
	return h
}

// isTargets knows a table of targets: it says what is to be done, and who does it.
func isTargets(l *sheet.Layout) bool {
	has := func(key string) bool { _, ok := l.Column(target(key)); return ok }
	return has(survey.TargetTask) && (has(survey.TargetLead) || has(survey.TargetShares) || unitColumns(l) != nil)
}

// readTargets reads a book whose first readable sheet is a table of targets; ok is false where it has none.
func (w *work) readTargets() (ok bool) {
	h := targetHeadings()
	for i := range w.plan.book.Sheets {
		s := &w.plan.book.Sheets[i]
		l, err := sheet.Lay(s, h)
		if err != nil || s.Hidden || !isTargets(l) {
			continue
		}
		w.plan.Kind, ok = Targets, true
		w.targetSheet(s, l, h)
	}
	return ok
}

// targetSheet reads one sheet: first the names of units, so that a name broken by a blank is known.
func (w *work) targetSheet(s *sheet.Sheet, l *sheet.Layout, h *sheet.Headings) {
	s.FillDown(l.Data)
	w.heads = h
	c := w.column(s, l)
	t := &targetTable{w: w, s: s, c: c, names: nameSet{}}
	t.useColumns()
	for line := l.Data; line < len(s.Rows); line++ {
		t.learn(line, survey.TargetLead)
		t.learn(line, survey.TargetShares)
	}
	for line := range l.Top {
		w.plan.Terms.titled(lineText(s, line))
	}
	w.above(s, c)
	for line := l.Data; line < len(s.Rows); line++ {
		t.line(line)
	}
	c.finish(w, s)
}

type targetTable struct {
	w     *work
	s     *sheet.Sheet
	c     *columns
	names nameSet

	columns []sheet.Column // of units, where each has its own
}

func (t *targetTable) learn(line int, key string) {
	if q := t.c.by[target(key)]; q != nil {
		t.names.learn(t.s.At(line, q.At).Shown)
	}
}

func (t *targetTable) cell(line int, key string) string {
	if q := t.c.by[target(key)]; q != nil {
		return t.s.At(line, q.At).Shown
	}
	return ""
}

// line reads one row below the header.
func (t *targetTable) line(line int) {
	task, units := t.cell(line, survey.TargetTask), t.cell(line, survey.TargetLead)+t.cell(line, survey.TargetShares)+t.inColumns(line)
	kind := sheet.NoiseOf(t.s, t.c.Layout, line, target(survey.TargetTask), target(survey.TargetNo))
	switch {
	case kind == sheet.Data && (sheet.IsBlank(task) || sheet.IsBlank(units) && t.cell(line, survey.TargetNo) == ""):
		kind = sheet.Aside
	case kind == sheet.Data:
		if _, again := t.c.Again(t.s, t.w.heads, line); again {
			kind = kindRepeatedHeader
		}
	}
	if kind == sheet.Aside {
		t.w.plan.Terms.noted(lineText(t.s, line))
	}
	if kind != sheet.Data {
		t.w.noise(t.s, t.c, line, string(kind))
		return
	}
	t.row(line, task)
}

// row reads a row of tasks and units.
func (t *targetTable) row(line int, task string) {
	t.c.rows++
	r := t.w.add(t.s, t.c, line)
	out := Target{Sheet: t.s.Name, Row: line + 1, Tasks: tasks(task), Leads: []string{}, Units: []Unit{}}
	out.No, _ = strconv.Atoi(strings.TrimSpace(t.cell(line, survey.TargetNo)))
	t.number(&out, line)
	if len(out.Tasks) > 1 {
		r.say(target(survey.TargetTask), Normalised, kindTargetSeveral, task, joinTasks(out.Tasks))
	}
	for _, u := range t.units(r, line, survey.TargetLead) {
		out.Leads = append(out.Leads, u.Name)
	}
	prefix := t.names.prefix()
	for _, u := range t.units(r, line, survey.TargetShares) {
		u.Full = t.names.full(u.Name, prefix)
		if u.Share > 0 && u.Unit == "" && len(out.Tasks) > 0 {
			u.Unit = out.Tasks[0].Unit
		}
		out.Units = append(out.Units, u)
	}
	t.columnUnits(r, line, &out)
	t.w.plan.Targets = append(t.w.plan.Targets, out)
	r.state.target = len(t.w.plan.Targets)
}

// number takes the number from a column of its own, where the words have none.
func (t *targetTable) number(out *Target, line int) {
	q := t.c.by[target(survey.TargetNumber)]
	if q == nil || len(out.Tasks) != 1 || out.Tasks[0].Number > 0 {
		return
	}
	found := tasks("x" + t.cell(line, survey.TargetNumber) + t.cell(line, survey.TargetUnit))
	if found[0].Number == 0 { // the unit stands in the heading: 任务数（人次）
		found = tasks("x" + t.cell(line, survey.TargetNumber) + headUnit(q.title))
	}
	out.Tasks[0].Number, out.Tasks[0].Unit = found[0].Number, found[0].Unit
}

func headUnit(title string) string {
	if strings.Contains(title, "人次") || !strings.ContainsAny(title, "人名") {
		return "人次"
	}
	return "人"
}

// units reads a cell of units, and says what had to be put right in it.
func (t *targetTable) units(r *Row, line int, key string) []Unit {
	cell := t.cell(line, key)
	c := readUnits(cell, t.names)
	k := target(key)
	if c.several {
		names := make([]string, len(c.units))
		for i, u := range c.units {
			names[i] = u.Name
		}
		r.say(k, Normalised, kindUnitSeveral, cell, strings.Join(names, "、"))
	}
	for _, name := range c.broken {
		r.say(k, Normalised, kindUnitBroken, cell, name)
	}
	for _, name := range c.twice {
		r.say(k, Normalised, kindUnitTwice, cell, name)
	}
	return c.units
}

// lineText is what can be read in a row.
func lineText(s *sheet.Sheet, line int) string {
	var out []string
	for _, c := range s.Rows[line] {
		if !c.Blank() {
			out = append(out, strings.TrimSpace(c.Shown))
		}
	}
	return strings.Join(out, " ")
}
