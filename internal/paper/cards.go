package paper

import (
	"io"
	"strconv"

	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The 学员卡: 90 x 54 mm as bank cards nearly are, ten to an A4 sheet, with marks to cut along. The code on it says class and
// seat and nothing about the person.

const (
	cardWidth, cardHeight = 90.0, 54.0
	cardsAcross, cardsUp  = 2, 5
	cardsPerPage          = cardsAcross * cardsUp
)

func makeCards(w io.Writer, j Job) (Report, error) {
	if j.Paper != "" && j.Paper != "A4" {
		return Report{}, ErrPaperSize.With(j.Paper)
	}
	rows := roster(j.Rows)
	if len(rows) == 0 {
		return Report{}, ErrNoRows
	}
	d := newDoc(text.T("paper.cards_title"), j.At)
	for from := 0; from < len(rows); from += cardsPerPage {
		p := d.addPage(210, 297)
		p.cutMarks()
		for i, r := range rows[from:min(from+cardsPerPage, len(rows))] {
			x, y := cardAt(i)
			if err := p.card(x, y, j.Class, r); err != nil {
				return Report{}, err
			}
		}
	}
	return d.finish(w, Report{})
}

// cardAt is the upper left corner of a page's i-th card.
func cardAt(i int) (x, y float64) {
	return (210-cardsAcross*cardWidth)/2 + cardWidth*float64(i%cardsAcross),
		(297-cardsUp*cardHeight)/2 + cardHeight*float64(i/cardsAcross)
}

// cutMarks draws short lines at the sheet's edge where a knife goes, and fine dots between the cards.
func (p *page) cutMarks() {
	x0, y0 := cardAt(0)
	x1, y1 := x0+cardsAcross*cardWidth, y0+cardsUp*cardHeight
	for i := range cardsAcross + 1 {
		x := x0 + cardWidth*float64(i)
		p.line(x, y0-7, x, y0-2, 0.15, grey)
		p.line(x, y1+2, x, y1+7, 0.15, grey)
	}
	for i := range cardsUp + 1 {
		y := y0 + cardHeight*float64(i)
		p.line(x0-7, y, x0-2, y, 0.15, grey)
		p.line(x1+2, y, x1+7, y, 0.15, grey)
	}
}

func (p *page) card(x, y float64, c training.Class, r Row) error {
	const pad, band, side = 4.0, 10.0, 29.0
	p.frame(x, y, cardWidth, cardHeight, 0.1, shadow)
	p.fill(x, y, cardWidth, band, red)
	head := style{face: bold, size: 13, colour: white, space: 0.1}
	p.in(x+pad, y, 40, band, text.T("paper.card_title"), head, left)
	p.fit(x+32, y+1, cardWidth-32-pad, band-2, shown(c, training.Institution), sans(8.5).coloured(white), right)

	room := cardWidth - 2*pad - side
	p.fit(x+pad, y+band+3, room, 11, r.Person.Name(), strong(23), left)
	p.fit(x+pad, y+band+16, room, 9, c.Name(), sans(9.5), left)
	p.fit(x+pad, y+band+25.5, room, 4.5, period(c), sans(8).coloured(grey), left)
	p.in(x+pad, y+cardHeight-11.5, 14, 8, text.T("paper.card_seat"), sans(9).coloured(grey), left)
	p.in(x+pad+10, y+cardHeight-12.5, 20, 9, strconv.Itoa(r.Enrolment.Seat()), strong(19).coloured(red), left)
	p.in(x+pad+22, y+cardHeight-9.5, room-22, 5, text.T("paper.card_use"), sans(6.5).coloured(grey), right)
	return p.qr(x+cardWidth-side-1.5, y+band+4, side, c.Code(training.CardCode, r.Enrolment.Seat()), sans(7).coloured(grey))
}
