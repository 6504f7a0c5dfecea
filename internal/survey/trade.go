package survey

import (
	"slices"
	"strings"
)

// WishPart is one part of a wish in free words, and the trade of the catalogue that it means; Trade is "" where none is meant
// (都可以) or known (无人机).
type WishPart struct{ Said, Trade string }

// SplitWish takes a wish in free words apart: "养鸡、家政" are two. It looks words up and guesses nothing; the words are to be
// kept beside it.
func SplitWish(said string) []WishPart {
	if t, ok := FindChoice("trade", said); ok {
		return []WishPart{{strings.TrimSpace(said), t}}
	}
	var out []WishPart
	for _, part := range SplitList(said) {
		t, _ := FindChoice("trade", part)
		out = append(out, WishPart{part, t})
	}
	return out
}

// vague are wishes that name no trade and leave the choice to others.
var vague = []string{"都可以", "看情况", "学什么都行", "都行", "随便", "不限", "均可", "什么都行", "服从安排"}

// VagueWish tells a wish that names no trade.
func VagueWish(said string) bool { return slices.Contains(vague, Fold(said)) }

// ParseCert reads the trade and the level of a certificate as lists have it: 中式烹调师（初级）2022年, 电工初级证, 砌筑工/初级.
// What it does not find is "".
func ParseCert(said string) (trade, level string) {
	s := Fold(said)
	return longest("trade", s), longest("class_level", s)
}

// longest gives the choice whose longest word stands in s, so that 高级技师 is not taken for 高级.
func longest(list, s string) (name string) {
	best := 0
	for word, choice := range choiceLists()[list].by {
		if len(word) > best && len(word) > len("X") && strings.Contains(s, word) {
			name, best = choice, len(word)
		}
	}
	return name
}

// LevelRank orders levels of skill, 5 the highest; 0 for what has no level.
func LevelRank(level string) int {
	if code := CodeOf("class_level", level); code != "" {
		return int('6' - code[0])
	}
	return 0
}
