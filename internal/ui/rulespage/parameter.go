package rulespage

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// parameter is one plain value of a rule: where it stands in the JSON, and the question that asks for it.
type parameter struct {
	path  []string // keys, and numbers of places in lists, from the whole rule down
	as    shape
	field survey.Field
}

// shape is how a value is written in JSON.
type shape int

const (
	number shape = iota
	flag
	words
	list
	period // one of coded
)

// file are the keys that stay in the file: what a rule says of itself, the columns of tables of numbers and of papers, and what only the
// program reads: names of questions, of reports, of findings, and words by which things are found.
var file = map[string]bool{
	"name": true, "source": true, "from": true, "to": true, "previous": true, "notes": true, "sums": true, "columns": true, "label": true,
	"sources": true, "code": true, "of": true, "after": true, "done": true, "stage": true, "field": true, "also": true, "report": true, "move": true,
	"by": true, "order": true, "off": true, "module_words": true, "again_words": true, "trade_kinds": true, "month_kinds": true,
}

// objects are lists of more than words: while such a list is empty there is nothing of it to ask.
var objects = map[string]bool{"ages": true, "days": true}

// lists are the choices of the lists that rules have, by their key.
var lists = map[string]string{
	"out_skills": "skill", "out_destinations": "destination", "destinations": "destination", "free_trades": "trade", "houses": "house_type",
	"relations": "relation", "projects": "class_project", "not": "class_project", "for_workers": "class_project", "bad_grades": "integrity",
}

// offered are the keys under which each choice of a list may have a number of its own: how often whom to call on.
var offered = map[string]string{"kinds": "house_type", "min_hours": "cert_kind"}

// parameters are the plain values of a rule, in the order in which they were written.
func parameters(whole string) []parameter {
	var out []parameter
	collect(&out, nil, text.T("rulespage.section.numbers"), json.RawMessage(whole))
	return out
}

func collect(out *[]parameter, path []string, section string, raw json.RawMessage) {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 {
		return
	}
	switch {
	case raw[0] == '{':
		collectMembers(out, path, section, raw)
	case raw[0] == '[' && !plain(raw):
		var items []json.RawMessage
		_ = json.Unmarshal(raw, &items) // plain has looked
		for i, item := range items {
			collect(out, join(path, strconv.Itoa(i)), title(item, i), item)
		}
	default:
		*out = append(*out, newParameter(path, section, raw))
	}
}

func collectMembers(out *[]parameter, path []string, section string, raw json.RawMessage) {
	keys, values := members(raw)
	if len(path) > 0 && text.Has("rulespage.key."+last(path)) {
		section = label(last(path))
	}
	if len(path) > 0 && offered[last(path)] != "" {
		for _, c := range survey.List(offered[last(path)]) {
			if _, there := values[c.Name]; !there {
				keys = append(keys, c.Name)
				values[c.Name] = json.RawMessage("0")
			}
		}
	}
	for _, key := range keys {
		if !file[key] && !(objects[key] && empty(values[key])) {
			collect(out, join(path, key), section, values[key])
		}
	}
}

// members are the keys of an object as they were written, and what stands under them.
func members(raw json.RawMessage) (keys []string, values map[string]json.RawMessage) {
	values = map[string]json.RawMessage{}
	d := json.NewDecoder(bytes.NewReader(raw))
	_, _ = d.Token()
	for d.More() {
		key, err := d.Token()
		var v json.RawMessage
		if err != nil || d.Decode(&v) != nil {
			return keys, values // SaveRule does not keep what cannot be read
		}
		keys = append(keys, fmt.Sprint(key))
		values[fmt.Sprint(key)] = v
	}
	return keys, values
}

// empty tells whether a list has nothing in it.
func empty(raw json.RawMessage) bool {
	var items []json.RawMessage
	return json.Unmarshal(raw, &items) == nil && len(items) == 0
}

// plain tells whether a list holds words only.
func plain(raw json.RawMessage) bool {
	var s []string
	return json.Unmarshal(raw, &s) == nil
}

// title is what an item of a list calls itself, its number where it has no name.
func title(item json.RawMessage, i int) string {
	var named struct{ Name, Label, What, Stage string }
	_ = json.Unmarshal(item, &named)
	if words := cmp.Or(named.Name+named.Label, named.What, named.Stage); words != "" {
		return words
	}
	return text.T("rulespage.section.item", i+1)
}

func newParameter(path []string, section string, raw json.RawMessage) parameter {
	key := last(path)
	if _, err := strconv.Atoi(key); err == nil && len(path) > 1 {
		key = above(path) + "_each"
	}
	f := survey.Field{Key: strings.Join(path, "."), Label: label(key), Section: section, Hint: hint(key), On: survey.Card}
	p := parameter{path: path}
	switch {
	case raw[0] == '[':
		p.as, f.Kind = list, survey.Choices
		if f.Items = choices(key); !all(f, raw) {
			f.Kind, f.Items = survey.Text, nil
		}
	case raw[0] == 't' || raw[0] == 'f':
		p.as, f.Kind, f.Required = flag, survey.Flag, true
	case coded[key] != nil:
		p.as, f.Kind, f.Items, f.Required = period, survey.Choice, items(codeWords(key)), true
	case raw[0] == '"':
		p.as, f.Kind = words, survey.Text
	default:
		p.as, f.Kind, f.Required = number, survey.Number, offered[above(path)] == ""
	}
	p.field = f
	return p
}

// choices are what a list can hold; nil where that is free.
func choices(key string) []survey.ChoiceItem {
	if key == "groups" || key == "first" {
		return items(rules.GroupNames())
	}
	return survey.List(lists[key])
}

// all tells whether each value of a list is among its choices: a value that is not must not get lost by being asked for so.
func all(f survey.Field, raw json.RawMessage) bool {
	var values []string
	_ = json.Unmarshal(raw, &values)
	return len(f.Items) > 0 && !slices.ContainsFunc(values, func(v string) bool {
		name, ok := f.Find(v)
		return !ok || name != v
	})
}

func items(names []string) (out []survey.ChoiceItem) {
	for _, n := range names {
		out = append(out, survey.ChoiceItem{Name: n})
	}
	return out
}

// coded are the words that a rule writes as codes, by their key: how often something is due, in what days are counted.
var coded = map[string][]string{"every": {"month", "quarter", "half", "year", "ever"}, "unit": {"work", "calendar", "month"}}

func codeWords(key string) (words []string) {
	for _, code := range coded[key] {
		words = append(words, codeWord(key, code))
	}
	return words
}

func codeWord(key, code string) string { return text.T("rulespage." + key + "." + code) }

// label is what people call a key; a key that this program has no word for stands as it is.
func label(key string) string {
	if k := "rulespage.key." + key; text.Has(k) {
		return text.T(k)
	}
	return key
}

func hint(key string) string {
	if k := "rulespage.hint." + key; text.Has(k) {
		return text.T(k)
	}
	return ""
}

func last(path []string) string { return path[len(path)-1] }

func above(path []string) string {
	if len(path) < 2 {
		return ""
	}
	return path[len(path)-2]
}

func join(path []string, key string) []string { return append(append([]string(nil), path...), key) }
