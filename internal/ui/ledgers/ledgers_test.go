package ledgers_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/sheet"
	"ruhu/internal/ui/ledgers"
	"ruhu/internal/ui/uitest"
)

func TestALedgerIsShownAndOpensThePerson(t *testing.T) {
	x := uitest.Sample(t, ledgers.New, "lianghousheng")
	x.Reads("姓名", "认定理由", "周岁")
	x.Press(fyne.KeyReturn)
	if len(x.Shown) != 1 || !strings.HasPrefix(x.Shown[0], "person:") {
		t.Errorf("Enter showed %v", x.Shown)
	}
	x.Visit("yiyuan")
	x.Reads("意向")
	x.Clean()
}

func TestWordsThatMatchNobodySayWhatToDo(t *testing.T) {
	x := uitest.Sample(t, ledgers.New, "")
	x.Press(fyne.KeyEscape) // to the search box
	x.Type("没有这样的人")
	x.Reads("没有符合条件的人")
	x.Tap("不筛选")
	x.Reads("周岁")
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
			home := os.Getenv("HOME")
			x.Tap("导出表格")
			if !row.whole {
				x.Win.Canvas().FocusNext() // the folder's button
				x.Win.Canvas().FocusNext()
				x.Type("2")
			}
			x.Tap("导出")
			x.Clean()
			files, _ := filepath.Glob(filepath.Join(home, "入户台账", "*.xlsx"))
			if len(files) != 1 {
				t.Fatalf("written: %v", files)
			}
			book, err := sheet.Read(files[0])
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
			if len(x.Opened) != 1 || x.Opened[0] != filepath.Dir(files[0]) {
				t.Errorf("opened %v", x.Opened)
			}
		})
	}
}
