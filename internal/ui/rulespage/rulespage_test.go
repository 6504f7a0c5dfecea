package rulespage_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ruhu/internal/report"
	"ruhu/internal/ui/rulespage"
	"ruhu/internal/ui/uitest"
)

// retype puts other words in the place of those where the keyboard is.
func retype(x *uitest.Window, words string) {
	x.Win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	x.Type(words)
}

func save(x *uitest.Window) {
	x.Win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
}

func leavers(t *testing.T, x *uitest.Window) int {
	t.Helper()
	made, err := x.Desk.Ledger("lianghousheng", report.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return len(made.Rows)
}

func TestARuleIsChangedAfterItsEffectWasSeen(t *testing.T) {
	x := uitest.Sample(t, rulespage.New, "left_school")
	x.Reads("两后生", "年龄到（周岁）", "22", "云人社发〔2018〕71号")
	before := leavers(t, x)
	x.Press(fyne.KeyReturn)
	retype(x, "18")
	save(x)
	x.Reads("改“两后生”以后", "→", "出去")
	if leavers(t, x) != before {
		t.Fatal("it counts before anybody said so")
	}
	x.Tap("就按这个改")
	x.Clean()
	x.Reads("本县的", "18（自带的：16）")
	if after := leavers(t, x); after >= before {
		t.Errorf("%d are school leavers by the narrower rule, %d before", after, before)
	}
	x.Tap("恢复自带的")
	x.Tap("恢复自带的")
	x.Clean()
	if after := leavers(t, x); after != before {
		t.Errorf("%d are school leavers after it was taken back, %d before", after, before)
	}
}

func TestWhatMakesNoSenseLeadsToItsField(t *testing.T) {
	x := uitest.Sample(t, rulespage.New, "left_school")
	x.Press(fyne.KeyReturn, fyne.KeyReturn)
	retype(x, "200")
	x.Press(fyne.KeyTab)
	save(x)
	x.Reads("这里不对")
	if at := x.At(); !strings.HasPrefix(at, "年龄到") {
		t.Errorf("the keyboard is at %q", at)
	}
	if r, _ := x.Desk.Rule("left_school"); r.Own {
		t.Error("it was saved")
	}
}

// TestEachRuleIsKeptAsItIsByItsOwnForm opens each rule and saves it with nothing but another day: no parameter may get lost or change.
func TestEachRuleIsKeptAsItIsByItsOwnForm(t *testing.T) {
	x := uitest.Sample(t, rulespage.New, "")
	all, err := x.Desk.Rules()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		if r.Name == "checks" {
			continue
		}
		x.Visit(r.Name)
		x.Tap("修改")
		save(x)
		x.Tap("就按这个改")
		x.Clean()
		now, err := x.Desk.Rule(r.Name)
		if err != nil || !now.Own || now.Whole != r.Whole {
			t.Errorf("%s: %v; before\n%s\nafter\n%s", r.Name, err, r.Whole, now.Whole)
		}
	}
}
