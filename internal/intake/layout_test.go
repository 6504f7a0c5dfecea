package intake_test

import (
	"slices"
	"strings"
	"testing"

	"ruhu/internal/intake"
	"ruhu/internal/survey"
)

// saysOf tells whether a problem of the kind stands at the row, with the words.
func saysOf(p *intake.Plan, row int, kind, words string) bool {
	return slices.ContainsFunc(p.Problems, func(q intake.Problem) bool {
		return q.Row == row && q.Kind == kind && strings.Contains(q.Message, words)
	})
}

func TestANumberThatStandsOnceForAHouseholdIsThatOfItsMembers(t *testing.T) {
	head := []string{"户编号", "姓名", "证件号码", "与户主关系"}
	p := planOf(t, newMemory(t, township), head,
		[]string{"5323250000000101", "𬱖𫖮", "530000200801010015", "户主"},
		[]string{"", "古丽·阿不都热依木", "530000200007165212", "之妻"},
		[]string{"5323250000000102", "㛃阿花", "530000197905315505", "户主"},
		[]string{"", "由国平", "53000019760408167X", "配偶"})
	if p.Households != 2 || len(p.Puts()) != 6 || !saysOf(p, 1, "house_no_above", "第一行") || p.Rows[3].Household[survey.HouseNo] != "5323250000000102" {
		t.Errorf("%d households, %d records, %v", p.Households, len(p.Puts()), p.Problems)
	}
	full := planOf(t, newMemory(t, township), head,
		[]string{"5323250000000101", "𬱖𫖮", "530000200801010015", "户主"},
		[]string{"5323250000000101", "古丽·阿不都热依木", "530000200007165212", "配偶"},
		[]string{"5323250000000101", "㛃阿花", "530000197905315505", "之女"},
		[]string{"", "由国平", "53000019760408167X", "之子"})
	if !saysOf(full, 5, "house_no_missing", "") {
		t.Errorf("one number left out in a list that has them: %v", full.Problems)
	}
}

func TestWhatStandsUnderNoHeadingIsNamed(t *testing.T) {
	p := planOf(t, newMemory(t, township),
		[]string{"姓名", "证件号码", "家庭成员"},
		[]string{"", "", "成员1", "身份证号1"},
		[]string{"𬱖𫖮", "530000200801010015", "㛃阿花", "530000197905315505"})
	if !saysOf(p, 2, "title_row", "") || !saysOf(p, 1, "column_untitled", "D列") || p.Rejected > 0 {
		t.Errorf("%v", p.Problems)
	}
}

func TestTheTitleOfAListBelowAnotherIsNobody(t *testing.T) {
	p := planOf(t, newMemory(t, township),
		[]string{"左门村委会劳动力摸底表"},
		[]string{"姓名", "证件号码", "文化", "电话"},
		[]string{"𬱖𫖮", "530000200801010015", "初中", "15400000001"},
		[]string{"地索村委会外出务工人员名单"},
		[]string{"务工地", "姓名", "证件号码"},
		[]string{"昆明", "古丽·阿不都热依木", "530000200007165212"})
	if !saysOf(p, 4, "title_row", "") || p.Rejected > 0 || p.New != 2 {
		t.Fatalf("%d new: %v", p.New, p.Problems)
	}
	var villages []string
	for _, put := range p.Puts() {
		if v := put.Fields[survey.Village]; v != "" {
			villages = append(villages, v)
		}
	}
	if len(villages) != 2 || villages[0] == villages[1] || p.Rows[1].Person[survey.Education] != "初中" {
		t.Errorf("villages %v, %v", villages, p.Rows[1].Person)
	}
}

func TestARollOfATermSaysItsTerm(t *testing.T) {
	m := newMemory(t, township)
	list := func(term string) *intake.Plan {
		return planOf(t, m, []string{term + "雨露计划补助发放名单"}, []string{"姓名", "身份证号码", "补助金额（元）", "所在村（社区）"},
			[]string{"𬱖𫖮", "530000200801010015", "1500", "左门"})
	}
	spring := list("2026年春季学期")
	m.take(spring.Puts())
	if got := spring.Rows[1].Fact[survey.Term]; got != "2026年春季学期" {
		t.Errorf("term %q", got)
	}
	if again := list("2026年春季学期"); again.Changed > 0 {
		t.Errorf("the same term again: %v", again.Rows[1].Diffs)
	}
	autumn := list("2026年秋季学期")
	if !slices.ContainsFunc(autumn.Puts(), func(p intake.Put) bool {
		return p.Fields[survey.Term] == "2026年秋季学期" && p.Fields[survey.OfPerson] != ""
	}) {
		t.Errorf("autumn brings %v", autumn.Puts())
	}
	if got := autumn.Unknown(); len(got) > 0 {
		t.Errorf("unread %v", got)
	}
}

func TestARollAddsItsKindWithoutAsking(t *testing.T) {
	m := newMemory(t, township)
	m.take(planOf(t, m, []string{"户编号", "姓名", "证件号码", "与户主关系", "户类型"}, []string{"5323250000000101", "由国平", "53000019760408167X", "户主", "脱贫户"}).Puts())
	p := planOf(t, m, []string{"农村低保户花名册"}, []string{"户主姓名", "户主身份证号", "保障人数"}, []string{"由国平", "53000019760408167X", "3"})
	if p.Undecided > 0 || !slices.ContainsFunc(p.Puts(), func(q intake.Put) bool { return q.Fields[survey.HouseType] == "脱贫户、低保户" }) {
		t.Errorf("%v, %v", p.Problems, p.Puts())
	}
}

func TestANumberOfACertificateWithoutItsEndIsStillThatOfThePerson(t *testing.T) {
	p := planOf(t, newMemory(t, township), []string{"姓名", "残疾证号", "住址"}, []string{"由国平", "53000019760408167X", "左门村委会"})
	if got := p.Rows[0].Person[survey.IDNo]; got != "53000019760408167X" {
		t.Errorf("ID number %q", got)
	}
}
