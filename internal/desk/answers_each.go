package desk

import (
	"ruhu/internal/change"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// each reads everything of a type that is neither deleted nor merged into another, oldest first, with what can be worked out from
// the answers today, and with what hangs on merged records at those that they are read as.
func (d *Desk) each(typ string, f func(id string, a survey.Answers) error) error {
	table, today := d.Table(typ), d.Today()
	return d.eachStored(typ, table, func(id string, a survey.Answers) error {
		if d.isMerged(id) {
			return nil
		}
		if a = d.throughMerges(typ, a); table != nil {
			table.DeriveIn(a, today)
		}
		return f(id, a)
	})
}

// ofMark is what ledgers ask of a mark.
var ofMark = []string{training.OfSession, training.OfEnrolment, training.MarkSymbol, training.Corrects, training.MarkAt}

// eachStored reads of people, households and what hangs on them only what their table asks, and of marks what ledgers do: the whole,
// with who changed what when, takes twice the processor. What else has to do with classes is read whole, because no form asks for a
// seat or a number.
func (d *Desk) eachStored(typ string, table *survey.Table, f func(id string, a survey.Answers) error) error {
	whole := func(e change.Entity) error {
		if e.Deleted() {
			return nil
		}
		return f(e.ID, e.Values())
	}
	var keys []string
	switch {
	case typ == training.TypeMark:
		keys = ofMark
	case survey.TableOf(typ) == nil:
		return d.store.Each(typ, whole)
	default:
		for _, field := range table.Fields {
			keys = append(keys, field.Key)
		}
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
	a := make(survey.Answers, n+3) // with what is worked out from them
	for i, v := range values {
		if v != "" {
			a[keys[i]] = v
		}
	}
	return a
}
