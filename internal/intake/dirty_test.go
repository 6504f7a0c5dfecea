package intake_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"ruhu/internal/survey"
)

// dirty gives at least n rows of a county's export, header and all, with everything that goes wrong in testdata/export.csv as
// often as it does there: its rows again and again, each time as other people in other households.
func dirty(t testing.TB, n int) [][]string {
	export := theExport(t).Sheets[0].Rows
	var rows [][]string
	for _, cells := range export {
		var row []string
		for _, c := range cells {
			row = append(row, c.Raw)
		}
		rows = append(rows, row)
	}
	head := slices.IndexFunc(rows, func(row []string) bool { return slices.Contains(row, "证件号码") })
	out := slices.Clone(rows[:head+1])
	o := others{column: rows[head], given: givenNames(rows[head+1:], slices.Index(rows[head], "姓名"))}
	for o.times = 0; len(out) < n; o.times++ {
		for _, row := range rows[head+1:] {
			out = append(out, o.row(row))
		}
	}
	return out
}

// others makes other people of the rows of an export.
type others struct {
	column []string
	given  []rune // characters of names
	times  int
}

func (o others) row(row []string) []string {
	out := slices.Clone(row)
	for i, v := range row {
		switch o.column[i] {
		case v: // the header, once more
		case "姓名", "户主姓名":
			out[i] = o.name(v)
		case "证件号码", "户主证件号码":
			out[i] = o.number(v)
		case "户编号", "人口编号":
			out[i] = added(v, 5, 4, 7*o.times)
		case "户联系电话", "成员联系电话":
			out[i] = added(v, 3, 8, 104729*o.times)
		}
	}
	return out
}

// name keeps the family's name and what is odd, and changes the other characters, all of one row alike.
func (o others) name(s string) string {
	rs := []rune(s)
	for i, r := range rs {
		if strings.ContainsRune("(（", r) {
			break
		}
		if at := slices.Index(o.given, r); i > 0 && at >= 0 {
			rs[i] = o.given[(at+o.times)%len(o.given)]
		}
	}
	return string(rs)
}

func givenNames(rows [][]string, at int) []rune {
	var out []rune
	for _, row := range rows {
		for i, r := range []rune(row[min(at, len(row)-1)]) {
			if i > 0 && unicode.Is(unicode.Han, r) && !slices.Contains(out, r) {
				out = append(out, r)
			}
		}
	}
	return out
}

// number changes the order number of an ID number, and a right check digit with it, in whatever form it stands.
func (o others) number(s string) string {
	old := plainDigits(s)
	switch {
	case strings.Contains(s, "E+") || len(old) < 15:
		return s
	case len(old) == 15:
		return added(s, 12, 3, 2*o.times)
	}
	right := strings.ToUpper(old[17:18]) == string(survey.CheckDigit(old[:17]))
	n := 2 * o.times
	for ; ; n += 2 {
		next := added(s, 14, 3, n)
		check := survey.CheckDigit(plainDigits(next)[:17])
		switch {
		case !right:
			return next
		case old[17] != 'x':
			return setDigit(next, 17, check)
		case check == 'X': // a small or wide x stays one
			return next
		}
	}
}

// plainDigits are the characters of a number, full-width or not.
func plainDigits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９', r == 'ｘ', r == 'Ｘ':
			return r - 0xFEE0
		case r >= '0' && r <= '9', r == 'x', r == 'X':
			return r
		}
		return -1
	}, s)
}

// added adds n to some digits of a number, however it is typed; what is carried beyond them is lost.
func added(s string, from, count, n int) string {
	old := plainDigits(s)
	if strings.Contains(s, "E+") || len(old) < from+count {
		return s
	}
	for at := from + count - 1; at >= from; at-- {
		sum := int(old[at]-'0') + n%10
		s, n = setDigit(s, at, byte('0'+sum%10)), n/10+sum/10
	}
	return s
}

// setDigit changes one character of a number and keeps its width.
func setDigit(s string, at int, to byte) string {
	rs := []rune(s)
	for i, r := range rs {
		if plainDigits(string(r)) == "" {
			continue
		}
		if at--; at < 0 {
			rs[i] = rune(to)
			if r > 0xFF00 {
				rs[i] += 0xFEE0
			}
			break
		}
	}
	return string(rs)
}
