// Package rules says who may, who must and what looks wrong, each time with the reason in a sentence.
//
// A rule's numbers are parameters with a source (data/rules/*.json): they differ by province, county and year, and a county
// edits them. A verdict is never just yes or no. To add a rule: a type with a Judge in a file of its own, its parameters in
// data/rules, its sentences in the words of rules.
package rules

import (
	"encoding/json"
	"fmt"
	"sync"

	"ruhu/data"
)

// Verdict is what a rule says of somebody, and why.
type Verdict struct {
	In      bool
	Ask     bool      // not for the program to decide: something is missing, or contradicts itself
	Reasons []string  // sentences for people; what decided comes first
	Kinds   []string  // what decided, in single words for lists and counts: at_school, over_age …
	Grounds []Finding // the same with the document behind each, and which of them only ask

	against, open, towards []string
	source                 func(kind string) string // the document that a kind is from; nil: nobody asks
}

func (v *Verdict) in(reason string) { v.towards = append(v.towards, reason) }

func (v *Verdict) out(kind, reason string) {
	v.In = false
	v.against = append(v.against, reason)
	v.ground(kind, reason, false)
}

func (v *Verdict) ask(kind, reason string) {
	v.Ask = true
	v.open = append(v.open, reason)
	v.ground(kind, reason, true)
}

func (v *Verdict) ground(kind, reason string, ask bool) {
	v.Kinds = append(v.Kinds, kind)
	f := Finding{Code: kind, Ask: ask, Sentence: reason}
	if v.source != nil {
		f.Source = v.source(kind)
	}
	v.Grounds = append(v.Grounds, f)
}

// from names the document of the last ground, where it is not the rule's own.
func (v *Verdict) from(source string) {
	if source != "" {
		v.Grounds[len(v.Grounds)-1].Source = source
	}
}

// settle puts the reasons in order. Who is out for one good reason need not be asked about another.
func (v *Verdict) settle() {
	switch {
	case len(v.against) > 0:
		v.Ask, v.Reasons = false, v.against
	case v.Ask:
		v.In, v.Reasons = false, append(v.open, v.towards...)
	default:
		v.Reasons = v.towards
	}
	v.against, v.open, v.towards, v.source = nil, nil, nil, nil
}

// loaded holds what load has read, by name: a rule is asked for each of 100,000 people.
var loaded sync.Map

// load reads the parameters of a rule, once. It panics on a broken file: that is part of the program. What it gives is shared:
// a caller that changes a list or map in it changes the rule.
func load[T any](name string) T {
	if r, ok := loaded.Load(name); ok {
		return r.(T)
	}
	var r T
	b, err := data.Rules.ReadFile("rules/" + name + ".json")
	if err == nil {
		err = json.Unmarshal(b, &r)
	}
	if err != nil {
		panic(fmt.Sprintf("rules/%s.json: %v", name, err))
	}
	loaded.Store(name, r)
	return r
}
