package sheet

import (
	"context"
	"io"
	"strings"
	"unicode/utf8"
)

// longestField is what a spreadsheet cell can hold. A quote that is still open after so much text was no opening quote but
// a stray character, and must not swallow the rest of the file.
const longestField = 32767

func readCSV(ctx context.Context, f *file, l Limits) (*Book, error) {
	b, err := io.ReadAll(f)
	if err != nil {
		return nil, ErrNotOpened.With(f.name).Because(err)
	}
	s, encoding, ok := decode(b)
	if !ok {
		return nil, ErrNotSheet.With(f.name)
	}
	rows, err := parseCSV(ctx, s, l.Cells)
	if err == errTooMany {
		return nil, ErrTooBig.With(f.name)
	}
	return &Book{Format: "csv", Encoding: encoding, Sheets: []Sheet{{Rows: rows}}}, err
}

// csvText walks through the text of a file. It is written here because encoding/csv drops blank lines, so that row numbers
// would not be those a spreadsheet shows, and refuses the stray quotes that such files have.
type csvText struct {
	rest  string
	comma byte
	width int // fields of the last row, a good guess for the next
	pool  *pool
}

// parseCSV gives the rows. A blank line is a row, a line break inside quotes is not. A row has as many cells as the line had
// fields, so that one that was cut off can be told from one that is blank at its end.
func parseCSV(ctx context.Context, s string, most int) ([][]Cell, error) {
	c := csvText{rest: s, pool: newPool()}
	c.comma = c.separator()
	var rows [][]Cell
	cells := 0
	for len(c.rest) > 0 {
		row := c.row()
		rows = append(rows, row)
		if cells += len(row); cells > most {
			return nil, errTooMany
		}
		if len(rows)%1000 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	return trimRows(rows), nil
}

// separator takes the word of a first line "sep=;" (which Excel does not show), and otherwise finds the character that
// parts most of the first lines.
func (c *csvText) separator() byte {
	line, rest, _ := strings.Cut(c.rest, "\n")
	if line = strings.TrimRight(line, "\r"); len(line) == 5 && strings.EqualFold(line[:4], "sep=") {
		c.rest = rest
		return line[4]
	}
	best, most := byte(','), 0
	for _, comma := range []byte{',', '\t', ';', '|'} {
		if n := parted(c.rest, comma); n > most {
			best, most = comma, n
		}
	}
	return best
}

// parted counts a separator outside of quotes in the first lines, at most as often in one line as in a wide table, so that
// one long sentence does not outvote the table.
func parted(s string, comma byte) int {
	n, inLine, lines, quoted := 0, 0, 0, false
	for i := 0; i < len(s) && i < 1<<16 && lines < 30; i++ {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case quoted:
		case s[i] == '\n':
			lines, inLine = lines+1, 0
		case s[i] == comma && inLine < 200:
			n, inLine = n+1, inLine+1
		}
	}
	return n
}

func (c *csvText) row() []Cell {
	row := c.pool.row(c.width)
	for {
		f, more := c.field()
		row = append(row, c.pool.cellOf(f))
		if !more {
			c.width = len(row)
			return row
		}
	}
}

// field takes one field; more is false when the row ends behind it.
func (c *csvText) field() (f string, more bool) {
	if strings.HasPrefix(c.rest, `"`) {
		if f, ok := c.quoted(); ok {
			tail, more := c.plain()
			return f + tail, more
		}
	}
	return c.plain()
}

// quoted takes what stands between quotes, "" inside standing for one. Not ok, and nothing taken, if they never close.
func (c *csvText) quoted() (string, bool) {
	var b strings.Builder
	s := c.rest[1:]
	for b.Len() <= longestField*utf8.UTFMax {
		i := strings.IndexByte(s[:min(len(s), longestField*utf8.UTFMax)], '"')
		if i < 0 {
			return "", false
		}
		b.WriteString(s[:i])
		s = s[i+1:]
		if !strings.HasPrefix(s, `"`) {
			c.rest = s
			return strings.ReplaceAll(b.String(), "\r\n", "\n"), true
		}
		b.WriteByte('"')
		s = s[1:]
	}
	return "", false
}

// plain takes text up to the separator or the end of the line.
func (c *csvText) plain() (f string, more bool) {
	i := 0
	for i < len(c.rest) && c.rest[i] != c.comma && c.rest[i] != '\n' && c.rest[i] != '\r' {
		i++
	}
	f, c.rest = c.rest[:i], c.rest[i:]
	switch {
	case c.rest == "":
		return f, false
	case c.rest[0] == c.comma:
		c.rest = c.rest[1:]
		return f, true
	}
	c.rest = strings.TrimPrefix(c.rest, "\r")
	c.rest = strings.TrimPrefix(c.rest, "\n")
	return f, false
}
