package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// Several people in one cell: 张三、李四, or a line each. They are parted where it is certain who is who: names with a sign or a line
// between them, and as many numbers as names, or none. A blank alone is not certain: it stretches short names, and stands where
// the dot of a long name should. Then people decide.

// apart takes the people in one cell apart: the cells of a row for each; nil where there is one person, or where it is not certain.
func (w *work) apart(s *sheet.Sheet, c *columns, line int) [][]sheet.Cell {
	name := c.by[person(survey.FullName)]
	if name == nil {
		return nil
	}
	found := s.At(line, name.At).Shown
	if utf8.RuneCountInString(found) < 4 || !strings.ContainsAny(found, between) {
		return nil
	}
	names, certain := namesIn(found)
	numbers := 0
	if q := c.by[person(survey.IDNo)]; q != nil {
		numbers = len(parts(s.At(line, q.At).Shown))
	}
	if len(names) < 2 || numbers != len(names) && (numbers != 0 || !certain) {
		return nil
	}
	var out [][]sheet.Cell
	for i := range names {
		out = append(out, oneOf(s, c, line, names, i))
	}
	return out
}

// oneOf is the row of one of several: of cells with as many parts as there are people, theirs; of others of the person, the first
// has all, for it is not known whose they are.
func oneOf(s *sheet.Sheet, c *columns, line int, names []string, i int) []sheet.Cell {
	row := make([]sheet.Cell, len(s.Rows[line]))
	copy(row, s.Rows[line])
	for _, q := range c.list {
		if q.At >= len(row) || q.table != survey.Person.Name {
			continue
		}
		all := parts(row[q.At].Shown)
		switch {
		case q.field.Key == survey.FullName:
			row[q.At] = sheet.Cell{Raw: names[i], Shown: names[i]}
		case len(all) == len(names):
			row[q.At] = sheet.Cell{Raw: all[i], Shown: all[i]}
		case i > 0 && !row[q.At].Blank():
			row[q.At] = sheet.Cell{}
		}
	}
	return row
}

func parts(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("、,，;；/", r) })
}

// namesIn gives the names in a cell, and whether a sign or a line stands between them.
func namesIn(cell string) (names []string, certain bool) {
	signs := pieces(strings.ReplaceAll(strings.TrimFunc(cell, unseen), "\n", "、"))
	if len(signs) > 1 {
		for _, s := range signs {
			name, _ := survey.CleanName(s)
			if !nameLike(name) {
				return nil, false
			}
			names = append(names, strings.TrimSpace(s))
		}
		return names, true
	}
	words := strings.Fields(cell)
	for _, word := range words {
		if n := utf8.RuneCountInString(word); n < 2 || n > 4 || !nameLike(word) {
			return nil, false
		}
	}
	return words, false
}

// nameLike tells what may be a name: characters, the dot, and no digits or words of a note.
func nameLike(s string) bool {
	n := utf8.RuneCountInString(s)
	return n >= 2 && n <= 25 && !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsDigit(r) || unicode.IsPunct(r) && r != survey.Dot })
}

// severalPeople says that a cell seems to hold several people who cannot be told apart for certain.
func (r *Row) severalPeople() {
	q := r.state.columns.by[person(survey.FullName)]
	if q == nil {
		return
	}
	found := r.state.sheet.At(r.state.line, q.At).Shown
	if utf8.RuneCountInString(found) < 4 || !strings.ContainsAny(found, between) {
		return
	}
	if names, _ := namesIn(found); len(names) > 1 {
		r.say(q.Target, Doubt, kindSeveralPeople, "", "")
	}
}
