package household_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/ui/household"
	"ruhu/internal/ui/page"
	"ruhu/internal/ui/uitest"
)

// three is a household of the sample with at least three people.
func three(t *testing.T, x *uitest.Window) (id string, members []registry.Person) {
	t.Helper()
	for _, id := range x.Desk.HouseholdIDs("") {
		m, err := x.Desk.Members(id)
		if err != nil {
			t.Fatal(err)
		}
		if len(m) >= 3 && m[1].Relation() == registry.Spouse && m[2].Relation() == "之女" {
			return id, m
		}
	}
	t.Fatal("the sample has no such household")
	return "", nil
}

func TestTheHeadChangesAndTheRelationsFollow(t *testing.T) {
	x := uitest.Sample(t, household.New, "")
	id, m := three(t, x)
	x.Visit(id)
	x.Choose("更多", "换户主")
	x.Type(m[1].Name())
	x.Press(fyne.KeyReturn) // the picker takes the first and goes on
	x.Reads("各人与新户主的关系")
	x.Tap("换户主")
	x.Clean()
	after, err := x.Desk.Members(id)
	if err != nil {
		t.Fatal(err)
	}
	if after[0].ID != m[1].ID || after[0].Relation() != registry.Head {
		t.Fatalf("the head is %s; the window says:\n%s", after[0].Name(), x.Text())
	}
	for _, p := range after {
		if p.ID == m[0].ID && p.Relation() != registry.Spouse {
			t.Errorf("the old head is %q now", p.Relation())
		}
	}
}

func TestEnterLeadsFromTheNewHeadThroughTheRelations(t *testing.T) {
	x := uitest.Sample(t, household.New, "")
	id, m := three(t, x)
	x.Visit(id)
	x.Choose("更多", "换户主")
	x.Type(m[1].Name())
	x.Press(fyne.KeyReturn)
	x.Type("之岳父")
	x.Press(fyne.KeyReturn)
	for range len(m) { // the other relations, the day, the button
		x.Press(fyne.KeyReturn)
	}
	x.Clean()
	if p, err := x.Desk.Person(m[0].ID); err != nil || p.Relation() != "之岳父" {
		t.Errorf("the old head is %q now, %v; the window says:\n%s", p.Relation(), err, x.Text())
	}
}

func TestSomebodyMakesAHouseholdOfTheirOwn(t *testing.T) {
	x := uitest.Sample(t, household.New, "")
	id, m := three(t, x)
	x.Visit(id)
	x.Choose("更多", "分户")
	x.Tap("分户")
	x.Reads("还没有选人")
	x.Type("3")
	x.Tap("分户")
	x.Clean()
	x.Settle()
	p, err := x.Desk.Person(m[2].ID)
	if err != nil || p.HouseholdID() == id || p.Relation() != registry.Head {
		t.Fatalf("%s lives in %s as %q, %v; the window says:\n%s", p.Name(), p.HouseholdID(), p.Relation(), err, x.Text())
	}
	if h, err := x.Desk.Household(p.HouseholdID()); err != nil || h.Head() != p.Name() || h.Village() == "" {
		t.Errorf("the new household is %v, %v", h.Unpack(), err)
	}
	if last := x.Shown[len(x.Shown)-1]; last != page.Household+":"+p.HouseholdID() {
		t.Errorf("then it showed %s", last)
	}
}

func TestWhoLeftStaysOnThePageQuietly(t *testing.T) {
	x := uitest.Sample(t, household.New, "")
	id, m := three(t, x)
	if err := x.Desk.Leave(m[2].ID, "婚出", "2026-05", desk.Because("嫁到大村")); err != nil {
		t.Fatal(err)
	}
	x.Visit(id)
	x.Reads("已离开", m[2].Name(), "婚出", "2026-05")
	if !strings.Contains(x.Text(), "家庭成员 2 人") && !strings.Contains(x.Text(), "家庭成员 3 人") && !strings.Contains(x.Text(), "家庭成员 4 人") {
		t.Errorf("the window says:\n%s", x.Text())
	}
	if strings.Contains(x.Text(), "家庭成员 "+string(rune('0'+len(m)))+" 人") {
		t.Error("who left still counts")
	}
}

func TestASlipIsMarkedDeliveredWithWhoTookIt(t *testing.T) {
	x := uitest.Sample(t, household.New, "")
	id, m := three(t, x)
	slip, err := x.Desk.SaveRecord(registry.TypeSlip, "", survey.Answers{survey.OfHousehold: id, survey.OfferedOn: "2026-11-20", survey.OfferJobs: "电子厂"})
	if err != nil {
		t.Fatal(err)
	}
	x.Visit(id)
	x.Reads("还没有送达", "电子厂")
	x.Tap("登记送达")
	x.Press(fyne.KeyDown)
	x.Type(m[1].Name())
	x.Press(fyne.KeyReturn)
	x.Tap("已送达")
	x.Clean()
	r, err := x.Desk.Record(registry.TypeSlip, slip)
	if err != nil || r.Get(survey.TakenBy) != m[1].Name() || r.Get(survey.DeliveredOn) != "2026-11-20" || r.Get(survey.TakenRelation) != m[1].Relation() {
		t.Errorf("the slip is %v, %v; the window says:\n%s", r.Unpack(), err, x.Text())
	}
}

func TestAHouseholdJoinsAnother(t *testing.T) {
	x := uitest.Sample(t, household.New, "")
	id, m := three(t, x)
	other := ""
	for _, h := range x.Desk.HouseholdIDs("") {
		if h != id {
			other = h
			break
		}
	}
	h, _ := x.Desk.Household(other)
	x.Visit(id)
	x.Choose("更多", "并到别的户")
	x.Tap("并过去")
	x.Reads("还没有选并到哪一户")
	x.Type(h.No())
	x.Press(fyne.KeyReturn)
	x.Tap("并过去")
	x.Settle()
	x.Clean()
	p, err := x.Desk.Person(m[0].ID)
	if err != nil || p.HouseholdID() != other {
		t.Errorf("%s lives in %s, %v; the window says:\n%s", p.Name(), p.HouseholdID(), err, x.Text())
	}
	x.Visit(other)
	x.Reads("从 " + m[0].Name() + " 户到 " + h.Head() + " 户")
	x.Visit(id)
	x.Reads("已并入")
}

func TestTheStandingOfADayIsShown(t *testing.T) {
	x := uitest.Sample(t, household.New, "")
	id, _ := three(t, x)
	if _, err := x.Desk.SaveRecord(registry.TypeFact, "", survey.Answers{survey.OfHousehold: id, survey.FactKind: survey.FactMinLiving, survey.StartsOn: "2024-01-01", survey.EndsOn: "2025-01-01"}); err != nil {
		t.Fatal(err)
	}
	x.Visit(id)
	x.Reads("2024-01-01 至 2025-01-01")
}
