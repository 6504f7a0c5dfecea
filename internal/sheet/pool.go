package sheet

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// pool keeps one copy of each short text, and of the cell it makes: a list of 50,000 rows says 是 and 汉族 a million times.
type pool struct {
	cells, numbers map[string]Cell
	rows           []Cell // room for rows to come
}

func newPool() *pool { return &pool{cells: map[string]Cell{}, numbers: map[string]Cell{}} }

// The bounds of the pool: what is longer seldom comes again, and what is more would only grow.
const (
	pooledText  = 48
	pooledTexts = 1 << 17
)

// cell makes a cell of text.
func (p *pool) cell(raw []byte) Cell {
	if len(raw) == 0 {
		return Cell{}
	}
	if c, ok := p.cells[string(raw)]; ok {
		return c
	}
	c := textCell(own(raw))
	if len(raw) <= pooledText {
		if len(p.cells) > pooledTexts {
			clear(p.cells)
		}
		p.cells[c.Raw] = c
	}
	return c
}

// cellOf is cell for a piece of a longer text, which it does not keep alive.
func (p *pool) cellOf(s string) Cell {
	if c, ok := p.cells[s]; ok || s == "" {
		return c
	}
	return p.cell([]byte(s))
}

// own makes a text of bytes that will be used again, without bytes that are no characters.
func own(raw []byte) string {
	if utf8.Valid(raw) {
		return string(raw)
	}
	return strings.ToValidUTF8(string(raw), "\uFFFD")
}

func textCell(raw string) Cell {
	c := Cell{Raw: raw, Shown: raw}
	if len(raw) > 1 && raw[0] == '\'' && startsFormula(raw[1:]) {
		c.Shown = raw[1:] // the apostrophe that writeCSV put there
	}
	if inner, ok := unwrap(raw); ok {
		c.Shown = inner
	}
	c.Lost = isCutDown(c.Shown)
	return c
}

// number makes a cell of a stored number. A spreadsheet keeps 15 digits: a longer whole number has lost its end.
func (p *pool) number(raw []byte) Cell {
	if c, ok := p.numbers[string(raw)]; ok {
		return c
	}
	if len(p.numbers) > pooledTexts {
		clear(p.numbers)
	}
	c := Cell{Raw: own(raw), Number: true}
	f, err := strconv.ParseFloat(c.Raw, 64)
	switch {
	case err != nil:
		c.Shown = c.Raw
	case f >= 1e15 || f <= -1e15:
		c.Lost = true
		c.Shown = strings.ToUpper(strconv.FormatFloat(f, 'g', 15, 64))
	default:
		if c.Shown = plain(f); c.Shown == c.Raw {
			c.Shown = c.Raw
		}
	}
	p.numbers[c.Raw] = c
	return c
}

// row gives an empty row with room for n cells. Rows are cut from large pieces: one piece for each would cost more than the
// reading.
func (p *pool) row(n int) []Cell {
	if n > len(p.rows) {
		p.rows = make([]Cell, max(n, 1<<13))
	}
	row := p.rows[0:0:n]
	p.rows = p.rows[n:]
	return row
}
