package rules_test

import (
	"slices"
	"strings"
	"testing"

	"ruhu/internal/catalogue"
	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// prices is a county that pays 800 yuan for cooks.
func prices() *catalogue.Book {
	return catalogue.NewBook([]registry.Record{{Type: registry.TypeTrade, ID: "x", Packed: survey.Pack(survey.Answers{survey.TradeName: "中式烹调师", survey.Subsidy: "800", survey.CatSource: "姚人社发〔2026〕3号"})}})
}

func claim(id string, kv ...string) registry.Record {
	a := survey.Answers{training.OfClass: "c", training.ClaimKind: "培训补贴", training.ClaimPart: training.InFull, training.ClaimPeople: "20", training.ClaimAmount: "16000", training.AppliedOn: "2026-11-10", training.UpstreamNo: "YN-1-1"}
	for i := 0; i < len(kv); i += 2 {
		a[kv[i]] = kv[i+1]
	}
	return registry.Record{Type: training.TypeClaim, ID: id, Packed: survey.Pack(a)}
}

func TestAClaimIsJudged(t *testing.T) {
	advance := []string{training.ClaimPart, training.InAdvance, training.ClaimShare, "50", training.ClaimAmount, "8000", training.AppliedOn, "2026-10-01"}
	rest := claim("rest", training.ClaimPart, training.TheRest, training.ClaimShare, "60", training.ClaimAmount, "9600")
	workers := []string{training.Programme, "以工代训", training.Trade, ""}
	monthly := func(kv ...string) []string {
		return append([]string{training.ClaimKind, "以工代训补贴"}, kv...)
	}
	paid := func(kv ...string) []string {
		return append([]string{training.AcceptedOn, "2026-11-20", training.AcceptedAmount, "16000", training.PostFrom, "2026-11-23", training.PostUntil, "2026-11-27", training.PaidOn, "2026-11-30", training.PaidAmount, "16000"}, kv...)
	}
	cases := []struct {
		name   string
		class  []string
		claim  []string
		others []registry.Record
		before []rules.Attended
		codes  []string
		says   string
		asks   bool
	}{
		{name: "800 for each of twenty"},
		{name: "one yuan too much", claim: []string{training.ClaimAmount, "16001"}, codes: []string{"claim_amount"}, says: "按每人800元、20人、比例100%，最多16000元"},
		{name: "more than passed", claim: []string{training.ClaimPeople, "21", training.ClaimAmount, "16000"}, codes: []string{"claim_people"}, says: "申领21人，考核合格的只有20人"},
		{name: "no number", class: []string{training.UpstreamNo, ""}, claim: []string{training.UpstreamNo, ""}, codes: []string{"claim_no_upstream"}, says: "系统之外零补贴"},
		{name: "the class's number", claim: []string{training.UpstreamNo, ""}},
		{name: "before the end", claim: []string{training.AppliedOn, "2026-10-28"}, codes: []string{"claim_early"}, says: "2026-10-29"},
		{name: "thirty days after it", claim: []string{training.AppliedOn, "2026-11-28"}},
		{name: "thirty-one", claim: []string{training.AppliedOn, "2026-11-29"}, codes: []string{"claim_late"}, says: "结束后30天内（2026-11-28前）"},
		{name: "a trade without a price", class: []string{training.Trade, "焊工"}, codes: []string{"claim_unknown"}, asks: true, says: "焊工"},
		{name: "a claim of another kind", claim: []string{training.ClaimKind, "交通补贴", training.ClaimAmount, "99999"}},

		{name: "half in advance", claim: advance},
		{name: "more in advance", claim: append(slices.Clone(advance), training.ClaimShare, "51"), codes: []string{"claim_advance"}, says: "不超过50%"},
		{name: "20 per cent for apprentices", class: []string{training.Programme, "企业学徒培养工程", training.FiledOn, ""}, claim: append(slices.Clone(advance), training.ClaimShare, "21", training.ClaimAmount, "1"), codes: []string{"claim_advance"}, says: "不超过20%"},
		{name: "all parts together", claim: append(slices.Clone(advance), training.ClaimShare, "50"), others: []registry.Record{rest}, codes: []string{"claim_over"}, says: "加起来是110%"},
		{name: "parts of another kind", claim: advance, others: []registry.Record{claim("o", training.ClaimKind, "交通补贴")}},
		{name: "in full twice", others: []registry.Record{claim("o")}, codes: []string{"claim_over"}, says: "200%"},

		{name: "six months", class: workers, claim: monthly(training.ClaimMonths, "6", training.ClaimAmount, "24000")},
		{name: "seven months", class: workers, claim: monthly(training.ClaimMonths, "7", training.ClaimAmount, "28000"), codes: []string{"claim_months", "claim_amount"}, says: "最多补贴6个月"},
		{name: "months not said", class: workers, claim: monthly(training.ClaimAmount, "100"), codes: []string{"claim_no_months"}, asks: true},
		{name: "had what excludes it", class: workers, claim: monthly(training.ClaimMonths, "1", training.ClaimAmount, "4000"), before: []rules.Attended{attended("a", "2026-01-01", "2026-01-10", true, training.Programme, "新录用人员岗前技能培训")}, codes: []string{"claim_exclusive"}, says: "不能同时享受"},

		{name: "paid after five working days of posting", claim: paid()},
		{name: "posted over a holiday", claim: paid(training.AppliedOn, "2026-11-10", training.PostFrom, "2026-11-25", training.PostUntil, "2026-11-30", training.PaidOn, "2026-12-01"), codes: []string{"post_short"}, says: "只有4个工作日，不少于5个"},
		{name: "not posted", claim: paid(training.PostFrom, ""), codes: []string{"not_posted"}, says: "先公示5个工作日"},
		{name: "paid on the last day of posting", claim: paid(training.PaidOn, "2026-11-27"), codes: []string{"paid_early"}, says: "2026-11-27"},
		{name: "more paid than accepted", claim: paid(training.AcceptedAmount, "15000"), codes: []string{"claim_paid"}, says: "多于审核通过的15000元"},
		{name: "more accepted than claimed", claim: paid(training.AcceptedAmount, "17000"), codes: []string{"claim_accepted"}, asks: true},
		{name: "taken back", claim: paid(training.ClawOn, "2026-12-20", training.ClawAmount, "800")},
		{name: "more taken back than paid", claim: paid(training.ClawAmount, "16000.5"), codes: []string{"claw_over"}, says: "追回16000.5元，多于到账的16000元"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			l := sound(append([]string{training.Stage, training.Closed, training.ClosedOn, "2026-10-30"}, c.class...)...)
			mine := claim("mine", c.claim...)
			l.Claims = append([]registry.Record{mine}, c.others...)
			v := rules.Shipped.Money(day).Judge(rules.Claimed{Claim: mine, Life: l, Before: c.before}, prices(), after)
			codes := v.Codes()
			slices.Sort(codes)
			slices.Sort(c.codes)
			if !slices.Equal(codes, c.codes) {
				t.Fatalf("found %v, want %v: %s", codes, c.codes, v.Words())
			}
			if !strings.Contains(v.Words(), c.says) || strings.Contains(v.Words(), "%!") || v.OK != (len(c.codes) == 0 || c.asks) {
				t.Errorf("OK %v, %q does not say %q", v.OK, v.Words(), c.says)
			}
			for _, f := range v.Findings {
				if f.Type != training.TypeClaim || f.ID != "mine" || f.Field == "" || f.Source == "" || strings.HasPrefix(rules.Title(f.Code), "rules.") {
					t.Errorf("%+v", f)
				}
			}
		})
	}
}

func TestWhatAClassGetsInFull(t *testing.T) {
	rule := rules.Shipped.Money(day)
	poor := make([][]string, 20)
	for i := range 5 {
		poor[i] = []string{rules.LeftPoverty}
	}
	cases := []struct {
		name   string
		class  []string
		months int
		groups [][]string
		want   float64
		known  bool
	}{
		{"by the trade", nil, 0, nil, 16000, true},
		{"by the month", []string{training.Programme, "以工代训"}, 3, nil, 12000, true},
		{"no more months than are paid for", []string{training.Programme, "以工代训"}, 9, nil, 24000, true},
		{"by the level's programme", []string{training.Programme, "高技能人才培训（技师）"}, 0, nil, 40000, true},
		{"no price", []string{training.Trade, "焊工"}, 0, nil, 0, false},
		{"a fifth more for five of them, in 2025", []string{training.StartsOn, "2025-10-20"}, 0, poor, 16800, true},
		{"no longer in 2026", nil, 0, poor, 16000, true},
	}
	for _, c := range cases {
		s := rule.Sum(class(c.class...), 20, c.months, c.groups, prices(), day)
		if s.Total != c.want || s.Known != c.known || c.known && s.Source == "" {
			t.Errorf("%s: %+v, want %v", c.name, s, c.want)
		}
	}
	if s := rule.Sum(class(training.StartsOn, "2025-10-20"), 3, 0, poor, prices(), day); s.Total != 2880 || s.Raised != 3 {
		t.Errorf("no more raises than people: %+v", s)
	}
}

func TestACountyChangesWhatMayBeClaimed(t *testing.T) {
	for i, c := range []struct {
		rule, code string
		claim      []string
	}{
		{`{"max_advance": 30}`, "claim_advance", []string{training.ClaimPart, training.InAdvance, training.ClaimShare, "50", training.ClaimAmount, "8000", training.AppliedOn, "2026-10-01"}},
		{`{"claim_days": 10}`, "claim_late", nil},
		{`{"post_days": 7}`, "post_short", []string{training.PostFrom, "2026-11-23", training.PostUntil, "2026-11-27", training.PaidOn, "2026-11-30", training.PaidAmount, "16000"}},
	} {
		if err := rules.Check("money", c.rule); err != nil {
			t.Fatal(err)
		}
		l := sound(training.Stage, training.Closed)
		x := rules.Claimed{Claim: claim("m", c.claim...), Life: l}
		if v := rules.Shipped.Money(day).Judge(x, prices(), after); !v.OK {
			t.Errorf("%d, by the rule that ships: %s", i, v.Words())
		}
		v := rules.NewBook([]*rules.Own{{Name: "money", Text: c.rule, From: "2026-01-01"}}).Money(day).Judge(x, prices(), after)
		if !slices.Equal(v.Codes(), []string{c.code}) || v.Findings[0].Source != "本县自定" {
			t.Errorf("%s: %+v", c.rule, v.Findings)
		}
	}
}
