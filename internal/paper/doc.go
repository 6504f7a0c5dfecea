package paper

import (
	"maps"
	"slices"
	"time"

	"golang.org/x/image/font/sfnt"
)

// doc is a document being drawn. Pages keep what is drawn on them as steps; nothing is drawn for good before it is known how many
// pages there are and which glyphs each font must bring. The same steps are then drawn into a PDF (pdf.go) or as pictures
// (raster.go), so that what the window shows is what comes out of the printer.
type doc struct {
	title  string
	at     time.Time
	pages  []*page
	buffer sfnt.Buffer
	known  map[string]map[rune]glyph          // by the typeface's name
	codes  map[*face]map[rune]sfnt.GlyphIndex // by the code that is written into the file
	beyond map[*face]map[rune]rune            // rune beyond the BMP -> private-use code
	lost   map[rune]bool
	times  float64 // how much larger than usual facts and lines to fill in are
}

// page is one page; lengths are millimetres from its upper left corner.
type page struct {
	doc   *doc
	w, h  float64
	steps []func(pen)
	later func(*page) // of a long document: what draws the page when its turn has come
	dry   bool        // only to learn which glyphs are needed: nothing is kept
}

const pointsPerMM = 72 / 25.4

func newDoc(title string, at time.Time) *doc {
	if at.IsZero() {
		at = time.Unix(0, 0).UTC() // fpdf would take the present instead, and no two files would be the same
	}
	return &doc{
		title: title, at: at, known: map[string]map[rune]glyph{}, lost: map[rune]bool{}, times: 1,
		codes: map[*face]map[rune]sfnt.GlyphIndex{}, beyond: map[*face]map[rune]rune{},
	}
}

func (d *doc) addPage(w, h float64) *page {
	p := &page{doc: d, w: w, h: h}
	d.pages = append(d.pages, p)
	return p
}

// addLater adds a page that keeps no steps: draw is called now, dry, to learn which glyphs the page needs, and again when the
// page is written. Of thousands of pages only one is in memory at a time. draw must draw the same both times.
func (d *doc) addLater(w, h float64, draw func(*page)) {
	draw(&page{doc: d, w: w, h: h, dry: true})
	d.pages = append(d.pages, &page{doc: d, w: w, h: h, later: draw})
}

// add keeps a step.
func (p *page) add(step func(pen)) {
	if !p.dry {
		p.steps = append(p.steps, step)
	}
}

// glyph looks up a rune in a typeface.
func (d *doc) glyph(t typeface, r rune) glyph {
	known := d.known[t.name]
	if known == nil {
		known = map[rune]glyph{}
		d.known[t.name] = known
	}
	g, ok := known[r]
	if !ok {
		g = t.find(&d.buffer, r)
		known[r] = g
	}
	return g
}

// maxBeyond is how many characters beyond the BMP a face may bring to a document. Every second private-use code is taken: of
// codes side by side fpdf's table of widths costs time by the cube, minutes for some thousands.
const maxBeyond = 3200

// code gives the code by which a glyph goes into the file; false when there is none left.
func (d *doc) code(g glyph, r rune) (rune, bool) {
	if d.codes[g.face] == nil {
		d.codes[g.face], d.beyond[g.face] = map[rune]sfnt.GlyphIndex{}, map[rune]rune{}
	}
	if r > 0xFFFF {
		beyond := d.beyond[g.face]
		if _, ok := beyond[r]; !ok {
			if len(beyond) == maxBeyond {
				return 0, false
			}
			beyond[r] = 0xE000 + 2*rune(len(beyond))
		}
		r = beyond[r]
	}
	d.codes[g.face][r] = g.index
	return r, true
}

// missing gives the characters that no font had, sorted.
func (d *doc) missing() []rune { return slices.Sorted(maps.Keys(d.lost)) }

// draw takes all steps of a page.
func (p *page) draw(to pen) {
	if p.later != nil {
		now := &page{doc: p.doc, w: p.w, h: p.h}
		p.later(now)
		p = now
	}
	for _, step := range p.steps {
		step(to)
	}
}
