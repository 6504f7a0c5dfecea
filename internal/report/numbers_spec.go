package report

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"ruhu/data"
)

// spec is a table of numbers as data (data/rules/<name>.json): a county adds a column, renames one or takes one out there.
type spec struct {
	Name     string       `json:"name"`
	Columns  []specColumn `json:"columns"`
	Sums     []specSum    `json:"sums"`
	Notes    []string     `json:"notes"`
	Previous string       `json:"previous"` // what the time before is called in labels: 上月, 上季
}

// specColumn is one column: what is counted, and of it only what every condition holds for.
type specColumn struct {
	Key   string   `json:"key"` // where another column or a sum names this one
	Over  string   `json:"over"`
	Label string   `json:"label"`
	Count string   `json:"count"` // people, heads, turns, classes, households, visits; see counters
	Where []string `json:"where"` // conditions, "name" or "name=value"; "!name" is its contrary
	Each  string   `json:"each"`  // makes a column for each value of a condition: its name stands in Where without a value; %s in Label
	Names []string `json:"names"` // the values; none: those that occur

	Percent []string `json:"percent"` // of columns: the first in hundredths of the second
	Minus   []string `json:"minus"`   // of columns: the first less the second
	Money   string   `json:"money"`   // adds up an amount of the turns counted instead of counting them
	Target  string   `json:"target"`  // the targets of the year in this unit, 人 or 人次
}

// specSum is an identity: a column is the sum of others.
type specSum struct {
	Whole string   `json:"whole"`
	Parts []string `json:"parts"` // a key, or the key of an Each column with "*": all that it made
}

var specs sync.Map // by name

// specOf reads the columns of a table of numbers. It panics on a broken file: that is part of the program.
func specOf(name string) spec {
	if s, ok := specs.Load(name); ok {
		return s.(spec)
	}
	var s spec
	b, err := data.Rules.ReadFile("rules/" + name + ".json")
	if err == nil {
		err = json.Unmarshal(b, &s)
	}
	if err == nil {
		err = s.check()
	}
	if err != nil {
		panic(fmt.Sprintf("rules/%s.json: %v", name, err))
	}
	specs.Store(name, s)
	return s
}

// check finds what would only show when a table is made: a condition or a column that does not exist.
func (s spec) check() error {
	known := map[string]bool{}
	for _, c := range s.Columns {
		if c.derived() {
			for _, k := range append(c.Percent, c.Minus...) {
				if !known[k] {
					return fmt.Errorf("column %s: no column %s before it", c.Label, k)
				}
			}
		} else if err := c.check(); err != nil {
			return fmt.Errorf("column %s: %w", c.Label, err)
		}
		known[c.Key] = true
	}
	for _, sum := range s.Sums {
		for _, k := range append(sum.Parts, sum.Whole) {
			if !known[strings.TrimSuffix(k, "*")] {
				return fmt.Errorf("sum of %s: no column %s", sum.Whole, k)
			}
		}
	}
	return nil
}

func (c specColumn) derived() bool { return len(c.Percent) > 0 || len(c.Minus) > 0 || c.Target != "" }

func (c specColumn) check() error {
	if !counters[c.Count] {
		return fmt.Errorf("nothing is counted as %q", c.Count)
	}
	for _, w := range c.Where {
		name, _, _ := strings.Cut(strings.TrimPrefix(w, "!"), "=")
		if conditions[name] == nil {
			return fmt.Errorf("no condition %q", name)
		}
	}
	return nil
}
