package home_test

import (
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/ui/home"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/uitest"
)

func TestTheHomePageCountsAndNamesTodaysClasses(t *testing.T) {
	x := uitest.Sample(t, home.New, "")
	due, err := x.Desk.Due()
	if err != nil {
		t.Fatal(err)
	}
	x.Reads(strconv.Itoa(due.Households), strconv.Itoa(due.People), "养老护理员", "上午", "下午")
	x.Tap("考勤")
	if len(x.Shown) != 1 || len(x.Shown[0]) <= len("attend:") {
		t.Errorf("it showed %v", x.Shown)
	}
	x.Clean()
}

func TestAnEmptyRegisterIsWelcomed(t *testing.T) {
	x := uitest.Empty(t, home.New, "")
	x.Reads("登记册还是空的")
	x.Tap("导入名单")
	if len(x.Shown) != 1 || x.Shown[0] != "import:" {
		t.Errorf("it showed %v", x.Shown)
	}
}

func TestADraftIsNamedWithAWayBack(t *testing.T) {
	x := uitest.Sample(t, home.New, "")
	if err := x.Desk.SaveDraft(survey.Person.Name, "new:h1", survey.Answers{survey.FullName: "㛃兰"}); err != nil {
		t.Fatal(err)
	}
	x.Page.Refresh()
	x.Reads("㛃兰")
	x.Tap("接着填")
	if len(x.Shown) != 1 || x.Shown[0] != "person:new:h1" {
		t.Errorf("it showed %v", x.Shown)
	}
}

func TestAnEmptyRegisterStillNamesItsDraftsAndWhatIsNotReported(t *testing.T) {
	x := uitest.Empty(t, home.New, "")
	if err := x.Desk.SaveDraft(survey.Household.Name, "", survey.Answers{survey.HeadName: "㛃兰"}); err != nil {
		t.Fatal(err)
	}
	id, err := x.Desk.SaveHousehold("", survey.Answers{survey.HeadName: "𬭳明", survey.Village: "532325202201"})
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Desk.Delete(registry.TypeHousehold, id, "重复登记"); err != nil {
		t.Fatal(err)
	}
	x.Page.Refresh()
	x.Reads("登记册还是空的", "㛃兰", "未上报的改动", "2")
	x.Tap("接着填")
	if len(x.Shown) != 1 || x.Shown[0] != "household:" {
		t.Errorf("it showed %v", x.Shown)
	}
}

func TestADateBeforeTheLastEditIsSaidOnTop(t *testing.T) {
	x := uitest.Sample(t, home.New, "")
	today := uitest.Now
	t.Cleanup(func() { uitest.Now = today })
	uitest.Now = today.AddDate(0, 0, -3)
	x.Page.Refresh()
	x.Reads("请核对电脑右下角的日期和时间")
}

func TestTheKeyboardStandsAtTheFirstThingToDo(t *testing.T) {
	x := uitest.Sample(t, home.New, "")
	x.Press(fyne.KeyReturn)
	if len(x.Shown) != 1 || !strings.HasPrefix(x.Shown[0], "attend:") {
		t.Errorf("Enter showed %v", x.Shown)
	}
	x = uitest.Empty(t, home.New, "")
	x.Press(fyne.KeyReturn)
	if len(x.Shown) != 1 || x.Shown[0] != "import:" {
		t.Errorf("Enter showed %v", x.Shown)
	}
}

func TestWhatTheYearStillAsksForIsCountedAndLeadsToItsList(t *testing.T) {
	x := uitest.Sample(t, home.New, "")
	for name, label := range map[string]string{"weimodi": "没问过意愿", "yingxunweixun": "应训未训", "weizoufang": "该走访没走访"} {
		table, err := x.Desk.Report(name, report.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		x.Reads(label + "（" + map[bool]string{true: "户", false: "人"}[name == "weizoufang"] + "）" + strconv.Itoa(len(table.Rows)))
	}
	for _, o := range test.LaidOutObjects(x.Win.Canvas().Content()) {
		if s, ok := o.(*kit.Stat); ok {
			x.Shown = nil
			s.Tapped(nil)
			if len(x.Shown) != 1 {
				t.Errorf("a number leads to %v", x.Shown)
			}
		}
	}
}

func TestADraftOfARecordLeadsBackToIt(t *testing.T) {
	x := uitest.Sample(t, home.New, "")
	m, err := x.Desk.Members(x.Desk.HouseholdIDs("")[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Desk.SaveDraft(registry.TypeFollowUp, m[0].ID+"/", survey.Answers{survey.OfPerson: m[0].ID}); err != nil {
		t.Fatal(err)
	}
	x.Page.Refresh()
	x.Reads("跟踪服务", m[0].Name())
	x.Tap("接着填")
	if len(x.Shown) != 1 || x.Shown[0] != "person:record:followup/"+m[0].ID+"/" {
		t.Errorf("it showed %v", x.Shown)
	}
}
