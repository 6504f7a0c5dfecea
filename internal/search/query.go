package search

import (
	"strings"
	"unicode"
)

// wordsOf splits a query at blanks. A Chinese comma or a dot between words is as good as a blank.
func wordsOf(query string) []string {
	return strings.FieldsFunc(fold(query), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("，,。、;；", r)
	})
}

// fold makes what is typed and what is stored comparable: full-width letters and digits become ordinary ones, letters become
// small, ü becomes v. Han characters stay as they are: folding them further would make two names one.
func fold(s string) string {
	return strings.Map(foldRune, s)
}

func foldRune(r rune) rune {
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

// isNumber tells whether a word can be part of a number: letters and digits with at least one digit among them, since household
// numbers may have letters and ID numbers end in X.
func isNumber(w string) bool {
	return strings.ContainsAny(w, "0123456789") && !strings.ContainsFunc(w, func(r rune) bool { return r > unicode.MaxASCII })
}

// parse gives the words of a query that hold anything to look for.
func parse(query string) (words []string) {
	for _, w := range wordsOf(query) {
		if w = bare(w); w != "" {
			words = append(words, w)
		}
	}
	return words
}
