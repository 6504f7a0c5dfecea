package sheet

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// spotted is where the rows of a table go in a template.
type spotted struct {
	sheet   *Sheet
	row     int   // the first row, 0-based
	columns []int // by column of the template: the column of the table, -1 for none, count for 序号
	pattern bool  // the row holds {{姓名}} and is replaced; otherwise it stands below a header
}

// count stands for a column that numbers the rows.
const count = -2

// table finds the place of the table and fills it. A template of single values alone has none.
func (l *filler) table(b *Book) error {
	for i := range b.Sheets {
		if s := &b.Sheets[i]; !s.Hidden {
			if at, ok := l.patternRow(s); ok {
				return l.rows(at)
			}
		}
	}
	for i := range b.Sheets {
		if s := &b.Sheets[i]; !s.Hidden {
			if at, ok := l.underHeader(s); ok {
				return l.rows(at)
			}
		}
	}
	return nil
}

// patternRow finds the row in which names of columns stand between brackets.
func (l *filler) patternRow(s *Sheet) (spotted, bool) {
	for row := range s.Rows {
		at := spotted{sheet: s, row: row, pattern: true}
		found := false
		for _, c := range s.Rows[row] {
			col := -1
			if m := holder.FindStringSubmatch(c.Raw); m != nil {
				if col = l.column(m[1]); col < 0 && counting(m[1]) {
					col = count
				}
				found = found || col >= 0
			}
			at.columns = append(at.columns, col)
		}
		if found {
			return at, true
		}
	}
	return spotted{}, false
}

// underHeader finds the header by the headings of the table, as in reading a list.
func (l *filler) underHeader(s *Sheet) (spotted, bool) {
	lay, err := Lay(s, headingsOf(l.t))
	if err != nil {
		return spotted{}, false
	}
	at := spotted{sheet: s, row: lay.Data, columns: slices.Repeat([]int{-1}, lay.Width())}
	for _, c := range lay.Columns {
		switch col, err := strconv.Atoi(c.Target.Key); {
		case err == nil:
			at.columns[c.At] = col
		case counting(c.Title):
			at.columns[c.At] = count
		default:
			l.gaps = append(l.gaps, Gap{s.Name, cellName(lay.Head, c.At), c.Title})
		}
	}
	return at, true
}

func counting(title string) bool {
	return slices.Contains([]string{"序号", "编号", "行号", "序"}, foldHeading(title))
}

// room counts the rows that are free, from the first on: those with nothing in them before something comes, or as many as are
// wanted where nothing comes.
func (at spotted) room(wanted int) int {
	from := at.row
	if at.pattern {
		from++
	}
	for row := from; row < len(at.sheet.Rows); row++ {
		if !blankRow(at.sheet.Rows[row]) {
			return row - at.row
		}
	}
	return max(wanted, 1)
}

// rows makes room and writes the rows. Each looks like the first: its height, its styles, its merged cells. Where the form has
// a row of sums of its own below, the table's sums go there and not among the rows, which the form may add up itself.
func (l *filler) rows(at spotted) error {
	l.filled++
	rows, room := l.t.Rows, at.room(len(l.t.Rows))
	var sum []string
	below := at.row + room
	if at.sums(below) {
		rows, sum = l.apart()
	}
	if len(rows) == 0 && at.pattern {
		return l.line(at, at.row, nil)
	}
	look, err := l.look(at)
	if err != nil {
		return err
	}
	if more := len(rows) - room; more > 0 && at.row < len(at.sheet.Rows) {
		if err := l.InsertRows(at.sheet.Name, at.row+1+min(room, 1), more); err != nil {
			return err
		}
		below += more
		if err := l.stretch(at, below, len(rows)); err != nil {
			return err
		}
	}
	for i, values := range rows {
		if i > 0 || room == 0 {
			if err := look.wear(l, at.sheet.Name, at.row+i); err != nil {
				return err
			}
		}
		if err := l.line(at, at.row+i, values); err != nil {
			return err
		}
	}
	return l.sumLine(at, below, sum)
}

// stretch makes SUM(C4:C4) in the row below SUM(C4:C8): a block of one row does not grow with the rows put in behind it, and a
// sum that leaves people out is worse than none.
func (l *filler) stretch(at spotted, row, rows int) error {
	first, last := strconv.Itoa(at.row+1), strconv.Itoa(at.row+rows)
	one := regexp.MustCompile(`(\$?[A-Z]{1,3}\$?)` + first + `:(\$?[A-Z]{1,3}\$?)` + first + `\b`)
	for col := range max(len(at.columns), at.sheet.width(min(at.row, len(at.sheet.Rows)-1))) {
		cell := cellName(row, col)
		formula, err := l.GetCellFormula(at.sheet.Name, cell)
		if err != nil {
			return err
		}
		if longer := one.ReplaceAllString(formula, "${1}"+first+":${2}"+last); longer != formula {
			if err := l.SetCellFormula(at.sheet.Name, cell, longer); err != nil {
				return err
			}
		}
	}
	return nil
}

// sums tells whether a row of the form sums up those above it.
func (at spotted) sums(row int) bool {
	if row >= len(at.sheet.Rows) {
		return false
	}
	for _, c := range at.sheet.Rows[row][:min(len(at.sheet.Rows[row]), 5)] {
		if totalWord.MatchString(tightly(c.Shown)) {
			return true
		}
	}
	return false
}

// apart gives the rows without the sums, and the last sum.
func (l *filler) apart() (rows [][]string, sum []string) {
	for i, values := range l.t.Rows {
		if i < len(l.t.Totals) && l.t.Totals[i] {
			sum = values
			continue
		}
		rows = append(rows, values)
	}
	return rows, sum
}

// sumLine fills what is blank in the form's own row of sums.
func (l *filler) sumLine(at spotted, row int, sum []string) error {
	for col, from := range at.columns {
		if from < 0 || from >= len(sum) || !l.t.Columns[from].Right {
			continue
		}
		cell := cellName(row, col)
		there, err := l.GetCellValue(at.sheet.Name, cell)
		if err != nil {
			return err
		}
		if formula, _ := l.GetCellFormula(at.sheet.Name, cell); formula != "" || !IsBlank(there) {
			continue
		}
		if err := l.value(at.sheet.Name, cell, sum[from], from); err != nil {
			return err
		}
	}
	return nil
}

// line writes one row; its number is counted from the first.
func (l *filler) line(at spotted, row int, values []string) error {
	for col, from := range at.columns {
		v := ""
		switch {
		case from == count && values != nil:
			v = strconv.Itoa(row - at.row + 1)
		case from >= 0 && from < len(values):
			v = values[from]
		case from == -1:
			continue
		}
		if v == "" && !at.pattern {
			continue
		}
		if err := l.value(at.sheet.Name, cellName(row, col), v, from); err != nil {
			return err
		}
	}
	return nil
}

func (l *filler) value(sheet, cell, v string, from int) error {
	number := from == count || from >= 0 && l.t.Columns[from].Right && !l.t.Columns[from].Text
	if number && plainNumber(v) {
		n, _ := strconv.ParseFloat(v, 64)
		return l.SetCellFloat(sheet, cell, n, -1, 64)
	}
	return l.SetCellStr(sheet, cell, strings.ToValidUTF8(v, "\uFFFD"))
}

// look is what a row looks like.
type look struct {
	height float64
	styles []int // by column
	merged [][2]int
}

func (l *filler) look(at spotted) (look, error) {
	name := at.sheet.Name
	height, err := l.GetRowHeight(name, at.row+1)
	out := look{height: height}
	for col := range max(len(at.columns), at.sheet.width(min(at.row, len(at.sheet.Rows)-1))) {
		style, err := l.GetCellStyle(name, cellName(at.row, col))
		if err != nil {
			return out, err
		}
		out.styles = append(out.styles, style)
	}
	for _, m := range at.sheet.Merged {
		if m.Row == at.row && m.LastRow == at.row {
			out.merged = append(out.merged, [2]int{m.Col, m.LastCol})
		}
	}
	return out, err
}

func (k look) wear(l *filler, sheet string, row int) error {
	if err := l.SetRowHeight(sheet, row+1, k.height); err != nil {
		return err
	}
	for col, style := range k.styles {
		if err := l.SetCellStyle(sheet, cellName(row, col), cellName(row, col), style); err != nil {
			return err
		}
	}
	for _, m := range k.merged {
		if err := l.MergeCell(sheet, cellName(row, m[0]), cellName(row, m[1])); err != nil {
			return err
		}
	}
	return nil
}
