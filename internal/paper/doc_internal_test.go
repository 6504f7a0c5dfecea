package paper

import (
	"bytes"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Characters that names in the register have and that printing is known to lose, and what they need.
var rareNames = map[string]string{
	"Extension A": "㛃", "Extension C": "𬭳", "Extension B": "𠮷", "Extension E": "𬱖", "8105 beyond the BMP": "𫖮", "URO": "䶮龑", "Yi": "ꀀꑌꊂꃅ", "dot": "古丽·阿不都热依木",
}

func TestEveryNameOfOursHasItsGlyphs(t *testing.T) {
	for what, name := range rareNames {
		for _, face := range []typeface{regular, bold, serif} {
			d := newDoc("", time.Time{})
			d.addPage(100, 100).text(10, 10, name, style{face: face, size: 12})
			if lost := d.missing(); len(lost) != 0 {
				t.Errorf("%s in %s: no glyph for %q", what, face.name, lost)
			}
		}
	}
}

func TestWhatNoFontHasIsReportedAndDoesNotStopTheRest(t *testing.T) {
	d := newDoc("", time.Time{})
	p := d.addPage(100, 100)
	p.text(10, 10, "张\U00031350\uE0A3三🙂", sans(12)) // Extension G, private use, a picture
	p.text(10, 30, "zero\u200bwidth\ufe0f\x00", sans(12))
	want := []rune{0xE0A3, 0x1F642, 0x31350}
	if got := d.missing(); !slices.Equal(got, want) {
		t.Errorf("missing %U, want %U", got, want)
	}
	if err := d.write(&bytes.Buffer{}); err != nil {
		t.Error(err)
	}
}

// fpdf panics at the 65,536th code; no number of characters beyond the BMP may get it there.
func TestManyCharactersBeyondTheBMPPrint(t *testing.T) {
	d := newDoc("", time.Time{})
	p := d.addPage(200, 200)
	printed := 0
	for r := rune(0x20000); r < 0x2F000 && printed < maxBeyond+10; r++ {
		if g := d.glyph(regular, r); g.found && g.face == rareFace() {
			p.text(10, 10, string(r), sans(8))
			printed++
		}
	}
	if len(d.missing()) != 10 {
		t.Errorf("%d reported, want the 10 that there is no code for", len(d.missing()))
	}
	if err := d.write(&bytes.Buffer{}); err != nil || printed < maxBeyond+10 {
		t.Error(printed, err)
	}
}

func TestOnlyOneFileCallsTheLibrary(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) < 10 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, imp := range f.Imports {
			if imp.Path.Value == `"codeberg.org/go-pdf/fpdf"` && name != "pdf.go" {
				t.Errorf("%s imports fpdf: go through page", name)
			}
		}
	}
}

func TestACutFontKeepsItsCompositeGlyphsWhole(t *testing.T) {
	var d = newDoc("", time.Time{})
	p := d.addPage(100, 100)
	p.text(10, 10, "ÀÉñü½Ǖ", sans(12))
	for f, codes := range d.codes {
		cut, err := f.cut(codes)
		if err != nil {
			t.Fatal(err)
		}
		small, err := parseFace("cut", cut)
		if err != nil {
			t.Fatal(err)
		}
		for r, g := range codes {
			i, err := small.sfnt.GlyphIndex(&d.buffer, r)
			if err != nil || i == 0 {
				t.Fatalf("%c is not in the cut font: %v", r, err)
			}
			if !slices.Equal(outline(t, small, i), outline(t, f, g)) {
				t.Errorf("%c has another outline after cutting", r)
			}
		}
	}
}

func outline(t *testing.T, f *face, i sfnt.GlyphIndex) []sfnt.Segment {
	t.Helper()
	var b sfnt.Buffer
	segments, err := f.sfnt.LoadGlyph(&b, i, fixed.I(1000), nil)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Clone(segments)
}

func TestAFontThatIsBrokenIsAnErrorAndNoPanic(t *testing.T) {
	whole := sansFace().data
	for _, n := range []int{0, 4, 11, 12, 40, 200} {
		if _, err := tablesOf(whole[:n]); err == nil {
			t.Errorf("%d bytes pass for a font", n)
		}
	}
}
