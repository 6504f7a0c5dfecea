package desk

import (
	"strings"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Why something was not saved. ErrRefused has to be corrected; ErrDoubtful may be saved as it is, with Anyway.
var (
	ErrRefused  = text.NewError("desk.refused")
	ErrDoubtful = text.NewError("desk.doubtful")
)

// Refusal is why something was not saved: all problems at once. Where every one is a warning, saving again with Anyway works.
type Refusal struct {
	Problems []survey.Problem
	Doubles  []registry.Person // who may be the same person; the problem about it is among Problems
	Table    *survey.Table     // what the problems' keys belong to
}

// Error is for the log.
func (r *Refusal) Error() string { return r.Unwrap().Error() }

// Unwrap gives the words for people: what has to be corrected, and below it what should only be looked at.
func (r *Refusal) Unwrap() error {
	var wrong, doubts []string
	for _, p := range r.Problems {
		if p.Warn {
			doubts = append(doubts, r.Line(p))
		} else {
			wrong = append(wrong, r.Line(p))
		}
	}
	if len(wrong) == 0 {
		return ErrDoubtful.With(len(doubts), strings.Join(doubts, "\n"))
	}
	n := len(wrong)
	if len(doubts) > 0 {
		wrong = append(append(wrong, text.T("desk.also_look")), doubts...)
	}
	return ErrRefused.With(n, strings.Join(wrong, "\n"))
}

// Line is one problem as a sentence, with the name of its field.
func (r *Refusal) Line(p survey.Problem) string {
	what := text.Explain(p.Err).What
	if f, ok := r.Table.Field(p.Key); ok && !strings.Contains(what, f.Label) {
		return text.T("desk.problem_line", f.Label, what)
	}
	return what
}

// Warnings tells whether nothing worse than warnings is in the way.
func (r *Refusal) Warnings() bool {
	for _, p := range r.Problems {
		if !p.Warn {
			return false
		}
	}
	return true
}
