package kit_test

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ruhu/internal/ui/kit"
)

func TestEnterGoesToTheNextEntryAndCtrlEnterSaves(t *testing.T) {
	a, b := kit.NewEntry(), kit.NewEntry()
	saved := 0
	b.Save = func() { saved++ }
	w := show(t, a, b)
	types(t, w, "古丽·阿不都热依木")
	press(t, w, fyne.KeyReturn)
	types(t, w, "㛃𬭳𠮷")
	b.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	if a.Text != "古丽·阿不都热依木" || b.Text != "㛃𬭳𠮷" || saved != 1 {
		t.Errorf("typed %q and %q, saved %d times", a.Text, b.Text, saved)
	}
}

func TestEscapeLeavesAnEntry(t *testing.T) {
	e := kit.NewEntry()
	left := false
	e.Escape = func() { left = true }
	w := show(t, e)
	press(t, w, fyne.KeyEscape)
	if !left {
		t.Error("Esc did nothing")
	}
}

func TestTabLeavesAnEntryOfSeveralLines(t *testing.T) {
	a, b := kit.NewLines(3), kit.NewEntry()
	w := show(t, a, b)
	types(t, w, "一")
	press(t, w, fyne.KeyReturn)
	types(t, w, "二")
	press(t, w, fyne.KeyTab)
	types(t, w, "三")
	if a.Text != "一\n二" || b.Text != "三" {
		t.Errorf("typed %q and %q", a.Text, b.Text)
	}
}

func TestWhatIsTypedIsSettledWhenLeftAndNobodyIsToldOfASetValue(t *testing.T) {
	bad := errors.New("no number")
	a, b := kit.NewEntry(), kit.NewEntry()
	a.Clean = func(s string) (string, error) {
		if s == "x" {
			return "", bad
		}
		return "<" + s + ">", nil
	}
	told := 0
	a.OnChange(func() { told++ })
	w := show(t, a, b)
	a.SetValue("old")
	if told != 0 {
		t.Error("SetValue counted as a change by a person")
	}
	a.SetText("")
	told = 0
	types(t, w, "x")
	if a.Problem() != bad || a.Value() != "" || told != 1 {
		t.Errorf("a bad answer gave problem %v, value %q, told %d", a.Problem(), a.Value(), told)
	}
	a.SetText("7")
	press(t, w, fyne.KeyReturn)
	if a.Text != "<7>" || b.Text != "" {
		t.Errorf("left, it reads %q", a.Text)
	}
}
