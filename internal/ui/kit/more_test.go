package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/ui/kit"
)

func TestWhatIsDoneLessOftenIsReachedByKeys(t *testing.T) {
	did := ""
	b := kit.NewMore("更多", func() []kit.Command {
		return []kit.Command{{Label: "迁到别的户", Do: func() { did = "迁" }}, {}, {Label: "离开", Do: func() { did = "离" }}}
	})
	w := show(t, b)
	press(t, w, fyne.KeyReturn)
	press(t, w, fyne.KeyDown, fyne.KeyReturn)
	if did != "离" {
		t.Errorf("it did %q", did)
	}
}
