package paper

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/sfnt"
)

// doc is a document being drawn. Pages keep what is drawn on them as steps; nothing reaches fpdf before write, when it is
// known how many pages there are and which glyphs each font must bring. This file is the only one that calls fpdf, and it
// goes round the faults of fpdf v0.12:
//
//   - MultiCell, SplitText and Write drop a character at each wrapped Chinese line: never called, wrap.go breaks lines;
//   - a character beyond the BMP makes it panic: such a character's glyph goes by a private-use code, inside a span whose
//     ActualText says what it really is, so that copying and searching stay right;
//   - a missing glyph is drawn as nothing or a box without a word: looked up first, drawn as a hollow box, and reported;
//   - SetProtection is RC4-40 and breaks the text of CJK: never called;
//   - it parses a whole font for each document: it gets one that is already cut (cut.go).
type doc struct {
	title  string
	at     time.Time
	pages  []*page
	buffer sfnt.Buffer
	known  map[string]map[rune]glyph          // by the typeface's name
	codes  map[*face]map[rune]sfnt.GlyphIndex // by the code that is written into the file
	beyond map[*face]map[rune]rune            // rune beyond the BMP -> private-use code
	lost   map[rune]bool
}

// page is one page; lengths are millimetres from its upper left corner.
type page struct {
	doc   *doc
	w, h  float64
	steps []func(*pen)
	later func(*page) // of a long document: what draws the page when its turn has come
	dry   bool        // only to learn which glyphs are needed: nothing is kept
}

const pointsPerMM = 72 / 25.4

func newDoc(title string, at time.Time) *doc {
	if at.IsZero() {
		at = time.Unix(0, 0).UTC() // fpdf would take the present instead, and no two files would be the same
	}
	return &doc{
		title: title, at: at, known: map[string]map[rune]glyph{}, lost: map[rune]bool{},
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
func (p *page) add(step func(*pen)) {
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

// write draws everything for good. The same document gives the same bytes.
func (d *doc) write(w io.Writer) (err error) {
	defer func() { // fpdf panics where it meets what it does not expect; a paper must never take the program down
		if r := recover(); r != nil {
			err = ErrDrawing.Because(fmt.Errorf("%v", r))
		}
	}()
	pdf := fpdf.New("P", "mm", "A4", "")
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(d.at)
	pdf.SetModificationDate(d.at)
	pdf.SetTitle(d.title, true)
	pdf.SetCreator("Ruhu", true)
	if err := d.addFonts(pdf); err != nil {
		return err
	}
	for _, p := range d.pages {
		pdf.AddPageFormat("P", fpdf.SizeType{Wd: p.w, Ht: p.h})
		p.write(&pen{Fpdf: pdf})
	}
	if err := pdf.Output(w); err != nil {
		return ErrDrawing.Because(err)
	}
	return nil
}

func (p *page) write(pdf *pen) {
	if p.later != nil {
		now := &page{doc: p.doc, w: p.w, h: p.h}
		p.later(now)
		p = now
	}
	for _, step := range p.steps {
		step(pdf)
	}
}

func (d *doc) addFonts(pdf *fpdf.Fpdf) error {
	used := slices.SortedFunc(maps.Keys(d.codes), func(a, b *face) int { return strings.Compare(a.name, b.name) })
	for _, f := range used {
		data, err := f.cut(d.codes[f])
		if err != nil {
			return ErrDrawing.Because(err)
		}
		pdf.AddUTF8FontFromBytes(f.name, "", data)
	}
	return nil
}

// pen is fpdf while one page is written. It remembers font and colour: fpdf writes them again for each word, which makes a long
// ledger twice as large.
type pen struct {
	*fpdf.Fpdf
	face   *face
	size   float64
	colour colour
	known  bool // colour is what the page has
}

// use sets font, size and colour of what is written next. Text and areas share one colour: fpdf needs no state saved then.
func (pdf *pen) use(f *face, st style) {
	if pdf.face != f || pdf.size != st.size {
		pdf.SetFont(f.name, "", st.size)
		pdf.face, pdf.size = f, st.size
	}
	pdf.SetTextColor(st.colour[0], st.colour[1], st.colour[2])
	pdf.paint(st.colour)
}

func (pdf *pen) paint(c colour) {
	if !pdf.known || pdf.colour != c {
		pdf.SetFillColor(c[0], c[1], c[2])
		pdf.colour, pdf.known = c, true
	}
}

// forget is called where what the page has changes behind the pen's back.
func (pdf *pen) forget() { pdf.face, pdf.known = nil, false }

// colour is red, green, blue.
type colour [3]int

// line draws a line so many millimetres thick.
func (p *page) line(x1, y1, x2, y2, thick float64, c colour) {
	p.add(func(pdf *pen) {
		pdf.SetDrawColor(c[0], c[1], c[2])
		pdf.SetLineWidth(thick)
		pdf.Line(x1, y1, x2, y2)
	})
}

// frame draws the outline of a rectangle, the line's middle on its edge.
func (p *page) frame(x, y, w, h, thick float64, c colour) {
	p.add(func(pdf *pen) {
		pdf.SetDrawColor(c[0], c[1], c[2])
		pdf.SetLineWidth(thick)
		pdf.Rect(x, y, w, h, "D")
	})
}

// fill draws a full rectangle.
func (p *page) fill(x, y, w, h float64, c colour) {
	p.add(func(pdf *pen) {
		pdf.paint(c)
		pdf.Rect(x, y, w, h, "F")
	})
}

// strokes draws many straight lines of one kind as one path: the rules of a table.
func (p *page) strokes(lines [][4]float64, thick float64, c colour) {
	p.add(func(pdf *pen) {
		_, h := pdf.GetPageSize()
		var path strings.Builder
		for _, l := range lines {
			fmt.Fprintf(&path, "%.2f %.2f m %.2f %.2f l ", l[0]*pointsPerMM, (h-l[1])*pointsPerMM, l[2]*pointsPerMM, (h-l[3])*pointsPerMM)
		}
		pdf.SetDrawColor(c[0], c[1], c[2])
		pdf.SetLineWidth(thick)
		pdf.RawWriteStr(path.String() + "S")
	})
}

// picture draws a JPEG into a rectangle.
func (p *page) picture(x, y, w, h float64, name string, jpeg []byte) {
	p.add(func(pdf *pen) {
		o := fpdf.ImageOptions{ImageType: "JPEG"}
		pdf.RegisterImageOptionsReader(name, o, bytes.NewReader(jpeg))
		pdf.ImageOptions(name, x, y, w, h, false, o, 0, "")
	})
}

// modules draws many full rectangles as one path: the dark parts of a QR code.
func (p *page) modules(rects [][4]float64, c colour) {
	p.add(func(pdf *pen) {
		_, h := pdf.GetPageSize() // of a tile not p.h
		var path strings.Builder
		for _, r := range rects {
			fmt.Fprintf(&path, "%.3f %.3f %.3f %.3f re ", r[0]*pointsPerMM, (h-r[1]-r[3])*pointsPerMM, r[2]*pointsPerMM, r[3]*pointsPerMM)
		}
		pdf.paint(c)
		pdf.RawWriteStr(path.String() + "f")
	})
}

// part gives a page of w x h that shows a part of p: what begins at fromX, fromY of p stands at atX, atY, so wide and high.
func (p *page) part(w, h, fromX, fromY, atX, atY, wide, high float64) *page {
	out := &page{doc: p.doc, w: w, h: h}
	out.steps = append(out.steps, func(pdf *pen) {
		pdf.forget()
		pdf.TransformBegin()
		pdf.TransformTranslate(atX-fromX, atY-fromY)
		pdf.ClipRect(fromX, fromY, wide, high, false)
	})
	out.steps = append(out.steps, p.steps...)
	out.steps = append(out.steps, func(pdf *pen) {
		pdf.ClipEnd()
		pdf.TransformEnd()
		pdf.forget()
	})
	return out
}

// turned draws what draw draws, turned by so many degrees against the clock around a point.
func (p *page) turned(degrees, x, y float64, draw func()) {
	p.add(func(pdf *pen) {
		pdf.forget()
		pdf.TransformBegin()
		pdf.TransformRotate(degrees, x, y)
	})
	draw()
	p.add(func(pdf *pen) {
		pdf.TransformEnd()
		pdf.forget()
	})
}

// run draws characters of one face from a point on the baseline. Where actual is not "", that is what they are.
func (p *page) run(f *face, x, y float64, st style, codes, actual string) {
	p.add(func(pdf *pen) {
		pdf.use(f, st)
		if st.heavy > 0 { // stroked as well: a title in a face that has no bold
			pdf.SetDrawColor(st.colour[0], st.colour[1], st.colour[2])
			pdf.SetLineWidth(st.heavy * st.em())
			pdf.SetTextRenderingMode(2)
			defer pdf.SetTextRenderingMode(0)
		}
		if actual == "" {
			pdf.Text(x, y, codes)
			return
		}
		pdf.RawWriteStr("/Span <</ActualText " + actualText(actual) + ">> BDC")
		pdf.Text(x, y, codes)
		pdf.RawWriteStr("EMC")
	})
}

// hollow draws the box that stands for a character no font has; copied, it is still that character.
func (p *page) hollow(f *face, x, y float64, st style, actual, placeholder string) {
	size := st.em()
	p.add(func(pdf *pen) {
		pdf.use(f, st)
		pdf.RawWriteStr("/Span <</ActualText " + actualText(actual) + ">> BDC")
		pdf.SetTextRenderingMode(3) // neither filled nor stroked
		pdf.Text(x, y, placeholder)
		pdf.SetTextRenderingMode(0)
		pdf.RawWriteStr("EMC")
	})
	p.frame(x+size*0.08, y-size*0.78, size*(boxWidth-0.16), size*0.84, size*0.04, st.colour)
}

// actualText is a PDF string of UTF-16BE with its mark, in hexadecimal.
func actualText(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String() + ">"
}
