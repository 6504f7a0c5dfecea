package survey

import (
	"fmt"
	"slices"
	"time"

	"ruhu/internal/text"
)

// ErrRequired is an answer that must not be missing.
var ErrRequired = text.NewError("survey.required")

// Rule looks at several answers at once. It belongs to the field Key, where the problem is shown.
type Rule struct {
	Key   string
	Warn  bool // doubtful, but may be saved
	Check func(a Answers, on time.Time) error
}

// Problem is what is wrong with one answer.
type Problem struct {
	Key  string
	Err  error
	Warn bool   // may be saved all the same
	Of   string // the id of what it is about, where a check looks at several things at once
}

// Table is one kind of thing that is asked about, its questions in the order asked.
type Table struct {
	Name   string
	Fields []Field
	Rules  []Rule
	index  map[string]int
}

// NewTable makes a table, here or for another package's things (a class, a session). It panics on a broken one, with a key
// twice or a field without a kind: a table is part of the program, and no test passes with it.
func NewTable(name string, rules []Rule, sections ...[]Field) *Table {
	t := &Table{Name: name, Rules: rules, index: map[string]int{}}
	for _, fields := range sections {
		t.Fields = append(t.Fields, fields...)
	}
	for i, f := range t.Fields {
		if _, twice := t.index[f.Key]; twice || f.Key == "" || f.Kind == nil {
			panic(fmt.Sprintf("survey %s: field %q twice, or without key or kind", name, f.Key))
		}
		t.index[f.Key] = i
	}
	return t
}

// Plus gives the table with more questions and rules behind its own, as a county has them; t itself stays as it is. A key that the
// table already has is not taken twice: what was there first stays.
func (t *Table) Plus(fields []Field, rules []Rule) *Table {
	var more []Field
	seen := map[string]bool{}
	for _, f := range fields {
		if _, taken := t.index[f.Key]; !taken && !seen[f.Key] && f.Key != "" && f.Kind != nil {
			more, seen[f.Key] = append(more, f), true
		}
	}
	return NewTable(t.Name, slices.Concat(t.Rules, rules), t.Fields, more)
}

// Offering gives the table with a county's own trades behind those that ship, where a field picks from the list of trades. t itself
// stays as it is.
func (t *Table) Offering(trades *Vocabulary) *Table {
	fields := slices.Clone(t.Fields)
	for i := range fields {
		if fields[i].List == "trade" {
			fields[i].words, fields[i].Items = trades, trades.Items()
		}
	}
	return NewTable(t.Name, t.Rules, fields)
}

// Section puts fields into one part of the form; its title is the word survey.section.<name>.
func Section(name string, fields ...Field) []Field {
	for i := range fields {
		fields[i].Section = name
	}
	return fields
}

// Field finds a field by its key.
func (t *Table) Field(key string) (Field, bool) {
	i, ok := t.index[key]
	if !ok {
		return Field{}, false
	}
	return t.Fields[i], true
}

// Ledger gives the fields that are columns of a ledger.
func (t *Table) Ledger() []Field {
	var out []Field
	for _, f := range t.Fields {
		if f.On&Ledger != 0 && !f.Retired {
			out = append(out, f)
		}
	}
	return out
}

// Check gives all problems of a, in the order asked, then those of the rules. Values are expected in stored form.
func (t *Table) Check(a Answers, on time.Time) []Problem {
	var out []Problem
	for _, f := range t.Fields {
		if err := f.check(a, on); err != nil {
			out = append(out, Problem{Key: f.Key, Err: err})
		}
	}
	for _, r := range t.Rules {
		if err := r.Check(a, on); err != nil {
			out = append(out, Problem{Key: r.Key, Err: err, Warn: r.Warn})
		}
	}
	return out
}

func (f Field) check(a Answers, on time.Time) error {
	v := a[f.Key]
	if v == "" {
		if f.Required && f.Asked(a) {
			return ErrRequired.With(f.Label)
		}
		return nil
	}
	if f.From == nil {
		if _, err := f.Clean(v); err != nil {
			return err
		}
	}
	if f.Check != nil {
		return f.Check(a, on)
	}
	return nil
}
