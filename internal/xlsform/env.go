package xlsform

import (
	"math"
	"strconv"
	"strings"
	"time"

	"ruhu/internal/survey"
)

// scope is what the names in an expression can mean.
type scope struct {
	table *survey.Table // the register's own questions
	by    map[string]*question
	known map[string]*question // of the table, once asked for
	self  sort                 // of the question that the expression belongs to
}

// find gives the question of a name: of this form, or one that the register asks itself, by its key or heading.
func (s *scope) find(name string) *question {
	if q := s.by[name]; q != nil {
		return q
	}
	if q := s.known[name]; q != nil || s.table == nil {
		return q
	}
	for _, f := range s.table.Fields {
		if f.Key == name || f.Label == name {
			q := &question{name: name, field: f}
			s.known[name] = q
			return q
		}
	}
	return nil
}

// env is one run of an expression, over the answers of one record on one day. Each question is worked out once in it, however
// often and however deep it is named: no form can make it take longer than its own length.
type env struct {
	answers survey.Answers
	on      time.Time // zero where nobody says which day it is
	self    value
	done    map[*question]value
	busy    map[*question]bool
}

func newEnv(a survey.Answers, on time.Time) *env { return &env{answers: a, on: on} }

// answer is what a question was answered. One that is not asked now, by its own condition, counts as not answered, as in ODK.
func (e *env) answer(q *question) value {
	if v, ok := e.done[q]; ok {
		return v
	}
	if e.busy[q] { // a circle, which the reader has refused; never endless all the same
		return value{}
	}
	if e.done == nil {
		e.done, e.busy = map[*question]value{}, map[*question]bool{}
	}
	e.busy[q] = true
	v := value{}
	switch {
	case !q.relevantIn(e):
	case q.calc != nil && !(q.daily && e.on.IsZero()): // without a day, what was worked out last counts
		v = e.with(q, q.calc)
	default:
		v = q.typed(e)
	}
	delete(e.busy, q)
	e.done[q] = v
	return v
}

// with runs an expression of another question, whose "." is its own answer.
func (e *env) with(q *question, x *expr) value {
	before := e.self
	e.self = q.typed(e)
	v := x.run(e)
	e.self = before
	return v
}

// relevantIn tells whether a question is asked, by its own condition and those of the groups around it.
func (q *question) relevantIn(e *env) bool {
	for _, x := range q.relevant {
		if !e.with(q, x).truth() {
			return false
		}
	}
	return true
}

// sort is the type of a question's answer.
func (q *question) sort() sort {
	if q.calc != nil {
		return q.calc.sort
	}
	switch q.field.Kind {
	case survey.Number, survey.Money:
		return number
	case survey.DateKind:
		return day
	case survey.Choices:
		return chosen
	}
	return words
}

// typed turns the stored answer into what expressions reckon with: choices are their names in the form's sheet, not the words
// that people see.
func (q *question) typed(e *env) value {
	stored := e.answers[q.field.Key]
	if stored == "" && q.field.From != nil && q.calc == nil {
		stored = q.field.From(e.answers, e.on)
	}
	if stored == "" {
		return value{}
	}
	switch q.field.Kind {
	case survey.Number, survey.Money:
		if n, err := strconv.ParseFloat(stored, 64); err == nil && !math.IsInf(n, 0) {
			return numberOf(n)
		}
	case survey.DateKind:
		if t, ok := survey.Day(stored); ok {
			return dayOf(t)
		}
	case survey.Choice:
		return textOf(q.code(stored))
	case survey.Choices:
		return value{sort: chosen, codes: q.codesOf(stored)}
	case survey.Flag:
		return q.flag(stored)
	}
	return textOf(stored)
}

func (q *question) code(name string) string {
	for _, c := range q.field.Items {
		if c.Name == name {
			return c.Code
		}
	}
	return name
}

func (q *question) codesOf(stored string) []string {
	codes := strings.Split(stored, "、")
	for i, name := range codes {
		codes[i] = q.code(name)
	}
	return codes
}

// flag is what ODK stores of an acknowledgement: OK, or nothing.
func (q *question) flag(stored string) value {
	switch {
	case q.calc != nil:
		return truthOf(stored == survey.Yes)
	case q.acknowledge:
		return textOf(map[string]string{survey.Yes: "OK"}[stored])
	}
	return textOf(stored)
}

// namesOf gives the words for codes parted by blanks.
func (q *question) namesOf(codes string) string {
	var out []string
	for _, code := range strings.Fields(codes) {
		name, ok := q.field.Find(code)
		if !ok {
			return codes
		}
		out = append(out, name)
	}
	return survey.JoinList(out)
}
