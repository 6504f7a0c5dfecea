package intake

import (
	"strings"
	"unicode"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// readName reads the full name, and says what had to be done to it.
func (r *Row) readName(q *question, c sheet.Cell) {
	name, note := survey.CleanName(c.Shown)
	if name == "" {
		return
	}
	r.Person[survey.FullName] = name
	for _, kind := range nameKinds(c.Shown, name, note) {
		r.say(q.Target, Normalised, kind, c.Shown, name)
	}
	if note != "" {
		r.Person[survey.NameNote] = note
	}
}

// nameKinds tells in what a name as found departs from the name.
func nameKinds(found, name, note string) []string {
	var kinds []string
	add := func(kind string, is bool) {
		if is {
			kinds = append(kinds, kind)
		}
	}
	bare := strings.TrimFunc(found, unseen)
	add(kindNameBlanks, bare != found || strings.ContainsFunc(bare, func(r rune) bool { return unseen(r) && !unicode.IsSpace(r) }))
	add(kindNameNote, note != "")
	dots := strings.Count(name, string(survey.Dot))
	add(kindNameDot, dots > strings.Count(found, string(survey.Dot)))
	add(kindNamePadded, note == "" && strings.ContainsFunc(bare, unicode.IsSpace) && !strings.ContainsFunc(name, unicode.IsSpace))
	return kinds
}

// unseen tells blanks, zero-width characters and byte order marks.
func unseen(r rune) bool { return sheet.IsBlank(string(r)) }
