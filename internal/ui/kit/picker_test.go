package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/ui/kit"
)

var relations = []kit.Item{{Value: "户主", Code: "01"}, {Value: "配偶", Code: "10"}, {Value: "之子", Code: "20"}, {Value: "之女", Code: "30"}, {Value: "之儿媳", Code: "28"}}

func TestTypingOpensTheListAndEnterTakesTheFirst(t *testing.T) {
	for _, row := range []struct{ typed, value string }{
		{"po", "配偶"}, {"peiou", "配偶"}, {"10", "配偶"}, {"女", "之女"}, {"zn", "之女"}, {"zex", "之儿媳"}, {"hz", "户主"},
	} {
		t.Run(row.typed, func(t *testing.T) {
			p, next := kit.NewPicker(relations...), kit.NewEntry()
			w := show(t, p, next)
			types(t, w, row.typed)
			press(t, w, fyne.KeyReturn)
			types(t, w, "a")
			if p.Value() != row.value || next.Text != "a" {
				t.Errorf("picked %q, then typed %q", p.Value(), next.Text)
			}
		})
	}
}

func TestEscapeLeavesThePickAsItWas(t *testing.T) {
	p := kit.NewPicker(relations...)
	w := show(t, p)
	p.SetValue("户主")
	types(t, w, "po")
	press(t, w, fyne.KeyEscape)
	if p.Value() != "户主" || w.Canvas().Focused() != p {
		t.Errorf("picked %q", p.Value())
	}
}

func TestArrowsAndTabPick(t *testing.T) {
	p, next := kit.NewPicker(relations...), kit.NewEntry()
	w := show(t, p, next)
	press(t, w, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyTab)
	if p.Value() != "之子" || w.Canvas().Focused() != next {
		t.Errorf("picked %q", p.Value())
	}
}

func TestSeveralCanBePicked(t *testing.T) {
	p := kit.NewPicker(relations...)
	p.Many = true
	told := 0
	p.OnChange(func() { told++ })
	w := show(t, p)
	types(t, w, "po")
	press(t, w, fyne.KeyReturn)
	types(t, w, "zn")
	press(t, w, fyne.KeyReturn)
	if p.Value() != "配偶、之女" || told != 2 {
		t.Errorf("picked %q in %d changes", p.Value(), told)
	}
	press(t, w, fyne.KeyReturn)
	if w.Canvas().Focused() == nil || w.Canvas().Overlays().Top() != nil {
		t.Error("Enter without a filter does not close the list")
	}
}

func TestAValueThatIsNoItemIsKeptAndShown(t *testing.T) {
	p := kit.NewPicker(relations...)
	show(t, p)
	p.SetValue("之曾祖母")
	if p.Value() != "之曾祖母" || p.Shown() != "之曾祖母" {
		t.Errorf("value %q, shown %q", p.Value(), p.Shown())
	}
}

func TestACharacterIsFoundByEachOfItsReadings(t *testing.T) {
	items := []kit.Item{{Value: "中式烹调师"}, {Value: "重庆"}, {Value: "养老护理员"}, {Value: "保山市隆阳区"}, {Value: "姚安县左门乡"}}
	for _, row := range []struct{ typed, value string }{
		{"zspts", "中式烹调师"}, {"zspds", "中式烹调师"}, {"zhongshipengtiao", "中式烹调师"}, {"pt", "中式烹调师"},
		{"cq", "重庆"}, {"chongqing", "重庆"}, {"zq", "重庆"}, {"yanglaohly", "养老护理员"}, {"lyq", "保山市隆阳区"},
		{"yazm", "姚安县左门乡"}, {"zmx", "姚安县左门乡"},
	} {
		t.Run(row.typed, func(t *testing.T) {
			got := kit.Filter(items, row.typed)
			if len(got) == 0 || got[0].Value != row.value {
				t.Errorf("found %v", got)
			}
		})
	}
}

func TestAPickerThatFindsNothingSaysSo(t *testing.T) {
	p := kit.NewPicker(relations...)
	w := show(t, p)
	types(t, w, "qqq")
	if got := wordsOn(w.Canvas().Overlays().Top()); !strings.Contains(got, "没有") {
		t.Errorf("the list reads %q", got)
	}
	press(t, w, fyne.KeyReturn)
	if w.Canvas().Overlays().Top() == nil || p.Value() != "" {
		t.Errorf("Enter picked %q of nothing", p.Value())
	}
}
