package intake

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/intake"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// preview shows what would become of each row before anything is written.
type preview struct {
	p      *Page
	plan   *intake.Plan
	filter *kit.Toggle
	names  []string // what the filter offers
	shown  []int    // rows of the plan that pass the filter
	table  *kit.Table
	detail *fyne.Container
	count  *fyne.Container
	do     *kit.Button
	alike  bool // the next decision is for all rows with the same doubt
}

// outcomes are the filters, in the order shown; the first, "", is all.
var outcomes = []intake.Outcome{"", intake.Decide, intake.Fresh, intake.Changed, intake.Same, intake.Merge, intake.Reject, intake.Skip}

var tones = map[intake.Outcome]kit.Tone{
	intake.Fresh: kit.Good, intake.Changed: kit.Accent, intake.Same: kit.Quiet, intake.Merge: kit.Quiet, intake.Decide: kit.Warn,
	intake.Reject: kit.Bad, intake.Skip: kit.Quiet,
}

func (p *Page) showPreview(plan *intake.Plan) {
	v := &preview{p: p, plan: plan, detail: container.NewStack(), count: container.NewStack()}
	p.preview = v
	columns := []kit.Column{
		{Title: text.T("import.col.row"), Em: 2.2, Right: true}, {Title: text.T("import.col.outcome"), Em: 3.4},
		{Title: text.T("import.col.name"), Em: 5}, {Title: text.T("import.col.house"), Em: 5},
		{Title: text.T("import.col.what"), Em: 6, Grow: true},
	}
	v.table = kit.NewTable(columns, func() int { return len(v.shown) }, v.cell)
	v.table.OnMove = func(i int) { v.look(v.shown[i]) }
	v.table.OnType = v.byNumber
	v.do = kit.NewPrimary("", v.confirm)
	other := kit.NewButton(text.T("import.other"), p.begin)
	v.refilter("")
	head := kit.Rows(8, kit.Head(kit.Line(10, kit.Title(text.T("import.preview")), kit.Words(filepath.Base(plan.File), kit.Quiet)), kit.Line(8, other, v.do)), v.count)
	if n := notices(plan); n != "" {
		head.Add(kit.Tinted(kit.Warn, kit.Prose(n, kit.Warn)))
	}
	split := container.NewHSplit(kit.Panel(v.table), kit.Panel(v.detail))
	split.Offset = 0.58
	p.show(container.NewBorder(kit.Rows(0, head, kit.Gap()), nil, nil, nil, split), v.table)
	v.redraw()
	p.Focus()
}

// notices are what should be known of the file as a whole: columns that nobody reads.
func notices(plan *intake.Plan) string {
	if unknown := plan.Unknown(); len(unknown) > 0 {
		return text.T("import.unknown_columns", strings.Join(unknown, "、"))
	}
	return ""
}

// redraw counts anew after a decision and shows the row again.
func (v *preview) redraw() {
	at := -1
	if i := v.table.Current(); i >= 0 && i < len(v.shown) {
		at = v.shown[i]
	}
	v.refilter(v.filter.Value())
	v.choose()
	v.table.Reload()
	for i, row := range v.shown {
		if row == at {
			v.table.SetCurrent(i)
		}
	}
	if i := v.table.Current(); i >= 0 {
		v.look(v.shown[i])
	} else {
		v.detail.Objects = []fyne.CanvasObject{kit.Words(text.T("import.no_rows"), kit.Quiet)}
		v.detail.Refresh()
	}
	n := v.plan.New + v.plan.Changed
	v.do.SetText(text.T("import.do", n))
}

// refilter builds the filter with the counts as they are now.
func (v *preview) refilter(was string) {
	counts := map[intake.Outcome]int{"": len(v.plan.Rows)}
	for i := range v.plan.Rows {
		counts[v.plan.Rows[i].Outcome]++
	}
	var names []string
	keep := ""
	for _, o := range outcomes {
		if counts[o] == 0 && o != "" {
			continue
		}
		name := outcomeName(o) + " " + strconv.Itoa(counts[o])
		if names = append(names, name); strings.HasPrefix(was, outcomeName(o)+" ") {
			keep = name
		}
	}
	if v.filter != nil && slices.Equal(names, v.names) {
		return // the keyboard may stand in it
	}
	if keep == "" {
		keep = names[0]
	}
	v.names = names
	v.filter = kit.NewToggle(names...)
	v.filter.SetValue(keep)
	v.filter.OnChange(v.redraw)
	v.count.Objects = []fyne.CanvasObject{container.NewHScroll(v.filter)}
	v.count.Refresh()
}

func outcomeName(o intake.Outcome) string {
	if o == "" {
		return text.T("import.all")
	}
	return o.Label()
}

// choose works out which rows pass the filter.
func (v *preview) choose() {
	v.shown = nil
	for i := range v.plan.Rows {
		o := v.plan.Rows[i].Outcome
		if strings.HasPrefix(v.filter.Value(), outcomeName("")+" ") || strings.HasPrefix(v.filter.Value(), outcomeName(o)+" ") {
			v.shown = append(v.shown, i)
		}
	}
}

func (v *preview) cell(i, column int) kit.Cell {
	r := &v.plan.Rows[v.shown[i]]
	switch column {
	case 0:
		return kit.Cell{Text: strconv.Itoa(r.Row), Tone: kit.Quiet}
	case 1:
		return kit.Cell{Text: r.Outcome.Label(), Tone: tones[r.Outcome], Badge: true}
	case 2:
		return kit.Cell{Text: r.Name()}
	case 3:
		return kit.Cell{Text: houseOf(r), Tone: kit.Quiet}
	}
	return kit.Cell{Text: summary(r), Tone: kit.Quiet}
}

func houseOf(r *intake.Row) string {
	if h := r.Household[survey.HeadName]; h != "" {
		return h
	}
	return page.VillageName(r.Household[survey.Village])
}

// summary is the worst problem of a row in words, or what would change.
func summary(r *intake.Row) string {
	best := ""
	for _, p := range r.Problems {
		if best == "" || p.Level == intake.Doubt || p.Level == intake.Rejected {
			best = p.Message
		}
	}
	if best == "" && len(r.Diffs) > 0 {
		labels := make([]string, len(r.Diffs))
		for i, d := range r.Diffs {
			labels[i] = d.Label
		}
		return text.T("import.changes", strings.Join(labels, "、"))
	}
	return best
}

// next goes to the next row that waits for a decision.
func (v *preview) next() {
	at := v.table.Current()
	for n := 1; n <= len(v.shown); n++ {
		i := (at + n) % len(v.shown)
		if v.plan.Rows[v.shown[i]].Outcome == intake.Decide {
			v.table.SetCurrent(i)
			return
		}
	}
	v.p.d.Toast(text.T("import.none_open"))
}

// confirm says once more what will happen, where rows are still undecided.
func (v *preview) confirm() {
	if v.plan.Undecided == 0 && v.plan.Rejected == 0 {
		v.p.write(v.plan)
		return
	}
	kit.Ask(v.p.d.Window, text.T("import.confirm"), text.T("import.confirm.ask", v.plan.New, v.plan.Changed, v.plan.Undecided+v.plan.Rejected), text.T("import.confirm.yes"), false, func(yes bool) {
		if yes {
			v.p.write(v.plan)
		}
	})
}
