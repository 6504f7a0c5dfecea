package paper

// listing is a list of people that goes over as many pages as it needs: name, code and what the list is of are drawn again on each.
type listing struct {
	job         Job
	number      int // the paper's, in the codes of its pages
	name, under string
	w, h        float64
	mark        bool // watermark of an internal copy
	head        func(p *page, y float64) float64
	grid        grid
	rows        [][]string
	least, most float64 // heights between which a row may be
	foot        float64 // room for what stands under the last row
	last        func(p *page, y float64)
}

const (
	listMargin = 13.0
	listTop    = 26.5
)

func (l listing) width() float64 { return l.w - 2*listMargin }

// draw draws the list behind what the document has already.
func (l listing) draw(d *doc) error {
	from := len(d.pages)
	top := l.head(&page{doc: d, w: l.w, h: l.h, dry: true}, listTop) + 2
	room := l.h - listMargin - 1 - top - l.grid.head
	l.grid.x = listMargin
	if l.job.Large {
		l.least, l.most = l.least*larger, l.most*larger
		l.grid.cellStyle.size *= larger
	}
	l.grid.fill(l.width())
	var perPage []int
	l.grid.row, perPage = stretched(len(l.rows), room, l.foot, l.least, l.most)
	rows := l.rows
	for _, count := range perPage {
		p, err := l.page(d)
		if err != nil {
			return err
		}
		y := l.grid.draw(p, top, rows[:count])
		if rows = rows[count:]; len(rows) == 0 && l.last != nil {
			l.last(p, y+3)
		}
	}
	d.pageNumbers(listMargin-5, from, l.job.Class.Name(), printed(l.job))
	return nil
}

// page begins a page of the list.
func (l listing) page(d *doc) (*page, error) {
	p := d.addPage(l.w, l.h)
	if l.mark {
		p.watermark(internalMark(l.job.Options))
	}
	err := p.heading(l.name, l.under, sans(9.5).coloured(red), l.job.Class.PaperPage(l.number, len(d.pages)), listMargin)
	l.head(p, listTop)
	return p, err
}

// printed says who printed an internal paper, and when.
func printed(j Job) string { return rosterPrinted(j) }

// fill widens the columns in proportion until the table is so wide.
func (g *grid) fill(width float64) {
	k := width / g.width()
	for i := range g.columns {
		g.columns[i].width *= k
	}
}
