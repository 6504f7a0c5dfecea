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
	ErrIncomePer       = text.NewError("survey.income_per") // by the day or year where it is asked for by the month
)

var (
	plainNumber = regexp.MustCompile(`^-?\d+(?:\.\d+)?$`)
	numberRange = regexp.MustCompile(`^\D{0,2}\d+(?:\.\d+)?\D{0,3}(?:[-~～—–至到]+)\d`)
	unit        = regexp.MustCompile(`(?:个?月|岁|人次?|口|元|天|日|亩|学?课?时|小时|年|分|户|次|头|只|份)?(?:[/每](?:个?月|年|天|日))?(?:左右|以上|多)?$`)
	about       = regexp.MustCompile(`^(?:大?约|近|共|月薪|每月|￥|¥)+`)
)

// wholeYear are the words for months of work in a year, all of it or half.
var wholeYear = map[string]string{"全年": "12", "一年": "12", "1年": "12", "常年": "12", "整年": "12", "半年": "6"}

// cleanNumber reads a number with or without its unit: "9", "9个月", "９", "十个月"; of months also "全年" and "半年".
func cleanNumber(f Field, typed string) (string, error) {
	if n, ok := wholeYear[tight(typed)]; ok && (f.Key == AwayMonths || f.Key == PostMonths) {
		return n, nil
	}
	return number(typed, ErrNumber)
}

// perDay is pay by the day, which is none by the month.
var perDay = regexp.MustCompile(`[/每一](?:天|日|小时|年)|日薪|日工资|年薪|时薪|计件`)

// monthly are the amounts of money that are by the month.
var monthly = map[string]bool{JobIncome: true, "wants_job_pay": true} // JobIncome is the key of a fact, too

// cleanMoney reads an amount in yuan: "2900元", "3500元/月", "约5100", "3千", "0.5万". A range is no amount.
func cleanMoney(f Field, typed string) (string, error) {
	s := tight(typed)
	if monthly[f.Key] && perDay.MatchString(s) {
		return "", ErrIncomePer.With(s)
	}
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
	if n, ok := spoken(s); ok {
		return strconv.Itoa(n), nil
	}
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

// spoken reads a number in characters: 十个月 without its unit, 八百, 三千五, 一万二.
func spoken(s string) (int, bool) {
	total, digit, last, seen := 0, -1, 1, false
	for _, r := range s {
		if i := strings.IndexRune("零一二三四五六七八九", r); i >= 0 {
			digit, seen = i/len("零"), true
			if digit == 0 {
				last = 1 // 一千零五: what follows are ones
			}
			continue
		}
		size, ok := map[rune]int{'十': 10, '百': 100, '千': 1000, '万': 10000}[r]
		switch {
		case r == '两':
			digit, seen = 2, true
			continue
		case !ok || digit < 0 && r != '十':
			return 0, false
		case r == '万':
			total = (total + max(digit, 0)) * size
		case digit < 0:
			total += size
		default:
			total += digit * size
		}
		digit, last, seen = -1, size, true
	}
	if digit > 0 && last > 10 {
		return total + digit*last/10, seen // 三千五 is 3500
	}
	return total + max(digit, 0), seen
}
