package auditpage_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/survey"
	"ruhu/internal/training"
	"ruhu/internal/ui/auditpage"
	"ruhu/internal/ui/page"
	"ruhu/internal/ui/uitest"
)

// tooFull makes a class of the sample too big for its room.
func tooFull(t *testing.T, x *uitest.Window) training.Class {
	t.Helper()
	classes, err := x.Desk.Classes()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range classes {
		in, err := x.Desk.Enrolments(c.ID)
		if err != nil {
			t.Fatal(err)
		}
		if c.Stage() == training.Draft || len(in) < 2 {
			continue
		}
		a := survey.Answers{}
		for k, v := range c.Answers {
			a[k] = v
		}
		a[training.RoomSize] = "1"
		if _, err := x.Desk.SaveClass(c.ID, a); err != nil {
			t.Fatal(err)
		}
		return c
	}
	t.Fatal("the sample has no class that runs")
	return training.Class{}
}

func TestAFindingLeadsToItsClass(t *testing.T) {
	x := uitest.Sample(t, auditpage.New, "")
	c := tooFull(t, x)
	x.Visit("")
	x.Reads("场地")
	x.Press(fyne.KeyReturn)
	if len(x.Shown) != 1 || x.Shown[0] != "class:"+c.ID {
		t.Errorf("Enter showed %v", x.Shown)
	}
	x.Clean()
}

func TestTheSameWordDrawsTheSamePeople(t *testing.T) {
	x := uitest.Sample(t, auditpage.New, "")
	toCalls(x)
	first := x.Text()
	if !strings.Contains(first, uitest.Now.Format("2006-01-02")) {
		t.Errorf("it reads:\n%s", first)
	}
	other := uitest.Sample(t, auditpage.New, "")
	toCalls(other)
	if other.Text() != first {
		t.Errorf("drawn again it reads:\n%s\nat first:\n%s", other.Text(), first)
	}
}

func toCalls(x *uitest.Window) {
	for _, c := range x.Page.(page.Commander).Commands() {
		if c.Key == fyne.Key3 {
			c.Do()
		}
	}
}

func TestARegisterWithoutClassesSaysWhatComes(t *testing.T) {
	x := uitest.Empty(t, auditpage.New, "")
	x.Reads("还没有可核查的培训班")
	x.Clean()
}
