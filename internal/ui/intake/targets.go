package intake

import (
	"cmp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/intake"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// targets shows a table of targets: a line for each task, its units with their shares beside it.
type targets struct {
	v      *preview
	lines  []targetLine
	table  *kit.Table
	detail *fyne.Container
	whole  fyne.CanvasObject
}

// targetLine is one task of a row.
type targetLine struct {
	row  *intake.Target
	task intake.Task
	at   int  // in Plan.Rows, -1
	more bool // not the first task of its row
}

func newTargets(v *preview) *targets {
	t := &targets{v: v, detail: container.NewStack()}
	t.list()
	columns := []kit.Column{{Title: text.T("import.target.no"), Em: 2.6, Right: true}, {Title: text.T("import.target.task"), Em: 11, Grow: true},
		{Title: text.T("import.target.number"), Em: 5, Right: true}, {Title: text.T("import.target.leads"), Em: 5, Grow: true}, {Title: text.T("import.target.units"), Em: 2.6, Right: true}, {Title: text.T("import.col.outcome"), Em: 3.6}}
	t.table = kit.NewTable(columns, func() int { return len(t.lines) }, t.cell)
	t.table.OnMove = t.look
	split := container.NewHSplit(kit.Panel(t.table), kit.Panel(t.detail))
	split.Offset = 0.6
	t.whole = container.NewBorder(kit.Rows(0, t.terms(), kit.Gap()), nil, nil, nil, split)
	return t
}

func (t *targets) list() {
	at := map[string]int{}
	for i := range t.v.plan.Rows {
		r := &t.v.plan.Rows[i]
		at[r.Sheet+"\x00"+strconv.Itoa(r.Row)] = i
	}
	t.lines = nil
	for i := range t.v.plan.Targets {
		x := &t.v.plan.Targets[i]
		row, ok := at[x.Sheet+"\x00"+strconv.Itoa(x.Row)]
		if !ok {
			row = -1
		}
		for n, task := range x.Tasks {
			t.lines = append(t.lines, targetLine{x, task, row, n > 0})
		}
	}
}

func (t *targets) name() string               { return text.T("import.part.targets") }
func (t *targets) content() fyne.CanvasObject { return t.whole }
func (t *targets) focus() fyne.Focusable      { return t.table }

func (t *targets) redraw() {
	t.list()
	t.table.Reload()
	if i := t.table.Current(); i >= 0 {
		t.look(i)
	}
}

// terms are what title and note say for the whole table.
func (t *targets) terms() fyne.CanvasObject {
	x := t.v.plan.Terms
	var words []string
	add := func(key, s string) {
		if s != "" {
			words = append(words, text.T(key, s))
		}
	}
	add("import.target.title", x.Title)
	if x.From != "" || x.Until != "" {
		words = append(words, text.T("import.target.period", cmp.Or(x.From, text.T("import.blank")), cmp.Or(x.Until, text.T("import.blank"))))
	}
	add("import.target.starts", x.Starts)
	add("import.target.yearly", x.Yearly)
	add("import.target.proof", x.Proof)
	if len(words) == 0 {
		return kit.Rows(0)
	}
	return kit.Tinted(kit.Accent, kit.Prose(strings.Join(words, "　"), kit.Plain))
}

func (t *targets) cell(i, column int) kit.Cell {
	x := &t.lines[i]
	switch column {
	case 0:
		if x.more || x.row.No == 0 {
			return kit.Cell{}
		}
		return kit.Cell{Text: strconv.Itoa(x.row.No), Tone: kit.Quiet}
	case 1:
		return kit.Cell{Text: oneLine(x.task.Text)}
	case 2:
		return kit.Cell{Text: amount(x.task.Number, x.task.Unit)}
	case 3:
		return kit.Cell{Text: strings.Join(x.row.Leads, text.T("import.and")), Tone: kit.Quiet}
	case 4:
		return kit.Cell{Text: strconv.Itoa(len(x.row.Units)), Tone: kit.Quiet}
	}
	if x.at < 0 {
		return kit.Cell{}
	}
	o := t.v.plan.Rows[x.at].Outcome
	return kit.Cell{Text: o.Label(), Tone: tones[o], Badge: true}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// amount is a number with its unit, "" for none.
func amount(n int, unit string) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n) + unit
}

// look shows a task with the units that take part, and what was put right in its row.
func (t *targets) look(i int) {
	x := &t.lines[i]
	rows := kit.Rows(9, kit.Subtitle(text.T("import.row", x.row.Row)), kit.Prose(x.task.Text, kit.Plain))
	if s := amount(x.task.Number, x.task.Unit); s != "" {
		rows.Add(kit.Line(8, kit.Caption(text.T("import.target.number"), kit.Quiet), kit.Strong(s, kit.Plain)))
	}
	if len(x.row.Leads) > 0 {
		rows.Add(kit.Rows(2, kit.Caption(text.T("import.target.leads"), kit.Quiet), kit.Prose(strings.Join(x.row.Leads, text.T("import.and")), kit.Plain)))
	}
	if len(x.row.Units) > 0 {
		rows.Add(t.units(x.row))
	}
	if x.at >= 0 {
		r := &t.v.plan.Rows[x.at]
		if o := problemRows(r.Problems, true); o != nil {
			rows.Add(kit.Rows(4, kit.Strong(text.T("import.found"), kit.Plain), o))
		}
		for _, d := range r.Diffs {
			rows.Add(kit.Prose("· "+text.T("import.from_to", d.Label, dash(d.Old), d.New), kit.Accent))
		}
	}
	fill(t.detail, rows)
}

// units are those that take part, with their shares and what the shares come to.
func (t *targets) units(x *intake.Target) fyne.CanvasObject {
	sum := map[string]int{}
	rows := kit.Rows(3, kit.Caption(text.T("import.target.units.n", len(x.Units)), kit.Quiet))
	for _, u := range x.Units {
		rows.Add(kit.Line(8, kit.Words(u.Full, kit.Plain), kit.Gap(), kit.Words(amount(u.Share, u.Unit), kit.Plain)))
		sum[u.Unit] += u.Share
	}
	for unit, n := range sum {
		if n > 0 {
			rows.Add(kit.Line(8, kit.Strong(text.T("import.class.sum"), kit.Plain), kit.Gap(), kit.Strong(amount(n, unit), kit.Plain)))
		}
	}
	return rows
}
