package survey

import (
	"regexp"
	"slices"
	"strings"
)

// WishPart is one part of a wish in free words, and the trade of the catalogue that it means; Trade is "" where none is meant
// (都可以) or known (无人机).
type WishPart struct{ Said, Trade string }

// SplitWish takes a wish in free words apart: "养鸡、家政" are two, "想学电工焊工" too. It looks words up and guesses nothing: what is left
// beside them must be words that say nothing of a trade (想学, 技术, 跟着), and "不想学电工" is no trade. The words are to be kept beside it.
func SplitWish(said string) []WishPart { return shippedTrades().SplitWish(said) }

// SplitWish is the function of that name, with a county's own trades among the words.
func (v *Vocabulary) SplitWish(said string) []WishPart {
	if t, ok := v.Find(said); ok {
		return []WishPart{{strings.TrimSpace(said), t}}
	}
	var out []WishPart
	for _, part := range splitWish(said) {
		out = append(out, v.wishPart(part)...)
	}
	return out
}

// WishTrades are the trades that a wish in free words means, each once, the first three: as many as a wish has places for.
func WishTrades(said string) []string { return shippedTrades().WishTrades(said) }

// WishTrades is the function of that name, with a county's own trades among the words.
func (v *Vocabulary) WishTrades(said string) []string {
	var out []string
	for _, p := range v.SplitWish(said) {
		if p.Trade != "" && !slices.Contains(out, p.Trade) && len(out) < 3 {
			out = append(out, p.Trade)
		}
	}
	return out
}

// splitWish parts a list where people part it, and does not part what one choice is called (养殖(猪) has brackets only, but a county's
// own may have a stroke).
func splitWish(said string) []string {
	for _, w := range []string{"或者", "或是", "还有", "以及", "其次", "然后"} {
		said = strings.ReplaceAll(said, w, "、")
	}
	said = ordinal.ReplaceAllString(narrow(said), "、")
	return strings.FieldsFunc(said, func(r rune) bool { return strings.ContainsRune("、,;/|\n +和或及与。.①②③", r) })
}

// ordinal is a number before one of several wishes: "1.养鸡 2.养猪".
var ordinal = regexp.MustCompile(`\d+[.、)]`)

func (v *Vocabulary) wishPart(part string) []WishPart {
	if t, ok := v.Find(part); ok {
		return []WishPart{{part, t}}
	}
	found := v.tiled(Fold(part))
	if len(found) == 0 {
		return []WishPart{{part, ""}}
	}
	if len(found) == 1 {
		found[0].Said = part
	}
	return found
}

// wishFillers are the words around a trade that say nothing of which.
var wishFillers = []string{"我", "他", "她", "种", "养", "修", "想", "要", "想要", "希望", "愿意", "打算", "准备", "可以", "最好", "最好是", "主要", "学", "学习", "学点", "学一点", "学会", "学个", "去学",
	"跟着", "跟人", "跟师傅", "跟", "参加", "报名", "从事", "做", "搞", "干", "当", "当个", "开", "弄", "考", "考个", "证", "一点", "点", "一些", "些", "一下", "有关", "相关", "关于", "比如", "例如",
	"技术", "手艺", "技能", "培训", "培训班", "班", "工种", "专业", "方面", "方向", "类", "的", "知识", "课程", "课", "工作", "活", "活路", "行业", "都行", "也行", "都可以", "也可以", "也", "都", "等", "等等", "什么的", "之类", "之类的", "吧", "啊", "呢", "了",
	"大型", "小型", "农家", "农村", "本地", "传统", "现代", "简单", "基本", "初级", "中级", "高级", "进一步", "提升", "养殖", "种植", "加工", "制作", "维修", "修理", "操作", "驾驶", "管理", "员", "工", "师", "师傅", "老师", "第一", "第二", "第三", ":", "(", ")", "-"}

// tiled covers s with words of the catalogue and with words that say nothing, the longest first; nil where anything is left over.
func (v *Vocabulary) tiled(s string) []WishPart {
	var out []WishPart
	for s != "" {
		word, trade := v.in().longestAt(s, func(string) bool { return true })
		filler := longestIn(wishFillers, s)
		switch {
		case len(word) > 0 && len(word) >= len(filler):
			if !slices.ContainsFunc(out, func(p WishPart) bool { return p.Trade == trade }) {
				out = append(out, WishPart{word, trade})
			}
			s = s[len(word):]
		case filler != "":
			s = s[len(filler):]
		default:
			return nil
		}
	}
	return out
}

func longestIn(words []string, s string) (longest string) {
	for _, w := range words {
		if len(w) > len(longest) && strings.HasPrefix(s, w) {
			longest = w
		}
	}
	return longest
}

// vague are wishes that name no trade and leave the choice to others.
var vague = []string{"都可以", "看情况", "学什么都行", "都行", "随便", "不限", "均可", "什么都行", "服从安排", "都可", "什么都可以", "学什么都可以", "看情况吧", "没想好", "还没想好", "不知道", "听安排",
	"听从安排", "政府安排", "有什么学什么", "无所谓", "随意", "再说", "到时候再说", "不清楚", "没有想法", "各种都行", "什么都想学"}

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
