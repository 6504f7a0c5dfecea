package store_test

import (
	"fmt"
	"testing"

	"ruhu/internal/change"
	"ruhu/internal/store"
	"ruhu/internal/testkit"
)

func TestPartsAreWhatTheWholeSaysInTheSameOrder(t *testing.T) {
	s := testkit.Store(t)
	put(t, s, "household", "h", map[string]string{"name": "another type"})
	check(t, s.Edit("李干部", "", func(e *store.Edit) error {
		for i := range 1300 { // more than two chunks
			id := store.NewID()
			if err := e.Put("person", id, map[string]string{"name": fmt.Sprint("𬭳", i), "phone": "154", "x_long": fmt.Sprint(i)}); err != nil {
				return err
			}
			if i%100 == 7 {
				if err := e.Delete("person", id); err != nil {
					return err
				}
			}
			if i%50 == 3 {
				if err := e.Put("person", id, map[string]string{"phone": ""}); err != nil {
					return err
				}
			}
		}
		return nil
	}))
	var want, got []string
	check(t, s.EachWithDeleted("person", func(e change.Entity) error {
		want = append(want, fmt.Sprint(e.ID, e.Value("phone"), e.Value("name"), e.Value("nowhere")))
		return nil
	}))
	gone := 0
	check(t, s.EachPart("person", []string{"phone", "name", "nowhere"}, func(id string, v []string) {
		got = append(got, fmt.Sprint(id, v[0], v[1], v[2]))
	}, func(e change.Entity) error {
		gone++
		got = append(got, fmt.Sprint(e.ID, e.Value("phone"), e.Value("name"), e.Value("nowhere")))
		return nil
	}))
	if gone != 13 || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%d of %d, %d read whole", len(got), len(want), gone)
	}
}
