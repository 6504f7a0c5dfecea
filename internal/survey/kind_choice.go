package survey

import (
	"slices"
	"strings"

	"ruhu/internal/text"
)

// ErrValueUnknown is a value that the list of choices does not have.
var ErrValueUnknown = text.NewError("survey.value_unknown")

// The two values of a Flag.
const (
	Yes = "是"
	No  = "否"
)

func cleanChoice(f Field, typed string) (string, error) {
	if name, ok := f.Find(typed); ok {
		return name, nil
	}
	return "", ErrValueUnknown.With(f.Label, strings.TrimSpace(typed))
}

// cleanChoices reads several choices, parted by anything that people part them with.
func cleanChoices(f Field, typed string) (string, error) {
	if name, ok := f.Find(typed); ok { // a choice may have such a character in its own name
		return name, nil
	}
	if names, ok := f.each(strings.Split(typed, "、")); ok { // as stored, whatever stands in the names
		return JoinList(names), nil
	}
	var out []string
	for _, part := range SplitList(typed) {
		name, ok := f.Find(part)
		if !ok {
			return "", ErrValueUnknown.With(f.Label, part)
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return JoinList(out), nil
}

// each finds every one of the choices; not ok where one is none.
func (f Field) each(typed []string) (names []string, ok bool) {
	for _, t := range typed {
		name, found := f.Find(t)
		if !found {
			return nil, false
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names, true
}

func cleanFlag(f Field, typed string) (string, error) {
	if name, ok := FindChoice("yesno", typed); ok {
		return name, nil
	}
	return "", ErrValueUnknown.With(f.Label, strings.TrimSpace(typed))
}

// SplitList takes a list in one cell apart.
func SplitList(s string) []string {
	return strings.FieldsFunc(narrow(s), func(r rune) bool {
		return strings.ContainsRune("、,;/|\n +和", r)
	})
}

// JoinList is the stored form of several choices.
func JoinList(names []string) string { return strings.Join(names, "、") }

// Has tells whether a stored list of choices holds name.
func Has(stored, name string) bool {
	for part := range strings.SplitSeq(stored, "、") {
		if part == name {
			return true
		}
	}
	return false
}
