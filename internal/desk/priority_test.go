package desk_test

import (
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

func TestWhoComesFirstByTheRuleStandsFirstAmongCandidates(t *testing.T) {
	d, _ := sit(t)
	class, people := classOf(t, d)
	poor := household(t, d, zuomen, "009", "李四")
	h := must[registry.Household](t)(d.Household(poor)).Unpack()
	h[survey.HouseType] = "脱贫户"
	must[string](t)(d.SaveHousehold(poor, h, desk.Anyway("试")))
	id := must[string](t)(d.SavePerson("", somebody(poor, "李四", idNo("19900102", "031")), desk.Anyway("试")))
	must[string](t)(d.SaveWish("", survey.Answers{survey.OfPerson: id, survey.WishedOn: "2026-11-02", survey.WishText: "厨师", survey.Trade1: "中式烹调师"}))
	all := must[[]desk.Candidate](t)(d.Candidates(class))
	if all[0].Person.ID != id || all[0].First != "脱贫劳动力" || all[1].Person.ID != people[0] || all[1].First != "" {
		t.Errorf("%+v", all)
	}
	must[string](t)(d.SaveRule("enrol", `{"first": []}`))
	if all := must[[]desk.Candidate](t)(d.Candidates(class)); all[0].First != "" {
		t.Errorf("by a county that puts nobody first: %+v", all[0])
	}
}
