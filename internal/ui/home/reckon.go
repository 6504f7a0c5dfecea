package home

import (
	"time"

	"ruhu/internal/report"
)

// patience is how many times as long as it took to count it a number stands before it is counted again, where it took longer than
// a moment: else every save would cost another round through 100,000 people.
const (
	patience = 20
	moment   = time.Second
)

// reckon counts what is owed, number after number, away from the window's thread; each is shown as soon as it is known. It stops
// when the page is left, and goes on when it is opened again.
func (p *Page) reckon() {
	if p.reckoning {
		return
	}
	p.reckoning = true
	var src *report.Source
	var err error
	p.d.Go(func() { src, err = p.d.Desk.Source() }, func() { p.next(src, 0, err) })
}

// next counts the number at place i of the order, and those behind it.
func (p *Page) next(src *report.Source, i int, err error) {
	if p.gone || err != nil || i == kindsOwed {
		p.reckoning = false
		if !p.gone {
			p.d.ShowError(err)
		}
		return
	}
	o := p.owed[countOrder[i]]
	if o.of == src || o.standsYet(p.d.Now()) {
		o.show(o.of != src)
		p.next(src, i+1, nil)
		return
	}
	began := time.Now()
	var now said
	p.d.Go(func() { now.n, now.note, err = o.count() }, func() {
		if err == nil {
			o.of, o.at, o.took, o.said = src, p.d.Now(), time.Since(began), now
			o.show(false)
		}
		p.next(src, i+1, err)
	})
}

// standsYet tells whether a number of before the last change is shown a while longer.
func (o *owed) standsYet(now time.Time) bool {
	return o.of != nil && o.took > moment && now.Sub(o.at) < patience*o.took
}
