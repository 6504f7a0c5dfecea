package survey

import (
	"regexp"
	"strings"

	"ruhu/internal/text"
)

// What can be wrong with a phone number.
var (
	ErrPhoneLength    = text.NewError("survey.phone_length")
	ErrPhoneDestroyed = text.NewError("survey.phone_destroyed")
	ErrPhoneChar      = text.NewError("survey.phone_char")
	ErrPhoneSeveral   = text.NewError("survey.phone_several")
)

var (
	mobile   = regexp.MustCompile(`^1[3-9]\d{9}$`)
	landline = regexp.MustCompile(`^(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})$`)
	local    = regexp.MustCompile(`^[2-8]\d{6,7}$`)                   // without the area code, as people say it
	service  = regexp.MustCompile(`^(?:12\d{3}|9\d{4}|[48]00\d{7})$`) // 12333, 95588, 400…: the hotline of a notice board
)

// ParsePhone reads a phone number: a mobile one as 11 digits, a landline as 0878-5711234, however it was typed.
func ParsePhone(typed string) (string, error) {
	s := unwrapped(narrow(typed))
	if destroyed(s) {
		return "", ErrPhoneDestroyed
	}
	if strings.ContainsAny(s, "、,，;；/|") {
		return "", ErrPhoneSeveral
	}
	s = strings.TrimSuffix(s, ".0")
	s = phoneGaps.Replace(s)
	if !digits(s) {
		return "", ErrPhoneChar
	}
	return phoneOf(s)
}

var phoneGaps = strings.NewReplacer(" ", "", "-", "", "—", "", "–", "", "‐", "", "(", "", ")", "", "+", "", "·", "", ".", "")

func phoneOf(s string) (string, error) {
	for _, code := range []string{"0086", "86"} {
		if bare, ok := strings.CutPrefix(s, code); ok && mobile.MatchString(bare) {
			s = bare
		}
	}
	if m := landline.FindStringSubmatch(s); m != nil {
		return m[1] + "-" + m[2], nil
	}
	if mobile.MatchString(s) || local.MatchString(s) || service.MatchString(s) {
		return s, nil
	}
	return "", ErrPhoneLength.With(len(s))
}

func cleanPhone(_ Field, typed string) (string, error) { return ParsePhone(typed) }
