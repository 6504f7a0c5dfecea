package kit

import (
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

var reading = func() pinyin.Args {
	a := pinyin.NewArgs()
	a.Fallback = func(r rune, _ pinyin.Args) []string { return []string{strings.ToLower(string(r))} }
	return a
}()

// Initials are the first letters of the pinyin of s ("左门村" is "zmc"); what is no Chinese character stays itself.
func Initials(s string) string {
	var b strings.Builder
	for _, syllable := range syllables(s) {
		b.WriteString(syllable[:1])
	}
	return b.String()
}

// Pinyin is s read aloud, without tones or gaps.
func Pinyin(s string) string { return strings.Join(syllables(s), "") }

func syllables(s string) []string {
	var all []string
	for _, r := range s {
		if unicode.IsSpace(r) || unicode.IsPunct(r) {
			continue
		}
		if p := pinyin.SinglePinyin(r, reading); len(p) > 0 && p[0] != "" {
			all = append(all, p[0])
		}
	}
	return all
}
