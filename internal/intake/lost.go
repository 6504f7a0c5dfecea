package intake

import (
	"math"
	"strconv"
	"strings"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// lost is what is left of an ID number that a spreadsheet took for a number: its first digits.
type lost struct {
	value  float64
	digits int // that can be trusted
}

// numberDigits is how many digits a spreadsheet keeps of a number.
const numberDigits = 15

// dayDigits are as many as tell the birth date: six for the area, eight for the day.
const dayDigits = 14

// lostOf reads what is left in a cell; ok is false where it never was an ID number of 18 digits.
func lostOf(c sheet.Cell) (lost, bool) {
	s := strings.TrimSpace(c.Raw)
	if !c.Number {
		s = strings.TrimSpace(c.Shown)
	}
	return lostText(s, c.Number)
}

func lostText(s string, number bool) (lost, bool) {
	f, err := strconv.ParseFloat(strings.Trim(s, "'’‘ "), 64)
	if err != nil || f < 1e17 || f >= 1e18 {
		return lost{}, false
	}
	mantissa, _, _ := strings.Cut(strings.ToUpper(s), "E")
	digits := len(strings.ReplaceAll(mantissa, ".", ""))
	if number || digits > numberDigits {
		digits = numberDigits
	}
	return lost{f, digits}, true
}

// of tells whether an ID number may be the one that was lost.
func (l lost) of(id string) bool {
	v, err := strconv.ParseFloat(strings.Replace(id, "X", "0", 1), 64)
	return err == nil && len(id) == 18 && math.Abs(v-l.value) <= math.Pow10(18-l.digits)
}

// born is the birth date that the digits still tell, "" where they do not.
func (l lost) born() survey.Date {
	if l.digits < dayDigits {
		return ""
	}
	s := strconv.FormatFloat(l.value, 'f', 0, 64)[6:14]
	t, err := time.Parse("20060102", s)
	if err != nil || t.Year() < 1850 {
		return ""
	}
	return t.Format(time.DateOnly)
}

// remains tells how row and person fit together where one of them has lost the number: different where the digits left are not
// the other's, same where they agree and with them, or as both say, the birth date. Name and village are compared by who asks.
// ok is false where neither lost one.
func remains(r *Row, m *registry.Person) (likeness int, ok bool) {
	id, l, ok := m.IDNumber(), r.state.lost, r.state.isLost
	if mine := r.Person[survey.IDNo]; mine != "" {
		id = mine
		l, ok = lostText(m.Get(survey.IDPending), false)
	}
	a, b := r.Person[survey.Born], bornOf(m)
	switch {
	case !ok || id == "":
		return perhaps, false
	case !l.of(id):
		return different, true
	case strings.HasSuffix(id, "X"): // was never a number: somebody typed the rest, so it is asked
		return perhaps, true
	case l.digits >= dayDigits, len(a) == len(time.DateOnly) && a == b:
		return same, true
	}
	return perhaps, true
}
