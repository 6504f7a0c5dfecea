package search

import (
	"slices"
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// sound is a character with the ways to read it, the commonest first, without tones and with ü as v.
type sound struct {
	r        rune
	text     string
	readings []string
	firsts   uint32 // the letters that readings begin with, a is the lowest bit
}

// surnames holds the readings that characters have as surnames only. They are added to the ordinary ones: 单 is found by shan
// and by dan, because whoever types does not always know.
var surnames = map[string][]string{
	"单": {"shan"}, "曾": {"zeng"}, "仇": {"qiu"}, "解": {"xie"}, "查": {"zha"}, "乐": {"yue"}, "盖": {"ge"}, "朴": {"piao"},
	"区": {"ou"}, "华": {"hua"}, "任": {"ren"}, "宁": {"ning"}, "尉迟": {"yu", "chi"}, "万俟": {"mo", "qi"}, "单于": {"chan", "yu"},
	"长孙": {"zhang", "sun"}, "令狐": {"ling", "hu"}, "澹台": {"tan", "tai"}, "纪": {"ji"}, "缪": {"miao"}, "员": {"yun"}, "盛": {"sheng"},
	"晟": {"cheng"}, "卜": {"bu"}, "逄": {"pang"}, "召": {"shao"}, "折": {"she"}, "黑": {"he"}, "种": {"chong"}, "秘": {"bi"}, "覃": {"qin", "tan"},
	"祭": {"zhai"}, "那": {"na"}, "石": {"shi"}, "燕": {"yan"}, "冼": {"xian"}, "洗": {"xian"}, "繁": {"po"}, "郗": {"xi"}, "句": {"gou"},
	"㛃": {"jie"}, "𠮷": {"ji"}, // not surnames: 𠮷 is missing in the list of readings
}

// special gives the added readings of each single character that surnames names.
var special = func() map[rune][]string {
	m := map[rune][]string{}
	for chars, readings := range surnames {
		rs := []rune(chars)
		if len(rs) == 1 {
			m[rs[0]] = append(m[rs[0]], readings...)
			continue
		}
		for i, r := range rs {
			m[r] = append(m[r], readings[i])
		}
	}
	return m
}()

// soundOf works out what a character can sound like; the index shares one sound among all names that have the character.
func soundOf(r rune) sound {
	s := sound{r: r, text: string(r), readings: readingsOf(r)}
	for _, rd := range s.readings {
		s.firsts |= 1 << (rd[0] - 'a') // of a digit, which is only read as itself, nothing
	}
	return s
}

// begins tells quickly whether a word that begins with first can begin at this character.
func (s *sound) begins(first rune) bool {
	return first == s.r || first >= 'a' && first <= 'z' && s.firsts>>(first-'a')&1 != 0
}

// ways are the readings, or the character itself where it has none.
func (s *sound) ways() []string {
	if len(s.readings) == 0 {
		return []string{s.text}
	}
	return s.readings
}

func readingsOf(r rune) []string {
	if r < unicode.MaxASCII {
		return []string{string(r)}
	}
	args := pinyin.Args{Style: pinyin.Normal, Heteronym: true}
	var all []string
	for _, rd := range append(pinyin.SinglePinyin(r, args), special[r]...) {
		if rd = plain(rd); rd != "" && !slices.Contains(all, rd) {
			all = append(all, rd)
		}
	}
	for _, rd := range all {
		if strings.Contains(rd, "v") { // lü is typed lv, printed LYU in passports, and often typed lu
			all = append(all, strings.Replace(rd, "v", "yu", 1), strings.Replace(rd, "v", "u", 1))
		}
	}
	return all
}

// plain keeps the letters a to z of a reading, with ü as v.
func plain(rd string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == 'ü':
			return 'v'
		case c == 'ê':
			return 'e'
		case c >= 'a' && c <= 'z':
			return c
		}
		return -1
	}, rd)
}
