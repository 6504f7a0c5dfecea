package sheet_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ruhu/internal/report"
	"ruhu/internal/sheet"
)

// people is a ledger as a county's form wants it.
func people(n int) report.Table {
	t := report.Table{Title: "两后生台账", Unit: "左门乡", Period: "2026年9月", Columns: []report.Column{
		{Key: "name", Label: "姓名", Width: 12}, {Key: "id_no", Label: "证件号码", Width: 22, Text: true}, {Key: "away_months", Label: "务工时间（月）", Width: 8, Right: true}, {Key: "x_tea", Label: "茶园", Width: 8, Right: true},
	}}
	for i := range n {
		t.Rows = append(t.Rows, []string{fmt.Sprint("古丽·", i, "𬭳"), "53000020080101001" + fmt.Sprint(i%10), fmt.Sprint(i), "=1+1"})
	}
	return t
}

// form makes a template.
func form(t *testing.T, build func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	build(f)
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func fill(t *testing.T, template []byte, table report.Table, extra map[string]string) (*excelize.File, []sheet.Gap) {
	t.Helper()
	var b bytes.Buffer
	gaps, err := sheet.Fill(&b, template, table, extra)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f, gaps
}

func holds(t *testing.T, f *excelize.File, want map[string]string) {
	t.Helper()
	for at, v := range want {
		if got, _ := f.GetCellValue("Sheet1", at); got != v {
			t.Errorf("%s holds %q, want %q", at, got, v)
		}
	}
}

// countyForm has a title, a line of names, a header with the county's own headings, two free rows, a sum and signatures.
func countyForm(f *excelize.File) {
	for i, row := range [][]any{
		{"某县{{标题}}"}, {"填报单位：{{单位}}", "", "{{时间}}", "", "审核：{{审核人}}"}, {"序号", "姓　名", "身份证号", "务工月数", "务工时间(月)", "不认识的一栏"}, {}, {}, {"合计", "", "", "", "", "旁边"}, {"填表人：", "", "负责人：{{负责人}}"},
	} {
		f.SetSheetRow("Sheet1", fmt.Sprint("A", i+1), &row)
	}
	f.SetCellFormula("Sheet1", "E6", "SUM(E4:E5)")
	f.MergeCell("Sheet1", "A1", "F1")
	f.MergeCell("Sheet1", "A7", "B7")
	style, _ := f.NewStyle(&excelize.Style{NumFmt: 49, Border: []excelize.Border{{Type: "left", Style: 2, Color: "FF0000"}}})
	f.SetCellStyle("Sheet1", "A4", "F4", style)
	f.SetRowHeight("Sheet1", 4, 33)
	f.SetColWidth("Sheet1", "B", "B", 44)
	f.NewSheet("说明")
	f.SetCellValue("说明", "A1", "共{{行数}}人，{{单位}}")
}

func TestACountysFormIsFilled(t *testing.T) {
	f, gaps := fill(t, form(t, countyForm), people(5), map[string]string{"负责人": "由国平"})
	holds(t, f, map[string]string{
		"A1": "某县两后生台账", "A2": "填报单位：左门乡", "C2": "2026年9月", "A4": "1", "B4": "古丽·0𬭳", "C4": "530000200801010010", "E8": "4", "B8": "古丽·4𬭳", "A8": "5",
		"A9": "合计", "F9": "旁边", "A10": "填表人：", "C10": "负责人：由国平", "F3": "不认识的一栏", "F4": "", "E2": "审核：{{审核人}}",
	})
	if note, _ := f.GetCellValue("说明", "A1"); note != "共5人，左门乡" {
		t.Errorf("the other sheet holds %q", note)
	}
	if sum, _ := f.GetCellFormula("Sheet1", "E9"); sum != "SUM(E4:E8)" {
		t.Errorf("the sum is %q", sum)
	}
	first, _ := f.GetCellStyle("Sheet1", "C4")
	last, _ := f.GetCellStyle("Sheet1", "C8")
	high, _ := f.GetRowHeight("Sheet1", 8)
	wide, _ := f.GetColWidth("Sheet1", "B")
	if first == 0 || first != last || high != 33 || wide != 44 {
		t.Errorf("styles %d and %d, height %v, width %v", first, last, high, wide)
	}
	if typ, _ := f.GetCellType("Sheet1", "C4"); typ != excelize.CellTypeSharedString {
		t.Errorf("an ID number is of type %v", typ)
	}
	if typ, _ := f.GetCellType("Sheet1", "E5"); typ == excelize.CellTypeSharedString {
		t.Errorf("a number is of type %v", typ)
	}
	var named []string
	for _, g := range gaps {
		named = append(named, g.Sheet+" "+g.Cell+" "+g.Words)
	}
	slices.Sort(named)
	if !slices.Equal(named, []string{"Sheet1 D3 务工月数", "Sheet1 E2 审核人", "Sheet1 F3 不认识的一栏"}) {
		t.Errorf("left: %q", named)
	}
	var blocks []string
	merged, _ := f.GetMergeCells("Sheet1")
	for _, m := range merged {
		blocks = append(blocks, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	if !slices.Equal(blocks, []string{"A1:F1", "A10:B10"}) {
		t.Errorf("merged %v", blocks)
	}
}

func TestAFormMayHaveMoreRoomThanRows(t *testing.T) {
	f, _ := fill(t, form(t, countyForm), people(1), nil)
	holds(t, f, map[string]string{"B4": "古丽·0𬭳", "B5": "", "A6": "合计", "A7": "填表人："})
	f, _ = fill(t, form(t, countyForm), people(0), nil)
	holds(t, f, map[string]string{"B4": "", "A6": "合计", "C2": "2026年9月"})
}

func TestARowOfNamesIsRepeated(t *testing.T) {
	template := form(t, func(f *excelize.File) {
		for i, row := range [][]any{{"人员名单"}, {"号", "人", "证件", "备注"}, {"{{序号}}", "{{姓名}}", "{{身份证号}}", "照填"}, {"以上{{行数}}人"}} {
			f.SetSheetRow("Sheet1", fmt.Sprint("A", i+1), &row)
		}
		f.MergeCell("Sheet1", "D3", "E3")
	})
	f, gaps := fill(t, template, people(3), nil)
	holds(t, f, map[string]string{"A3": "1", "B3": "古丽·0𬭳", "C3": "530000200801010010", "A5": "3", "B5": "古丽·2𬭳", "A6": "以上3人", "D3": "照填", "D4": ""})
	merged, _ := f.GetMergeCells("Sheet1")
	if len(merged) != 3 || len(gaps) != 0 {
		t.Errorf("merged %v, left %v", merged, gaps)
	}
	f, _ = fill(t, template, people(0), nil)
	holds(t, f, map[string]string{"A3": "", "B3": "", "A4": "以上0人"})
}

func TestCellsWithNamesAndATotalRightBelowTheHeader(t *testing.T) {
	f, _ := fill(t, form(t, func(f *excelize.File) {
		f.SetSheetRow("Sheet1", "A1", &[]any{"单位", ""})
		f.SetSheetRow("Sheet1", "A3", &[]any{"姓名", "证件号码"})
		f.SetSheetRow("Sheet1", "A4", &[]any{"合计", ""})
		f.SetDefinedName(&excelize.DefinedName{Name: "单位", RefersTo: "Sheet1!$B$1"})
		f.SetDefinedName(&excelize.DefinedName{Name: "别的", RefersTo: "Sheet1!$C$1"})
	}), people(2), nil)
	holds(t, f, map[string]string{"B1": "左门乡", "C1": "", "A4": "古丽·0𬭳", "A5": "古丽·1𬭳", "A6": "合计"})
}

func TestNothingFilledInIsAFormula(t *testing.T) {
	f, _ := fill(t, form(t, func(f *excelize.File) { f.SetSheetRow("Sheet1", "A1", &[]any{"姓名", "茶园", "{{坏}}"}) }), people(1), map[string]string{"坏": "=cmd()"})
	for _, at := range []string{"B2", "C1"} {
		if formula, _ := f.GetCellFormula("Sheet1", at); formula != "" {
			t.Errorf("%s is the formula %q", at, formula)
		}
	}
	holds(t, f, map[string]string{"B2": "=1+1", "C1": "=cmd()"})
}

func TestWhatIsNoTemplateIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		template []byte
		want     error
	}{
		"nothing":     {nil, sheet.ErrTemplate},
		"half a file": {form(t, countyForm)[:2000], sheet.ErrTemplate},
		"a csv":       {[]byte("姓名,证件号码\n"), sheet.ErrTemplate},
		"no place":    {form(t, func(f *excelize.File) { f.SetCellValue("Sheet1", "A1", "随便") }), sheet.ErrTemplateBlank},
	} {
		var b bytes.Buffer
		if _, err := sheet.Fill(&b, c.template, people(1), nil); !errors.Is(err, c.want) || b.Len() > 0 {
			t.Errorf("%s: %v, %d bytes", name, err, b.Len())
		}
	}
}

// TestTheRestOfAFormStays compares the parts that filling has no business with.
func TestTheRestOfAFormStays(t *testing.T) {
	template := form(t, func(f *excelize.File) {
		countyForm(f)
		f.SetHeaderFooter("Sheet1", &excelize.HeaderFooterOptions{OddFooter: "&C某县人社局"})
		f.AddDataValidation("Sheet1", &excelize.DataValidation{Type: "list", Sqref: "F4:F5", Formula1: `"甲,乙"`})
		f.AddChart("说明", "C3", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Values: "Sheet1!$E$4:$E$5"}}})
	})
	var b bytes.Buffer
	if _, err := sheet.Fill(&b, template, people(4), nil); err != nil {
		t.Fatal(err)
	}
	one := part(t, b.String(), "xl/worksheets/sheet1.xml")
	for _, want := range []string{"某县人社局", `"甲,乙"`, `sqref="F4:F7"`} {
		if !strings.Contains(strings.ReplaceAll(one, "&#34;", `"`), want) {
			t.Errorf("no %s in %s", want, one)
		}
	}
	if chart := part(t, b.String(), "xl/charts/chart1.xml"); !strings.Contains(chart, "barChart") {
		t.Error("the chart is gone")
	}
}

func TestTheSumsOfATableGoWhereTheFormHasItsOwn(t *testing.T) {
	f, _ := fill(t, form(t, func(f *excelize.File) {
		f.SetSheetRow("Sheet1", "A1", &[]any{"村", "劳动力底数", "人次", "人数"})
		f.SetSheetRow("Sheet1", "A3", &[]any{"合计"})
		f.SetCellFormula("Sheet1", "C3", "SUM(C2:C2)")
	}), monthly(), nil)
	holds(t, f, map[string]string{"A2": "左门村", "A3": "地索村", "A4": "合计", "B4": "200", "D4": "33", "A5": ""})
	if sum, _ := f.GetCellFormula("Sheet1", "C4"); sum != "SUM(C2:C3)" {
		t.Errorf("the form's own sum is %q", sum)
	}
	f, _ = fill(t, form(t, func(f *excelize.File) {
		f.SetSheetRow("Sheet1", "A1", &[]any{"村", "劳动力底数", "人次", "人数"})
	}), monthly(), nil)
	holds(t, f, map[string]string{"A4": "合计", "B4": "200"})
}
