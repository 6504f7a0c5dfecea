package sheet

import (
	"bytes"
	"context"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// What can be wrong with a template.
var (
	ErrTemplate      = text.NewError("sheet.template")
	ErrTemplateBlank = text.NewError("sheet.template_blank")
)

// Gap is a place of a template that could not be filled.
type Gap struct {
	Sheet string
	Cell  string // B3
	Words string // the name between the brackets, or the heading
}

// forTemplates holds any form that an office prints, and keeps a hostile one from filling the memory.
var forTemplates = Limits{File: 16 << 20, Unzipped: 128 << 20, Cells: 1 << 20}

// Fill puts a table into a county's own xlsx and writes it. A cell that holds {{单位}} gets that value of extra, or what the
// table knows of itself (标题, 单位, 时间, 行数), also within other words; so does a cell that the workbook gives such a name.
// The rows go where a row holds {{姓名}} and the like, or else under the header whose headings are those of the columns, by the
// same matching as in reading; each new row looks like the first below the header, and what stands further down moves. All
// else of the workbook stays as it is. What could not be filled is told.
func Fill(w io.Writer, template []byte, t report.Table, extra map[string]string) ([]Gap, error) {
	book, err := parseXLSX(context.Background(), bytes.NewReader(template), int64(len(template)), forTemplates)
	if err != nil || int64(len(template)) > forTemplates.File {
		return nil, ErrTemplate.Because(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(template), excelize.Options{UnzipSizeLimit: forTemplates.Unzipped, UnzipXMLSizeLimit: forTemplates.Unzipped})
	if err != nil {
		return nil, ErrTemplate.Because(err)
	}
	defer f.Close()
	l := &filler{File: f, t: t, values: valuesOf(t, extra)}
	for _, step := range []func(*Book) error{l.names, l.cells, l.table} {
		if err := step(book); err != nil {
			return nil, ErrTemplate.Because(err)
		}
	}
	if l.filled == 0 {
		return nil, ErrTemplateBlank
	}
	if err := l.reckon(); err != nil {
		return nil, ErrTemplate.Because(err)
	}
	return l.gaps, f.Write(w)
}

// filler is a template that is being filled.
type filler struct {
	*excelize.File
	t      report.Table
	values map[string]string // by folded name
	gaps   []Gap
	filled int // places
}

// valuesOf are the values by name: what the caller gives goes before what the table knows of itself.
func valuesOf(t report.Table, extra map[string]string) map[string]string {
	out := map[string]string{}
	for name, v := range map[string]string{
		"标题": t.Title, "表名": t.Title, "单位": t.Unit, "填报单位": t.Unit, "时间": t.Period, "期间": t.Period, "统计时间": t.Period,
		"行数": strconv.Itoa(t.Count()), "合计": strconv.Itoa(t.Count()), "title": t.Title, "unit": t.Unit, "period": t.Period, "count": strconv.Itoa(t.Count()),
	} {
		if v != "" {
			out[foldHeading(name)] = v
		}
	}
	for name, v := range extra {
		out[foldHeading(name)] = v
	}
	return out
}

var holder = regexp.MustCompile(`\{\{\s*([^{}]{1,60}?)\s*\}\}`)

// names fills the single cells that the workbook has given a name. Names that mean nothing here are other people's.
func (l *filler) names(*Book) error {
	for _, d := range l.GetDefinedName() {
		v, ok := l.values[foldHeading(d.Name)]
		sheet, cell, single := strings.Cut(strings.ReplaceAll(d.RefersTo, "$", ""), "!")
		if !ok || !single || strings.ContainsAny(cell, ":,") {
			continue
		}
		if err := l.put(strings.ReplaceAll(strings.Trim(sheet, "'"), "''", "'"), cell, v); err != nil {
			return err
		}
	}
	return nil
}

// cells fills what stands between {{ and }}, but for the names of columns, which make the row of a table.
func (l *filler) cells(b *Book) error {
	for i := range b.Sheets {
		s := &b.Sheets[i]
		for row := range s.Rows {
			for col, c := range s.Rows[row] {
				if !strings.Contains(c.Raw, "{{") {
					continue
				}
				if err := l.cell(s, row, col, c.Raw); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (l *filler) cell(s *Sheet, row, col int, raw string) error {
	hit := false
	out := holder.ReplaceAllStringFunc(raw, func(h string) string {
		name := holder.FindStringSubmatch(h)[1]
		v, ok := l.values[foldHeading(name)]
		if !ok {
			if l.column(name) < 0 && !counting(name) {
				l.gaps = append(l.gaps, Gap{s.Name, cellName(row, col), name})
			}
			return h
		}
		hit = true
		return v
	})
	if !hit {
		return nil
	}
	s.Rows[row][col] = Cell{Raw: out, Shown: out} // the table step must not see it any more
	return l.put(s.Name, cellName(row, col), out)
}

func cellName(row, col int) string { return ColumnName(col) + strconv.Itoa(row+1) }

// put writes one value: a number as one, all else as text.
func (l *filler) put(sheet, cell, v string) error {
	l.filled++
	if plainNumber(v) && !looksLong(v) {
		n, _ := strconv.ParseFloat(v, 64)
		return l.SetCellFloat(sheet, cell, n, -1, 64)
	}
	return l.SetCellStr(sheet, cell, v)
}

// column finds the column of the table that a name or heading means; -1 for none.
func (l *filler) column(name string) int {
	for _, t := range headingsOf(l.t).Find(name) {
		if i, err := strconv.Atoi(t.Key); err == nil {
			return i
		}
	}
	return -1
}

// headingsOf knows the columns of a table by their labels, their keys, and the other headings of the questions they come from.
// A target's key is the number of the column.
func headingsOf(t report.Table) *Headings {
	h := newHeadings()
	for i, c := range t.Columns {
		h.Add(Target{"", strconv.Itoa(i)}, c.Label)
		if c.Over != "" {
			h.Add(Target{"", strconv.Itoa(i)}, c.Over+"/"+c.Label)
		}
	}
	for i, c := range t.Columns {
		further := []string{c.Key}
		for _, table := range survey.Tables {
			if f, ok := table.Field(c.Key); ok && f.Label == c.Label {
				further = append(further, f.Also...)
			}
		}
		h.add(2, Target{"", strconv.Itoa(i)}, further)
	}
	return h
}

// reckon makes the program that opens the file work out its formulas anew.
func (l *filler) reckon() error {
	if err := l.UpdateLinkedValue(); err != nil {
		return err
	}
	yes := true
	return l.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &yes})
}
