package region

import (
	"strings"
	"unicode/utf8"
)

// formsOf has the forms of names of a level, from the fullest to the barest.
var formsOf = map[Level][]func(string) string{
	Province:   {whole, province},
	Prefecture: {whole, prefecture},
	County:     {whole, county},
	Township:   {whole, township},
	Village:    {whole, village, villageStem},
}

func whole(s string) string { return s }

// village makes one of the ways to write a committee: 左门村 of 左门村民委员会, 左门社区 of 左门社区居委会.
func village(s string) string {
	s = strings.TrimSuffix(s, "(农村社区)")
	for _, w := range []struct{ long, short string }{
		{"社区居民委员会", "社区"}, {"社区居委会", "社区"}, {"居民委员会", "社区"}, {"居委会", "社区"},
		{"村村民委员会", "村"}, {"村村委会", "村"}, {"村民委员会", "村"}, {"村委会", "村"}, {"行政村", "村"}, {"村委", "村"},
	} {
		if stem, ok := strings.CutSuffix(s, w.long); ok {
			return stem + w.short
		}
	}
	return s
}

// villageStem is the name alone. A name of one character keeps its 村 (新村), for it is none without it.
func villageStem(s string) string { return cut(village(s), "社区", "村") }

func province(s string) string {
	return cutPeoples(cut(s, "自治区", "省", "市"))
}

func prefecture(s string) string {
	return cutPeoples(cut(s, "自治州", "地区", "市", "州", "盟"))
}

func county(s string) string {
	return cutPeoples(cut(s, "自治县", "自治旗", "县", "市", "区", "旗"))
}

func township(s string) string {
	return cutPeoples(cut(s, "街道办事处", "民族乡", "街道", "乡", "镇", "苏木"))
}

// cut takes the first suffix off that leaves at least two characters.
func cut(s string, suffixes ...string) string {
	for _, x := range suffixes {
		if stem, ok := strings.CutSuffix(s, x); ok && utf8.RuneCountInString(stem) >= 2 {
			return stem
		}
	}
	return s
}

// peoples are the names that stand in names of autonomous places: 红河哈尼族彝族自治州.
var peoples = strings.Fields("各族 壮族 回族 彝族 苗族 白族 傣族 瑶族 藏族 哈尼族 傈僳族 拉祜族 佤族 纳西族 景颇族 布朗族 布依族 阿昌族 普米族 怒族 独龙族 基诺族 德昂族 蒙古族 土家族 侗族 羌族 朝鲜族 满族 维吾尔 维吾尔族 哈萨克 哈萨克族 柯尔克孜 塔吉克 锡伯 黎族 畲族 仡佬族 水族 毛南族 仫佬族 东乡族 保安族 撒拉族 裕固族 土族 蒙古 达斡尔族 鄂温克族")

func cutPeoples(s string) string {
	for {
		shorter := cut(s, peoples...)
		if shorter == s {
			return s
		}
		s = shorter
	}
}
