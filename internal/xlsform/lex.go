package xlsform

import (
	"strings"
	"unicode"
)

// token is one word of an expression.
type token struct {
	kind byte // 'n' number, 's' text, 'r' ${name}, 'w' word, 'o' operator, 0 the end
	text string
	at   int // place in the expression, in characters from 1
}

// straight are the signs that Chinese keyboards and the correction of quotes in office programs put where an expression wants
// plain ones.
var straight = map[rune]string{
	'‘': "'", '’': "'", '“': `"`, '”': `"`, '（': "(", '）': ")", '，': ",", '＝': "=", '＜': "<", '＞': ">", '！': "!", '＋': "+",
	'－': "-", '＊': "*", '｛': "{", '｝': "}", '＄': "$", '≤': "<=", '≥': ">=", '≠': "!=", '＇': "'", '＂': `"`,
}

// lexer cuts an expression into tokens.
type lexer struct {
	in   []rune
	at   int
	last token
}

// next gives the next token; not ok at a sign that no expression has, or a text without an end.
func (l *lexer) next() (token, bool) {
	for l.at < len(l.in) && unicode.IsSpace(l.in[l.at]) {
		l.at++
	}
	t := token{at: l.at + 1}
	if l.at >= len(l.in) {
		l.last = t
		return t, true
	}
	ok := true
	switch r := l.in[l.at]; {
	case isQuote(r):
		t.kind = 's'
		t.text, ok = l.quoted(r)
	case r >= '0' && r <= '9' || r == '.' && l.digitAt(l.at+1):
		t.kind, t.text = 'n', l.take(func(r rune) bool { return r >= '0' && r <= '9' || r == '.' })
	case l.sign(l.at) == "$":
		t.kind = 'r'
		t.text, ok = l.reference()
	case unicode.IsLetter(r) || r == '_':
		t.kind, t.text = 'w', l.take(inName)
	default:
		t.kind = 'o'
		t.text, ok = l.operator()
	}
	l.last = t
	return t, ok
}

func inName(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("_-.:", r)
}

func isQuote(r rune) bool { s := straight[r]; return r == '\'' || r == '"' || s == "'" || s == `"` }

func (l *lexer) digitAt(i int) bool { return i < len(l.in) && l.in[i] >= '0' && l.in[i] <= '9' }

// sign is the character at a place, made plain.
func (l *lexer) sign(i int) string {
	if i >= len(l.in) {
		return ""
	}
	if s, ok := straight[l.in[i]]; ok {
		return s
	}
	return string(l.in[i])
}

func (l *lexer) take(in func(rune) bool) string {
	from := l.at
	for l.at < len(l.in) && in(l.in[l.at]) {
		l.at++
	}
	return string(l.in[from:l.at])
}

// quoted takes a text up to the quote that ends it. A straight quote is ended by the same one, a curled one by any of its kind.
func (l *lexer) quoted(open rune) (string, bool) {
	plain, curled := l.sign(l.at), open != '\'' && open != '"'
	l.at++
	from := l.at
	for ; l.at < len(l.in); l.at++ {
		if r := l.in[l.at]; r == open || isQuote(r) && curled && l.sign(l.at) == plain {
			l.at++
			return string(l.in[from : l.at-1]), true
		}
	}
	return "", false
}

// reference takes ${name}.
func (l *lexer) reference() (string, bool) {
	l.at++
	if l.sign(l.at) != "{" {
		return "", false
	}
	l.at++
	from := l.at
	for ; l.at < len(l.in); l.at++ {
		if l.sign(l.at) == "}" {
			l.at++
			name := strings.TrimSpace(string(l.in[from : l.at-1]))
			return name, name != ""
		}
	}
	return "", false
}

func (l *lexer) operator() (string, bool) {
	one := l.sign(l.at)
	l.at++
	if two := one + l.sign(l.at); two == "!=" || two == "<=" || two == ">=" {
		l.at++
		return two, true
	}
	if len(one) == 2 { // ≤ is both signs
		return one, true
	}
	return one, strings.Contains("=<>+-*(),.", one)
}
