package sheet

import (
	"errors"
	"strconv"
	"strings"
	"unicode"
)

// errTooMany is said in words, with the name of the file, by those who know it.
var errTooMany = errors.New("more cells than allowed")

// unwrap takes the text out of ="0012" (also typed with blanks before it): the form that systems give to long numbers so
// that a spreadsheet does not round them.
func unwrap(s string) (string, bool) {
	s = strings.TrimFunc(s, isSpace)
	if len(s) >= 3 && s[0] == '=' && s[1] == '"' && s[len(s)-1] == '"' {
		return strings.ReplaceAll(s[2:len(s)-1], `""`, `"`), true
	}
	return "", false
}

// isCutDown knows 5.3E+17: what a spreadsheet leaves of a long number.
func isCutDown(s string) bool {
	s = strings.TrimFunc(s, isSpace)
	i := strings.IndexAny(s, "eE")
	if i <= 0 || len(s) > 32 || i+2 >= len(s) || s[i+1] != '+' {
		return false
	}
	_, err := strconv.ParseFloat(s, 64)
	return err == nil && s[0] >= '0' && s[0] <= '9'
}

// FormulaError tells whether a cell holds no value but the error of a formula, kept as such or, in files that hold values only, as
// text.
func FormulaError(c Cell) bool {
	if !strings.HasPrefix(c.Raw, "#") {
		return false
	}
	switch strings.TrimFunc(c.Raw, isSpace) {
	case "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#GETTING_DATA", "#SPILL!", "#CALC!":
		return true
	}
	return false
}

// plain writes a number as a spreadsheet shows it: 15 digits, no exponent, no trailing zeros.
func plain(f float64) string {
	g, _ := strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64)
	return strconv.FormatFloat(g, 'f', -1, 64)
}

// IsBlank tells whether s has nothing to be seen.
func IsBlank(s string) bool {
	for _, r := range s {
		if !isSpace(r) {
			return false
		}
	}
	return true
}

// isSpace also knows what unicode.IsSpace does not: zero-width characters and the byte order mark.
func isSpace(r rune) bool {
	if r > ' ' && r < 0x7F || r >= 0x3400 && r < 0xFEFF { // nearly every character of a list
		return false
	}
	switch r {
	case '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u180E':
		return true
	}
	return unicode.IsSpace(r)
}

// trimRows cuts rows without anything off the end.
func trimRows(rows [][]Cell) [][]Cell {
	n := len(rows)
	for n > 0 && blankRow(rows[n-1]) {
		n--
	}
	return rows[:n]
}

func blankRow(row []Cell) bool {
	for _, c := range row {
		if !c.Blank() {
			return false
		}
	}
	return true
}
