package survey

import (
	"maps"
	"strconv"
	"time"
)

// Derive gives a copy of a with everything worked out that can be. A field that is never typed disappears where it can no
// longer be worked out; one that is OrAsked keeps what was typed. Where that says other than what is worked out, the latter
// counts, and what was said moves to the field <key>_said, if the table has one: both are kept.
func (t *Table) Derive(a Answers, on time.Time) Answers {
	out := maps.Clone(a)
	if out == nil {
		out = Answers{}
	}
	t.DeriveIn(out, on)
	return out
}

// DeriveIn is Derive in the map itself, for who has it alone.
func (t *Table) DeriveIn(a Answers, on time.Time) {
	for _, f := range t.Fields {
		if f.From != nil {
			t.derive(f, a, on)
		}
	}
}

func (t *Table) derive(f Field, a Answers, on time.Time) {
	v, typed := f.From(a, on), a[f.Key]
	switch {
	case v == "" && f.OrAsked:
		return
	case v == "":
		delete(a, f.Key)
		return
	}
	if said := f.Key + "_said"; typed != "" && f.OrAsked && !SameDate(typed, v) {
		if _, ok := t.Field(said); ok {
			a[said] = typed
		}
	}
	a[f.Key] = v
}

// Stored gives a copy of a without what is never typed: an age that is stored would be wrong next year.
func (t *Table) Stored(a Answers) Answers {
	out := Answers{}
	for k, v := range a {
		if f, ok := t.Field(k); v != "" && (!ok || f.From == nil || f.OrAsked) {
			out[k] = v
		}
	}
	return out
}

func ageFromBorn(a Answers, on time.Time) string {
	born, ok := Day(a[Born])
	if !ok || on.IsZero() {
		return ""
	}
	return strconv.Itoa(AgeOn(born, on))
}
