package intake_test

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ruhu/internal/survey"
	"ruhu/internal/ui/intake"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
	"ruhu/internal/ui/uitest"
)

// list is a small list with one good household and one row whose ID number has a wrong check digit.
const list = `户编号,村,户主姓名,姓名,与户主关系,证件号码,文化程度
5323250001,左门村,古丽·阿不都热依木,古丽·阿不都热依木,户主,530000198005120010,初中
5323250001,左门村,古丽·阿不都热依木,㛃兰,配偶,530000198211030024,小学
5323250001,左门村,古丽·阿不都热依木,𬭳明,之子,530000200804150031,初中
`

func drop(t *testing.T, x *uitest.Window, name, content string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	x.Page.(page.Dropper).Drop([]string{path})
}

func open(t *testing.T) *uitest.Window {
	t.Helper()
	x := uitest.Empty(t, intake.New, "")
	s, err := x.Desk.Settings()
	if err != nil {
		t.Fatal(err)
	}
	s.Township = "532325202"
	if err := x.Desk.SaveSettings(s); err != nil {
		t.Fatal(err)
	}
	return x
}

func TestADroppedListIsShownRowByRowAndChangesNothingYet(t *testing.T) {
	x := open(t)
	drop(t, x, "名单.csv", list)
	x.Reads("导入预览", "名单.csv", "新增 2", "待决定 1", "𬭳明")
	if n := len(x.Desk.HouseholdIDs("")); n != 0 {
		t.Errorf("%d households before anybody said so", n)
	}
	x.Clean()
}

func TestTheRowOfSomebodyNewShowsWhatWouldBeRegistered(t *testing.T) {
	x := open(t)
	drop(t, x, "名单.csv", list)
	filter(t, x, "全部 3")
	x.Page.(page.Focuser).Focus()
	x.Press(fyne.KeyHome)
	x.Reads("没有发现问题", "会登记的内容", "初中", "户主", "5323250001")
	if strings.Contains(x.Text(), "530000198005120010") {
		t.Error("the ID number is shown whole")
	}
	x.Clean()
}

func TestADecisionIsForAllRowsLikeItAfterZero(t *testing.T) {
	x := open(t)
	drop(t, x, "名单.csv", list+"5323250001,左门村,古丽·阿不都热依木,乙,之女,530000201004150035,小学\n")
	x.Reads("待决定 2")
	x.Press(fyne.KeyF4)
	x.Press(fyne.KeyEnd)
	x.Type("01")
	x.Reads("新增 4")
	x.Clean()
}

func TestADecisionByOneKeyTakesTheRowIn(t *testing.T) {
	x := open(t)
	drop(t, x, "名单.csv", list)
	x.Press(fyne.KeyEnd)
	x.Type("1")
	x.Reads("新增 3")
	x.Tap("导入 3 人")
	x.Reads("导入完成")
	hits := x.Desk.Find("𬭳明", 5)
	if len(hits) != 1 {
		t.Fatalf("%d hits", len(hits))
	}
	p, err := x.Desk.Person(hits[0].ID)
	if err != nil || p.IDNumber() != "" || p.Get(survey.Relation) != "之子" {
		t.Errorf("%v, %v", p.Unpack(), err)
	}
	x.Clean()
}

func TestARowThatWaitsSurvivesClosingAndIsPutRight(t *testing.T) {
	x := open(t)
	drop(t, x, "名单.csv", list)
	x.Tap("导入 2 人")
	x.Press(fyne.KeyReturn) // yes, the others wait
	x.Reads("等您核对")
	x.Page = intake.New(x.Deps) // as after the next start
	x.Visit("waiting")
	x.Reads("共 1 行", "𬭳明", "校验")
	x.Tap("再试一次")
	if len(x.Errors) != 1 {
		t.Fatalf("the unchanged row was taken in; errors %v", x.Errors)
	}
	x.Errors = nil
	entryOf(t, x, "530000200804150031").SetText("53000020080415003X")
	x.Tap("再试一次")
	x.Clean()
	x.Reads("没有等您核对的行")
	if hits := x.Desk.Find("53000020080415003X", 2); len(hits) != 1 {
		t.Errorf("%d hits", len(hits))
	}
}

func TestARowThatWaitsIsDecidedByOneKey(t *testing.T) {
	x := open(t)
	drop(t, x, "名单.csv", list)
	x.Tap("导入 2 人")
	x.Press(fyne.KeyReturn)
	x.Visit("waiting")
	x.Reads("共 1 行")
	x.Type("1")
	x.Clean()
	x.Reads("没有等您核对的行")
	if hits := x.Desk.Find("𬭳明", 5); len(hits) != 1 {
		t.Errorf("%d hits", len(hits))
	}
}

// entryOf finds the entry that shows a text.
func entryOf(t *testing.T, x *uitest.Window, shown string) *kit.Entry {
	t.Helper()
	for _, o := range test.LaidOutObjects(x.Win.Canvas().Content()) {
		if e, ok := o.(*kit.Entry); ok && e.Text == shown {
			return e
		}
	}
	t.Fatalf("no entry shows %q", shown)
	return nil
}

func TestAFileThatIsNoListIsSaidSo(t *testing.T) {
	for _, row := range []struct{ name, content string }{
		{"图片.xlsx", "\x89PNG\r\n\x1a\n"}, {"空.csv", ""}, {"别的.csv", "品名,价格\n化肥,120\n"},
	} {
		t.Run(row.name, func(t *testing.T) {
			x := open(t)
			drop(t, x, row.name, row.content)
			if len(x.Errors) != 1 {
				t.Errorf("errors %v; the page reads %s", x.Errors, x.Text())
			}
			x.Reads("把表格拖到这里")
		})
	}
}

func TestTheSameListAgainChangesNothing(t *testing.T) {
	x := open(t)
	good := list[:strings.LastIndex(list, "5323250001")]
	for range 2 {
		drop(t, x, "名单.csv", good)
		plan, err := x.Desk.PlanImport(write(t, good))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := x.Desk.Import(context.Background(), plan, nil); err != nil {
			t.Fatal(err)
		}
	}
	drop(t, x, "名单.csv", good)
	x.Reads("不变 2", "导入 0 人")
}

func write(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "l.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// aFilter is what a choice of the filter over the rows reads.
var aFilter = regexp.MustCompile(`^\S+ \d+$`)

// filter chooses which rows are shown.
func filter(t *testing.T, x *uitest.Window, option string) {
	t.Helper()
	x.Reads(option)
	for _, o := range test.LaidOutObjects(x.Win.Canvas().Content()) {
		if f, ok := o.(*kit.Toggle); ok && aFilter.MatchString(f.Value()) {
			f.Choose(option)
			return
		}
	}
	t.Fatalf("there is no filter; the page reads:\n%s", x.Text())
}
