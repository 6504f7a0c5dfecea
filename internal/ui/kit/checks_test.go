package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ruhu/internal/ui/kit"
)

func healths() *kit.Checks {
	return kit.NewChecks(kit.Item{Value: "健康"}, kit.Item{Value: "长期慢性病"}, kit.Item{Value: "残疾"})
}

func TestSeveralAreMarkedInTheOrderOfTheList(t *testing.T) {
	c, e := healths(), kit.NewEntry()
	changed := 0
	c.OnChange(func() { changed++ })
	w := show(t, c, e)
	types(t, w, "32")
	if c.Value() != "长期慢性病、残疾" || changed != 2 {
		t.Errorf("%q after %d changes", c.Value(), changed)
	}
	press(t, w, fyne.KeyRight)
	types(t, w, " ")
	if c.Value() != "长期慢性病" {
		t.Errorf("Space left %q", c.Value())
	}
	press(t, w, fyne.KeyReturn)
	types(t, w, "a")
	if e.Text != "a" {
		t.Error("Enter does not go on")
	}
}

func TestAMarkThatIsNoChoiceStays(t *testing.T) {
	c := healths()
	show(t, c)
	c.SetValue("别处才有的、健康")
	c.Turn(2)
	if c.Value() != "健康、残疾、别处才有的" {
		t.Errorf("it holds %q", c.Value())
	}
}

func TestATapTurnsWhatLiesUnderIt(t *testing.T) {
	c := healths()
	show(t, c)
	test.TapAt(c, fyne.NewPos(10, 10))
	if c.Value() != "健康" {
		t.Errorf("it holds %q", c.Value())
	}
}
