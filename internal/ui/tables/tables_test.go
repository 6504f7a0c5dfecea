package tables_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/ui/tables"
	"ruhu/internal/ui/uitest"
)

func TestANumberLeadsToWhoWasCountedAndOnToThePerson(t *testing.T) {
	x := uitest.Sample(t, tables.New, "lianghousheng-hui")
	x.Reads("去向", "底数", "合计", "✓ 底数")
	x.Press(fyne.KeyEnd, fyne.KeyReturn) // the base of the whole township
	x.Reads("合计 · 去向 · 底数", "12 人", "姓名")
	x.Press(fyne.KeyReturn)
	if len(x.Shown) != 1 || !strings.HasPrefix(x.Shown[0], "person:") {
		t.Errorf("Enter showed %v", x.Shown)
	}
	x.Visit("") // coming back, the list is still there
	x.Reads("12 人")
	x.Press(fyne.KeyEscape)
	x.Reads("✓ 底数")
	x.Clean()
}

func TestANumberOfTurnsLeadsToThePeopleInTheirClasses(t *testing.T) {
	x := uitest.Sample(t, tables.New, "jibao")
	x.Press(fyne.KeyEnd)
	for range 10 {
		x.Press(fyne.KeyRight)
	}
	x.Press(fyne.KeyReturn)
	x.Reads("本季培训人次", "20 条")
	x.Press(fyne.KeyReturn)
	if len(x.Shown) != 1 || !strings.HasPrefix(x.Shown[0], "person:") {
		t.Errorf("Enter showed %v", x.Shown)
	}
	x.Clean()
}

func TestWhatDoesNotAddUpSaysWhoIsMissing(t *testing.T) {
	x := uitest.Sample(t, tables.New, "lianghousheng-hui")
	table, err := x.Desk.Report("lianghousheng-hui", report.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	p, err := x.Desk.Person(table.Behind[len(table.Rows)-1][2][0])
	if err != nil {
		t.Fatal(err)
	}
	a := survey.Answers{} // somebody like them, of whom nothing else is known
	for _, key := range []string{survey.InHousehold, survey.Born, survey.Sex, survey.Education, survey.SchoolStage, survey.SchoolResult, "school", "graduated_on"} {
		a[key] = p.Get(key)
	}
	a[survey.FullName], a[survey.Relation] = "何去何", "之子"
	if _, err := x.Desk.SavePerson("", a, desk.Anyway("a test")); err != nil {
		t.Fatal(err)
	}
	x.Page.Refresh()
	x.Reads("✗ 底数", "看看是谁")
	x.Tap("看看是谁（1）")
	x.Reads("没有归入任何一项的", "何去何")
	x.Press(fyne.KeyEscape)
	x.Tap("导出")
	x.Tap("开始导出")
	if len(x.Errors) != 1 {
		t.Errorf("a table that does not add up was written: %v", x.Errors)
	}
}

func TestAnotherMonthIsAnotherTable(t *testing.T) {
	x := uitest.Sample(t, tables.New, "yuebao")
	x.Reads("2026年11月")
	x.Pick("2026年11月", "2026年10月")
	table, err := x.Desk.Report("yuebao", report.Filter{From: "2026-10-01", Until: "2026-10-31"})
	if err != nil || table.Period != "2026年10月" {
		t.Fatal(table.Period, err)
	}
	x.Reads("2026年10月")
	x.Press(fyne.KeyEnd)
	for range 10 {
		x.Press(fyne.KeyRight)
	}
	x.Press(fyne.KeyReturn)
	x.Reads("2026年10月 · 合计")
	x.Clean()
}

func TestATargetLeadsToItsOwnPage(t *testing.T) {
	x := uitest.Sample(t, tables.New, "mubiao")
	x.Press(fyne.KeyRight, fyne.KeyReturn)
	targets, err := x.Desk.Targets()
	if err != nil || len(x.Shown) != 1 || x.Shown[0] != registry.TypeTarget+"s:"+targets[0].ID {
		t.Errorf("Enter showed %v, %v", x.Shown, err)
	}
	x.Clean()
}

func TestEachTableIsWrittenInEachForm(t *testing.T) {
	for _, name := range []string{"yuebao", "jibao", "lianghousheng-hui", "mubiao", "yiyuan-hui", "fugai"} {
		t.Run(name, func(t *testing.T) {
			x := uitest.Sample(t, tables.New, name)
			for _, form := range []string{"1", "3"} {
				x.Tap("导出")
				x.Type(form)
				x.Tap("开始导出")
				x.Tap("知道了")
			}
			x.Clean()
			files, _ := filepath.Glob(filepath.Join(os.Getenv("HOME"), "入户台账", "*"))
			if len(files) != 2 {
				t.Errorf("written: %v", files)
			}
		})
	}
}

func TestAnEmptyRegisterSaysWhatToDo(t *testing.T) {
	x := uitest.Empty(t, tables.New, "mubiao")
	x.Tap("登记目标任务")
	if len(x.Shown) != 1 || x.Shown[0] != "targets:" {
		t.Errorf("shown %v", x.Shown)
	}
	x.Clean()
}
