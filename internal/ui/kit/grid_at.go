package kit

// Current is the cell that the keyboard is at; row is -1 in an empty grid.
func (g *Grid) Current() (row, column int) {
	if row = g.current(); row >= 0 {
		column = g.col
	}
	return row, column
}

// SetCurrent goes to a cell.
func (g *Grid) SetCurrent(row, column int) {
	if p := g.position(row); p >= 0 {
		g.moveTo(p, column)
	}
}

// SortBy sorts by a column: the first time up, then down, then not at all. The current cell stays the same one.
func (g *Grid) SortBy(column int) {
	row, at := g.Current()
	g.turn(column)
	g.Refresh()
	if row >= 0 {
		g.SetCurrent(row, at)
	}
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
	to.Y = intoView(to.Y, float32(g.at)*h, float32(g.at+1)*h, g.scroll.Size().Height)
	if g.col >= g.Frozen {
		left := g.left(g.Frozen, g.col)
		to.X = intoView(to.X, left, left+g.widths()[g.col], g.scroll.Size().Width)
	}
	if to != g.scroll.Offset {
		g.scroll.ScrollToOffset(to)
	}
}

// intoView moves the beginning of a view of some size so that from and to lie in it.
func intoView(at, from, to, size float32) float32 {
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
