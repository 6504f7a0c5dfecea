package intake_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func TestAnImportIsTakenBackAsAWholeFromTheListOfPastOnes(t *testing.T) {
	x := registered(t)
	x.Tap("再导一个文件")
	x.Reads("以往的导入", "名单.csv", "新增 2 人")
	x.Tap("整批撤销")
	x.Reads("会全部退回")
	x.Tap("撤销")
	x.Reads("已撤销")
	if n := len(x.Desk.HouseholdIDs("")); n != 0 {
		t.Errorf("%d households are left", n)
	}
	x.Clean()
}

func TestTheReportSaysOfEveryRowWhatBecameOfItAndIsSaved(t *testing.T) {
	x := registered(t)
	x.Tap("看每一行的结果")
	x.Reads("导入结果：名单.csv", "㛃兰", "新增")
	if strings.Contains(x.Text(), "530000198211030024") {
		t.Error("the report shows an ID number")
	}
	dir := t.TempDir()
	x.Prefs.SetString("import.reports", dir)
	x.Tap("存为表格")
	x.Tap("存到这里")
	x.Reads("已存好")
	x.Press(fyne.KeyReturn)
	found, err := filepath.Glob(filepath.Join(dir, "*.xlsx"))
	if err != nil || len(found) != 1 {
		t.Fatalf("%v, %v", found, err)
	}
	if i, err := os.Stat(found[0]); err != nil || i.Size() == 0 {
		t.Errorf("%v", err)
	}
	x.Clean()
}
