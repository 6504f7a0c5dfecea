package paper

import (
	"strings"
	"unicode"
)

// 避头尾: what may not begin a line, and what may not end one (GB/T 15834 标点符号用法).
const (
	neverFirst = "、。，．；：！？）》」』】〕〉”’…—～·％‰℃°々,.;:!?)]}>%°"
	neverLast  = "（《「『【〔〈“‘￥＄№([{<$#"
)

// wrap breaks a text into lines no wider than width, by measure. Lines break between Chinese characters, at blanks and
// nowhere within a Latin word or a number; punctuation stays with what it belongs to. A piece that is wider than a whole line
// is broken where it must be. No character is ever lost but the blanks at which a line breaks.
func wrap(s string, width float64, measure func(string) float64) []string {
	var lines []string
	for para := range strings.SplitSeq(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		lines = append(lines, wrapParagraph(para, width, measure)...)
	}
	return lines
}

func wrapParagraph(s string, width float64, measure func(string) float64) []string {
	var lines []string
	line := ""
	for _, piece := range pieces(s) {
		if line == "" || measure(line+strings.TrimRight(piece, " ")) <= width {
			line += piece
		} else {
			lines = append(lines, strings.TrimRight(line, " "))
			line = piece
		}
		for measure(strings.TrimRight(line, " ")) > width {
			head, tail := breakHard(line, width, measure)
			if tail == "" {
				break
			}
			lines = append(lines, head)
			line = tail
		}
	}
	return append(lines, strings.TrimRight(line, " "))
}

// breakHard parts what no rule can part: as many characters as the line holds, but at least one.
func breakHard(s string, width float64, measure func(string) float64) (head, tail string) {
	end := 0
	for i, r := range s {
		next := i + len(string(r))
		if i > 0 && measure(s[:next]) > width {
			break
		}
		end = next
	}
	return s[:end], s[end:]
}

// pieces parts a text where a line may break. Put together they are the text again.
func pieces(s string) []string {
	var out []string
	start, prev := 0, rune(0)
	for i, r := range s {
		if i > 0 && mayBreak(prev, r) {
			out = append(out, s[start:i])
			start = i
		}
		prev = r
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

// mayBreak tells whether a line may break between two characters.
func mayBreak(a, b rune) bool {
	switch {
	case b == ' ' || strings.ContainsRune(neverFirst, b) || strings.ContainsRune(neverLast, a):
		return false
	case unicode.Is(unicode.Mn, b) || silent(b): // belongs to what stands before it
		return false
	case a == ' ':
		return true
	}
	return !inWord(a) || !inWord(b)
}

// inWord tells whether a rune is part of a Latin word or a number.
func inWord(r rune) bool {
	return r < 0x2E80 && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_/.:,@+&'*=~%", r))
}
