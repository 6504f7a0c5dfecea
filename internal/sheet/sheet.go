// Package sheet reads and writes spreadsheets: the xlsx, old xls and csv files in which lists travel between offices.
//
// Read keeps every cell as it was found and knows which row of the spreadsheet it stood in; Lay finds the header and tells
// by name which column answers which question of the survey, never by position, and Candidates proposes for a heading that it
// does not know; Write makes a ledger into a file, Fill puts it into a county's own. What a value means is none of its
// business: that is the survey row's Kind and package intake.
//
// To know another heading for a question, add it to Also of the survey row. To read another format, add a case to file.read.
package sheet

import (
	"context"
	"path/filepath"
)

// Book is a spreadsheet file as it was found.
type Book struct {
	Name     string // file name without folder
	Format   string // "xlsx", "xls" or "csv"
	Encoding string // of csv: "UTF-8", "UTF-8 BOM", "UTF-16LE", "UTF-16BE", "GB18030"
	Sheets   []Sheet
}

// Sheet is one table of a book. Rows[0] is row 1 of the spreadsheet: blank rows are there and empty, so that a row's index
// plus one is the number a person sees. Rows differ in length; what is not there was not in the file.
type Sheet struct {
	Name       string // "" in csv
	Hidden     bool
	Rows       [][]Cell
	HiddenRows map[int]bool
	HiddenCols map[int]bool
	Merged     []Range
}

// Range is a block of merged cells, 0-based, both ends in it. Only its first cell holds a value.
type Range struct{ Row, Col, LastRow, LastCol int }

// Cell is one cell. Raw is what the file holds; Shown is what a person sees: ="0012" becomes 0012, a date number a date.
type Cell struct {
	Raw, Shown string
	Number     bool // stored as a number, not as text
	Date       bool // Shown is a date worked out of a number
	Lost       bool // a number of more than 15 digits, or one cut down to 5.3E+17: its last digits are gone for good
}

// Blank tells whether nothing can be seen in the cell.
func (c Cell) Blank() bool { return IsBlank(c.Shown) }

// At gives the cell at a 0-based place, an empty one where the file has none.
func (s *Sheet) At(row, col int) Cell {
	if row < 0 || row >= len(s.Rows) || col < 0 || col >= len(s.Rows[row]) {
		return Cell{}
	}
	return s.Rows[row][col]
}

// FillDown gives each cell of a block merged over several rows the value of its first, from a row on: a household's number,
// or a village, that stands once for all its people.
func (s *Sheet) FillDown(from int) {
	left := 1 << 20 // a hostile file may merge all rows over and over
	for _, m := range s.Merged {
		c := s.At(m.Row, m.Col)
		if m.Row < from || c.Raw == "" {
			continue
		}
		for row := m.Row + 1; row <= m.LastRow && row < len(s.Rows) && left > 0; row++ {
			left--
			for len(s.Rows[row]) <= m.Col {
				s.Rows[row] = append(s.Rows[row], Cell{})
			}
			s.Rows[row][m.Col] = c
		}
	}
}

// Limits keep a hostile or broken file from taking all memory.
type Limits struct {
	File     int64 // bytes of the file
	Unzipped int64 // bytes of all xlsx parts that are read
	Cells    int   // cells with something in them
}

// Standard holds a county of half a million rows of common width, and stops zip bombs.
var Standard = Limits{File: 256 << 20, Unzipped: 1 << 30, Cells: 24 << 20}

// Read reads a spreadsheet file. Its errors are in words: each says what the file is instead, and what to do.
func Read(path string) (*Book, error) { return ReadWithin(context.Background(), path, Standard) }

// ReadWithin is Read with other limits, and can be stopped.
func ReadWithin(ctx context.Context, path string, l Limits) (*Book, error) {
	f, err := openFile(path, l)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := f.read(ctx, l)
	if err != nil {
		return nil, err
	}
	b.Name = filepath.Base(path)
	return b, b.empty()
}

// empty refuses a book that has no cell filled.
func (b *Book) empty() error {
	for _, s := range b.Sheets {
		if len(s.Rows) > 0 {
			return nil
		}
	}
	return ErrEmpty.With(b.Name)
}

// ColumnName is the letters over a column, 0-based: 0 is A, 26 is AA.
func ColumnName(col int) string {
	name := ""
	for col++; col > 0; col = (col - 1) / 26 {
		name = string(rune('A'+(col-1)%26)) + name
	}
	return name
}
