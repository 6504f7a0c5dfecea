package sheet

import (
	"bytes"
	unicodes "unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// decode turns the bytes of a csv file into text and names the encoding. WPS and Excel write GB18030 ("ANSI") or UTF-16
// without asking; nothing in the file says so, except a byte order mark where there is one. ok is false for what is not text.
func decode(b []byte) (s, encoding string, ok bool) {
	switch {
	case bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")):
		s, encoding = own(b[3:]), "UTF-8 BOM"
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}) || zerosAt(b, 1):
		s, encoding = wide(b, unicode.LittleEndian), "UTF-16LE"
	case bytes.HasPrefix(b, []byte{0xFE, 0xFF}) || zerosAt(b, 0):
		s, encoding = wide(b, unicode.BigEndian), "UTF-16BE"
	case utf8.Valid(b):
		s, encoding = string(b), "UTF-8"
	default:
		d, err := simplifiedchinese.GB18030.NewDecoder().Bytes(b)
		if err != nil {
			return "", "", false
		}
		s, encoding = string(d), "GB18030"
	}
	return s, encoding, looksLikeText(s)
}

func wide(b []byte, order unicode.Endianness) string {
	d, _ := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(b) // never fails: what is wrong becomes U+FFFD
	return string(d)
}

// zerosAt tells UTF-16 without a mark: separators and digits have a zero byte, always at the even or always at the odd place.
func zerosAt(b []byte, odd int) bool {
	b = b[:min(len(b)&^1, 4096)]
	zeros, others := 0, 0
	for i, c := range b {
		if c == 0 && i%2 == odd {
			zeros++
		} else if c == 0 {
			others++
		}
	}
	return zeros > 0 && zeros*20 >= len(b) && others == 0
}

// looksLikeText refuses what has control characters, or characters that could not be read, in more than one of a hundred
// places: a picture or a program, not a list with one broken name.
func looksLikeText(s string) bool {
	bad, all := 0, 0
	for _, r := range s {
		all++
		if r >= ' ' && r <= '~' || r >= 0x4E00 && r <= 0x9FFF {
			continue // nearly all there is
		}
		if r == utf8.RuneError || !unicodes.IsGraphic(r) && r != '\t' && r != '\n' && r != '\r' && r != '\uFEFF' {
			bad++
		}
	}
	return bad*100 <= all
}
