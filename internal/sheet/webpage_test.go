package sheet_test

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"ruhu/internal/sheet"
)

func readText(t *testing.T, name, text string, gb bool) *sheet.Book {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	b := []byte(text)
	if gb {
		b, _ = simplifiedchinese.GB18030.NewEncoder().Bytes(b)
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	book, err := sheet.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func TestAWebPageUnderTheNameOfASpreadsheetIsRead(t *testing.T) {
	const page = `<html><head><meta charset="gb2312"><style>td{x}</style></head><body><table><tr><td colspan="3">名单</td></tr>
<tr><th>村</th><th>姓名</th><th>证件号码</th></tr><tr><td rowspan=2>左门村</td><td>由国平&nbsp;</td><td>53000019760408167X<tr><td>古丽·<br>阿不都</td><td>530000200801010015</td></tr></table></body></html>`
	for _, gb := range []bool{false, true} {
		b := readText(t, "a.xlsx", page, gb)
		s := &b.Sheets[0]
		s.FillDown(2)
		for _, c := range []struct {
			row, col int
			want     string
		}{{0, 0, "名单"}, {1, 2, "证件号码"}, {2, 1, "由国平"}, {2, 2, "53000019760408167X"}, {3, 0, "左门村"}, {3, 1, "古丽·\n阿不都"}, {3, 2, "530000200801010015"}} {
			if got := s.At(c.row, c.col).Shown; got != c.want {
				t.Errorf("row %d column %d is %q, want %q", c.row+1, c.col+1, got, c.want)
			}
		}
	}
}

func TestTheXMLOfExcel2003IsRead(t *testing.T) {
	b := readText(t, "a.xls", `<?xml version="1.0" encoding="GB2312"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="空"><Table/></Worksheet>
<Worksheet ss:Name="名单"><Table><Row><Cell><Data ss:Type="String">姓名</Data></Cell><Cell><Data ss:Type="String">证件号码</Data><Comment><Data>记号</Data></Comment></Cell></Row>
<Row ss:Index="3"><Cell ss:Index="2" ss:MergeDown="1"><Data ss:Type="String">530000200801010015</Data></Cell></Row></Table></Worksheet></Workbook>`, true)
	if len(b.Sheets) != 1 || b.Sheets[0].Name != "名单" || b.Sheets[0].At(0, 1).Shown != "证件号码" || b.Sheets[0].At(2, 1).Shown != "530000200801010015" || len(b.Sheets[0].Merged) != 1 {
		t.Errorf("read as %+v", b.Sheets)
	}
}
