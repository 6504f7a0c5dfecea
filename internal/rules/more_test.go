package rules_test

import (
	"slices"
	"testing"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
)

func house(kv ...string) registry.Household {
	a := survey.Answers{}
	for i := 0; i < len(kv); i += 2 {
		a[kv[i]] = kv[i+1]
	}
	return registry.Household{ID: "h", Packed: survey.Pack(a)}
}

func TestWhoBelongsToTheLabourForce(t *testing.T) {
	rule := rules.Shipped.Labour(day)
	cases := []struct {
		name string
		a    survey.Answers
		want judged
	}{
		{"of working age", survey.Answers{survey.Born: "1990-01-01", survey.Sex: "女"}, judged{in: true}},
		{"the sixteenth birthday itself", survey.Answers{survey.Born: "2010-09-10"}, judged{in: true}},
		{"the day before it", survey.Answers{survey.Born: "2010-09-11"}, judged{kinds: []string{"under_age"}}},
		{"the sixtieth birthday of a man", survey.Answers{survey.Born: "1966-09-10", survey.Sex: "男"}, judged{in: true}},
		{"the day after it", survey.Answers{survey.Born: "1966-09-09", survey.Sex: "男"}, judged{kinds: []string{"over_age"}}},
		{"the day after a woman's fifty-fifth", survey.Answers{survey.Born: "1971-09-09", survey.Sex: "女"}, judged{kinds: []string{"over_age"}}},
		{"cannot work", survey.Answers{survey.Born: "1990-01-01", survey.Skill: survey.SkillLost}, judged{kinds: []string{"unfit"}}},
		{"can work a little", survey.Answers{survey.Born: "1990-01-01", survey.Skill: survey.SkillWeak}, judged{in: true}},
		{"at college", survey.Answers{survey.Born: "2005-01-01", survey.Schooling: "本科一年级"}, judged{kinds: []string{"at_school"}}},
		{"died", survey.Answers{survey.Born: "1990-01-01", survey.LeftWhy: "死亡", survey.LeftOn: "2026-01-01"}, judged{kinds: []string{"gone"}}},
		{"leaves tomorrow", survey.Answers{survey.Born: "1990-01-01", survey.LeftWhy: "婚出", survey.LeftOn: "2026-09-11"}, judged{in: true}},
		{"no birth date", survey.Answers{}, judged{ask: true, kinds: []string{"birth_unknown"}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			check(t, rule.Judge(person(c.a), day), c.want)
			if rule.Holds(person(c.a), day) != c.want.in {
				t.Error("Holds says otherwise than Judge")
			}
		})
	}
}

func TestOneBelongsToSeveralGroups(t *testing.T) {
	rule := rules.Shipped.Groups(rules.Shipped.LeftSchool(day), day)
	p := person(survey.Answers{survey.Born: "2008-01-01", survey.Sex: "女", survey.Education: "初中", survey.Ethnic: "彝族", survey.DisabilityKind: "听力残疾", survey.Tags: "退役军人、返乡人员", survey.AwayMonths: "3"})
	h := house(survey.HouseType, "脱贫户、低保户", survey.Monitor, "边缘易致贫户", survey.Resettled, "是")
	want := []string{rules.LeftPoverty, rules.Monitored, rules.MinLiving, rules.Transferred, rules.SchoolLeft, rules.Veteran, rules.Disabled, rules.Returned, rules.Women, rules.Resettled, rules.Minority}
	if got := rule.Of(p, h, day); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	if got := rule.Of(person(survey.Answers{survey.Ethnic: "汉族", survey.Sex: "男"}), house(), day); len(got) != 0 {
		t.Errorf("nobody in particular is of %v", got)
	}
	h.Packed = h.With(survey.RiskGone, survey.Yes)
	rule.RiskGoneCounts = false
	if slices.Contains(rule.Of(p, h, day), rules.Monitored) {
		t.Error("a county may leave out those whose risk is gone")
	}
}

func TestWhoIsAskedInARound(t *testing.T) {
	rule := rules.Shipped.Ask(day)
	grown := survey.Answers{survey.Born: "1990-01-01"}
	cases := []struct {
		name, asked string
		a           survey.Answers
		groups      []string
		want        judged
	}{
		{"never asked", "", grown, nil, judged{in: true, kinds: []string{"never"}}},
		{"asked before the round", "2025-12-31", grown, nil, judged{in: true, kinds: []string{"earlier"}}},
		{"asked in the round", "2026-01-01", grown, nil, judged{kinds: []string{"asked"}}},
		{"only the year is known", "2026", grown, nil, judged{kinds: []string{"asked"}}},
		{"a child", "", survey.Answers{survey.Born: "2015-01-01"}, nil, judged{kinds: []string{"under_age"}}},
		{"not of the groups", "", grown, []string{rules.LeftPoverty}, judged{kinds: []string{"group"}}},
	}
	for _, c := range cases {
		r := rule
		r.Groups = c.groups
		t.Run(c.name, func(t *testing.T) { check(t, r.Judge(person(c.a), nil, c.asked, day), c.want) })
	}
	rule.RoundFrom = "10-01"
	if got := rule.Round(day).Format(time.DateOnly); got != "2025-10-01" {
		t.Errorf("a round that begins in October began on %s", got)
	}
}

func TestWhichHouseholdsAreDue(t *testing.T) {
	rule := rules.Visit{Months: 12, Kinds: map[string]int{survey.HouseMonitored: 3}}
	visit := func(on, method string) []registry.Visit {
		return []registry.Visit{{ID: "v", Packed: survey.Pack(survey.Answers{survey.VisitedOn: on, survey.Method: method})}}
	}
	cases := []struct {
		name   string
		h      registry.Household
		visits []registry.Visit
		want   judged
	}{
		{"never", house(), nil, judged{in: true, kinds: []string{"never"}}},
		{"a year ago to the day", house(), visit("2025-09-10", "入户"), judged{kinds: []string{"visited"}}},
		{"a day longer", house(), visit("2025-09-09", "入户"), judged{in: true, kinds: []string{"long_ago"}}},
		{"monitored, four months", house(survey.Monitor, "边缘易致贫户"), visit("2026-05-01", "入户"), judged{in: true, kinds: []string{"long_ago"}}},
		{"only called, and calls do not count", house(), visit("2026-09-01", "电话"), judged{in: true, kinds: []string{"never"}}},
		{"a visit to come", house(), visit("2026-10-01", "入户"), judged{in: true, kinds: []string{"never"}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { check(t, rule.Judge(c.h, c.visits, day), c.want) })
	}
}

func TestWhoHasARightToAid(t *testing.T) {
	var training rules.Aid
	for _, r := range rules.Shipped.Aids(day) {
		if r.Willing {
			training = r
		}
	}
	cases := []struct {
		name string
		rule rules.Aid
		h    registry.Household
		a    survey.Answers
		want judged
	}{
		{"雨露: a child at a vocational school", rules.Shipped.Yulu(day), house(survey.HouseType, "脱贫户"), survey.Answers{survey.Schooling: "中职一年级", survey.Relation: "之女"}, judged{in: true}},
		{"雨露: relation not known", rules.Shipped.Yulu(day), house(survey.HouseType, "脱贫户"), survey.Answers{survey.Schooling: "中职一年级"}, judged{ask: true, kinds: []string{"relation_unknown"}}},
		{"雨露: the head's wife at an evening college", rules.Shipped.Yulu(day), house(survey.HouseType, "脱贫户"), survey.Answers{survey.Schooling: "高职高专一年级", survey.Relation: "配偶"}, judged{kinds: []string{"relation"}}},
		{"雨露: of no such family", rules.Shipped.Yulu(day), house(survey.HouseType, "一般户"), survey.Answers{survey.Schooling: "中职一年级", survey.Relation: "之女"}, judged{kinds: []string{"house"}}},
		{"雨露: by the person's own 低保", rules.Shipped.Yulu(day), house(), survey.Answers{survey.Schooling: "技师学院一年级", survey.Relation: "之子", survey.MinLiving: "是"}, judged{in: true}},
		{"training: poor and willing", training, house(survey.HouseType, "脱贫户"), survey.Answers{survey.Born: "1990-01-01", survey.WantsTraining: "是"}, judged{in: true}},
		{"training: not willing", training, house(survey.HouseType, "脱贫户"), survey.Answers{survey.Born: "1990-01-01"}, judged{kinds: []string{"no_wish"}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { check(t, c.rule.Judge(person(c.a), c.h, day), c.want) })
	}
}

func TestWhatBecameOfSomebodyIsOneThing(t *testing.T) {
	shipped := survey.List("destination")
	for _, d := range shipped {
		if f := rules.Shipped.Fates(day).Of(person(survey.Answers{survey.Destination: d.Name}), false, day); f == rules.FateUnknown {
			t.Errorf("%s is no fate", d.Name)
		}
	}
	if f := rules.Shipped.Fates(day).Of(person(survey.Answers{}), true, day); f != rules.FateTraining {
		t.Errorf("who is in a class: %s", f)
	}
	if f := rules.Shipped.Fates(day).Of(person(survey.Answers{survey.Destination: "外出务工", survey.LeftWhy: "死亡", survey.LeftOn: "2026-01-01"}), false, day); f != rules.FateGone {
		t.Errorf("who has died since is gone: %s", f)
	}
}
