package intake

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// A question may be asked as a group of columns to be ticked: 培训意愿 over 电工, 焊工, 厨师. Such columns are made one, the group's, with the
// names of those that are ticked, before the sheet is read; so a row that waits can be corrected in one cell, and the same list in
// either shape is the same.

// tickHint is what a heading says of how to fill in: （打√）, （在相应栏内打勾）.
var tickHint = regexp.MustCompile(`[（(][^（）()]*[√✓勾打选][^（）()]*[)）]`)

// ticksWithin is how far down a group of columns to be ticked is looked for, as a header is.
const ticksWithin = 30

// joinTicks makes groups of columns to be ticked one column each.
func (w *work) joinTicks(s *sheet.Sheet, h *sheet.Headings) {
	for row := 0; row+2 < len(s.Rows) && row < ticksWithin; row++ {
		for col := range s.Rows[row] {
			if g, ok := w.ticks(s, h, row, col); ok {
				g.join()
				p := Problem{Sheet: s.Name, Row: row + 1, Column: s.At(row, col).Shown, Kind: kindTicksJoined, Level: Normalised, Found: strings.Join(g.leaves, "、")}
				w.ofSheet(p)
			}
		}
	}
}

// ticked is one group: its header, the names below it from a column on, and the rows.
type ticked struct {
	s        *sheet.Sheet
	row, col int
	title    string // of the group
	leaves   []string
}

// ticks finds a group whose heading is a question with choices, over two columns or more that are named like them, and have nothing
// but ticks below.
func (w *work) ticks(s *sheet.Sheet, h *sheet.Headings, row, col int) (ticked, bool) {
	g := ticked{s: s, row: row, col: col}
	if s.At(row, col).Blank() {
		return g, false
	}
	g.title = tickHint.ReplaceAllString(strings.TrimSpace(s.At(row, col).Shown), "")
	f, ok := w.chosen(h, g.title)
	if !ok {
		return g, false
	}
	known := 0
	for at := col; !s.At(row+1, at).Blank() && (at == col || s.At(row, at).Blank()); at++ {
		leaf := strings.TrimSpace(s.At(row+1, at).Shown)
		if h.Find(leaf) != nil {
			return g, false // a question of its own
		}
		if choosable(f, leaf) {
			known++
		}
		g.leaves = append(g.leaves, leaf)
	}
	return g, len(g.leaves) > 1 && 2*known >= len(g.leaves) && known > 1 && g.onlyTicks()
}

// chosen is the question of a group's heading, if it has choices.
func (w *work) chosen(h *sheet.Headings, title string) (survey.Field, bool) {
	for _, t := range h.Find(title) {
		f, ok := w.field(t)
		if ok && (f.Kind == survey.Choices || t.Table == survey.Wish.Name || t == person(survey.WantsTraining)) {
			return f, true
		}
	}
	return survey.Field{}, false
}

// choosable tells whether a word is a choice of a question; of those about wishes, a trade.
func choosable(f survey.Field, leaf string) bool {
	if f.Kind == survey.Choices {
		_, err := f.Clean(leaf)
		return err == nil
	}
	return len(survey.WishTrades(leaf)) > 0
}

// tickMarks are what a tick is written with; a number is the order of wishes. notTicked is as good as blank.
const (
	tickMarks = "√✓✔☑●○〇vVyY是有1"
	notTicked = "×✗xX否无0/—-□"
)

func (g *ticked) onlyTicks() bool {
	any := false
	for row := g.row + 2; row < len(g.s.Rows); row++ {
		for i := range g.leaves {
			switch c := g.s.At(row, g.col+i); {
			case c.Blank():
			case len([]rune(c.Shown)) > 1 || !strings.Contains(tickMarks+notTicked+"23", c.Shown):
				if !g.below(row) {
					return false
				}
			default:
				any = true
			}
		}
	}
	return any
}

// below tells a row that is none of the list: a note that stands in one cell, a sum.
func (g *ticked) below(row int) bool {
	filled := 0
	for _, c := range g.s.Rows[row] {
		if !c.Blank() {
			filled++
		}
	}
	return filled < 3
}

// join writes the names of what is ticked into the first column of the group, in the order of their numbers, and blanks the rest.
func (g *ticked) join() {
	g.set(g.row, g.col, g.title)
	for row := g.row + 1; row < len(g.s.Rows); row++ {
		type choice struct{ order, leaf string }
		var all []choice
		for i, leaf := range g.leaves {
			c := g.s.At(row, g.col+i)
			if row > g.row+1 && (c.Blank() || !strings.Contains(tickMarks+"23", c.Shown)) {
				if !c.Blank() && strings.Contains(notTicked, c.Shown) {
					g.set(row, g.col+i, "")
				}
				continue
			}
			if row > g.row+1 {
				all = append(all, choice{strings.Trim(c.Shown, strings.Trim(tickMarks, "1")), leaf})
			}
			g.set(row, g.col+i, "")
		}
		slices.SortStableFunc(all, func(a, b choice) int { return cmp.Compare(a.order, b.order) })
		var names []string
		for _, c := range all {
			names = append(names, c.leaf)
		}
		if len(names) > 0 {
			g.set(row, g.col, survey.JoinList(names))
		}
	}
}

func (g *ticked) set(row, col int, text string) {
	if col < len(g.s.Rows[row]) {
		g.s.Rows[row][col] = sheet.Cell{Raw: text, Shown: text}
	}
}
