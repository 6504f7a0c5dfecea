package kit

import (
	"slices"
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// spelling is a word as it is read aloud: for each character all its readings (调 is diao and tiao), without tones. What is no
// Chinese character is read as itself.
type spelling [][]string

var readings = func() func(rune) []string {
	args := pinyin.NewArgs()
	args.Heteronym = true
	args.Fallback = func(r rune, _ pinyin.Args) []string { return []string{strings.ToLower(string(r))} }
	known := map[rune][]string{}
	return func(r rune) []string {
		all, ok := known[r]
		if !ok {
			for _, syllable := range pinyin.SinglePinyin(r, args) {
				if !slices.Contains(all, syllable) { // readings that differ in tone only
					all = append(all, syllable)
				}
			}
			known[r] = all
		}
		return all
	}
}()

// spell reads a word, blanks and punctuation left out. It is for the window's thread, which keeps what it once looked up.
func spell(word string) spelling {
	var s spelling
	for _, r := range word {
		if unicode.IsSpace(r) || unicode.IsPunct(r) {
			continue
		}
		if all := readings(r); len(all) > 0 && all[0] != "" {
			s = append(s, all)
		}
	}
	return s
}

// Reads tells whether typed begins word: as it is written, by its initials or by its pinyin.
func Reads(word, typed string) bool {
	word, typed = strings.ToLower(word), strings.ToLower(typed)
	return strings.HasPrefix(word, typed) || spell(word).begins(typed)
}

// key orders words as a dictionary does, by the commonest reading.
func (s spelling) key() string {
	var b strings.Builder
	for _, all := range s {
		b.WriteString(all[0])
	}
	return b.String()
}

// initials tells whether typed are the first letters of the first characters ("zmc" of 左门村).
func (s spelling) initials(typed string) bool {
	letters := []rune(typed)
	if len(letters) > len(s) {
		return false
	}
	for i, l := range letters {
		if !slices.ContainsFunc(s[i], func(syllable string) bool { return strings.HasPrefix(syllable, string(l)) }) {
			return false
		}
	}
	return true
}

// within tells whether typed are the first letters of characters that follow each other somewhere in the word.
func (s spelling) within(typed string) bool {
	for i := range s {
		if s[i:].initials(typed) {
			return true
		}
	}
	return false
}

// scattered tells whether the letters are initials in this order with others between them ("yazm" of 姚安县左门乡). One or two
// letters would find nearly everything.
func (s spelling) scattered(letters []rune) bool {
	if len(letters) < 3 {
		return false
	}
	at := 0
	for i := 0; i < len(s) && at < len(letters); i++ {
		if s[i:].initials(string(letters[at])) {
			at++
		}
	}
	return at == len(letters)
}

// begins tells whether the word begins with typed when each character is typed whole or by its first letter
// ("zuomc", "zuomencun"); the last may be half typed.
func (s spelling) begins(typed string) bool {
	if typed == "" {
		return true
	}
	if len(s) == 0 {
		return false
	}
	for _, syllable := range s[0] {
		if strings.HasPrefix(syllable, typed) {
			return true
		}
		if rest, ok := strings.CutPrefix(typed, syllable); ok && s[1:].begins(rest) {
			return true
		}
		if first := string([]rune(syllable)[:1]); strings.HasPrefix(typed, first) && s[1:].begins(typed[len(first):]) {
			return true
		}
	}
	return false
}
