package survey

import (
	"strconv"
	"time"

	"ruhu/internal/text"
)

// Keys that every row of the catalogues has: a row holds from a day on, and says which document it is from.
const (
	ValidFrom = "valid_from"
	ValidTo   = "valid_to" // the last day on which the row holds
	CatSource = "cat_source"
)

// What can be wrong with a row of a catalogue.
var (
	ErrValidDates = text.NewError("survey.valid_dates")
	ErrPercent    = text.NewError("survey.percent")
	ErrAges       = text.NewError("survey.ages")
	ErrNegative   = text.NewError("survey.negative")
)

// validity are the last three questions of every catalogue.
func validity() []Field {
	return []Field{
		{Key: ValidFrom, Label: "启用日期", Kind: DateKind, On: Ledger, Hint: "从这一天起按这一行；不填就是一直有。", Also: []string{"生效日期", "执行日期", "起始日期", "有效期起", "公布日期"}},
		{Key: ValidTo, Label: "停用日期", Kind: DateKind, On: Ledger, Check: endsInOrder, Hint: "最后管用的一天；还在用的空着。", Also: []string{"失效日期", "截止日期", "有效期止", "废止日期"}},
		{Key: CatSource, Label: "依据", Kind: Text, On: Ledger, Hint: "文件名和文号。", Also: []string{"文号", "来源", "政策依据", "文件依据"}},
	}
}

func endsInOrder(a Answers, _ time.Time) error {
	from, ok := Day(a[ValidFrom])
	until, known := LastDay(a[ValidTo])
	if ok && known && until.Before(from) {
		return ErrValidDates
	}
	return nil
}

// percent wants a number from 0 to 100.
func percent(key string) func(Answers, time.Time) error {
	return func(a Answers, _ time.Time) error {
		if n, err := strconv.ParseFloat(a[key], 64); err == nil && (n < 0 || n > 100) {
			return ErrPercent.With(a[key])
		}
		return nil
	}
}

// notNegative wants an amount, a time or a number of people.
func notNegative(key string) func(Answers, time.Time) error {
	return func(a Answers, _ time.Time) error {
		if n, err := strconv.ParseFloat(a[key], 64); err == nil && n < 0 {
			return ErrNegative.With(a[key])
		}
		return nil
	}
}
