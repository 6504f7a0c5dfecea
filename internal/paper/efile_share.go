package paper

import (
	"ruhu/internal/text"
)

// Measures of a section.
const (
	sectionHead  = 6.0
	entryWhen    = 44.0 // width of the column of days
	entrySize    = 8.8
	entryLeading = 4.1
	entryAir     = 1.0
	mostEntry    = 3 // lines of one entry; what needs more shrinks
)

// shown is a section with the entries that fit, their heights, and how many do not.
type shownSection struct {
	section
	heights []float64
	left    int
}

// share gives each section in turn one entry more, until the page is full: a person with a hundred visits still has their
// certificates on it.
func (f efile) share(room float64) []shownSection {
	var out []shownSection
	for _, s := range f.sections() {
		out = append(out, shownSection{section: s, left: len(s.entries)})
		room -= sectionHead
		if len(s.entries) == 0 {
			room -= entryLeading + entryAir
		}
	}
	for i, more := 0, true; more; i++ {
		more = false
		for n := range out {
			s := &out[n]
			if len(s.heights) != i || i >= len(s.entries) {
				continue
			}
			if h := f.high(s.entries[i]); h <= room {
				s.heights, s.left, more = append(s.heights, h), s.left-1, true
				room -= h
			}
		}
	}
	return out
}

func (f efile) high(e entry) float64 {
	lines := len(wrap(e.words, f.wordsWidth(e), f.doc.measure(sans(entrySize))))
	return float64(min(lines, mostEntry))*entryLeading + entryAir
}

func (f efile) wordsWidth(e entry) float64 {
	if e.when == "" {
		return efileWidth - 4
	}
	return efileWidth - entryWhen - 4
}

// draw draws the sections and gives how many entries did not fit.
func (f efile) draw(y float64, sections []shownSection) (omitted int) {
	top := y
	var rules [][4]float64
	for _, s := range sections {
		f.fill(efileMargin, y, efileWidth, sectionHead, tint)
		f.in(efileMargin+2, y, efileWidth, sectionHead, text.T(s.title), strong(9.5), left)
		if s.left > 0 {
			omitted += s.left
			f.in(efileMargin, y, efileWidth-2, sectionHead, text.T("paper.efile_left", len(s.entries), s.left), sans(8.5).coloured(red), right)
		}
		rules = append(rules, [4]float64{efileMargin, y, efileMargin + efileWidth, y}, [4]float64{efileMargin, y + sectionHead, efileMargin + efileWidth, y + sectionHead})
		y += sectionHead
		if len(s.entries) == 0 {
			f.in(efileMargin+2, y, efileWidth, entryLeading+entryAir, text.T("paper.efile_none"), sans(entrySize).coloured(grey), left)
			y += entryLeading + entryAir
		}
		for i, h := range s.heights {
			f.entry(y, h, s.entries[i])
			y += h
		}
	}
	f.strokes(rules, thinLine, pale)
	f.frame(efileMargin, top, efileWidth, y-top, thickLine-0.15, ink)
	return omitted
}

func (f efile) entry(y, h float64, e entry) {
	st, x := sans(entrySize), efileMargin+2
	if e.when != "" {
		f.fit(x, y, entryWhen-2, h, e.when, st.coloured(grey), left)
		x += entryWhen
	}
	lines := wrap(e.words, f.wordsWidth(e), f.doc.measure(st))
	if len(lines) > mostEntry {
		f.fit(x, y+0.2, f.wordsWidth(e), h-0.4, e.words, st, left)
		return
	}
	for i, line := range lines {
		f.in(x, y+entryAir/2+float64(i)*entryLeading, f.wordsWidth(e), entryLeading, line, st, left)
	}
}
