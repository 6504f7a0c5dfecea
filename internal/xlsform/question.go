package xlsform

import (
	"strconv"
	"strings"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// question is one row that asks something, or works something out.
type question struct {
	name        string
	row         row
	called      called
	field       survey.Field
	conditions  []*condition
	relevant    []*expr // of the conditions, once read
	calc        *expr
	daily       bool // what is worked out changes with the day
	acknowledge bool
	checks      []check
}

// countySection is the part of a form for questions that stand in no group.
const countySection = "county"

// question takes a row that asks something.
func (r *reader) question(x row, c called) {
	q := &question{name: x.get("name"), row: x, called: c, conditions: r.conditions(x)}
	q.field = survey.Field{Label: plainWords(x.get("label")), Hint: hintOf(x), Kind: c.kind, Section: r.part(x), Class: survey.Sensitive}
	if q.field.Label == "" {
		q.field.Label = q.name
	}
	if !r.ledger || yes(x.get("ledger")) {
		q.field.On = survey.Ledger
	}
	if q.name == "" {
		r.left(x, "name", ErrName.With(q.field.Label))
		return
	}
	if !r.kind(q) {
		return
	}
	if c.doubt != nil {
		r.doubt(x, "type", c.doubt.With(q.field.Label))
	}
	if r.add(q) && c.other {
		r.orOther(q)
	}
}

// part is the section of a row: of the plain table its own word, otherwise the group's.
func (r *reader) part(x row) string {
	if s := x.get("section"); s != "" {
		return s
	}
	if n := len(r.groups); n > 0 && r.groups[n-1].section != "" {
		return r.groups[n-1].section
	}
	return countySection
}

func hintOf(x row) string {
	return strings.TrimSpace(plainWords(x.get("hint")) + "\n" + plainWords(x.get("guidance_hint")))
}

// kind finds what kind of answer is wanted; not ok where the question cannot be asked.
func (r *reader) kind(q *question) bool {
	switch q.called.act {
	case choose1:
		q.field.Kind = survey.Choice
		return r.choices(q)
	case chooseMany:
		q.field.Kind = survey.Choices
		return r.choices(q)
	case agree:
		q.field.Kind, q.acknowledge = survey.Flag, true
	case reckon:
		q.field.Kind = survey.Text
	}
	if q.field.Kind == survey.Text && strings.Contains(strings.ToLower(q.row.get("appearance")), "multiline") {
		q.field.Kind = survey.Note
	}
	r.bounds(q)
	return true
}

// add puts a question into the form, under a key that no other has.
func (r *reader) add(q *question) bool {
	q.field.Key = keyOf(q.name)
	if r.keys[q.field.Key] {
		q.field.Key = made(q.name)
	}
	if r.keys[q.field.Key] || r.scope.by[q.name] != nil {
		r.left(q.row, "name", ErrTwice.With(q.name))
		return false
	}
	r.keys[q.field.Key], r.scope.by[q.name] = true, q
	if len(r.notes) > 0 {
		q.field.Hint = r.notesFor(q)
	}
	if r.asked(q.field.Label) {
		r.doubt(q.row, "label", ErrAlready.With(q.field.Label))
	}
	r.questions = append(r.questions, q)
	return true
}

// asked tells whether the register asks a question of this heading itself.
func (r *reader) asked(label string) bool {
	for _, f := range r.scope.table.Fields {
		if survey.Fold(f.Label) == survey.Fold(label) && !f.Retired {
			return true
		}
	}
	return false
}

// What is wrong with an answer.
var (
	ErrWhole      = text.NewError("xlsform.whole")
	ErrOutside    = text.NewError("xlsform.outside")
	ErrConstraint = text.NewError("xlsform.constraint")
	ErrSaid       = text.NewError("xlsform.said") // in the words of the form
)

// check looks at one answer; nil where it may stand.
type check func(e *env) error

// bounds are what a type asks of numbers.
func (r *reader) bounds(q *question) {
	label := q.field.Label
	if q.called.whole {
		q.checks = append(q.checks, func(e *env) error {
			if n := e.self.number(); n != float64(int64(n)) {
				return ErrWhole.With(label)
			}
			return nil
		})
	}
	if foldName(q.row.get("type")) != "range" {
		return
	}
	low, high := 0.0, 10.0 // as ODK has it where nothing is said
	for _, p := range strings.Fields(strings.ReplaceAll(q.row.get("parameters"), ";", " ")) {
		k, v, _ := strings.Cut(p, "=")
		n, err := strconv.ParseFloat(v, 64)
		switch {
		case err != nil:
		case strings.EqualFold(k, "start"):
			low = n
		case strings.EqualFold(k, "end"):
			high = n
		}
	}
	low, high = min(low, high), max(low, high)
	q.checks = append(q.checks, func(e *env) error {
		if n := e.self.number(); n < low || n > high {
			return ErrOutside.With(label, numberText(low), numberText(high))
		}
		return nil
	})
}
