package intake

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ruhu/internal/intake"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// order is that of the choices; the key of each is its number and never changes: who settles sixty rows does it blindly.
var order = [][]intake.Choice{{intake.Ours, intake.Accept}, {intake.Theirs}, {intake.Two}, {intake.Leave}, {intake.Enrol}, {intake.NotEnrol}}

// keyOf is the key of a choice.
func keyOf(c intake.Choice) rune {
	i := slices.IndexFunc(order, func(cs []intake.Choice) bool { return slices.Contains(cs, c) })
	return rune('1' + i)
}

// byKey are choices in the order of their keys.
func byKey(choices []intake.Choice) []intake.Choice {
	out := slices.Clone(choices)
	slices.SortStableFunc(out, func(a, b intake.Choice) int { return int(keyOf(a)) - int(keyOf(b)) })
	return slices.Compact(out)
}

// deed is a decision that can be taken back: the rows it was about, and what had been decided about each before.
type deed struct {
	rows  []int
	who   []intake.Choice
	enrol []intake.Choice
}

func (v *preview) deedOf(rows []int) deed {
	d := deed{rows: rows}
	for _, i := range rows {
		r := &v.plan.Rows[i]
		e := intake.Choice("")
		if r.Enrol != nil {
			e = r.Enrol.Decided
		}
		d.who, d.enrol = append(d.who, r.Chosen), append(d.enrol, e)
	}
	return d
}

// chosen is what was decided about a row, the last thing where there were two.
func chosen(r *intake.Row) intake.Choice {
	if r.Enrol != nil && r.Enrol.Decided != "" {
		return r.Enrol.Decided
	}
	return r.Chosen
}

func isChosen(r *intake.Row, c intake.Choice) bool {
	return r.Chosen == c || r.Enrol != nil && r.Enrol.Decided == c
}

// decide settles one row, or all that wait for the same reason where the person said so. The same choice again takes the decision
// back. Then comes the next row that waits.
func (x *rows) decide(i int, c intake.Choice) {
	v, r, rows := x.v, &x.v.plan.Rows[i], []int{i}
	if x.alike && r.Waits() {
		rows = x.alikeRows(r, c)
	}
	x.alike = false
	v.past = append(v.past, v.deedOf(rows))
	waited := r.Waits()
	if isChosen(r, c) {
		c = ""
	}
	n := 0
	v.work(func() { n = v.plan.DecideRows(rows, c) }, func() {
		if n > 1 {
			v.p.d.Toast(text.T("import.decided_all", n))
		}
		x.redraw()
		if waited && !v.plan.Rows[i].Waits() {
			x.forward(i)
		}
		v.p.d.Window.Canvas().Focus(x.table)
	})
}

// work changes decisions: away from the window's thread where there are many rows.
func (v *preview) work(do, then func()) {
	if v.p.busy {
		return
	}
	end := func() {
		v.p.busy = false
		v.count()
		v.keep()
		then()
	}
	if len(v.plan.Rows) < many {
		do()
		end()
		return
	}
	v.p.busy = true
	v.body.Objects = []fyne.CanvasObject{kit.Panel(kit.Prose(text.T("import.deciding"), kit.Quiet))} // nothing may read the rows meanwhile
	v.body.Refresh()
	v.p.d.Go(do, func() {
		v.body.Objects = []fyne.CanvasObject{v.parts[v.at].content()}
		v.body.Refresh()
		end()
	})
}

// forward goes to the next row that waits, from a row on and then from the top; where none is left it stays.
func (x *rows) forward(from int) bool {
	for _, round := range [][2]int{{from + 1, len(x.v.plan.Rows)}, {0, from + 1}} {
		for i := round[0]; i < round[1]; i++ {
			if at := slices.Index(x.shown, i); x.v.plan.Rows[i].Waits() && at >= 0 {
				x.table.SetCurrent(at)
				x.look(i)
				return true
			}
		}
	}
	return false
}

// next goes to the next row that waits for a decision, whatever is shown now.
func (v *preview) next() {
	x := v.rows
	if x == nil || v.p.busy {
		return
	}
	for i, shown := range v.parts {
		if shown == part(x) && v.at != i {
			v.goTo(i)
		}
	}
	from := -1
	if i := x.table.Current(); i >= 0 {
		from = x.shown[i]
	}
	if x.forward(from) {
		v.p.d.Window.Canvas().Focus(x.table)
		return
	}
	if waits(v.plan) > 0 { // behind the filter
		x.by = x.sieves()[0]
		x.filter = nil
		x.redraw()
		v.p.d.Window.Canvas().Focus(x.table)
		return
	}
	v.p.d.Toast(text.T("import.none_open"))
}

// takeBack undoes the last decision, with all rows it was about.
func (v *preview) takeBack() {
	if len(v.past) == 0 || v.rows == nil || v.p.busy {
		v.p.d.Toast(text.T("import.take_back.none"))
		return
	}
	d := v.past[len(v.past)-1]
	v.past = v.past[:len(v.past)-1]
	v.work(func() { v.restore(d) }, func() {
		x := v.rows
		if !x.by.pass(&v.plan.Rows[d.rows[0]]) {
			x.by, x.filter = x.sieves()[0], nil
		}
		x.redraw()
		x.goTo(d.rows[0])
		v.p.d.Window.Canvas().Focus(x.table)
		v.p.d.Toast(text.T("import.taken_back", len(d.rows)))
	})
}

// restore decides as it was before.
func (v *preview) restore(d deed) {
	v.plan.DecideRows(d.rows, "")
	for _, was := range [][]intake.Choice{d.who, d.enrol} {
		by := map[intake.Choice][]int{}
		for k, c := range was {
			if c != "" {
				by[c] = append(by[c], d.rows[k])
			}
		}
		for c, rows := range by {
			v.plan.DecideRows(rows, c)
		}
	}
}

// doubtOf is the kind of doubt that a row is to be decided for, and the column it stands in.
func doubtOf(r *intake.Row) (kind, column string) {
	for _, p := range r.Problems {
		if p.Level == intake.Doubt {
			return p.Kind, p.Column
		}
	}
	if r.Enrol != nil && r.Enrol.Enrol == intake.AskFirst && len(r.Enrol.Reasons) > 0 {
		return strings.Join(r.Enrol.Reasons, " "), ""
	}
	return "", ""
}

// alikeRows are the rows that wait for the same reason, in the same column, and allow the same; any choice where c is "".
func (x *rows) alikeRows(like *intake.Row, c intake.Choice) (out []int) {
	kind, column := doubtOf(like)
	for i := range x.v.plan.Rows {
		r := &x.v.plan.Rows[i]
		if k, at := doubtOf(r); kind != "" && r.Waits() && k == kind && at == column && (c == "" || slices.Contains(r.Choices, c)) {
			out = append(out, i)
		}
	}
	return out
}

// byNumber decides about the current row with a digit; 0 says first that the decision is for all rows like it.
func (x *rows) byNumber(key rune) {
	i := x.table.Current()
	if i < 0 {
		return
	}
	row := x.shown[i]
	r := &x.v.plan.Rows[row]
	if key == '0' && len(x.alikeRows(r, "")) > 1 {
		x.alike = !x.alike
		x.look(row)
		return
	}
	for _, c := range r.Choices {
		if keyOf(c) == key {
			x.decide(row, c)
			return
		}
	}
}

// key takes the last decision back with Backspace, and goes to the next row that waits with Enter.
func (x *rows) key(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyBackspace, fyne.KeyDelete:
		x.v.takeBack()
	case fyne.KeyReturn, fyne.KeyEnter:
		x.v.next()
	default:
		return false
	}
	return true
}
