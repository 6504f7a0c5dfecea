package intake_test

import (
	"os"
	"path/filepath"
	"testing"

	"ruhu/internal/ui/page"
	"ruhu/internal/ui/uitest"
)

// read drops a file that is there.
func read(x *uitest.Window, path string) { x.Page.(page.Dropper).Drop([]string{path}) }

// listOf is a list that intake is tested with.
func listOf(name string) string { return filepath.Join("..", "..", "intake", "testdata", name) }

func TestAClassApplicationShowsItsFormItsCoursesAndWhoMayEnrol(t *testing.T) {
	x := open(t)
	read(x, listOf("class.xlsx"))
	x.Reads("办班申报表", "花名册 38 人", "可以报", "不能报", "能不能报名")
	part(t, x, "申报表")
	x.Reads("将新建这个培训班", "中式烹调师（初级）培训班", "原料初加工与刀工", "合计", "理论课时")
	part(t, x, "花名册")
	before := x.Text()
	x.Page.(page.Focuser).Focus()
	x.Type("6")
	if x.Text() == before {
		t.Error("a key that says not to enrol does nothing")
	}
	x.Clean()
}

func TestTargetsAreShownWithTheirUnitsAndShares(t *testing.T) {
	x := open(t)
	read(x, listOf("targets.xlsx"))
	x.Reads("目标任务表", "22 行，25 项任务", "每年完成 1/3", "4500人次", "牵头单位", "区建设局", "500人次")
	x.Tap("导入 25 项任务")
	x.Reads("导入完成", "目标任务")
	if all, err := x.Desk.Targets(); err != nil || len(all) != 25 {
		t.Errorf("%d targets, %v", len(all), err)
	}
	x.Clean()
}

func TestAFormOfQuestionsSaysWhatGoesInAndWhatDoesNot(t *testing.T) {
	x := open(t)
	drop(t, x, "问题.csv", "key,label,kind,list\nx_roof,屋顶是什么做的,text,\nx_odd,在哪里,hologram,\n")
	x.Reads("调查题", "屋顶是什么做的", "没有照原样采用", "x_odd")
	x.Tap("启用这些题目")
	if all, err := x.Desk.Questions(); err != nil || len(all) != 1 {
		t.Errorf("%d forms, %v", len(all), err)
	}
	x.Clean()
}

func TestARollOfAnOfficeSaysWhichFactItBrings(t *testing.T) {
	x := open(t)
	drop(t, x, "退役军人名册.csv", "姓名,身份证号,村,入伍时间\n㛃兰,530000198211030024,左门村,2001-12\n")
	x.Reads("“退役军人”名册", "会给名册上的人记上这个情况")
	x.Clean()
}

func TestWrongFilesAreRefusedInPlainWords(t *testing.T) {
	x := open(t)
	for _, name := range []string{"通知.xlsx", "没有的.csv"} {
		path := filepath.Join(t.TempDir(), name)
		if name == "通知.xlsx" {
			if err := os.WriteFile(path, []byte("%PDF-1.7\n%âãÏÓ\n"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		x.Errors = nil
		read(x, path)
		if len(x.Errors) != 1 {
			t.Errorf("%s: errors %v", name, x.Errors)
		}
		x.Reads("把表格拖到这里")
	}
}
