// Package quality looks the register through for what cannot be right, what is doubtful and what is missing: each finding with a
// sentence, and the field to go to.
//
// Which checks there are, how bad each is and its numbers is data (data/checks), which a county changes; what a check looks at is
// a function here, found by the check's code. To add one: a line in data/checks, a function in people, houses, turns or
// whole, a sentence quality.<code>. Checks that the form makes too (survey.Person.Rules, registry.CheckHouse) are taken from there.
package quality

import (
	"slices"
	"strings"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Severity is how bad a finding is.
type Severity string

// The severities, the worst first.
const (
	Error Severity = "error" // cannot be right: to be put right before anything is handed in
	Doubt Severity = "doubt" // may be right: somebody has to look
	Hint  Severity = "hint"  // would be better otherwise
)

// Severities are all, the worst first.
var Severities = []Severity{Error, Doubt, Hint}

// Words is the severity as people read it.
func (s Severity) Words() string { return text.T("quality.severity." + string(s)) }

// Check is one thing that is looked for.
type Check struct {
	Code     string             `json:"code"`
	Severity Severity           `json:"severity"`
	Field    string             `json:"field"` // the field to go to; "" where the finding names it
	On       bool               `json:"on"`
	Numbers  map[string]float64 `json:"numbers,omitempty"` // ages, months and the like
}

// Title is what the check is called in a list.
func (c Check) Title() string { return text.T("quality.title." + c.Code) }

func (c Check) number(name string) int { return int(c.Numbers[name]) }

// Finding is one thing found.
type Finding struct {
	Check     string // its code
	Severity  Severity
	Type, ID  string // of what it is about
	Person    string // the person it is about, where it is about one
	Household string
	Village   string
	Key       string // the field to go to
	Sentence  string
	Class     string // the class it is about, where it is about one
	Source    string // the document that says so, where a rule does
}

// Set is the checks to make.
type Set []Check

// on gives a check that is turned on.
func (s Set) on(code string) (Check, bool) {
	i := slices.IndexFunc(s, func(c Check) bool { return c.Code == code && c.On })
	if i < 0 {
		return Check{}, false
	}
	return s[i], true
}

// codeOf is the code of a check that another package makes: the last part of its error's key.
func codeOf(err error) string {
	e, ok := err.(*text.Error)
	if !ok {
		return ""
	}
	return e.Key[strings.LastIndexByte(e.Key, '.')+1:]
}

// label is a field as people read it.
func label(t *survey.Table, key string) string {
	if f, ok := t.Field(key); ok {
		return f.Label
	}
	return key
}
