package sheet

import (
	"bytes"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"ruhu/internal/report"
	"ruhu/internal/text"
)

// rowWriter writes rows as the markup of a sheet, gathered in one buffer.
type rowWriter struct {
	to      *behind
	b       []byte
	row     int
	style   cellStyles
	columns []report.Column
	names   []string // of the columns
	merged  []string
}

// rows writes the title, the header, the rows and what stands below, and gives the blocks that are merged.
func (b *workbook) rows(w *rowWriter) (merged []string) {
	for i := range max(len(b.t.Columns), 1) {
		w.names = append(w.names, ColumnName(i))
	}
	over := func(height int, words string, style int) {
		w.line(height, []string{words}, style)
		if len(w.names) > 1 {
			merged = append(merged, b.span(w.row, w.row))
		}
	}
	w.begin("<sheetData>")
	if b.t.Title != "" {
		over(30, b.t.Title, b.style.title)
	}
	if unit := b.unit(); unit != "" {
		over(20, unit, b.style.unit)
	}
	merged = append(merged, b.header(w)...)
	for i, values := range b.t.Rows {
		w.values(values, i < len(b.t.Totals) && b.t.Totals[i])
	}
	for _, note := range b.t.Note {
		over(b.lines(note)*15, text.T("sheet.note", note), b.style.note)
	}
	w.begin("</sheetData>")
	return merged
}

// header writes the headings, under those of their groups where there are any.
func (b *workbook) header(w *rowWriter) (merged []string) {
	labels, groups := make([]string, len(b.t.Columns)), make([]string, len(b.t.Columns))
	for i, c := range b.t.Columns {
		labels[i], groups[i] = c.Label, c.Over
	}
	if b.top == b.head {
		w.line(b.high(), labels, w.style.head)
		return nil
	}
	for i := 0; i < len(groups); {
		n := i + 1
		if groups[i] == "" { // one heading over both rows
			merged = append(merged, ColumnName(i)+strconv.Itoa(b.top)+":"+ColumnName(i)+strconv.Itoa(b.head))
			groups[i], labels[i] = labels[i], ""
			i = n
			continue
		}
		for n < len(groups) && b.t.Columns[n].Over == groups[i] {
			groups[n] = ""
			n++
		}
		if n > i+1 {
			merged = append(merged, ColumnName(i)+strconv.Itoa(b.top)+":"+ColumnName(n-1)+strconv.Itoa(b.top))
		}
		i = n
	}
	w.line(18, groups, w.style.head)
	w.line(b.high(), labels, w.style.head)
	return merged
}

// high is how high the header must be for its longest heading: not every program finds out by itself.
func (b *workbook) high() int {
	lines := 1
	for _, c := range b.t.Columns {
		lines = max(lines, int(math.Ceil(2*float64(utf8.RuneCountInString(c.Label))/(widthOf(c)-1))))
	}
	return 3 + 15*min(lines, 8)
}

// lines is how many lines a note takes over the whole width: a merged cell does not grow by itself.
func (b *workbook) lines(note string) int {
	width := 0.0
	for _, c := range b.t.Columns {
		width += widthOf(c)
	}
	return 1 + int(float64(2*utf8.RuneCountInString(note)+8)/max(width, 20))
}

func (w *rowWriter) begin(s string) { w.b = append(w.b, s...) }

// raw writes what is markup already.
func (w *rowWriter) raw(b []byte) { w.b = append(w.b, b...) }

func (w *rowWriter) flush() { w.b = w.to.write(w.b) }

func (w *rowWriter) open(height int) {
	w.row++
	w.begin(`<row r="`)
	w.b = strconv.AppendInt(w.b, int64(w.row), 10)
	if height > 0 {
		w.begin(`" ht="` + strconv.Itoa(height) + `" customHeight="1`)
	}
	w.begin(`">`)
}

func (w *rowWriter) close() {
	w.begin(`</row>`)
	if len(w.b) > bufferSize {
		w.flush()
	}
}

// line writes a row of words in one style.
func (w *rowWriter) line(height int, values []string, style int) {
	w.open(height)
	for i, v := range values {
		w.text(i, v, style)
	}
	w.close()
}

// values writes a row of the table, bold where it sums up others.
func (w *rowWriter) values(values []string, sum bool) {
	words, number := w.style.words, w.style.number
	if sum {
		words, number = w.style.sumWords, w.style.sumNumber
	}
	w.open(0)
	for i, c := range w.columns {
		v := ""
		if i < len(values) {
			v = values[i]
		}
		if c.Right && !c.Text && plainNumber(v) {
			w.cell(i, number, `"><v>`)
			w.begin(v + `</v></c>`)
			continue
		}
		w.text(i, v, words)
	}
	w.close()
}

func (w *rowWriter) cell(col, style int, rest string) {
	w.begin(`<c r="` + w.names[col])
	w.b = strconv.AppendInt(w.b, int64(w.row), 10)
	w.begin(`" s="`)
	w.b = strconv.AppendInt(w.b, int64(style), 10)
	w.begin(rest)
}

func (w *rowWriter) text(col int, v string, style int) {
	switch {
	case v == "":
		w.cell(col, style, `"/>`)
		return
	case strings.TrimSpace(v) != v || strings.ContainsAny(v, "\n\t"):
		w.cell(col, style, `" t="inlineStr"><is><t xml:space="preserve">`)
	default:
		w.cell(col, style, `" t="inlineStr"><is><t>`)
	}
	w.b = appendText(w.b, v)
	w.begin(`</t></is></c>`)
}

// looksEscaped is a text that a spreadsheet would read as a character's number.
var looksEscaped = regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)

// appendText writes text as XML: without characters that it cannot hold, and no longer than a cell may be.
func appendText(b []byte, s string) []byte {
	if strings.Contains(s, "_x") {
		s = looksEscaped.ReplaceAllString(s, "_x005F_$1")
	}
	if len(s) > longestField {
		s = cutText(s, longestField)
	}
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < utf8.RuneSelf && c != '&' && c != '<' && c != '>' {
			b = append(b, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		b = appendRune(b, r, n, s[i:i+n])
		i += n
	}
	return b
}

func appendRune(b []byte, r rune, n int, as string) []byte {
	switch {
	case r == '&':
		return append(b, "&amp;"...)
	case r == '<':
		return append(b, "&lt;"...)
	case r == '>':
		return append(b, "&gt;"...)
	case r < ' ' && r != '\t' && r != '\n' && r != '\r', r == 0xFFFE, r == 0xFFFF, r == utf8.RuneError && n == 1:
		return append(b, "\uFFFD"...)
	}
	return append(b, as...)
}

// cutText cuts to so many units of UTF-16, which is how spreadsheets count.
func cutText(s string, most int) string {
	units := 0
	for i, r := range s {
		if units++; r > 0xFFFF {
			units++
		}
		if units > most {
			return s[:i]
		}
	}
	return s
}

// withMerged puts the merged blocks in, in their place among what stands behind the rows, and says that digits kept as text are
// meant so: otherwise each ID number bears a green corner.
func (w *rowWriter) withMerged(after []byte) []byte {
	var m bytes.Buffer
	if len(w.merged) > 0 {
		m.WriteString(`<mergeCells count="` + strconv.Itoa(len(w.merged)) + `">`)
		for _, ref := range w.merged {
			m.WriteString(`<mergeCell ref="` + ref + `"/>`)
		}
		m.WriteString(`</mergeCells>`)
	}
	at := 0
	if i := bytes.Index(after, []byte("<autoFilter")); i >= 0 {
		at = i + bytes.IndexByte(after[i:], '>') + 1
		if end := bytes.Index(after, []byte("</autoFilter>")); end >= 0 {
			at = end + len("</autoFilter>")
		}
	}
	ignored := `<ignoredErrors><ignoredError sqref="A1:` + w.names[len(w.names)-1] + strconv.Itoa(w.row) + `" numberStoredAsText="1"/></ignoredErrors></worksheet>`
	out := append(append(append([]byte{}, after[:at]...), m.Bytes()...), after[at:]...)
	return bytes.Replace(out, []byte("</worksheet>"), []byte(ignored), 1)
}
