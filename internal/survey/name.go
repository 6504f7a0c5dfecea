package survey

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Dot parts the parts of a name: U+00B7, GB18030 A1A4, and no other (民委发〔2016〕33号).
const Dot = '·'

// dots are what is typed instead of it. "." is one of them between two Chinese characters only.
const dots = "•・‧．.﹒∙･⋅●◦᛫"

// CleanName gives a name as it is to be kept, and the remark in brackets that stood behind it.
//
// Blanks around it and the blanks that stretch a short name ("张　三") go; separators become U+00B7. Characters are never
// changed otherwise: NFKC and the like would turn rare characters into others. A bracket with a stroke or plus in it, as in
// "王（龙/天）", describes a character that somebody could not type: it is part of the name.
func CleanName(typed string) (name, note string) {
	name, note = splitNote(strings.TrimSpace(blanksToSpace(visible(typed))))
	return withDots(unstretched(name)), note
}

func blanksToSpace(s string) string {
	return strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " ")
}

func splitNote(s string) (name, note string) {
	i := strings.IndexAny(s, "(（[［【〔")
	if i <= 0 || !strings.ContainsRune(")）]］】〕", lastRune(s)) {
		return s, ""
	}
	_, open := utf8.DecodeRuneInString(s[i:])
	note = strings.TrimRight(s[i+open:], ")）]］】〕 ")
	if strings.ContainsAny(note, "/+／＋") || note == "" {
		return s, ""
	}
	return strings.TrimSpace(s[:i]), strings.TrimSpace(note)
}

// unstretched takes out blanks between single characters: they only make names in a column equally wide. Blanks between
// longer parts stay, for they may stand where a separator should.
func unstretched(s string) string {
	parts := strings.Fields(s)
	if slices.ContainsFunc(parts, func(p string) bool { return utf8.RuneCountInString(p) > 1 }) {
		return strings.Join(parts, " ")
	}
	return strings.Join(parts, "")
}

func withDots(s string) string {
	rs := []rune(s)
	out := make([]rune, 0, len(rs))
	for i, r := range rs {
		switch {
		case r == Dot || isDot(r) && (r != '.' || between(rs, i)):
			out = append(trimSpace(out), Dot)
		case r == ' ' && len(out) > 0 && out[len(out)-1] == Dot:
		default:
			out = append(out, r)
		}
	}
	return string(out)
}

func isDot(r rune) bool { return strings.ContainsRune(dots, r) }

// between tells whether the character at i stands between two Chinese ones, blanks not counted.
func between(rs []rune, i int) bool {
	left, right := trimSpace(rs[:i]), rs[i+1:]
	for len(right) > 0 && right[0] == ' ' {
		right = right[1:]
	}
	return len(left) > 0 && len(right) > 0 && left[len(left)-1] > 0x2E7F && right[0] > 0x2E7F
}

func trimSpace(rs []rune) []rune {
	for len(rs) > 0 && rs[len(rs)-1] == ' ' {
		rs = rs[:len(rs)-1]
	}
	return rs
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
