package targets_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/ui/targets"
	"ruhu/internal/ui/uitest"
)

func TestATargetIsChangedAndItsProgressStandsBesideIt(t *testing.T) {
	x := uitest.Sample(t, targets.New, "")
	x.Reads("脱贫劳动力和监测对象技能培训", "120", "4.2", "人次")
	x.Press(fyne.KeyReturn)
	x.Win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	x.Type("100")
	x.Tap("保存")
	x.Clean()
	all, err := x.Desk.Targets()
	i := slices.IndexFunc(all, func(r registry.Record) bool { return strings.HasPrefix(r.Get(survey.TargetTask), "脱贫") })
	if err != nil || i < 0 || all[i].Get(survey.TargetNumber) != "100" {
		t.Fatalf("%v, %v", all, err)
	}
	x.Reads("100", "5.0")
	if len(x.Said) != 1 || !strings.Contains(x.Said[0], "已保存") {
		t.Errorf("said %v", x.Said)
	}
}

func TestWithoutTargetsThePageSaysWhatToDo(t *testing.T) {
	x := uitest.Empty(t, targets.New, "")
	x.Reads("还没有目标任务")
	x.Tap("导入任务表")
	if len(x.Shown) != 1 || x.Shown[0] != "import:" {
		t.Errorf("shown %v", x.Shown)
	}
	x.Clean()
}
