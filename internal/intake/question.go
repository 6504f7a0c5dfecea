package intake

import (
	"slices"
	"strings"

	"ruhu/internal/sheet"
)

// isQuestions knows a form of a county's own questions: an XLSForm workbook, with a sheet survey that has the columns type and
// name, or the plain table with the columns key, label and kind. Package xlsform reads it.
func isQuestions(b *sheet.Book) bool {
	for i := range b.Sheets {
		s := &b.Sheets[i]
		if len(s.Rows) == 0 {
			continue
		}
		var head []string
		for _, c := range s.Rows[0] {
			head = append(head, strings.ToLower(strings.TrimSpace(c.Shown)))
		}
		has := func(words ...string) bool {
			return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(head, w) })
		}
		survey := slices.Contains([]string{"survey", "问题", "问卷"}, strings.ToLower(strings.TrimSpace(s.Name)))
		if survey && (has("type", "name") || has("类型", "名称")) || has("key", "label", "kind") {
			return true
		}
	}
	return false
}
