package survey

import (
	"strings"
	"unicode/utf8"
)

// MaskName leaves as much of a name as a public list may show: 张*, 张*三, 欧**华; of a name with separators the first
// character of each part. No binding pattern exists; this is the common one.
func MaskName(name string) string {
	if strings.ContainsRune(name, Dot) {
		parts := strings.Split(name, string(Dot))
		for i, p := range parts {
			parts[i] = keep(p, 1, 0)
		}
		return strings.Join(parts, string(Dot))
	}
	if utf8.RuneCountInString(name) <= 2 {
		return keep(name, 1, 0)
	}
	return keep(name, 1, 1)
}

// MaskMinorName is the stricter mask for people under 18: the first character only, and not how long the name is.
func MaskMinorName(name string) string {
	if name == "" {
		return ""
	}
	r, _ := utf8.DecodeRuneInString(name)
	return string(r) + "**"
}

// MaskID hides the birth date and most of the sequence: 5325**********1234. A number that is not 18 long shows nothing.
func MaskID(id string) string {
	if len(id) != 18 {
		return maskAll(id)
	}
	return id[:4] + strings.Repeat("*", 10) + id[14:]
}

// MaskPhone gives 138****1234; of a landline the last four digits.
func MaskPhone(phone string) string {
	switch {
	case len(phone) == 11 && digits(phone):
		return phone[:3] + "****" + phone[7:]
	case len(phone) > 4:
		return strings.Repeat("*", len(phone)-4) + phone[len(phone)-4:]
	}
	return maskAll(phone)
}

// maskDate leaves the year.
func maskDate(date string) string {
	if len(date) <= 4 {
		return date
	}
	return date[:4]
}

func maskAll(s string) string { return strings.Repeat("*", utf8.RuneCountInString(s)) }

func keep(s string, front, back int) string {
	rs := []rune(s)
	for i := front; i < len(rs)-back; i++ {
		rs[i] = '*'
	}
	return string(rs)
}
