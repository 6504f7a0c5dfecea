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
	count bool // of the ledger's own columns: a number, to be added up
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

// counted is own for a number.
func counted(key string, width int, inner bool) []column {
	out := own(key, width, inner)
	out[0].count = true
	return out
}

// number is the first column of every ledger.
const number = "no"

func (c column) head() Column {
	out := Column{Key: c.field.Key, Label: c.field.Label, Width: c.width}
	if c.table == nil {
		out.Label, out.Right = text.T(c.label), c.count || c.field.Key == number
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
	if c.field.Key == survey.Age && c.table == survey.Person {
		if age, ok := e.person.Age(on); ok {
			return strconv.Itoa(age)
		}
		return ""
	}
	if c.field.From != nil {
		if v := c.field.From(e.apart(c.table), on); v != "" {
			return v
		}
	}
	if c.table == training.ClassTable {
		return e.class.Get(c.field.Key)
	}
	return e.answers(c.table).Get(c.field.Key)
}

// answers are those that a table's columns are about, but for a class's.
func (e *entry) answers(t *survey.Table) survey.Packed {
	switch t {
	case survey.Person:
		return e.person.Packed
	case survey.Household:
		return e.house.Packed
	case survey.Wish:
		return e.wish.Packed
	}
	return e.record
}

// apart are the same as a map, for what works an answer out of others. A row has several such columns, all of the person.
func (e *entry) apart(t *survey.Table) survey.Answers {
	switch {
	case t == training.ClassTable:
		return e.class.Answers
	case t != survey.Person:
		return e.answers(t).Unpack()
	case e.unpacked == nil:
		e.unpacked = e.scratch
		e.person.Into(e.unpacked)
	}
	return e.unpacked
}

func itoa(n int) string { return strconv.Itoa(n) }
