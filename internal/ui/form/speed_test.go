package form_test

import (
	"testing"

	"ruhu/internal/survey"
)

// BenchmarkALetterInTheLongestForm is what one letter costs before anything is painted.
func BenchmarkALetterInTheLongestForm(b *testing.B) {
	x := open(b, survey.Person, nil)
	for b.Loop() {
		x.types("王")
		x.form.Set(survey.FullName, "")
	}
}
