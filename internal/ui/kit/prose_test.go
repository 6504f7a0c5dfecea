package kit_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/ui/kit"
)

func TestLinesAreBrokenAsChineseIsSet(t *testing.T) {
	const size = 14
	show(t, kit.NewEntry())
	em := fyne.MeasureText("户", size, fyne.TextStyle{}).Width
	for _, row := range []struct {
		name, text string
		ems        float32
		want       []string
	}{
		{"no comma begins a line", "请核对后保存，谢谢。", 6, []string{"请核对后保", "存，谢谢。"}},
		{"no bracket ends a line", "培训班（初级）", 4, []string{"培训班", "（初级）"}},
		{"a word stays whole", "用 Excel 打开", 4, []string{"用 Excel", "打开"}},
		{"a number stays whole", "共 1234567890 条", 6, []string{"共", "1234567890", "条"}},
		{"a word longer than the line is cut", strings.Repeat("a", 40), 6, nil},
		{"a path is broken at its folders", "table/wages/2026", 6, []string{"table/wages/", "2026"}},
		{"its own lines stay", "一\n\n二", 6, []string{"一", "", "二"}},
		{"no width yet", "请核对后保存", 0, []string{"请核对后保存"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			got := kit.Wrap(row.text, row.ems*em+1, size)
			if row.ems == 0 {
				got = kit.Wrap(row.text, 0, size)
			}
			if row.want != nil && strings.Join(got, "|") != strings.Join(row.want, "|") {
				t.Errorf("broken into %q", got)
			}
			for _, line := range got {
				if w := fyne.MeasureText(line, size, fyne.TextStyle{}).Width; row.ems > 0 && w > row.ems*em+1 {
					t.Errorf("%q is %.0f wide", line, w)
				}
			}
			if kept := strings.NewReplacer(" ", "", "\n", ""); strings.Join(got, "") != "" && kept.Replace(strings.Join(got, "")) != kept.Replace(row.text) {
				t.Errorf("%q lost something", got)
			}
		})
	}
}

func TestAParagraphGrowsWithItsLines(t *testing.T) {
	p := kit.Prose(strings.Repeat("入户登记，", 30), kit.Plain)
	show(t, kit.NewEntry(), kit.Rows(0, p))
	p.Resize(fyne.NewSize(560, 10))
	wide := p.MinSize().Height
	p.Resize(fyne.NewSize(200, 10))
	if narrow := p.MinSize().Height; narrow < 2*wide {
		t.Errorf("%.0f high when wide, %.0f when narrow", wide, narrow)
	}
}

func TestATitleOfTwoLinesBreaksInTheMiddle(t *testing.T) {
	show(t, kit.NewEntry())
	for s, want := range map[string][]string{"监测对象没有帮扶措施": {"监测对象没", "有帮扶措施"}, "合计": {"合计"}} {
		if got := kit.Even(s, 9*12, 12); !slices.Equal(got, want) {
			t.Errorf("%s breaks into %q", s, got)
		}
	}
}
