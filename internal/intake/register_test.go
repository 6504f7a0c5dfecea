package intake_test

import (
	"context"
	"maps"
	"slices"
	"testing"
	"time"

	"ruhu/internal/intake"
	"ruhu/internal/region"
	"ruhu/internal/registry"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// memory is a register that keeps what plans put into it.
type memory struct {
	tree   *region.Tree
	houses map[string]survey.Answers
	people map[string]survey.Answers
	order  []string
	wishes []registry.Wish
}

func newMemory(t testing.TB, township string) *memory {
	t.Helper()
	tree, err := region.Of(township)
	if err != nil {
		t.Fatal(err)
	}
	return &memory{tree: tree, houses: map[string]survey.Answers{}, people: map[string]survey.Answers{}}
}

func (m *memory) take(puts []intake.Put) {
	for _, p := range puts {
		all := m.people
		if p.Type == registry.TypeWish {
			m.wishes = append(m.wishes, registry.Wish{ID: p.ID, Answers: p.Fields})
			continue
		}
		if p.Type == registry.TypeHousehold {
			all = m.houses
		} else if all[p.ID] == nil {
			m.order = append(m.order, p.ID)
		}
		if all[p.ID] == nil {
			all[p.ID] = survey.Answers{}
		}
		maps.Copy(all[p.ID], p.Fields)
		maps.DeleteFunc(all[p.ID], func(_, v string) bool { return v == "" })
	}
}

func (m *memory) WishesOf(person string) []registry.Wish {
	return slices.DeleteFunc(slices.Clone(m.wishes), func(x registry.Wish) bool { return x.PersonID() != person })
}

func (m *memory) those(want func(registry.Person) bool) []registry.Person {
	var out []registry.Person
	for _, id := range m.order {
		if p := (registry.Person{ID: id, Answers: m.people[id]}); want(p) {
			out = append(out, p)
		}
	}
	return out
}

func (m *memory) PersonByIDNo(no string) []registry.Person {
	return m.those(func(p registry.Person) bool { return no != "" && p.IDNumber() == no })
}

func (m *memory) PeopleNamed(name string) []registry.Person {
	return m.those(func(p registry.Person) bool { return p.Name() == name })
}

func (m *memory) Members(household string) []registry.Person {
	return m.those(func(p registry.Person) bool { return p.HouseholdID() == household })
}

func (m *memory) Household(id string) (registry.Household, bool) {
	a, ok := m.houses[id]
	return registry.Household{ID: id, Answers: a}, ok
}

func (m *memory) HouseholdByNo(no string) []registry.Household {
	var out []registry.Household
	for id, a := range m.houses {
		if no != "" && a[survey.HouseNo] == no {
			out = append(out, registry.Household{ID: id, Answers: a})
		}
	}
	return out
}

func (m *memory) Tree() *region.Tree { return m.tree }

// oneNamed gives the only person of a name.
func (m *memory) oneNamed(t *testing.T, name string) registry.Person {
	t.Helper()
	found := m.PeopleNamed(name)
	if len(found) != 1 {
		t.Fatalf("%d people are named %s, want one", len(found), name)
	}
	return found[0]
}

const township = "532325202" // 左门乡

var today = time.Date(2026, 9, 10, 0, 0, 0, 0, time.UTC)

func options() intake.Options { return intake.Options{Today: today, Township: township} }

// planOf plans rows typed in a test, the first of them the header.
func planOf(t *testing.T, m *memory, rows ...[]string) *intake.Plan {
	t.Helper()
	p, err := intake.New(context.Background(), bookOf(rows...), m, options())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func bookOf(rows ...[]string) *sheet.Book {
	s := sheet.Sheet{}
	for _, row := range rows {
		cells := make([]sheet.Cell, len(row))
		for i, v := range row {
			cells[i] = sheet.Cell{Raw: v, Shown: v}
		}
		s.Rows = append(s.Rows, cells)
	}
	return &sheet.Book{Name: "list.csv", Format: "csv", Sheets: []sheet.Sheet{s}}
}
