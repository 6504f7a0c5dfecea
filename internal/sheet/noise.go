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
	partWord  = regexp.MustCompile(`^(?:[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．])\S`) // 二、高中毕业生
	countOf   = regexp.MustCompile(`^共?\d+[人户名个]?$`)                                          // 408人, in the column for names
	noteWord  = regexp.MustCompile(`^(?:注|备注|说明|附注|填表|制表|审核|复核|填报|单位|负责人|联系人|经办|日期|时间|盖章|签字|签章|村委会意见|乡镇意见)[^，。]{0,12}[:：]|^(?:注|说明|填表说明)\s*[:：.．、]?\s*\d?|[（(](?:盖章|签字|签章|公章)[)）]`)
)

// NoiseOf tells whether a row below the header is no data: blank, a sum, a note or a line for signatures. who are the columns
// that say which person the row speaks of, the ID number last: a row that has a number there, or a name without a word of a
// sum or note before it, is data.
func NoiseOf(s *Sheet, l *Layout, row int, who ...Target) Noise {
	lead, filled, sum := "", 0, false
	for _, c := range s.Rows[row] {
		if c.Blank() {
			continue
		}
		if filled++; filled > 8 && !sum {
			return Data // spares the long rows of a long list the rest
		}
		sum = sum || isSum(c.Shown)
		if filled == 1 {
			lead = c.Shown
		}
	}
	lead = tightly(lead)
	named, numbered := l.names(s, row, who)
	switch {
	case filled == 0:
		return Blank
	case sum && !named && !numbered:
		return Total
	case !numbered && filled <= 4 && noteWord.MatchString(lead), !named && !numbered && filled <= 4 && (isNote(s, l, row, lead, filled) || signs(s, row)):
		return Aside
	}
	return Data
}

// isSum knows the words of a sum. Every one has one of two characters; most texts are told by that.
func isSum(s string) bool {
	return strings.ContainsAny(s, "计数") && totalWord.MatchString(tightly(s))
}

func tightly(s string) string { return strings.Join(strings.Fields(survey.Fold(s)), "") }

// names tells whether the row has a name, and an ID number. A count (408人), a sum's word and a sentence are no names.
func (l *Layout) names(s *Sheet, row int, who []Target) (named, numbered bool) {
	for i, t := range who {
		c, ok := l.Column(t)
		if !ok {
			continue
		}
		v := tightly(s.At(row, c.At).Shown)
		switch {
		case v == "" || countOf.MatchString(v) && len(v) < 15 || totalWord.MatchString(v) || noteWord.MatchString(v) || utf8.RuneCountInString(v) > 30:
		case i == len(who)-1:
			numbered = strings.ContainsAny(v, "0123456789")
		default:
			named = true
		}
	}
	return named, numbered
}

// signs tells whether any cell of a row is a note's or a signature's: 以上名单已核对　审核人：.
func signs(s *Sheet, row int) bool {
	for _, c := range s.Rows[row] {
		if !c.Blank() && noteWord.MatchString(tightly(c.Shown)) {
			return true
		}
	}
	return false
}

// isNote knows a note by its first word, by its length, or by a cell merged over most of the table.
func isNote(s *Sheet, l *Layout, row int, lead string, filled int) bool {
	if noteWord.MatchString(lead) || filled == 1 && (utf8.RuneCountInString(lead) > 20 || partWord.MatchString(lead)) {
		return true
	}
	for _, m := range s.Merged {
		if m.Row == row && 2*(m.LastCol-m.Col+1) > l.Width() {
			return true
		}
	}
	return false
}
