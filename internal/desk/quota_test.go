package desk_test

import (
	"slices"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

func TestAClassKeepsPlacesForAGroupUntilTheyAreTaken(t *testing.T) {
	d, _ := sit(t)
	class, people := classOf(t, d)
	h := household(t, d, zuomen, "009", "李四")
	a := somebody(h, "张㛃", idNo("19900102", "031"))
	a[survey.WorkerKind] = "复退军人"
	veteran := must[string](t)(d.SavePerson("", a, desk.Anyway("试")))
	must[string](t)(d.SaveWish("", survey.Answers{survey.OfPerson: veteran, survey.WishedOn: "2026-11-02", survey.WishText: "厨师", survey.Trade1: "中式烹调师"}))
	k := must[training.Class](t)(d.Class(class)).Answers
	k[training.GroupQuotas] = "退役军人:1、脱贫劳动力:2"
	must[string](t)(d.SaveClass(class, k))

	if first := must[[]desk.Candidate](t)(d.Candidates(class))[0]; first.Person.ID != veteran || first.First != "退役军人" {
		t.Errorf("%s comes first, as %q", first.Person.Name(), first.First)
	}
	if err := d.Enrol(class, []string{veteran, people[0]}); err != nil {
		t.Fatal(err)
	}
	want := []desk.Quota{{Group: "退役军人", Want: 1, Have: 1}, {Group: "脱贫劳动力", Want: 2}}
	if got := must[[]desk.Quota](t)(d.Quotas(class)); !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
	if all := must[[]desk.Candidate](t)(d.Candidates(class)); slices.ContainsFunc(all, func(c desk.Candidate) bool { return c.First == "退役军人" }) {
		t.Errorf("the places are taken, and still somebody is put first: %+v", all)
	}
}
