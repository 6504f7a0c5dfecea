package intake

import (
	"strings"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// A sheet may hold several lists: one below the other, each under its own header, or side by side, to spare paper.

// leastBeside is how many columns lists side by side have each. Two, or three without a running number or a village, may be the
// name and phone of somebody and of the guardian.
const leastBeside = 3

// sideBySide puts lists that stand side by side into sheets of their own, in which all rows and columns keep their places.
func (w *work) sideBySide() {
	var out []sheet.Sheet
	further := map[int]int{} // place in out -> row of the header
	for i := range w.plan.book.Sheets {
		s := &w.plan.book.Sheets[i]
		l, err := sheet.Lay(s, w.headings(s))
		if err != nil || s.Hidden {
			out = append(out, *s)
			continue
		}
		starts := besides(l)
		for n, from := range starts {
			to := -1
			if n+1 < len(starts) {
				to = starts[n+1]
			}
			if n > 0 {
				further[len(out)] = l.Head + 1
			}
			out = append(out, columnsOf(s, l.Top, from, to))
		}
		if len(starts) == 0 {
			out = append(out, *s)
		}
	}
	if len(further) == 0 {
		return
	}
	book := *w.plan.book
	book.Sheets = out
	w.plan.book = &book
	for at, header := range further {
		w.beside[&book.Sheets[at]] = header
	}
}

// besides gives the first columns of lists side by side: the same headings come again in the same order. nil for one list.
func besides(l *sheet.Layout) []int {
	n := len(l.Columns)
	for p := leastBeside; 2*p <= n; p++ {
		if !comesAgain(l, p) {
			continue
		}
		starts := []int{0}
		for at := p; at+p <= n; at += p {
			starts = append(starts, l.Columns[at].At)
		}
		return starts
	}
	return nil
}

func comesAgain(l *sheet.Layout, p int) bool {
	whose, where := false, p > leastBeside
	for i, c := range l.Columns {
		if end := len(l.Columns) / p * p; i+p < end && heading(c.Title) != heading(l.Columns[i+p].Title) {
			return false
		}
		if i < p {
			whose = whose || c.Target == person(survey.FullName) || c.Target == person(survey.IDNo)
			where = where || c.Target == household(survey.Village) || running[strings.ToUpper(heading(c.Title))]
		}
	}
	return whose && where
}

// columnsOf is what a sheet has from one column to before another (-1: to its end). The lines over the header are all there: they say
// what the list is.
func columnsOf(s *sheet.Sheet, top, from, to int) sheet.Sheet {
	out := *s
	out.Rows, out.Merged = make([][]sheet.Cell, len(s.Rows)), nil
	for i, row := range s.Rows {
		if i < top {
			out.Rows[i] = row
			continue
		}
		end := len(row)
		if to >= 0 {
			end = min(end, to)
		}
		if end <= from {
			continue
		}
		out.Rows[i] = make([]sheet.Cell, end)
		copy(out.Rows[i][from:], row[from:end])
	}
	for n := len(out.Rows); n > 0 && blank(out.Rows[n-1]); n-- {
		out.Rows = out.Rows[:n-1]
	}
	for _, m := range s.Merged {
		if m.LastRow < top || m.Col >= from && (to < 0 || m.LastCol < to) {
			out.Merged = append(out.Merged, m)
		}
	}
	return out
}

func blank(row []sheet.Cell) bool {
	for _, c := range row {
		if !c.Blank() {
			return false
		}
	}
	return true
}

// firstTable is the first list of a sheet with several, one below the other: the header with most known headings may be that of a
// later one.
func firstTable(s *sheet.Sheet, l *sheet.Layout, h *sheet.Headings) *sheet.Layout {
	for row := range l.Top {
		next, ok := l.Again(s, h, row)
		if ok && next != l && speaksOfPeople(next) && peopled(s, next, l.Top) {
			return next
		}
	}
	return l
}

// peopled tells whether a person stands below a header.
func peopled(s *sheet.Sheet, l *sheet.Layout, end int) bool {
	name, named := l.Column(person(survey.FullName))
	for line := l.Data; named && line < end; line++ {
		if sheet.NoiseOf(s, l, line, who...) == sheet.Data && !s.At(line, name.At).Blank() {
			return true
		}
	}
	return false
}
