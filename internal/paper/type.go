package paper

import "strings"

// style is how a text looks.
type style struct {
	face   typeface
	size   float64 // points
	colour colour
	space  float64 // between characters, in ems: for titles
	heavy  float64 // a stroke around the characters, in ems
}

func (s style) sized(points float64) style { s.size = points; return s }

func (s style) coloured(c colour) style { s.colour = c; return s }

// weighted is the style for a part of the text that comes from a given face of the chain.
func (s style) weighted(f *face) style {
	s.heavy = max(s.heavy, s.face.heavy[f.name])
	return s
}

// em is the size in millimetres.
func (s style) em() float64 { return s.size / pointsPerMM }

// align says where in its room a text stands.
type align int

const (
	left align = iota
	centre
	right
)

// leading is the distance of baselines in ems; of it the Chinese characters fill one.
const leading = 1.35

// middle is how far below the middle of a line its baseline runs, in ems: Chinese characters reach from 0.88 above the
// baseline to 0.12 below.
const middle = 0.38

// width measures a text in millimetres.
func (d *doc) width(s string, st style) float64 {
	ems, n := 0.0, 0
	for _, r := range s {
		if g := d.glyph(st.face, r); !g.silent {
			ems += g.width
			n++
		}
	}
	return (ems + st.space*float64(max(0, n-1))) * st.em()
}

func (d *doc) measure(st style) func(string) float64 {
	return func(s string) float64 { return d.width(s, st) }
}

// text draws one line from a point on the baseline.
func (p *page) text(x, y float64, s string, st style) {
	var run strings.Builder // characters of one face that can go as they are
	var face *face
	from := x
	flush := func() {
		if run.Len() > 0 {
			p.run(face, from, y, st.weighted(face), run.String(), "")
			run.Reset()
		}
	}
	for _, r := range s {
		g := p.doc.glyph(st.face, r)
		if g.silent {
			continue
		}
		plain := g.found && r <= 0xFFFF
		if !plain || g.face != face || st.space > 0 {
			flush()
		}
		if !plain {
			p.odd(x, y, g, r, st)
		} else {
			if run.Len() == 0 {
				from, face = x, g.face
			}
			p.doc.code(g, r)
			run.WriteRune(r)
		}
		x += (g.width + st.space) * st.em()
	}
	flush()
}

// odd draws a character that cannot go as it is: one beyond the BMP by its private-use code, one that no font has as a
// hollow box, remembered so that whoever prints is told.
func (p *page) odd(x, y float64, g glyph, r rune, st style) {
	if g.found {
		if code, ok := p.doc.code(g, r); ok {
			p.run(g.face, x, y, st.weighted(g.face), string(code), string(r))
			return
		}
	}
	p.doc.lost[r] = true
	const box = '口'
	stand := p.doc.glyph(st.face, box)
	p.doc.code(stand, box)
	p.hollow(stand.face, x, y, st, string(r), string(box))
}

// in draws one line in the middle of a room's height, without shrinking.
func (p *page) in(x, y, w, h float64, s string, st style, a align) {
	switch a {
	case centre:
		x += (w - p.doc.width(s, st)) / 2
	case right:
		x += w - p.doc.width(s, st)
	}
	p.text(x, y+h/2+middle*st.em(), s, st)
}

// fit draws a text into a room so that all of it is seen: on one line a little smaller if that is enough, else on several
// lines, else smaller and smaller. It never cuts anything off.
func (p *page) fit(x, y, w, h float64, s string, st style, a align) {
	lines, st := p.doc.fitted(s, w, h, st)
	height := (float64(len(lines)-1)*leading + 1) * st.em()
	top := y + (h-height)/2
	for i, line := range lines {
		p.in(x, top+float64(i)*leading*st.em(), w, st.em(), line, st, a)
	}
}

// The least size at which one line is still better than two, and the steps in which a text shrinks.
const (
	oneLineLeast = 0.82
	shrinkStep   = 0.96
)

// fitted gives the lines and the size at which a text fits into a room.
func (d *doc) fitted(s string, w, h float64, st style) ([]string, style) {
	if whole := d.width(s, st); !strings.Contains(s, "\n") && whole > 0 && st.em() <= h {
		if whole <= w {
			return []string{s}, st
		}
		if least := st.size * oneLineLeast; st.size*w/whole >= least {
			return []string{s}, st.sized(st.size * w / whole * 0.999)
		}
	}
	for {
		lines := wrap(s, w, d.measure(st))
		if (float64(len(lines)-1)*leading+1)*st.em() <= h && d.widest(lines, st) <= w+0.01 || st.size < 1 {
			return lines, st
		}
		st = st.sized(st.size * shrinkStep)
	}
}

func (d *doc) widest(lines []string, st style) float64 {
	w := 0.0
	for _, l := range lines {
		w = max(w, d.width(l, st))
	}
	return w
}
