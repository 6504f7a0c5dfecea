package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ruhu/internal/ui/kit"
)

// show puts widgets into a window of the test driver, one under the other, and focuses the first.
func show(t *testing.T, objects ...fyne.CanvasObject) fyne.Window {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(kit.Theme{})
	w := test.NewTempWindow(t, container.NewVBox(objects...))
	w.Resize(fyne.NewSize(600, 500))
	if f, ok := objects[0].(fyne.Focusable); ok {
		w.Canvas().Focus(f)
	}
	return w
}

// press presses keys on what has the keyboard.
func press(t *testing.T, w fyne.Window, keys ...fyne.KeyName) {
	t.Helper()
	for _, k := range keys {
		f := w.Canvas().Focused()
		if f == nil {
			t.Fatalf("nothing has the keyboard to press %s", k)
		}
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// types types s on what has the keyboard.
func types(t *testing.T, w fyne.Window, s string) {
	t.Helper()
	for _, r := range s {
		f := w.Canvas().Focused()
		if f == nil {
			t.Fatalf("nothing has the keyboard to type %q", s)
		}
		f.TypedRune(r)
	}
}

// wordsOn is all that can be read on o.
func wordsOn(o fyne.CanvasObject) string {
	var words []string
	for _, x := range test.LaidOutObjects(o) {
		if t, ok := x.(*canvas.Text); ok && t.Text != "" {
			words = append(words, t.Text)
		}
	}
	return strings.Join(words, "\n")
}
