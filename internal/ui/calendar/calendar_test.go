package calendar_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/ui/calendar"
	"ruhu/internal/ui/uitest"
)

func TestAReportThatIsDueLeadsToItsTable(t *testing.T) {
	x := uitest.Sample(t, calendar.New, "")
	x.Reads("培训工作月报", "还有")
	x.Press(fyne.KeyReturn)
	if len(x.Shown)+len(x.Said) != 1 {
		t.Errorf("Enter showed %v and said %v", x.Shown, x.Said)
	}
	x.Clean()
}

func TestADeadlineLeadsToItsClass(t *testing.T) {
	x := uitest.Sample(t, calendar.New, "classes")
	x.Reads("申领补贴", "养老护理员")
	x.Press(fyne.KeyReturn)
	if len(x.Shown) != 1 || len(x.Shown[0]) <= len("class:") {
		t.Errorf("Enter showed %v", x.Shown)
	}
	x.Clean()
}

func TestARegisterWithoutClassesHasReportsAllTheSame(t *testing.T) {
	x := uitest.Empty(t, calendar.New, "")
	x.Reads("培训工作月报")
	x.Visit("classes")
	x.Reads("没有要办的期限")
}
