package paper

import (
	"image"
	"maps"
	"slices"

	"github.com/makiuchi-d/gozxing" // the only reader of QR codes in pure Go; MIT and Apache 2.0 (it follows ZXing)
	multi "github.com/makiuchi-d/gozxing/multi/qrcode"
	"golang.org/x/image/draw"

	"ruhu/internal/text"
	"ruhu/internal/training"
)

// ReadCodes reads the QR codes on a picture: a signed sheet that was photographed with a telephone or scanned, lying anyhow, or the
// picture of a card. It gives what they say, each once, sorted; none where none can be read. What comes of a code is for
// training.ParseCode and the class's secret to say: a picture proves nothing.
func ReadCodes(img image.Image) []string {
	found := map[string]bool{}
	base := grey8(img, img.Bounds(), 3200, 1)
	for _, side := range []int{1800, 1100} {
		readInto(found, grey8(base, base.Rect, side, 1))
	}
	for _, window := range windows(base.Rect) { // of several sheets on one picture the whole may show only the largest code
		readInto(found, grey8(base, window, 1100, 1))
	}
	for i := 0; i < windowCount && len(found) == 0; i++ {
		readInto(found, grey8(base, windows(base.Rect)[i], 1400, 2))
	}
	return slices.Sorted(maps.Keys(found))
}

const windowCount = 9

// windows are nine parts of a picture, each half as wide and high, that lie half over each other: what is cut by one is whole in the
// next.
func windows(r image.Rectangle) []image.Rectangle {
	var out []image.Rectangle
	w, h := r.Dx()/2, r.Dy()/2
	for row := range 3 {
		for col := range 3 {
			at := r.Min.Add(image.Pt(w*col/2, h*row/2))
			out = append(out, image.Rectangle{at, at.Add(image.Pt(w, h))})
		}
	}
	return out
}

// grey8 is a part of a picture in shades of grey, its longer side at most so many pixels, and never more than so many times what it is:
// a module of a code wants three or four, and the noise of a telephone's camera goes under in between.
func grey8(img image.Image, part image.Rectangle, side, times int) *image.Gray {
	w, h := part.Dx(), part.Dy()
	long := max(w, h, 1)
	side = min(side, long*times)
	out := image.NewGray(image.Rect(0, 0, max(1, w*side/long), max(1, h*side/long)))
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src) // of a picture with holes
	draw.ApproxBiLinear.Scale(out, out.Rect, img, part, draw.Over, nil)
	return out
}

// readInto adds what the codes of a picture say. The reader panics on some pictures that hold no code at all.
func readInto(found map[string]bool, img *image.Gray) {
	defer func() { _ = recover() }()
	source := gozxing.NewLuminanceSourceFromImage(img)
	for _, b := range []gozxing.Binarizer{gozxing.NewHybridBinarizer(source), gozxing.NewGlobalHistgramBinarizer(source)} {
		bitmap, err := gozxing.NewBinaryBitmap(b)
		if err != nil {
			continue
		}
		results, err := multi.NewQRCodeMultiReader().DecodeMultiple(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true})
		if err != nil {
			continue
		}
		for _, r := range results {
			found[r.GetText()] = true
		}
	}
}

// NameOfCode is the name of the paper on which a code stands, as people read it.
func NameOfCode(c training.Code) string {
	of := map[byte]string{
		training.CardCode: "paper.cards", training.BoardCode: "paper.board", training.RosterCode: "paper.roster",
		training.SignInCode: "paper.signin", training.SignUpCode: "paper.signup_title", training.CertCode: "paper.certs",
	}
	if key := of[c.Kind]; key != "" {
		return text.T(key)
	}
	for _, p := range All {
		if p.Number != 0 && p.Number == c.Paper {
			return text.T(p.Title)
		}
	}
	return text.T("paper.unknown")
}
