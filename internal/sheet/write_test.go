package sheet_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ruhu/internal/report"
	"ruhu/internal/sheet"
)

var ledger = report.Table{
	Title: "两后生台账（左门乡）",
	Columns: []report.Column{
		{Key: "name", Label: "姓名", Width: 12}, {Key: "id_no", Label: "证件号码", Width: 20, Text: true},
		{Key: "months", Label: "务工时间（月）", Width: 8, Right: true}, {Key: "note", Label: "备注", Width: 30},
	},
	Rows: [][]string{
		{"古丽·阿不都热依木", "530000200801010015", "8", "=1+1"},
		{"𬭳𠮷", "53000020080101004X", "-3", "@SUM(A1)"},
		{"㛃", "012345", "0.5", "+86 说\"好\",\n下一行"},
		{"䶮", "", "", "-"},
	},
}

func written(t testing.TB, format string) string {
	t.Helper()
	var b bytes.Buffer
	if err := sheet.Write(&b, ledger, format); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWhatIsWrittenIsReadBackUnharmed(t *testing.T) {
	for _, format := range []string{"xlsx", "csv"} {
		t.Run(format, func(t *testing.T) {
			rows := read(t, file(t, "a."+format, written(t, format))).Sheets[0].Rows
			rows = rows[len(rows)-len(ledger.Rows):]
			for i, want := range ledger.Rows {
				for j, v := range want {
					got := ""
					if j < len(rows[i]) {
						got = strings.TrimPrefix(rows[i][j].Shown, "\t")
					}
					if got != v {
						t.Errorf("row %d column %d: %q, want %q", i, j, got, v)
					}
				}
			}
		})
	}
}

func TestNothingWrittenIsAFormula(t *testing.T) {
	f, err := excelize.OpenReader(strings.NewReader(written(t, "xlsx")))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	name := f.GetSheetName(0)
	for _, at := range []string{"D3", "D4", "D5", "D6"} {
		formula, _ := f.GetCellFormula(name, at)
		typ, _ := f.GetCellType(name, at)
		if formula != "" || typ == excelize.CellTypeFormula || typ == excelize.CellTypeNumber {
			t.Errorf("%s holds formula %q, type %v", at, formula, typ)
		}
	}
	for _, line := range strings.Split(written(t, "csv"), "\r\n")[1:] {
		for _, cell := range strings.Split(line, ",") {
			if c := strings.TrimPrefix(cell, `"`); c != "" && strings.ContainsRune("=+@", rune(c[0])) {
				t.Errorf("a csv cell begins %q", c)
			}
		}
	}
}

func TestASpreadsheetHasTitleFilterAndFrozenHeader(t *testing.T) {
	f, err := excelize.OpenReader(strings.NewReader(written(t, "xlsx")))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	name := f.GetSheetName(0)
	title, _ := f.GetCellValue(name, "A1")
	head, _ := f.GetCellValue(name, "B2")
	panes, _ := f.GetPanes(name)
	if name != ledger.Title || title != ledger.Title || head != "证件号码" || !panes.Freeze || panes.YSplit != 2 {
		t.Errorf("sheet %q, title %q, heading %q, panes %+v", name, title, head, panes)
	}
	if typ, _ := f.GetCellType(name, "C3"); typ == excelize.CellTypeInlineString || typ == excelize.CellTypeSharedString {
		t.Errorf("a number is stored as %v and cannot be added up", typ)
	}
	style, _ := f.GetCellStyle(name, "B3")
	if s, err := f.GetStyle(style); err != nil || s.NumFmt != 49 {
		t.Errorf("ID numbers have the format %+v, %v", s, err)
	}
	if !strings.Contains(part(t, written(t, "xlsx"), "xl/worksheets/sheet1.xml"), `<autoFilter ref="$A$2:$D$6"`) {
		t.Error("no filter over the rows")
	}
}

func TestJSONHasEachRowByKey(t *testing.T) {
	var got struct {
		Title string
		Rows  []map[string]string
	}
	if err := json.Unmarshal([]byte(written(t, "json")), &got); err != nil {
		t.Fatal(err)
	}
	if got.Title != ledger.Title || len(got.Rows) != 4 || got.Rows[0]["note"] != "=1+1" || got.Rows[0]["id_no"] != "530000200801010015" {
		t.Errorf("%+v", got)
	}
}

func TestTitlesThatNoSheetMayHaveAreCut(t *testing.T) {
	for _, title := range []string{"", "左门/地索:[2026]*?", strings.Repeat("很长的标题", 20), "'引号'"} {
		var b bytes.Buffer
		if err := sheet.Write(&b, report.Table{Title: title, Columns: ledger.Columns, Rows: ledger.Rows}, "xlsx"); err != nil {
			t.Errorf("%q: %v", title, err)
		}
	}
}

func TestTheFileNameTellsTheFormat(t *testing.T) {
	for name, want := range map[string]string{"a.xlsx": "xlsx", "A.CSV": "csv", "b.json": "json"} {
		if got, err := sheet.FormatOf(name); err != nil || got != want {
			t.Errorf("%s: %s, %v", name, got, err)
		}
	}
	if _, err := sheet.FormatOf("a.doc"); !errors.Is(err, sheet.ErrFormat) {
		t.Errorf("error %v", err)
	}
}
