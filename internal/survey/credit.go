package survey

import (
	"strings"

	"ruhu/internal/text"
)

// What can be wrong with a unified social credit code.
var (
	ErrCreditLength   = text.NewError("survey.credit_length")
	ErrCreditChecksum = text.NewError("survey.credit_checksum")
)

// creditAlphabet has no I, O, S, V, Z, which look like digits or like each other (GB 32100).
const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// ParseCredit reads a unified social credit code (统一社会信用代码) in any width and case.
func ParseCredit(typed string) (string, error) {
	s := strings.ToUpper(strings.ReplaceAll(unwrapped(tight(typed)), "-", ""))
	if len(s) != 18 {
		return "", ErrCreditLength.With(len([]rune(s)))
	}
	sum, weight := 0, 1
	for i := range 17 {
		v := strings.IndexByte(creditAlphabet, s[i])
		if v < 0 {
			return "", ErrCreditChecksum
		}
		sum += v * weight
		weight = weight * 3 % 31
	}
	if s[17] != creditAlphabet[(31-sum%31)%31] {
		return "", ErrCreditChecksum
	}
	return s, nil
}

func cleanCredit(_ Field, typed string) (string, error) { return ParseCredit(typed) }
