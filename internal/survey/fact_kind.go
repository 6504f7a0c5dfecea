package survey

import (
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"ruhu/internal/text"
)

// The kinds of fact that code asks about; the list is data/codes/fact_kind.csv.
const (
	FactLeftPoverty = "脱贫户"
	FactMonitored   = "监测对象"
	FactRisk        = "返贫风险" // held while the risk of a 监测对象 is not gone
	FactMinLiving   = "低保"
	FactNearMinimum = "低保边缘"
	FactExtreme     = "特困"
	FactOrdinary    = "一般户"
	FactResettled   = "易地搬迁"
	FactDisability  = "残疾"
	FactVeteran     = "退役军人"
	FactParty       = "党员"
	FactYulu        = "雨露计划"
	FactEmployment  = "就业状况"
	FactAway        = "务工"
	FactPost        = "公益性岗位"
	FactGroup       = "人员群体"
)

// ErrEndsBeforeStart is a fact that ends before it begins.
var ErrEndsBeforeStart = text.NewError("survey.ends_before_start")

// detailOf is the list that the kind's 类别或项目 is picked from, "" where it has none.
func detailOf(a Answers) string { return Column("fact_kind", a[FactKind], "detail") }

// gradeOf is the list of the kind's grades.
func gradeOf(a Answers) string { return Column("fact_kind", a[FactKind], "grade") }

func graded(a Answers) bool { return gradeOf(a) != "" || a[FactGrade] != "" }

func kindIn(kinds ...string) func(Answers) bool {
	return func(a Answers) bool { return slices.Contains(kinds, a[FactKind]) }
}

var (
	covered   = kindIn(FactMinLiving, FactNearMinimum, FactExtreme)
	working   = kindIn(FactEmployment, FactAway, FactPost)
	hasAmount = kindIn(FactMinLiving, FactNearMinimum, FactExtreme, FactYulu, "教育资助", "医疗救助", "临时救助", "补贴", FactPost, FactDisability, FactVeteran, "其他情况")
)

func endsAfterStart(a Answers, _ time.Time) error {
	from, ok := Day(a[StartsOn])
	until, known := LastDay(a[EndsOn])
	if ok && known && until.Before(from) {
		return ErrEndsBeforeStart
	}
	return nil
}

// CleanFact gives a fact whose detail and grade are in the words of the lists that its kind has: 视力 of a 残疾 is 视力残疾. Words
// that the lists do not have stay.
func CleanFact(a Answers) Answers {
	out := maps.Clone(a)
	for key, list := range map[string]string{FactDetail: detailOf(a), FactGrade: gradeOf(a)} {
		if name, ok := FindChoice(list, a[key]); ok {
			out[key] = name
		}
	}
	return out
}

// FactKindIn finds the kind that a list's title speaks of: 左门乡2026年农村低保对象花名册 is of 低保. "" where it speaks of none
// or of two. 残疾人两项补贴 is of 补贴: the longer word counts where one lies in the other.
func FactKindIn(title string) string {
	s, found := Fold(title), ""
	for len(s) > 0 {
		word, kind := choiceLists()["fact_kind"].longestAt(s, func(name string) bool { return Column("fact_kind", name, "roll") == "1" })
		switch {
		case word == "":
			s = s[1:]
			continue
		case found != "" && found != kind:
			return ""
		}
		found, s = kind, strings.TrimPrefix(s, word)
	}
	return found
}

// longestAt gives the longest word of a list that s begins with, and the choice it means, of those wanted.
func (l choiceList) longestAt(s string, wanted func(string) bool) (word, name string) {
	first, _ := utf8.DecodeRuneInString(s)
	for _, w := range l.begin[first] {
		if choice := l.by[w]; len(w) > len(word) && len(w) > len("字") && strings.HasPrefix(s, w) && wanted(choice) {
			word, name = w, choice
		}
	}
	return word, name
}
