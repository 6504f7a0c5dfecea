package survey

import (
	"strings"
	"unicode"
)

// narrow folds the full-width forms of ASCII (U+FF01–FF5E) and the blanks of every width to ASCII, and drops what cannot be
// seen: zero-width characters, byte order marks, direction marks, soft hyphens. It is for numbers, dates and codes. Names
// and free text never pass through it, and nothing here is NFKC: that would change rare characters of names.
func narrow(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case invisible(r):
			return -1
		case unicode.IsSpace(r), r == '\u3000', r == '\u00a0':
			return ' '
		case r >= 0xFF01 && r <= 0xFF5E:
			return r - 0xFEE0
		}
		return r
	}, s))
}

// invisible tells characters that have no width and no meaning in our lists. U+200C and U+200D join letters in some
// scripts, none of which stands in a Chinese register.
func invisible(r rune) bool {
	switch {
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2064,
		r == 0xFEFF, r == 0x00AD, r == 0xFFFE:
		return true
	}
	return r < ' ' && r != '\t' && r != '\n' && r != '\r'
}

// blank tells whether nothing was typed.
func blank(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) && !invisible(r) {
			return false
		}
	}
	return true
}

// tight is narrow without any blanks.
func tight(s string) string {
	return strings.ReplaceAll(narrow(s), " ", "")
}

// unwrapped takes off what keeps spreadsheets from spoiling numbers: ="…" and a typed apostrophe.
func unwrapped(s string) string {
	if in, ok := strings.CutPrefix(s, `="`); ok {
		s = strings.TrimSuffix(in, `"`)
	}
	return strings.Trim(s, "'‘’`\"“” ")
}

// digits tells whether s is digits and nothing else.
func digits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}

// Fold makes headings and names of choices comparable: without blanks and invisible characters, brackets and letters of one
// width, small letters.
func Fold(s string) string {
	return strings.ToLower(tight(strings.Map(func(r rune) rune {
		switch r {
		case '〔', '【', '［', '﹝':
			return '('
		case '〕', '】', '］', '﹞':
			return ')'
		}
		return r
	}, s)))
}
