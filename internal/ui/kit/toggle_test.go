package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ruhu/internal/ui/kit"
)

func TestOneKeyChooses(t *testing.T) {
	for _, row := range []struct {
		name, typed, value string
	}{
		{"number", "2", "女"}, {"pinyin", "n", "男"}, {"pinyin round", "nn", "女"}, {"character", "女", "女"}, {"space", " ", "男"}, {"no such", "9x", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			x := kit.NewToggle("男", "女")
			w := show(t, x)
			types(t, w, row.typed)
			if x.Value() != row.value {
				t.Errorf("chose %q", x.Value())
			}
		})
	}
}

func TestAToggleIsOneStopForTab(t *testing.T) {
	x, e := kit.NewToggle("是", "否"), kit.NewEntry()
	changed := 0
	x.OnChange(func() { changed++ })
	w := show(t, x, e)
	types(t, w, "s")
	press(t, w, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyLeft, fyne.KeyReturn)
	types(t, w, "a")
	if x.Value() != "是" || changed != 4 || e.Text != "a" {
		t.Errorf("value %q after %d changes, next %q", x.Value(), changed, e.Text)
	}
}

func TestATapChoosesWhatLiesUnderIt(t *testing.T) {
	x := kit.NewToggle("是", "否")
	show(t, x)
	test.TapAt(x, fyne.NewPos(70, 10))
	if x.Value() != "否" {
		t.Errorf("chose %q", x.Value())
	}
	test.TapAt(x, fyne.NewPos(70, 10))
	if x.Value() != "" {
		t.Error("a second tap does not let go")
	}
}
