package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ruhu/internal/ui/kit"
)

func TestAJumpGoesOverWhatIsOff(t *testing.T) {
	went := -1
	j := kit.NewJump(func(i int) { went = i }, kit.Mark{Name: "基本情况"}, kit.Mark{Name: "没有的", Off: true}, kit.Mark{Name: "培训"})
	w := show(t, j)
	press(t, w, fyne.KeyRight)
	if went != 2 {
		t.Errorf("it went to %d", went)
	}
	press(t, w, fyne.KeyRight, fyne.KeyLeft)
	if went != 0 {
		t.Errorf("then it went to %d", went)
	}
	test.TapAt(j, fyne.NewPos(100, 10))
	if went != 2 {
		t.Errorf("a tap on the second word went to %d", went)
	}
}

func TestAJumpBreaksIntoLinesWhereItIsNarrow(t *testing.T) {
	j := kit.NewJump(nil, kit.Mark{Name: "健康、劳动和务工"}, kit.Mark{Name: "社会保障"}, kit.Mark{Name: "资助和备注"})
	show(t, j)
	one := j.MinSize().Height
	j.Resize(fyne.NewSize(180, 300))
	if two := j.MinSize().Height; two <= one {
		t.Errorf("%.0f high where it is narrow, %.0f where it is wide", two, one)
	}
}
