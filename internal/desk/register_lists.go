package desk

import (
	"slices"

	"ruhu/internal/intake"
	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/training"
)

// What intake asks beside the people: classes and who is in them, targets, facts, names that sound alike.
var (
	_ intake.ClassRegister  = (*register)(nil)
	_ intake.TargetRegister = (*register)(nil)
	_ intake.FactRegister   = (*register)(nil)
	_ intake.SoundRegister  = (*register)(nil)
	_ intake.RuleRegister   = (*register)(nil)
)

// heard gives a list, and keeps the error for the end.
func heard[T any](r *register, list []T, err error) []T {
	r.keep(err)
	return list
}

// Classes implements intake.ClassRegister.
func (r *register) Classes() []training.Class {
	all, err := r.d.Classes()
	return heard(r, all, err)
}

// Enrolments implements intake.ClassRegister.
func (r *register) Enrolments(class string) []training.Enrolment {
	all, err := r.d.Enrolments(class)
	return heard(r, all, err)
}

// Attended implements intake.ClassRegister.
func (r *register) Attended(person string) []rules.Attended {
	all, err := r.d.attended(person)
	return heard(r, all, err)
}

// RuleBook implements intake.RuleRegister.
func (r *register) RuleBook() *rules.Book { return r.d.RuleBook() }

// Targets implements intake.TargetRegister.
func (r *register) Targets() []registry.Record {
	all, err := r.d.Targets()
	return heard(r, all, err)
}

// FactsOf implements intake.FactRegister.
func (r *register) FactsOf(id string) []registry.Record {
	all, err := r.d.Facts(id)
	return heard(r, all, err)
}

// PeopleSounding implements intake.SoundRegister.
func (r *register) PeopleSounding(name string) []registry.Person {
	people, err := r.d.people(slices.Clone(r.d.index.BySound(name)))
	return heard(r, people, err)
}
