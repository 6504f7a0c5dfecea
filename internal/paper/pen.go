package paper

// pen is what the steps of a page draw with: a page of a PDF (pdf.go), or of a picture (raster.go). It is told everything in
// millimetres from the page's upper left corner, and is the whole of what a paper can ask for: what is added here must be drawn
// by both.
type pen interface {
	strokes(lines [][4]float64, thick float64, c colour)                // x1, y1, x2, y2 of each
	frame(x, y, w, h, thick float64, c colour)                          // the line's middle on the edge
	areas(rects [][4]float64, c colour)                                 // x, y, w, h of each
	picture(x, y, w, h float64, name string, jpeg []byte)               // the same name is the same picture
	run(f *face, x, y float64, st style, codes, actual string)          // codes of doc.code; actual: what they are, "" for themselves
	unseen(f *face, x, y float64, st style, placeholder, actual string) // text that can be copied but is not seen
	shift(dx, dy float64, x, y, w, h float64)                           // moves what follows, cut to a rectangle of the unmoved page
	turn(degrees, x, y float64)                                         // turns what follows against the clock
	back()                                                              // ends shift or turn
}

// colour is red, green, blue.
type colour [3]int

// line draws a line so many millimetres thick.
func (p *page) line(x1, y1, x2, y2, thick float64, c colour) {
	p.strokes([][4]float64{{x1, y1, x2, y2}}, thick, c)
}

// strokes draws many straight lines of one kind as one path: the rules of a table.
func (p *page) strokes(lines [][4]float64, thick float64, c colour) {
	p.add(func(to pen) { to.strokes(lines, thick, c) })
}

// frame draws the outline of a rectangle, the line's middle on its edge.
func (p *page) frame(x, y, w, h, thick float64, c colour) {
	p.add(func(to pen) { to.frame(x, y, w, h, thick, c) })
}

// fill draws a full rectangle.
func (p *page) fill(x, y, w, h float64, c colour) {
	p.modules([][4]float64{{x, y, w, h}}, c)
}

// modules draws many full rectangles as one path: the dark parts of a QR code.
func (p *page) modules(rects [][4]float64, c colour) {
	p.add(func(to pen) { to.areas(rects, c) })
}

// picture draws a JPEG into a rectangle.
func (p *page) picture(x, y, w, h float64, name string, jpeg []byte) {
	p.add(func(to pen) { to.picture(x, y, w, h, name, jpeg) })
}

// part gives a page of w x h that shows a part of p: what begins at fromX, fromY of p stands at atX, atY, so wide and high.
func (p *page) part(w, h, fromX, fromY, atX, atY, wide, high float64) *page {
	out := &page{doc: p.doc, w: w, h: h}
	out.add(func(to pen) { to.shift(atX-fromX, atY-fromY, fromX, fromY, wide, high) })
	out.steps = append(out.steps, p.steps...)
	out.add(func(to pen) { to.back() })
	return out
}

// turned draws what draw draws, turned by so many degrees against the clock around a point.
func (p *page) turned(degrees, x, y float64, draw func()) {
	p.add(func(to pen) { to.turn(degrees, x, y) })
	draw()
	p.add(func(to pen) { to.back() })
}

// run draws characters of one face from a point on the baseline. Where actual is not "", that is what they are.
func (p *page) run(f *face, x, y float64, st style, codes, actual string) {
	p.add(func(to pen) { to.run(f, x, y, st, codes, actual) })
}

// hollow draws the box that stands for a character no font has; copied, it is still that character.
func (p *page) hollow(f *face, x, y float64, st style, actual, placeholder string) {
	size := st.em()
	p.add(func(to pen) { to.unseen(f, x, y, st, placeholder, actual) })
	p.frame(x+size*0.08, y-size*0.78, size*(boxWidth-0.16), size*0.84, size*0.04, st.colour)
}
