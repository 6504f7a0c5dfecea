package intake_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/survey"
	"ruhu/internal/ui/intake"
	"ruhu/internal/ui/uitest"
)

// more is the list again, with another name and another phone for people who are registered.
const more = `户编号,村,户主姓名,姓名,与户主关系,证件号码,文化程度,成员联系电话
5323250001,左门村,古丽·阿不都热依木,古丽·阿布都,户主,530000198005120010,高中,15400000001
5323250001,左门村,古丽·阿不都热依木,㛃兰,配偶,530000198211030024,小学,15400000002
`

// registered is a page whose register has the two good people of the list.
func registered(t *testing.T) *uitest.Window {
	t.Helper()
	x := open(t)
	drop(t, x, "名单.csv", list[:strings.LastIndex(list, "5323250001")])
	x.Tap("导入 2 人")
	x.Reads("导入完成", "写入 3 条记录")
	return x
}

func person(t *testing.T, x *uitest.Window, words string) survey.Answers {
	t.Helper()
	hits := x.Desk.Find(words, 2)
	if len(hits) != 1 {
		t.Fatalf("%q finds %d", words, len(hits))
	}
	p, err := x.Desk.Person(hits[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	return p.Unpack()
}

func TestBothSidesOfADoubtfulRowStandSideBySide(t *testing.T) {
	x := registered(t)
	drop(t, x, "再报.csv", more)
	x.Reads("还有 1 行要定", "登记的姓名不同", "这张表第 2 行", "已登记的", "古丽·阿布都", "古丽·阿不都热依木", "高中", "初中")
	x.Clean()
}

func TestOneKeyKeepsOursAndAnotherTakesTheirs(t *testing.T) {
	for key, want := range map[string]string{"1": "初中", "2": "高中"} {
		x := registered(t)
		drop(t, x, "再报.csv", more)
		x.Type(key)
		x.Reads("都定好了")
		x.Tap("导入 2 人")
		x.Reads("导入完成")
		if a := person(t, x, "530000198005120010"); a[survey.Education] != want {
			t.Errorf("after %s it is %s, want %s", key, a[survey.Education], want)
		}
		x.Clean()
	}
}

func TestADecisionIsTakenBackWithTheKeyThatDeletes(t *testing.T) {
	x := registered(t)
	drop(t, x, "再报.csv", more)
	x.Type("2")
	x.Reads("待决定 0", "都定好了")
	x.Press(fyne.KeyBackspace)
	x.Reads("还有 1 行要定", "待决定 1")
	x.Clean()
}

func TestADecisionForManyIsTakenBackForAllOfThem(t *testing.T) {
	x := open(t)
	drop(t, x, "名单.csv", list+"5323250001,左门村,古丽·阿不都热依木,乙,之女,530000201004150035,小学\n")
	x.Reads("还有 2 行要定")
	x.Type("01")
	x.Reads("都定好了", "导入 4 人")
	x.Press(fyne.KeyBackspace)
	x.Reads("还有 2 行要定", "导入 2 人")
	x.Clean()
}

func TestWhatWasDecidedIsThereAfterTheProgramWasClosed(t *testing.T) {
	x := open(t)
	path := write(t, list)
	read(x, path)
	x.Type("1")
	x.Reads("都定好了")
	x.Settle()
	x.Page = intake.New(x.Deps) // as after the next start
	x.Visit("")
	x.Reads("还没导完，已定了 1 行")
	x.Tap("接着导")
	x.Reads("导入 3 人")
	x.Tap("导入 3 人")
	x.Visit("")
	if strings.Contains(x.Text(), "还没导完") {
		t.Error("what is done is still offered")
	}
	x.Clean()
}
