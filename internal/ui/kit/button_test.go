package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ruhu/internal/ui/kit"
)

func TestEnterPressesAButtonAndAStat(t *testing.T) {
	pressed, opened := 0, 0
	b := kit.NewPrimary("好", func() { pressed++ })
	s := kit.NewStat("户", func() { opened++ })
	w := show(t, b, s)
	press(t, w, fyne.KeyReturn, fyne.KeySpace, fyne.KeyDown, fyne.KeyReturn)
	if pressed != 2 || opened != 1 {
		t.Errorf("pressed %d, opened %d", pressed, opened)
	}
}

func TestProgressCanBeStopped(t *testing.T) {
	stopped := false
	p := kit.NewProgress("读", func() { stopped = true })
	w := show(t, p)
	p.Set("读 5", 5, 10)
	w.Canvas().Focus(p.Cancel)
	press(t, w, fyne.KeyReturn)
	if !stopped {
		t.Error("cancel did nothing")
	}
}

func TestCtrlEnterOnAButtonOfAFormSaves(t *testing.T) {
	saved := 0
	b := kit.NewButton("取消", func() { t.Error("the button was pressed") })
	b.Save = func() { saved++ }
	w := show(t, b)
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter} {
		w.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl})
	}
	if saved != 2 {
		t.Errorf("it saved %d times", saved)
	}
}
