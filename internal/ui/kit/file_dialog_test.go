package kit_test

import (
	"testing"

	"ruhu/internal/ui/kit"
)

func TestTheFileDialogsOpen(t *testing.T) {
	w := show(t, kit.NewEntry())
	kit.ChooseFile(w, "选", "打开", []string{".xlsx"}, t.TempDir(), func(string, error) {})
	kit.ChooseFolder(w, "选", "就这里", t.TempDir(), func(string, error) {})
	if n := len(w.Canvas().Overlays().List()); n != 2 {
		t.Errorf("%d dialogs are shown", n)
	}
}
