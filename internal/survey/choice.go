package survey

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"ruhu/data"
)

// ChoiceItem is one choice. Its Name is what is stored and exchanged, as the monitoring system writes it; Code is the
// national standard's, where there is one.
type ChoiceItem struct {
	Name string
	Code string
	Also []string // other words with this one meaning
}

type choiceList struct {
	items []ChoiceItem
	by    map[string]string // folded name, code or other word -> name
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
	l := choiceList{by: map[string]string{}}
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
		if err := l.add(row); err != nil {
			return l, err
		}
	}
	return l, nil
}

func (l *choiceList) add(row []string) error {
	row = append(row, "", "")
	c := ChoiceItem{Name: row[0], Code: row[1]}
	if row[2] != "" {
		c.Also = strings.Split(row[2], "|")
	}
	l.items = append(l.items, c)
	for _, w := range append([]string{c.Name, c.Code}, c.Also...) {
		k := Fold(w)
		if other, twice := l.by[k]; twice && other != c.Name {
			return fmt.Errorf("%q means %s and %s", w, other, c.Name)
		}
		if k != "" {
			l.by[k] = c.Name
		}
	}
	return nil
}
