package paper

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	_ "image/png" // photographs and signatures come as either

	"golang.org/x/image/draw"
)

// Limits of a photograph: more pixels than any camera of a laptop has are a bomb, and print needs no more than 300 to the inch.
const (
	mostPixels     = 60_000_000
	photoDotsPerMM = 300 / 25.4
)

// photo makes a JPEG of a picture, cut in its middle to the shape of the place and no finer than print needs. ok is false where
// it is no picture: an e-file is printed without its photograph rather than not at all.
func photo(data []byte, wide, high float64) (out []byte, ok bool) {
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || c.Width <= 0 || c.Height <= 0 || c.Width*c.Height > mostPixels {
		return nil, false
	}
	src, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, false
	}
	dst := image.NewRGBA(image.Rect(0, 0, int(wide*photoDotsPerMM), int(high*photoDotsPerMM)))
	draw.Draw(dst, dst.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.ApproxBiLinear.Scale(dst, dst.Bounds(), src, middleOf(src.Bounds(), wide/high), draw.Over, nil)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, dst, &jpeg.Options{Quality: 88}); err != nil {
		return nil, false
	}
	return b.Bytes(), true
}

// middleOf is the largest part of a rectangle that has a shape (width by height), in its middle; upright faces lose below.
func middleOf(r image.Rectangle, shape float64) image.Rectangle {
	w, h := r.Dx(), r.Dy()
	if float64(w) > float64(h)*shape {
		keep := max(1, int(float64(h)*shape))
		r.Min.X += (w - keep) / 2
		r.Max.X = r.Min.X + keep
		return r
	}
	keep := max(1, int(float64(w)/shape))
	r.Min.Y += (h - keep) / 4
	r.Max.Y = r.Min.Y + keep
	return r
}
