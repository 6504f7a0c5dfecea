package paper_test

import (
	"image"
	"image/color"
	"image/png"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"

	"ruhu/internal/paper"
	"ruhu/internal/training"
)

// photographed is what a telephone makes of a sheet that lies on a table: turned, seen from below, in uneven light, unsharp and noisy.
func photographed(src image.Image, w, h int, degrees, lean float64, chance *rand.Rand) image.Image {
	turned := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(turned, turned.Rect, image.NewUniform(color.RGBA{120, 96, 70, 255}), image.Point{}, draw.Src)
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	b := src.Bounds()
	k := 0.92 * min(float64(w)/(math.Abs(cos)*float64(b.Dx())+math.Abs(sin)*float64(b.Dy())), float64(h)/(math.Abs(sin)*float64(b.Dx())+math.Abs(cos)*float64(b.Dy())))
	cx, cy := float64(b.Dx())/2, float64(b.Dy())/2
	m := f64.Aff3{k * cos, -k * sin, float64(w)/2 - k*(cos*cx-sin*cy), k * sin, k * cos, float64(h)/2 - k*(sin*cx+cos*cy)}
	draw.BiLinear.Transform(turned, m, src, b, draw.Over, nil)
	out := image.NewGray(turned.Rect)
	for y := range h { // what is farther away is narrower
		squeeze := 1 + lean*(0.5-float64(y)/float64(h))
		for x := range w {
			fx := (float64(x)-float64(w)/2)*squeeze + float64(w)/2
			sum, n := 0, 0
			for _, d := range []image.Point{{0, 0}, {1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
				p := image.Pt(int(fx)+d.X, y+d.Y)
				if p.In(turned.Rect) {
					c := turned.RGBAAt(p.X, p.Y)
					sum, n = sum+int(c.R)+int(c.G)+int(c.B), n+3
				}
			}
			light := 0.55 + 0.4*float64(x)/float64(w)
			v := 0.0
			if n > 0 {
				v = float64(sum)/float64(n)*light + chance.NormFloat64()*9
			}
			out.SetGray(x, y, color.Gray{uint8(max(0, min(255, v)))})
		}
	}
	return out
}

// A signed sheet comes back as a picture.
func TestTheCodeOfAPhotographedSheetIsReadBack(t *testing.T) {
	s, j := pages(t, "signin", paper.Options{Date: "2026-10-21"})
	want := j.Class.SignInPage(2, 2)
	chance := rand.New(rand.NewPCG(1, 2))
	for _, at := range []struct {
		w, h          int
		degrees, lean float64
	}{{1500, 2000, 4, 0.15}, {1500, 2000, 180, 0}, {2000, 1500, 90, 0.1}} {
		photo := photographed(rendered(t, s, 1, 200), at.w, at.h, at.degrees, at.lean, chance)
		if got := paper.ReadCodes(photo); !slices.Equal(got, []string{want}) {
			t.Errorf("%+v: read %q, want %q", at, got, want)
		}
	}
	// a second opinion, of zbar, which wants the sheet larger or less noisy than the worst of these
	photo := photographed(rendered(t, s, 1, 200), 3000, 4000, 4, 0, chance)
	if got := paper.ReadCodes(photo); !slices.Equal(got, []string{want}) {
		t.Errorf("of 12 megapixels: read %q, want %q", got, want)
	}
	if out := tool(t, "zbarimg", "--nodbus", "-q", "-S", "disable", "-S", "qrcode.enable", kept(t, photo)); !strings.Contains(out, want) {
		t.Errorf("zbar reads %q", out)
	}
}

func kept(t *testing.T, img image.Image) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "photo.png")
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestAllCardsOfASheetAreRead(t *testing.T) {
	s, j := pages(t, "cards", paper.Options{})
	got := paper.ReadCodes(rendered(t, s, 0, 150))
	for i := range 10 {
		if !slices.Contains(got, j.Class.Code(training.CardCode, i+1)) {
			t.Errorf("the card of seat %d was not read", i+1)
		}
	}
}

func TestAPictureWithoutACodeGivesNone(t *testing.T) {
	if got := paper.ReadCodes(image.NewGray(image.Rect(0, 0, 300, 400))); len(got) != 0 {
		t.Errorf("read %q", got)
	}
	if got := paper.ReadCodes(image.NewGray(image.Rect(0, 0, 1, 1))); len(got) != 0 {
		t.Errorf("read %q", got)
	}
}
