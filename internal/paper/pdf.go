package paper

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"
)

// This file is the only one that calls fpdf, and it goes round the faults of fpdf v0.12:
//
//   - MultiCell, SplitText and Write drop a character at each wrapped Chinese line: never called, wrap.go breaks lines;
//   - a character beyond the BMP makes it panic: such a character's glyph goes by a private-use code, inside a span whose
//     ActualText says what it really is, so that copying and searching stay right;
//   - a missing glyph is drawn as nothing or a box without a word: looked up first, drawn as a hollow box, and reported;
//   - SetProtection is RC4-40 and breaks the text of CJK: never called;
//   - it parses a whole font for each document: it gets one that is already cut (cut.go).

// write draws everything into a PDF. The same document gives the same bytes.
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
		p.draw(&pdfPen{Fpdf: pdf})
	}
	if err := pdf.Output(w); err != nil {
		return ErrDrawing.Because(err)
	}
	return nil
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

// pdfPen is fpdf while one page is written. It remembers font and colour: fpdf writes them again for each word, which makes a
// long ledger twice as large.
type pdfPen struct {
	*fpdf.Fpdf
	face   *face
	size   float64
	colour colour
	known  bool   // colour is what the page has
	moved  []bool // of each shift or turn not yet ended, whether it cut
}

// use sets font, size and colour of what is written next. Text and areas share one colour: fpdf needs no state saved then.
func (pdf *pdfPen) use(f *face, st style) {
	if pdf.face != f || pdf.size != st.size {
		pdf.SetFont(f.name, "", st.size)
		pdf.face, pdf.size = f, st.size
	}
	pdf.SetTextColor(st.colour[0], st.colour[1], st.colour[2])
	pdf.paint(st.colour)
}

func (pdf *pdfPen) paint(c colour) {
	if !pdf.known || pdf.colour != c {
		pdf.SetFillColor(c[0], c[1], c[2])
		pdf.colour, pdf.known = c, true
	}
}

func (pdf *pdfPen) rule(thick float64, c colour) {
	pdf.SetDrawColor(c[0], c[1], c[2])
	pdf.SetLineWidth(thick)
}

// forget is called where what the page has changes behind the pen's back.
func (pdf *pdfPen) forget() { pdf.face, pdf.known = nil, false }

func (pdf *pdfPen) strokes(lines [][4]float64, thick float64, c colour) {
	pdf.rule(thick, c)
	if len(lines) == 1 {
		pdf.Line(lines[0][0], lines[0][1], lines[0][2], lines[0][3])
		return
	}
	_, h := pdf.GetPageSize()
	var path strings.Builder
	for _, l := range lines {
		fmt.Fprintf(&path, "%.2f %.2f m %.2f %.2f l ", l[0]*pointsPerMM, (h-l[1])*pointsPerMM, l[2]*pointsPerMM, (h-l[3])*pointsPerMM)
	}
	pdf.RawWriteStr(path.String() + "S")
}

func (pdf *pdfPen) frame(x, y, w, h, thick float64, c colour) {
	pdf.rule(thick, c)
	pdf.Rect(x, y, w, h, "D")
}

func (pdf *pdfPen) areas(rects [][4]float64, c colour) {
	pdf.paint(c)
	if len(rects) == 1 {
		pdf.Rect(rects[0][0], rects[0][1], rects[0][2], rects[0][3], "F")
		return
	}
	_, h := pdf.GetPageSize() // of a tile not that of the page it is a part of
	var path strings.Builder
	for _, r := range rects {
		fmt.Fprintf(&path, "%.3f %.3f %.3f %.3f re ", r[0]*pointsPerMM, (h-r[1]-r[3])*pointsPerMM, r[2]*pointsPerMM, r[3]*pointsPerMM)
	}
	pdf.RawWriteStr(path.String() + "f")
}

func (pdf *pdfPen) picture(x, y, w, h float64, name string, jpeg []byte) {
	o := fpdf.ImageOptions{ImageType: "JPEG"}
	pdf.RegisterImageOptionsReader(name, o, bytes.NewReader(jpeg))
	pdf.ImageOptions(name, x, y, w, h, false, o, 0, "")
}

func (pdf *pdfPen) shift(dx, dy, x, y, w, h float64) {
	pdf.forget()
	pdf.TransformBegin()
	pdf.TransformTranslate(dx, dy)
	pdf.ClipRect(x, y, w, h, false)
	pdf.moved = append(pdf.moved, true)
}

func (pdf *pdfPen) turn(degrees, x, y float64) {
	pdf.forget()
	pdf.TransformBegin()
	pdf.TransformRotate(degrees, x, y)
	pdf.moved = append(pdf.moved, false)
}

func (pdf *pdfPen) back() {
	last := len(pdf.moved) - 1
	if pdf.moved[last] {
		pdf.ClipEnd()
	}
	pdf.TransformEnd()
	pdf.moved = pdf.moved[:last]
	pdf.forget()
}

func (pdf *pdfPen) run(f *face, x, y float64, st style, codes, actual string) {
	pdf.use(f, st)
	if st.heavy > 0 { // stroked as well: a title in a face that has no bold
		pdf.rule(st.heavy*st.em(), st.colour)
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
}

func (pdf *pdfPen) unseen(f *face, x, y float64, st style, placeholder, actual string) {
	pdf.use(f, st)
	pdf.RawWriteStr("/Span <</ActualText " + actualText(actual) + ">> BDC")
	pdf.SetTextRenderingMode(3) // neither filled nor stroked
	pdf.Text(x, y, placeholder)
	pdf.SetTextRenderingMode(0)
	pdf.RawWriteStr("EMC")
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
