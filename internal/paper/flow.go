package paper

import (
	"io"
	"strings"

	"ruhu/internal/text"
)

// flow lays the parts of a form one under the other on A4 pages, each with the paper's name, its code and, at the end, 第x页 共y页. What
// does not fit begins the next page; a table's head is drawn again there.
type flow struct {
	*page
	d      *doc
	job    Job
	number int     // the paper's, in its codes; 0 for a form without
	name   string  // the paper's name at the head of each page
	under  string  // a line under the name
	mark   bool    // watermark of an internal copy
	size   float64 // of the type in rows and boxes; 0: flowSize
	dense  bool    // rows and heads of parts are low
	y      float64
	from   int // the document's pages before this form
	err    error
}

const (
	flowMargin = 16.0
	flowWidth  = 210 - 2*flowMargin
	flowTop    = 35.0
	flowBottom = 297 - flowMargin - 3
	flowRow    = 9.0
	flowLabel  = 30.0 // width of a label beside its value
	flowAir    = 2.0
	flowSize   = 10.5
)

// larger is by how much the type of a large-type variant is larger.
const larger = 1.4

// scale is 1, or larger of a large-type variant.
func (o Options) scale() float64 {
	if o.Large {
		return larger
	}
	return 1
}

// begin begins the form with its first page.
func (f flow) begin() *flow {
	f.from = len(f.d.pages)
	if f.size == 0 {
		f.size = flowSize
	}
	f.size *= f.job.scale()
	f.turn()
	return &f
}

// turn begins the next page. Its code counts the pages of the document, so that no two forms of one printing have the same.
func (f *flow) turn() {
	f.page = f.d.addPage(210, 297)
	if f.mark {
		f.watermark(internalMark(f.job.Options))
	}
	err := f.heading(f.name, f.under, sans(10.5), f.job.Class.PaperPage(f.number, len(f.d.pages)), flowMargin)
	if f.err == nil {
		f.err = err
	}
	f.y = flowTop
	if f.number == 0 {
		f.y -= 4 // no code to stay clear of
	}
}

// need makes sure that so much room is left on the page, and tells whether it began another one for it.
func (f *flow) need(h float64) (turned bool) {
	if f.y+h <= flowBottom {
		return false
	}
	f.turn()
	return true
}

// rest is the room that is left on the page.
func (f *flow) rest() float64 { return flowBottom - f.y }

// done writes the page numbers of the form.
func (f *flow) done(leftText, rightText string) error {
	f.d.pageNumbers(flowMargin-5, f.from, leftText, rightText)
	return f.err
}

// gap leaves some room free.
func (f *flow) gap(h float64) { f.y += h }

// section is the heading of a part of the form.
func (f *flow) section(name string) {
	h := 8.5
	if f.dense {
		h = 7.2
	} else {
		f.gap(1.5)
	}
	f.need(h + 2*flowRow)
	f.fill(flowMargin, f.y+1.4, 1.4, h-3.8, red)
	f.in(flowMargin+3.5, f.y, flowWidth, h-1, name, strong(12), left)
	f.y += h
}

// cell is a label and its value in a row of a form; share is its part of the row's width.
type cell struct {
	label, value string
	share        float64
}

// row draws cells side by side, at least so high, and higher where a value needs it.
func (f *flow) row(h float64, cells ...cell) {
	total := 0.0
	for _, c := range cells {
		total += c.share
	}
	for _, c := range cells {
		wide := flowWidth*c.share/total - flowLabel - 2*flowAir
		h = max(h, f.d.height(c.value, wide, sans(f.size))+2.5)
	}
	f.need(h)
	x := flowMargin
	for _, c := range cells {
		each := flowWidth * c.share / total
		f.fill(x, f.y, flowLabel, h, tint)
		f.fit(x+1.2, f.y+0.6, flowLabel-2.4, h-1.2, c.label, strong(f.size-0.5), centre)
		f.fit(x+flowLabel+flowAir, f.y+0.6, each-flowLabel-2*flowAir, h-1.2, c.value, sans(f.size), left)
		f.strokes([][4]float64{{x, f.y, x, f.y + h}, {x + flowLabel, f.y, x + flowLabel, f.y + h}}, thinLine, pale)
		x += each
	}
	f.frame(flowMargin, f.y, flowWidth, h, thinLine+0.07, grey)
	f.y += h
}

// height is how high a text stands that is broken into lines of a width.
func (d *doc) height(s string, w float64, st style) float64 {
	if s == "" {
		return 0
	}
	return (float64(len(wrap(s, w, d.measure(st)))-1)*leading + 1) * st.em()
}

// opinion is a box in which somebody writes, signs and puts a seal: the label at the left, what is printed above, who signs below.
func (f *flow) opinion(h float64, label, words string, signs ...string) {
	f.need(h)
	f.fill(flowMargin, f.y, flowLabel, h, tint)
	f.fit(flowMargin+1.2, f.y+1, flowLabel-2.4, h-2, label, strong(f.size), centre)
	x, w := flowMargin+flowLabel+flowAir+1, flowWidth-flowLabel-2*flowAir-2
	top := max(4, f.d.height(words, w, sans(f.size)))
	f.fit(x, f.y+2, w, min(top, h-11), words, sans(f.size), left)
	if len(signs) > 0 {
		signs = append(signs, text.T("paper.date_blank"))
	}
	each := w / float64(max(1, len(signs)))
	for i, s := range signs {
		a := left
		if i == len(signs)-1 {
			a = right
		}
		f.fit(x+each*float64(i), f.y+h-7.5, each, 6, s, sans(f.size), a)
	}
	f.line(flowMargin+flowLabel, f.y, flowMargin+flowLabel, f.y+h, thinLine, pale)
	f.frame(flowMargin, f.y, flowWidth, h, thinLine+0.07, grey)
	f.y += h
}

// para writes a text, line by line so that it may go on overleaf; the first line of each paragraph stands in by two characters.
func (f *flow) para(words string, st style) {
	st.size *= f.job.scale()
	for _, p := range strings.Split(words, "\n") {
		for _, line := range wrap("　　"+p, flowWidth, f.d.measure(st)) {
			h := leading * st.em() * 1.18
			f.need(h)
			f.in(flowMargin, f.y, flowWidth, h, line, st, left)
			f.y += h
		}
	}
}

// note writes a small grey text that stays in one piece.
func (f *flow) note(words string) {
	st := sans(8.5).coloured(grey)
	h := f.d.height(words, flowWidth, st) + 1.5
	f.need(h)
	f.fit(flowMargin, f.y+0.5, flowWidth, h-0.5, words, st, left)
	f.y += h
}

// lines writes labels with a line after each to write on.
func (f *flow) lines(pairs ...[2]string) {
	f.need(9)
	f.toFill(flowMargin, f.y, flowWidth, pairs)
	f.y += 9
}

// table draws rows under their heads, the heads again on every page.
func (f *flow) table(g grid, rows [][]string) {
	g.x = flowMargin
	g.row, g.head, g.cellStyle.size, g.headStyle.size = g.row*f.job.scale(), g.head*f.job.scale(), g.cellStyle.size*f.job.scale(), g.headStyle.size*f.job.scale()
	for len(rows) > 0 {
		f.need(g.head + g.row)
		n := min(len(rows), int((flowBottom-f.y-g.head)/g.row))
		f.y = g.draw(f.page, f.y, rows[:n])
		if rows = rows[n:]; len(rows) > 0 {
			f.turn()
		}
	}
}

// tableStyle is a table within a form.
func tableStyle(columns ...column) grid {
	return grid{head: 8, row: 7.6, headStyle: strong(10), cellStyle: sans(10), lineColour: pale, columns: columns}
}

// form makes a document out of one form or several.
func form(w io.Writer, j Job, titleKey string, draw func(d *doc) error) (Report, error) {
	if j.Paper != "" && j.Paper != "A4" {
		return Report{}, ErrPaperSize.With(j.Paper)
	}
	d := newDoc(text.T(titleKey), j.At)
	if err := draw(d); err != nil {
		return Report{}, err
	}
	return d.finish(w, Report{})
}
