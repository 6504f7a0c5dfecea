package kit_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ruhu/internal/ui/kit"
)

// table makes a table of n rows: number, name.
func table(n int) *kit.Table {
	names := []string{"王小明", "古丽·阿不都热依木", "㛃兰", "阿依"}
	return kit.NewTable([]kit.Column{{Title: "序号", Em: 4, Right: true}, {Title: "姓名", Em: 8, Grow: true}},
		func() int { return n }, func(row, column int) kit.Cell {
			if column == 0 {
				return kit.Cell{Text: fmt.Sprint(n - row)}
			}
			return kit.Cell{Text: names[row%len(names)]}
		})
}

func showTable(t *testing.T, x *kit.Table) fyne.Window {
	t.Helper()
	w := show(t, kit.NewEntry())
	w.SetContent(x)
	w.Resize(fyne.NewSize(400, 400))
	w.Canvas().Focus(x)
	return w
}

func TestTheKeyboardWalksThroughATable(t *testing.T) {
	x := table(100000)
	opened := -1
	x.OnOpen = func(row int) { opened = row }
	w := showTable(t, x)
	for _, step := range []struct {
		key fyne.KeyName
		at  int
	}{
		{fyne.KeyDown, 1}, {fyne.KeyDown, 2}, {fyne.KeyUp, 1}, {fyne.KeyEnd, 99999}, {fyne.KeyDown, 99999}, {fyne.KeyHome, 0}, {fyne.KeyUp, 0},
	} {
		press(t, w, step.key)
		if x.Current() != step.at {
			t.Fatalf("after %s it stands at %d, not %d", step.key, x.Current(), step.at)
		}
	}
	press(t, w, fyne.KeyPageDown)
	if x.Current() < 5 {
		t.Errorf("a page down is %d rows", x.Current())
	}
	press(t, w, fyne.KeyReturn)
	if opened != x.Current() {
		t.Errorf("Enter opened %d", opened)
	}
}

func TestSortingKeepsRowNumbersAndTheCurrentRow(t *testing.T) {
	x := table(12)
	w := showTable(t, x)
	press(t, w, fyne.KeyDown)
	x.SortBy(0)
	if x.Current() != 1 {
		t.Errorf("sorting moved the current row to %d", x.Current())
	}
	press(t, w, fyne.KeyHome)
	if x.Current() != 11 {
		t.Errorf("the smallest number is in row %d", x.Current())
	}
	x.SortBy(0)
	press(t, w, fyne.KeyHome)
	if x.Current() != 0 {
		t.Errorf("the largest number is in row %d", x.Current())
	}
	x.SortBy(1)
	press(t, w, fyne.KeyHome)
	if x.Current()%4 != 3 {
		t.Errorf("阿依 is first by pinyin, not row %d", x.Current())
	}
}

func TestRowsAreChosenAndCopiedAsCells(t *testing.T) {
	x := table(10)
	x.OnSelect = func() {}
	w := showTable(t, x)
	types(t, w, " ")
	press(t, w, fyne.KeyDown, fyne.KeyDown)
	types(t, w, " ")
	x.Select(0, 2)
	if got := x.Selected(); !reflect.DeepEqual(got, []int{0, 2}) {
		t.Fatalf("chosen %v", got)
	}
	clip := test.NewClipboard()
	x.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip})
	want := "序号\t姓名\r\n10\t王小明\r\n8\t㛃兰\r\n"
	if clip.Content() != want {
		t.Errorf("copied %q", clip.Content())
	}
	x.TypedShortcut(&fyne.ShortcutSelectAll{})
	if x.Chosen() != 10 {
		t.Errorf("select all chose %d", x.Chosen())
	}
}

func TestOnlyRowsInSightArePainted(t *testing.T) {
	x := table(100000)
	w := showTable(t, x)
	press(t, w, fyne.KeyEnd)
	n := 0
	for _, o := range test.LaidOutObjects(w.Canvas().Content()) {
		if strings.Contains(fmt.Sprintf("%T", o), "canvas.Text") {
			n++
		}
	}
	if n == 0 || n > 80 {
		t.Errorf("%d texts for a window of about ten rows", n)
	}
}

func TestALetterTypedInATableIsHandedOn(t *testing.T) {
	x := table(3)
	got := ""
	x.OnType = func(r rune) { got += string(r) }
	w := showTable(t, x)
	types(t, w, "王x")
	if got != "王x" {
		t.Errorf("handed on %q", got)
	}
}
