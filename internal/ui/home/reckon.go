package home

import "time"

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
	var now state
	p.d.Go(func() { now = state{p.d.Desk.Edition(), p.d.Desk.Today()} }, func() { p.next(now, 0, nil) })
}

// next counts the number at place i of the order, and those behind it.
func (p *Page) next(now state, i int, err error) {
	if p.gone || err != nil || i == kindsOwed {
		p.reckoning = false
		if !p.gone {
			p.d.ShowError(err)
		}
		return
	}
	o := p.owed[countOrder[i]]
	if o.of == now || o.standsYet(p.d.Now()) {
		o.show(o.of != now)
		p.next(now, i+1, nil)
		return
	}
	began := time.Now()
	var s said
	p.d.Go(func() { s.n, s.note, err = o.count() }, func() {
		if err == nil {
			o.of, o.at, o.took, o.said = now, p.d.Now(), time.Since(began), s
			o.show(false)
		}
		p.next(now, i+1, err)
	})
}

// standsYet tells whether a number of before the last change is shown a while longer.
func (o *owed) standsYet(now time.Time) bool {
	return o.of != (state{}) && o.took > moment && now.Sub(o.at) < patience*o.took
}
