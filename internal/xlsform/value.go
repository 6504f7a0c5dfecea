package xlsform

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// sort is the type of a value, as in XPath 1.0, with dates and lists of choices beside.
type sort byte

const (
	words sort = iota
	number
	truth
	day    // n is the day since 1970-01-01, so that dates can be subtracted and compared
	chosen // the codes of a select_multiple
)

// value is what an expression comes to.
type value struct {
	sort  sort
	s     string
	n     float64
	b     bool
	codes []string
}

// longest is how long a text may grow: concat() of concat() would double it without end.
const longest = 1 << 15

func textOf(s string) value {
	for len(s) > longest {
		s = s[:longest]
		for !utf8.ValidString(s) && s != "" {
			s = s[:len(s)-1]
		}
	}
	return value{sort: words, s: s}
}

func numberOf(n float64) value { return value{sort: number, n: n} }
func truthOf(b bool) value     { return value{sort: truth, b: b} }

func dayOf(t time.Time) value {
	days := math.Floor(float64(t.Unix()) / 86400)
	return value{sort: day, n: days}
}

// text is the value as XPath's string() gives it.
func (v value) text() string {
	switch v.sort {
	case number:
		return numberText(v.n)
	case truth:
		return strconv.FormatBool(v.b)
	case day:
		if math.IsNaN(v.n) || math.Abs(v.n) > 1e6 {
			return ""
		}
		return time.Unix(int64(math.Floor(v.n))*86400, 0).UTC().Format(time.DateOnly)
	case chosen:
		return strings.Join(v.codes, " ")
	}
	return v.s
}

// numberText writes a number without an exponent; what is no number is nothing, where XPath would show NaN to people.
func numberText(n float64) string {
	if math.IsNaN(n) || math.IsInf(n, 0) {
		return ""
	}
	short, _ := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 12, 64), 64)
	if short == 0 {
		return "0" // never -0
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}

// number is the value as XPath's number() gives it; NaN for what is none. A date is its day.
func (v value) number() float64 {
	switch v.sort {
	case number, day:
		return v.n
	case truth:
		if v.b {
			return 1
		}
		return 0
	}
	s := strings.TrimSpace(v.text())
	if strings.ContainsAny(s, "xXpPnNiI_") { // ParseFloat also knows 0x1p-2, NaN, Inf and 1_000
		return dateNumber(s)
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return dateNumber(s)
	}
	return n
}

// dateNumber lets a date written as text be compared with a date, as ${born} < '2000-01-01' means it.
func dateNumber(s string) float64 {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return dayOf(t).n
	}
	return math.NaN()
}

// truth is the value as XPath's boolean() gives it.
func (v value) truth() bool {
	switch v.sort {
	case number, day:
		return v.n != 0 && !math.IsNaN(v.n)
	case truth:
		return v.b
	}
	return v.text() != ""
}

// blank tells an answer that was not given.
func (v value) blank() bool {
	return v.sort == words && v.s == "" || v.sort == chosen && len(v.codes) == 0 || v.sort == number && math.IsNaN(v.n)
}

// list gives the codes of a list of choices, also of one written with blanks between them.
func (v value) list() []string {
	if v.sort == chosen {
		return v.codes
	}
	return strings.Fields(v.text())
}

// same compares as XPath's = does: as truths where one is a truth, as numbers where one is a number, else as texts.
func same(a, b value) bool {
	switch {
	case a.sort == truth || b.sort == truth:
		return a.truth() == b.truth()
	case a.sort == number || b.sort == number || a.sort == day || b.sort == day:
		if a.blank() || b.blank() {
			return a.blank() && b.blank()
		}
		return a.number() == b.number()
	}
	return a.text() == b.text()
}
