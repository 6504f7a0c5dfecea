package quality

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"

	"ruhu/data"
	"ruhu/internal/rules"
	"ruhu/internal/text"
)

// file is how checks stand in data/checks, and in a county's rule "checks".
type file struct {
	Checks Set `json:"checks"`
}

// Faults implements rules.Faulty.
func (f file) Faults() []rules.Fault {
	var out []rules.Fault
	for _, c := range f.Checks {
		switch {
		case !known(c.Code):
			out = append(out, rules.Fault{Word: c.Code, Says: text.T("quality.bad.code")})
		case c.Severity != "" && !slices.Contains(Severities, c.Severity):
			out = append(out, rules.Fault{Word: string(c.Severity), Says: text.T("quality.bad.severity")})
		}
	}
	return out
}

var shipped = sync.OnceValue(func() Set {
	var out Set
	files, _ := fs.Glob(data.Checks, "checks/*.json")
	for _, name := range files {
		b, _ := data.Checks.ReadFile(name)
		f, err := rules.Parse[file](string(b), string(b))
		if err != nil {
			panic(fmt.Sprintf("%s: %v", name, err))
		}
		out = append(out, f.Checks...)
	}
	return out
})

// Checks gives the checks that ship.
func Checks() Set {
	out := slices.Clone(shipped())
	for i := range out {
		out[i].Numbers = maps.Clone(out[i].Numbers)
	}
	return out
}

// Shipped are the checks that ship as the text of one rule, a check a line.
func Shipped() string { return Set{}.Changes(Checks()) }

// CheckRule tells what is wrong with a county's changes of the checks.
func CheckRule(county string) error {
	if _, err := rules.Parse[file](Shipped(), county); err != nil {
		return err
	}
	_, err := Checks().With(county)
	return err
}

// With gives the set with a county's changes: {"checks": [{"code": …}]}, of each check only what is otherwise. A check that this program
// does not know, of a newer one, is passed over.
func (s Set) With(county string) (Set, error) {
	var changes struct {
		Checks []json.RawMessage `json:"checks"`
	}
	if err := json.Unmarshal([]byte(county), &changes); err != nil {
		return nil, err
	}
	out := slices.Clone(s)
	for _, raw := range changes.Checks {
		var named Check
		if err := json.Unmarshal(raw, &named); err != nil {
			return nil, err
		}
		i := slices.IndexFunc(out, func(c Check) bool { return c.Code == named.Code })
		if i < 0 {
			continue
		}
		c := out[i]
		c.Numbers = maps.Clone(c.Numbers) // into which the county's are read
		if err := json.Unmarshal(raw, &c); err != nil {
			return nil, err
		}
		out[i] = c
	}
	return out, nil
}

// Changes writes down the checks of a set that are otherwise than here, so that With gives it again.
func (s Set) Changes(to Set) string {
	var lines []string
	for _, c := range to {
		i := slices.IndexFunc(s, func(o Check) bool { return o.Code == c.Code })
		if i >= 0 && reflect.DeepEqual(s[i], c) {
			continue
		}
		b, _ := json.Marshal(c) // plain data
		lines = append(lines, "    "+string(b))
	}
	return fmt.Sprintf("{\n  \"name\": %q,\n  \"checks\": [\n%s\n  ]\n}\n", text.T("quality.rule"), strings.Join(lines, ",\n"))
}
