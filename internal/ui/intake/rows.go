package intake

import (
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

// rows is the list of the book's rows beside what is known of the current one.
type rows struct {
	v      *preview
	filter *kit.Toggle
	by     sieve
	counts []int // of each sieve, as the filter shows them
	shown  []int // rows of the plan that pass the filter
	table  *kit.Table
	detail *fyne.Container
	top    *fyne.Container
	whole  fyne.CanvasObject
	sheets bool   // the book has several sheets with rows
	placed string // heading of the column that says where a row belongs, "" without one
	alike  bool   // the next decision is for all rows with the same doubt
}

// sieve lets some rows pass.
type sieve struct {
	name string
	pass func(*intake.Row) bool
}

func newRows(v *preview) *rows {
	x := &rows{v: v, detail: container.NewStack(), top: container.NewStack(), sheets: severalSheets(v.plan)}
	columns := []kit.Column{{Title: text.T("import.col.row"), Em: 2.4, Right: true}, {Title: text.T("import.col.outcome"), Em: 3.6}}
	if v.plan.Class != nil {
		columns = append(columns, kit.Column{Title: text.T("import.col.enrol"), Em: 3.6})
	}
	columns = append(columns, kit.Column{Title: text.T("import.col.name"), Em: 4.5})
	if x.placed = x.whereTitle(); x.placed != "" {
		columns = append(columns, kit.Column{Title: x.placed, Em: 4})
	}
	columns = append(columns, kit.Column{Title: text.T("import.col.what"), Em: 7, Grow: true})
	x.table = kit.NewTable(columns, func() int { return len(x.shown) }, x.cell)
	x.table.OnMove = func(i int) { x.alike = false; x.look(x.shown[i]) }
	x.table.OnType = x.byNumber
	x.table.Keys = x.key
	x.by = x.sieves()[0]
	if waits(v.plan) == 0 {
		x.by = x.sieves()[len(x.sieves())-1]
	}
	split := container.NewHSplit(kit.Panel(x.table), kit.Panel(x.detail))
	split.Offset = 0.46
	x.whole = container.NewBorder(kit.Rows(0, x.top, kit.Gap()), nil, nil, nil, split)
	return x
}

func severalSheets(plan *intake.Plan) bool {
	return slices.ContainsFunc(plan.Rows, func(r intake.Row) bool { return r.Sheet != plan.Rows[0].Sheet })
}

// whereTitle is over the column that says where a row belongs: its sheet where there are several, otherwise its household; "" where
// the list says neither.
func (x *rows) whereTitle() string {
	switch {
	case x.sheets:
		return text.T("import.col.sheet")
	case slices.ContainsFunc(x.v.plan.Rows, func(r intake.Row) bool { return x.where(&r) != "" }):
		return text.T("import.col.house")
	}
	return ""
}

func (x *rows) name() string {
	if x.v.plan.Class != nil {
		return text.T("import.part.roster")
	}
	return text.T("import.part.rows")
}

func (x *rows) content() fyne.CanvasObject { return x.whole }
func (x *rows) focus() fyne.Focusable      { return x.table }

// sieves are the filters, in the order shown; the last is all.
func (x *rows) sieves() []sieve {
	is := func(o intake.Outcome) func(*intake.Row) bool {
		return func(r *intake.Row) bool { return r.Outcome == o }
	}
	out := []sieve{{intake.Decide.Label(), (*intake.Row).Waits}, {text.T("import.odd"), odd}}
	if x.v.plan.Class != nil {
		out = append(out, sieve{text.T("import.may"), func(r *intake.Row) bool { return r.Enrol != nil && r.Enrol.Enrol == intake.MayEnrol }},
			sieve{text.T("import.may_not"), func(r *intake.Row) bool { return r.Enrol != nil && r.Enrol.Enrol == intake.MayNotEnrol }})
	} else {
		out = append(out, sieve{intake.Fresh.Label(), is(intake.Fresh)}, sieve{intake.Changed.Label(), is(intake.Changed)})
	}
	return append(out, sieve{intake.Reject.Label(), is(intake.Reject)}, sieve{text.T("import.all"), func(*intake.Row) bool { return true }})
}

// odd tells whether something about a row should be looked at.
func odd(r *intake.Row) bool {
	return slices.ContainsFunc(r.Problems, func(p intake.Problem) bool {
		return p.Level == intake.Warning || p.Level == intake.Doubt || p.Level == intake.Rejected
	})
}

// redraw counts anew after a decision and shows the row again.
func (x *rows) redraw() {
	at := -1
	if i := x.table.Current(); i >= 0 && i < len(x.shown) {
		at = x.shown[i]
	}
	x.refilter()
	x.choose()
	x.table.Reload()
	x.goTo(at)
}

// goTo goes to a row, or the next one that is shown.
func (x *rows) goTo(row int) {
	for i, at := range x.shown {
		if at >= row {
			if x.table.Current() != i { // a table that is not laid out yet would scroll its first row away
				x.table.SetCurrent(i)
			}
			break
		}
	}
	if i := x.table.Current(); i >= 0 {
		x.look(x.shown[i])
		return
	}
	x.detail.Objects = []fyne.CanvasObject{kit.Prose(x.none(), kit.Quiet)}
	x.detail.Refresh()
}

// none says why no row is shown.
func (x *rows) none() string {
	if x.by.name == intake.Decide.Label() {
		return text.T("import.none_open.all")
	}
	return text.T("import.no_rows")
}

// refilter builds the filter with the counts as they are now, where they changed.
func (x *rows) refilter() {
	sieves := x.sieves()
	counts, names, keep := make([]int, len(sieves)), make([]string, len(sieves)), ""
	for i, s := range sieves {
		for j := range x.v.plan.Rows {
			if s.pass(&x.v.plan.Rows[j]) {
				counts[i]++
			}
		}
		if names[i] = s.name + " " + strconv.Itoa(counts[i]); s.name == x.by.name {
			keep = names[i]
		}
	}
	if x.filter != nil && slices.Equal(counts, x.counts) {
		return // the keyboard may stand in it
	}
	x.counts, x.filter = counts, kit.NewToggle(names...)
	x.filter.SetValue(keep)
	x.filter.OnChange(func() {
		for i, s := range sieves {
			if names[i] == x.filter.Value() {
				x.by = s
			}
		}
		x.redraw()
	})
	x.top.Objects = []fyne.CanvasObject{container.NewHScroll(x.filter)}
	x.top.Refresh()
}

// choose works out which rows pass the filter.
func (x *rows) choose() {
	x.shown = nil
	for i := range x.v.plan.Rows {
		if x.by.pass(&x.v.plan.Rows[i]) {
			x.shown = append(x.shown, i)
		}
	}
}

func (x *rows) cell(i, column int) kit.Cell {
	r := &x.v.plan.Rows[x.shown[i]]
	if x.v.plan.Class == nil && column >= 2 {
		column++
	}
	if column == 4 && x.placed == "" {
		column++
	}
	switch column {
	case 0:
		return kit.Cell{Text: strconv.Itoa(r.Row), Tone: kit.Quiet}
	case 1:
		return kit.Cell{Text: r.Outcome.Label(), Tone: tones[r.Outcome], Badge: true}
	case 2:
		words, tone := verdict(r)
		return kit.Cell{Text: words, Tone: tone, Badge: true}
	case 3:
		return kit.Cell{Text: r.Name()}
	case 4:
		return kit.Cell{Text: x.where(r), Tone: kit.Quiet}
	}
	return kit.Cell{Text: summary(r), Tone: kit.Quiet}
}

func (x *rows) where(r *intake.Row) string {
	if x.sheets {
		return r.Sheet
	}
	if h := r.Household[survey.HeadName]; h != "" {
		return h
	}
	return page.VillageName(r.Household[survey.Village])
}

// summary is what was decided, or the worst problem of a row in words, or what would change.
func summary(r *intake.Row) string {
	if c := chosen(r); c != "" && !r.Waits() {
		return text.T("import.decided", c.Label())
	}
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
		return text.T("import.changes", strings.Join(labels, text.T("import.and")))
	}
	return best
}

// leftWords say how many rows are undecided, always in sight, with the way to the next and back.
func (x *rows) leftWords() fyne.CanvasObject {
	left := waits(x.v.plan)
	line := kit.Line(8)
	if len(x.v.past) > 0 {
		line.Add(kit.NewQuiet(text.T("import.take_back")+"　F9", x.v.takeBack))
	}
	if left == 0 {
		if len(x.v.past) > 0 {
			line.Add(kit.Badge(text.T("import.left.none"), kit.Good))
		}
		return line
	}
	line.Add(kit.Badge(text.T("import.left", left), kit.Warn))
	line.Add(kit.NewButton(text.T("import.next")+"　F4", x.v.next))
	return line
}
