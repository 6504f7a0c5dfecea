package paper

import (
	"image"
	"math"

	"golang.org/x/image/draw"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// inkwell keeps what the glyphs of a document look like: on a roster of a hundred the same few digits stand a thousand times.
type inkwell struct {
	buffer   sfnt.Buffer
	outlines map[glyphKey]sfnt.Segments
	stamps   map[stampKey]stamp
}

func newInkwell() *inkwell {
	return &inkwell{outlines: map[glyphKey]sfnt.Segments{}, stamps: map[stampKey]stamp{}}
}

// glyphKey is a glyph of a face.
type glyphKey struct {
	face  *face
	index sfnt.GlyphIndex
}

// stampKey is a glyph as it stands on the pixels: how large, turned and heavy, and at which quarter of a pixel.
type stampKey struct {
	glyphKey
	a, b, c, d float32 // from ems to pixels
	heavy      float32
	x, y       uint8 // quarters
}

// stamp is a glyph's picture; at is its upper left corner from the pixel in which the glyph begins.
type stamp struct {
	mask *image.Alpha
	at   image.Point
}

// mostStamps is how many pictures of glyphs are kept; a thousand take about 200 kB.
const mostStamps = 20_000

func (r *rasterPen) run(f *face, x, y float64, st style, codes, _ string) {
	src, em := uniform(st.colour), st.em()
	for _, code := range codes {
		key, ok := r.codes(f, code)
		if !ok {
			continue
		}
		px, py := r.at(x, y)
		s, at := r.ink.stamp(key, r.move[0]*em, r.move[1]*em, r.move[3]*em, r.move[4]*em, st.heavy, px, py)
		if s.mask != nil {
			box := s.mask.Bounds().Add(at.Add(s.at))
			draw.DrawMask(r.to, box, src, image.Point{}, s.mask, image.Point{}, draw.Over)
		}
		x += f.advance(&r.ink.buffer, key.index) * em
	}
}

// advance is how far the next glyph stands, in ems.
func (f *face) advance(b *sfnt.Buffer, i sfnt.GlyphIndex) float64 {
	adv, err := f.sfnt.GlyphAdvance(b, i, fixed.Int26_6(f.em*64), 0)
	if err != nil {
		return 0
	}
	return float64(adv) / 64 / f.em
}

// stamp gives a glyph's picture and the pixel it begins in.
func (w *inkwell) stamp(g glyphKey, a, b, c, d, heavy, px, py float64) (stamp, image.Point) {
	qx, qy := math.Floor(px*4+0.5), math.Floor(py*4+0.5)
	at := image.Pt(int(math.Floor(qx/4)), int(math.Floor(qy/4)))
	k := stampKey{g, float32(a), float32(b), float32(c), float32(d), float32(heavy), uint8(int(qx) - 4*at.X), uint8(int(qy) - 4*at.Y)}
	s, ok := w.stamps[k]
	if !ok {
		s = w.cast(k)
		if len(w.stamps) >= mostStamps {
			clear(w.stamps)
		}
		w.stamps[k] = s
	}
	return s, at
}

// cast draws a glyph's picture.
func (w *inkwell) cast(k stampKey) stamp {
	outline := w.outline(k.glyphKey)
	low, high := bounds(outline, k)
	if len(outline) == 0 {
		return stamp{}
	}
	pad := float32(0)
	if k.heavy > 0 {
		pad = k.heavy * max(abs(k.a), abs(k.b), abs(k.c), abs(k.d))
	}
	box := image.Rect(floor(low[0]-pad), floor(low[1]-pad), floor(high[0]+pad)+1, floor(high[1]+pad)+1)
	mask := image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
	for _, o := range k.offsets() {
		one := image.NewAlpha(mask.Rect)
		shape := vector.NewRasterizer(box.Dx(), box.Dy())
		shape.DrawOp = draw.Src
		trace(shape, outline, k, o[0]-float32(box.Min.X), o[1]-float32(box.Min.Y))
		shape.Draw(one, one.Rect, image.Opaque, image.Point{})
		for i, v := range one.Pix {
			mask.Pix[i] = max(mask.Pix[i], v)
		}
	}
	return stamp{mask, box.Min}
}

// offsets are where a glyph is drawn to make it as heavy as a line around it would: half the line to every side.
func (k stampKey) offsets() [][2]float32 {
	if k.heavy == 0 {
		return [][2]float32{{}}
	}
	var out [][2]float32
	for i := range 8 {
		sin, cos := math.Sincos(float64(i) * math.Pi / 4)
		x, y := float32(cos)*k.heavy/2, float32(sin)*k.heavy/2
		out = append(out, [2]float32{k.a*x + k.b*y, k.c*x + k.d*y})
	}
	return out
}

func abs(v float32) float32 { return max(v, -v) }

func floor(v float32) int { return int(math.Floor(float64(v))) }

// outline gives a glyph's outline in units of its font; none where it cannot be read, as for a blank.
func (w *inkwell) outline(g glyphKey) sfnt.Segments {
	if o, ok := w.outlines[g]; ok {
		return o
	}
	o, err := g.face.sfnt.LoadGlyph(&w.buffer, g.index, fixed.Int26_6(g.face.em*64), nil)
	if err != nil {
		o = nil
	}
	own := append(sfnt.Segments(nil), o...) // the buffer's are overwritten by the next
	w.outlines[g] = own
	return own
}

// place brings a point of an outline to pixels.
func (k stampKey) place(p fixed.Point26_6) (x, y float32) {
	unit := float32(64 * k.face.em)
	ex, ey := float32(p.X)/unit, float32(p.Y)/unit
	return k.a*ex + k.b*ey + float32(k.x)/4, k.c*ex + k.d*ey + float32(k.y)/4
}

// points is how many points each operation of an outline has.
var points = map[sfnt.SegmentOp]int{sfnt.SegmentOpMoveTo: 1, sfnt.SegmentOpLineTo: 1, sfnt.SegmentOpQuadTo: 2, sfnt.SegmentOpCubeTo: 3}

func bounds(o sfnt.Segments, k stampKey) (low, high [2]float32) {
	low = [2]float32{math.MaxFloat32, math.MaxFloat32}
	high = [2]float32{-math.MaxFloat32, -math.MaxFloat32}
	for _, s := range o {
		for _, p := range s.Args[:points[s.Op]] {
			x, y := k.place(p)
			low = [2]float32{min(low[0], x), min(low[1], y)}
			high = [2]float32{max(high[0], x), max(high[1], y)}
		}
	}
	return low, high
}

func trace(shape *vector.Rasterizer, o sfnt.Segments, k stampKey, dx, dy float32) {
	at := func(p fixed.Point26_6) (x, y float32) {
		x, y = k.place(p)
		return x + dx, y + dy
	}
	for _, s := range o {
		x1, y1 := at(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			shape.ClosePath()
			shape.MoveTo(x1, y1)
		case sfnt.SegmentOpLineTo:
			shape.LineTo(x1, y1)
		case sfnt.SegmentOpQuadTo:
			x2, y2 := at(s.Args[1])
			shape.QuadTo(x1, y1, x2, y2)
		case sfnt.SegmentOpCubeTo:
			x2, y2 := at(s.Args[1])
			x3, y3 := at(s.Args[2])
			shape.CubeTo(x1, y1, x2, y2, x3, y3)
		}
	}
	shape.ClosePath()
}
