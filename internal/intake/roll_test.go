package intake_test

import (
	"slices"
	"testing"

	"ruhu/internal/intake"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

func factsOf(m *memory, id string) []registry.Record {
	return slices.DeleteFunc(m.records(registry.TypeFact), func(r registry.Record) bool {
		return r.Get(survey.OfPerson) != id && r.Get(survey.OfHousehold) != id
	})
}

func (m *memory) FactsOf(id string) []registry.Record { return factsOf(m, id) }

// says tells whether answers hold what is wanted.
func says(t *testing.T, a survey.Answers, want ...string) {
	t.Helper()
	for i := 0; i < len(want); i += 2 {
		if a[want[i]] != want[i+1] {
			t.Errorf("%s is %q, want %q", want[i], a[want[i]], want[i+1])
		}
	}
}

func TestARollOfHouseholdsNamesTheirHeads(t *testing.T) {
	m := seeded(t)
	rows := [][]string{{"姚安县左门乡2026年6月农村低保对象花名册"},
		{"序号", "户主姓名", "户主身份证号", "村委会", "保障人数", "月保障金（元）", "享受时间", "低保证号"},
		{"1", "由国平", "53000019760408167X", "左门村", "2", "620", "2021年3月", "YA-0001"},
		{"2", "沙𫖮", "530000200801010015", "地索村", "1", "310元/月", "202512", "YA-0002"},
		{"合计", "", "", "", "3", "930", "", ""}}
	p := planOf(t, m, rows...)
	if p.New != 1 || p.Changed != 1 || p.Data != 2 {
		t.Fatalf("%d new, %d changed of %d: %v", p.New, p.Changed, p.Data, p.Problems)
	}
	m.take(p.Puts())
	old, fresh := m.oneNamed(t, "由国平"), m.oneNamed(t, "沙𫖮")
	says(t, m.houses[old.HouseholdID()], survey.HouseType, survey.HouseMinLiving)
	says(t, m.houses[fresh.HouseholdID()], survey.HouseType, survey.HouseMinLiving, survey.HeadName, "沙𫖮", survey.Village, "532325202202")
	says(t, fresh.Unpack(), survey.Relation, registry.Head)
	f := factsOf(m, old.HouseholdID())
	if len(f) != 1 {
		t.Fatalf("%d facts, want one", len(f))
	}
	says(t, f[0].Unpack(), survey.FactKind, survey.FactMinLiving, survey.StartsOn, "2021-03", survey.Amount, "620", survey.FactPeople, "2",
		survey.FactNo, "YA-0001", survey.Source, "民政部门", survey.SaidOn, "2026-06")
	if again := planOf(t, m, rows...); len(again.Puts()) != 0 {
		t.Errorf("the roll taken in twice writes %v", again.Puts())
	}
}

func TestARollOfPeopleIsDated(t *testing.T) {
	for _, c := range []struct {
		name   string
		rows   [][]string
		person []string
		fact   []string
	}{
		{"certificates", [][]string{{"左门乡持证残疾人名册"}, {"姓名", "残疾人证号", "残疾类别", "残疾等级", "发证日期", "所在村"}, {"由国平", "53000019760408167X43", "肢体残疾", "三级", "2019-05-06", "左门"}},
			[]string{survey.IDNo, "53000019760408167X", survey.DisabilityGrade, "三级", survey.DisabilityNo, "53000019760408167X43"}, []string{survey.FactKind, survey.FactDisability, survey.Source, "残联"}},
		{"veterans", [][]string{{"退役军人登记台账"}, {"姓名", "身份证号", "退役时间", "类别", "优待证号", "备注"}, {"由国平", "53000019760408167X", "1998.12", "退伍士兵", "滇-7", "参战"}},
			[]string{survey.Tags, survey.FactVeteran}, []string{survey.FactKind, survey.FactVeteran, survey.StartsOn, "1998-12", survey.FactDetail, "退役士兵", survey.FactNo, "滇-7"}},
		{"extreme poverty", [][]string{{"2026年特困供养人员名单"}, {"姓名", "身份证号", "供养方式", "护理等级", "月供养金"}, {"由国平", "53000019760408167X", "分散", "半自理", "962"}},
			[]string{survey.Extreme, survey.Yes}, []string{survey.FactKind, survey.FactExtreme, survey.FactDetail, "分散供养", survey.FactGrade, "半护理", survey.Amount, "962"}},
		{"aid", [][]string{{"左门乡2026年春季学期雨露计划补助发放名单"}, {"姓名", "身份证号", "学期", "金额"}, {"由国平", "53000019760408167X", "2026春", "1500"}},
			[]string{survey.YuluState, "已享受", survey.YuluAmount, "1500"}, []string{survey.FactKind, survey.FactYulu, survey.Term, "2026春", survey.Amount, "1500"}},
		{"no longer", [][]string{{"2026年7月低保停保名单"}, {"姓名", "身份证号", "停保时间", "停保原因"}, {"由国平", "53000019760408167X", "2026-07-01", "收入超标"}},
			[]string{survey.MinLiving, survey.No}, []string{survey.FactKind, survey.FactMinLiving, survey.EndsOn, "2026-07-01"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := seeded(t)
			p := planOf(t, m, c.rows...)
			m.take(p.Puts())
			who := m.oneNamed(t, "由国平")
			says(t, who.Unpack(), c.person...)
			f := factsOf(m, who.ID)
			if len(f) != 1 {
				t.Fatalf("%d facts, want one: %v %v", len(f), p.Mappings[0], p.Problems)
			}
			says(t, f[0].Unpack(), c.fact...)
			if again := planOf(t, m, c.rows...); len(again.Puts()) != 0 || again.Same != 1 {
				t.Errorf("taken in twice it writes %v", again.Puts())
			}
		})
	}
}

func TestTheFactOfARollIsTheOneThatTheAnswersBring(t *testing.T) {
	m := seeded(t)
	p := planOf(t, m, []string{"低保名册"}, []string{"姓名", "身份证号", "享受时间"}, []string{"由国平", "53000019760408167X", "2021-03"})
	before := m.oneNamed(t, "由国平")
	after := survey.Answers{}
	for k, v := range before.Unpack() {
		after[k] = v
	}
	after[survey.MinLiving] = survey.Yes
	follow := registry.FactsFollow(registry.TypePerson, before.ID, before.Unpack(), after, nil, "2026-09-10", "")
	i := slices.IndexFunc(p.Puts(), func(x intake.Put) bool { return x.Type == registry.TypeFact })
	if i < 0 || len(follow) != 1 || p.Puts()[i].ID != follow[0].ID {
		t.Errorf("two facts of one thing: %v and %v", p.Puts(), follow)
	}
}

func TestSeveralPeopleInOneCell(t *testing.T) {
	head := []string{"村", "户主姓名", "姓名", "身份证号", "享受时间"}
	for _, c := range []struct {
		name, names, numbers string
		people               int
		waits                int
	}{
		{"a sign between, and numbers", "沙𫖮、自㛃", "530000200801010015、53000020080101004X", 2, 0},
		{"a line each", "沙𫖮\n自㛃", "530000200801010015\n53000020080101004X", 2, 0},
		{"a sign and no numbers", "沙𫖮，古丽·阿不都热依木", "", 2, 0},
		{"a blank, and a number each", "沙文𫖮 自㛃", "530000200801010015 53000020080101004X", 2, 0},
		{"a blank only", "沙文𫖮 自㛃", "", 0, 1},
		{"two names and one number", "沙𫖮、自㛃", "530000200801010015", 0, 1},
		{"a stretched name", "沙　𫖮", "530000200801010015", 1, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := newMemory(t, township)
			p := planOf(t, m, []string{"低保名册"}, head, []string{"左门", "沙万", c.names, c.numbers, "2021"})
			if p.New != c.people || p.Undecided != c.waits {
				t.Fatalf("%d people, %d wait: %v", p.New, p.Undecided, p.Problems)
			}
			m.take(p.Puts())
			if len(m.houses) > 1 {
				t.Errorf("%d households", len(m.houses))
			}
			keys := map[string]bool{}
			for i := range p.Rows {
				keys[p.Rows[i].Key()] = true
			}
			if len(keys) != len(p.Rows) {
				t.Error("two rows have one key")
			}
			if again := planOf(t, m, []string{"低保名册"}, head, []string{"左门", "沙万", c.names, c.numbers, "2021"}); len(again.Puts()) != 0 {
				t.Errorf("a second time: %v", again.Puts())
			}
		})
	}
}

func TestAWaitingCellOfSeveralPeopleIsPartedWhenPeopleSaySo(t *testing.T) {
	m := newMemory(t, township)
	p := planOf(t, m, []string{"村", "户主姓名", "姓名", "身份证号"}, []string{"左门", "沙万", "沙文𫖮 自㛃", ""})
	w := waitingRow(t, p, 2)
	m.take(resolve(t, m, w, map[string]string{"姓名": "沙文𫖮、自㛃"}, "").Puts())
	if len(m.people) != 2 {
		t.Errorf("%d people", len(m.people))
	}
}
