package rules

import (
	"slices"
	"strings"

	"ruhu/internal/text"
)

// Finding is one thing that a rule found: a sentence with the number in it, the field to go to and the document that says so.
type Finding struct {
	Code     string // over_age, min_hours …
	Ask      bool   // for people to decide: something is missing, or may be right all the same
	Sentence string
	Source   string
	Field    string // the key of the field to go to
	Type, ID string // of the thing that has the field, where it is not the one that was judged: a session, an enrolment
	Person   string // whom it is about, where it is about one
}

// Title is what a code is called in lists and counts.
func Title(code string) string { return text.T("rules.title." + code) }

// ClassVerdict is what the rules say of a class as a whole, or of a claim.
type ClassVerdict struct {
	OK       bool // nothing against it; what is only asked about does not count
	Findings []Finding
}

// Codes are the codes of what was found, each once.
func (v ClassVerdict) Codes() []string {
	var out []string
	for _, f := range v.Findings {
		if !slices.Contains(out, f.Code) {
			out = append(out, f.Code)
		}
	}
	return out
}

// Words is the verdict in one line.
func (v ClassVerdict) Words() string {
	var out []string
	for _, f := range v.Findings {
		out = append(out, f.Sentence)
	}
	return strings.Join(out, text.T("rules.join"))
}

// findings collects what a rule found; source is where its numbers are from.
type findings struct {
	all    []Finding
	source string
}

// say notes something that is against the rule. key is the sentence's, and its last part the code.
func (f *findings) say(code, field string, args ...any) *Finding {
	f.all = append(f.all, Finding{Code: code, Sentence: text.T("rules.class."+code, args...), Source: f.source, Field: field})
	return &f.all[len(f.all)-1]
}

// ask notes something that people have to decide.
func (f *findings) ask(code, field string, args ...any) *Finding {
	x := f.say(code, field, args...)
	x.Ask = true
	return x
}

// by says which document it is from, where it is not the rule's own.
func (f *Finding) by(source string) *Finding {
	if source != "" {
		f.Source = source
	}
	return f
}

// of says which thing it is about.
func (f *Finding) of(typ, id string) *Finding {
	f.Type, f.ID = typ, id
	return f
}

func (f *findings) verdict() ClassVerdict {
	return ClassVerdict{OK: !slices.ContainsFunc(f.all, func(x Finding) bool { return !x.Ask }), Findings: f.all}
}
