package home_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/ui/home"
	"ruhu/internal/ui/uitest"
)

func TestTheHomePageCountsAndNamesTodaysClasses(t *testing.T) {
	x := uitest.Sample(t, home.New, "")
	x.Reads("60", "241", "养老护理员", "上午", "下午")
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
