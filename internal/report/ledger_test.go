package report_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
)

var day = time.Date(2026, 9, 10, 0, 0, 0, 0, time.UTC)

const here, there = "532325202201", "532325202202"

// small is a register of three households: poor, monitored, neither. Numbers are of area 530000.
func small() report.Source {
	house := func(id, village, head, typ, monitor string) registry.Household {
		return registry.Household{ID: id, Packed: survey.Pack(survey.Answers{survey.Village: village, survey.HeadName: head, survey.HouseType: typ, survey.Monitor: monitor, survey.HouseNo: "5323" + id})}
	}
	person := func(id, house, name, no string, kv ...string) registry.Person {
		a := survey.Answers{survey.InHousehold: house, survey.FullName: name, survey.IDNo: no}
		for i := 0; i < len(kv); i += 2 {
			a[kv[i]] = kv[i+1]
		}
		return registry.Person{ID: id, Packed: survey.Pack(a)}
	}
	return report.Source{
		On: day,
		Households: map[string]registry.Household{
			"a": house("a", here, "由国平", "脱贫户", ""), "b": house("b", there, "古丽·阿不都热依木", "监测对象", "边缘易致贫户"), "c": house("c", here, "马建国", "一般户", ""),
		},
		People: []registry.Person{
			person("1", "a", "由国平", "53000019760408167X", survey.Education, "小学", survey.Phone, "15469990165", survey.WantsTraining, "否"),
			person("2", "a", "由小刚", "530000200801010015", survey.Education, "初中", survey.Destination, "外出务工", survey.WantsTraining, "是"),
			person("3", "b", "古丽·阿不都热依木", "530000200805281947", survey.Education, "高中", survey.Health, "残疾", survey.WantsTraining, "是"),
			person("4", "b", "曾𠮷", "530000201710258271", survey.Schooling, "小学"),
			person("5", "c", "马建国", "530000198802220743", survey.Education, "初中", survey.MinLiving, "是"),
			person("6", "c", "上𬭳", "530000199105111028", survey.Education, "初中"),
		},
		Wishes: map[string][]registry.Wish{
			"2": {{ID: "w", Packed: survey.Pack(survey.Answers{survey.OfPerson: "2", survey.WishText: "厨师", survey.Trade1: "中式烹调师"})}},
		},
	}
}

// cell gives the cell of a column, by the label of its heading, in the row of a person.
func cell(t *testing.T, table report.Table, id, label string) string {
	t.Helper()
	row := slices.Index(table.IDs, id)
	col := slices.IndexFunc(table.Columns, func(c report.Column) bool { return c.Label == label })
	if row < 0 || col < 0 {
		t.Fatalf("no row %q or no column %q in %v", id, label, table.IDs)
	}
	return table.Rows[row][col]
}

func TestALedgerHoldsWhoBelongsThere(t *testing.T) {
	want := map[string][]string{
		"lianghousheng": {"2", "3"}, "dishouru": {"1", "2", "5", "3", "4"}, "yiyuan": {"1", "2", "3"},
		"fangan": {"2", "3"}, "laodongli": {"1", "2", "3"}, "weimodi": {"1", "2", "3", "5", "6"}, "yingxunweixun": {"2", "3"}, "canji": {"3"}, "dibao": {"5", "6"},
		"wugong": {"2"}, "weizoufang": {"a", "b", "c"},
	}
	for _, l := range report.All {
		table := l.Make(small(), report.Filter{})
		got, expected := slices.Sorted(slices.Values(table.IDs)), slices.Sorted(slices.Values(want[l.Name]))
		if !slices.Equal(got, expected) {
			t.Errorf("%s has %v, want %v", l.Name, got, expected)
		}
		for i, r := range table.Rows {
			if len(r) != len(table.Columns) || r[0] != fmt.Sprint(i+1) {
				t.Errorf("%s: row %v", l.Name, r)
			}
		}
	}
}

func TestALedgerSaysWhy(t *testing.T) {
	table := report.LeftSchool(small(), report.Filter{})
	if got := cell(t, table, "2", "认定理由"); !strings.Contains(got, "18周岁") || !strings.Contains(got, "初中") {
		t.Errorf("the reason is %q", got)
	}
	if got := cell(t, table, "3", "年龄"); got != "18" {
		t.Errorf("the age is worked out for the day of the ledger, got %q", got)
	}
	if got := cell(t, report.LowIncome(small(), report.Filter{}), "5", "低收入类别"); got != "低保户" {
		t.Errorf("who gets 低保 belongs there by that: %q", got)
	}
}

func TestWhoContradictsHimselfIsToBeAsked(t *testing.T) {
	src := small()
	src.People[1].Packed = src.People[1].With(survey.GoesOn, "否").With(survey.Destination, "复读")
	table := report.LeftSchool(src, report.Filter{})
	if got := cell(t, table, "2", "认定"); got != "待核实" {
		t.Errorf("got %q", got)
	}
}

func TestALedgerIsNarrowedByVillageTextAndStatus(t *testing.T) {
	cases := []struct {
		name string
		f    report.Filter
		want []string
	}{
		{"village", report.Filter{Village: there}, []string{"3"}},
		{"township", report.Filter{Village: "532325202"}, []string{"2", "3"}},
		{"text", report.Filter{Text: "古丽"}, []string{"3"}},
		{"two words", report.Filter{Text: "由 外出"}, []string{"2"}},
		{"nothing fits", report.Filter{Text: "王"}, nil},
		{"status", report.Filter{Status: "外出务工"}, []string{"2"}},
	}
	for _, c := range cases {
		if got := report.LeftSchool(small(), c.f).IDs; !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	table := report.LeftSchool(small(), report.Filter{Status: "外出务工"})
	if len(table.Statuses) != 2 {
		t.Errorf("the statuses count what the other filters leave: %v", table.Statuses)
	}
}

func TestThePublicVariantShowsNobody(t *testing.T) {
	src := small()
	for _, l := range report.All {
		table := l.Make(src, report.Filter{Public: true})
		all := fmt.Sprint(table.Rows)
		for _, secret := range []string{"530000200801010015", "53000019760408167X", "15469990165", "由国平", "由小刚", "阿不都", "残疾", "低保", "曾𠮷", "5323a"} {
			if strings.Contains(all, secret) {
				t.Errorf("%s shows %s", l.Name, secret)
			}
		}
		if slices.Contains(table.IDs, "4") {
			t.Errorf("%s lists a child under 14", l.Name)
		}
	}
	src.People[3].Packed = src.People[3].With(survey.IDNo, "")
	if slices.Contains(report.LowIncome(src, report.Filter{Public: true}).IDs, "4") {
		t.Error("a pupil whose age nobody knows may be a child")
	}
	table := report.LeftSchool(src, report.Filter{Public: true})
	if got := cell(t, table, "2", "姓名"); got != "由*刚" {
		t.Errorf("grown-up: %q", got)
	}
	src.On = time.Date(2025, 9, 10, 0, 0, 0, 0, time.UTC)
	if got := cell(t, report.LeftSchool(src, report.Filter{Public: true}), "2", "姓名"); got != "由**" {
		t.Errorf("seventeen: %q", got)
	}
}

func TestNumbersThatAreNoNumbersAreMarkedAsText(t *testing.T) {
	for _, c := range report.LowIncome(small(), report.Filter{}).Columns {
		if want := c.Key == survey.IDNo || c.Key == survey.Phone || c.Key == survey.HouseNo || c.Key == "helper_phone"; c.Text != want {
			t.Errorf("%s: text %v", c.Label, c.Text)
		}
	}
}

func BenchmarkLedgerOf20000People(b *testing.B) {
	src := small()
	few := src.People
	for len(src.People) < 20000 {
		src.People = append(src.People, few...)
	}
	for _, l := range report.All {
		b.Run(l.Name, func(b *testing.B) {
			for b.Loop() {
				l.Make(src, report.Filter{Text: "由"})
			}
		})
	}
}
