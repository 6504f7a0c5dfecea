package sheet

import (
	"context"
	"math"
	"strconv"
)

// The bounds of an old workbook's sheet.
const (
	mostOldRows = 1 << 16
	mostOldCols = 1 << 8
)

// sheet reads the records of one sheet, from its beginning up to its end.
func (x *xls) sheet(ctx context.Context, at int, s *Sheet) error {
	if at < 0 || at >= len(x.b) {
		return errCut
	}
	x.at, x.nested = at, 0
	var waiting *spot // the cell of a formula whose text follows
	for n := 0; ; n++ {
		r, err := x.next()
		if err != nil {
			return endless(err)
		}
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		switch {
		case r.typ == recBOF:
			x.nested++
		case r.typ == recEOF:
			if x.nested--; x.nested <= 0 {
				s.Rows = trimRows(s.Rows)
				return nil
			}
		case x.nested > 1: // a chart within the sheet
		case r.typ == recString && waiting != nil:
			err = x.put(s, waiting.row, waiting.col, x.pool.cell([]byte(r.string())))
			waiting = nil
		case r.typ == recFormula:
			waiting, err = x.formula(s, r.data)
		default:
			err = x.record(s, r)
		}
		if err != nil {
			return err
		}
	}
}

// spot is a cell of which only the place is known yet.
type spot struct{ row, col, style int }

// string is the text of a STRING record.
func (r record) string() string {
	if len(r.data) < 3 {
		return ""
	}
	s := &sstReader{now: r.data[3:], more: r.more}
	t, _ := s.characters(int(le.Uint16(r.data)), r.data[2]&1 != 0)
	return t
}

// record reads a record that tells something of cells, rows or columns.
func (x *xls) record(s *Sheet, r record) error {
	d := r.data
	switch {
	case r.typ == recRow && len(d) >= 16 && d[12]&0x20 != 0:
		s.HiddenRows = set(s.HiddenRows, int(le.Uint16(d)))
	case r.typ == recColInfo && len(d) >= 10 && d[8]&1 != 0:
		for c := int(le.Uint16(d)); c <= int(le.Uint16(d[2:])) && c < mostOldCols; c++ {
			s.HiddenCols = set(s.HiddenCols, c)
		}
	case r.typ == recMerged && len(d) >= 2:
		x.merged(s, d)
	case len(d) < 6:
	case r.typ == recMulRK:
		return x.mulRK(s, d)
	default:
		return x.single(s, r.typ, spot{int(le.Uint16(d)), int(le.Uint16(d[2:])), int(le.Uint16(d[4:]))}, d[6:])
	}
	return nil
}

// single reads a record of one cell, d being what stands behind its place and style.
func (x *xls) single(s *Sheet, typ int, at spot, d []byte) error {
	switch {
	case typ == recNumber && len(d) >= 8:
		return x.number(s, at, math.Float64frombits(le.Uint64(d)))
	case typ == recRK && len(d) >= 4:
		return x.number(s, at, rkNumber(le.Uint32(d)))
	case typ == recLabelSST && len(d) >= 4:
		if i := int(le.Uint32(d)); i < len(x.texts) {
			return x.put(s, at.row, at.col, x.texts[i])
		}
	case (typ == recLabel || typ == recRString) && len(d) >= 3:
		t, _ := shortText(d, int(le.Uint16(d)), 2)
		return x.put(s, at.row, at.col, x.pool.cell([]byte(t)))
	case typ == recBoolErr && len(d) >= 2:
		return x.put(s, at.row, at.col, truthOrError(d[0], d[1]))
	}
	return nil
}

// truthOrError: of a formula that came to nothing only that is kept.
func truthOrError(v, isError byte) Cell {
	switch {
	case isError != 0:
		return Cell{Raw: "#N/A"}
	case v != 0:
		return Cell{Raw: "TRUE", Shown: "TRUE"}
	}
	return Cell{Raw: "FALSE", Shown: "FALSE"}
}

// mulRK reads several numbers in one row.
func (x *xls) mulRK(s *Sheet, d []byte) error {
	row, col := int(le.Uint16(d)), int(le.Uint16(d[2:]))
	for at := 4; at+6 <= len(d)-2; at += 6 {
		if err := x.number(s, spot{row, col, int(le.Uint16(d[at:]))}, rkNumber(le.Uint32(d[at+2:]))); err != nil {
			return err
		}
		col++
	}
	return nil
}

// formula takes the value that the program worked out last; the formula itself is not looked at. A text stands in a record of
// its own behind.
func (x *xls) formula(s *Sheet, d []byte) (*spot, error) {
	if len(d) < 14 {
		return nil, nil
	}
	at := spot{int(le.Uint16(d)), int(le.Uint16(d[2:])), int(le.Uint16(d[4:]))}
	v := d[6:14]
	if v[6] != 0xFF || v[7] != 0xFF {
		return nil, x.number(s, at, math.Float64frombits(le.Uint64(v)))
	}
	switch v[0] {
	case 0:
		return &at, nil
	case 1, 2:
		return nil, x.put(s, at.row, at.col, truthOrError(v[2], v[0]-1))
	}
	return nil, nil
}

func (x *xls) number(s *Sheet, at spot, f float64) error {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return nil
	}
	form := byte('f')
	if math.Abs(f) >= 1e15 {
		form = 'g' // as an xlsx writes it
	}
	return x.put(s, at.row, at.col, x.styles.number(x.pool, strconv.AppendFloat(nil, f, form, -1, 64), at.style))
}

func (x *xls) put(s *Sheet, row, col int, c Cell) error {
	if row >= mostOldRows || col >= mostOldCols {
		return errTooMany
	}
	if c.Raw == "" {
		return nil
	}
	if x.cells--; x.cells < 0 {
		return errTooMany
	}
	s.set(x.pool, row, col, c)
	return nil
}

func (x *xls) merged(s *Sheet, d []byte) {
	for at := 2; at+8 <= len(d) && len(s.Merged) <= 1<<16; at += 8 {
		r := Range{int(le.Uint16(d[at:])), int(le.Uint16(d[at+4:])), int(le.Uint16(d[at+2:])), int(le.Uint16(d[at+6:]))}
		if r.LastRow >= r.Row && r.LastCol >= r.Col {
			s.Merged = append(s.Merged, r)
		}
	}
}
