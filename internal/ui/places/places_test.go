package places_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/survey"
	"ruhu/internal/ui/places"
	"ruhu/internal/ui/uitest"
)

func TestAGroupIsAddedToTheVillageOneStandsAt(t *testing.T) {
	x := uitest.Sample(t, places.New, "")
	before, err := x.Desk.Places()
	if err != nil {
		t.Fatal(err)
	}
	x.Press(fyne.KeyReturn)
	x.Tap("保存")
	x.Reads("请填写“小组名称”")
	x.Type("𠮷村小组")
	x.Press(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	x.Clean()
	after, err := x.Desk.Places()
	if err != nil || len(after) != len(before)+1 {
		t.Fatalf("%d changes after %d, %v; the window says:\n%s", len(after), len(before), err, x.Text())
	}
	x.Reads("𠮷村小组")
}

func TestAVillageIsRenamedAndItsOldNameIsTold(t *testing.T) {
	x := uitest.Sample(t, places.New, "")
	x.Choose("改名、并入、撤销", "改名")
	x.Type("甲")
	x.Tap("保存")
	x.Clean()
	tree, err := x.Desk.Tree()
	if err != nil {
		t.Fatal(err)
	}
	if got := tree.Name("532325202201"); got != "左门村民委员会甲" {
		t.Errorf("it is called %q; the window says:\n%s", got, x.Text())
	}
	x.Reads("原名 左门村民委员会", survey.PlaceRename)
}
