package registry_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

var day = time.Date(2026, 9, 10, 0, 0, 0, 0, time.UTC)

// Good numbers of area 530000, which is never issued.
const (
	man2008   = "530000200801010015"
	woman1979 = "530000197905315505"
	man1976   = "53000019760408167X"
	bad       = "530000200801010016"
)

func person(id string, kv ...string) registry.Person {
	a := survey.Answers{}
	for i := 0; i < len(kv); i += 2 {
		a[kv[i]] = kv[i+1]
	}
	return registry.Person{ID: id, Packed: survey.Pack(a)}
}

func TestTheIDNumberCountsForAgeAndSex(t *testing.T) {
	p := person("p", survey.IDNo, man2008, survey.Sex, "女", survey.Born, "1990-01-01")
	if age, ok := p.Age(day); !ok || age != 18 || p.Sex() != survey.Male {
		t.Errorf("%d, %v, %s", age, ok, p.Sex())
	}
}

func TestWithoutAGoodNumberWhatWasToldCounts(t *testing.T) {
	p := person("p", survey.IDNo, bad, survey.Sex, "女", survey.Born, "1990-05")
	born, exact, ok := p.Born()
	if p.IDNumber() != "" || p.Sex() != survey.Female || !ok || exact || born.Format("2006-01") != "1990-05" {
		t.Errorf("%q %s %v %v %v", p.IDNumber(), p.Sex(), born, exact, ok)
	}
	if _, ok := person("p").Age(day); ok {
		t.Error("nobody has an age without a birth date")
	}
}

func TestPreschoolIsNotSchool(t *testing.T) {
	if person("p", survey.Schooling, survey.Preschool).AtSchool() || !person("p", survey.Schooling, "九年级").AtSchool() {
		t.Error("学龄前儿童 is the one value that does not mean school")
	}
}

func TestAHouseholdThatDoesNotFitIsNamed(t *testing.T) {
	head := func(id, name, no string) registry.Person {
		return person(id, survey.FullName, name, survey.Relation, registry.Head, survey.IDNo, no)
	}
	spouse := func(id, name, no string) registry.Person {
		return person(id, survey.FullName, name, survey.Relation, registry.Spouse, survey.IDNo, no)
	}
	house := registry.Household{ID: "h", Packed: survey.Pack(survey.Answers{survey.HeadName: "由国平", survey.Village: "532325202201"})}
	cases := []struct {
		name    string
		members []registry.Person
		want    error
		of      string
	}{
		{"as it should be", []registry.Person{head("1", "由国平", man1976), spouse("2", "上官艳萍", woman1979)}, nil, ""},
		{"empty", nil, nil, ""},
		{"no head", []registry.Person{spouse("2", "上官艳萍", woman1979)}, registry.ErrNoHead, ""},
		{"two heads", []registry.Person{head("1", "由国平", man1976), head("3", "由刚", man2008)}, registry.ErrTwoHeads, "3"},
		{"two spouses", []registry.Person{head("1", "由国平", man1976), spouse("2", "上官艳萍", woman1979), spouse("4", "由琼", "")}, registry.ErrTwoSpouses, "4"},
		{"a couple of one sex", []registry.Person{head("1", "由国平", man1976), spouse("2", "上官艳萍", man2008)}, registry.ErrCoupleSameSex, "2"},
		{"sex not known", []registry.Person{head("1", "由国平", man1976), spouse("2", "上官艳萍", "")}, nil, ""},
		{"another head on the household", []registry.Person{head("1", "高家富", man1976)}, registry.ErrHeadDiffers, ""},
		{"the head's name typed otherwise", []registry.Person{head("1", "由　国平", man1976)}, nil, ""},
		{"another head on a member's row", []registry.Person{head("1", "由国平", man1976), person("5", survey.HeadName, "夏启发")}, registry.ErrHeadDiffers, "5"},
		{"another village on a member's row", []registry.Person{head("1", "由国平", man1976), person("5", survey.Village, "532325202202")}, registry.ErrTwoVillages, "5"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			found := registry.CheckHouse(house, c.members)
			switch {
			case c.want == nil && len(found) > 0:
				t.Errorf("found %v", found)
			case c.want != nil && (len(found) != 1 || !errors.Is(found[0].Err, c.want) || found[0].Of != c.of || !found[0].Warn):
				t.Errorf("found %+v, want only %v of %q", found, c.want, c.of)
			}
		})
	}
}

func TestRecordsAreComparedTheSameBothWays(t *testing.T) {
	seen := func(village string, kv ...string) registry.Seen {
		return registry.Seen{Person: person("p", kv...), Village: village}
	}
	const here, there = "532325202201", "532325202202"
	cases := []struct {
		name string
		a, b registry.Seen
		want registry.Likeness
	}{
		{"one number, one name", seen(here, survey.IDNo, man2008, survey.FullName, "曾红"), seen(there, survey.IDNo, man2008, survey.FullName, "曾　红"), registry.SamePerson},
		{"one number, the separator typed otherwise", seen(here, survey.IDNo, man2008, survey.FullName, "古丽·阿不都热依木"), seen(here, survey.IDNo, man2008, survey.FullName, "古丽•阿不都热依木"), registry.SamePerson},
		{"one number, two names", seen(here, survey.IDNo, man2008, survey.FullName, "胡林"), seen(here, survey.IDNo, man2008, survey.FullName, "胡琳"), registry.SameNumber},
		{"two good numbers", seen(here, survey.IDNo, man2008, survey.FullName, "罗涛"), seen(here, survey.IDNo, man1976, survey.FullName, "罗涛"), registry.Different},
		{"a number missing, birth fits", seen(here, survey.IDNo, man2008, survey.FullName, "罗涛"), seen(here, survey.FullName, "罗涛", survey.Born, "2008-01"), registry.Probable},
		{"a number missing, birth does not fit", seen(here, survey.IDNo, man2008, survey.FullName, "罗涛"), seen(here, survey.FullName, "罗涛", survey.Born, "1976-04-08"), registry.Different},
		{"a bad number, phone fits", seen(here, survey.IDNo, bad, survey.FullName, "罗涛", survey.Phone, "15469990165"), seen(here, survey.IDNo, man2008, survey.FullName, "罗涛", survey.Phone, "15469990165"), registry.Probable},
		{"only the name fits", seen(here, survey.FullName, "罗涛"), seen(here, survey.IDNo, man2008, survey.FullName, "罗涛"), registry.Different},
		{"the sound and the birth fit", seen(here, survey.FullName, "胡琳", survey.Born, "2008-01-01"), seen(here, survey.IDNo, man2008, survey.FullName, "胡林"), registry.Probable},
		{"another village", seen(there, survey.FullName, "罗涛", survey.Born, "2008-01-01"), seen(here, survey.IDNo, man2008, survey.FullName, "罗涛"), registry.Different},
		{"one phone, two names", seen(here, survey.FullName, "罗涛", survey.Phone, "15469990165"), seen(here, survey.FullName, "高军", survey.Phone, "15469990165"), registry.Different},
		{"rare characters sound like themselves", seen(here, survey.FullName, "曾𠮷", survey.Born, "2008"), seen(here, survey.FullName, "曾㛃", survey.Born, "2008"), registry.Different},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := registry.Like(c.a, c.b); got != c.want {
				t.Errorf("got %d, want %d", got, c.want)
			}
			if got := registry.Like(c.b, c.a); got != c.want {
				t.Errorf("the other way round %d, want %d", got, c.want)
			}
			shared := slices.ContainsFunc(c.a.Keys(), func(k string) bool { return slices.Contains(c.b.Keys(), k) })
			if c.want != registry.Different && !shared {
				t.Errorf("no key leads from one to the other: %v, %v", c.a.Keys(), c.b.Keys())
			}
		})
	}
}

func TestAWishIsComparedWithWhatWasAnswered(t *testing.T) {
	cases := []struct {
		name        string
		wants, said string
		want        error
	}{
		{"wishes and names a trade", "是", "厨师", nil},
		{"no wish, no trade", "否", "", nil},
		{"no wish and a trade", "否", "厨师", registry.ErrWishAgainstTrades},
		{"a wish and no trade", "是", "", registry.ErrWishEmpty},
		{"a vague wish", "是", "都可以", registry.ErrWishVague},
		{"a trade nobody teaches", "是", "无人机", registry.ErrTradeUnknown},
		{"one of two is known", "是", "电工、无人机", registry.ErrTradeUnknown},
	}
	for _, c := range cases {
		w := registry.Wish{ID: "w", Packed: survey.Pack(survey.Answers{survey.WishText: c.said})}
		found := registry.CheckWish(person("p", survey.WantsTraining, c.wants), w)
		if c.want == nil && len(found) > 0 || c.want != nil && (len(found) != 1 || !errors.Is(found[0].Err, c.want)) {
			t.Errorf("%s: found %v, want %v", c.name, found, c.want)
		}
	}
}
