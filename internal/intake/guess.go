package intake

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"ruhu/internal/region"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// sampled is how many filled cells of a column are looked at, mostly how many of a hundred must fit, and most how many guesses
// are worth showing.
const (
	sampled = 200
	mostly  = 80
	most    = 4
)

// guess offers what a column may mean that nobody knows: by its heading, then by what stands in it. Questions that other columns
// answer are not offered.
func (w *work) guess(s *sheet.Sheet, c *columns, col sheet.Column) []Guess {
	values := sample(s, c.Data, col.At)
	if len(values) == 0 || running[strings.ToUpper(heading(col.Title))] {
		return nil
	}
	type scored struct {
		Guess
		score int
	}
	var found []scored
	for _, t := range w.tables {
		for _, f := range t.Fields {
			if _, taken := c.by[sheet.Target{Table: t.Name, Key: f.Key}]; taken || t == survey.Target || f.Kind == survey.Link || f.Hidden || f.Retired {
				continue
			}
			g := Guess{Table: t.Name, Key: f.Key, Label: f.Label, Reason: "words"}
			words, fits := alike(heading(col.Title), f), w.fits(f, values)
			switch {
			case words > 0 && fits >= 0:
				found = append(found, scored{g, words + fits})
			case fits > 0:
				g.Reason = "values"
				found = append(found, scored{g, fits})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	var out []Guess
	for _, g := range found[:min(len(found), most)] {
		out = append(out, g.Guess)
	}
	return out
}

func sample(s *sheet.Sheet, from, col int) []string {
	var out []string
	for line := from; line < len(s.Rows) && len(out) < sampled; line++ {
		if c := s.At(line, col); !c.Blank() {
			out = append(out, c.Shown)
		}
	}
	return out
}

// alike tells how like a heading is to those of a question, 0 to 100: by how many pairs of characters they share.
func alike(title string, f survey.Field) int {
	best := 0
	for _, h := range append([]string{f.Label}, f.Also...) {
		if n := dice(title, heading(h)); n > best {
			best = n
		}
	}
	if best < 50 {
		return 0
	}
	return best
}

func dice(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) < 2 || len(y) < 2 {
		return 0
	}
	same := 0
	for i := range x[:len(x)-1] {
		for j := range y[:len(y)-1] {
			if x[i] == y[j] && x[i+1] == y[j+1] {
				same++
				break
			}
		}
	}
	return 200 * same / (len(x) + len(y) - 2)
}

// fits tells how well values suit a question: more than 0 where they could hardly be anything else, 0 where they may be, less where
// they are not.
func (w *work) fits(f survey.Field, values []string) int {
	good, distinct := 0, map[string]bool{}
	for _, v := range values {
		if w.reads(f, v) {
			good++
			distinct[v] = true
		}
	}
	enough := 100*good >= mostly*len(values)
	switch f.Kind {
	case survey.Text, survey.Note, survey.Code, survey.Number, survey.Money:
		if enough {
			return 0
		}
	case survey.IDNumber, survey.PhoneKind, survey.Region:
		if enough && len(values) > 1 {
			return 60
		}
	case survey.Choice, survey.Choices:
		if enough && len(distinct) > 1 {
			return 50
		}
	default:
		if enough {
			return 0
		}
	}
	return -1
}

// reads tells whether a value may answer a question.
func (w *work) reads(f survey.Field, v string) bool {
	switch f.Kind {
	case survey.IDNumber:
		id, err := survey.ParseID(v)
		return err == nil && id.Number != ""
	case survey.Region:
		_, err := w.reg.Tree().Find(region.Village, w.o.Township, v)
		return err == nil
	case survey.PhoneKind:
		if _, err := survey.ParseDate(v); err == nil {
			return false // 2026-09-01 has as many digits as a telephone at home
		}
	case survey.Name:
		n := utf8.RuneCountInString(v)
		return n >= 2 && n <= 25 && !strings.ContainsAny(v, "0123456789，。：")
	}
	_, err := f.Clean(v)
	return err == nil
}

// ofThemselves is how many of a hundred numbers must be good and differ for a column without known heading to be that of ID
// numbers: check digits do not fit by chance.
const ofThemselves = 90

// numbersOf finds the column of ID numbers where no heading says so; -1 where there is none for certain.
func numbersOf(s *sheet.Sheet, l *sheet.Layout) int {
	if _, known := l.Column(person(survey.IDNo)); known {
		return -1
	}
	found := -1
	for _, c := range l.Columns {
		values, good := sample(s, l.Data, c.At), map[string]bool{}
		for _, v := range values {
			if id, err := survey.ParseID(v); err == nil {
				good[id.Number] = true
			}
		}
		if c.Known() || c.Hidden || len(values) < usualFrom || 100*len(good) < ofThemselves*len(values) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = c.At
	}
	return found
}
