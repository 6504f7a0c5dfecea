package exchange_test

import (
	"slices"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// both has the two desks hear of each other.
func both(a, b seat) {
	for range 2 {
		a.sync()
		b.sync()
	}
	a.desk.Settle()
	b.desk.Settle()
}

func (s seat) conflicts() (labels []string) {
	s.t.Helper()
	all, err := s.desk.Conflicts()
	ok(s.t, err)
	for _, c := range all {
		labels = append(labels, c.Name+" "+c.Label)
	}
	return labels
}

func (s seat) person(id string) registry.Person {
	s.t.Helper()
	p, err := s.desk.Person(id)
	ok(s.t, err)
	return p
}

func TestSomebodyMovedToTwoHouseholdsStandsInOneUntilAPersonDecides(t *testing.T) {
	_, a, b, people := twoDesks(t)
	who, first, second := people[1], a.person(people[2]).HouseholdID(), a.person(people[3]).HouseholdID()
	sure := desk.Anyway("试")
	ok(t, a.desk.Move([]string{who}, first, "婚入", "2026-10", sure))
	ok(t, b.desk.Move([]string{who}, second, "迁入", "2026-11", sure))
	both(a, b)
	everybodyOnce(t, a, b, people)
	if got := a.conflicts(); !slices.Equal(got, []string{"曾㛃 所在户"}) || !slices.Equal(b.conflicts(), got) {
		t.Fatalf("to be decided: %v and %v", got, b.conflicts())
	}
	for _, s := range []seat{a, b} {
		if events, err := s.desk.Events(who); err != nil || len(events) != 2 {
			t.Errorf("what was done is not all told: %v %v", events, err)
		}
	}
	c, err := a.desk.Conflicts()
	ok(t, err)
	ok(t, a.desk.Decide(c[0], first))
	both(a, b)
	if len(a.conflicts())+len(b.conflicts()) > 0 || b.person(who).HouseholdID() != first {
		t.Errorf("decided, and still %v, %v, in %s", a.conflicts(), b.conflicts(), b.person(who).HouseholdID())
	}
	everybodyOnce(t, a, b, people)
}

func TestTwoMergedIntoEachOtherAreOneUntilAPersonPartsThem(t *testing.T) {
	_, a, b, people := twoDesks(t)
	sure := desk.Anyway("同一人")
	ok(t, a.desk.MergePeople(people[2], people[3], sure))
	ok(t, b.desk.MergePeople(people[3], people[2], sure))
	both(a, b)
	everybodyOnce(t, a, b, people)
	keep, drop := people[2], people[3]
	if into, err := a.desk.MergedInto(registry.TypePerson, keep); err != nil || len(into) != 1 {
		keep, drop = drop, keep
	}
	ok(t, a.desk.Unmerge(drop))
	both(a, b)
	everybodyOnce(t, a, b, people)
	for _, s := range []seat{a, b} {
		for _, id := range []string{keep, drop} {
			if into, err := s.desk.MergedInto(registry.TypePerson, id); err != nil || len(into) > 0 {
				t.Errorf("parted, and still one: %v %v", into, err)
			}
		}
	}
}

func TestOneMergedHereAndThereIntoOthersIsForAPersonToDecide(t *testing.T) {
	_, a, b, people := twoDesks(t)
	sure := desk.Anyway("同一人")
	ok(t, a.desk.MergePeople(people[2], people[4], sure))
	ok(t, b.desk.MergePeople(people[3], people[4], sure))
	both(a, b)
	everybodyOnce(t, a, b, people)
	if got := a.conflicts(); len(got) != 1 || !slices.Equal(b.conflicts(), got) {
		t.Errorf("to be decided: %v and %v", got, b.conflicts())
	}
}

func TestAnEditOfARecordThatIsMergedElsewhereIsNotLost(t *testing.T) {
	_, a, b, people := twoDesks(t)
	ok(t, a.desk.MergePeople(people[2], people[3], desk.Anyway("同一人")))
	q := b.person(people[3])
	q.Packed = q.With(survey.Phone, "15400000001")
	_, err := b.desk.SavePerson(q.ID, q.Unpack())
	ok(t, err)
	_, err = b.desk.SaveWish("", survey.Answers{survey.OfPerson: q.ID, survey.WishedOn: "2026-11-01", survey.WishText: "学厨师", survey.Trade1: "中式烹调师"})
	ok(t, err)
	both(a, b)
	for _, s := range []seat{a, b} {
		if wishes, err := s.desk.Wishes(people[2]); err != nil || len(wishes) != 1 || wishes[0].PersonID() != people[2] {
			t.Errorf("the wish is not the survivor's: %v %v", wishes, err)
		}
		if into, err := s.desk.MergedInto(registry.TypePerson, people[2]); err != nil || len(into) != 1 || into[0].Get(survey.Phone) != "15400000001" {
			t.Errorf("the phone is lost: %v %v", into, err)
		}
	}
	ok(t, a.desk.Unmerge(people[3]))
	both(a, b)
	if b.person(people[3]).Phone() != "15400000001" || len(b.conflicts()) > 0 {
		t.Errorf("parted: %v, %v", b.person(people[3]).Unpack(), b.conflicts())
	}
}

func TestLeavingHereAndAnEditThereAreBothKept(t *testing.T) {
	_, a, b, people := twoDesks(t)
	ok(t, a.desk.Leave(people[1], "婚出", "2026-10-01"))
	p := b.person(people[1]).Unpack()
	p[survey.Phone], p[survey.MinLiving] = "15400000002", "是"
	_, err := b.desk.SavePerson(people[1], p)
	ok(t, err)
	both(a, b)
	for _, s := range []seat{a, b} {
		if p := s.person(people[1]); !desk.Left(p) || p.Phone() != "15400000002" || p.Get(survey.MinLiving) != "是" {
			t.Errorf("%v", p.Unpack())
		}
	}
}

func TestTheSameNewsHeardTwiceIsOneFact(t *testing.T) {
	_, a, b, people := twoDesks(t)
	for _, s := range []seat{a, b} {
		p := s.person(people[1])
		p.Packed = p.With(survey.MinLiving, "是")
		_, err := s.desk.SavePerson(p.ID, p.Unpack())
		ok(t, err)
	}
	both(a, b)
	for _, s := range []seat{a, b} {
		if facts, err := s.desk.Facts(people[1]); err != nil || len(facts) != 1 || len(s.conflicts()) > 0 {
			t.Errorf("%v %v %v", facts, s.conflicts(), err)
		}
	}
}
