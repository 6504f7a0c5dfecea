package ledger_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"ruhu/internal/report"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/ledger"
	"ruhu/internal/ui/page"
)

var names = []string{"王小明", "古丽·阿不都热依木", "㛃兰", "阿依"}

// grid makes a grid of n rows and thirty columns, the first two of which stay.
func grid(t *testing.T, n int) (*kit.Grid, fyne.Window) {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(kit.Theme{})
	columns := []kit.Column{{Title: "序号", Em: 3, Right: true}, {Title: "姓名", Em: 6}, {Title: "证件号码", Em: 10, Exact: true}}
	for i := len(columns); i < 30; i++ {
		columns = append(columns, kit.Column{Title: fmt.Sprint("栏", i), Over: "都是栏", Em: 5})
	}
	g := kit.NewGrid(columns, 2, func() int { return n }, func(row, column int) kit.Cell {
		switch column {
		case 0:
			return kit.Cell{Text: fmt.Sprint(n - row)}
		case 1:
			return kit.Cell{Text: names[row%len(names)]}
		case 2:
			return kit.Cell{Text: fmt.Sprintf("530000200001%06d", row)}
		}
		return kit.Cell{Text: fmt.Sprint(row, "/", column)}
	})
	w := test.NewTempWindow(t, widget.NewLabel(""))
	w.SetPadded(false)
	w.SetContent(g)
	w.Resize(fyne.NewSize(600, 400))
	w.Canvas().Focus(g)
	return g, w
}

func press(g *kit.Grid, keys ...fyne.KeyName) {
	for _, k := range keys {
		g.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func reads(w fyne.Window) string {
	all := ""
	for _, o := range test.LaidOutObjects(w.Canvas().Content()) {
		if t, ok := o.(*canvas.Text); ok && t.Visible() {
			all += t.Text + "\n"
		}
	}
	return all
}

func TestTheKeyboardWalksFromCellToCell(t *testing.T) {
	g, _ := grid(t, 100000)
	var opened [2]int
	g.OnOpen = func(row, column int) { opened = [2]int{row, column} }
	for _, step := range []struct {
		key fyne.KeyName
		at  [2]int
	}{
		{fyne.KeyRight, [2]int{0, 2}}, {fyne.KeyDown, [2]int{1, 2}}, {fyne.KeyEnd, [2]int{99999, 2}}, {fyne.KeyDown, [2]int{99999, 2}},
		{fyne.KeyLeft, [2]int{99999, 1}}, {fyne.KeyHome, [2]int{0, 1}}, {fyne.KeyUp, [2]int{0, 1}}, {fyne.KeyLeft, [2]int{0, 0}}, {fyne.KeyLeft, [2]int{0, 0}},
	} {
		press(g, step.key)
		if row, column := g.Current(); [2]int{row, column} != step.at {
			t.Fatalf("after %s it stands at %d, %d, want %v", step.key, row, column, step.at)
		}
	}
	press(g, fyne.KeyDown, fyne.KeyRight, fyne.KeyReturn)
	if opened != [2]int{1, 1} {
		t.Errorf("Enter opened %v", opened)
	}
}

func TestTheNameStaysInSightWhileTheRestSlides(t *testing.T) {
	g, w := grid(t, 100)
	if s := reads(w); strings.Contains(s, "0/29") {
		t.Fatalf("thirty columns have room:\n%s", s)
	}
	g.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierControl})
	for _, words := range []string{"0/29", "王小明", "姓名", "栏29"} {
		if !strings.Contains(reads(w), words) {
			t.Errorf("%s is out of sight:\n%s", words, reads(w))
		}
	}
	if strings.Contains(reads(w), "530000200001000000") {
		t.Error("what slid away is still painted")
	}
}

func TestCopiedRowsKeepEveryDigitInASpreadsheet(t *testing.T) {
	g, _ := grid(t, 3)
	clip := test.NewClipboard()
	g.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip})
	if s := clip.Content(); !strings.HasPrefix(s, "3\t王小明\t=\"530000200001000000\"\t0/3\t") || strings.Count(s, "\n") != 1 {
		t.Errorf("one row is copied as %q", s)
	}
	g.TypedRune(' ')
	press(g, fyne.KeyDown)
	g.TypedRune(' ')
	g.TypedShortcut(&fyne.ShortcutSelectAll{})
	g.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip})
	if rows := strings.Split(clip.Content(), "\r\n"); len(rows) != 5 || !strings.HasPrefix(rows[0], "序号\t姓名") {
		t.Errorf("all rows are copied as %q", clip.Content())
	}
}

func TestRowsAreSortedByPinyinAndByNumber(t *testing.T) {
	g, _ := grid(t, 4)
	g.SortBy(1)
	press(g, fyne.KeyHome)
	if row, _ := g.Current(); names[row] != "阿依" {
		t.Errorf("%s comes first by name", names[row])
	}
	g.SortBy(0)
	press(g, fyne.KeyHome)
	if row, _ := g.Current(); row != 3 {
		t.Errorf("row %d comes first by number", row)
	}
}

func TestATapOnALinkOpensAtOnceAndOnAnotherCellOnlyGoesThere(t *testing.T) {
	g, w := grid(t, 5)
	opened := 0
	g.OnOpen = func(int, int) { opened++ }
	g.Leads = func(_, column int) bool { return column == 2 }
	test.TapCanvas(w.Canvas(), fyne.NewPos(20, 120))
	if opened != 0 {
		t.Fatal("a tap on a plain cell opened it")
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(200, 200))
	if row, column := g.Current(); opened != 1 || column != 2 {
		t.Errorf("opened %d, at %d, %d", opened, row, column)
	}
}

func TestAColumnIsAsWideTheNextTimeAsItWasDragged(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(kit.Theme{})
	d := page.Deps{Prefs: a.Preferences()}
	made := report.Table{Name: "hu", Columns: []report.Column{{Key: "no", Label: "序号"}, {Key: "full_name", Label: "姓名"}, {Key: "village", Label: "村"}}, Rows: [][]string{{"1", "王小明", "左门村"}}, IDs: []string{"a"}}
	g := ledger.NewList(d, made).Grid
	w := test.NewTempWindow(t, g)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(600, 300))
	if wide := g.Widths(); wide[0] != 0 || wide[1] != 0 || wide[2] != 0 {
		t.Fatalf("before anything was dragged columns have %v", wide)
	}
	for x := float32(10); x < 300; x += 4 { // wherever its edge is
		test.Drag(w.Canvas(), fyne.NewPos(x, 8), 40, 0)
		if g.Widths()[1] > 0 {
			break
		}
	}
	var again []float32
	made.Columns[0], made.Columns[2] = made.Columns[2], made.Columns[0]
	if again = ledger.NewList(d, made).Grid.Widths(); again[1] < 4 {
		t.Errorf("the name was %v characters wide, and is %v", g.Widths(), again)
	}
	made.Name = "renkou"
	if other := ledger.NewList(d, made).Grid.Widths(); other[1] != 0 {
		t.Errorf("another ledger took the widths: %v", other)
	}
}

func TestEachWordMustStandInSomeCell(t *testing.T) {
	made := report.Table{Rows: [][]string{{"王小明", "左门村"}, {"𠮷海", "左门村"}, {"王芳", "地索村"}}}
	for words, want := range map[string][]int{"": {0, 1, 2}, "左门": {0, 1}, "王 左门": {0}, "𠮷": {1}, "没有": {}} {
		if got := ledger.Match(made, words, nil); !reflect.DeepEqual(got, want) {
			t.Errorf("%q finds %v, want %v", words, got, want)
		}
	}
	if got := ledger.Match(made, "王", []int{2}); !reflect.DeepEqual(got, []int{2}) {
		t.Errorf("within the last row: %v", got)
	}
}

func TestOfSeveralQuestionsOnlyTheNewestIsAnsweredLast(t *testing.T) {
	var waiting []func()
	l := ledger.NewLatest(page.Deps{Go: func(work func(), then func()) {
		waiting = append(waiting, func() { work(); then() })
	}})
	var worked, shown []int
	for i := range 5 {
		l.Run(func() { worked = append(worked, i) }, func() { shown = append(shown, i) })
	}
	for len(waiting) > 0 {
		f := waiting[0]
		waiting = waiting[1:]
		f()
	}
	if !reflect.DeepEqual(worked, []int{0, 4}) || !reflect.DeepEqual(shown, []int{4}) {
		t.Errorf("worked on %v, showed %v", worked, shown)
	}
}
