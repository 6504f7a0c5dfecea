package paper

import (
	"strings"

	"ruhu/internal/text"
)

const (
	ledgerLeading = 1.24
	ledgerAir     = 1.1 // above and below a row's words, millimetres
	mostLines     = 8   // of a row; a cell that needs more shrinks
	mostHeadLines = 5
)

// heightOf is how high so many lines are.
func (l *ledger) heightOf(lines int) float64 {
	return (float64(lines-1)*ledgerLeading+1)*l.cell.em() + 2*ledgerAir
}

// breakRows finds how many lines each row takes, over all sets: the pages of two sets lie side by side and agree.
func (l *ledger) breakRows() {
	l.rows = make([]uint8, len(l.Rows))
	for i := range l.Rows {
		l.rows[i] = uint8(l.linesOf(i))
	}
	l.breakHead()
}

func (l *ledger) linesOf(row int) int {
	lines, st := 1, l.rowStyle(row)
	for _, s := range l.sets {
		for i, c := range s.columns {
			lines = max(lines, len(l.lines(l.at(row, c), s.widths[i], st)))
		}
	}
	return min(lines, mostLines)
}

// at is a cell; rows may be short.
func (l *ledger) at(row int, c ledgerColumn) string {
	if c.index < len(l.Rows[row]) {
		return l.Rows[row][c.index]
	}
	return ""
}

// rowStyle is bold for sums.
func (l *ledger) rowStyle(row int) style {
	if l.total(row) {
		return strong(l.cell.size)
	}
	return l.cell
}

// lines breaks the words of a cell of a column so wide.
func (l *ledger) lines(s string, width float64, st style) []string {
	room := width - 2*cellPadding
	if !strings.Contains(s, "\n") && l.width(s, st) <= room {
		return []string{s}
	}
	return wrap(s, room, l.measure(st))
}

func (l *ledger) breakHead() {
	lower, over := 1, false
	for _, s := range l.sets {
		for i, c := range s.columns {
			lower, over = max(lower, len(l.labelLines(c.label, s.widths[i]))), over || c.over != ""
		}
	}
	l.head[1] = l.heightOf(min(lower, mostHeadLines)) + 1
	if over {
		l.head[0] = l.heightOf(1) + 0.6
	}
}

// labelLines breaks a heading; of two lines one does not hold a single character.
func (l *ledger) labelLines(label string, width float64) []string {
	st, room := strong(l.cell.size), width-2*cellPadding+0.2
	whole := l.width(label, st)
	if whole <= room {
		return []string{label}
	}
	lines := wrap(label, room, l.measure(st))
	if even := wrap(label, whole/float64(len(lines))+st.em()*0.6, l.measure(st)); len(even) == len(lines) {
		return even
	}
	return lines
}

// Where the rows of a page begin and end.
const (
	firstTop, nextTop = 37.0, 24.0
	ledgerBottom      = 12.0 // kept free below
	signHeight        = 40.0 // signatures and seal
	footRows          = 3    // that go over to a page of their own with the foot
)

// breakPages parts the rows into pages. The last page has room for the notes and the signatures, and at least one row.
func (l *ledger) breakPages() {
	l.breakNotes()
	foot := signHeight + float64(len(l.notes))*noteLine + 2
	top, from := firstTop, 0
	used := 0.0
	room := func() float64 { return l.h - ledgerBottom - top - l.head[0] - l.head[1] }
	for i := range l.Rows {
		h := l.heightOf(int(l.rows[i]))
		if used+h > room() && i > from {
			l.blocks = append(l.blocks, block{from: from, to: i, top: top})
			top, from, used = nextTop, i, 0
		}
		used += h
	}
	if to := max(from+1, len(l.Rows)-footRows); used+foot > room() && to < len(l.Rows) { // the last rows go over to a page with the foot
		l.blocks = append(l.blocks, block{from: from, to: to, top: top})
		top, from = nextTop, to
	}
	l.blocks = append(l.blocks, block{from: from, to: len(l.Rows), top: top, last: true})
}

const noteLine, noteSize = 4.4, 8.5

// breakNotes lays out what stands below the table: how it was counted, and what must add up.
func (l *ledger) breakNotes() {
	var all []string
	for _, s := range l.Sums {
		all = append(all, s.Words)
	}
	all = append(all, l.Note...)
	if l.Public {
		all = append(all, text.T("paper.roster_masked"))
	}
	for i, n := range all {
		if i == 0 {
			n = text.T("paper.ledger_note") + n
		}
		l.notes = append(l.notes, wrap(n, l.room(), l.measure(sans(noteSize)))...)
	}
}
