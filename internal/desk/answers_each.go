package desk

import (
	"ruhu/internal/change"
	"ruhu/internal/survey"
)

// each reads everything of a type that is neither deleted nor merged into another, oldest first, with what can be worked out from
// the answers today, and with what hangs on merged records at those that they are read as.
func (d *Desk) each(typ string, f func(id string, a survey.Answers) error) error {
	table, today := d.Table(typ), d.Today()
	return d.eachStored(typ, table, func(id string, a survey.Answers) error {
		if d.isMerged(id) {
			return nil
		}
		return f(id, table.Derive(d.throughMerges(typ, a), today))
	})
}

// eachStored reads of people, households and what hangs on them only what their table asks: the whole, with who changed what when,
// takes twice the processor. What has to do with classes is read whole, because no form asks for a seat or a number.
func (d *Desk) eachStored(typ string, table *survey.Table, f func(id string, a survey.Answers) error) error {
	whole := func(e change.Entity) error {
		if e.Deleted() {
			return nil
		}
		return f(e.ID, e.Values())
	}
	if survey.TableOf(typ) == nil {
		return d.store.Each(typ, whole)
	}
	keys := make([]string, len(table.Fields))
	for i, field := range table.Fields {
		keys[i] = field.Key
	}
	var failed error
	plain := func(id string, values []string) {
		if failed == nil {
			failed = f(id, answered(keys, values))
		}
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
