package paper

import (
	"math"

	"ruhu/internal/text"
)

// column is one column of a table.
type column struct {
	title string
	width float64 // millimetres
	align align
}

// grid draws a table's head and rows from y downwards and gives where it ends. Cells shrink their text until all of it is
// seen; rows are of one height, so that a page can be counted out.
type grid struct {
	x          float64
	columns    []column
	head, row  float64 // heights
	headStyle  style
	cellStyle  style
	lineColour colour
}

const (
	cellPadding = 1.2
	thinLine    = 0.18
	thickLine   = 0.45
)

func (g grid) width() float64 {
	w := 0.0
	for _, c := range g.columns {
		w += c.width
	}
	return w
}

// draw draws the table and gives the y of its lower edge.
func (g grid) draw(p *page, y float64, rows [][]string) float64 {
	bottom := y + g.head + g.row*float64(len(rows))
	p.fill(g.x, y, g.width(), g.head, tint)
	g.cells(p, y, g.head, g.titles(), g.headStyle, true)
	for i, r := range rows {
		g.cells(p, y+g.head+g.row*float64(i), g.row, r, g.cellStyle, false)
	}
	for i := range rows {
		at := y + g.head + g.row*float64(i)
		p.line(g.x, at, g.x+g.width(), at, thinLine, g.lineColour)
	}
	x := g.x
	for _, c := range g.columns[:len(g.columns)-1] {
		x += c.width
		p.line(x, y, x, bottom, thinLine, g.lineColour)
	}
	p.frame(g.x, y, g.width(), bottom-y, thickLine, ink)
	return bottom
}

func (g grid) titles() []string {
	var out []string
	for _, c := range g.columns {
		out = append(out, c.title)
	}
	return out
}

func (g grid) cells(p *page, y, h float64, cells []string, st style, head bool) {
	x := g.x
	for i, c := range g.columns {
		a := c.align
		if head {
			a = centre
		}
		if cells[i] != "" {
			p.fit(x+cellPadding, y+0.4, c.width-2*cellPadding, h-0.8, cells[i], st, a)
		}
		x += c.width
	}
}

// counts parts n rows into pages: each page holds up to full rows, the last up to last, because something stands under its
// table. No page is left empty.
func counts(n, full, last int) []int {
	pages := 1
	for (pages-1)*full+last < n {
		pages++
	}
	var out []int
	for i := range pages - 1 {
		take := min(full, n-(pages-1-i))
		out = append(out, take)
		n -= take
	}
	return append(out, n)
}

// pageNumbers writes 第x页 共y页 under every page, and something at either side of it.
func (d *doc) pageNumbers(margin float64, from int, leftText, rightText string) {
	pages := d.pages[from:]
	for i, p := range pages {
		p.number(margin, i+1, len(pages), leftText, rightText)
	}
}

// number writes 第x页 共y页 under a page, and something at either side of it.
func (p *page) number(margin float64, n, pages int, leftText, rightText string) {
	st, y := sans(8.5).coloured(grey), p.h-margin
	p.in(0, y, p.w, 4, text.T("paper.page_of", n, pages), st, centre)
	p.fit(margin, y, p.w*0.36, 4, leftText, st, left)
	p.fit(p.w-margin-p.w*0.36, y, p.w*0.36, 4, rightText, st, right)
}

// watermark writes who printed a page and when across it, pale, under everything that is drawn after.
func (p *page) watermark(words string) {
	st := sans(15).coloured(shadow)
	stepX, stepY := p.doc.width(words, st)+28, 46.0
	half := p.doc.width(words, st) / 2
	p.turned(markDegrees, p.w/2, p.h/2, func() {
		reach := p.w + p.h
		for row, y := 0, p.h/2-reach/2; y < p.h/2+reach/2; row, y = row+1, y+stepY {
			for x := p.w/2 - reach/2 - float64(row%2)*stepX/2; x < p.w/2+reach/2; x += stepX {
				if p.near(x+half, y, half) {
					p.text(x, y, words, st)
				}
			}
		}
	})
}

const markDegrees = 28

// near tells whether a point of the turned watermark comes to lie on the page, or within so far of it.
func (p *page) near(x, y, far float64) bool {
	sin, cos := math.Sincos(markDegrees * math.Pi / 180)
	dx, dy := x-p.w/2, y-p.h/2
	atX, atY := p.w/2+dx*cos+dy*sin, p.h/2-dx*sin+dy*cos
	return atX > -far && atX < p.w+far && atY > -far && atY < p.h+far
}

// internalMark is the watermark's words.
func internalMark(o Options) string {
	words := text.T("paper.internal")
	if o.By != "" {
		words += "  " + o.By
	}
	if !o.At.IsZero() {
		words += "  " + o.At.Format("2006-01-02 15:04")
	}
	return words
}

// heading writes a paper's title, and the QR of the page at its right; it gives the y under both.
func (p *page) heading(name, under string, st style, code string, margin float64) error {
	const side = 21.0
	p.in(margin+side, margin-2, p.w-2*(margin+side), 12, name, title(24), centre)
	if under != "" {
		p.fit(margin+side, margin+9.5, p.w-2*(margin+side), 5, under, st, centre)
	}
	return p.qr(p.w-margin-side+2, margin-6, side, code, sans(6.2).coloured(grey))
}

// fact is a label and its value.
type fact struct{ label, value string }

// facts writes facts side by side in a row, each so wide as its share, and gives the y under it.
func (p *page) facts(x, y, w float64, shares []float64, facts ...fact) float64 {
	h, st := 6*p.doc.times, sans(10*p.doc.times)
	bold := strong(st.size)
	total := 0.0
	for _, s := range shares {
		total += s
	}
	for i, f := range facts {
		each := w * shares[i] / total
		head := f.label + "："
		p.in(x, y, each, h, head, bold, left)
		from := p.doc.width(head, bold)
		p.fit(x+from, y+0.2, each-from-3, h-0.4, f.value, st, left)
		x += each
	}
	return y + h
}

// stretched gives the highest row between least and most with which n rows need no more pages than with the least, and the
// rows of each page: room is the height for rows on a page, foot what the last page keeps free of it.
func stretched(n int, room, foot, least, most float64) (row float64, perPage []int) {
	at := func(h float64) []int { return counts(n, int(room/h), int((room-foot)/h)) }
	pages := len(at(least))
	for h := most; h > least; h -= 0.1 {
		if perPage = at(h); len(perPage) == pages {
			return h, perPage
		}
	}
	return least, at(least)
}
