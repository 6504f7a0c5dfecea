package kit

import (
	"fyne.io/fyne/v2/theme"
)

// stretch is how much wider than it needs a column may become where there is room.
const stretch = 1.7

// headLines is how many lines a title may take.
const headLines = 2

// widths are the widths of the columns: what they need, and a share of the room left over. What stays takes at most half.
func (g *Grid) widths() []float32 {
	em := Size(theme.SizeNameText)
	ws, sum := make([]float32, len(g.Columns)), float32(0)
	for i, c := range g.Columns {
		if ws[i] = g.dragged[i]; ws[i] == 0 {
			ws[i] = max(c.Em, 2)*em + 2*cellPad
		}
		sum += ws[i]
	}
	if room := g.Size().Width; sum > 0 && room > sum {
		more := min(room/sum, stretch)
		for i := range ws {
			if g.dragged[i] == 0 {
				ws[i] *= more
			}
		}
	}
	return ws
}

// left is the width of the columns from one up to, and without, another.
func (g *Grid) left(from, to int) (x float32) {
	for _, w := range g.widths()[from:to] {
		x += w
	}
	return x
}

// over tells whether the head has a line above the titles.
func (g *Grid) over() bool {
	for _, c := range g.Columns {
		if c.Over != "" {
			return true
		}
	}
	return false
}

// lineHeight is the height of a line of the head.
func (g *Grid) lineHeight() float32 { return Size(theme.SizeNameCaptionText) * 1.45 }

// titleLines is how many lines the longest title takes.
func (g *Grid) titleLines() int {
	n := 1
	for i, w := range g.widths() {
		n = max(n, len(g.titleIn(i, w)))
	}
	return min(n, headLines)
}

func (g *Grid) headHeight() float32 {
	h := g.lineHeight()*float32(g.titleLines()) + 12
	if g.over() {
		h += g.overHeight()
	}
	return h
}

func (g *Grid) overHeight() float32 { return g.lineHeight() + 8 }

// titleIn is a column's title in lines of a width.
func (g *Grid) titleIn(i int, width float32) []string {
	return Even(g.title(i), max(width-2*cellPad, 12), Size(theme.SizeNameCaptionText))
}
