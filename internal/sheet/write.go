package sheet

import (
	"io"
	"path/filepath"
	"strings"

	"ruhu/internal/report"
	"ruhu/internal/text"
)

// ErrFormat is the ending of a file name that stands for no format we write.
var ErrFormat = text.NewError("sheet.format")

// Formats are what Write can make, by the ending of the file's name.
var Formats = map[string]func(io.Writer, report.Table) error{
	"xlsx": writeXLSX,
	"csv":  writeCSV,
	"json": writeJSON,
}

// FormatOf tells by the ending of a file's name what Write should make.
func FormatOf(path string) (string, error) {
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	if Formats[ending] == nil {
		return "", ErrFormat.With(ending)
	}
	return ending, nil
}

// Write writes a table as "xlsx", "csv" or "json". Making the file durable is the caller's part.
func Write(w io.Writer, t report.Table, format string) error {
	write := Formats[format]
	if write == nil {
		return ErrFormat.With(format)
	}
	return write(w, t)
}

// startsFormula tells text that a spreadsheet would run: data must never become a formula on somebody's computer. A negative
// number is none.
func startsFormula(s string) bool {
	s = strings.TrimLeft(s, "'") // a reader takes one off: what began with one before a sign gets another
	return s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) && !plainNumber(s)
}

// plainNumber tells a number that a spreadsheet may keep as one: at most 15 digits, no zero in front.
func plainNumber(s string) bool {
	d := strings.TrimPrefix(s, "-")
	whole, part, dotted := strings.Cut(d, ".")
	return len(d) <= 15 && onlyDigits(whole) && (!dotted || onlyDigits(part)) && (whole == "0" || whole[0] != '0')
}

func onlyDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
