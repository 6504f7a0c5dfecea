package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/ui/kit"
)

func TestUsualWordsAreOfferedAndOthersTaken(t *testing.T) {
	offers := []kit.Item{{Value: "视力残疾"}, {Value: "听力残疾"}}
	s, e := kit.NewSuggest(func() []kit.Item { return offers }), kit.NewEntry()
	changed := 0
	s.OnChange(func() { changed++ })
	w := show(t, s, e)
	types(t, w, "别的")
	if s.Value() != "别的" {
		t.Errorf("free words became %q", s.Value())
	}
	press(t, w, fyne.KeyDown)
	types(t, w, "tl")
	press(t, w, fyne.KeyReturn)
	if s.Value() != "听力残疾" || changed != 3 {
		t.Errorf("picked %q after %d changes", s.Value(), changed)
	}
	types(t, w, "a")
	if e.Text != "a" {
		t.Error("a pick does not go on to the next field")
	}
}

func TestNothingToOfferIsAPlainEntry(t *testing.T) {
	s := kit.NewSuggest(func() []kit.Item { return nil })
	w := show(t, s)
	s.Update()
	press(t, w, fyne.KeyDown)
	if w.Canvas().Overlays().Top() != nil {
		t.Error("an empty list opened")
	}
}
