package sheet

import (
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// Page is one sheet of a filled form: particulars side by side, small tables, words.
type Page struct {
	Name   string
	Title  string
	Widths []float64 // of the columns, in characters
	Lines  []Line
}

// Line is one row of a page.
type Line struct {
	Kind  LineKind
	Cells []string
}

// LineKind is how a row is drawn.
type LineKind int

// The kinds of rows.
const (
	Pairs LineKind = iota // label, value, label, value; the last value reaches to the right edge
	Head                  // the head of a small table
	Body                  // a row of one
	Words                 // one cell over the whole width
)

// across is how many characters wide a page lies across, not upright.
const across = 105.0

// WritePages writes a workbook of pages, all cells text: A4, as wide as the paper.
func WritePages(w io.Writer, pages []Page) error {
	b := &pagebook{File: excelize.NewFile()}
	defer b.Close()
	if err := b.looks(); err != nil {
		return err
	}
	for i, p := range pages {
		name := sheetName(p.Name)
		if i == 0 {
			if err := b.SetSheetName("Sheet1", name); err != nil {
				return err
			}
		} else if _, err := b.NewSheet(name); err != nil {
			return err
		}
		if err := b.page(name, p); err != nil {
			return err
		}
	}
	_, err := b.WriteTo(w)
	return err
}

// pagebook is a workbook of pages in the making.
type pagebook struct {
	*excelize.File
	title, label, value, words int // styles
}

func (b *pagebook) looks() (err error) {
	if err := b.SetDefaultFont(face); err != nil {
		return err
	}
	line := []excelize.Border{{Type: "left", Color: "000000", Style: 1}, {Type: "right", Color: "000000", Style: 1}, {Type: "top", Color: "000000", Style: 1}, {Type: "bottom", Color: "000000", Style: 1}}
	middle := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	for _, s := range []struct {
		at    *int
		style excelize.Style
	}{
		{&b.title, excelize.Style{Font: &excelize.Font{Family: face, Bold: true, Size: 16}, Alignment: middle}},
		{&b.label, excelize.Style{NumFmt: 49, Font: &excelize.Font{Family: face, Bold: true, Size: 11}, Alignment: middle, Border: line}},
		{&b.value, excelize.Style{NumFmt: 49, Font: &excelize.Font{Family: face, Size: 11}, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}, Border: line}},
		{&b.words, excelize.Style{NumFmt: 49, Font: &excelize.Font{Family: face, Size: 11}, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}}},
	} {
		if *s.at, err = b.NewStyle(&s.style); err != nil {
			return err
		}
	}
	return nil
}

func (b *pagebook) page(name string, p Page) error {
	for i, width := range p.Widths {
		col, err := excelize.ColumnNumberToName(i + 1)
		if err == nil {
			err = b.SetColWidth(name, col, col, width)
		}
		if err != nil {
			return err
		}
	}
	if err := b.line(name, 1, len(p.Widths), Line{Words, []string{p.Title}}, b.title, 30); err != nil {
		return err
	}
	for i, l := range p.Lines {
		if err := b.line(name, i+2, len(p.Widths), l, b.words, p.height(l)); err != nil {
			return err
		}
	}
	paper, fit, zero, lies, wide := 9, 1, 0, "portrait", 0.0 // A4
	for _, width := range p.Widths {
		wide += width
	}
	if wide > across {
		lies = "landscape"
	}
	if err := b.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &paper, Orientation: &lies, FitToWidth: &fit, FitToHeight: &zero}); err != nil {
		return err
	}
	yes := true
	return b.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &yes})
}

// height is enough for the longest cell of a row: a spreadsheet works it out only for cells that are not merged.
func (p Page) height(l Line) float64 {
	lines := 1
	for i, c := range l.Cells {
		width := 0.0
		for at := i; at < len(p.Widths) && (at == i || i == len(l.Cells)-1); at++ {
			width += p.Widths[at]
		}
		n := 1
		for used, r := 0.0, []rune(c); len(r) > 0; r = r[1:] {
			used += 2.1
			if r[0] < 0x2000 {
				used -= 1
			}
			if r[0] == '\n' || used > width {
				n, used = n+1, 0
			}
		}
		lines = max(lines, n)
	}
	return float64(8 + 15*min(lines, 26))
}

// line writes one row; its last cell reaches to the right edge where the row is shorter than the page is wide.
func (b *pagebook) line(name string, row, wide int, l Line, words int, height float64) error {
	for i, cell := range l.Cells {
		style := map[LineKind]int{Head: b.label, Body: b.value, Words: words, Pairs: b.value}[l.Kind]
		if l.Kind == Pairs && i%2 == 0 {
			style = b.label
		}
		last := i
		if i == len(l.Cells)-1 {
			last = max(last, wide-1)
		}
		if err := b.cell(name, row, i, last, cell, style); err != nil {
			return err
		}
	}
	return b.SetRowHeight(name, row, height)
}

func (b *pagebook) cell(name string, row, first, last int, v string, style int) error {
	from, to := at(first, row), at(last, row)
	if err := b.SetCellStr(name, from, v); err != nil {
		return err
	}
	if err := b.SetCellStyle(name, from, to, style); err != nil || first == last {
		return err
	}
	return b.MergeCell(name, from, to)
}

func at(col, row int) string {
	name, err := excelize.ColumnNumberToName(col + 1)
	if err != nil {
		return ""
	}
	return name + strconv.Itoa(row)
}
