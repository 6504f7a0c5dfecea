package report

import (
	"slices"
	"strconv"
	"time"

	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// column is where the cells of one column come from: a row of a survey table, or the ledger itself (table nil).
type column struct {
	table *survey.Table
	field survey.Field
	label string // of the ledger's own columns
	width int
	inner bool // of the ledger's own columns: left out of the public variant
}

// of gives columns from survey rows. It panics on a key the table does not have: ledgers are part of the program.
func of(t *survey.Table, keys ...string) []column {
	var out []column
	for _, key := range keys {
		f, ok := t.Field(key)
		if !ok {
			panic("report: " + t.Name + " has no " + key)
		}
		out = append(out, column{table: t, field: f, width: f.Kind.Width})
	}
	return out
}

// own gives a column of the ledger's own; its label is the word report.<key>.
func own(key string, width int, inner bool) []column {
	return []column{{field: survey.Field{Key: key}, label: "report." + key, width: width, inner: inner}}
}

// number is the first column of every ledger.
const number = "no"

func (c column) head() Column {
	out := Column{Key: c.field.Key, Label: c.field.Label, Width: c.width}
	if c.table == nil {
		out.Label, out.Right = text.T(c.label), c.field.Key == number
		return out
	}
	k := c.field.Kind
	out.Text = k == survey.IDNumber || k == survey.PhoneKind || k == survey.Code || k == survey.CreditCode
	out.Right = k.Right
	return out
}

// visible leaves out what a public list may not have, and what would be nothing but asterisks there.
func (s sheet) visible(f Filter) []column {
	return slices.DeleteFunc(slices.Clone(s.columns), func(c column) bool { return f.Public && !c.public() })
}

// public keeps notes out: nobody can tell what people write into them.
func (c column) public() bool {
	if c.table == nil {
		return !c.inner
	}
	k := c.field.Kind
	return c.field.Class == survey.Free && k != survey.Note || c.field.Class != survey.Sensitive && k.Mask != nil
}

func (c column) cell(e *entry, on time.Time, public, minor bool) string {
	if c.table == nil {
		return e.own[c.field.Key]
	}
	v := c.answer(e, on)
	switch {
	case !public:
		return c.field.Show(v)
	case c.field.Key == survey.FullName && minor:
		return survey.MaskMinorName(v)
	}
	return c.field.Public(v)
}

// answer is the stored form; what can be worked out is, so that a ledger of next year has next year's ages.
func (c column) answer(e *entry, on time.Time) string {
	a := e.answers(c.table)
	if c.field.Key == survey.Age && c.table == survey.Person {
		if age, ok := e.person.Age(on); ok {
			return strconv.Itoa(age)
		}
		return ""
	}
	if c.field.From != nil {
		if v := c.field.From(a, on); v != "" {
			return v
		}
	}
	return a[c.field.Key]
}

// answers are those that a table's columns are about.
func (e *entry) answers(t *survey.Table) survey.Answers {
	switch t {
	case survey.Person:
		return e.person.Answers
	case survey.Household:
		return e.house.Answers
	case survey.Wish:
		return e.wish.Answers
	case training.ClassTable:
		return e.class.Answers
	}
	return e.record
}

func itoa(n int) string { return strconv.Itoa(n) }
