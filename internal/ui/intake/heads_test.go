package intake_test

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"ruhu/internal/survey"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
	"ruhu/internal/ui/uitest"
)

// odd has a heading that nobody knows.
const odd = `户编号,村,户主姓名,姓名,与户主关系,证件号码,念书念到
5323250001,左门村,古丽·阿不都热依木,古丽·阿不都热依木,户主,530000198005120010,初中
5323250001,左门村,古丽·阿不都热依木,㛃兰,配偶,530000198211030024,小学
`

// part goes to a part of the preview.
func part(t *testing.T, x *uitest.Window, name string) {
	t.Helper()
	x.Reads(name)
	for _, o := range test.LaidOutObjects(x.Win.Canvas().Content()) {
		if f, ok := o.(*kit.Toggle); ok && !aFilter.MatchString(f.Value()) {
			f.Choose(name)
			x.Page.(page.Focuser).Focus()
			return
		}
	}
	t.Fatal("the preview has no parts")
}

func TestAHeadingThatNobodyKnowsIsExplainedOnceAndKnownTheNextTime(t *testing.T) {
	x := open(t)
	drop(t, x, "念书.csv", odd)
	part(t, x, "栏目（1 栏不认识）")
	x.Reads("念书念到", "现在没有读这一栏", "初中", "小学")
	x.Pick("选一个栏目", "文化程度")
	x.Reads("您教了 1 栏", "现在读作：文化程度")
	x.Tap("导入 2 人")
	x.Reads("您教的 1 栏已经记住")
	if a := person(t, x, "530000198211030024"); a[survey.Education] != "小学" {
		t.Errorf("the column was not read: %v", a[survey.Education])
	}
	drop(t, x, "念书又来.csv", odd)
	part(t, x, "栏目")
	x.Reads("沿用上次教过的 1 栏", "不变 2")
	x.Tap("忘掉教过的")
	x.Tap("忘掉")
	x.Reads("栏目（1 栏不认识）")
	x.Clean()
}

func TestAColumnThatIsNotToBeReadIsLeft(t *testing.T) {
	x := open(t)
	drop(t, x, "名单.csv", list)
	part(t, x, "栏目")
	x.Type("0")
	x.Reads("现在没有读这一栏", "您教的")
	x.Clean()
}
