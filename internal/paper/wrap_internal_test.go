package paper

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// byCells measures half-width characters as one and all others as two.
func byCells(s string) float64 {
	w := 0.0
	for _, r := range s {
		if r < 0x2E80 {
			w++
		} else {
			w += 2
		}
	}
	return w
}

func TestLinesBreakWhereAPrinterWouldBreakThem(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		width float64
		want  string
	}{
		"between characters":            {"培训合格后推荐就业", 8, "培训合格|后推荐就|业"},
		"no comma begins a line":        {"免费培训，提供午餐", 8, "免费培|训，提供|午餐"},
		"no bracket ends one":           {"中式烹调（初级）班", 10, "中式烹调|（初级）班"},
		"a number stays whole":          {"总课时1280课时", 8, "总课时|1280课时"},
		"a phone number stays whole":    {"电话15497287347", 12, "电话|15497287347"},
		"a word stays whole":            {"用Ruhu打印", 5, "用|Ruhu|打印"},
		"times stay whole":              {"上午8:30开始", 7, "上午|8:30开|始"},
		"blanks at a break go":          {"one two three", 7, "one two|three"},
		"a line end is kept":            {"一\n二", 10, "一|二"},
		"an empty line is kept":         {"一\n\n二", 10, "一||二"},
		"too long a word is broken":     {"abcdefgh", 3, "abc|def|gh"},
		"a line of one character":       {"张三", 1, "张|三"},
		"a name breaks after its dot":   {"古丽·阿不都", 8, "古丽·阿|不都"},
		"beyond the BMP like any other": {"张𬭳㛃𠮷", 4, "张𬭳|㛃𠮷"},
	} {
		if got := strings.Join(wrap(c.text, c.width, byCells), "|"); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// fpdf's own wrapping drops a character at every line end; ours must not, whatever the text and the width.
func TestNoCharacterIsEverLost(t *testing.T) {
	chars := rapid.SampledFrom([]rune("老午人动活培训班一二三，。；：（）《》“”·—…abcXYZ0189.-:/% 　张𬭳㛃𠮷ꀀ\n"))
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOfN(chars, 0, 80).Draw(t, "text"))
		width := rapid.Float64Range(0.5, 30).Draw(t, "width")
		lines := wrap(s, width, byCells)
		bare := func(s string) string { return strings.NewReplacer(" ", "", "\n", "").Replace(s) }
		if bare(strings.Join(lines, "")) != bare(s) {
			t.Fatalf("%q became %q", s, lines)
		}
		for _, l := range lines {
			if byCells(l) > width && utf8.RuneCountInString(l) > 1 {
				t.Fatalf("%q is wider than %v", l, width)
			}
		}
	})
}

// Whatever has to go into a room goes in, every character of it.
func TestWhatIsFittedFits(t *testing.T) {
	d := newDoc("", time.Time{})
	chars := rapid.SampledFrom([]rune("张王李欧阳卫东古丽·阿不都热依木𬭳㛃𠮷ꀀ，（）abc123 "))
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOfN(chars, 1, 60).Draw(t, "text"))
		w, h := rapid.Float64Range(6, 80).Draw(t, "w"), rapid.Float64Range(4, 30).Draw(t, "h")
		lines, st := d.fitted(s, w, h, sans(11))
		if d.widest(lines, st) > w+0.01 || (float64(len(lines)-1)*leading+1)*st.em() > h+0.01 {
			t.Fatalf("%q does not fit into %v x %v: %q at %v", s, w, h, lines, st.size)
		}
		if got := strings.Join(lines, ""); strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(s, " ", "") {
			t.Fatalf("%q became %q", s, lines)
		}
	})
}

func TestALongNameShrinksAndAShortOneDoesNot(t *testing.T) {
	d := newDoc("", time.Time{})
	if lines, st := d.fitted("李海龙", 34, 6, sans(10)); len(lines) != 1 || st.size != 10 {
		t.Errorf("%q at %v", lines, st.size)
	}
	if lines, st := d.fitted("古丽·阿不都热依木", 30, 6, sans(10)); len(lines) != 1 || st.size >= 10 || st.size < 8 {
		t.Errorf("%q at %v", lines, st.size)
	}
	if lines, st := d.fitted("阿依努尔·吐尔逊买买提·阿卜杜拉艾合麦提", 30, 6, sans(10)); len(lines) != 2 || st.size < 5.5 {
		t.Errorf("%q at %v", lines, st.size)
	}
}

func TestRowsArePartedIntoPagesWithNoneEmpty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, last := rapid.IntRange(1, 500).Draw(t, "rows"), rapid.IntRange(1, 30).Draw(t, "last")
		full := last + rapid.IntRange(0, 10).Draw(t, "more")
		sum, pages := 0, counts(n, full, last)
		for i, c := range pages {
			sum += c
			if c < 1 || c > full || i == len(pages)-1 && c > last {
				t.Fatalf("%d rows on pages of %d and %d: %v", n, full, last, pages)
			}
		}
		if sum != n {
			t.Fatalf("%d rows, %v", n, pages)
		}
	})
}
