package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/ui/kit"
)

func TestASearchBoxTellsOfEachLetterAndOfItsKeys(t *testing.T) {
	x := kit.NewSearchBox("找")
	var asked []string
	down, gone := 0, 0
	x.Search = func(s string) { asked = append(asked, s) }
	x.Down, x.Go = func() { down++ }, func() { gone++ }
	w := show(t, x)
	types(t, w, "wx")
	press(t, w, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEscape)
	if len(asked) != 3 || asked[1] != "wx" || asked[2] != "" || down != 1 || gone != 1 {
		t.Errorf("asked %q, down %d, go %d", asked, down, gone)
	}
}
