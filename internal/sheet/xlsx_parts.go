package sheet

import (
	"encoding/xml"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// readStrings reads the shared strings, to which most cells of text point.
func (x *xlsx) readStrings(part string) error {
	return x.walk(part, func(d *xml.Decoder, e xml.StartElement) error {
		if e.Name.Local != "si" {
			return nil
		}
		s, err := richText(d, "si")
		x.strings = append(x.strings, x.pool.keep(s))
		return err
	})
}

// richText gathers the text up to the end of an element, without the readings that East Asian cells may carry (rPh).
func richText(d *xml.Decoder, until string) (string, error) {
	var b strings.Builder
	inText, inReading := false, false
	for {
		t, err := d.RawToken()
		if err != nil {
			return "", endless(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			inText = t.Name.Local == "t"
			inReading = inReading || t.Name.Local == "rPh"
		case xml.CharData:
			if inText && !inReading {
				b.Write(t)
			}
		case xml.EndElement:
			inText = false
			switch t.Name.Local {
			case until:
				return unescape(b.String()), nil
			case "rPh":
				inReading = false
			}
		}
	}
}

// charData gathers the plain text of an element.
func charData(d *xml.Decoder, until string) (string, error) {
	s := ""
	for {
		t, err := d.RawToken()
		if err != nil {
			return "", endless(err)
		}
		switch t := t.(type) {
		case xml.CharData:
			s += string(t)
		case xml.EndElement:
			if t.Name.Local == until {
				return s, nil
			}
		}
	}
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
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escaped.ReplaceAllStringFunc(s, func(e string) string {
		n, _ := strconv.ParseUint(e[2:6], 16, 16)
		if n == '\r' {
			return ""
		}
		return string(rune(n))
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

// readStyles finds out which cell styles are dates.
func (x *xlsx) readStyles(part string) error {
	custom, inCells := map[string]string{}, false
	return x.walk(part, func(d *xml.Decoder, e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			custom[attr(e, "numFmtId")] = attr(e, "formatCode")
		case "cellXfs":
			inCells = true
		case "cellStyles", "dxfs":
			inCells = false
		case "xf":
			if inCells {
				id := attr(e, "numFmtId")
				x.dates = append(x.dates, styleOf(id, custom[id]))
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
