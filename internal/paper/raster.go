package paper

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math"

	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"
	"golang.org/x/image/vector"
)

// rasterPen draws a page as a picture. Straight lines and full rectangles are brought to whole pixels, as viewers of PDFs do, so that
// the rules of a table are sharp; everything else is smoothed.
type rasterPen struct {
	page   *image.RGBA
	to     *image.RGBA // page, or the part of it that may be drawn on
	move   f64.Aff3    // from millimetres to pixels
	before []rasterState
	shape  vector.Rasterizer
	ink    *inkwell
	codes  func(*face, rune) (glyphKey, bool)
}

// rasterState is what back goes back to.
type rasterState struct {
	move f64.Aff3
	to   *image.RGBA
}

// raster draws a page so many dots to the inch.
func (d *doc) raster(p *page, dpi float64, ink *inkwell) *image.RGBA {
	k := dpi / 25.4
	img := image.NewRGBA(image.Rect(0, 0, max(1, int(math.Ceil(p.w*k))), max(1, int(math.Ceil(p.h*k)))))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	p.draw(&rasterPen{page: img, to: img, move: f64.Aff3{k, 0, 0, 0, k, 0}, ink: ink, codes: func(f *face, r rune) (glyphKey, bool) {
		i, ok := d.codes[f][r]
		return glyphKey{face: f, index: i}, ok
	}})
	return img
}

func (r *rasterPen) at(x, y float64) (px, py float64) {
	return r.move[0]*x + r.move[1]*y + r.move[2], r.move[3]*x + r.move[4]*y + r.move[5]
}

// upright tells whether the page is not turned: then edges can be brought to whole pixels.
func (r *rasterPen) upright() bool { return r.move[1] == 0 && r.move[3] == 0 }

func uniform(c colour) *image.Uniform {
	return image.NewUniform(color.RGBA{uint8(c[0]), uint8(c[1]), uint8(c[2]), 255})
}

func (r *rasterPen) strokes(lines [][4]float64, thick float64, c colour) {
	for _, l := range lines {
		x1, y1 := r.at(l[0], l[1])
		x2, y2 := r.at(l[2], l[3])
		r.stroke(x1, y1, x2, y2, thick*math.Hypot(r.move[0], r.move[3]), c)
	}
}

// stroke draws a line between two pixels' places. No line is thinner than a pixel.
func (r *rasterPen) stroke(x1, y1, x2, y2, thick float64, c colour) {
	thick = max(1, thick)
	x1, x2, y1, y2 = ordered(x1, x2, y1, y2)
	switch whole := math.Round(thick); {
	case y1 == y2:
		top := math.Round(y1 - whole/2)
		r.box(math.Round(x1), top, math.Round(x2), top+whole, c)
	case x1 == x2:
		edge := math.Round(x1 - whole/2)
		r.box(edge, math.Round(y1), edge+whole, math.Round(y2), c)
	default:
		long := math.Hypot(x2-x1, y2-y1)
		ox, oy := (y1-y2)/long*thick/2, (x2-x1)/long*thick/2
		r.polygons([][]point{{{x1 + ox, y1 + oy}, {x2 + ox, y2 + oy}, {x2 - ox, y2 - oy}, {x1 - ox, y1 - oy}}}, c)
	}
}

// ordered turns a line so that it runs to the right, or down.
func ordered(x1, x2, y1, y2 float64) (a, b, c, d float64) {
	if x1 > x2 || x1 == x2 && y1 > y2 {
		return x2, x1, y2, y1
	}
	return x1, x2, y1, y2
}

// box fills whole pixels.
func (r *rasterPen) box(x1, y1, x2, y2 float64, c colour) {
	draw.Draw(r.to, image.Rect(int(x1), int(y1), int(x2), int(y2)), uniform(c), image.Point{}, draw.Src)
}

func (r *rasterPen) frame(x, y, w, h, thick float64, c colour) {
	half := 0.0
	if r.upright() {
		half = max(thick, 1/r.move[0]) / 2 // the corners are full
	}
	r.strokes([][4]float64{
		{x - half, y, x + w + half, y}, {x - half, y + h, x + w + half, y + h}, {x, y - half, x, y + h + half}, {x + w, y - half, x + w, y + h + half},
	}, thick, c)
}

func (r *rasterPen) areas(rects [][4]float64, c colour) {
	if len(rects) == 1 && r.upright() {
		x1, y1 := r.at(rects[0][0], rects[0][1])
		x2, y2 := r.at(rects[0][0]+rects[0][2], rects[0][1]+rects[0][3])
		r.box(math.Round(x1), math.Round(y1), math.Round(x2), math.Round(y2), c)
		return
	}
	var shapes [][]point
	for _, q := range rects {
		corners := []point{{q[0], q[1]}, {q[0] + q[2], q[1]}, {q[0] + q[2], q[1] + q[3]}, {q[0], q[1] + q[3]}}
		for i := range corners {
			corners[i].x, corners[i].y = r.at(corners[i].x, corners[i].y)
		}
		shapes = append(shapes, corners)
	}
	r.polygons(shapes, c)
}

type point struct{ x, y float64 }

// polygons fills shapes as one: where two meet no seam is seen.
func (r *rasterPen) polygons(shapes [][]point, c colour) {
	box := image.Rectangle{}
	for _, s := range shapes {
		for _, p := range s {
			box = box.Union(image.Rect(int(math.Floor(p.x)), int(math.Floor(p.y)), int(math.Ceil(p.x))+1, int(math.Ceil(p.y))+1))
		}
	}
	box = box.Intersect(r.to.Bounds())
	if box.Empty() {
		return
	}
	r.shape.Reset(box.Dx(), box.Dy())
	for _, s := range shapes {
		for i, p := range s {
			x, y := float32(p.x-float64(box.Min.X)), float32(p.y-float64(box.Min.Y))
			if i == 0 {
				r.shape.MoveTo(x, y)
			} else {
				r.shape.LineTo(x, y)
			}
		}
		r.shape.ClosePath()
	}
	r.shape.Draw(r.to, box, uniform(c), image.Point{})
}

// picture draws a photograph; one that cannot be read leaves its place empty, as on paper. Pictures are never turned.
func (r *rasterPen) picture(x, y, w, h float64, _ string, data []byte) {
	src, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return
	}
	x1, y1 := r.at(x, y)
	x2, y2 := r.at(x+w, y+h)
	to := image.Rect(int(math.Round(x1)), int(math.Round(y1)), int(math.Round(x2)), int(math.Round(y2)))
	draw.BiLinear.Scale(r.to, to, src, src.Bounds(), draw.Src, nil)
}

func (r *rasterPen) shift(dx, dy, x, y, w, h float64) {
	r.save()
	r.move[2], r.move[5] = r.at(dx, dy)
	x1, y1 := r.at(x, y)
	x2, y2 := r.at(x+w, y+h)
	cut := image.Rect(int(math.Round(x1)), int(math.Round(y1)), int(math.Round(x2)), int(math.Round(y2)))
	r.to = r.to.SubImage(cut).(*image.RGBA)
}

func (r *rasterPen) turn(degrees, x, y float64) {
	r.save()
	sin, cos := math.Sincos(-degrees * math.Pi / 180) // y runs down
	turn := f64.Aff3{cos, -sin, x - cos*x + sin*y, sin, cos, y - sin*x - cos*y}
	r.move = product(r.move, turn)
}

// product is first b, then a.
func product(a, b f64.Aff3) f64.Aff3 {
	return f64.Aff3{
		a[0]*b[0] + a[1]*b[3], a[0]*b[1] + a[1]*b[4], a[0]*b[2] + a[1]*b[5] + a[2],
		a[3]*b[0] + a[4]*b[3], a[3]*b[1] + a[4]*b[4], a[3]*b[2] + a[4]*b[5] + a[5],
	}
}

func (r *rasterPen) save() { r.before = append(r.before, rasterState{r.move, r.to}) }

func (r *rasterPen) back() {
	last := r.before[len(r.before)-1]
	r.move, r.to = last.move, last.to
	r.before = r.before[:len(r.before)-1]
}

// unseen draws nothing: a picture has no text to copy.
func (r *rasterPen) unseen(*face, float64, float64, style, string, string) {}
