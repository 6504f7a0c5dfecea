package survey

import (
	"regexp"
	"strconv"
	"strings"

	"ruhu/internal/text"
)

// What can be wrong with a number or an amount.
var (
	ErrNumber          = text.NewError("survey.number")
	ErrNumberDestroyed = text.NewError("survey.number_destroyed")
	ErrIncomeRange     = text.NewError("survey.income_range")
)

var (
	plainNumber = regexp.MustCompile(`^-?\d+(?:\.\d+)?$`)
	numberRange = regexp.MustCompile(`^\D{0,2}\d+(?:\.\d+)?\D{0,3}(?:[-~～—–至到]+)\d`)
	unit        = regexp.MustCompile(`(?:个?月|岁|人次?|口|元|天|日|亩|学?课?时|小时|年|分|户|次|头|只|份)?(?:[/每](?:个?月|年|天|日))?(?:左右|以上|多)?$`)
	about       = regexp.MustCompile(`^(?:大?约|近|共|月薪|每月|￥|¥)+`)
)

// cleanNumber reads a number with or without its unit: "9", "9个月", "９".
func cleanNumber(_ Field, typed string) (string, error) { return number(typed, ErrNumber) }

// cleanMoney reads an amount in yuan: "2900元", "3500元/月", "约5100", "3千", "0.5万". A range is no amount.
func cleanMoney(_ Field, typed string) (string, error) {
	s := tight(typed)
	if numberRange.MatchString(s) {
		return "", ErrIncomeRange.With(s)
	}
	return number(s, ErrNumber)
}

func number(typed string, bad *text.Error) (string, error) {
	s := strings.ReplaceAll(unwrapped(tight(typed)), ",", "")
	if destroyed(s) {
		return "", ErrNumberDestroyed
	}
	s = unit.ReplaceAllString(about.ReplaceAllString(s, ""), "")
	s, times := scaled(s)
	if !plainNumber.MatchString(s) {
		return "", bad.With(strings.TrimSpace(typed))
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return "", bad.With(strings.TrimSpace(typed))
	}
	return strconv.FormatFloat(f*times, 'f', -1, 64), nil
}

// scaled takes 千 and 万 off.
func scaled(s string) (string, float64) {
	if t, ok := strings.CutSuffix(s, "千"); ok {
		return t, 1000
	}
	if t, ok := strings.CutSuffix(s, "万"); ok {
		return t, 10000
	}
	return s, 1
}
