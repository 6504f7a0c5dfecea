package ledger

// Current is the cell that the keyboard is at; row is -1 in an empty grid.
func (g *Grid) Current() (row, column int) {
	if g.at < 0 || g.at >= g.Len() {
		return -1, 0
	}
	return g.row(g.at), g.col
}

// SetCurrent goes to a cell.
func (g *Grid) SetCurrent(row, column int) {
	for p := range g.Len() {
		if g.row(p) == row {
			g.moveTo(p, column)
			return
		}
	}
}

// Selected are the chosen rows in the order shown; where none is chosen, the current one.
func (g *Grid) Selected() []int {
	var rows []int
	for p := range g.Len() {
		if g.selected[g.row(p)] {
			rows = append(rows, g.row(p))
		}
	}
	if row, _ := g.Current(); len(rows) == 0 && row >= 0 {
		rows = append(rows, row)
	}
	return rows
}

// row is the caller's number of what is shown at position p.
func (g *Grid) row(p int) int {
	if g.order != nil && p < len(g.order) {
		return g.order[p]
	}
	return p
}

func (g *Grid) moveTo(p, column int) {
	p, column = max(min(p, g.Len()-1), 0), max(min(column, len(g.Columns)-1), 0)
	moved := p != g.at || column != g.col
	g.at, g.col = p, column
	g.reveal()
	g.paint()
	if row, _ := g.Current(); moved && g.OnMove != nil && row >= 0 {
		g.OnMove(row, column)
	}
}

// reveal scrolls so that the current cell can be seen whole.
func (g *Grid) reveal() {
	h, to := g.rowHeight(), g.scroll.Offset
	to.Y = within(to.Y, float32(g.at)*h, float32(g.at+1)*h, g.scroll.Size().Height)
	if g.col >= g.Frozen {
		left := g.left(g.Frozen, g.col)
		to.X = within(to.X, left, left+g.widths()[g.col], g.scroll.Size().Width)
	}
	if to != g.scroll.Offset {
		g.scroll.ScrollToOffset(to)
	}
}

// within moves the beginning of a view of some size so that from and to lie in it.
func within(at, from, to, size float32) float32 {
	if to > at+size {
		at = to - size
	}
	return max(min(at, from), 0)
}

func (g *Grid) open() {
	if row, column := g.Current(); g.OnOpen != nil && row >= 0 {
		g.OnOpen(row, column)
	}
}
