package paper

import (
	"ruhu/internal/text"
)

// drawPages draws the pages: for each run of rows one of each set, so that those that belong side by side follow each other.
func (l *ledger) drawPages() {
	pages := len(l.blocks) * len(l.sets)
	for b, rows := range l.blocks {
		for s := range l.sets {
			n := b*len(l.sets) + s + 1
			l.addLater(l.w, l.h, func(p *page) { l.drawPage(p, rows, s, n, pages) })
		}
	}
}

func (l *ledger) drawPage(p *page, b block, set, n, pages int) {
	if l.personal() && !l.Public {
		p.watermark(internalMark(l.options))
	}
	if b.from == 0 {
		l.firstHead(p, n)
	} else {
		l.nextHead(p, n)
	}
	if len(l.sets) > 1 {
		p.fit(ledgerMargin, 5, l.room()/3, 4, text.T("paper.ledger_set", set+1, len(l.sets)), sans(8.5).coloured(grey), left)
	}
	y := l.drawTable(p, b, l.sets[set])
	if b.last && set == len(l.sets)-1 {
		l.foot(p, y)
	}
	printed := ""
	if l.personal() && !l.Public && !l.options.At.IsZero() {
		printed = text.T("paper.printed", l.options.By, l.options.At.Format("2006-01-02 15:04"))
	}
	p.number(ledgerMargin-2, n, pages, l.Unit, printed)
}

// firstHead is the title with everything that belongs to it.
func (l *ledger) firstHead(p *page, n int) {
	const side = 19.0
	_ = p.qr(l.w-ledgerMargin-side+2, 5, side, l.code(n), sans(6.2).coloured(grey))
	p.fit(ledgerMargin+side, 9, l.w-2*(ledgerMargin+side), 10, l.Title, title(21), centre)
	switch {
	case l.Public:
		p.fit(ledgerMargin+side, 20, l.w-2*(ledgerMargin+side), 5, text.T("paper.roster_public"), sans(9.5).coloured(red), centre)
	case l.personal():
		p.fit(ledgerMargin+side, 20, l.w-2*(ledgerMargin+side), 5, text.T("paper.roster_internal"), sans(9.5).coloured(red), centre)
	}
	w := l.room()
	unit := text.T("paper.ledger_unit", l.Unit)
	p.fit(ledgerMargin, 29.5, w*0.46, 6, unit, sans(10), left)
	if l.Unit == "" {
		from := ledgerMargin + p.doc.width(unit, sans(10)) + 1
		p.line(from, 35, ledgerMargin+w*0.42, 35, 0.2, grey)
	}
	if l.Period != "" {
		p.fit(ledgerMargin+w*0.46, 29.5, w*0.38, 6, text.T("paper.ledger_period", l.Period), sans(10), left)
	}
	p.fit(ledgerMargin+w*0.84, 29.5, w*0.16, 6, l.count(), sans(10), right)
}

// nextHead is the title once more, small.
func (l *ledger) nextHead(p *page, n int) {
	const side = 15.0
	_ = p.qr(l.w-ledgerMargin-side+2, 3.5, side, l.code(n), sans(5.5).coloured(grey))
	p.fit(ledgerMargin+side, 9, l.w-2*(ledgerMargin+side), 6, text.T("paper.ledger_next", l.Title), strong(11), centre)
	about := joined("　", l.Unit, l.Period)
	p.fit(ledgerMargin+side, 15.5, l.w-2*(ledgerMargin+side), 5, about, sans(8.5).coloured(grey), centre)
}

// drawTable draws head and rows and gives where they end.
func (l *ledger) drawTable(p *page, b block, s ledgerSet) float64 {
	body := b.top + l.head[0] + l.head[1]
	p.fill(ledgerMargin, b.top, l.room(), body-b.top, tint)
	rules := l.drawHead(p, b.top, s)
	y := body
	for row := b.from; row < b.to; row++ {
		h := l.heightOf(int(l.rows[row]))
		rules = append(rules, [4]float64{ledgerMargin, y, ledgerMargin + l.room(), y})
		l.drawRow(p, y, h, row, s)
		y += h
	}
	x := ledgerMargin
	for _, w := range s.widths[:len(s.widths)-1] {
		x += w
		rules = append(rules, [4]float64{x, body, x, y})
	}
	p.strokes(rules, thinLine, pale)
	p.frame(ledgerMargin, b.top, l.room(), y-b.top, thickLine, ink)
	return y
}

func (l *ledger) drawRow(p *page, y, h float64, row int, s ledgerSet) {
	x, st := ledgerMargin, l.rowStyle(row)
	for i, c := range s.columns {
		l.drawCell(p, x, y, s.widths[i], h, l.at(row, c), st, c.align)
		x += s.widths[i]
	}
}

// drawCell writes a cell's lines into the middle of its height; what has more lines than a row may shrinks.
func (l *ledger) drawCell(p *page, x, y, w, h float64, s string, st style, a align) {
	if s == "" {
		return
	}
	if p.dry {
		p.text(0, 0, s, st)
		return
	}
	lines := l.lines(s, w, st)
	if len(lines) > mostLines {
		p.fit(x+cellPadding, y+0.6, w-2*cellPadding, h-1.2, s, st, a)
		return
	}
	em := st.em()
	top := y + (h-(float64(len(lines)-1)*ledgerLeading+1)*em)/2
	for i, line := range lines {
		p.in(x+cellPadding, top+float64(i)*ledgerLeading*em, w-2*cellPadding, em, line, st, a)
	}
}

// drawHead writes the headings, those of a group under what stands over them, and gives the rules between them.
func (l *ledger) drawHead(p *page, top float64, s ledgerSet) (rules [][4]float64) {
	st := strong(l.cell.size)
	x := ledgerMargin
	for i := 0; i < len(s.columns); {
		over, from, wide := s.columns[i].over, i, 0.0
		for ; i < len(s.columns) && (i == from || over != "" && s.columns[i].over == over); i++ {
			y := top
			if over != "" {
				y += l.head[0]
			}
			if i > 0 {
				at := y
				if i == from {
					at = top
				}
				rules = append(rules, [4]float64{x + wide, at, x + wide, top + l.head[0] + l.head[1]})
			}
			l.drawLabel(p, x+wide, y, s.widths[i], top+l.head[0]+l.head[1]-y, s.columns[i].label)
			wide += s.widths[i]
		}
		if over != "" {
			p.fit(x+cellPadding, top+0.3, wide-2*cellPadding, l.head[0]-0.6, over, st, centre)
			rules = append(rules, [4]float64{x, top + l.head[0], x + wide, top + l.head[0]})
		}
		x += wide
	}
	return rules
}

// drawLabel writes a heading, on as many lines as it needs and those about equally long.
func (l *ledger) drawLabel(p *page, x, y, w, h float64, label string) {
	st := strong(l.cell.size)
	lines := l.labelLines(label, w)
	if len(lines) > mostHeadLines {
		p.fit(x+cellPadding, y+0.4, w-2*cellPadding, h-0.8, label, st, centre)
		return
	}
	top := y + (h-(float64(len(lines)-1)*ledgerLeading+1)*st.em())/2
	for i, line := range lines {
		p.in(x, top+float64(i)*ledgerLeading*st.em(), w, st.em(), line, st, centre)
	}
}

// foot is what stands below the last row: how it was counted, who signs, and room for the seal.
func (l *ledger) foot(p *page, y float64) {
	y += 1.5
	for _, line := range l.notes {
		p.in(ledgerMargin, y, l.room(), noteLine, line, sans(noteSize).coloured(grey), left)
		y += noteLine
	}
	w := l.room()
	p.toFill(ledgerMargin, y+4, w, [][2]string{{text.T("paper.sign_head")}, {text.T("paper.sign_checker")}, {text.T("paper.sign_filler")}, {text.T("paper.sign_phone")}})
	p.in(ledgerMargin+w*0.58, y+18, w*0.42, 6, text.T("paper.ledger_seal", l.Unit), sans(10.5), centre)
	p.in(ledgerMargin+w*0.58, y+28, w*0.42, 6, text.T("paper.date_blank"), sans(10.5), centre)
}
