package registry_test

import (
	"fmt"
	"maps"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// history is answers day by day, and the facts that followed.
type history struct {
	typ     string
	days    []time.Time
	answers []survey.Answers
	facts   []registry.Record
}

func (h *history) say(on survey.Date, a survey.Answers) []registry.Record {
	var before survey.Answers
	if n := len(h.answers); n > 0 {
		before = h.answers[n-1]
	}
	got := registry.FactsFollow(h.typ, "x", before, a, h.facts, on, "走访")
	for _, r := range got {
		h.put(r)
	}
	last, _ := survey.LastDay(on)
	h.days, h.answers = append(h.days, last), append(h.answers, a)
	return got
}

func (h *history) put(r registry.Record) {
	for i, old := range h.facts {
		if old.ID == r.ID {
			h.facts[i] = r
			return
		}
	}
	h.facts = append(h.facts, r)
}

func (h *history) on(day string) survey.Answers {
	d, _ := survey.Day(day)
	return registry.Standing(h.typ, survey.Pack(h.answers[len(h.answers)-1]), h.facts, d).Unpack()
}

func said(pairs ...string) survey.Answers {
	a := survey.Answers{}
	for i := 0; i < len(pairs); i += 2 {
		a[pairs[i]] = pairs[i+1]
	}
	return a
}

func some(t *rapid.T, a survey.Answers, key string, values ...string) {
	if v := rapid.SampledFrom(append([]string{""}, values...)).Draw(t, key); v != "" {
		a[key] = v
	}
}

func draw(t *rapid.T, typ string) survey.Answers {
	a := survey.Answers{"note": "x"}
	if typ == registry.TypeHousehold {
		some(t, a, survey.HouseType, "脱贫户", "一般户", "脱贫户、监测对象", "低保户", "监测对象、低保户", "低保边缘家庭", "特困供养户")
		some(t, a, survey.Resettled, survey.Yes, survey.No)
		some(t, a, "moved_to", "幸福小区")
		if (registry.Household{Packed: survey.Pack(a)}).Is(survey.HouseMonitored) {
			some(t, a, survey.Monitor, "脱贫不稳定户", "边缘易致贫户", "突发严重困难户")
			some(t, a, survey.RiskGone, survey.Yes, survey.No)
			some(t, a, survey.RiskFoundOn, "2023", "2024-05", "2025-03-09")
			if a[survey.RiskGone] == survey.Yes {
				some(t, a, survey.RiskGoneOn, "2025-06", "2025-12-01")
			}
		}
		return a
	}
	some(t, a, survey.MinLiving, survey.Yes, survey.No)
	some(t, a, survey.Extreme, survey.Yes, survey.No)
	some(t, a, survey.DisabilityKind, "视力残疾", "肢体残疾")
	some(t, a, survey.DisabilityGrade, "一级", "二级")
	some(t, a, survey.DisabilityYear, "2019", "2024-02")
	some(t, a, survey.Tags, "退役军人", "返乡人员、妇女", "退役军人、返乡人员")
	some(t, a, survey.WorkerKind, "复退军人", "灵活就业")
	some(t, a, survey.Political, "群众", "中共党员", "中共预备党员")
	some(t, a, survey.YuluState, "符合未申请", "已享受", "不符合")
	if a[survey.YuluState] == "已享受" {
		some(t, a, survey.YuluTerm, "2025春", "2025秋")
		some(t, a, survey.YuluAmount, "1500")
	}
	some(t, a, survey.Employed, "就业", "未就业", "务农")
	some(t, a, survey.AwayMonths, "0", "6", "9")
	some(t, a, survey.AwayPlace, "昆明市", "广东省")
	some(t, a, survey.AwayFirm, "某厂", "某公司")
	some(t, a, survey.JobTrade, "焊工", "缝纫工")
	some(t, a, survey.JobIncome, "3000", "4200")
	some(t, a, survey.JobSince, "2025-01", "2024")
	some(t, a, survey.PostKind, "护林员", "保洁员")
	some(t, a, survey.PostMonths, "0", "12")
	return a
}

// days are drawn ascending, some of them months only.
func drawDays(t *rapid.T) []survey.Date {
	day := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	var out []survey.Date
	for range rapid.IntRange(1, 8).Draw(t, "days") {
		if rapid.Bool().Draw(t, "month") {
			day = time.Date(day.Year(), day.Month()+1, 1, 0, 0, 0, 0, time.UTC)
			out = append(out, day.Format("2006-01"))
			day = day.AddDate(0, 1, 0)
			continue
		}
		day = day.AddDate(0, 0, rapid.IntRange(1, 40).Draw(t, "step"))
		out = append(out, day.Format(time.DateOnly))
	}
	return out
}

func TestWhatFollowsStandsOnThatDay(t *testing.T) {
	for _, typ := range []string{registry.TypeHousehold, registry.TypePerson} {
		t.Run(typ, rapid.MakeCheck(func(t *rapid.T) {
			h := history{typ: typ}
			for _, on := range drawDays(t) {
				h.say(on, draw(t, typ))
				now := h.answers[len(h.answers)-1]
				if got := registry.Standing(typ, survey.Pack(now), h.facts, h.days[len(h.days)-1]).Unpack(); !maps.Equal(got, now) {
					t.Fatalf("on %s it stands as\n%v\nwant\n%v\nfacts %s", on, got, now, list(h.facts))
				}
			}
		}))
	}
}

// statuses are those that tell yes and no alike.
var statuses = map[string][]string{
	registry.TypePerson:    {survey.MinLiving, survey.Extreme, survey.Employed},
	registry.TypeHousehold: {survey.Resettled},
}

func TestWhatWasSaidThenStandsThenWhateverCameLater(t *testing.T) {
	for typ, keys := range statuses {
		t.Run(typ, rapid.MakeCheck(func(t *rapid.T) {
			h := history{typ: typ}
			for _, on := range drawDays(t) {
				a := draw(t, typ)
				delete(a, survey.JobSince) // a day told later is of the past, and rightly changes it
				for _, k := range keys {   // what was rubbed out in between was never said
					if a[k] == "" {
						a[k] = map[bool]string{true: "未就业", false: survey.No}[k == survey.Employed]
					}
				}
				h.say(on, a)
			}
			for i, day := range h.days {
				got := registry.Standing(typ, survey.Pack(h.answers[len(h.answers)-1]), h.facts, day).Unpack()
				for _, k := range keys {
					if want := h.answers[i][k]; got[k] != want {
						t.Fatalf("%s on %s is %q, was said to be %q\nfacts %s", k, day.Format(time.DateOnly), got[k], want, list(h.facts))
					}
				}
			}
		}))
	}
}

func TestNoChangeIsNoFact(t *testing.T) {
	for _, typ := range []string{registry.TypeHousehold, registry.TypePerson} {
		t.Run(typ, rapid.MakeCheck(func(t *rapid.T) {
			a := draw(t, typ)
			h := history{typ: typ}
			h.say("2026-03-01", a)
			if got := h.say("2026-04-01", maps.Clone(a)); len(got) != 0 {
				t.Fatalf("nothing changed, and %s followed", list(got))
			}
			a = maps.Clone(a)
			a["note"] = "y"
			if got := h.say("2026-05-01", a); len(got) != 0 {
				t.Fatalf("a note changed, and %s followed", list(got))
			}
		}))
	}
}

func TestFactsThatFollowPassTheirOwnChecks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		typ := rapid.SampledFrom([]string{registry.TypeHousehold, registry.TypePerson}).Draw(t, "type")
		h := history{typ: typ}
		for _, on := range drawDays(t) {
			h.say(on, draw(t, typ))
		}
		for _, f := range h.facts {
			for _, p := range survey.Fact.Check(f.Unpack(), time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)) {
				t.Fatalf("%v: %s %v", f.Unpack(), p.Key, p.Err)
			}
			if owner, id := f.Owner(); owner != typ || id != "x" {
				t.Fatalf("it belongs to %s %s", owner, id)
			}
		}
	})
}

func list(facts []registry.Record) string {
	out := ""
	for _, f := range facts {
		a := f.Unpack()
		out += fmt.Sprintf("\n%s %s %s [%s, %s)", a[survey.FactKind], a[survey.FactDetail], a[survey.FactGrade], a[survey.StartsOn], a[survey.EndsOn])
	}
	return out
}
