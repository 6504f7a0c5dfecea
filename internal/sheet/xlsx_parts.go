package sheet

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// readStrings reads the shared strings, to which most cells of text point.
func (x *xlsx) readStrings(part string) error {
	r, err := x.open(part)
	if r == nil {
		return err
	}
	defer r.Close()
	m, words := newMarkup(r), &words{}
	for {
		k, err := m.next()
		if err != nil || k == markEnd {
			return err
		}
		words.see(m, k)
		if string(m.tag.name) == "si" && (k == markClose || k == markOpen && m.tag.closed) {
			x.texts = append(x.texts, x.pool.cell(unescape(words.take())))
		}
	}
}

// words gathers the text of a cell, without the readings that East Asian cells may carry (rPh).
type words struct {
	b         []byte
	in, aside bool
}

// see takes what may be a piece of the text.
func (w *words) see(m *markup, k mark) {
	switch k {
	case markText:
		if w.in && !w.aside && len(w.b) < longestTag {
			w.b = decoded(w.b, m.text)
		}
	case markOpen:
		switch string(m.tag.name) {
		case "t":
			w.in = !m.tag.closed
		case "rPh":
			w.aside = !m.tag.closed
		}
	case markClose:
		switch string(m.tag.name) {
		case "t":
			w.in = false
		case "rPh":
			w.aside = false
		}
	}
}

// take gives the text and begins anew.
func (w *words) take() []byte {
	b := w.b
	w.b, w.in, w.aside = w.b[:0], false, false
	return b
}

// endless: a part that ends inside an element was cut off.
func endless(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescape reads _x000D_, by which spreadsheets write characters that XML cannot hold.
func unescape(s []byte) []byte {
	if !bytes.Contains(s, []byte("_x")) {
		return s
	}
	return escaped.ReplaceAllFunc(s, func(e []byte) []byte {
		n, _ := strconv.ParseUint(string(e[2:6]), 16, 16)
		if n == '\r' {
			return nil
		}
		return utf8.AppendRune(nil, rune(n))
	})
}

// dateStyle tells whether a cell style shows a number as a date, and what of it.
type dateStyle byte

const (
	noDate    dateStyle = iota
	fullDate            // year, month, day
	monthOnly           // year and month: the day that the number also has was made up by the spreadsheet
	clock               // a time of day
)

// styles tell which cells show a number as a date.
type styles struct {
	epoch  int // the first day of date numbers: 1900 or 1904
	custom map[string]string
	dates  []dateStyle
}

// format makes a number format known, add the next style, by the format it has.
func (s *styles) format(id, code string) {
	if s.custom == nil {
		s.custom = map[string]string{}
	}
	s.custom[id] = code
}

func (s *styles) add(id string) { s.dates = append(s.dates, styleOf(id, s.custom[id])) }

// readStyles finds out which cell styles are dates.
func (x *xlsx) readStyles(part string) error {
	inCells := false
	return x.walk(part, func(d *xml.Decoder, e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			x.styles.format(attr(e, "numFmtId"), attr(e, "formatCode"))
		case "cellXfs":
			inCells = true
		case "cellStyles", "dxfs":
			inCells = false
		case "xf":
			if inCells {
				x.styles.add(attr(e, "numFmtId"))
			}
		}
		return nil
	})
}

var notCode = regexp.MustCompile(`"[^"]*"|\\.|\[[^\]]*\]|_.|\*.`)

// styleOf reads a number format. The numbers are those built into spreadsheets, 27 to 58 the Chinese ones.
func styleOf(id, code string) dateStyle {
	n, _ := strconv.Atoi(id)
	switch {
	case code != "":
		code = strings.ToLower(notCode.ReplaceAllString(code, ""))
		y, d := strings.Contains(code, "y") || strings.Contains(code, "e"), strings.Contains(code, "d")
		switch {
		case strings.Contains(code, "general") || strings.ContainsAny(code, "0#@"):
			return noDate
		case y && d || d && strings.Contains(code, "m"):
			return fullDate
		case y && strings.Contains(code, "m"):
			return monthOnly
		case strings.Contains(code, "h") || strings.Contains(code, "s"):
			return clock
		}
		return noDate
	case n == 17 || n == 27 || n == 36 || n == 52 || n == 57:
		return monthOnly
	case n >= 18 && n <= 21 || n >= 32 && n <= 35 || n >= 45 && n <= 47 || n == 55 || n == 56:
		return clock
	case n >= 14 && n <= 22 || n >= 28 && n <= 31 || n >= 50 && n <= 58:
		return fullDate
	}
	return noDate
}
