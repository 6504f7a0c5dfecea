package person_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
	"ruhu/internal/ui/person"
	"ruhu/internal/ui/uitest"
)

func TestAFactIsAddedEndedAndStandsInTheTimeline(t *testing.T) {
	x := open(t)
	id := ""
	err := x.Desk.People(func(p registry.Person) error {
		if f, _ := x.Desk.Facts(p.ID); len(f) == 0 {
			id = p.ID
		}
		return nil
	})
	if err != nil || id == "" {
		t.Fatalf("everybody has facts, %v", err)
	}
	x.Visit(id)
	x.Tap("登记情况")
	x.Type("jyzz") // 教育资助
	x.Press(fyne.KeyReturn)
	save(t, x)
	x.Clean()
	facts, err := x.Desk.Facts(id)
	if err != nil || len(facts) != 1 || facts[0].Get(survey.FactKind) != "教育资助" {
		t.Fatalf("facts %v, %v; the window says:\n%s", facts, err, x.Text())
	}
	x.Visit(id)
	x.Reads("教育资助", "起始时间不详，现在还是")
	x.Tap("结束")
	x.Press(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	x.Clean()
	x.Page.Refresh()
	x.Reads("到 2026-11-20 为止")
}

func TestAFollowUpTakesTwoKeys(t *testing.T) {
	x := open(t)
	id, _ := head(t, x)
	x.Visit(id)
	for _, c := range x.Page.(page.Commander).Commands() {
		if c.Label == "跟踪服务" {
			c.Do()
		}
	}
	save(t, x)
	x.Clean()
	all, err := x.Desk.Records(registry.TypeFollowUp, id)
	if err != nil || len(all) != 1 || all[0].Day() != "2026-11-20" || all[0].Get(survey.DoneBy) != x.Desk.Actor() {
		t.Errorf("follow-ups %v, %v", all, err)
	}
}

func TestSomebodyWhoLeavesIsSaidSoAndComesBack(t *testing.T) {
	x := open(t)
	_, household := head(t, x)
	m, err := x.Desk.Members(household)
	if err != nil {
		t.Fatal(err)
	}
	id := m[len(m)-1].ID
	x.Visit(id)
	x.Choose("更多", "登记离开（去世、迁出、婚出…）")
	x.Tap("登记")
	x.Reads("请选离开的原因")
	x.Pick("请选择", "婚出")
	x.Tap("登记")
	x.Clean()
	p, err := x.Desk.Person(id)
	if err != nil || p.Get(survey.LeftWhy) != "婚出" {
		t.Fatalf("%v, %v; the window says:\n%s", p.Unpack(), err, x.Text())
	}
	x.Page.Refresh()
	x.Reads("婚出，2026-11-20 起不再计入台账")
	x.Tap("登记返回")
	x.Tap("登记返回")
	x.Clean()
	if p, _ = x.Desk.Person(id); desk.Left(p) {
		t.Error("still away")
	}
}

func TestWhoWantsNothingThisYearIsNoted(t *testing.T) {
	x := open(t)
	id := ""
	err := x.Desk.People(func(p registry.Person) error {
		if p.Get(survey.WantsTraining) == "" && p.HouseholdID() != "" {
			id = p.ID
		}
		return nil
	})
	if err != nil || id == "" {
		t.Fatalf("everybody was asked, %v", err)
	}
	x.Visit(id)
	x.Reads("2026 年还没有问过培训意愿")
	x.Tap("问过了，没有意愿")
	x.Tap("记下")
	if x.Win.Canvas().Overlays().Top() != nil {
		x.Tap("核对过了，照样办")
	}
	x.Clean()
	p, err := x.Desk.Person(id)
	if err != nil || p.Get(survey.WantsTraining) != survey.No || p.Get(survey.AskedOn) != "2026-11-20" {
		t.Errorf("%v, %v; the window says:\n%s", p.Unpack(), err, x.Text())
	}
}

func TestASignatureIsKeptAsAPicture(t *testing.T) {
	x := open(t)
	id, _ := head(t, x)
	x.Visit(id)
	x.Tap("签字")
	for _, o := range test.LaidOutObjects(x.Win.Canvas().Overlays().Top()) {
		if s, ok := o.(*kit.Sign); ok {
			s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(20, 20)}})
			s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(90, 60)}})
			s.DragEnd()
		}
	}
	x.Tap("签好了")
	x.Clean()
	all, err := x.Desk.Attachments(id)
	if err != nil || len(all) != 1 || all[0].Get(survey.AttachKind) != survey.AttachSignature || all[0].Get(survey.Mime) != "image/png" {
		t.Fatalf("attachments %v, %v", all, err)
	}
	x.Visit(id)
	for _, o := range test.LaidOutObjects(x.Win.Canvas().Content()) {
		if p, ok := o.(*kit.Picture); ok {
			p.Tapped(nil)
		}
	}
	x.Reads("另存一份")
}

func TestAFileThatIsDroppedIsAttached(t *testing.T) {
	x := open(t)
	id, _ := head(t, x)
	x.Visit(id)
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "scan.png")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	x.Page.(page.Dropper).Drop([]string{path})
	x.Tap("添加")
	x.Clean()
	if all, err := x.Desk.Attachments(id); err != nil || len(all) != 1 || all[0].Get(survey.AttachKind) != survey.AttachScan {
		t.Errorf("attachments %v, %v; the window says:\n%s", all, err, x.Text())
	}
}

// two are two records of one person, the second in another household, with other answers.
func two(t *testing.T, x *uitest.Window) (keep, drop string) {
	t.Helper()
	keep, _ = head(t, x)
	p, err := x.Desk.Person(keep)
	if err != nil {
		t.Fatal(err)
	}
	other := x.Desk.HouseholdIDs("")[5]
	a := survey.Answers{survey.InHousehold: other, survey.FullName: p.Name(), survey.Born: p.Get(survey.Born), survey.Sex: p.Sex(), survey.Phone: "15400009999", survey.UsedName: "𬭳明"}
	drop, err = x.Desk.SavePerson("", a, desk.Anyway("测试"))
	if err != nil {
		t.Fatal(err)
	}
	return keep, drop
}

func TestTwoRecordsAreLaidSideBySideMergedAndPartedAgain(t *testing.T) {
	x := open(t)
	keep, drop := two(t, x)
	x.Visit(page.Merge + keep + "/" + drop)
	x.Reads("这两条登记是同一个人吗", "15400009999", "𬭳明", "保留", "并入")
	take(x, "15400009999")
	x.Tap("合并成一条")
	x.Tap("合并成一条")
	if x.Win.Canvas().Overlays().Top() != nil {
		x.Tap("核对过了，照样办")
	}
	x.Settle()
	x.Clean()
	p, err := x.Desk.Person(keep)
	if err != nil || p.Phone() != "15400009999" || p.Get(survey.UsedName) != "𬭳明" {
		t.Fatalf("the one that stays has %v, %v; the window says:\n%s", p.Unpack(), err, x.Text())
	}
	x.Visit(keep)
	x.Reads("已并入这一条")
	x.Tap("撤销合并")
	x.Type("核实是两个人")
	x.Press(fyne.KeyReturn)
	x.Clean()
	if all, err := x.Desk.MergedInto(registry.TypePerson, keep); err != nil || len(all) != 0 {
		t.Errorf("still merged: %v, %v", all, err)
	}
}

func TestOneUndoTakesAMergeBackWithTheAnswersThatWereChosen(t *testing.T) {
	x := open(t)
	keep, drop := two(t, x)
	before, err := x.Desk.Person(keep)
	if err != nil {
		t.Fatal(err)
	}
	x.Visit(page.Merge + keep + "/" + drop)
	take(x, "15400009999")
	x.Tap("合并成一条")
	x.Tap("合并成一条")
	x.Settle()
	x.Clean()
	if _, err := x.Desk.Undo(); err != nil {
		t.Fatal(err)
	}
	p, err := x.Desk.Person(keep)
	if err != nil || p.Phone() != before.Phone() || p.Get(survey.UsedName) != before.Get(survey.UsedName) {
		t.Errorf("the one that stayed has %v, %v", p.Unpack(), err)
	}
	if all, err := x.Desk.MergedInto(registry.TypePerson, keep); err != nil || len(all) != 0 {
		t.Errorf("still merged: %v, %v", all, err)
	}
}

func TestTwoGoodNumbersAreMergedOnlyForAReason(t *testing.T) {
	x := open(t)
	keep, drop := two(t, x)
	other, err := x.Desk.Person(drop)
	if err != nil {
		t.Fatal(err)
	}
	a := other.Unpack()
	a[survey.IDNo], a[survey.Born] = "530000198405120036", ""
	if _, err := x.Desk.SavePerson(drop, a, desk.Anyway("测试")); err != nil {
		t.Fatal(err)
	}
	x.Visit(page.Merge + keep + "/" + drop)
	x.Tap("合并成一条")
	x.Tap("合并成一条")
	x.Reads("各有一个有效的证件号码")
	x.Tap("核对过了，照样办")
	if all, _ := x.Desk.MergedInto(registry.TypePerson, keep); len(all) != 0 {
		t.Fatal("merged without a reason")
	}
	x.Type("2015年改过号码")
	x.Tap("核对过了，照样办")
	x.Settle()
	x.Clean()
	events, err := x.Desk.Events(keep)
	if err != nil || len(events) == 0 || events[len(events)-1].Get(survey.EventNote) != "2015年改过号码" {
		t.Errorf("events %v, %v", events, err)
	}
}

// take chooses the answer that is shown as words.
func take(x *uitest.Window, words string) {
	for _, o := range test.LaidOutObjects(x.Win.Canvas().Content()) {
		if s, ok := o.(*kit.Option); ok && strings.Contains(wordsOf(s), words) {
			s.Tapped(nil)
		}
	}
}

func wordsOf(o fyne.CanvasObject) string {
	var words []string
	for _, x := range test.LaidOutObjects(o) {
		if t, ok := x.(*canvas.Text); ok {
			words = append(words, t.Text)
		}
	}
	return strings.Join(words, "")
}

func TestPairsAreListedAndTwoPeopleAreNotAskedAboutAgain(t *testing.T) {
	x := uitest.Sample(t, person.NewDoubles, "")
	keep, drop := two(t, x)
	x.Page.Refresh()
	p, _ := x.Desk.Person(keep)
	x.Reads(p.Name(), "1 对")
	x.Press(fyne.KeyReturn)
	if len(x.Shown) != 1 || !strings.HasPrefix(x.Shown[0], "person:"+page.Merge) {
		t.Fatalf("it showed %v", x.Shown)
	}
	if err := x.Desk.TwoPeople(keep, drop, desk.Because("堂兄弟")); err != nil {
		t.Fatal(err)
	}
	x.Page.Refresh()
	x.Reads("没有疑似重复的登记")
}

func TestWhoIsThereAlreadyIsNamedWhileTypingAndOpened(t *testing.T) {
	x := open(t)
	id, household := head(t, x)
	p, err := x.Desk.Person(id)
	if err != nil {
		t.Fatal(err)
	}
	x.Visit(page.New + household)
	x.Type("随便")
	x.Press(fyne.KeyReturn)
	x.Type(p.IDNumber())
	x.Settle()
	x.Reads("是同一个人吗", p.Name(), "证件号码相同")
	x.Tap("这是同一个人")
	if last := x.Shown[len(x.Shown)-1]; last != "person:"+page.Edit+id {
		t.Errorf("it showed %s", last)
	}
}

func TestTheHistoryTellsWhoChangedWhatAndMasksNumbers(t *testing.T) {
	x := open(t)
	id, _ := head(t, x)
	p, err := x.Desk.Person(id)
	if err != nil {
		t.Fatal(err)
	}
	no := p.IDNumber()
	p.Packed = p.With(survey.Phone, "15400001111")
	if _, err := x.Desk.SavePerson(id, p.Unpack(), desk.Anyway("换号")); err != nil {
		t.Fatal(err)
	}
	x.Visit(id)
	x.Reads("谁在什么时候改了什么", "15400001111", "Li", "换号")
	if strings.Contains(x.Text(), no) {
		t.Error("the number is shown whole")
	}
	x.Clean()
}

func TestSomebodyMovesToAnotherHousehold(t *testing.T) {
	x := open(t)
	_, household := head(t, x)
	m, err := x.Desk.Members(household)
	if err != nil {
		t.Fatal(err)
	}
	id, other := m[len(m)-1].ID, x.Desk.HouseholdIDs("")[7]
	h, _ := x.Desk.Household(other)
	x.Visit(id)
	x.Choose("更多", "迁到别的户")
	x.Type(h.No())
	x.Press(fyne.KeyReturn)
	x.Tap("迁过去")
	if x.Win.Canvas().Overlays().Top() != nil {
		x.Tap("核对过了，照样办")
	}
	x.Clean()
	if p, err := x.Desk.Person(id); err != nil || p.HouseholdID() != other {
		t.Errorf("%s lives in %s, %v; the window says:\n%s", p.Name(), p.HouseholdID(), err, x.Text())
	}
}
