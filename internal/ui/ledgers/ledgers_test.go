package ledgers_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ruhu/internal/desk"
	"ruhu/internal/report"
	"ruhu/internal/sheet"
	"ruhu/internal/text"
	"ruhu/internal/ui/ledgers"
	"ruhu/internal/ui/page"
	"ruhu/internal/ui/uitest"
)

func TestALedgerIsShownAndOpensThePerson(t *testing.T) {
	x := uitest.Sample(t, ledgers.New, "lianghousheng")
	x.Reads("姓名", "认定理由", "年龄", "12 人")
	x.Press(fyne.KeyReturn)
	if len(x.Shown) != 1 || !strings.HasPrefix(x.Shown[0], "person:") {
		t.Errorf("Enter showed %v", x.Shown)
	}
	x.Visit("yiyuan")
	x.Reads("姓名", "165 人")
	x.Clean()
}

func TestEachLedgerOpensWhatItsRowsAreAbout(t *testing.T) {
	x := uitest.Sample(t, ledgers.New, "")
	for name, to := range map[string]string{
		"weizoufang": "household:", "zoufang": "household:" + page.Visit, "gaozhi": "household:" + page.Record + "slip/", "zhuanjie": "person:" + page.Record + "referral/",
		"tuijian": "person:" + page.Record + "jobrec/", "genzong": "person:" + page.Record + "followup/", "peixun": "person:", "xuanchuan": "outreach:", "xuexiao": "schools:", "renkou": "person:", "hu": "household:",
	} {
		x.Shown = nil
		x.Visit(name)
		x.Press(fyne.KeyReturn)
		if len(x.Shown) != 1 || !strings.HasPrefix(x.Shown[0], to) {
			t.Errorf("Enter in %s showed %v, want %s", name, x.Shown, to)
		}
	}
	x.Clean()
}

func TestEveryLedgerStandsInTheCatalogueAndSaysWhatItIs(t *testing.T) {
	x := uitest.Sample(t, ledgers.New, "")
	for _, l := range desk.Ledgers() {
		about := text.T("ledgers.about." + l.Name)
		if about == "ledgers.about."+l.Name {
			t.Errorf("nothing says what %s is", l.Name)
		}
		x.Reads(text.T(l.TitleKey))
	}
}

func TestALedgerIsFoundByItsPinyin(t *testing.T) {
	x := uitest.Sample(t, ledgers.New, "")
	x.Type("yxwx")
	x.Press(fyne.KeyReturn)
	x.Reads("应训未训人员台账", "55 人")
	x.Press(fyne.KeyEscape, fyne.KeyEscape) // to the search box, and back to all ledgers
	x.Reads("两后生与升学", "走访台账")
	x.Press(fyne.KeyDown, fyne.KeyReturn)
	x.Reads("12 人")
	x.Clean()
}

func TestWordsThatMatchNobodySayWhatToDo(t *testing.T) {
	x := uitest.Sample(t, ledgers.New, "lianghousheng")
	x.Press(fyne.KeyEscape) // to the search box
	x.Type("没有这样的人")
	x.Reads("没有符合条件的")
	x.Tap("不筛选")
	x.Reads("12 人")
	x.Clean()
}

func TestAShorterWordFindsAgainWhatALongerOneLost(t *testing.T) {
	x := uitest.Sample(t, ledgers.New, "renkou")
	all := "人"
	x.Type("左门") // a letter in the rows begins a search
	x.Reads(all)
	some := x.Text()
	x.Type("没有的")
	x.Reads("没有符合条件的")
	for range 3 {
		x.Press(fyne.KeyBackspace)
	}
	if x.Text() != some {
		t.Errorf("after taking the letters back:\n%s\nbefore:\n%s", x.Text(), some)
	}
	x.Clean()
}

func TestALogIsAskedForByTheTimeOfWhatHappened(t *testing.T) {
	x := uitest.Sample(t, ledgers.New, "zoufang")
	x.Reads("48 条")
	x.Press(fyne.KeyEscape) // to the search box
	x.Win.Canvas().FocusPrevious()
	x.Win.Canvas().FocusPrevious() // over the end of the time to its beginning
	x.Type("20991231")
	x.Reads("没有符合条件的")
	x.Clean()
}

func TestAFilterIsKeptUnderANameAndUsedAgain(t *testing.T) {
	x := uitest.Sample(t, ledgers.New, "lianghousheng")
	x.Pick("全部情况", "待业有意愿")
	x.Reads("4 人")
	x.Choose("常用筛选", "记下现在的筛选")
	x.Type("待业的")
	x.Tap("记下")
	x.Visit("yiyuan")
	x.Choose("常用筛选", "待业的（“两后生”台账）")
	x.Reads("4 人")
	x.Choose("常用筛选", "删除：待业的")
	if views, err := x.Desk.Views(); err != nil || len(views) != 0 {
		t.Errorf("still kept: %v, %v", views, err)
	}
	x.Clean()
}

func TestRowsAreCopiedSoThatASpreadsheetKeepsEveryDigit(t *testing.T) {
	x := uitest.Sample(t, ledgers.New, "lianghousheng")
	clip := test.NewClipboard()
	focused := x.Win.Canvas().Focused().(fyne.Shortcutable)
	focused.TypedShortcut(&fyne.ShortcutSelectAll{})
	focused.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip})
	rows := strings.Split(strings.TrimSpace(clip.Content()), "\r\n")
	if len(rows) != 13 || !strings.HasPrefix(rows[0], "序号\t姓名") {
		t.Fatalf("%d rows, first %q", len(rows), rows[0])
	}
	if !regexp.MustCompile(`\t="530000\d{12}"\t|\t530000\d{11}X\t`).MatchString(rows[1]) {
		t.Errorf("the ID number in %q would be rounded", rows[1])
	}
	x.Clean()
}

var idNumber = regexp.MustCompile(`530000\d{11}[\dX]`)

func TestWhatIsShownIsWrittenAsASpreadsheet(t *testing.T) {
	for _, row := range []struct {
		name  string
		whole bool
	}{{"full", true}, {"masked", false}} {
		t.Run(row.name, func(t *testing.T) {
			x := uitest.Sample(t, ledgers.New, "lianghousheng")
			x.Tap("导出")
			if !row.whole {
				x.Win.Canvas().FocusNext() // for whom
				x.Type("2")
			}
			x.Tap("开始导出")
			x.Clean()
			file := written(t, "xlsx")
			book, err := sheet.Read(file)
			if err != nil {
				t.Fatal(err)
			}
			all := ""
			for _, r := range book.Sheets[0].Rows {
				for _, c := range r {
					all += c.Shown + "\t"
				}
			}
			if !strings.Contains(all, "姓名") || idNumber.MatchString(all) != row.whole {
				t.Errorf("whole numbers in the file: %v", !row.whole)
			}
			x.Tap("打开文件夹")
			if len(x.Opened) != 1 || x.Opened[0] != filepath.Dir(file) {
				t.Errorf("opened %v", x.Opened)
			}
		})
	}
}

// written is the only file of a kind that was exported.
func written(t *testing.T, ending string) string {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(os.Getenv("HOME"), "入户台账", "*."+ending))
	if len(files) != 1 {
		t.Fatalf("written: %v", files)
	}
	return files[0]
}

func TestALedgerIsWrittenReadyToBeStamped(t *testing.T) {
	x := uitest.Sample(t, ledgers.New, "canji")
	x.Tap("导出")
	x.Reads("只在单位内部用")
	x.Type("3")
	x.Tap("开始导出")
	x.Clean()
	b, err := os.ReadFile(written(t, "pdf"))
	if err != nil || !strings.HasPrefix(string(b), "%PDF") {
		t.Errorf("%.20q, %v", b, err)
	}
}

func TestACountysFormIsKeptAndFilled(t *testing.T) {
	x := uitest.Sample(t, ledgers.New, "lianghousheng")
	form := filepath.Join(t.TempDir(), "县里的表.xlsx")
	if _, err := x.Desk.SaveLedger("lianghousheng", form, report.Filter{Village: "532325202203"}); err != nil { // a workbook with the right headings
		t.Fatal(err)
	}
	if err := x.Desk.SaveTemplate("县里的表", "lianghousheng", form); err != nil {
		t.Fatal(err)
	}
	x.Tap("导出")
	x.Type("4")
	x.Reads("县里的表")
	x.Tap("开始导出")
	x.Clean()
	x.Reads("已导出")
	written(t, "xlsx")
}

func TestWithoutATemplateTheFileIsAskedFor(t *testing.T) {
	x := uitest.Sample(t, ledgers.New, "lianghousheng")
	x.Tap("导出")
	x.Type("4")
	x.Reads("还没有选表样")
	x.Tap("开始导出")
	x.Reads("选一个表样")
	x.Clean()
}
