package search

import (
	"strings"
	"unicode"
)

// word is one part of a query. All words of a query must match.
type word struct {
	text   string
	digits bool  // only digits, perhaps with an X at the end
	places []int // each place's score; empty when none matches
}

// wordsOf splits a query at blanks. A Chinese comma or a dot between words is as good as a blank.
func wordsOf(query string) []string {
	return strings.FieldsFunc(fold(query), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("，,。、;；", r)
	})
}

// fold makes what is typed and what is stored comparable: full-width letters and digits become ordinary ones, letters become
// small, ü becomes v. Han characters stay as they are: folding them further would make two names one.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			r -= '！' - '!'
		case r == '\u3000':
			r = ' '
		}
		if r = unicode.ToLower(r); r == 'ü' {
			return 'v'
		}
		return r
	}, s)
}

// bare takes out of a word what people put between parts: the dot of a name, the apostrophe of xi'an, the dashes of a phone.
func bare(w string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, w)
}

func isNumber(w string) bool {
	w = strings.TrimSuffix(w, "x")
	for i := range len(w) {
		if w[i] < '0' || w[i] > '9' {
			return false
		}
	}
	return w != ""
}

// parse gives the words of a query that hold anything to look for.
func (x *Index) parse(query string) []word {
	var words []word
	for _, w := range wordsOf(query) {
		if w = bare(w); w != "" {
			words = append(words, word{text: w, digits: isNumber(w), places: x.findPlaces(w)})
		}
	}
	return words
}
