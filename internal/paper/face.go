package paper

import (
	"fmt"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"ruhu/assets"
)

// face is one font file that ships. It is parsed once for the whole program, when it is first needed.
type face struct {
	name string // fpdf's family
	data []byte
	sfnt *sfnt.Font
	em   float64
}

// typeface is a chain of faces: what the first lacks is taken from the next.
type typeface struct {
	name  string
	faces []func() *face
	heavy map[string]float64 // stroke, in ems, that brings a fallback face to the weight of the first
}

// The faces that ship. Bold and Serif are cut to the 8105 characters of 通用规范汉字表; Regular is whole.
var (
	sansFace  = sync.OnceValue(func() *face { return mustFace("sans", assets.SansRegular) })
	boldFace  = sync.OnceValue(func() *face { return mustFace("bold", assets.SansBold) })
	serifFace = sync.OnceValue(func() *face { return mustFace("serif", assets.SerifRegular) })
	yiFace    = sync.OnceValue(func() *face { return mustFace("yi", assets.Yi) })
	rareFace  = sync.OnceValue(func() *face { return mustFace("rare", assets.RareHan()) })
)

// The typefaces of the papers.
var (
	regular = typeface{"regular", []func() *face{sansFace, yiFace, rareFace}, map[string]float64{"rare": 0.012}}
	bold    = typeface{"bold", []func() *face{boldFace, sansFace, yiFace, rareFace}, map[string]float64{"sans": 0.035, "yi": 0.035, "rare": 0.045}}
	serif   = typeface{"serif", []func() *face{serifFace, sansFace, yiFace, rareFace}, nil}
)

// mustFace panics on a broken font: it is part of the program.
func mustFace(name string, data []byte) *face {
	f, err := parseFace(name, data)
	if err != nil {
		panic(err)
	}
	return f
}

func parseFace(name string, data []byte) (*face, error) {
	f, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	return &face{name: name, data: data, sfnt: f, em: float64(f.UnitsPerEm())}, nil
}

// glyph is where a rune's picture is: a face and the number in it, how wide it is in ems, and whether there is one at all.
type glyph struct {
	face   *face
	index  sfnt.GlyphIndex
	width  float64
	found  bool
	silent bool // takes no room and shows nothing: zero-width characters, variation selectors
}

// boxWidth is how wide a hollow box is that stands for a character no font has.
const boxWidth = 1.0

// find looks a rune up along the chain. Private-use characters count as found nowhere: what they mean is each machine's own
// secret, and papers use their codes for characters beyond the BMP (see doc.go).
func (t typeface) find(b *sfnt.Buffer, r rune) glyph {
	if silent(r) {
		return glyph{silent: true}
	}
	for _, open := range t.faces {
		if unicode.Is(unicode.Co, r) {
			break
		}
		f := open()
		i, err := f.sfnt.GlyphIndex(b, r)
		if err != nil || i == 0 {
			continue
		}
		if adv, err := f.sfnt.GlyphAdvance(b, i, fixed.Int26_6(f.em*64), font.HintingNone); err == nil {
			return glyph{face: f, index: i, width: float64(adv) / 64 / f.em, found: true}
		}
	}
	return glyph{width: boxWidth}
}

// silent tells whether a rune has nothing to show anywhere.
func silent(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}
