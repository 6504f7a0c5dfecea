package training

import (
	"strconv"
	"time"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Keys of a trainee's feedback. OfPerson may be absent: a form without a name.
const (
	GivenOn      = "given_on"
	ScoreTeacher = "score_teacher"
	ScoreContent = "score_content"
	ScorePlace   = "score_place"
	ScoreUse     = "score_use"
	Useful       = "useful"
	Suggest      = "suggest"
)

// Scores are the keys of the scores, 1 the worst, 5 the best, in the order asked.
var Scores = []string{ScoreTeacher, ScoreContent, ScorePlace, ScoreUse}

// ErrScore is a score that is not 1 to 5.
var ErrScore = text.NewError("training.score")

// FeedbackTable is what a trainee says of a class: 粤人社函〔2019〕1812号 之十 “以参训残疾人的意见反馈为重点，建立培训反馈评价机制”. Who said
// it stands on no list.
var FeedbackTable = survey.NewTable(TypeFeedback, nil,
	survey.Section("feedback",
		survey.Field{Key: OfClass, Label: "培训班", Kind: survey.Link, Required: true},
		survey.Field{Key: OfPerson, Label: "学员", Kind: survey.Link},
		survey.Field{Key: GivenOn, Label: "填表日期", Kind: survey.DateKind, Required: true, On: survey.Ledger | survey.Card, Also: []string{"反馈日期", "评价日期"}},
		score(ScoreTeacher, "老师教得怎么样", "教师评分", "对教师满意度"),
		score(ScoreContent, "教的内容怎么样", "内容评分", "对内容满意度"),
		score(ScorePlace, "场地和设备怎么样", "场地评分", "对场地满意度"),
		score(ScoreUse, "学的东西用得上吗", "实用评分", "对效果满意度"),
		survey.Field{Key: Useful, Label: "愿意介绍别人来吗", Kind: survey.Flag, On: survey.Ledger, Class: survey.Sensitive, Also: []string{"是否愿意推荐"}},
		survey.Field{Key: Suggest, Label: "意见和建议", Kind: survey.Note, On: survey.Ledger, Class: survey.Sensitive, Also: []string{"建议", "意见建议"}},
	),
)

func score(key, label string, also ...string) survey.Field {
	return survey.Field{Key: key, Label: label, Kind: survey.Number, On: survey.Ledger, Class: survey.Sensitive, Hint: "1很差，2较差，3一般，4较好，5很好。", Also: also,
		Check: func(a survey.Answers, _ time.Time) error {
			if n, err := strconv.Atoi(a[key]); err != nil || n < 1 || n > 5 {
				return ErrScore.With(a[key])
			}
			return nil
		}}
}
