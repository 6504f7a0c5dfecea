package intake

import (
	"strings"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// blanked makes a cell blank that says only that nothing is there (/, —, 无), or holds the error of a formula, which is broken then.
func (q *question) blanked(st *rowState) (c sheet.Cell, broken bool) {
	c = st.sheet.At(st.line, q.At)
	broken = sheet.FormulaError(c)
	if broken || !c.Blank() && nothing(q, c.Shown) {
		st.sheet.Rows[st.line][q.At].Shown = "" // for the later steps too
		c.Shown = ""
	}
	return c, broken
}

// nothing tells whether a cell says only that there is nothing to say. 无 is an answer to many questions; it is none where a number,
// a day or a place is asked for.
func nothing(q *question, shown string) bool {
	switch shown[0] { // spares nearly all cells the rest
	case '/', '\\', '-', '_', ' ', 0xE2, 0xEF, 0xE6:
	default:
		return false
	}
	s := strings.TrimFunc(shown, unseen)
	if s != "" && len(shown) <= len("————") && strings.Trim(s, `/／\-－—–_`) == "" {
		return true
	}
	if s != "无" && s != "没有" {
		return false
	}
	switch q.field.Kind {
	case survey.PhoneKind, survey.DateKind, survey.Number, survey.Money, survey.Region, survey.Code:
		return true
	}
	return q.Target == wish(survey.WishText)
}
