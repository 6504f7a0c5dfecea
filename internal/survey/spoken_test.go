package survey_test

import (
	"errors"
	"testing"

	"ruhu/internal/survey"
)

func TestNumbersAndDaysInCharactersAreRead(t *testing.T) {
	for _, c := range []struct{ key, typed, want string }{
		{survey.AwayMonths, "十个月", "10"}, {survey.AwayMonths, "十一", "11"}, {survey.AwayMonths, "全年", "12"}, {survey.AwayMonths, "半年", "6"},
		{survey.JobIncome, "三千", "3000"}, {survey.JobIncome, "三千五", "3500"}, {survey.JobIncome, "八百元", "800"}, {survey.JobIncome, "一万二", "12000"},
		{survey.JobIncome, "两千左右", "2000"}, {survey.JobIncome, "三千零五十", "3050"},
		{survey.JobSince, "二〇〇八年一月", "2008-01"}, {survey.JobSince, "二零一九年十二月二十五日", "2019-12-25"}, {survey.JobSince, "二〇二〇年十月三日", "2020-10-03"},
	} {
		f, _ := survey.Person.Field(c.key)
		if got, err := f.Clean(c.typed); err != nil || got != c.want {
			t.Errorf("%s is %q (%v), want %q", c.typed, got, err, c.want)
		}
	}
}

func TestPayByTheDayIsNoIncomeByTheMonth(t *testing.T) {
	f, _ := survey.Person.Field(survey.JobIncome)
	for _, typed := range []string{"150元/天", "每天150", "年薪6万", "一天一百"} {
		if got, err := f.Clean(typed); !errors.Is(err, survey.ErrIncomePer) {
			t.Errorf("%s is %q (%v)", typed, got, err)
		}
	}
	for _, typed := range []string{"千", "不固定", "万元", "〇"} {
		if got, err := f.Clean(typed); err == nil {
			t.Errorf("%s is %q", typed, got)
		}
	}
}
