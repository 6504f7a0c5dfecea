package person_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/survey"
	"ruhu/internal/ui/page"
	"ruhu/internal/ui/person"
	"ruhu/internal/ui/uitest"
)

// open shows the page on the sample; what the frame would forget is nothing here.
func open(t *testing.T) *uitest.Window {
	t.Helper()
	return uitest.Sample(t, func(d page.Deps) page.Page {
		d.Forget = func() {}
		return person.New(d)
	}, "")
}

func save(t *testing.T, x *uitest.Window) {
	t.Helper()
	s, ok := x.Win.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		t.Fatalf("%T knows no Ctrl+Enter", x.Win.Canvas().Focused())
	}
	s.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	x.Settle()
}

// head is the first person of the sample's first household.
func head(t *testing.T, x *uitest.Window) (id, household string) {
	t.Helper()
	household = x.Desk.HouseholdIDs("")[0]
	members, err := x.Desk.Members(household)
	if err != nil || len(members) == 0 {
		t.Fatalf("%d members, %v", len(members), err)
	}
	return members[0].ID, household
}

func TestAFileReadsAndTheNumberIsMasked(t *testing.T) {
	x := open(t)
	id, _ := head(t, x)
	x.Visit(id)
	p, err := x.Desk.Person(id)
	if err != nil {
		t.Fatal(err)
	}
	x.Reads(p.Name(), "基本情况", p.IDNumber()[14:])
	if strings.Contains(x.Text(), p.IDNumber()) {
		t.Error("the number is shown whole")
	}
	x.Tap("显示证件号码")
	x.Reads(p.IDNumber())
	x.Clean()
}

func TestAWishIsRegistered(t *testing.T) {
	x := open(t)
	id, _ := head(t, x)
	before, _ := x.Desk.Wishes(id)
	x.Visit(id)
	x.Tap("登记培训意愿")
	x.Settle()
	x.Type("想学开挖机")
	save(t, x)
	x.Reads("有几处看起来不对") // no trade of that name; the words are kept all the same
	x.Press(fyne.KeyReturn)
	x.Settle()
	x.Clean()
	after, err := x.Desk.Wishes(id)
	if err != nil || len(after) != len(before)+1 {
		t.Fatalf("%d wishes after %d, %v; the window says:\n%s", len(after), len(before), err, x.Text())
	}
	if w := after[0]; w.Text() != "想学开挖机" || w.Get(survey.WishedOn) != "2026-11-20" {
		t.Errorf("the wish is %v", w.Unpack())
	}
}

func TestSomebodyWhoIsThereAlreadyIsAskedAbout(t *testing.T) {
	x := open(t)
	id, household := head(t, x)
	p, err := x.Desk.Person(id)
	if err != nil {
		t.Fatal(err)
	}
	x.Visit(page.New + household)
	x.Type("另一个名字")
	x.Press(fyne.KeyReturn)
	x.Type(p.IDNumber())
	save(t, x)
	x.Reads("有几处看起来不对", p.Name())
	before := len(x.Desk.Find(p.IDNumber(), 5))
	x.Press(fyne.KeyEscape)
	if after := len(x.Desk.Find(p.IDNumber(), 5)); after != before {
		t.Error("it was saved all the same")
	}
}

func TestANewMemberGoesToTheHouseholdAndKeepsARareName(t *testing.T) {
	x := open(t)
	_, household := head(t, x)
	x.Visit(page.New + household)
	x.Type("㛃𬭳𠮷")
	x.Press(fyne.KeyReturn)
	x.Type("530000201208080092")
	save(t, x)
	x.Clean()
	hits := x.Desk.Find("㛃𬭳𠮷", 5)
	if len(hits) != 1 || hits[0].Household != household {
		t.Fatalf("hits %v; the window says:\n%s", hits, x.Text())
	}
	if last := x.Shown[len(x.Shown)-1]; last != page.Household+":"+household {
		t.Errorf("then it showed %s", last)
	}
}

func TestTwoValuesAreShownWithWhoWroteThemAndOneIsTaken(t *testing.T) {
	x := uitest.Sample(t, person.New, "")
	m, err := x.Desk.Members(x.Desk.HouseholdIDs("")[0])
	if err != nil {
		t.Fatal(err)
	}
	seen, err := x.Desk.Seen(registry.TypePerson, m[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	err = x.Desk.Store().Edit("县级王", "", func(e *store.Edit) error {
		return e.Put(registry.TypePerson, m[0].ID, map[string]string{survey.Phone: "15400000001"})
	})
	if err != nil {
		t.Fatal(err)
	}
	a := m[0].Unpack()
	a[survey.Phone] = "15400000002"
	if _, err := x.Desk.SavePerson(m[0].ID, a, desk.Over(seen), desk.Anyway("测试")); err != nil {
		t.Fatal(err)
	}
	x.Visit(m[0].ID)
	x.Reads("两边填的不一样", "15400000001", "县级王", "15400000002", "Li")
	x.Tap("15400000001　（县级王　2026-11-20 09:00）")
	x.Clean()
	x.Page.Refresh()
	p, err := x.Desk.Person(m[0].ID)
	if err != nil || p.Phone() != "15400000001" || strings.Contains(x.Text(), "两边填的不一样") {
		t.Errorf("the phone is %q, %v; the page reads %s", p.Phone(), err, x.Text())
	}
}
