package sheet_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ruhu/internal/report"
	"ruhu/internal/sheet"
)

// monthly is a table of numbers with groups of columns, a sum and a note.
func monthly() report.Table {
	return report.Table{
		Title: "培训月报 & 汇总", Unit: "左门乡", Period: "2026年9月",
		Columns: []report.Column{
			{Key: "village", Label: "村", Width: 18}, {Key: "base", Label: "劳动力底数", Width: 8, Right: true},
			{Key: "t", Over: "培训", Label: "人次", Width: 8, Right: true}, {Key: "p", Over: "培训", Label: "人数", Width: 8, Right: true}, {Key: "id", Label: "代码", Width: 14, Text: true},
		},
		Rows:   [][]string{{"左门村", "120", "30", "28", "530000000001"}, {"地索村", "80", "5", "5", "530000000002"}, {"合计", "200", "35", "33", ""}},
		Totals: []bool{false, false, true},
		Note:   []string{"人次按班次计，人数按身份证号去重。"},
	}
}

func opened(t *testing.T, table report.Table) (*excelize.File, string, string) {
	t.Helper()
	var b bytes.Buffer
	if err := sheet.Write(&b, table, "xlsx"); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f, f.GetSheetName(0), b.String()
}

func TestATableIsReadyToPrint(t *testing.T) {
	f, name, content := opened(t, monthly())
	names := map[string]string{}
	for _, d := range f.GetDefinedName() {
		names[d.Name] = d.RefersTo
	}
	if q := "'" + name + "'!"; names["_xlnm.Print_Area"] != q+"$A$1:$E$8" || names["_xlnm.Print_Titles"] != q+"$3:$4" {
		t.Errorf("names %v", names)
	}
	page, err := f.GetPageLayout(name)
	props, _ := f.GetSheetProps(name)
	if err != nil || *page.Orientation != "landscape" || *page.Size != 9 || *page.FitToWidth != 1 || *page.FitToHeight != 0 || !*props.FitToPage {
		t.Errorf("page %+v, %v", page, err)
	}
	part := part(t, content, "xl/worksheets/sheet1.xml")
	for _, want := range []string{"第 &amp;P 页，共 &amp;N 页", "培训月报 &amp;&amp; 汇总", `numberStoredAsText="1"`, `<autoFilter ref="$A$4:$E$7"`} {
		if !strings.Contains(part, want) {
			t.Errorf("no %s in %s", want, part)
		}
	}
	merged, _ := f.GetMergeCells(name)
	var blocks []string
	for _, m := range merged {
		blocks = append(blocks, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	if got := strings.Join(blocks, " "); got != "A1:E1 A2:E2 A3:A4 B3:B4 C3:D3 E3:E4 A8:E8" {
		t.Errorf("merged %s", got)
	}
	panes, _ := f.GetPanes(name)
	if panes.YSplit != 4 || !panes.Freeze {
		t.Errorf("panes %+v", panes)
	}
}

func TestNumbersOfATableAreNumbers(t *testing.T) {
	f, name, _ := opened(t, monthly())
	for at, want := range map[string]string{"B5": "120", "C7": "35", "E5": "530000000001", "A7": "合计", "C3": "培训", "D4": "人数", "B3": "劳动力底数", "A2": "填报单位：左门乡    时间：2026年9月", "A8": "注：人次按班次计，人数按身份证号去重。"} {
		v, _ := f.GetCellValue(name, at)
		typ, _ := f.GetCellType(name, at)
		number := at == "B5" || at == "C7"
		if v != want || (typ != excelize.CellTypeInlineString) != number {
			t.Errorf("%s is %q of type %v", at, v, typ)
		}
	}
}

func TestWhateverACellHoldsIsReadBack(t *testing.T) {
	hard := []string{" blank ", "a\nb", "tab\there", "<&>\"'", "_x000D_", "_x0041_ _x", "𬭳\U0010FFFD", "=1", "]]>", strings.Repeat("长", 32767)}
	table := report.Table{Columns: []report.Column{{Key: "a", Label: "甲"}}}
	for _, v := range hard {
		table.Rows = append(table.Rows, []string{v})
	}
	var b bytes.Buffer
	if err := sheet.Write(&b, table, "xlsx"); err != nil {
		t.Fatal(err)
	}
	s := read(t, file(t, "a.xlsx", b.String())).Sheets[0]
	f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for i, want := range hard {
		if got := s.At(i+1, 0).Shown; got != want {
			t.Errorf("%.20q is read as %.20q", want, got)
		}
		if got, _ := f.GetCellValue(f.GetSheetName(0), "A"+string(rune('2'+i))); i < 8 && got != want {
			t.Errorf("%.20q is read by excelize as %.20q", want, got)
		}
	}
	table.Rows = [][]string{{"\x00\x01\xff"}, {strings.Repeat("𬭳", 40000)}}
	b.Reset()
	if err := sheet.Write(&b, table, "xlsx"); err != nil {
		t.Fatal(err)
	}
	s = read(t, file(t, "a.xlsx", b.String())).Sheets[0]
	if s.At(1, 0).Shown != "���" || len([]rune(s.At(2, 0).Shown)) != 16383 {
		t.Errorf("%.20q, %d", s.At(1, 0).Shown, len([]rune(s.At(2, 0).Shown)))
	}
}
