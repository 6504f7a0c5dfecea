package rules

import (
	"bytes"
	"encoding/json"
	"fmt"

	"ruhu/data"
)

// About is what every rule says of itself.
type About struct {
	Name   string `json:"name"`
	Source string `json:"source"`
	From   string `json:"from"`
}

// Head reads what a rule says of itself; nothing of what cannot be read.
func Head(words string) About {
	var a About
	_ = json.Unmarshal([]byte(words), &a) // Check has said what is wrong with it
	return a
}

// Text is a rule that ships, as it stands in its file. It panics on a name that is none: callers ask Names first.
func Text(name string) string {
	b, err := data.Rules.ReadFile("rules/" + name + ".json")
	if err != nil {
		panic(err)
	}
	return string(b)
}

// Whole is what ships with what a county says in its place, in the order and the lines that people wrote.
func Whole(ships, county string) string {
	own := map[string]json.RawMessage{}
	if json.Unmarshal([]byte(county), &own) != nil {
		return ships
	}
	d := json.NewDecoder(bytes.NewReader([]byte(ships)))
	var out bytes.Buffer
	_, _ = d.Token()
	for n := 0; d.More(); n++ {
		key, err := d.Token()
		var v json.RawMessage
		if err != nil || d.Decode(&v) != nil {
			return ships
		}
		if o, said := own[fmt.Sprint(key)]; said {
			v = o
		}
		if n > 0 {
			out.WriteString(",\n")
		}
		fmt.Fprintf(&out, "  %q: %s", key, v)
	}
	return "{\n" + out.String() + "\n}\n"
}
