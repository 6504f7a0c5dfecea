package desk_test

import (
	"errors"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// twice registers one person twice: with a number, and without one but with a wish and a phone.
func twice(t testing.TB, d *desk.Desk) (keep, drop string) {
	t.Helper()
	h := household(t, d, zuomen, "001", "胡林")
	keep = must[string](t)(d.SavePerson("", somebody(h, "胡林", idNo("19900101", "001"))))
	other := household(t, d, zuomen, "002", "王五")
	drop = must[string](t)(d.SavePerson("", survey.Answers{
		survey.InHousehold: other, survey.FullName: "胡琳", survey.Born: "1990-01-01", survey.Relation: "其他", survey.Ethnic: "彝族",
		survey.Education: "初中", survey.Phone: "15400000001", survey.MinLiving: "是",
	}, desk.Anyway("两处登记")))
	must[string](t)(d.SaveWish("", survey.Answers{survey.OfPerson: drop, survey.WishedOn: "2026-11-01", survey.WishText: "学厨师", survey.Trade1: "中式烹调师"}))
	return keep, drop
}

func TestAMergedRecordIsReadAsThePersonItStandsFor(t *testing.T) {
	d, _ := sit(t)
	keep, drop := twice(t, d)
	if err := d.MergePeople(keep, drop); err != nil {
		t.Fatal(err)
	}
	p := must[registry.Person](t)(d.Person(keep))
	if p.Phone() != "15400000001" || p.Get(survey.MinLiving) != "是" || p.Get(survey.UsedName) != "胡琳" {
		t.Errorf("the survivor lacks what the other knew: %v", p.Unpack())
	}
	wishes := must[[]registry.Wish](t)(d.Wishes(keep))
	facts := must[[]registry.Record](t)(d.Facts(keep))
	if len(wishes) != 1 || wishes[0].PersonID() != keep || len(facts) != 1 || facts[0].Get(survey.OfPerson) != keep {
		t.Errorf("wishes %v, facts %v", wishes, facts)
	}
	if got := names(t, d, "胡琳"); len(got) != 1 || got[0] != "胡林" {
		t.Errorf("found %v", got)
	}
	if n := counted(t, d, ""); n != 1 {
		t.Errorf("%d in the ledger", n)
	}
	if all := must[[]registry.Record](t)(d.MergedInto(registry.TypePerson, keep)); len(all) != 1 || all[0].ID != drop {
		t.Errorf("merged into %v", all)
	}
}

func TestPartingTwoRecordsTakesBackOnlyWhatTheMergeBrought(t *testing.T) {
	d, _ := sit(t)
	keep, drop := twice(t, d)
	if err := d.MergePeople(keep, drop); err != nil {
		t.Fatal(err)
	}
	a := must[registry.Person](t)(d.Person(keep)).Unpack()
	a[survey.Political] = "中共党员"
	must[string](t)(d.SavePerson(keep, a))
	wish := must[[]registry.Wish](t)(d.Wishes(keep))[0]
	wish.Packed = wish.With(survey.WishText, "学厨师、面点")
	must[string](t)(d.SaveWish(wish.ID, wish.Unpack()))
	if err := d.Unmerge(drop); err != nil {
		t.Fatal(err)
	}
	p, q := must[registry.Person](t)(d.Person(keep)), must[registry.Person](t)(d.Person(drop))
	if p.Phone() != "" || p.Get(survey.MinLiving) != "" || p.Get(survey.Political) != "中共党员" || q.Phone() != "15400000001" {
		t.Errorf("%v\n%v", p.Unpack(), q.Unpack())
	}
	if mine := must[[]registry.Wish](t)(d.Wishes(drop)); len(mine) != 1 || mine[0].Text() != "学厨师、面点" {
		t.Errorf("a wish that was edited meanwhile belongs to %v", mine)
	}
	if err := d.Unmerge(drop); !errors.Is(err, desk.ErrNotMerged) {
		t.Errorf("parting twice: %v", err)
	}
}

func TestTwoGoodNumbersAreTwoPeopleUnlessSomebodySaysWhy(t *testing.T) {
	d, _ := sit(t)
	h := household(t, d, zuomen, "001", "罗涛")
	a := must[string](t)(d.SavePerson("", somebody(h, "罗涛", idNo("19900101", "001"))))
	form := somebody(h, "罗涛", idNo("19920202", "002"))
	form[survey.Relation] = "之兄弟姐妹"
	b := must[string](t)(d.SavePerson("", form))
	var no *desk.Refusal
	if err := d.MergePeople(a, b); !errors.As(err, &no) || !errors.Is(no.Problems[0].Err, registry.ErrTwoNumbers) {
		t.Fatalf("got %v", err)
	}
	if err := d.MergePeople(a, b, desk.Anyway("2015年改过号码，派出所证明")); err != nil {
		t.Error(err)
	}
	if err := d.MergePeople(a, a); !errors.Is(err, desk.ErrSelf) {
		t.Errorf("with itself: %v", err)
	}
}

func TestTwoPeopleAreNotOfferedAgain(t *testing.T) {
	d, _ := sit(t)
	keep, drop := twice(t, d)
	pairs := must[[]desk.Pair](t)(d.Duplicates())
	if len(pairs) != 1 || pairs[0].A.ID != keep || pairs[0].B.ID != drop || pairs[0].Why == "" {
		t.Fatalf("pairs %v", pairs)
	}
	if err := d.TwoPeople(drop, keep, desk.Because("是姐妹")); err != nil {
		t.Fatal(err)
	}
	if left := must[[]desk.Pair](t)(d.Duplicates()); len(left) != 0 {
		t.Errorf("offered again: %v", left)
	}
	if _, err := d.SavePerson(keep, must[registry.Person](t)(d.Person(keep)).Unpack()); err != nil {
		t.Errorf("the form asks again: %v", err)
	}
	must[string](t)(d.Undo())
	must[string](t)(d.Undo())
	if left := must[[]desk.Pair](t)(d.Duplicates()); len(left) != 1 {
		t.Errorf("after undo %v", left)
	}
}

func TestRecordsMergedIntoEachOtherOnTwoDevicesAreNotBothLost(t *testing.T) {
	d, _ := sit(t)
	keep, drop := twice(t, d)
	if err := d.MergePeople(keep, drop); err != nil {
		t.Fatal(err)
	}
	put(t, d, registry.TypePerson, keep, map[string]string{survey.SameAs: drop})
	if n := counted(t, d, ""); n != 1 {
		t.Errorf("%d in the ledger", n)
	}
	again := must[*desk.Desk](t)(desk.At(d.Store(), desk.Options{}))
	if n := counted(t, again, ""); n != 1 || len(again.Find("胡林", 0)) != 1 {
		t.Errorf("after opening again %d in the ledger, %d found", n, len(again.Find("胡林", 0)))
	}
}
