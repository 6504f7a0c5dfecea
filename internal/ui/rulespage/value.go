package rulespage

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ruhu/internal/survey"
)

// tree reads JSON with its numbers as they were written.
func tree(words string) map[string]any {
	d := json.NewDecoder(strings.NewReader(words))
	d.UseNumber()
	all := map[string]any{}
	_ = d.Decode(&all) // what was saved has been checked
	return all
}

// answers are the values of a rule as a form has them.
func answers(params []parameter, whole string) survey.Answers {
	all, a := tree(whole), survey.Answers{}
	for _, p := range params {
		if v := p.said(at(all, p.path)); v != "" {
			a[p.field.Key] = v
		}
	}
	return a
}

// said is a value as people say it.
func (p parameter) said(v any) string {
	switch v := v.(type) {
	case json.Number:
		return v.String()
	case bool:
		if v {
			return survey.Yes
		}
		return survey.No
	case []any:
		var names []string
		for _, x := range v {
			names = append(names, x.(string))
		}
		return survey.JoinList(names)
	case string:
		if p.as == period {
			return codeWord(last(p.path), v)
		}
		return v
	}
	return ""
}

// meant is what somebody said as it stands in JSON; nil where nothing was said that a key is needed for.
func (p parameter) meant(said string) any {
	switch p.as {
	case flag:
		return said == survey.Yes
	case list:
		if said == "" {
			return []any{}
		}
		var out []any
		for _, name := range strings.Split(said, "、") {
			out = append(out, strings.TrimSpace(name))
		}
		return out
	case period:
		for _, code := range coded[last(p.path)] {
			if said == codeWord(last(p.path), code) {
				return code
			}
		}
	case number:
		if _, err := strconv.ParseFloat(said, 64); err != nil {
			return nil
		}
		return json.Number(said)
	}
	return said
}

func at(v any, path []string) any {
	for _, key := range path {
		switch x := v.(type) {
		case map[string]any:
			v = x[key]
		case []any:
			i, err := strconv.Atoi(key)
			if err != nil || i >= len(x) {
				return nil
			}
			v = x[i]
		default:
			return nil
		}
	}
	return v
}

// put writes a value where a parameter stands; nil takes it out.
func put(all map[string]any, p parameter, v any) {
	switch holder := at(all, p.path[:len(p.path)-1]).(type) {
	case map[string]any:
		holder[last(p.path)] = v
		if v == nil {
			delete(holder, last(p.path))
		}
	case []any:
		if i, err := strconv.Atoi(last(p.path)); err == nil && i < len(holder) && v != nil {
			holder[i] = v
		}
	}
}

// own is the JSON of a county's own version: of the rule in force, with what the form says in place of its plain values, only the
// answers that are otherwise than in the one that ships.
func own(params []parameter, shipped, whole, source string, a survey.Answers) string {
	ships, all := tree(shipped), tree(whole)
	for _, p := range params {
		put(all, p, p.meant(a[p.field.Key]))
	}
	all["source"] = source
	delete(all, "from") // the form says it beside the JSON
	var lines []string
	keys, _ := members(json.RawMessage(shipped))
	for key := range maps.Keys(all) {
		if !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	for _, key := range keys {
		if v, there := all[key]; there && encode(v) != encode(ships[key]) {
			lines = append(lines, "  "+encode(key)+": "+encode(v))
		}
	}
	return "{\n" + strings.Join(lines, ",\n") + "\n}\n"
}

// encode writes JSON as people read it: < and & as they are.
func encode(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(v) // plain data
	return strings.TrimSpace(b.String())
}
