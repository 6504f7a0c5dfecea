package registry_test

import (
	"slices"
	"testing"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// spans are the facts of a kind: detail, start, end.
func spans(facts []registry.Record, kind string) [][3]string {
	var out [][3]string
	for _, f := range facts {
		if f.Get(survey.FactKind) == kind {
			out = append(out, [3]string{f.Get(survey.FactDetail), f.Get(survey.StartsOn), f.Get(survey.EndsOn)})
		}
	}
	return out
}

func same(t *testing.T, got, want [][3]string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("facts are %v, want %v", got, want)
	}
}

func TestWhoWasOnMinimumLivingThatDay(t *testing.T) {
	h := history{typ: registry.TypePerson}
	h.say("2026-01-10", said(survey.MinLiving, survey.No))
	h.say("2026-03-01", said(survey.MinLiving, survey.Yes))
	h.say("2026-08-01", said(survey.MinLiving, survey.No))
	same(t, spans(h.facts, survey.FactMinLiving), [][3]string{{"", "2026-03-01", "2026-08-01"}})
	for day, want := range map[string]string{"2026-02-28": survey.No, "2026-03-01": survey.Yes, "2026-06-30": survey.Yes, "2026-08-01": survey.No, "2026-12-31": survey.No} {
		if got := h.on(day)[survey.MinLiving]; got != want {
			t.Errorf("on %s it is %s, want %s", day, got, want)
		}
	}
	h.say("2026-10", said(survey.MinLiving, survey.Yes))
	same(t, spans(h.facts, survey.FactMinLiving), [][3]string{{"", "2026-03-01", "2026-08-01"}, {"", "2026-10", ""}})
}

func TestAFirstYesHoldsSinceNobodyKnowsWhen(t *testing.T) {
	h := history{typ: registry.TypePerson}
	h.say("2026-09-01", said(survey.MinLiving, survey.Yes))
	same(t, spans(h.facts, survey.FactMinLiving), [][3]string{{"", "", ""}})
	if got := h.facts[0].Unpack(); got[survey.SaidOn] != "2026-09-01" || got[survey.Source] != "走访" {
		t.Errorf("who said it and when is lost: %v", got)
	}
	if got := h.on("2026-06-30")[survey.MinLiving]; got != survey.Yes {
		t.Errorf("on 30 June it is %q", got)
	}
}

func TestAFlagWithoutAFactCountsAsSinceUnknown(t *testing.T) {
	day, _ := survey.Day("2020-01-01")
	if got := registry.Standing(registry.TypePerson, survey.Pack(said(survey.MinLiving, survey.Yes)), nil, day); got.Get(survey.MinLiving) != survey.Yes {
		t.Errorf("it is %v", got)
	}
}

func TestAnotherMonitoredCategoryEndsTheOneAndOpensTheOther(t *testing.T) {
	h := history{typ: registry.TypeHousehold}
	h.say("2025-02-01", said(survey.HouseType, "脱贫户、监测对象", survey.Monitor, "脱贫不稳定户", survey.RiskGone, survey.No, survey.RiskFoundOn, "2024-11"))
	h.say("2025-09-01", said(survey.HouseType, "脱贫户、监测对象", survey.Monitor, "突发严重困难户", survey.RiskGone, survey.No, survey.RiskFoundOn, "2024-11"))
	h.say("2026-05-20", said(survey.HouseType, "脱贫户、监测对象", survey.Monitor, "突发严重困难户", survey.RiskGone, survey.Yes, survey.RiskFoundOn, "2024-11", survey.RiskGoneOn, "2026-04"))
	same(t, spans(h.facts, survey.FactMonitored), [][3]string{{"脱贫不稳定户", "2024-11", "2025-09-01"}, {"突发严重困难户", "2025-09-01", ""}})
	same(t, spans(h.facts, survey.FactRisk), [][3]string{{"", "2024-11", "2026-04"}})
	for day, want := range map[string][2]string{
		"2024-10-31": {"", ""}, "2024-11-01": {"脱贫不稳定户", survey.No}, "2025-08-31": {"脱贫不稳定户", survey.No},
		"2025-12-31": {"突发严重困难户", survey.No}, "2026-04-30": {"突发严重困难户", survey.Yes}, "2026-06-30": {"突发严重困难户", survey.Yes},
	} {
		if got := h.on(day); got[survey.Monitor] != want[0] || got[survey.RiskGone] != want[1] {
			t.Errorf("on %s it is %q, risk gone %q; want %q", day, got[survey.Monitor], got[survey.RiskGone], want)
		}
	}
	if got := h.on("2024-10-31")[survey.HouseType]; got != "脱贫户" {
		t.Errorf("before it was found the household is %s", got)
	}
}

func TestARiskLongGoneIsWrittenDownWithBothItsDays(t *testing.T) {
	h := history{typ: registry.TypeHousehold}
	h.say("2026-05-20", said(survey.HouseType, "监测对象", survey.Monitor, "边缘易致贫户", survey.RiskGone, survey.Yes, survey.RiskFoundOn, "2022-06", survey.RiskGoneOn, "2023-06-30"))
	same(t, spans(h.facts, survey.FactRisk), [][3]string{{"", "2022-06", "2023-06-30"}})
	if got := h.on("2023-01-01")[survey.RiskGone]; got != survey.No {
		t.Errorf("in between it is %q", got)
	}
}

func TestSeveralKindsHoldAtOnce(t *testing.T) {
	h := history{typ: registry.TypeHousehold}
	h.say("2025-01-01", said(survey.HouseType, "一般户"))
	h.say("2025-06-01", said(survey.HouseType, "低保户、监测对象"))
	h.say("2026-01-01", said(survey.HouseType, "低保户、特困供养户"))
	if got := h.on("2025-03-01")[survey.HouseType]; got != "一般户" {
		t.Errorf("in March 2025 it is %s", got)
	}
	if got := h.on("2025-12-31")[survey.HouseType]; got != "低保户、监测对象" {
		t.Errorf("at the end of 2025 it is %s", got)
	}
}

func TestACertificateStartsInItsYear(t *testing.T) {
	h := history{typ: registry.TypePerson}
	h.say("2026-01-01", said(survey.DisabilityKind, "肢体残疾", survey.DisabilityGrade, "三级", survey.DisabilityYear, "2021"))
	h.say("2026-03-01", said(survey.DisabilityKind, "肢体残疾", survey.DisabilityGrade, "三级", survey.DisabilityYear, "2021", survey.DisabilityNo, "53000019900307123443"))
	if len(h.facts) != 1 || h.facts[0].Get(survey.FactNo) == "" {
		t.Fatalf("a number told later is another fact: %s", list(h.facts))
	}
	h.say("2026-05-01", said(survey.DisabilityKind, "肢体残疾", survey.DisabilityGrade, "二级", survey.DisabilityYear, "2026-05", survey.DisabilityNo, "53000019900307123442"))
	same(t, spans(h.facts, survey.FactDisability), [][3]string{{"肢体残疾", "2021", "2026-05-01"}, {"肢体残疾", "2026-05", ""}})
	for day, want := range map[string]string{"2020-12-31": "", "2023-01-01": "三级", "2026-06-01": "二级"} {
		if got := h.on(day)[survey.DisabilityGrade]; got != want {
			t.Errorf("on %s the grade is %q, want %q", day, got, want)
		}
	}
}

func TestEachTermOfAidIsAFactOfItsOwn(t *testing.T) {
	h := history{typ: registry.TypePerson}
	h.say("2025-04-01", said(survey.YuluState, "符合未申请"))
	h.say("2025-06-01", said(survey.YuluState, "已享受", survey.YuluTerm, "2025春", survey.YuluAmount, "1500"))
	h.say("2025-11-01", said(survey.YuluState, "已享受", survey.YuluTerm, "2025秋", survey.YuluAmount, "1500"))
	same(t, spans(h.facts, survey.FactYulu), [][3]string{{"符合未申请", "", "2025-06-01"}, {"已享受", "2025-06-01", "2025-11-01"}, {"已享受", "2025-11-01", ""}})
	if got := h.on("2025-07-01"); got[survey.YuluTerm] != "2025春" || got[survey.YuluState] != "已享受" {
		t.Errorf("in July 2025 it stands as %v", got)
	}
}

func TestWorkThatNearlyEverybodyHasOpensAFactWhenItChanges(t *testing.T) {
	h := history{typ: registry.TypePerson}
	h.say("2026-01-01", said(survey.AwayMonths, "9", survey.AwayPlace, "昆明市"))
	if len(h.facts) != 0 {
		t.Fatalf("the first telling opened %s", list(h.facts))
	}
	h.say("2026-02-01", said(survey.AwayMonths, "10", survey.AwayPlace, "昆明市"))
	if len(h.facts) != 0 {
		t.Fatalf("a month more opened %s", list(h.facts))
	}
	h.say("2026-07-01", said(survey.AwayMonths, "2", survey.AwayPlace, "广东省"))
	if got := h.on("2026-03-01")[survey.AwayPlace]; got != "昆明市" {
		t.Errorf("in March the place was %q; facts %s", got, list(h.facts))
	}
	if got := h.on("2026-08-01")[survey.AwayPlace]; got != "广东省" {
		t.Errorf("in August the place is %q; facts %s", got, list(h.facts))
	}
}

func TestTwoDevicesThatHearTheSameOpenOneFact(t *testing.T) {
	a := registry.FactsFollow(registry.TypePerson, "p", said(survey.MinLiving, survey.No), said(survey.MinLiving, survey.Yes), nil, "2026-09-01", "民政部门")
	b := registry.FactsFollow(registry.TypePerson, "p", said(survey.MinLiving, survey.No), said(survey.MinLiving, survey.Yes), nil, "2026-09-02", "走访")
	if len(a) != 1 || len(b) != 1 || a[0].ID != b[0].ID {
		t.Errorf("they opened %v and %v", a, b)
	}
	other := registry.FactsFollow(registry.TypePerson, "q", nil, said(survey.MinLiving, survey.Yes), nil, "2026-09-01", "")
	if other[0].ID == a[0].ID {
		t.Error("two people share a fact")
	}
}

func TestAMonthEndsWithItsLastDay(t *testing.T) {
	f := registry.Fact{Record: registry.Record{Type: registry.TypeFact, Packed: survey.Pack(said(survey.StartsOn, "2026-03", survey.EndsOn, "2026-06"))}}
	for day, want := range map[string]bool{"2026-02-28": false, "2026-03-01": true, "2026-06-29": true, "2026-06-30": false} {
		d, _ := time.Parse(time.DateOnly, day)
		if f.On(d) != want {
			t.Errorf("on %s it holds: %v", day, !want)
		}
	}
}
