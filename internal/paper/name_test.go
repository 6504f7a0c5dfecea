package paper_test

import (
	"bytes"
	"slices"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"ruhu/internal/paper"
	"ruhu/internal/survey"
)

// Whatever stands in a name, of any script and any plane, the card is made, and what was drawn as a box is reported.
func TestAnyNameCanBePrinted(t *testing.T) {
	c := sampleClass()
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringN(1, 40, -1).Draw(t, "name")
		rows := sampleRows(1)
		rows[0].Person.Packed = rows[0].Person.With(survey.FullName, name)
		var b bytes.Buffer
		r, err := paper.Cards(&b, c, rows, paper.Options{At: printedAt})
		if err != nil || r.Pages != 1 || !bytes.HasPrefix(b.Bytes(), []byte("%PDF-")) {
			t.Fatalf("%q: %+v, %v", name, r, err)
		}
		for _, lost := range r.Missing {
			if !slices.Contains([]rune(name), lost) {
				t.Fatalf("%q: %U reported, which is not in it", name, lost)
			}
		}
		for _, r0 := range name {
			if unicode.Is(unicode.Co, r0) && !slices.Contains(r.Missing, r0) {
				t.Fatalf("%q: private-use %U not reported", name, r0)
			}
		}
	})
}
