package training

import (
	"strconv"
	"time"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// What the tables of a class's life ask of their answers.

// Errors of amounts, numbers of people and shares.
var (
	ErrLess  = text.NewError("training.less")
	ErrShare = text.NewError("training.share")
)

func has(key string) func(survey.Answers) bool {
	return func(a survey.Answers) bool { return a[key] != "" }
}

func is(key, value string) func(survey.Answers) bool {
	return func(a survey.Answers) bool { return a[key] == value }
}

// inOrder wants a day not to lie before another; of which only a part is known, they may be the same.
func inOrder(first, then string) survey.Rule {
	return survey.Rule{Key: then, Check: func(a survey.Answers, _ time.Time) error {
		from, ok := survey.Day(a[first])
		until, known := survey.LastDay(a[then])
		if ok && known && until.Before(from) {
			return ErrOutOfOrder.With(a[then], a[first])
		}
		return nil
	}}
}

// noLess wants a number not to be below zero.
func noLess(key string) func(survey.Answers, time.Time) error {
	return func(a survey.Answers, _ time.Time) error {
		if n, err := strconv.ParseFloat(a[key], 64); err == nil && n < 0 {
			return ErrLess.With(a[key])
		}
		return nil
	}
}

func share(a survey.Answers, _ time.Time) error {
	if n, err := strconv.ParseFloat(a[ClaimShare], 64); err == nil && (n <= 0 || n > 100) {
		return ErrShare.With(a[ClaimShare])
	}
	return nil
}
