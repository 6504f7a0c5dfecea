package desk_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ruhu/internal/change"
	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/survey"
)

// state is every value of every entity that is not deleted.
func state(t interface{ Fatal(...any) }, d *desk.Desk) map[store.Ref]map[string]string {
	all := map[store.Ref]map[string]string{}
	for typ := range d.Store().Counts() {
		err := d.Store().Each(typ, func(e change.Entity) error {
			all[store.Ref{Type: e.Type, ID: e.ID}] = e.Values()
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func differences(a, b map[store.Ref]map[string]string) []string {
	var out []string
	for ref := range a {
		if !maps.Equal(a[ref], b[ref]) {
			out = append(out, fmt.Sprintf("%v: %v, was %v", ref, b[ref], a[ref]))
		}
	}
	for ref := range b {
		if a[ref] == nil {
			out = append(out, fmt.Sprintf("%v: %v, was not there", ref, b[ref]))
		}
	}
	return out
}

// village is two families, two lone people and what hangs on them.
func village(t testing.TB) (*desk.Desk, []string) {
	d, _ := sit(t)
	_, people := family(t, d)
	for i, name := range []string{"𬱖𫖮", "曾㛃"} {
		h := household(t, d, disuo, fmt.Sprint(100+i), name)
		a := somebody(h, name, idNo("19850505", fmt.Sprintf("0%d1", i)))
		a[survey.MinLiving] = "是"
		people = append(people, must[string](t)(d.SavePerson("", a)))
	}
	must[string](t)(d.SaveWish("", survey.Answers{survey.OfPerson: people[4], survey.WishedOn: "2026-11-01", survey.WishText: "学厨师", survey.Trade1: "中式烹调师"}))
	d.Settle()
	return d, people
}

// verbs are what may be done, each with whoever chance picks. What is refused does nothing.
func verbs(d *desk.Desk, r *rapid.T, people []string) {
	one := func(label string) string { return rapid.SampledFrom(people).Draw(r, label) }
	houses := d.HouseholdIDs("")
	house := rapid.SampledFrom(houses).Draw(r, "house")
	sure := desk.Anyway("试")
	switch rapid.IntRange(0, 9).Draw(r, "verb") {
	case 0:
		_ = d.Move([]string{one("who")}, house, "婚入", "2026-11", sure)
	case 1:
		p, _ := d.Person(one("who"))
		_, _ = d.Split(p.HouseholdID(), []string{p.ID}, p.ID, survey.Answers{}, "", sure)
	case 2:
		_ = d.MergeHouseholds(house, rapid.SampledFrom(houses).Draw(r, "into"), "", sure)
	case 3:
		p, _ := d.Person(one("who"))
		_ = d.ChangeHead(p.HouseholdID(), p.ID, "", sure)
	case 4:
		_ = d.Leave(one("who"), rapid.SampledFrom([]string{"死亡", "婚出", "失联"}).Draw(r, "why"), "2026-10-01", sure)
	case 5:
		_ = d.Return(one("who"), "", sure)
	case 6:
		_ = d.MergePeople(one("keep"), one("drop"), sure)
	case 7:
		_ = d.Unmerge(one("who"))
	case 8:
		if p, err := d.Person(one("who")); err == nil {
			p.Packed = p.With(survey.MinLiving, rapid.SampledFrom([]string{"是", "否", ""}).Draw(r, "dibao"))
			_, _ = d.SavePerson(p.ID, p.Unpack(), sure)
		}
	case 9:
		_ = d.TwoPeople(one("a"), one("b"))
	}
}

func TestWhatPeopleDoIsTakenBackAndDoneAgainExactly(t *testing.T) {
	var d *desk.Desk
	var people []string
	var first map[store.Ref]map[string]string
	n := 0
	rapid.Check(t, func(r *rapid.T) {
		if n++; n%8 == 1 || len(differences(first, state(r, d))) > 0 { // it grows with all that was done in it, or a check failed half-way
			d, people = village(t)
			first = state(r, d)
		}
		before := first
		for range rapid.IntRange(1, 12).Draw(r, "verbs") {
			verbs(d, r, people)
		}
		after := state(r, d)
		for ref := range before {
			if after[ref] == nil {
				r.Fatalf("%v is gone: nothing is ever deleted", ref)
			}
		}
		turnAll(r, d.CanUndo, d.Undo)
		if diff := differences(before, state(r, d)); len(diff) > 0 {
			r.Fatalf("undone it is not as before:\n%v", diff)
		}
		turnAll(r, d.CanRedo, d.Redo)
		if diff := differences(after, state(r, d)); len(diff) > 0 {
			r.Fatalf("done again it is not as after:\n%v", diff)
		}
		whole(r, d, people)
		turnAll(r, d.CanUndo, d.Undo)
		d.Settle()
	})
}

func turnAll(r *rapid.T, can func() string, turn func() (string, error)) {
	for can() != "" {
		if _, err := turn(); err != nil {
			r.Fatal(err)
		}
	}
}

// whole sees to it that the index agrees with a desk that was opened just now, and that everybody stands in one place.
func whole(r *rapid.T, d *desk.Desk, people []string) {
	again, err := desk.At(d.Store(), desk.Options{})
	if err != nil {
		r.Fatal(err)
	}
	if a, b := d.HouseholdIDs(""), again.HouseholdIDs(""); !slices.Equal(a, b) {
		r.Fatalf("households %v, opened again %v", a, b)
	}
	n := 0
	for _, h := range d.HouseholdIDs("") {
		a, errA := d.Members(h)
		b, errB := again.Members(h)
		if errA != nil || errB != nil || len(a) != len(b) {
			r.Fatalf("household %s has %d people, opened again %d; %v %v", h, len(a), len(b), errA, errB)
		}
		n += len(a)
	}
	for _, id := range people {
		if p, err := d.Person(id); err == nil && p.Get(survey.SameAs) != "" {
			n++
		}
	}
	if n != len(people) || d.Store().Counts()[registry.TypePerson] != len(people) {
		r.Fatalf("%d people stand somewhere, there are %d", n, len(people))
	}
}
