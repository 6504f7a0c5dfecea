package survey

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"ruhu/data"
)

// ChoiceItem is one choice. Its Name is what is stored and exchanged, as the monitoring system writes it; Code is the
// national standard's, where there is one.
type ChoiceItem struct {
	Name string
	Code string
	Also []string // other words with this one meaning
	more map[string]string
}

type choiceList struct {
	items []ChoiceItem
	by    map[string]string // folded name, code or other word -> name
	begin map[rune][]string // the keys of by, by what they begin with
}

var choiceLists = sync.OnceValue(loadChoices)

// List gives the choices of a list, in the order shown; nil for a list that does not exist.
func List(name string) []ChoiceItem { return choiceLists()[name].items }

// ListNames gives the names of all lists.
func ListNames() []string {
	var out []string
	for name := range choiceLists() {
		out = append(out, name)
	}
	return out
}

// FindChoice gives the choice that was meant, by name, code or one of its other words; width, blanks, brackets and case of
// letters do not count. Words that could mean two choices are in no list, so they are not found.
func FindChoice(list, typed string) (canonical string, ok bool) {
	canonical, ok = choiceLists()[list].by[Fold(typed)]
	return canonical, ok
}

// CodeOf gives the standard's code of a choice, "" where there is none.
func CodeOf(list, name string) string {
	for _, c := range List(list) {
		if c.Name == name {
			return c.Code
		}
	}
	return ""
}

// Column is what a list's further column says of a choice: the group of a 去向, the list of a kind of fact. "" where it says nothing.
func Column(list, name, column string) string {
	for _, c := range List(list) {
		if c.Name == name {
			return c.more[column]
		}
	}
	return ""
}

// InGroup gives the choices of a list whose further column says value, in the list's order.
func InGroup(list, column, value string) []string {
	var out []string
	for _, c := range List(list) {
		if c.more[column] == value {
			out = append(out, c.Name)
		}
	}
	return out
}

// Groups gives the values of a list's further column, each once, in the order they first stand.
func Groups(list, column string) []string {
	var out []string
	for _, c := range List(list) {
		if v := c.more[column]; v != "" && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// Options are the choices of a field, in the order shown: its own, or those of its list.
func (f Field) Options() []ChoiceItem {
	if f.Items != nil {
		return f.Items
	}
	return List(f.List)
}

// Offers are the choices as they stand with these answers: of a Text, what the form lays out beside the free line.
func (f Field) Offers(a Answers) []ChoiceItem {
	if f.Lists != nil {
		return List(f.Lists(a))
	}
	return f.Options()
}

// Find gives the choice of the field that was meant, as FindChoice does.
func (f Field) Find(typed string) (string, bool) {
	if f.words != nil {
		return f.words.Find(typed)
	}
	if f.Items == nil {
		return FindChoice(f.List, typed)
	}
	want := Fold(typed)
	for _, c := range f.Items {
		if Fold(c.Name) == want || c.Code != "" && Fold(c.Code) == want || slices.ContainsFunc(c.Also, func(w string) bool { return Fold(w) == want }) {
			return c.Name, true
		}
	}
	return "", false
}

// loadChoices panics on a broken list: it is part of the program.
func loadChoices() map[string]choiceList {
	out := map[string]choiceList{}
	files, _ := fs.Glob(data.Codes, "codes/*.csv")
	for _, file := range files {
		l, err := readChoices(file)
		if err != nil {
			panic(fmt.Sprintf("%s: %v", file, err))
		}
		out[strings.TrimSuffix(path.Base(file), ".csv")] = l
	}
	return out
}

func readChoices(file string) (choiceList, error) {
	l := choiceList{by: map[string]string{}, begin: map[rune][]string{}}
	f, err := data.Codes.Open(file)
	if err != nil {
		return l, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord, r.Comment = -1, '#'
	rows, err := r.ReadAll()
	if err != nil {
		return l, err
	}
	for _, row := range rows[1:] {
		if err := l.add(rows[0], row); err != nil {
			return l, err
		}
	}
	return l, nil
}

func (l *choiceList) add(head, row []string) error {
	row = append(row, "", "")
	c := ChoiceItem{Name: row[0], Code: row[1]}
	for i := 3; i < len(head) && i < len(row); i++ {
		if c.more == nil {
			c.more = map[string]string{}
		}
		c.more[head[i]] = row[i]
	}
	if row[2] != "" {
		c.Also = strings.Split(row[2], "|")
	}
	l.items = append(l.items, c)
	for _, w := range append([]string{c.Name, c.Code}, c.Also...) {
		k := Fold(w)
		if other, twice := l.by[k]; twice && other != c.Name {
			return fmt.Errorf("%q means %s and %s", w, other, c.Name)
		}
		if _, had := l.by[k]; k != "" && !had {
			first, _ := utf8.DecodeRuneInString(k)
			l.by[k], l.begin[first] = c.Name, append(l.begin[first], k)
		}
	}
	return nil
}
