package sheet_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"ruhu/internal/sheet"
)

// workbook makes an xlsx file with excelize, which knows more of the format than we write.
func workbook(t testing.TB, build func(f *excelize.File), o ...excelize.Options) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	build(f)
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if err := f.SaveAs(path, o...); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestCellsOfASpreadsheetAreReadAsTheyLook(t *testing.T) {
	day := "yyyy\"年\"m\"月\"d\"日\""
	month := "yyyy\"年\"m\"月\""
	tenth := 0.1
	path := workbook(t, func(f *excelize.File) {
		full, _ := f.NewStyle(&excelize.Style{CustomNumFmt: &day})
		part, _ := f.NewStyle(&excelize.Style{CustomNumFmt: &month})
		builtin, _ := f.NewStyle(&excelize.Style{NumFmt: 14})
		for _, c := range []struct {
			at    string
			value any
			style int
		}{
			{"A1", "𬭳·㛃𠮷", 0}, {"B1", 12, 0}, {"C1", 3.5, 0}, {"D1", 15430703860, 0}, {"E1", 530000200801010015, 0}, {"F1", true, 0},
			{"A2", 39448, full}, {"B2", 39448, part}, {"C2", 39448, builtin}, {"D2", 39448, 0}, {"E2", tenth + 0.2, 0}, {"F2", 60, builtin},
			{"A4", "below a blank row", 0},
		} {
			f.SetCellValue("Sheet1", c.at, c.value)
			f.SetCellStyle("Sheet1", c.at, c.at, c.style)
		}
	})
	s := read(t, path).Sheets[0]
	for _, c := range []struct {
		row, col int
		want     sheet.Cell
	}{
		{0, 0, sheet.Cell{Raw: "𬭳·㛃𠮷", Shown: "𬭳·㛃𠮷"}},
		{0, 1, sheet.Cell{Raw: "12", Shown: "12", Number: true}},
		{0, 2, sheet.Cell{Raw: "3.5", Shown: "3.5", Number: true}},
		{0, 3, sheet.Cell{Raw: "15430703860", Shown: "15430703860", Number: true}},
		{0, 4, sheet.Cell{Raw: "530000200801010015", Shown: "5.3000020080101E+17", Number: true, Lost: true}},
		{0, 5, sheet.Cell{Raw: "TRUE", Shown: "TRUE"}},
		{1, 0, sheet.Cell{Raw: "39448", Shown: "2008-01-01", Number: true, Date: true}},
		{1, 1, sheet.Cell{Raw: "39448", Shown: "2008-01", Number: true, Date: true}},
		{1, 2, sheet.Cell{Raw: "39448", Shown: "2008-01-01", Number: true, Date: true}},
		{1, 3, sheet.Cell{Raw: "39448", Shown: "39448", Number: true}},
		{1, 4, sheet.Cell{Raw: "0.30000000000000004", Shown: "0.3", Number: true}},
		{3, 0, sheet.Cell{Raw: "below a blank row", Shown: "below a blank row"}},
		{2, 0, sheet.Cell{}},
	} {
		if got := s.At(c.row, c.col); got != c.want {
			t.Errorf("%s%d is %+v, want %+v", sheet.ColumnName(c.col), c.row+1, got, c.want)
		}
	}
}

func TestDayNumbersCountAsSpreadsheetsDo(t *testing.T) {
	for _, c := range []struct {
		n     float64
		epoch int
		want  string
	}{
		{1, 1900, "1900-01-01"}, {59, 1900, "1900-02-28"}, {61, 1900, "1900-03-01"}, {39448, 1900, "2008-01-01"}, {0, 1904, "1904-01-01"}, {37986, 1904, "2008-01-01"},
	} {
		if got, ok := sheet.DayOf(c.n, c.epoch); !ok || got.Format(time.DateOnly) != c.want {
			t.Errorf("day %v since %d is %s, want %s", c.n, c.epoch, got, c.want)
		}
	}
	if _, ok := sheet.DayOf(-1, 1900); ok {
		t.Error("a day before the first")
	}
}

func TestHiddenAndMergedCellsAreKnown(t *testing.T) {
	path := workbook(t, func(f *excelize.File) {
		for i := range 5 {
			f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &[]any{"a", "b", "c", "d"})
		}
		f.SetColVisible("Sheet1", "C", false)
		f.SetRowVisible("Sheet1", 4, false)
		f.MergeCell("Sheet1", "A1", "D1")
		f.NewSheet("隐藏")
		f.SetCellValue("隐藏", "A1", "x")
		f.SetSheetVisible("隐藏", false)
	})
	b := read(t, path)
	s := b.Sheets[0]
	if !s.HiddenCols[2] || s.HiddenCols[1] || !s.HiddenRows[3] || s.HiddenRows[2] {
		t.Errorf("hidden columns %v, rows %v", s.HiddenCols, s.HiddenRows)
	}
	if len(s.Merged) != 1 || s.Merged[0] != (sheet.Range{Row: 0, Col: 0, LastRow: 0, LastCol: 3}) {
		t.Errorf("merged: %v", s.Merged)
	}
	if !b.Sheets[1].Hidden || b.Sheets[1].Name != "隐藏" || s.Hidden {
		t.Errorf("sheets: %v", b.Sheets)
	}
}

// parts writes a package by hand, as other programs than Excel do.
func parts(t testing.TB, all map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range all {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, content)
	}
	z.Close()
	return file(t, "a.xlsx", b.String())
}

const (
	relsPart     = `<Relationships xmlns="r"><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	workbookPart = `<x:workbook xmlns:x="m" xmlns:q="r"><x:sheets><x:sheet name="表" sheetId="1" q:id="s1"/></x:sheets></x:workbook>`
	workbookRels = `<Relationships><Relationship Id="s1" Type="http://x/worksheet" Target="/xl/worksheets/one.xml"/><Relationship Id="s2" Type="http://x/sharedStrings" Target="strings.xml"/></Relationships>`
)

func handmade(t testing.TB, strings, sheet string) string {
	return parts(t, map[string]string{
		"_rels/.rels": relsPart, "xl/workbook.xml": workbookPart, "xl/_rels/workbook.xml.rels": workbookRels,
		"xl/strings.xml": strings, "xl/worksheets/one.xml": sheet,
	})
}

func TestSpreadsheetsOfOtherProgramsAreRead(t *testing.T) {
	b := read(t, handmade(t,
		`<sst><si><r><t>由</t></r><r><t>国平</t></r><rPh sb="0" eb="1"><t>youguoping</t></rPh></si><si><t xml:space="preserve"> 甲_x000D_
乙 </t></si></sst>`,
		`<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:t>㛃</x:t></x:is></x:c></x:row>
<x:row><x:c t="s"><x:v>1</x:v></x:c><x:c t="str"><x:f>"53"&amp;"00"</x:f><x:v>5300</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c t="s"><x:v>99</x:v></x:c></x:row></x:sheetData></x:worksheet>`))
	same(t, shown(b.Sheets[0]), [][]string{{"由国平", "㛃"}, {" 甲\n乙 ", "5300", ""}})
}

func TestFilesThatAreNoSpreadsheetAreNamedForWhatTheyAre(t *testing.T) {
	locked := workbook(t, func(f *excelize.File) { f.SetCellValue("Sheet1", "A1", 1) }, excelize.Options{Password: "secret"})
	whole, err := os.ReadFile(workbook(t, func(f *excelize.File) { f.SetCellValue("Sheet1", "A1", 1) }))
	if err != nil {
		t.Fatal(err)
	}
	old, err := os.ReadFile("testdata/people.xls")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, path string
		want       error
	}{
		{"not there", filepath.Join(t.TempDir(), "no.xlsx"), sheet.ErrMissing},
		{"a folder", t.TempDir(), sheet.ErrFolder},
		{"nothing in it", file(t, "a.xlsx", ""), sheet.ErrEmpty},
		{"only blanks", file(t, "a.csv", "\r\n , ,\r\n"), sheet.ErrEmpty},
		{"a spreadsheet without a cell", workbook(t, func(*excelize.File) {}), sheet.ErrEmpty},
		{"a picture", file(t, "a.csv", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), sheet.ErrNotSheet},
		{"a photograph", file(t, "a.csv", "\xFF\xD8\xFF\xE0\x00\x10JFIF"), sheet.ErrNotSheet},
		{"bytes of no meaning", file(t, "a.csv", strings.Repeat("\x01\x02\x03\x80\x00\xff\xfe\x9c", 500)), sheet.ErrNotSheet},
		{"a PDF", file(t, "a.xlsx", "%PDF-1.7\n"), sheet.ErrNotSheet},
		{"an .xls of Excel 5", file(t, "a.xls", compound("Book", bof(0x0500))), sheet.ErrOldXLS},
		{"an .xls of Excel 2", file(t, "a.xls", compound("Workbook", "\x09\x00\x04\x00\x02\x00\x10\x00")), sheet.ErrOldXLS},
		{"an .xls under a password", file(t, "a.xls", compound("Workbook", bof(0x0600)+"\x2F\x00\x02\x00\x00\x00")), sheet.ErrEncrypted},
		{"an .xls cut off", file(t, "a.xls", string(old[:len(old)/2])), sheet.ErrBroken},
		{"an old text document", file(t, "a.doc", compound("WordDocument", "x")), sheet.ErrNotSheet},
		{"under a password", locked, sheet.ErrEncrypted},
		{"a web page as .xls", file(t, "a.xls", "\r\n<html><p>请登录</p><table><tr><td> </td></tr></table>"), sheet.ErrWebPage},
		{"half a file", file(t, "a.xlsx", string(whole[:len(whole)/2])), sheet.ErrBroken},
		{"a zip of other things", parts(t, map[string]string{"hello.txt": "hello"}), sheet.ErrNotSheet},
		{"an OpenDocument spreadsheet", parts(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<office/>"}), sheet.ErrForeign},
		{"an OpenDocument text", parts(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<office/>"}), sheet.ErrNotSheet},
		{"a binary workbook", parts(t, map[string]string{"_rels/.rels": strings.ReplaceAll(relsPart, "workbook.xml", "workbook.bin"), "xl/workbook.bin": "\x83\x01\x00"}), sheet.ErrForeign},
		{"a text document", parts(t, map[string]string{"_rels/.rels": strings.ReplaceAll(relsPart, "xl/workbook", "word/document"), "word/document.xml": "<w/>"}), sheet.ErrNotSheet},
		{"a sheet cut off inside", handmade(t, "<sst/>", `<worksheet><sheetData><row><c><v>1`), sheet.ErrBroken},
		{"a row beyond all rows", handmade(t, "<sst/>", `<worksheet><sheetData><row r="99999999"><c r="A99999999"><v>1</v></c></row></sheetData></worksheet>`), sheet.ErrTooBig},
	} {
		t.Run(c.name, func(t *testing.T) { refused(t, c.path, c.want, sheet.Standard) })
	}
}

func TestFilesLargerThanAllowedAreRefused(t *testing.T) {
	bomb := handmade(t, "<sst/>", "<worksheet><sheetData>"+strings.Repeat("<row/>", 1<<20)+"</sheetData></worksheet>")
	many := handmade(t, "<sst/>", "<worksheet><sheetData><row>"+strings.Repeat("<c><v>1</v></c>", 2000)+"</row></sheetData></worksheet>")
	for _, c := range []struct {
		name, path string
		limits     sheet.Limits
	}{
		{"too many bytes unzipped", bomb, sheet.Limits{File: 1 << 20, Unzipped: 1 << 20, Cells: 1000}},
		{"too many cells", many, sheet.Limits{File: 1 << 20, Unzipped: 1 << 20, Cells: 1000}},
		{"too many fields", file(t, "a.csv", strings.Repeat("1,2\n", 1000)), sheet.Limits{File: 1 << 20, Unzipped: 1 << 20, Cells: 1000}},
		{"too large a file", file(t, "a.csv", strings.Repeat("1,2\n", 1000)), sheet.Limits{File: 1000, Unzipped: 1 << 20, Cells: 1000}},
	} {
		t.Run(c.name, func(t *testing.T) { refused(t, c.path, sheet.ErrTooBig, c.limits) })
	}
}

// part is the content of one part of a package.
func part(t testing.TB, content, name string) string {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// FuzzXLSX wants an answer or an error whatever stands in the parts of a workbook.
func FuzzXLSX(f *testing.F) {
	f.Add(`<sst><si><t>由国平</t></si><si><r><t>a&amp;</t></r><rPh><t>x</t></rPh></si></sst>`, `<worksheet><cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c t="inlineStr"><is><t>x</t></is></c><c><v>1e400</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`)
	f.Add(`<sst><!-- > --><si/><si><t><![CDATA[a<b&c]]></t></si>`, `<?xml version="1.0"?><!DOCTYPE x><a b='">"'><c r="XFD1048576" t="d"><v>2008-01-01T00:00</v></c></a>`)
	f.Add("<", "<c><v>&#x110000;&#0;&nope;&</v></c>")
	f.Fuzz(func(t *testing.T, strings, sheetPart string) {
		book, err := sheet.ReadWithin(context.Background(), handmade(t, strings, sheetPart), sheet.Limits{File: 1 << 20, Unzipped: 1 << 20, Cells: 1 << 12})
		if err != nil {
			return
		}
		for _, s := range book.Sheets {
			for _, row := range s.Rows {
				for _, c := range row {
					if !utf8.ValidString(c.Shown) || !utf8.ValidString(c.Raw) {
						t.Errorf("%+v is no text", c)
					}
				}
			}
		}
	})
}

func TestSignsOfXMLAreWhatTheyStandFor(t *testing.T) {
	b := read(t, handmade(t, `<sst><si><t>a &lt; b &amp; c &#x2CB73;</t></si></sst>`,
		`<?xml version="1.0"?><!-- a > b --><worksheet note="a > b"><sheetData><row><c t='s'><v>0</v></c><c t="str"><v><![CDATA[x<y & z]]></v></c><c t="inlineStr"><is><t/></is></c><c><v> 7 </v></c></row></sheetData></worksheet>
`))
	same(t, shown(b.Sheets[0]), [][]string{{"a < b & c 𬭳", "x<y & z", "", "7"}})
}
