package schools_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/ui/schools"
	"ruhu/internal/ui/uitest"
)

func TestASchoolIsAddedChangedAndListed(t *testing.T) {
	x := uitest.Empty(t, schools.New, "")
	x.Reads("还没有登记学校")
	x.Tap("登记学校")
	x.Type("示例技工学校")
	save := &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl}
	x.Win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(save)
	x.Clean()
	x.Reads("示例技工学校", "1 所")
	x.Press(fyne.KeyReturn)
	x.Type("𠮷")
	x.Win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(save)
	x.Clean()
	all, err := x.Desk.Records(registry.TypeSchool, "")
	if err != nil || len(all) != 1 || all[0].Get(survey.SchoolName) != "示例技工学校𠮷" {
		t.Fatalf("%v, %v; the window says:\n%s", all, err, x.Text())
	}
}
