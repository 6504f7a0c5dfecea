package sheet_test

import (
	"testing"

	"ruhu/internal/survey"
)

func TestAHeadingInOtherUsualWordsIsKnownWhereOneQuestionIsMeant(t *testing.T) {
	h := tables()
	for heading, want := range map[string]string{
		"成员电话号码": survey.Phone, "户主手机号": survey.HousePhone, "本人手机号码": survey.Phone, "毕业日期": survey.SchoolYear,
		"参加过培训": "trained", "在校情况": survey.Schooling, "健康状态": survey.Health,
	} {
		if got := h.Find(heading); len(got) == 0 || got[0].Key != want {
			t.Errorf("%s means %v, want %s", heading, got, want)
		}
	}
	for _, heading := range []string{"日期", "情况", "号", "天气情况"} {
		if got := h.Find(heading); got != nil {
			t.Errorf("%s means %v although nobody can tell", heading, got)
		}
	}
}
