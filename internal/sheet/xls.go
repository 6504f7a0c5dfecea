package sheet

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math"
	"strconv"
	"unicode/utf16"
)

// xls is an old workbook (BIFF8, MS-XLS), as Excel 97 to 2003 write it and many a system still hands out. It is read here: the
// Go readers that exist have been left alone for years, with open reports that they panic on files people have. Only what a
// list needs is read; everything has its bounds checked, and nothing is worked out.
type xls struct {
	b      []byte
	at     int
	pool   *pool
	cells  int // that may still be read
	texts  []Cell
	styles styles
	sheets []bound
	nested int // how deep in charts within a sheet
}

// bound is a sheet as the workbook lists it.
type bound struct {
	name   string
	at     int
	hidden bool
	typ    byte // 0: a table
}

// The records that are read.
const (
	recBOF, recEOF, recContinue, recFilePass         = 0x0809, 0x000A, 0x003C, 0x002F
	recBoundSheet, recSST, recFormat, recXF, rec1904 = 0x0085, 0x00FC, 0x041E, 0x00E0, 0x0022
	recRow, recColInfo, recMerged                    = 0x0208, 0x007D, 0x00E5
	recNumber, recRK, recMulRK, recLabelSST          = 0x0203, 0x027E, 0x00BD, 0x00FD
	recLabel, recRString, recFormula, recString      = 0x0204, 0x00D6, 0x0006, 0x0207
	recBoolErr                                       = 0x0205
	biff8                                            = 0x0600
)

var (
	errLocked = errors.New("a workbook under a password")
	errOlder  = errors.New("a workbook of Excel 5 or older")
	errCut    = errors.New("a record beyond the end")
)

// readXLS reads an old workbook, or tells what else the compound file is.
func readXLS(ctx context.Context, f *file, l Limits) (*Book, error) {
	all, err := io.ReadAll(io.NewSectionReader(f, 0, f.size))
	if err != nil {
		return nil, ErrNotOpened.With(f.name).Because(err)
	}
	b, err := parseXLS(ctx, all, l)
	switch {
	case err == nil || ctx.Err() != nil:
		return b, err
	case errors.Is(err, errLocked):
		return nil, ErrEncrypted.With(f.name)
	case errors.Is(err, errOlder):
		return nil, ErrOldXLS.With(f.name)
	case errors.Is(err, errTooMany):
		return nil, ErrTooBig.With(f.name).Because(err)
	case errors.Is(err, errNoWorkbook):
		return nil, ErrNotSheet.With(f.name)
	}
	return nil, ErrBroken.With(f.name).Because(err)
}

// workbookIn finds the stream of the workbook.
func workbookIn(all []byte) ([]byte, error) {
	if !bytes.HasPrefix(all, compoundMagic) {
		return all, nil // some exporters write the stream alone
	}
	c, err := openCompound(all)
	if err != nil {
		return nil, err
	}
	if b, ok := c.stream("Workbook"); ok {
		return b, nil
	}
	switch {
	case c.has("EncryptedPackage"):
		return nil, errLocked
	case c.has("Book"):
		return nil, errOlder
	case c.has("Workbook"):
		return nil, errCompound
	}
	return nil, errNoWorkbook
}

func parseXLS(ctx context.Context, all []byte, l Limits) (*Book, error) {
	b, err := workbookIn(all)
	if err != nil {
		return nil, err
	}
	x := &xls{b: b, pool: newPool(), cells: l.Cells, styles: styles{epoch: 1900}}
	if err := x.globals(); err != nil {
		return nil, err
	}
	book := &Book{Format: "xls"}
	for _, s := range x.sheets {
		if s.typ != 0 {
			continue // a chart or a macro
		}
		t := Sheet{Name: s.name, Hidden: s.hidden}
		if err := x.sheet(ctx, s.at, &t); err != nil {
			return nil, err
		}
		book.Sheets = append(book.Sheets, t)
	}
	return book, nil
}

// record is one record, with the pieces in which it goes on.
type record struct {
	typ  int
	data []byte
	more [][]byte
}

// next takes a record and, where it may go on, its pieces.
func (x *xls) next() (record, error) {
	if x.at == len(x.b) {
		return record{}, io.EOF
	}
	typ, data, err := x.piece()
	r := record{typ: typ, data: data}
	if err != nil || typ != recSST && typ != recString {
		return r, err
	}
	for x.at+4 <= len(x.b) && int(le.Uint16(x.b[x.at:])) == recContinue {
		_, data, err := x.piece()
		if err != nil {
			return r, err
		}
		r.more = append(r.more, data)
	}
	return r, nil
}

func (x *xls) piece() (int, []byte, error) {
	if x.at+4 > len(x.b) {
		return 0, nil, errCut
	}
	typ, n := int(le.Uint16(x.b[x.at:])), int(le.Uint16(x.b[x.at+2:]))
	from := x.at + 4
	if from+n > len(x.b) {
		return 0, nil, errCut
	}
	x.at = from + n
	return typ, x.b[from : from+n], nil
}

// globals reads what all sheets share.
func (x *xls) globals() error {
	r, err := x.next()
	if err != nil || r.typ&0xFF != recBOF&0xFF {
		return errNoWorkbook
	}
	if r.typ != recBOF || len(r.data) < 4 || le.Uint16(r.data) != biff8 {
		return errOlder
	}
	for {
		r, err := x.next()
		switch {
		case err != nil:
			return endless(err)
		case r.typ == recEOF:
			return nil
		case r.typ == recFilePass:
			return errLocked
		case r.typ == recSST:
			err = x.sst(r)
		case r.typ == recBoundSheet && len(r.data) >= 8:
			name, _ := shortText(r.data[6:], int(r.data[6]), 1)
			x.sheets = append(x.sheets, bound{name, int(le.Uint32(r.data)), r.data[4]&3 != 0, r.data[5]})
		case r.typ == recFormat && len(r.data) >= 5:
			code, _ := shortText(r.data[2:], int(le.Uint16(r.data[2:])), 2)
			x.styles.format(strconv.Itoa(int(le.Uint16(r.data))), code)
		case r.typ == recXF && len(r.data) >= 4:
			x.styles.add(strconv.Itoa(int(le.Uint16(r.data[2:]))))
		case r.typ == rec1904 && len(r.data) >= 2 && le.Uint16(r.data) == 1:
			x.styles.epoch = 1904
		}
		if err != nil {
			return err
		}
	}
}

// shortText reads a text of n characters that does not go on in another record: after its length (skip bytes) a byte that says
// whether its characters have one byte or two.
func shortText(b []byte, n, skip int) (string, bool) {
	if len(b) <= skip {
		return "", false
	}
	wide, b := b[skip]&1 != 0, b[skip+1:]
	if wide {
		n = min(n, len(b)/2)
		return wideText(b[:2*n]), true
	}
	return latin(b[:min(n, len(b))]), true
}

func wideText(b []byte) string {
	u := make([]uint16, len(b)/2)
	for i := range u {
		u[i] = le.Uint16(b[2*i:])
	}
	return string(utf16.Decode(u))
}

// latin: "compressed" characters are the first 256 of Unicode.
func latin(b []byte) string {
	r := make([]rune, len(b))
	for i, c := range b {
		r[i] = rune(c)
	}
	return string(r)
}

// rkNumber reads an RK number: 30 bits of a whole number or of a float, perhaps a hundred times too large.
func rkNumber(v uint32) float64 {
	f := float64(int32(v) >> 2)
	if v&2 == 0 {
		f = math.Float64frombits(uint64(v&^3) << 32)
	}
	if v&1 != 0 {
		f /= 100
	}
	return f
}
