package store_test

import (
	"fmt"
	"testing"

	"ruhu/internal/store"
	"ruhu/internal/testkit"
)

// BenchmarkSave measures one durable save of a person's form.
func BenchmarkSave(b *testing.B) {
	for _, records := range []int{0, 20_000} {
		b.Run(fmt.Sprintf("among %d", records), func(b *testing.B) {
			s := testkit.Store(b)
			fill(b, s, records)
			testkit.AgainstTwoSyncs(b, func(i int) func() error {
				id, answers := store.NewID(), person(i)
				return func() error {
					return s.Edit("李干部", "", func(e *store.Edit) error { return e.Put("person", id, answers) })
				}
			})
		})
	}
}
