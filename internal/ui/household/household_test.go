package household_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/household"
	"ruhu/internal/ui/page"
	"ruhu/internal/ui/uitest"
)

// save presses Ctrl+Enter where the keyboard is.
func save(t *testing.T, x *uitest.Window) {
	t.Helper()
	s, ok := x.Win.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		t.Fatalf("%T knows no Ctrl+Enter", x.Win.Canvas().Focused())
	}
	s.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	x.Settle()
}

// one is a household of the sample with members, and the name of its head.
func one(t *testing.T, x *uitest.Window) (id, head string) {
	t.Helper()
	id = x.Desk.HouseholdIDs("")[0]
	h, err := x.Desk.Household(id)
	if err != nil {
		t.Fatal(err)
	}
	return id, h.Head()
}

func TestTheListFindsWhileTypingAndEnterOpens(t *testing.T) {
	x := uitest.Sample(t, household.NewList, "")
	_, head := one(t, x)
	x.Reads("共 60 户", head)
	x.Type(head) // a letter typed in the list goes to the search
	x.Reads(head)
	x.Press(fyne.KeyReturn)
	if len(x.Shown) != 1 || !strings.HasPrefix(x.Shown[0], "household:") {
		t.Errorf("Enter showed %v", x.Shown)
	}
	x.Clean()
}

func TestAnEmptyListSaysWhatToDo(t *testing.T) {
	x := uitest.Empty(t, household.NewList, "")
	x.Tap("登记新户")
	if len(x.Shown) != 1 || x.Shown[0] != "household:" {
		t.Errorf("it showed %v", x.Shown)
	}
}

func TestIDNumbersAreMaskedUntilAskedFor(t *testing.T) {
	x := uitest.Sample(t, household.New, "")
	id, head := one(t, x)
	x.Visit(id)
	members, err := x.Desk.Members(id)
	if err != nil {
		t.Fatal(err)
	}
	no := members[0].IDNumber()
	x.Reads(head, members[0].Relation(), no[14:])
	if strings.Contains(x.Text(), no) {
		t.Fatal("the number is shown whole")
	}
	x.Tap("显示证件号码")
	x.Reads(no)
	x.Tap("隐藏证件号码")
	if strings.Contains(x.Text(), no) {
		t.Error("it does not hide again")
	}
}

func TestAVisitIsRegistered(t *testing.T) {
	x := uitest.Sample(t, household.New, "")
	id, _ := one(t, x)
	before, _ := x.Desk.Visits(id)
	x.Visit(id)
	x.Tap("登记走访")
	x.Press(fyne.KeyReturn, fyne.KeyReturn)
	save(t, x)
	x.Clean()
	after, err := x.Desk.Visits(id)
	if err != nil || len(after) != len(before)+1 {
		t.Fatalf("%d visits after %d, %v", len(after), len(before), err)
	}
	if v := after[0]; v.On() != "2026-11-20" || v.Get(survey.Visitor) != x.Desk.Actor() {
		t.Errorf("the visit is %v", v.Unpack())
	}
}

func TestTheFormOfAHouseholdChangesOnlyWhatWasChanged(t *testing.T) {
	x := uitest.Sample(t, household.New, "")
	id, _ := one(t, x)
	before, err := x.Desk.Household(id)
	if err != nil {
		t.Fatal(err)
	}
	x.Visit(id)
	x.Tap("修改户信息")
	x.Press(fyne.KeyReturn, fyne.KeyEnd)
	x.Type("甲")
	save(t, x)
	x.Clean()
	after, err := x.Desk.Household(id)
	if err != nil {
		t.Fatal(err)
	}
	for key := range before.Unpack() {
		if got, want := after.Get(key), before.Get(key); key != survey.Group && got != want {
			t.Errorf("%s changed from %q to %q", key, want, got)
		}
	}
	if after.Group() != before.Group()+"甲" {
		t.Errorf("the group is %q", after.Group())
	}
}

func TestAHouseholdWithoutAVillageIsSavedOnlyOnceItWasSaid(t *testing.T) {
	x := uitest.Sample(t, household.New, "")
	id, err := x.Desk.SaveHousehold("", survey.Answers{survey.HeadName: "古丽·阿不都热依木"})
	if err != nil {
		t.Fatal(err)
	}
	x.Visit(id)
	x.Tap("修改户信息")
	x.Press(fyne.KeyReturn, fyne.KeyEnd)
	x.Type("甲")
	save(t, x)
	x.Reads("还没有填村")
	x.Tap(text.T("form.save_anyway"))
	x.Settle()
	x.Clean()
	if h, err := x.Desk.Household(id); err != nil || h.Group() != "甲" {
		t.Errorf("the group is %q, %v", h.Group(), err)
	}
}

func TestAHouseholdWithMembersIsNotDeletedAndAReasonIsAsked(t *testing.T) {
	x := uitest.Sample(t, household.New, "")
	id, _ := one(t, x)
	x.Visit(id)
	x.Choose("更多", "删除")
	x.Type("重复登记")
	x.Press(fyne.KeyReturn)
	if len(x.Errors) != 1 {
		t.Errorf("errors %v", x.Errors)
	}
	if _, err := x.Desk.Household(id); err != nil {
		t.Error("it is gone")
	}
}

func countWords(n int) string { return text.T("household.count", n) }

func TestEscapeLeavesAFormWhereNothingHasTheKeyboard(t *testing.T) {
	x := uitest.Sample(t, household.New, "")
	id, _ := one(t, x)
	x.Visit(id)
	x.Tap("登记情况")
	x.Reads("登记日期")
	x.Win.Canvas().Unfocus() // a click beside the fields
	for _, c := range x.Page.(page.Commander).Commands() {
		if c.Key == fyne.KeyEscape && c.Mod == 0 {
			c.Do()
		}
	}
	if strings.Contains(x.Text(), "登记日期") {
		t.Error("the form is still there")
	}
}
