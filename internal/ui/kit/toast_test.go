package kit_test

import (
	"testing"
	"time"

	"ruhu/internal/ui/kit"
)

func TestAToastGoesAwayAndAnOlderTimerLeavesANewerToastAlone(t *testing.T) {
	var later []func()
	x := kit.NewToaster(func(_ time.Duration, f func()) { later = append(later, f) })
	show(t, kit.NewEntry(), x)
	x.Say("一")
	undone := false
	x.Offer("二", "撤销", func() { undone = true })
	later[0]()
	if x.Message() != "二" {
		t.Fatalf("the first timer took the second away: %q", x.Message())
	}
	x.Press()
	if !undone || x.Message() != "" {
		t.Errorf("undone %v, still says %q", undone, x.Message())
	}
	x.Say("三")
	later[len(later)-1]()
	if x.Message() != "" {
		t.Error("it stays for ever")
	}
}
