package desk

import (
	"ruhu/internal/change"
	"ruhu/internal/survey"
)

// each reads everything of a type that is neither deleted nor merged into another, oldest first, with what can be worked out from
// the answers today, and with what hangs on merged records at those that they are read as. Only what the type's table asks is read: the
// whole of 100,000 people, with who changed what when, takes twice the processor.
func (d *Desk) each(typ string, f func(id string, a survey.Answers) error) error {
	table, today := d.Table(typ), d.Today()
	var failed error
	put := func(id string, a survey.Answers) error {
		if failed == nil && !d.isMerged(id) {
			failed = f(id, table.Derive(d.throughMerges(typ, a), today))
		}
		return failed
	}
	keys := make([]string, len(table.Fields))
	for i, field := range table.Fields {
		keys[i] = field.Key
	}
	plain := func(id string, values []string) { _ = put(id, answered(keys, values)) }
	whole := func(e change.Entity) error {
		if e.Deleted() {
			return nil
		}
		return put(e.ID, e.Values())
	}
	if err := d.store.EachPart(typ, keys, plain, whole); err != nil {
		return err
	}
	return failed
}

// answered pairs keys with their values, where there are any.
func answered(keys, values []string) survey.Answers {
	n := 0
	for _, v := range values {
		if v != "" {
			n++
		}
	}
	a := make(survey.Answers, n)
	for i, v := range values {
		if v != "" {
			a[keys[i]] = v
		}
	}
	return a
}
