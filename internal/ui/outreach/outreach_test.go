package outreach_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/ui/outreach"
	"ruhu/internal/ui/uitest"
)

func TestAnEventIsLoggedAndListed(t *testing.T) {
	x := uitest.Sample(t, outreach.New, "")
	before, err := x.Desk.Records(registry.TypeOutreach, "")
	if err != nil {
		t.Fatal(err)
	}
	x.Tap("登记宣传活动")
	x.Type("zuomen")
	x.Press(fyne.KeyReturn, fyne.KeyReturn)
	x.Type("讲雨露计划")
	x.Win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	x.Clean()
	all, err := x.Desk.Records(registry.TypeOutreach, "")
	if err != nil || len(all) != len(before)+1 || all[0].Get("subject") != "讲雨露计划" || all[0].Get(survey.OutreachOn) != "2026-11-20" {
		t.Fatalf("events %v, %v; the window says:\n%s", all, err, x.Text())
	}
	x.Reads("讲雨露计划")
}

func TestAnIdOpensTheFormOfItsEvent(t *testing.T) {
	x := uitest.Sample(t, outreach.New, "")
	id, err := x.Desk.SaveRecord(registry.TypeOutreach, "", survey.Answers{survey.OutreachOn: "2026-11-18", survey.OutreachSpot: "县第二中学", "subject": "技工院校招生"})
	if err != nil {
		t.Fatal(err)
	}
	x.Visit(id)
	x.Reads("宣传日期")
	x.Tap("取消")
	x.Clean()
	x.Reads("县第二中学")
}
