package intake

import (
	"slices"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// A list that always writes 1 for 是 is not wrong in every row: what most cells of a column do is usual, and only those that
// depart from it are worth a word. In a short list nothing is usual yet. Dates are always named: what 2008.1 means, a month
// or a day in a year that lost its zero, is worth a look.
const usualFrom = 5

// closeColumns looks back at all rows below one header: now it is known what is usual in them.
func (w *work) closeColumns(s *sheet.Sheet, c *columns) {
	w.readBlock(c)
	rows := w.plan.Rows[c.first:]
	full := c.mostlyFilled()
	for i := range rows {
		if r := &rows[i]; r.state.noise == "" {
			r.cutOff(full)
			r.oddities()
			r.blankFlags(c)
		}
	}
	w.hidden(s, c)
	c.untitled(w, s)
	c.finish(w, s)
}

// oddities makes problems of what departs from the usual.
func (r *Row) oddities() {
	for _, o := range r.state.maybe {
		if !o.usual() {
			r.say(o.q.Target, Normalised, o.v.kind, o.found, o.v.stored)
		}
	}
	r.state.maybe = nil
}

// usual tells whether more than half of the cells that mean the same, or of all where the form is meant, are written so.
func (o *oddity) usual() bool {
	count, all := 0, 0
	switch {
	case o.form != "":
		count = o.q.forms[o.form]
		for _, n := range o.q.forms {
			all += n
		}
	case o.q.field.Kind == survey.DateKind:
		return false
	case o.q.field.Kind == survey.Number || o.q.field.Kind == survey.Money:
		count, all = o.q.alike(o.v)
	default:
		count = o.v.count
		for _, v := range o.q.seen {
			if v.stored == o.v.stored {
				all += v.count
			}
		}
	}
	return count >= usualFrom && 2*count > all
}

// alike counts the cells of a column whose texts are as odd as v, and all.
func (q *question) alike(v *value) (count, all int) {
	for _, other := range q.seen {
		all += other.count
		if other.kind == v.kind {
			count += other.count
		}
	}
	return count, all
}

// mostlyFilled gives the columns that nine of ten rows fill, from the left.
func (c *columns) mostlyFilled() []int {
	var out []int
	for _, q := range c.list {
		if 10*q.count >= 9*c.rows && c.rows >= usualFrom {
			out = append(out, q.At)
		}
	}
	slices.Sort(out)
	return out
}

// cutOff tells a row that ends before its last columns: two or more that nearly all rows fill are not there. Its blanks are no
// answers.
func (r *Row) cutOff(full []int) {
	end, lost := 0, 0
	for at, c := range r.state.sheet.Rows[r.state.line] {
		if !c.Blank() {
			end = at + 1
		}
	}
	for _, at := range full {
		if at >= end {
			lost++
		}
	}
	if lost >= 2 {
		r.state.short = end
		r.say(sheet.Target{}, Warning, kindRowShort, "", "")
	}
}

// blankFlags names a yes or no left out where others are filled.
func (r *Row) blankFlags(c *columns) {
	for _, q := range c.list {
		if q.field.Kind != survey.Flag || 2*q.count < c.rows {
			continue
		}
		if cell, there := r.state.cell(q.Target); there && cell.Blank() {
			r.say(q.Target, Warning, kindYesnoBlank, "", "")
		}
	}
}

// hidden names the hidden columns in use, and headings that stand over two columns, once for the sheet: at the header's row.
func (w *work) hidden(s *sheet.Sheet, c *columns) {
	for _, col := range c.Columns {
		kind := ""
		switch {
		case col.Known() && w.byValues[s] == col.Title:
			kind = kindColumnByValues
		case col.Hidden && col.Known():
			kind = kindHiddenColumn
		case col.Twice:
			kind = kindHeaderTwice
		default:
			continue
		}
		p := Problem{Sheet: s.Name, Row: c.Head + 1, Column: col.Title, Kind: kind, Level: Normalised, at: col.At}
		w.plan.sheetProblems = append(w.plan.sheetProblems, p)
	}
}
