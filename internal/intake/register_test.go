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
	"ruhu/internal/rules"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// memory is a register that keeps what plans put into it.
type memory struct {
	tree   *region.Tree
	houses map[string]survey.Answers
	people map[string]survey.Answers
	order  []string
	wishes []registry.Wish
	others map[string]map[string]survey.Answers // type -> id -> answers
	had    map[string]bool                      // type/id/key/value
	seen   map[string]bool                      // lists
	memos  map[string]string                    // list/type/id/key -> value
}

// write takes a plan in as the desk does: records, and what is to be remembered.
func (m *memory) write(p *intake.Plan) {
	m.take(p.Puts())
	for _, l := range p.Lists() {
		m.seen[l] = true
	}
	for _, x := range p.Memos() {
		m.memos[x.List+"/"+x.Type+"/"+x.ID+"/"+x.Key] = x.Value
	}
}

func (m *memory) Imported(list string) bool { return m.seen[list] }

func (m *memory) Kept(list, typ, id, key string) string { return m.memos[list+"/"+typ+"/"+id+"/"+key] }

func (m *memory) Had(typ, id, key, value string) bool { return m.had[typ+"/"+id+"/"+key+"/"+value] }

// edit changes a value by hand.
func (m *memory) edit(typ, id, key, value string) {
	a := m.table(typ)[id]
	m.had[typ+"/"+id+"/"+key+"/"+a[key]] = true
	a[key] = value
}

func newMemory(t testing.TB, township string) *memory {
	t.Helper()
	tree, err := region.Of(township)
	if err != nil {
		t.Fatal(err)
	}
	return &memory{tree: tree, houses: map[string]survey.Answers{}, people: map[string]survey.Answers{},
		others: map[string]map[string]survey.Answers{}, had: map[string]bool{},
		seen: map[string]bool{}, memos: map[string]string{}}
}

func (m *memory) take(puts []intake.Put) {
	for _, p := range puts {
		all := m.table(p.Type)
		if p.Type == registry.TypeWish {
			m.wishes = append(m.wishes, registry.Wish{ID: p.ID, Packed: survey.Pack(p.Fields)})
			continue
		}
		if p.Type == registry.TypePerson && all[p.ID] == nil {
			m.order = append(m.order, p.ID)
		}
		if all[p.ID] == nil {
			all[p.ID] = survey.Answers{}
		}
		maps.Copy(all[p.ID], p.Fields)
		maps.DeleteFunc(all[p.ID], func(_, v string) bool { return v == "" })
	}
}

func (m *memory) table(typ string) map[string]survey.Answers {
	switch typ {
	case registry.TypePerson:
		return m.people
	case registry.TypeHousehold:
		return m.houses
	}
	if m.others[typ] == nil {
		m.others[typ] = map[string]survey.Answers{}
	}
	return m.others[typ]
}

// records gives what the register has of a type, in the order of its ids.
func (m *memory) records(typ string) []registry.Record {
	var out []registry.Record
	for _, id := range slices.Sorted(maps.Keys(m.others[typ])) {
		out = append(out, registry.Record{Type: typ, ID: id, Packed: survey.Pack(m.others[typ][id])})
	}
	return out
}

func (m *memory) Targets() []registry.Record { return m.records(registry.TypeTarget) }

func (m *memory) Classes() []training.Class {
	var out []training.Class
	for _, r := range m.records(training.TypeClass) {
		out = append(out, training.Class{ID: r.ID, Answers: r.Unpack()})
	}
	return out
}

func (m *memory) Enrolments(class string) []training.Enrolment {
	var out []training.Enrolment
	for _, r := range m.records(training.TypeEnrolment) {
		if e := (training.Enrolment{ID: r.ID, Answers: r.Unpack()}); e.ClassID() == class {
			out = append(out, e)
		}
	}
	return out
}

func (m *memory) Attended(person string) []rules.Attended {
	var out []rules.Attended
	for _, c := range m.Classes() {
		for _, e := range m.Enrolments(c.ID) {
			if e.PersonID() == person {
				first, last := c.Dates()
				out = append(out, rules.Attended{Class: c, First: first, Last: last, Passed: c.Stage() == training.Closed})
			}
		}
	}
	return out
}

func (m *memory) PeopleSounding(name string) []registry.Person {
	return m.those(func(p registry.Person) bool { return registry.Sound(p.Name()) == registry.Sound(name) })
}

func (m *memory) WishesOf(person string) []registry.Wish {
	return slices.DeleteFunc(slices.Clone(m.wishes), func(x registry.Wish) bool { return x.PersonID() != person })
}

func (m *memory) those(want func(registry.Person) bool) []registry.Person {
	var out []registry.Person
	for _, id := range m.order {
		if p := (registry.Person{ID: id, Packed: survey.Pack(m.people[id])}); want(p) {
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
	return registry.Household{ID: id, Packed: survey.Pack(a)}, ok
}

func (m *memory) HouseholdByNo(no string) []registry.Household {
	var out []registry.Household
	for id, a := range m.houses {
		if no != "" && a[survey.HouseNo] == no {
			out = append(out, registry.Household{ID: id, Packed: survey.Pack(a)})
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
