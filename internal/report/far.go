package report

import (
	"strings"

	"ruhu/internal/region"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// where is how far somebody works from home: in the county, in the province, in another one, abroad. A place is free text:
// 广东省东莞市, 昆明, 县城.
func (v *view) where(e *entry) string {
	a := e.person.Packed
	place := a.Get(survey.AwayPlace)
	switch {
	case a.Get("abroad") == survey.Yes:
		return text.T("report.far.abroad")
	case place == "":
		return text.T("report.unsaid")
	}
	return text.T("report.far." + v.far(place, e.house.Village()))
}

// far compares the words of a place with the names of where the household is. What names no place that is known lies
// somewhere that nobody can tell.
func (v *view) far(place, village string) string {
	if len(village) < int(region.County) {
		return "unknown"
	}
	home := v.above(village, region.Province)
	switch province := provinceOf(place); {
	case named(place, v.above(village, region.County)) || nearby(place):
		return "county"
	case named(place, home), named(place, v.above(village, region.Prefecture)), province == home:
		return "province"
	case province != "" || strings.Contains(place, "省外") || strings.Contains(place, "外省"):
		return "other"
	case strings.Contains(place, "省内"):
		return "province"
	}
	return "unknown"
}

// above is the name of what a village lies in.
func (v *view) above(village string, l region.Level) string {
	code := village[:l]
	if v.Tree != nil && v.Tree.Name(code) != "" {
		return v.Tree.Name(code)
	}
	if t, err := region.Of(village); err == nil {
		return t.Name(code)
	}
	return ""
}

// named tells whether the words have a place's name, or the name without 省, 市, 州, 县.
func named(words, name string) bool {
	return name != "" && strings.Contains(words, stem(name))
}

func stem(name string) string {
	for _, tail := range []string{"自治区", "自治州", "自治县", "省", "市", "州", "县", "区"} {
		if s, ok := strings.CutSuffix(name, tail); ok && len([]rune(s)) >= 2 {
			name = s
			break
		}
	}
	if strings.Contains(name, "族") { // 楚雄彝族, 红河哈尼族彝族: the first two characters are the place
		return string([]rune(name)[:2])
	}
	return name
}

func nearby(place string) bool {
	for _, w := range []string{"本村", "本乡", "本镇", "本县", "县内", "县城", "村内", "乡内", "镇内", "家里", "在家", "当地", "本地"} {
		if strings.Contains(place, w) {
			return true
		}
	}
	return false
}

// provinceOf is the province that the words begin with, by its name or by that of a city whose province nobody names; "" for none.
func provinceOf(place string) string {
	for _, lead := range []string{"中国", "在", "去", "到"} {
		place = strings.TrimPrefix(place, lead)
	}
	for _, p := range survey.List("province") {
		for _, w := range append([]string{p.Name}, p.Also...) {
			if strings.HasPrefix(place, w) {
				return p.Name
			}
		}
	}
	return ""
}
