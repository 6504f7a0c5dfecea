package report

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"ruhu/internal/rules"
	"ruhu/internal/text"
)

// spec is a table of numbers as data (data/rules/<name>.json): a county adds a column, renames one or takes one out there.
type spec struct {
	Name     string       `json:"name"`
	Columns  []specColumn `json:"columns"`
	Sums     []specSum    `json:"sums"`
	Notes    []string     `json:"notes"`
	Previous string       `json:"previous"` // what the time before is called in labels: 上月, 上季
	By       string       `json:"by"`       // what a row is of: see rowsBy; "" is a village
	Order    []string     `json:"order"`    // columns: rows stand in the order of the first, the highest first, then of the next
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
	Mean    string   `json:"mean"`    // the mean of an amount of what is counted
	Rank    string   `json:"rank"`    // of a column: which place the row has, the highest first
	Least   string   `json:"least"`   // of a column: 是 where it reaches Limit
	Limit   float64  `json:"limit"`
	Says    string   `json:"says"` // no number: what is known of what the row is of, see rowFacts
}

// specSum is an identity: a column is the sum of others.
type specSum struct {
	Whole string   `json:"whole"`
	Parts []string `json:"parts"` // a key, or the key of an Each column with "*": all that it made
}

// specNames are the tables of numbers that are data.
var specNames = []string{"yuebao", "jibao", "lianghousheng-hui", "yiyuan-hui", "fugai", "nianbao", "tongbao", "pinggu", "jigou", "guimo", "butie"}

// RuleNames are the tables of numbers whose columns are rules that a county may change.
func RuleNames() []string { return append(slices.Clone(specNames), followupRule) }

// CheckRule tells what is wrong with a county's columns of a table of numbers.
func CheckRule(name, county string) error {
	if name == followupRule {
		_, err := rules.Parse[followups](rules.Text(name), county)
		return err
	}
	_, err := rules.Parse[spec](rules.Text(name), county)
	return err
}

// Faults finds what would only show when a table is made: a condition or a column that does not exist.
func (s spec) Faults() []rules.Fault {
	var out []rules.Fault
	known := map[string]bool{}
	for _, c := range s.Columns {
		for _, k := range slices.Concat(c.Percent, c.Minus, []string{c.Rank, c.Least}) {
			if k != "" && !known[k] {
				out = append(out, rules.Fault{Word: k, Says: text.T("report.bad.column", c.Label)})
			}
		}
		if !c.derived() {
			out = append(out, c.faults()...)
		}
		if c.Says != "" && rowFacts[c.Says] == nil {
			out = append(out, rules.Fault{Word: c.Says, Says: text.T("report.bad.says", namesOf(rowFacts))})
		}
		if c.Key == "" || known[c.Key] {
			out = append(out, rules.Fault{Word: cmp.Or(c.Key, c.Label), Says: text.T("report.bad.key")})
		}
		known[c.Key] = true
	}
	if s.By != "" && rowsBy[s.By].key == nil {
		out = append(out, rules.Fault{Word: s.By, Says: text.T("report.bad.by", namesOf(rowsBy))})
	}
	for _, k := range s.Order {
		if !known[k] {
			out = append(out, rules.Fault{Word: k, Says: text.T("report.bad.sum")})
		}
	}
	for _, sum := range s.Sums {
		for _, k := range append(slices.Clone(sum.Parts), sum.Whole) {
			if !known[strings.TrimSuffix(k, "*")] {
				out = append(out, rules.Fault{Word: k, Says: text.T("report.bad.sum")})
			}
		}
	}
	return out
}

func (c specColumn) derived() bool {
	return len(c.Percent) > 0 || len(c.Minus) > 0 || c.Target != "" || c.Rank != "" || c.Least != "" || c.Says != ""
}

// wordy tells whether the column has words in it, no numbers.
func (c specColumn) wordy() bool { return c.Least != "" || c.Says != "" }

func (c specColumn) faults() []rules.Fault {
	var out []rules.Fault
	if !counters[c.Count] {
		out = append(out, rules.Fault{Word: cmp.Or(c.Count, c.Label), Says: text.T("report.bad.count", namesOf(counters))})
	}
	for _, w := range c.Where {
		name, _, _ := strings.Cut(strings.TrimPrefix(w, "!"), "=")
		if conditions[name] == nil {
			out = append(out, rules.Fault{Word: w, Says: text.T("report.bad.condition", namesOf(conditions))})
		}
	}
	if c.Each != "" && conditions[c.Each] == nil || c.Each != "" && c.Names == nil && valueOf[c.Each] == nil {
		out = append(out, rules.Fault{Word: c.Each, Says: text.T("report.bad.condition", namesOf(conditions))})
	}
	return out
}

func namesOf[T any](m map[string]T) string {
	return strings.Join(slices.Sorted(maps.Keys(m)), "、")
}
