// Package rules says who may, who must and what looks wrong, each time with the reason in a sentence.
//
// A rule's numbers are parameters with a source (data/rules/*.json): they differ by province, county and year, and a county
// edits them. A verdict is never just yes or no.
package rules

// Verdict is what a rule says of somebody, and why.
type Verdict struct {
	In      bool
	Ask     bool     // not to be decided by the program: something is missing or contradicts itself
	Reasons []string // sentences for people; those that decided come first
	Kinds   []string // the same in single words, for lists and counts: at_school, over_age …
}
