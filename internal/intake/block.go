package intake

import (
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// Rows are read some thousands at a time, on all processors: first column by column, so that what a text means is worked out once
// and what a column usually says is counted by one hand; then row by row, as no row knows of another yet. So the plan is the same
// on one processor and on many.

// blockRows is how many rows are read at a time: enough to keep processors busy, few enough for the memory of small machines.
const blockRows = 4096

// await adds a row whose cells are to be read. One of several people in a cell stands in whole, at the line at.
func (w *work) await(s *sheet.Sheet, c *columns, line int, whole *sheet.Sheet, at int) {
	c.rows++
	r := w.add(s, c, line)
	r.state.whole, r.Row = whole, at+1
	w.waiting = append(w.waiting, len(w.plan.Rows)-1)
	if len(w.waiting) == blockRows {
		w.readBlock(c)
	}
}

// readBlock reads the rows that wait for it.
func (w *work) readBlock(c *columns) {
	rows := w.waiting
	inParallel(len(c.list), 1, func(i int) { c.list[i].readColumn(w.plan.Rows, rows) })
	inParallel(len(rows), 64, func(i int) { w.readRow(&w.plan.Rows[rows[i]], i) })
	w.waiting = rows[:0]
}

// cellRead is what a cell came to: nothing where it is blank, and no value where its question is read with others of the row.
type cellRead struct {
	filled bool
	broken bool // the error of a formula
	v      *value
	form   string
}

// readColumn works out the values of one column for the rows of a block.
func (q *question) readColumn(all []Row, rows []int) {
	q.block = q.block[:0]
	for _, i := range rows {
		st := all[i].state
		c, broken := q.blanked(st)
		read := cellRead{filled: !c.Blank(), broken: broken}
		if read.filled {
			q.count++
		}
		if read.filled && !q.withRow {
			read.v, read.form = q.value(c)
		}
		q.block = append(q.block, read)
	}
}

// readsWithRow tells questions whose cells are not read by themselves: the name, which may bring a remark; the ID number, which
// wants to know what kind of document it is; places, which are looked up when all rows are read; what is worked out is only
// compared.
func readsWithRow(table string, f survey.Field) bool {
	return table == survey.Person.Name && (f.Key == survey.FullName || f.Key == survey.IDNo) ||
		f.Kind == survey.Region || f.From != nil && !f.OrAsked
}

// readRow turns the cells of one row into answers. It is the n-th of its block.
func (w *work) readRow(r *Row, n int) {
	c := r.state.columns
	if w.rolls[r.state.sheetOf()] != nil {
		r.Fact = survey.Answers{}
	}
	r.state.headOnly = w.headsOnly[r.state.sheetOf()]
	if r.state.whole == nil {
		r.severalPeople()
	}
	r.Person, r.Household, r.Wish = make(survey.Answers, c.filled(n)), survey.Answers{}, survey.Answers{}
	for _, q := range c.list {
		switch read := q.block[n]; {
		case read.broken:
			r.say(q.Target, Warning, kindFormulaError, r.state.sheet.At(r.state.line, q.At).Raw, "")
		case !read.filled:
		case !q.withRow:
			r.readValue(q, r.state.sheet.At(r.state.line, q.At), read.v, read.form)
		case q.Target == person(survey.FullName):
			r.readName(q, r.state.sheet.At(r.state.line, q.At))
		}
	}
	r.readID()
	r.standsOn(w)
	r.derive(w.o.Today)
	r.missing()
}

// filled is how many answers about the person the n-th row of the block has, so that no more room is taken for them.
func (c *columns) filled(n int) int {
	count := 0
	for _, q := range c.list {
		if q.block[n].filled && q.table == survey.Person.Name {
			count++
		}
	}
	return count
}
