package registry_test

import (
	"errors"
	"maps"
	"testing"

	"pgregory.net/rapid"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

func TestAMergedRecordSaysNoLessAndIsPartedWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keep, drop := draw(t, registry.TypePerson), draw(t, registry.TypePerson)
		some(t, keep, survey.IDNo, bad, man2008)
		some(t, drop, survey.IDNo, man2008, man1976)
		some(t, keep, survey.Education, "初中")
		some(t, drop, survey.Schooling, "九年级")
		drop["x_own"] = "1"
		m := registry.PlanMerge(survey.Person, keep, drop)
		for _, d := range m.Differ {
			if rapid.Bool().Draw(t, "theirs") {
				m = m.Choose(d.Field.Key)
			}
		}
		after := m.Apply(keep)
		for k := range keep {
			if after[k] == "" {
				t.Fatalf("%s is lost", k)
			}
		}
		for k, v := range drop {
			if after[k] != v && keep[k] == "" && k != survey.Schooling {
				t.Fatalf("%s was not taken over", k)
			}
		}
		if after["x_own"] != "1" || after[survey.Education] != "" && after[survey.Schooling] != "" && drop[survey.Education] == "" {
			t.Fatalf("merged to %v", after)
		}
		if back := m.Undo(after); !maps.Equal(back, keep) {
			t.Fatalf("parted again it says %v, said %v", back, keep)
		}
		after["phone_owner"], after[survey.MinLiving] = "父亲", "改过"
		if back := m.Undo(after); back["phone_owner"] != "父亲" || back[survey.MinLiving] != "改过" {
			t.Fatal("what was written since is lost")
		}
	})
}

func TestTwoGoodNumbersSpeakAgainstOnePerson(t *testing.T) {
	m := registry.PlanMerge(survey.Person, said(survey.FullName, "罗涛", survey.IDNo, man2008), said(survey.FullName, "罗涛", survey.IDNo, woman1979))
	if len(m.Apart) != 2 || !errors.Is(m.Apart[0].Err, registry.ErrTwoNumbers) || m.Apart[0].Warn || !errors.Is(m.Apart[1].Err, registry.ErrTwoSexes) {
		t.Errorf("found %+v", m.Apart)
	}
}

func TestWhoLivesInAHouseholdIsLookedAt(t *testing.T) {
	head := person("h", survey.FullName, "由国平", survey.Relation, registry.Head, survey.Born, "1960")
	gone := person("g", survey.FullName, "由国平", survey.Relation, registry.Head, survey.LeftWhy, "死亡", survey.LeftOn, "2026-09-01")
	child := person("c", survey.FullName, "由刚", survey.Relation, registry.Head, survey.Born, "2015")
	son := person("s", survey.FullName, "由强", survey.Relation, "之子", survey.Born, "1985")
	for _, c := range []struct {
		name    string
		members []registry.Person
		want    error
	}{
		{"all is well", []registry.Person{head, son}, nil}, {"a dead head", []registry.Person{gone, son}, registry.ErrHeadLeft}, {"nobody", []registry.Person{gone}, registry.ErrHouseEmpty},
		{"a child beside a man", []registry.Person{child, son}, registry.ErrHeadYoung}, {"a child alone", []registry.Person{child}, nil},
	} {
		got := registry.CheckLiving(c.members, day)
		if c.want == nil && len(got) > 0 || c.want != nil && (len(got) != 1 || !errors.Is(got[0].Err, c.want)) {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
	if before, _ := survey.Day("2026-08-31"); gone.Left(before) {
		t.Error("on the day before they had not left")
	}
}
