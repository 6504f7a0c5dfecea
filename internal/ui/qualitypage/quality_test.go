package qualitypage_test

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ruhu/internal/quality"
	"ruhu/internal/registry"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
	"ruhu/internal/ui/qualitypage"
	"ruhu/internal/ui/uitest"
)

func TestAFindingLeadsToItsField(t *testing.T) {
	x := uitest.Sample(t, qualitypage.New, "")
	found, err := x.Desk.Quality()
	if err != nil || len(found) == 0 {
		t.Fatal(len(found), err)
	}
	x.Reads(found[0].Sentence, "错误", "存疑", "提示")
	x.Press(fyne.KeyReturn)
	want := "household:" + page.Edit + found[0].ID + "/" + found[0].Key
	if found[0].Type != registry.TypeHousehold || len(x.Shown) != 1 || x.Shown[0] != want {
		t.Errorf("Enter showed %v, want %s", x.Shown, want)
	}
	x.Clean()
}

func TestFindingsAreNarrowedDown(t *testing.T) {
	x := uitest.Sample(t, qualitypage.New, "532325202202")
	found, err := x.Desk.Quality()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		shown := strings.Contains(x.Text(), f.Sentence)
		if f.Village == "532325202202" && !shown {
			t.Errorf("%s is not shown", f.Sentence)
		}
	}
	x.Pick("全部程度", string(quality.Hint))
	x.Reads("监护人")
	x.Type("没有这样的")
	x.Reads("没有符合条件的问题")
	x.Tap("不筛选")
	x.Reads(found[0].Sentence)
	x.Clean()
}

func TestEachVillageIsCountedAndANumberLeadsToItsList(t *testing.T) {
	x := uitest.Sample(t, qualitypage.New, "")
	view(x).Choose("按村")
	x.Reads("合计", "左门村")
	x.Press(fyne.KeyReturn) // all findings of the first village
	x.Reads("左门村", "2 处")
	x.Clean()
}

func TestWhatIsPutRightIsGone(t *testing.T) {
	x := uitest.Sample(t, qualitypage.New, "")
	before, err := x.Desk.Quality()
	if err != nil {
		t.Fatal(err)
	}
	h, err := x.Desk.Household(before[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	h.Packed = h.With("measures", "就业帮扶")
	if _, err := x.Desk.SaveHousehold(h.ID, h.Unpack()); err != nil {
		t.Fatal(err)
	}
	after, err := x.Desk.Quality()
	if err != nil || len(after) >= len(before) {
		t.Fatalf("%d findings before, %d after, %v", len(before), len(after), err)
	}
	x.Page.Refresh()
	x.Reads(count(len(after)))
	x.Clean()
}

func TestFindingsAreHandedOutAsAList(t *testing.T) {
	x := uitest.Sample(t, qualitypage.New, "")
	x.Tap("导出")
	x.Tap("开始导出")
	x.Clean()
	if files, _ := filepath.Glob(filepath.Join(os.Getenv("HOME"), "入户台账", "*.xlsx")); len(files) != 1 {
		t.Errorf("written: %v", files)
	}
}

func TestWhereNothingIsWrongThePageSaysSo(t *testing.T) {
	x := uitest.Empty(t, qualitypage.New, "")
	x.Reads("没有发现问题")
	view(x).Choose("录入及时")
	x.Reads("还看不出录入快慢")
	x.Clean()
}

func count(n int) string { return strconv.Itoa(n) + " 处" }

// view is the choice between the list, the villages and the lag.
func view(x *uitest.Window) (found *kit.Toggle) {
	for _, o := range test.LaidOutObjects(x.Win.Canvas().Content()) {
		if v, ok := o.(*kit.Toggle); ok && found == nil {
			found = v
		}
	}
	return found
}

func TestACheckIsSwitchedOffAndGivenOtherNumbers(t *testing.T) {
	x := uitest.Sample(t, qualitypage.New, "")
	before, _ := x.Desk.Quality()
	code := before[0].Check
	view(x).Choose("核查项目设置")
	x.Reads("开", "恢复自带的")
	set, _ := x.Desk.Checks()
	row := slices.IndexFunc(set, func(c quality.Check) bool { return c.Code == code })
	for range row {
		x.Press(fyne.KeyDown)
	}
	x.Type("o")
	x.Clean()
	x.Reads("关", "改过")
	after, _ := x.Desk.Quality()
	if slices.ContainsFunc(after, func(f quality.Finding) bool { return f.Check == code }) || len(after) >= len(before) {
		t.Errorf("%d findings before, %d after %s was switched off", len(before), len(after), code)
	}
	x.Tap("恢复自带的")
	x.Tap("恢复自带的")
	x.Clean()
	if again, _ := x.Desk.Quality(); len(again) != len(before) {
		t.Errorf("%d findings before, %d after all are as shipped", len(before), len(again))
	}
}

func TestANumberOfACheckIsAskedFor(t *testing.T) {
	x := uitest.Sample(t, qualitypage.New, "")
	view(x).Choose("核查项目设置")
	number := func(set quality.Set) int {
		return slices.IndexFunc(set, func(c quality.Check) bool { return len(c.Numbers) == 1 })
	}
	set, _ := x.Desk.Checks()
	row := number(set)
	for range row {
		x.Press(fyne.KeyDown)
	}
	x.Press(fyne.KeyReturn)
	x.Press(fyne.KeyReturn, fyne.KeyReturn)
	x.Win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	x.Type("许多")
	x.Tap("保存")
	x.Reads("0 到 1000")
	x.Tap("取消")
	if now, _ := x.Desk.Checks(); !slices.EqualFunc(now, set, func(a, b quality.Check) bool { return a.Code == b.Code && a.On == b.On }) {
		t.Error("something was saved")
	}
}
