package sheet

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"ruhu/internal/survey"
)

// Noise is a row that is no data.
type Noise string

// The kinds of noise; Data is none of them.
const (
	Data  Noise = ""
	Blank Noise = "blank_row"
	Total Noise = "total_row"
	Aside Noise = "note_row"
)

var (
	totalWord = regexp.MustCompile(`^(?:本页|本村|全村|全乡|全镇|以上)?(?:合计|总计|小计|共计|总数|累计)`)
	countOf   = regexp.MustCompile(`^共?\d+[人户名个]?$`) // 408人, in the column for names
	noteWord  = regexp.MustCompile(`^(?:注|备注|说明|附注|填表|制表|审核|复核|填报|单位|负责人|联系人|经办|日期|时间|盖章|签字|签章|村委会意见|乡镇意见)[^，。]{0,12}[:：]|^(?:注|说明|填表说明)\s*[:：.．、]?\s*\d?|[（(](?:盖章|签字|签章|公章)[)）]`)
)

// NoiseOf tells whether a row below the header is no data: blank, a sum, a note or a line for signatures. who are the columns
// that say which person the row speaks of, the name and then the ID number: a row that has one of them filled as such is data.
func NoiseOf(s *Sheet, l *Layout, row int, who ...Target) Noise {
	first, filled := -1, 0
	for col, c := range s.Rows[row] {
		if !c.Blank() {
			if filled++; first < 0 {
				first = col
			}
		}
	}
	if filled == 0 {
		return Blank
	}
	lead := strings.Join(strings.Fields(survey.Fold(s.At(row, first).Shown)), "")
	named := l.names(s, row, first, who)
	switch {
	case !named && totalWord.MatchString(lead):
		return Total
	case !named && filled <= 4 && isNote(lead, filled, s, row, first, l):
		return Aside
	}
	return Data
}

// names tells whether one of the who columns, other than the first filled cell, has a value; that cell itself counts when it
// is short enough for a name and is no word of a sum or note.
func (l *Layout) names(s *Sheet, row, first int, who []Target) bool {
	for _, t := range who {
		c, ok := l.Column(t)
		if !ok {
			continue
		}
		v := s.At(row, c.At)
		switch {
		case v.Blank() || countOf.MatchString(survey.Fold(v.Shown)):
		case c.At != first:
			return true
		case !totalWord.MatchString(survey.Fold(v.Shown)) && !noteWord.MatchString(v.Shown) && utf8.RuneCountInString(v.Shown) <= 30:
			return true
		}
	}
	return false
}

// isNote knows a note by its first word, by its length, or by a cell merged over most of the table.
func isNote(lead string, filled int, s *Sheet, row, first int, l *Layout) bool {
	if noteWord.MatchString(lead) || filled == 1 && utf8.RuneCountInString(lead) > 20 {
		return true
	}
	for _, m := range s.Merged {
		if m.Row == row && m.Col == first && 2*(m.LastCol-m.Col+1) > l.Width() {
			return true
		}
	}
	return false
}
