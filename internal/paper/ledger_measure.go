package paper

import (
	"math"
	"unicode/utf8"

	"ruhu/internal/report"
)

// Widths in ems, between which a column's usual cell is broken: a short value stays on one line, a sentence takes a few.
const (
	shortCell, longCell = 6.5, 18.0
	widestWant          = 26.0
	longestWord         = 30.0
)

// columnOf measures a column of the table.
func (l *ledger) columnOf(i int) ledgerColumn {
	c := l.Columns[i]
	out := ledgerColumn{label: c.Label, over: c.Over, index: i}
	s := l.spread(i)
	usual := s.at(0.95)
	out.least = max(min(s.word, longestWord), l.headNeeds(c.Label), min(usual, 2), 2)
	switch {
	case usual <= shortCell:
		out.compact = usual
	case usual <= longCell:
		out.compact = usual/2 + 1
	default:
		out.compact = usual/4 + 3
	}
	out.compact = max(out.compact, out.least)
	out.want = max(out.compact, min(s.at(0.995), widestWant), min(l.ems(c.Label), 8))
	out.align = alignOf(c, usual)
	return out
}

// alignOf sets numbers to the right, short words into the middle, sentences to the left.
func alignOf(c report.Column, usual float64) align {
	switch {
	case c.Right && c.Key != "no":
		return right
	case usual <= shortCell || c.Text:
		return centre
	}
	return left
}

// headNeeds is how wide a heading must be that it takes no more than four lines, fewer if it is short.
func (l *ledger) headNeeds(label string) float64 {
	lines := 2.0
	switch n := utf8.RuneCountInString(label); {
	case n > 9:
		lines = 4
	case n > 6:
		lines = 3
	}
	whole, word := l.read(label)
	return max(word, math.Ceil(whole/lines)+0.1, min(whole, 3.1))
}

// spread is how wide the cells of a column are: how many of each width in half ems, and the widest word that does not break.
type spread struct {
	counts [2 * int(widestWant*2)]int
	most   int // widths beyond the last
	n      int
	word   float64
}

func (l *ledger) spread(column int) *spread {
	s := &spread{}
	for _, r := range l.Rows {
		if column >= len(r) || r[column] == "" {
			continue
		}
		whole, word := l.read(r[column])
		s.word = max(s.word, word)
		s.n++
		if i := int(math.Ceil(whole * 2)); i < len(s.counts) {
			s.counts[i]++
		} else {
			s.most++
		}
	}
	return s
}

// at is the width that this share of the cells does not exceed.
func (s *spread) at(share float64) float64 {
	seen := 0
	for i, n := range s.counts {
		if seen += n; float64(seen) >= share*float64(s.n) {
			return float64(i) / 2
		}
	}
	return float64(len(s.counts)) / 2
}

// ems measures a text in ems.
func (l *ledger) ems(s string) float64 { whole, _ := l.read(s); return whole }

// read measures a text and its widest unbreakable word.
func (l *ledger) read(s string) (whole, word float64) {
	run := 0.0
	for _, r := range s {
		g := l.glyph(regular, r)
		if g.silent {
			continue
		}
		whole += g.width
		if run += g.width; !inWord(r) {
			run = 0
		}
		word = max(word, run)
	}
	return whole, word
}
