package store_test

import (
	"fmt"
	"testing"

	"ruhu/internal/change"
	"ruhu/internal/store"
	"ruhu/internal/testkit"
)

// person gives answers as the form of a person has them: some forty.
func person(n int) map[string]string {
	m := map[string]string{"name": names[n%len(names)], "id_no": fmt.Sprintf("530000199001%06d", n), "household": store.NewID(),
		"sex": "女", "born": "1990-01-01", "relation": "配偶", "ethnic": "彝族", "phone": fmt.Sprintf("139%08d", n)}
	for i := range 32 {
		m[fmt.Sprintf("question_%02d", i)] = []string{"是", "否", "初中", "省外务工", "2026-03-01"}[(n+i)%5]
	}
	return m
}

func fill(t testing.TB, s *store.Store, n int) {
	t.Helper()
	for from := 0; from < n; from += 1000 {
		err := s.Edit("李四", "导入", func(e *store.Edit) error {
			for i := from; i < min(from+1000, n); i++ {
				if err := e.Put("person", store.NewID(), person(i)); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// BenchmarkLoad is what a program does at its start: 20,000 persons with forty answers each.
func BenchmarkLoad(b *testing.B) {
	s := testkit.Store(b)
	fill(b, s, 20_000)
	for b.Loop() {
		n := 0
		if err := s.Each("person", func(change.Entity) error { n++; return nil }); err != nil || n != 20_000 {
			b.Fatal(n, err)
		}
	}
}

// BenchmarkImport is 1000 new persons in one edit.
func BenchmarkImport(b *testing.B) {
	s := testkit.Store(b)
	for b.Loop() {
		fill(b, s, 1000)
	}
}
