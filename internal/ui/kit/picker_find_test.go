package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/ui/kit"
)

func TestAFinderAsksWithEachLetterAndShowsWhatWasPicked(t *testing.T) {
	asked := ""
	p := kit.NewFinder("找一户", func(typed string) []kit.Item {
		asked = typed
		return []kit.Item{{Value: "h1", Name: "古丽 户"}, {Value: "h2", Name: "㛃 户"}}
	}, func(v string) string { return v + "叫什么" })
	w := show(t, p)
	types(t, w, "ab")
	if asked != "ab" {
		t.Errorf("it was asked for %q", asked)
	}
	press(t, w, fyne.KeyDown, fyne.KeyReturn)
	if p.Value() != "h2" || p.Shown() != "h2叫什么" {
		t.Errorf("picked %q, shown %q", p.Value(), p.Shown())
	}
}
