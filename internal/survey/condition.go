package survey

import (
	"strconv"
	"time"
)

// Conditions for Field.When and checks for Field.Check, to be named in rows.

func answered(key string) func(Answers) bool {
	return func(a Answers) bool { return a[key] != "" }
}

// unlessOther asks for key unless the other one, which rules it out, is the one filled in. Where both are, both are asked:
// somebody has to take one out.
func unlessOther(key, other string) func(Answers) bool {
	return func(a Answers) bool { return a[other] == "" || a[key] != "" }
}

func is(key, value string) func(Answers) bool {
	return func(a Answers) bool { return a[key] == value }
}

func isNot(key, value string) func(Answers) bool {
	return func(a Answers) bool { return a[key] != value }
}

// disabled asks for the kind of disability only where there is one.
func disabled(a Answers) bool { return Has(a[Health], "残疾") || a[DisabilityKind] != "" }

// maybeMinor holds for people under 18 and for those whose age is not known. It looks at the age worked out, so it wants
// answers that Derive has seen.
func maybeMinor(a Answers) bool {
	n, err := strconv.Atoi(a[Age])
	return err != nil || n < 18
}

func notFuture(key string) func(Answers, time.Time) error {
	return func(a Answers, on time.Time) error {
		if d, ok := Day(a[key]); ok && d.After(on) {
			return ErrFuture
		}
		return nil
	}
}
