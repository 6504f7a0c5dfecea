package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2" // knows styles, print areas and all that a workbook has beside its cells

	"ruhu/internal/report"
	"ruhu/internal/text"
)

// workbook is an xlsx file in the making. excelize makes all of it but the rows, which are written here, straight into the
// file: it makes objects of every cell, even in a stream, and a county's ledger has millions.
type workbook struct {
	*excelize.File
	t         report.Table
	name      string
	top, head int // first and last row of the header, from 1: two where groups of columns have a heading
	last      int // row
	style     cellStyles
}

// cellStyles are the numbers of the styles.
type cellStyles struct{ title, unit, head, words, number, sumWords, sumNumber, note int }

// writeXLSX writes a title, a header that stays in sight and stands on each printed page, a filter, and cells of text: a
// spreadsheet keeps an ID number only as text. Numbers of Right columns are numbers, so that people can add them up. It prints
// on A4 across, as wide as the page, with "page x of y".
func writeXLSX(w io.Writer, t report.Table) error {
	b := &workbook{File: excelize.NewFile(), t: t, name: sheetName(t.Title)}
	defer b.Close()
	b.place()
	for _, step := range []func() error{b.named, b.styles, b.frame, b.filter, b.paper, b.printed} {
		if err := step(); err != nil {
			return err
		}
	}
	frame, err := b.WriteToBuffer()
	if err != nil {
		return err
	}
	return b.fill(w, frame.Bytes())
}

// place finds the rows: a title, a line with unit and period, the header, the table, its notes.
func (b *workbook) place() {
	b.top = 1
	if b.t.Title != "" {
		b.top++
	}
	if b.unit() != "" {
		b.top++
	}
	b.head = b.top
	if slices.ContainsFunc(b.t.Columns, func(c report.Column) bool { return c.Over != "" }) {
		b.head++
	}
	b.last = b.head + len(b.t.Rows) + len(b.t.Note)
}

// unit is the line under the title: who makes the table, and for when.
func (b *workbook) unit() string {
	var out []string
	if b.t.Unit != "" {
		out = append(out, text.T("sheet.unit", b.t.Unit))
	}
	if b.t.Period != "" {
		out = append(out, text.T("sheet.period", b.t.Period))
	}
	return strings.Join(out, "    ")
}

func (b *workbook) named() error { return b.SetSheetName("Sheet1", b.name) }

// sheetName is the title without what a sheet's name must not have, cut to 31 characters.
func sheetName(title string) string {
	s := strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return -1
		}
		return r
	}, title), "' ")
	if s == "" {
		return "Sheet1"
	}
	for utf8.RuneCountInString(s) > 31 || len(utf16le(s)) > 124 {
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
	}
	return s
}

// face is the font of every cell: what Chinese offices print in, and every program that opens xlsx in China has.
const face = "宋体"

func (b *workbook) styles() (err error) {
	if err := b.SetDefaultFont(face); err != nil {
		return err
	}
	line := []excelize.Border{{Type: "left", Color: "BFBFBF", Style: 1}, {Type: "right", Color: "BFBFBF", Style: 1}, {Type: "top", Color: "BFBFBF", Style: 1}, {Type: "bottom", Color: "BFBFBF", Style: 1}}
	middle := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	for _, s := range []struct {
		at    *int
		style excelize.Style
	}{
		{&b.style.title, excelize.Style{Font: &excelize.Font{Family: face, Bold: true, Size: 16}, Alignment: middle}},
		{&b.style.unit, excelize.Style{Alignment: &excelize.Alignment{Vertical: "center"}}},
		{&b.style.sumWords, excelize.Style{NumFmt: 49, Font: &excelize.Font{Family: face, Bold: true, Size: 11}, Border: line, Alignment: &excelize.Alignment{Vertical: "center"}}},
		{&b.style.sumNumber, excelize.Style{Font: &excelize.Font{Family: face, Bold: true, Size: 11}, Border: line, Alignment: &excelize.Alignment{Horizontal: "right", Vertical: "center"}}},
		{&b.style.head, excelize.Style{Font: &excelize.Font{Family: face, Bold: true, Size: 11}, Alignment: middle, Border: line, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F2F2F2"}}}},
		{&b.style.words, excelize.Style{NumFmt: 49, Border: line, Alignment: &excelize.Alignment{Vertical: "center"}}},
		{&b.style.number, excelize.Style{Border: line, Alignment: &excelize.Alignment{Horizontal: "right", Vertical: "center"}}},
		{&b.style.note, excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}},
	} {
		if *s.at, err = b.NewStyle(&s.style); err != nil {
			return err
		}
	}
	return nil
}

// frame sets widths, and keeps the header in sight.
func (b *workbook) frame() error {
	for i, c := range b.t.Columns {
		name := ColumnName(i)
		if err := b.SetColWidth(b.name, name, name, widthOf(c)); err != nil {
			return err
		}
	}
	return b.SetPanes(b.name, &excelize.Panes{
		Freeze: true, YSplit: b.head, TopLeftCell: "A" + strconv.Itoa(b.head+1), ActivePane: "bottomLeft",
	})
}

// widthOf is the width of a column in half-width characters. A long heading goes on in a second line.
func widthOf(c report.Column) float64 {
	label := 2*float64(utf8.RuneCountInString(c.Label)) + 2
	if label > 16 {
		label = max(16, label/2+2)
	}
	return min(max(float64(c.Width)+2, label), 60)
}

// span is a block of the sheet over all columns.
func (b *workbook) span(from, to int) string {
	return "A" + strconv.Itoa(from) + ":" + ColumnName(max(len(b.t.Columns), 1)-1) + strconv.Itoa(to)
}

func (b *workbook) filter() error {
	if len(b.t.Columns) == 0 {
		return nil
	}
	if err := b.SetSheetDimension(b.name, b.span(1, b.last)); err != nil {
		return err
	}
	return b.AutoFilter(b.name, b.span(b.head, b.head+len(b.t.Rows)), nil)
}

// paper sets how the sheet is printed.
func (b *workbook) paper() error {
	size, across, wide, high, fit := 9, "landscape", 1, 0, true // 9 is A4; as many pages high as it takes
	if err := b.SetPageLayout(b.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &across, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	if err := b.SetSheetProps(b.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	side, top, middle := 0.4, 0.6, true
	if err := b.SetPageMargins(b.name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &top, Horizontally: &middle}); err != nil {
		return err
	}
	return b.SetHeaderFooter(b.name, &excelize.HeaderFooterOptions{OddHeader: b.above(), OddFooter: "&C" + text.T("sheet.page")})
}

// above is what stands over each page. A header of a sheet holds 255 characters, and an & in it is a sign.
func (b *workbook) above() string {
	title := []rune(strings.ReplaceAll(b.t.Title, "&", "&&"))
	return "&R" + string(title[:min(len(title), 80)])
}

// printed says what is printed, and which rows on each page. Both are names that Excel keeps for that.
func (b *workbook) printed() error {
	if len(b.t.Columns) == 0 {
		return nil
	}
	sheet := "'" + strings.ReplaceAll(b.name, "'", "''") + "'!"
	last := ColumnName(len(b.t.Columns) - 1)
	for name, to := range map[string]string{
		"_xlnm.Print_Area":   "$A$1:$" + last + "$" + strconv.Itoa(b.last),
		"_xlnm.Print_Titles": "$" + strconv.Itoa(b.top) + ":$" + strconv.Itoa(b.head),
	} {
		if err := b.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: sheet + to, Scope: b.name}); err != nil {
			return err
		}
	}
	return nil
}

// fill copies the frame and puts the rows into its sheet.
func (b *workbook) fill(w io.Writer, frame []byte) error {
	from, err := zip.NewReader(bytes.NewReader(frame), int64(len(frame)))
	if err != nil {
		return err
	}
	to := zip.NewWriter(w)
	to.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, 4) })
	for _, part := range from.File {
		if part.Name == "xl/worksheets/sheet1.xml" {
			err = b.sheetPart(to, part)
		} else {
			err = to.Copy(part)
		}
		if err != nil {
			return err
		}
	}
	return to.Close()
}

func (b *workbook) sheetPart(to *zip.Writer, part *zip.File) error {
	r, err := part.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	frame, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	w, err := to.Create(part.Name)
	if err != nil {
		return err
	}
	before, after, found := bytes.Cut(frame, []byte("<sheetData>"))
	_, after, closed := bytes.Cut(after, []byte("</sheetData>"))
	if !found || !closed {
		if before, after, found = bytes.Cut(frame, []byte("<sheetData/>")); !found {
			return errMarkup
		}
	}
	out := &rowWriter{to: writeBehind(w), style: b.style, columns: b.t.Columns}
	out.raw(before)
	out.merged = b.rows(out)
	out.raw(out.withMerged(after))
	out.flush()
	return out.to.close()
}
