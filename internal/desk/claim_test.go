package desk_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// paidClass is an examined class of a trade with a subsidy of 800 yuan; two of three passed.
func paidClass(t *testing.T) (*desk.Desk, training.Class) {
	t.Helper()
	d, c, in := examined(t)
	must[string](t)(d.SaveRecord(registry.TypeTrade, "", survey.Answers{survey.TradeName: "中式烹调师", survey.CertKind: "技能等级", survey.Subsidy: "800",
		survey.ValidFrom: "2026-01-01", survey.CatSource: "姚人社发〔2026〕3号"}))
	must[[]desk.Assessed](t)(d.Assess(c.ID, []desk.Score{{Enrolment: in[0].ID, Theory: "80", Practice: "80"}, {Enrolment: in[1].ID, Theory: "10", Practice: "80"},
		{Enrolment: in[2].ID, Theory: "61", Practice: "60"}}))
	return d, c
}

func TestAClaimIsReckonedFromTheCatalogueAndWhoPassed(t *testing.T) {
	d, c := paidClass(t)
	p := must[desk.ClaimPlan](t)(d.PlanClaim(c.ID, "培训补贴", training.InFull))
	if p.Answers[training.ClaimAmount] != "1600" || p.Answers[training.ClaimPeople] != "2" || p.Answers[training.ClaimShare] != "100" || !strings.Contains(strings.Join(p.Why, ""), "2人×每人800元") {
		t.Errorf("%v %v", p.Answers, p.Why)
	}
	if p := must[desk.ClaimPlan](t)(d.PlanClaim(c.ID, "交通补贴", training.InFull)); p.Answers[training.ClaimAmount] != "" || len(p.Why) != 1 {
		t.Errorf("an allowance of which no catalogue says the amount: %v %v", p.Answers, p.Why)
	}
}

func TestTheRestIsWhatWasNotHadInAdvance(t *testing.T) {
	d, c := paidClass(t)
	first := must[desk.ClaimPlan](t)(d.PlanClaim(c.ID, "培训补贴", training.InAdvance))
	if first.Answers[training.ClaimShare] != "50" || first.Answers[training.ClaimAmount] != "800" {
		t.Fatalf("%v", first.Answers)
	}
	must[string](t)(d.SaveRecord(training.TypeClaim, "", first.Answers, desk.Anyway("测试")))
	rest := must[desk.ClaimPlan](t)(d.PlanClaim(c.ID, "培训补贴", training.TheRest))
	if rest.Answers[training.ClaimShare] != "50" || rest.Answers[training.ClaimAmount] != "800" {
		t.Errorf("%v %v", rest.Answers, rest.Why)
	}
	if all := must[[]registry.Record](t)(d.Claims(c.ID)); len(all) != 1 {
		t.Errorf("%d claims", len(all))
	}
}

func TestNothingIsClaimedWithoutThePlatformsNumberAndTooMuchOnlyWithAReason(t *testing.T) {
	d, c := paidClass(t)
	a := must[desk.ClaimPlan](t)(d.PlanClaim(c.ID, "培训补贴", training.InFull)).Answers
	a[training.AppliedOn] = "2026-11-24"
	if _, err := d.SaveRecord(training.TypeClaim, "", a, desk.Anyway("先报")); !refusedFor(err, training.UpstreamNo) {
		t.Errorf("claimed outside the platform: %v", err)
	}
	a[training.UpstreamNo] = "YN2026-0017"
	a[training.ClaimPeople] = "3"
	_, err := d.SaveRecord(training.TypeClaim, "", a)
	var no *desk.Refusal
	if !errors.As(err, &no) || !no.Warnings() || !refusedFor(err, training.ClaimPeople) {
		t.Fatalf("for more than passed: %v", err)
	}
	id := must[string](t)(d.SaveRecord(training.TypeClaim, "", a, desk.Anyway("一人补考合格，成绩未到")))
	a[training.ClaimNote] = "已电话核对"
	if _, err := d.SaveRecord(training.TypeClaim, id, a); err != nil {
		t.Errorf("what was accepted is asked again: %v", err)
	}
}

func refusedFor(err error, key string) bool {
	var no *desk.Refusal
	return errors.As(err, &no) && slices.ContainsFunc(no.Problems, func(p survey.Problem) bool { return p.Key == key })
}
