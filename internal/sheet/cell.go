package sheet

import (
	"errors"
	"strconv"
	"strings"
	"unicode"
)

// errTooMany is said in words, with the name of the file, by those who know it.
var errTooMany = errors.New("more cells than allowed")

// pool keeps one copy of each short text: a list of 50,000 rows says 是 and 汉族 a million times.
type pool map[string]string

func (p pool) keep(s string) string {
	if len(s) > 48 {
		return strings.Clone(s)
	}
	if k, ok := p[s]; ok {
		return k
	}
	if len(p) > 1<<17 {
		clear(p)
	}
	k := strings.Clone(s) // not a piece of the whole file, which could then never be freed
	p[k] = k
	return k
}

// cell makes a cell of text.
func (p pool) cell(raw string) Cell {
	if raw == "" {
		return Cell{}
	}
	raw = p.keep(raw)
	c := Cell{Raw: raw, Shown: raw}
	if len(raw) > 1 && raw[0] == '\'' && startsFormula(raw[1:]) {
		c.Shown = raw[1:] // the apostrophe that writeCSV put there
	}
	if inner, ok := unwrap(raw); ok {
		c.Shown = p.keep(inner)
	}
	c.Lost = isCutDown(c.Shown)
	return c
}

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

// number makes a cell of a stored number. A spreadsheet keeps 15 digits: a longer whole number has lost its end.
func (p pool) number(raw string) Cell {
	c := Cell{Raw: p.keep(raw), Number: true}
	f, err := strconv.ParseFloat(raw, 64)
	switch {
	case err != nil:
		c.Shown = c.Raw
	case f >= 1e15 || f <= -1e15:
		c.Lost = true
		c.Shown = p.keep(strings.ToUpper(strconv.FormatFloat(f, 'g', 15, 64)))
	default:
		c.Shown = p.keep(plain(f))
	}
	return c
}

// plain writes a number as a spreadsheet shows it: 15 digits, no exponent, no trailing zeros.
func plain(f float64) string {
	g, _ := strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64)
	return strconv.FormatFloat(g, 'f', -1, 64)
}

// IsBlank tells whether s has nothing to be seen.
func IsBlank(s string) bool { return strings.TrimFunc(s, isSpace) == "" }

// isSpace also knows what unicode.IsSpace does not: zero-width characters and the byte order mark.
func isSpace(r rune) bool {
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
