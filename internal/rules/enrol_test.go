package rules_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"ruhu/internal/catalogue"
	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// shelf is a county's catalogue with rows that no policy that ships has.
func shelf() *catalogue.Book {
	row := func(typ, id string, kv ...string) registry.Record {
		a := survey.Answers{survey.CatSource: "姚人社发〔2026〕3号"}
		for i := 0; i < len(kv); i += 2 {
			a[kv[i]] = kv[i+1]
		}
		return registry.Record{Type: typ, ID: id, Packed: survey.Pack(a)}
	}
	return catalogue.NewBook([]registry.Record{
		row(registry.TypeProgramme, "1", survey.ProgName, "青年班", survey.ProgMinAge, "18", survey.ProgMaxAge, "22"),
		row(registry.TypeProgramme, "2", survey.ProgName, "中老年班", survey.ProgMaxAge, "65"),
		row(registry.TypeProgramme, "3", survey.ProgName, "两后生班", survey.ProgGroups, "两后生、退役军人"),
		row(registry.TypeProgramme, "4", survey.ProgName, "长班", survey.ProgMonths, "6"),
		row(registry.TypeProgramme, "5", survey.ProgName, "一年一次班", survey.ProgTimes, "1"),
		row(registry.TypeTrade, "6", survey.TradeName, "爆破", survey.MinEducation, "高中"),
	})
}

// ask is one case: who, in which class, after what.
type ask struct {
	name   string
	a      survey.Answers
	class  []string
	before []rules.Attended
	groups []string
	facts  []registry.Record
	want   judged
	says   string
}

const man1976, woman1979 = "53000019760408167X", "530000197905315505"

func fact(kv ...string) registry.Record {
	a := survey.Answers{}
	for i := 0; i < len(kv); i += 2 {
		a[kv[i]] = kv[i+1]
	}
	return registry.Record{Type: registry.TypeFact, ID: "f", Packed: survey.Pack(a)}
}

func attended(id, first, last string, passed bool, kv ...string) rules.Attended {
	f, _ := survey.Day(first)
	l, _ := survey.Day(last)
	c := class(append([]string{training.ClassName, "培训班" + id, training.Trade, "焊工", training.StartsOn, first, training.EndsOn, last}, kv...)...)
	c.ID = id
	return rules.Attended{Class: c, First: f, Last: l, Passed: passed}
}

func TestWhoMayBeEnrolledWhenAllIsKnown(t *testing.T) {
	insured := survey.Answers{survey.IDNo: man1976, "pension_work": "是", survey.Employed: "就业", survey.JobSince: "2025-03"}
	cases := []ask{
		{name: "education that the policy asks for", a: survey.Answers{survey.IDNo: man1976, survey.Education: "初中"}, class: []string{training.Programme, "安全技能提升工程（危险化学品特种作业）"}, want: judged{kinds: []string{"education"}}, says: "要求高中以上文化程度，登记为“初中”"},
		{name: "just the education", a: survey.Answers{survey.IDNo: man1976, survey.Education: "高中"}, class: []string{training.Programme, "安全技能提升工程（危险化学品特种作业）"}, want: judged{in: true}},
		{name: "education not known", a: survey.Answers{survey.IDNo: man1976}, class: []string{training.Trade, "爆破", training.Level, ""}, want: judged{ask: true, kinds: []string{"edu_unknown"}}, says: "没有登记"},
		{name: "education of the trade", a: survey.Answers{survey.IDNo: man1976, survey.Education: "小学"}, class: []string{training.Trade, "爆破", training.Level, ""}, want: judged{kinds: []string{"education"}}},

		{name: "employed and insured", a: insured, want: judged{ask: true, kinds: []string{"employed"}}, says: "2025-03"},
		{name: "employed by a dated fact", a: survey.Answers{survey.IDNo: man1976, "pension_work": "是"}, facts: []registry.Record{fact(survey.FactKind, survey.FactEmployment, survey.StartsOn, "2026-01-01")}, want: judged{ask: true, kinds: []string{"employed"}}},
		{name: "a job that had ended", a: survey.Answers{survey.IDNo: man1976, "pension_work": "是"}, facts: []registry.Record{fact(survey.FactKind, survey.FactEmployment, survey.StartsOn, "2026-01-01", survey.EndsOn, "2026-10-01")}, want: judged{in: true}},
		{name: "employed, not insured as an employee", a: survey.Answers{survey.IDNo: man1976, survey.Employed: "就业", survey.JobSince: "2025-03"}, want: judged{in: true}},
		{name: "nobody knows since when", a: survey.Answers{survey.IDNo: man1976, "pension_work": "是", survey.Employed: "就业"}, want: judged{ask: true, kinds: []string{"employed"}}, says: "时间未填"},
		{name: "begins after the class", a: survey.Answers{survey.IDNo: man1976, "pension_work": "是", survey.Employed: "就业", survey.JobSince: "2026-11-05"}, want: judged{in: true}},
		{name: "a class for people in work", a: insured, class: []string{training.Project, "岗位技能提升培训"}, want: judged{in: true}},

		{name: "died", a: survey.Answers{survey.IDNo: man1976, survey.LeftWhy: "死亡", survey.LeftOn: "2026-10-01"}, want: judged{kinds: []string{"gone"}}, says: "死亡（2026-10-01）"},
		{name: "moves away during the class", a: survey.Answers{survey.IDNo: man1976, survey.LeftWhy: "户籍迁出", survey.LeftOn: "2026-10-29"}, want: judged{kinds: []string{"gone"}}},
		{name: "moves away the day after", a: survey.Answers{survey.IDNo: man1976, survey.LeftWhy: "户籍迁出", survey.LeftOn: "2026-10-30"}, want: judged{in: true}},
		{name: "in prison", a: survey.Answers{survey.IDNo: man1976, survey.Destination: "服刑"}, want: judged{kinds: []string{"gone"}}},
		{name: "in prison, a class there", a: survey.Answers{survey.IDNo: man1976, survey.Destination: "服刑"}, class: []string{training.Programme, "服刑人员、强制隔离戒毒人员就业技能培训"}, want: judged{in: true}},

		{name: "too young for the programme", a: survey.Answers{survey.Born: "2008-10-21", survey.IDNo: ""}, class: []string{training.Programme, "青年班"}, want: judged{kinds: []string{"id_missing", "under_age"}}, says: "不满18周岁"},
		{name: "too old for the programme", a: survey.Answers{survey.IDNo: man1976}, class: []string{training.Programme, "青年班"}, want: judged{kinds: []string{"over_age"}}, says: "超过22周岁"},
		{name: "a programme for older people", a: survey.Answers{survey.IDNo: "530000196304081673"}, class: []string{training.Programme, "中老年班"}, want: judged{in: true}},
		{name: "nobody under sixteen in any", a: survey.Answers{survey.Born: "2011-10-20"}, class: []string{training.Programme, "中老年班"}, want: judged{kinds: []string{"id_missing", "under_16"}}, says: "不满16周岁"},

		{name: "of none of the programme's groups", a: survey.Answers{survey.IDNo: man1976}, class: []string{training.Programme, "两后生班"}, groups: []string{}, want: judged{ask: true, kinds: []string{"not_of_groups"}}, says: "两后生、退役军人"},
		{name: "of one of them", a: survey.Answers{survey.IDNo: man1976}, class: []string{training.Programme, "两后生班"}, groups: []string{rules.Veteran}, want: judged{in: true}},
		{name: "nobody looked which groups", a: survey.Answers{survey.IDNo: man1976}, class: []string{training.Programme, "两后生班"}, want: judged{in: true}},

		{name: "programmes that exclude each other", a: survey.Answers{survey.IDNo: man1976}, class: []string{training.Programme, "以工代训"}, before: []rules.Attended{attended("a", "2025-03-01", "2025-03-10", true, training.Programme, "新录用人员岗前技能培训")}, want: judged{kinds: []string{"exclusive"}}, says: "新录用人员岗前技能培训"},
		{name: "the other way round", a: survey.Answers{survey.IDNo: man1976}, class: []string{training.Programme, "新录用人员岗前技能培训"}, before: []rules.Attended{attended("a", "2025-03-01", "2025-03-10", true, training.Programme, "以工代训")}, want: judged{kinds: []string{"exclusive"}}},
		{name: "six months and no more", a: survey.Answers{survey.IDNo: man1976}, class: []string{training.Programme, "长班"}, before: []rules.Attended{attended("a", "2025-01-01", "2025-06-30", true, training.Programme, "长班")}, want: judged{kinds: []string{"months"}}, says: "最多6个月，以前6个月"},
		{name: "five months and one more", a: survey.Answers{survey.IDNo: man1976}, class: []string{training.Programme, "长班"}, before: []rules.Attended{attended("a", "2025-01-01", "2025-05-31", true, training.Programme, "长班")}, want: judged{in: true}},
		{name: "a programme for once a year", a: survey.Answers{survey.IDNo: man1976}, class: []string{training.Programme, "一年一次班"}, before: []rules.Attended{attended("a", "2026-01-05", "2026-01-10", true, training.Programme, "一年一次班")}, want: judged{kinds: []string{"programme_times"}}, says: "每人每年最多1次，2026年已有1次"},

		{name: "an employee once a year", a: survey.Answers{survey.IDNo: man1976}, groups: []string{"企业职工"}, before: []rules.Attended{attended("a", "2026-01-05", "2026-01-10", true)}, want: judged{kinds: []string{"per_year"}}, says: "每人每年最多1个"},
		{name: "others twice", a: survey.Answers{survey.IDNo: man1976}, groups: []string{rules.LeftPoverty}, before: []rules.Attended{attended("a", "2026-01-05", "2026-01-10", true)}, want: judged{in: true}},
		{name: "a start-up class after another", a: survey.Answers{survey.IDNo: man1976, survey.Cert: "SYB培训合格证书"}, class: []string{training.Trade, "SYB", training.Level, ""}, before: []rules.Attended{attended("a", "2025-01-05", "2025-01-10", true, training.Trade, "SYB", training.Level, "")}, want: judged{in: true}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			who := rules.Applicant{Person: person(c.a), Groups: c.groups, Facts: c.facts, Before: c.before}
			v := rules.Shipped.Enrol(day).Admit(who, class(c.class...), shelf(), day)
			check(t, v, c.want)
			if !strings.Contains(v.Words(), c.says) {
				t.Errorf("%q does not say %q", v.Words(), c.says)
			}
			for _, g := range v.Grounds {
				if g.Source == "" || g.Sentence == "" || strings.HasPrefix(rules.Title(g.Code), "rules.") {
					t.Errorf("a ground needs a source and a title: %+v", g)
				}
			}
		})
	}
}

func TestTheDocumentBehindAVerdictCanBeHad(t *testing.T) {
	cases := map[string]struct {
		a    survey.Answers
		kv   []string
		want string
	}{
		"of the rule":      {survey.Answers{survey.IDNo: "530000195604081670"}, nil, "广东省职业技能培训补贴办法"},
		"of the catalogue": {survey.Answers{survey.IDNo: man1976, survey.Education: "小学"}, []string{training.Programme, "安全技能提升工程（危险化学品特种作业）"}, "粤人社函〔2019〕1812号 之九 六"},
		"of the county's":  {survey.Answers{survey.IDNo: man1976}, []string{training.Programme, "青年班"}, "姚人社发〔2026〕3号"},
	}
	for name, c := range cases {
		v := rules.Shipped.Enrol(day).Admit(rules.Applicant{Person: person(c.a)}, class(c.kv...), shelf(), day)
		if len(v.Grounds) != 1 || !strings.Contains(v.Grounds[0].Source, c.want) {
			t.Errorf("%s: %+v", name, v)
		}
	}
}

func TestWhatIsRegisteredNowOnlyMakesOneAskOfAClassThatIsOver(t *testing.T) {
	over := day.AddDate(0, 3, 0)
	for name, a := range map[string]survey.Answers{
		"at school":                  {survey.IDNo: man1976, survey.Schooling: "本科一年级"},
		"died, nobody knows when":    {survey.IDNo: man1976, survey.Destination: "死亡"},
		"left, nobody knows when":    {survey.IDNo: man1976, survey.LeftWhy: "婚出"},
		"in the army, and who knows": {survey.IDNo: man1976, survey.Destination: "参军"},
	} {
		who := rules.Applicant{Person: person(a), Held: true}
		if v := rules.Shipped.Enrol(day).Admit(who, class(), nil, over); !v.Ask || !strings.Contains(v.Words(), "现在的登记") {
			t.Errorf("%s: %+v", name, v)
		}
		who.Held = false
		if v := rules.Shipped.Enrol(day).Admit(who, class(), nil, over); v.In || v.Ask {
			t.Errorf("%s, before the class: %+v", name, v)
		}
	}
	who := rules.Applicant{Person: person(survey.Answers{survey.IDNo: man1976, survey.Cert: "中式烹调师初级证"}), Held: true}
	if v := rules.Shipped.Enrol(day).Admit(who, class(), nil, over); !v.In {
		t.Errorf("the certificate may be this class's: %+v", v)
	}
}

func TestACountyChangesWhoMayBeEnrolled(t *testing.T) {
	cases := []struct {
		name, text string
		who        rules.Applicant
		kv         []string
		without    judged
		with       judged
	}{
		{"the poor once a year", `{"times": [{"groups": ["脱贫劳动力"], "times": 1, "source": "县里"}]}`, rules.Applicant{Person: person(survey.Answers{survey.IDNo: man1976}), Groups: []string{rules.LeftPoverty}, Before: []rules.Attended{attended("a", "2026-01-05", "2026-01-10", true)}}, nil, judged{in: true}, judged{kinds: []string{"per_year"}}},
		{"three times here", `{"times": [{"areas": ["5323"], "times": 3}]}`, rules.Applicant{Person: person(survey.Answers{survey.IDNo: man1976}), Before: []rules.Attended{attended("a", "2026-01-05", "2026-01-10", true), attended("b", "2026-02-05", "2026-02-10", true)}}, nil, judged{kinds: []string{"per_year"}}, judged{in: true}},
		{"older veterans", `{"ages": [{"groups": ["退役军人"], "max_men": 65}]}`, rules.Applicant{Person: person(survey.Answers{survey.IDNo: "530000196304081673"}), Groups: []string{rules.Veteran}}, nil, judged{kinds: []string{"over_age"}}, judged{in: true}},
		{"nobody asked about insurance", `{"insured": false}`, rules.Applicant{Person: person(survey.Answers{survey.IDNo: man1976, "pension_work": "是", survey.Employed: "就业", survey.JobSince: "2020"})}, nil, judged{ask: true, kinds: []string{"employed"}}, judged{in: true}},
		{"students may come", `{"no_students": false}`, rules.Applicant{Person: person(survey.Answers{survey.IDNo: man1976, survey.Schooling: "本科一年级"})}, nil, judged{kinds: []string{"at_school"}}, judged{in: true}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if err := rules.Check("enrol", c.text); err != nil {
				t.Fatal(err)
			}
			book := rules.NewBook([]*rules.Own{{Name: "enrol", Text: c.text, From: "2026-01-01"}})
			check(t, rules.Shipped.Enrol(day).Admit(c.who, class(c.kv...), nil, day), c.without)
			v := book.Enrol(day).Admit(c.who, class(c.kv...), nil, day)
			check(t, v, c.with)
			for _, g := range v.Grounds {
				if !slices.Contains([]string{"县里", "本县自定"}, g.Source) {
					t.Errorf("the county's number is given out as of %q", g.Source)
				}
			}
		})
	}
}

func TestClassesAreOrderedAsTheyBegan(t *testing.T) {
	a, b, none := attended("a", "2026-01-05", "2026-01-10", true), attended("b", "2026-01-05", "2026-01-12", true), rules.Attended{}
	list := []rules.Attended{b, a, none}
	slices.SortFunc(list, rules.Compare)
	if !list[0].First.Equal(time.Time{}) || list[1].Class.ID != "a" || list[2].Class.ID != "b" {
		t.Errorf("%v", list)
	}
}
