package exchange_test

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ruhu/internal/change"
	"ruhu/internal/desk"
	"ruhu/internal/office"
	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/survey"
	"ruhu/internal/testkit"
)

// seat is a device with somebody at its desk.
type seat struct {
	*device
	desk *desk.Desk
}

// twoDesks are two devices of one county; both know the same five families.
func twoDesks(t testing.TB) (c *county, a, b seat, people []string) {
	c = newCounty(t)
	sit := func(actor string) seat {
		d := enrolled(t, c, nil)
		at, err := desk.At(d.st, desk.Options{Now: d.clock.Now, Actor: actor})
		ok(t, err)
		return seat{d, at}
	}
	a, b = sit("李文忠"), sit("普学珍")
	for i, name := range names[:5] {
		h, err := a.desk.SaveHousehold("", survey.Answers{survey.Village: "532325202201", survey.HouseNo: fmt.Sprint("00", i), survey.HeadName: name})
		ok(t, err)
		people = append(people, a.somebody(h, name, fmt.Sprintf("198505%02d", i+1), "户主"))
		if i == 0 {
			people = append(people, a.somebody(h, "曾㛃", "20001231", "之女"))
		}
	}
	a.sync()
	b.sync()
	a.desk.Settle()
	b.desk.Settle()
	return c, a, b, people
}

func (s seat) somebody(house, name, birth, relation string) string {
	s.t.Helper()
	body := "530000" + birth + "001"
	id, err := s.desk.SavePerson("", survey.Answers{survey.InHousehold: house, survey.FullName: name, survey.IDNo: body + string(survey.CheckDigit(body)),
		survey.Relation: relation, survey.Ethnic: "彝族", survey.Education: "初中"})
	ok(s.t, err)
	return id
}

// act does one of what may be done, with whoever chance picks. What is refused does nothing.
func (s seat) act(r *rapid.T, people []string) {
	one := func(label string) string { return rapid.SampledFrom(people).Draw(r, label) }
	houses := s.desk.HouseholdIDs("")
	house := rapid.SampledFrom(houses).Draw(r, "house")
	sure := desk.Anyway("试")
	switch rapid.IntRange(0, 9).Draw(r, "verb") {
	case 0:
		_ = s.desk.Move([]string{one("who")}, house, "婚入", "2026-11", sure)
	case 1:
		if p, err := s.desk.Person(one("who")); err == nil {
			_, _ = s.desk.Split(p.HouseholdID(), []string{p.ID}, p.ID, survey.Answers{}, "", sure)
		}
	case 2:
		_ = s.desk.MergeHouseholds(house, rapid.SampledFrom(houses).Draw(r, "into"), "", sure)
	case 3:
		if p, err := s.desk.Person(one("who")); err == nil {
			_ = s.desk.ChangeHead(p.HouseholdID(), p.ID, "", sure)
		}
	case 4:
		_ = s.desk.Leave(one("who"), rapid.SampledFrom([]string{"死亡", "婚出", "失联"}).Draw(r, "why"), "2026-10-01", sure)
	case 5:
		_ = s.desk.Return(one("who"), "", sure)
	case 6:
		_ = s.desk.MergePeople(one("keep"), one("drop"), sure)
	case 7:
		_ = s.desk.Unmerge(one("who"))
	case 8:
		if p, err := s.desk.Person(one("who")); err == nil {
			p.Packed = p.With(survey.MinLiving, rapid.SampledFrom([]string{"是", "否", ""}).Draw(r, "dibao"))
			_, _ = s.desk.SavePerson(p.ID, p.Unpack(), sure)
		}
	case 9:
		if s.desk.CanUndo() != "" {
			_, _ = s.desk.Undo()
		}
	}
}

// TestTwoDesksThatExchangeInAnyOrderEndAlike has two people do everything that is done with families, and exchange now and
// then. At the end both desks and the county hold the same, bit for bit, and both desks show everybody once.
func TestTwoDesksThatExchangeInAnyOrderEndAlike(t *testing.T) {
	var c *county
	var a, b seat
	var people []string
	n := 0
	rapid.Check(t, func(r *rapid.T) {
		if n++; n%10 == 1 { // it grows with all that is done in it
			c, a, b, people = twoDesks(t)
		}
		for range rapid.IntRange(2, 25).Draw(r, "steps") {
			s := a
			if rapid.Bool().Draw(r, "other") {
				s = b
			}
			s.clock.Add(1e9)
			if rapid.IntRange(0, 4).Draw(r, "exchange") == 0 {
				s.sync()
				s.desk.Settle()
				continue
			}
			s.act(r, people)
		}
		for range 2 {
			a.sync()
			b.sync()
		}
		a.desk.Settle()
		b.desk.Settle()
		alike(r, c, a, b)
		everybodyOnce(r, a, b, people)
	})
}

// alike sees to it that both stores and the county hold the same of everything.
func alike(r rapid.TB, c *county, a, b seat) {
	there := a.everything()
	if !maps.EqualFunc(there, b.everything(), bytes.Equal) {
		r.Error("the devices differ")
	}
	err := c.keeper.View(context.Background(), testkit.County, func(tx office.Tx) error {
		for at, want := range there {
			e, err := tx.Entity(at.Type, at.ID)
			if err != nil {
				return err
			}
			if got, err := e.MarshalBinary(); err != nil || !bytes.Equal(got, want) {
				r.Errorf("the county holds another %v", at)
			}
		}
		return nil
	})
	if err != nil {
		r.Error(err)
	}
}

func (s seat) everything() map[store.Ref][]byte {
	all := map[store.Ref][]byte{}
	for typ := range s.st.Counts() {
		ok(s.t, s.st.Each(typ, func(e change.Entity) error {
			b, err := e.MarshalBinary()
			all[store.Ref{Type: e.Type, ID: e.ID}] = b
			return err
		}))
	}
	return all
}

// everybodyOnce sees to it that both desks show the same people in the same households, each person once, either in a
// household or as a record that stands for somebody who is.
func everybodyOnce(r rapid.TB, a, b seat, people []string) {
	onA, onB := a.shown(), b.shown()
	if !maps.EqualFunc(onA, onB, slices.Equal) {
		r.Errorf("one desk shows %v, the other %v", onA, onB)
	}
	where := map[string]int{}
	for _, members := range onA {
		for _, id := range members {
			where[id]++
			into, err := a.desk.MergedInto(registry.TypePerson, id)
			if err != nil {
				r.Error(err)
			}
			for _, m := range into {
				where[m.ID]++
			}
		}
	}
	for _, id := range people {
		if where[id] != 1 {
			r.Errorf("%s stands in %d places", id, where[id])
		}
	}
}

func (s seat) shown() map[string][]string {
	all := map[string][]string{}
	for _, h := range s.desk.HouseholdIDs("") {
		members, err := s.desk.Members(h)
		ok(s.t, err)
		all[h] = []string{}
		for _, p := range members {
			all[h] = append(all[h], p.ID)
		}
		slices.Sort(all[h])
	}
	return all
}
