package survey_test

import (
	"errors"
	"testing"

	"ruhu/internal/survey"
)

// typed is one thing typed and what becomes of it: stored, or refused with err.
type typed struct {
	in, stored string
	err        error
}

func TestWhatIsTypedBecomesTheStoredForm(t *testing.T) {
	kinds := []struct {
		field survey.Field
		cases []typed
	}{
		{survey.Field{Kind: survey.DateKind}, []typed{
			{"2008-01-05", "2008-01-05", nil}, {"2016/9/1", "2016-09-01", nil}, {"1970.2.9", "1970-02-09", nil},
			{"2020年1月12日", "2020-01-12", nil}, {"2020年1月12号", "2020-01-12", nil}, {"19490416", "1949-04-16", nil},
			{"2008.1", "2008-01", nil}, {"2010.10", "2010-10", nil}, {"200801", "2008-01", nil}, {"2008年1月", "2008-01", nil},
			{"2025", "2025", nil}, {"2025年", "2025", nil}, {"39448", "2008-01-01", nil}, {"23204", "1963-07-12", nil},
			{"39448.0", "2008-01-01", nil}, {"２００８－０１－０５", "2008-01-05", nil}, {"2008-01-05 00:00:00", "2008-01-05", nil},
			{"2016/9/1 0:00", "2016-09-01", nil}, {" 2008 年 1 月 ", "2008-01", nil}, {"'2008-01-05", "2008-01-05", nil},
			{"2007-02-29", "", survey.ErrNoDay}, {"2008.13", "", survey.ErrNoDay}, {"20080230", "", survey.ErrNoDay},
			{"0000", "", survey.ErrNoDay}, {"去年", "", survey.ErrDate}, {"200", "", survey.ErrDate}, {"70.2.9", "", survey.ErrDate},
		}},
		{survey.Field{Kind: survey.PhoneKind}, []typed{
			{"15469990165", "15469990165", nil}, {"+86 15457744878", "15457744878", nil}, {"008615457744878", "15457744878", nil},
			{"154 6871 0426", "15468710426", nil}, {"154-1493-8885", "15414938885", nil}, {"１５４７３４７２５３５", "15473472535", nil},
			{"15411164183\t", "15411164183", nil}, {"15430703860.0", "15430703860", nil},
			{"08785711234", "0878-5711234", nil}, {"(0878) 571-1234", "0878-5711234", nil}, {"010-12345678", "010-12345678", nil}, {"12333", "12333", nil},
			{"5711234", "5711234", nil}, {"12333", "12333", nil}, {"400 810 0000", "4008100000", nil},
			{"123", "", survey.ErrPhoneLength}, {"110", "", survey.ErrPhoneLength}, {"11111", "", survey.ErrPhoneLength}, {"1546973740", "", survey.ErrPhoneLength}, {"154682566768", "", survey.ErrPhoneLength}, {"1548134", "", survey.ErrPhoneLength},
			{"1.54E+10", "", survey.ErrPhoneDestroyed}, {"无", "", survey.ErrPhoneChar}, {"15469990165、15469990166", "", survey.ErrPhoneSeveral},
		}},
		{survey.Field{Kind: survey.Number}, []typed{
			{"9", "9", nil}, {"9个月", "9", nil}, {"8月", "8", nil}, {"１２", "12", nil}, {"1,200", "1200", nil}, {"4.50", "4.5", nil},
			{"018", "18", nil}, {"30岁", "30", nil}, {"九", "9", nil}, {"好九", "", survey.ErrNumber}, {"5.3E+15", "", survey.ErrNumberDestroyed},
		}},
		{survey.Field{Kind: survey.Money}, []typed{
			{"2900元", "2900", nil}, {"3500元/月", "3500", nil}, {"约5100", "5100", nil}, {"3千", "3000", nil}, {"0.5万", "5000", nil},
			{"3000-4000", "", survey.ErrIncomeRange}, {"2500～3500元", "", survey.ErrIncomeRange}, {"4000—5000", "", survey.ErrIncomeRange},
			{"3000至4000", "", survey.ErrIncomeRange}, {"不固定", "", survey.ErrNumber},
		}},
		{survey.Field{Kind: survey.Flag}, []typed{
			{"是", "是", nil}, {"√", "是", nil}, {"Ｙ", "是", nil}, {"1", "是", nil}, {"有", "是", nil},
			{"否", "否", nil}, {"×", "否", nil}, {"n", "否", nil}, {"0", "否", nil}, {"无", "否", nil}, {"不清楚", "", survey.ErrValueUnknown},
		}},
		{survey.Field{Kind: survey.Choices, List: "health"}, []typed{
			{"长期慢性病,残疾", "长期慢性病、残疾", nil}, {"慢性病；残疾", "长期慢性病、残疾", nil}, {"健康、健康", "健康", nil}, {"一般", "", survey.ErrValueUnknown},
		}},
		{survey.Field{Kind: survey.Code}, []typed{
			{`="5323253535314778"`, "5323253535314778", nil}, {"5.32E+15", "", survey.ErrNumberDestroyed}, {"０１２", "012", nil},
		}},
		{survey.Field{Kind: survey.Text}, []typed{{"  建筑工地,\u200b后勤 ", "建筑工地,后勤", nil}}},
		{survey.Field{Kind: survey.Note}, []typed{{"第一行 \r\n第二行\n\n", "第一行\n第二行", nil}}},
		{survey.Field{Kind: survey.Name}, []typed{{"夏光宗(户主)", "夏光宗（户主）", nil}}},
		{survey.Field{Kind: survey.Region}, []typed{{"532325202201", "532325202201", nil}, {"左门村", "", survey.ErrRegion}}},
		{survey.Field{Kind: survey.CreditCode}, []typed{
			{"52530000MJ00000180", "52530000MJ00000180", nil}, {"91530000mj0000018y", "91530000MJ0000018Y", nil},
			{"52530000MJ00000181", "", survey.ErrCreditChecksum}, {"52530000MI00000180", "", survey.ErrCreditChecksum}, {"52530000", "", survey.ErrCreditLength},
		}},
	}
	for _, k := range kinds {
		for _, c := range k.cases {
			t.Run(k.field.Kind.Name+" "+c.in, func(t *testing.T) {
				stored, err := k.field.Clean(c.in)
				if stored != c.stored || !errors.Is(err, c.err) {
					t.Errorf("%q became %q, %v; want %q, %v", c.in, stored, err, c.stored, c.err)
				}
				if again, err := k.field.Clean(stored); err != nil || again != stored {
					t.Errorf("the stored form %q is not its own: %q, %v", stored, again, err)
				}
			})
		}
	}
}

func TestNothingTypedIsNothingStored(t *testing.T) {
	for _, k := range survey.Kinds {
		if stored, err := (survey.Field{Kind: k}).Clean(" \u3000\u200b\t"); stored != "" || err != nil {
			t.Errorf("%s: %q, %v", k.Name, stored, err)
		}
	}
}

func TestKindsHaveNamesOfTheirOwn(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range survey.Kinds {
		if seen[k.Name] || k.Name == "" || k.Clean == nil || k.Width == 0 {
			t.Errorf("kind %q comes twice or is not whole", k.Name)
		}
		seen[k.Name] = true
	}
}

func TestAPartialDateFitsTheWholeOne(t *testing.T) {
	if !survey.SameDate("2008-01", "2008-01-05") || survey.SameDate("2008-02", "2008-01-05") || !survey.SameDate("", "2008") {
		t.Error("the less is known, the more fits")
	}
}
