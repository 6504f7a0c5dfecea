package sheet

import (
	"bytes"
	"context"
	"strconv"
	"strings"
	"time"
)

// The bounds of a spreadsheet: a row or column beyond them is a lie that would only cost memory.
const (
	mostRows = 1 << 20
	mostCols = 1 << 14
)

// readSheet reads the cells of one sheet.
func (x *xlsx) readSheet(ctx context.Context, part string, s *Sheet) error {
	r, err := x.open(part)
	if r == nil {
		return err
	}
	ahead := readAhead(r)
	defer ahead.Close()
	c := &cellReader{xlsx: x, m: newMarkup(ahead), sheet: s, row: -1, col: -1}
	for n := 0; ; n++ {
		k, err := c.m.next()
		if err != nil {
			return err
		}
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		switch k {
		case markEnd:
			s.Rows = trimRows(s.Rows)
			return nil
		case markOpen:
			err = c.open()
		case markClose:
			err = c.close()
		case markText:
			if c.inValue && len(c.value) < longestTag {
				c.value = decoded(c.value, c.m.text)
			}
		}
		c.words.see(c.m, k)
		if err != nil {
			return err
		}
	}
}

// cellReader gathers one cell after the other.
type cellReader struct {
	*xlsx
	m        *markup
	sheet    *Sheet
	row, col int
	typ      byte // the first letter of its type, 'i' for inlineStr, 'r' for str
	style    int
	value    []byte
	inCell   bool
	inValue  bool
	words    words
}

func (c *cellReader) open() error {
	t := c.m.tag
	switch string(t.name) {
	case "c":
		return c.begin(t)
	case "v":
		c.inValue = c.inCell && !t.closed
	case "row":
		return c.nextRow(t)
	case "col":
		c.sheet.hideColumns(t)
	case "mergeCell":
		c.sheet.merge(t.attr("ref"))
	}
	return nil
}

func (c *cellReader) nextRow(t tag) error {
	c.row, c.col = c.row+1, -1
	if n, err := strconv.Atoi(t.attr("r")); err == nil && n > 0 {
		c.row = n - 1
	}
	if c.row >= mostRows {
		return errTooMany
	}
	if isTrue(t.attr("hidden")) {
		c.sheet.HiddenRows = set(c.sheet.HiddenRows, c.row)
	}
	return nil
}

// begin reads the place, type and style of a cell.
func (c *cellReader) begin(t tag) error {
	c.col++
	c.inCell, c.inValue = !t.closed, false
	c.typ, c.style, c.value = 'n', -1, c.value[:0]
	c.words.take()
	for b := t.attrs; ; {
		name, v, rest, ok := attrOf(b)
		if !ok {
			break
		}
		b = rest
		switch {
		case len(name) != 1 || len(v) == 0:
		case name[0] == 'r':
			c.row, c.col = place(v, c.row, c.col)
		case name[0] == 't':
			c.typ = typeLetter(v)
		case name[0] == 's':
			c.style = whole(v)
		}
	}
	if c.row < 0 || c.row >= mostRows || c.col >= mostCols {
		return errTooMany
	}
	return nil
}

func typeLetter(v []byte) byte {
	switch string(v) {
	case "str":
		return 'r'
	case "inlineStr":
		return 'i'
	}
	return v[0]
}

// whole reads a whole number that is not negative; -1 for what is none.
func whole(b []byte) int {
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' || n > 1<<26 {
			return -1
		}
		n = 10*n + int(c-'0')
	}
	if len(b) == 0 {
		return -1
	}
	return n
}

func (c *cellReader) close() error {
	switch string(c.m.tag.name) {
	case "v":
		c.inValue = false
	case "c":
		return c.finish()
	}
	return nil
}

// finish puts a cell in its place.
func (c *cellReader) finish() error {
	if !c.inCell {
		return nil
	}
	c.inCell = false
	inline := len(c.words.b) > 0
	if inline {
		c.value = append(c.value[:0], unescape(c.words.take())...)
	}
	if len(c.value) == 0 {
		return nil
	}
	cell := c.cell(inline)
	if cell.Raw == "" {
		return nil
	}
	if c.cells--; c.cells < 0 {
		return errTooMany
	}
	c.sheet.set(c.pool, c.row, c.col, cell)
	return nil
}

// cell makes a cell by the type and style that the file gives it.
func (c *cellReader) cell(inline bool) Cell {
	switch {
	case inline || c.typ == 'i':
		return c.pool.cell(c.value)
	case c.typ == 's':
		if i := whole(bytes.TrimSpace(c.value)); i >= 0 && i < len(c.texts) {
			return c.texts[i]
		}
		return Cell{}
	case c.typ == 'r':
		return c.pool.cell(unescape(c.value))
	case c.typ == 'e': // #N/A: a formula that came to nothing
		return Cell{Raw: string(c.value)}
	case c.typ == 'b':
		shown := map[bool]string{true: "TRUE", false: "FALSE"}[isTrue(string(c.value))]
		return Cell{Raw: shown, Shown: shown}
	case c.typ == 'd':
		raw := own(c.value)
		shown, _, _ := strings.Cut(raw, "T")
		return Cell{Raw: raw, Shown: shown, Date: true}
	}
	return c.styles.number(c.pool, bytes.TrimSpace(c.value), c.style)
}

// number makes a cell of a number, which is a date where its style says so.
func (s *styles) number(p *pool, raw []byte, style int) Cell {
	c := p.number(raw)
	if style < 0 || style >= len(s.dates) || s.dates[style] == noDate {
		return c
	}
	f, err := strconv.ParseFloat(c.Raw, 64)
	day, ok := DayOf(f, s.epoch)
	if err != nil || !ok {
		return c
	}
	switch s.dates[style] {
	case fullDate:
		c.Shown, c.Date = day.Format(time.DateOnly), true
	case monthOnly:
		c.Shown, c.Date = day.Format("2006-01"), true
	case clock:
		c.Shown = day.Format(time.TimeOnly)
	}
	return c
}

// set puts a cell in its place; blank rows and cells before it come to be.
func (s *Sheet) set(p *pool, row, col int, c Cell) {
	for len(s.Rows) <= row {
		s.Rows = append(s.Rows, nil)
	}
	if s.Rows[row] == nil {
		s.Rows[row] = p.row(max(col+1, s.width(row-1)))
	}
	for len(s.Rows[row]) < col {
		s.Rows[row] = append(s.Rows[row], Cell{})
	}
	if len(s.Rows[row]) == col {
		s.Rows[row] = append(s.Rows[row], c)
	} else {
		s.Rows[row][col] = c
	}
}

// width is how long a row is, a good guess for the next one.
func (s *Sheet) width(row int) int {
	if row < 0 || row >= len(s.Rows) {
		return 0
	}
	return len(s.Rows[row])
}

func set(m map[int]bool, i int) map[int]bool {
	if m == nil {
		m = map[int]bool{}
	}
	m[i] = true
	return m
}

func (s *Sheet) hideColumns(t tag) {
	from, _ := strconv.Atoi(t.attr("min"))
	to, _ := strconv.Atoi(t.attr("max"))
	if !isTrue(t.attr("hidden")) || from < 1 || to > mostCols {
		return
	}
	for i := from; i <= to; i++ {
		s.HiddenCols = set(s.HiddenCols, i-1)
	}
}

func (s *Sheet) merge(ref string) {
	from, to, ok := strings.Cut(ref, ":")
	if !ok || len(s.Merged) > 1<<16 {
		return
	}
	r, c := place([]byte(from), -1, -1)
	lr, lc := place([]byte(to), -1, -1)
	if r >= 0 && c >= 0 && lr >= r && lc >= c && lr < mostRows && lc < mostCols {
		s.Merged = append(s.Merged, Range{r, c, lr, lc})
	}
}

// place reads "AB12", 0-based; what the reference leaves out is as given.
func place(ref []byte, row, col int) (int, int) {
	i, c := 0, 0
	for i < len(ref) && i < 4 && ref[i]|0x20 >= 'a' && ref[i]|0x20 <= 'z' {
		c = c*26 + int(ref[i]|0x20-'a') + 1
		i++
	}
	if c > 0 {
		col = c - 1
	}
	if n := whole(ref[i:]); n > 0 {
		row = n - 1
	}
	return row, col
}

// DayOf is the day of a spreadsheet's date number, which counts from 1900 or 1904. Spreadsheets hold 1900 for a leap year,
// so day 60 never was, and from 61 on the count is one too high.
func DayOf(n float64, epoch int) (time.Time, bool) {
	if n < 0 || n >= 2958466 { // the year 10000
		return time.Time{}, false
	}
	whole := int(n)
	start := time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)
	switch {
	case epoch == 1904:
		start = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case whole > 60:
		whole--
	}
	seconds := int64((n-float64(int(n)))*86400 + 0.5)
	return start.AddDate(0, 0, whole).Add(time.Duration(seconds) * time.Second), true
}
