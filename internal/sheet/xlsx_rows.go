package sheet

import (
	"context"
	"encoding/xml"
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
	row, col := -1, -1
	err := x.walk(part, func(d *xml.Decoder, e xml.StartElement) (err error) {
		switch e.Name.Local {
		case "col":
			s.hideColumns(e)
		case "row":
			row, col = rowNumber(e, row+1), -1
			if row >= mostRows {
				return errTooMany
			}
			if isTrue(attr(e, "hidden")) {
				s.HiddenRows = set(s.HiddenRows, row)
			}
			err = ctx.Err()
		case "c":
			if row, col = place(attr(e, "r"), row, col+1); row < 0 || row >= mostRows || col >= mostCols {
				return errTooMany
			}
			err = x.readCell(d, e, s, row, col)
		case "mergeCell":
			s.merge(attr(e, "ref"))
		}
		return err
	})
	s.Rows = trimRows(s.Rows)
	return err
}

func rowNumber(e xml.StartElement, next int) int {
	if n, err := strconv.Atoi(attr(e, "r")); err == nil && n > 0 {
		return n - 1
	}
	return next
}

func set(m map[int]bool, i int) map[int]bool {
	if m == nil {
		m = map[int]bool{}
	}
	m[i] = true
	return m
}

func (s *Sheet) hideColumns(e xml.StartElement) {
	from, _ := strconv.Atoi(attr(e, "min"))
	to, _ := strconv.Atoi(attr(e, "max"))
	if !isTrue(attr(e, "hidden")) || from < 1 || to > mostCols {
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
	r, c := place(from, -1, -1)
	lr, lc := place(to, -1, -1)
	if r >= 0 && c >= 0 && lr >= r && lc >= c && lr < mostRows && lc < mostCols {
		s.Merged = append(s.Merged, Range{r, c, lr, lc})
	}
}

// place reads "AB12", 0-based; what the reference leaves out is as given.
func place(ref string, row, col int) (int, int) {
	i, c := 0, 0
	for i < len(ref) && i < 4 && ref[i]|0x20 >= 'a' && ref[i]|0x20 <= 'z' {
		c = c*26 + int(ref[i]|0x20-'a') + 1
		i++
	}
	if c > 0 {
		col = c - 1
	}
	if n, err := strconv.Atoi(ref[i:]); err == nil && n > 0 {
		row = n - 1
	}
	return row, col
}

// readCell reads one cell and puts it in its place.
func (x *xlsx) readCell(d *xml.Decoder, e xml.StartElement, s *Sheet, row, col int) error {
	typ, style := attr(e, "t"), attr(e, "s")
	raw, inline, err := x.cellText(d)
	if err != nil || raw == "" {
		return err
	}
	c := x.cell(typ, style, raw, inline)
	if c.Raw == "" {
		return nil
	}
	if x.cells--; x.cells < 0 {
		return errTooMany
	}
	for len(s.Rows) <= row {
		s.Rows = append(s.Rows, nil)
	}
	if s.Rows[row] == nil {
		s.Rows[row] = make([]Cell, 0, max(col+1, s.width(row-1)))
	}
	for len(s.Rows[row]) < col {
		s.Rows[row] = append(s.Rows[row], Cell{})
	}
	if len(s.Rows[row]) == col {
		s.Rows[row] = append(s.Rows[row], c)
	} else {
		s.Rows[row][col] = c
	}
	return nil
}

// width is how long a row is, a good guess for the next one.
func (s *Sheet) width(row int) int {
	if row < 0 {
		return 0
	}
	return len(s.Rows[row])
}

// cellText reads up to the end of a cell: its value, or the text written into it.
func (x *xlsx) cellText(d *xml.Decoder) (raw string, inline bool, err error) {
	for {
		t, err := d.RawToken()
		if err != nil {
			return "", false, endless(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "v":
				raw, err = charData(d, "v")
			case "is":
				raw, err = richText(d, "is")
				inline = true
			case "f":
				_, err = charData(d, "f")
			}
			if err != nil {
				return "", false, err
			}
		case xml.EndElement:
			if t.Name.Local == "c" {
				return raw, inline, nil
			}
		}
	}
}

// cell makes a cell by the type and style that the file gives it.
func (x *xlsx) cell(typ, style, raw string, inline bool) Cell {
	switch {
	case inline || typ == "inlineStr":
		return x.pool.cell(raw)
	case typ == "s":
		i, err := strconv.Atoi(strings.TrimSpace(raw))
		if err != nil || i < 0 || i >= len(x.strings) {
			return Cell{}
		}
		return x.pool.cell(x.strings[i])
	case typ == "str":
		return x.pool.cell(unescape(raw))
	case typ == "e": // #N/A: a formula that came to nothing
		return Cell{Raw: raw}
	case typ == "b":
		shown := map[bool]string{true: "TRUE", false: "FALSE"}[isTrue(raw)]
		return Cell{Raw: shown, Shown: shown}
	case typ == "d":
		shown, _, _ := strings.Cut(raw, "T")
		return Cell{Raw: raw, Shown: x.pool.keep(shown), Date: true}
	}
	return x.number(strings.TrimSpace(raw), style)
}

// number makes a cell of a number, which is a date where its style says so.
func (x *xlsx) number(raw, style string) Cell {
	c := x.pool.number(raw)
	i, err := strconv.Atoi(style)
	if err != nil || i < 0 || i >= len(x.dates) || x.dates[i] == noDate {
		return c
	}
	f, err := strconv.ParseFloat(raw, 64)
	day, ok := DayOf(f, x.epoch)
	if err != nil || !ok {
		return c
	}
	switch x.dates[i] {
	case fullDate:
		c.Shown, c.Date = x.pool.keep(day.Format(time.DateOnly)), true
	case monthOnly:
		c.Shown, c.Date = x.pool.keep(day.Format("2006-01")), true
	case clock:
		c.Shown = x.pool.keep(day.Format(time.TimeOnly))
	}
	return c
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
