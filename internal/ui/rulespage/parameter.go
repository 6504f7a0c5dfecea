package rulespage

import (
	"bytes"
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
	period // one of periods
)

// file are the keys that stay in the file: what a rule says of itself, and the columns of tables of numbers.
var file = map[string]bool{"name": true, "source": true, "from": true, "to": true, "previous": true, "notes": true, "sums": true, "columns": true, "label": true}

// lists are the choices of the lists that rules have, by their key.
var lists = map[string]string{
	"out_skills": "skill", "out_destinations": "destination", "destinations": "destination", "free_trades": "trade", "houses": "house_type",
	"relations": "relation",
}

// offered are the keys under which each choice of a list may have a number of its own: how often whom to call on.
var offered = map[string]string{"kinds": "house_type"}

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
	if len(path) > 0 && offered[last(path)] != "" {
		section = label(last(path))
		for _, c := range survey.List(offered[last(path)]) {
			if _, there := values[c.Name]; !there {
				keys = append(keys, c.Name)
				values[c.Name] = json.RawMessage("0")
			}
		}
	}
	for _, key := range keys {
		if !file[key] {
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

// plain tells whether a list holds words only.
func plain(raw json.RawMessage) bool {
	var s []string
	return json.Unmarshal(raw, &s) == nil
}

// title is what an item of a list calls itself, its number where it has no name.
func title(item json.RawMessage, i int) string {
	var named struct{ Name, Label string }
	_ = json.Unmarshal(item, &named)
	if named.Name+named.Label != "" {
		return named.Name + named.Label
	}
	return text.T("rulespage.section.item", i+1)
}

func newParameter(path []string, section string, raw json.RawMessage) parameter {
	key := last(path)
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
	case key == "every":
		p.as, f.Kind, f.Items, f.Required = period, survey.Choice, items(everies()), true
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
	if key == "groups" {
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

// periods are how often something is due, as rules write it.
var periods = []string{"month", "quarter", "half", "year", "ever"}

// everies are the words of periods.
func everies() (names []string) {
	for _, code := range periods {
		names = append(names, every(code))
	}
	return names
}

func every(code string) string { return text.T("rulespage.every." + code) }

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
