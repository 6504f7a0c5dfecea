package intake

import (
	"regexp"
	"strings"
	"unicode"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// Lists write whose number it is beside it: 本人154…、儿子154…, 154…（父亲）. The person's own number is taken where the cell says which
// it is; of one number alone that is somebody else's, it is said whose. The cell is kept as found beside it.

// labelled finds a mobile number with a word before it, or one in brackets behind.
var labelled = regexp.MustCompile(`([\p{Han}·]*)[\s:(]*(1[3-9]\d(?:[ -]?\d{4}){2})\)?(?:\(([\p{Han}·]+)\))?`)

// own are words beside the number of the person, or household, that the row is about.
var own = map[string]bool{"": true, "本人": true, "自己": true, "本人电话": true, "手机": true, "电话": true, "手机号": true, "联系电话": true, "本人手机": true, "户主": true, "户主电话": true}

// phoneOwner is the question whose number it is.
const phoneOwner = "phone_owner"

func hasDigit(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }

// numberOf is a number with whose it is.
type numberOf struct{ number, owner string }

// numbersIn takes a cell apart; nil where it has more than numbers and words beside them.
func numbersIn(cell string) []numberOf {
	cell = survey.Fold(cell)
	var out []numberOf
	for _, m := range labelled.FindAllStringSubmatch(cell, -1) {
		number, err := survey.ParsePhone(m[2])
		if err != nil {
			return nil
		}
		out = append(out, numberOf{number, m[1] + m[3]})
	}
	if strings.Trim(labelled.ReplaceAllString(cell, ""), "、,;/|。.() \n") != "" {
		return nil
	}
	return out
}

// labelledPhone takes the number of whom the row is about out of a cell with words beside numbers.
func (r *Row) labelledPhone(q *question, c sheet.Cell) bool {
	if q.field.Kind != survey.PhoneKind {
		return false
	}
	var mine, theirs []numberOf
	for _, n := range numbersIn(c.Shown) {
		if own[n.owner] || n.owner == r.Name() {
			mine = append(mine, n)
		} else {
			theirs = append(theirs, n)
		}
	}
	switch {
	case len(mine) == 1:
		r.answers(q)[q.field.Key] = mine[0].number
	case len(mine) == 0 && len(theirs) == 1 && q.Target == person(survey.Phone):
		r.Person[survey.Phone], r.Person[phoneOwner] = theirs[0].number, theirs[0].owner
	default:
		return false
	}
	kind := kindPhoneLabelled
	if len(mine) == 0 {
		kind = kindPhoneOfOther
	}
	r.say(q.Target, Normalised, kind, c.Shown, r.Person[phoneOwner])
	return true
}
