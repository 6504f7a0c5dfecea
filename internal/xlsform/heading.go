package xlsform

import (
	"slices"
	"strings"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// sheetNames are the names that the sheets of a form go under.
var sheetNames = map[string]string{
	"survey": "survey", "问题": "survey", "问卷": "survey", "choices": "choices", "选项": "choices", "settings": "settings", "设置": "settings",
}

// The columns that are read, by the names they go under: those of xlsform.org, the older ones that pyxform still takes, and
// Chinese ones for those who make their own. A language may stand behind ("label::Chinese (zh)").
var (
	surveyColumns = map[string]string{
		"type": "type", "类型": "type", "题型": "type",
		"name": "name", "名称": "name", "变量名": "name", "变量": "name",
		"label": "label", "caption": "label", "题目": "label", "问题": "label", "标签": "label",
		"hint": "hint", "提示": "hint", "说明": "hint", "guidance_hint": "guidance_hint",
		"required": "required", "必填": "required", "是否必填": "required",
		"required_message": "required_message", "requiredmsg": "required_message", "必填提示": "required_message",
		"relevant": "relevant", "relevance": "relevant", "skip_logic": "relevant", "显示条件": "relevant",
		"constraint": "constraint", "校验": "constraint", "校验条件": "constraint",
		"constraint_message": "constraint_message", "constraint_msg": "constraint_message", "constraintmsg": "constraint_message", "校验提示": "constraint_message",
		"calculation": "calculation", "calculate": "calculation", "计算": "calculation", "计算公式": "calculation",
		"default": "default", "默认值": "default", "read_only": "read_only", "readonly": "read_only", "只读": "read_only",
		"appearance": "appearance", "parameters": "parameters", "choice_filter": "choice_filter", "repeat_count": "repeat_count",
		"disabled": "disabled", "ledger": "ledger", "台账": "ledger", "进台账": "ledger",
	}
	choiceColumns = map[string]string{
		"list_name": "list_name", "列表": "list_name", "列表名": "list_name", "选项组": "list_name",
		"name": "name", "value": "name", "名称": "name", "值": "name", "代码": "name",
		"label": "label", "caption": "label", "标签": "label", "选项": "label",
	}
	settingColumns = map[string]string{
		"form_title": "form_title", "title": "form_title", "表名": "form_title", "标题": "form_title",
		"form_id": "form_id", "id_string": "form_id", "编号": "form_id", "version": "version", "版本": "version",
		"default_language": "default_language", "table": "table", "登记表": "table",
	}
	plainColumns = map[string]string{
		"key": "key", "name": "key", "编码": "key", "label": "label", "栏目": "label", "栏目名称": "label", "题目": "label", "问题": "label",
		"kind": "kind", "类型": "kind", "题型": "kind", "list": "list", "选项": "list", "ledger": "ledger", "台账": "ledger", "进台账": "ledger",
		"hint": "hint", "提示": "hint", "说明": "hint", "section": "section", "分组": "section", "required": "required", "必填": "required", "是否必填": "required",
		"relevant": "relevant", "显示条件": "relevant",
	}
)

// foldName makes names of sheets, columns and types comparable.
func foldName(s string) string {
	return strings.ReplaceAll(strings.ToLower(strings.Join(strings.Fields(survey.Fold(underscored(s))), "_")), "__", "_")
}

func underscored(s string) string { return strings.Join(strings.Fields(s), "_") }

// language is one column of several that say the same in different languages.
type language struct{ at, rank int }

// headsOf finds the known columns in a row.
func headsOf(cells []sheet.Cell, known map[string]string) heads {
	found := map[string][]language{}
	for at, c := range cells {
		if at >= 500 {
			break
		}
		base, lang := parted(c.Shown)
		if name := known[base]; name != "" {
			found[name] = append(found[name], language{at, rankOf(lang)})
		}
	}
	out := heads{}
	for name, list := range found {
		slices.SortStableFunc(list, func(a, b language) int { return a.rank - b.rank })
		for _, l := range list {
			out[name] = append(out[name], l.at)
		}
	}
	return out
}

// parted takes the language off a heading: "label::Chinese (zh)", and in old forms "label:Chinese". "bind::relevant" is
// "relevant", as pyxform passes it on.
func parted(heading string) (base, lang string) {
	s := heading
	for _, prefix := range []string{"bind::", "bind:"} {
		if rest, ok := strings.CutPrefix(strings.ToLower(s), prefix); ok {
			s = strings.TrimPrefix(rest, "jr:")
		}
	}
	base, lang, ok := strings.Cut(s, "::")
	if !ok {
		base, lang, _ = strings.Cut(s, ":")
	}
	return foldName(base), strings.ToLower(lang)
}

// rankOf puts Chinese first, then the column without a language, then any other, traditional characters behind simplified.
func rankOf(lang string) int {
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(lang, w) })
	}
	switch {
	case has("hant", "tw", "hk", "繁"):
		return 2
	case has("zh", "chinese", "中文", "汉", "普通话", "简体", "cn"):
		return 0
	case lang == "":
		return 1
	}
	return 3
}
