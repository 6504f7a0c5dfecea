package intake_test

import (
	"slices"
	"testing"

	"ruhu/internal/intake"
	"ruhu/internal/survey"
)

var wishList = []string{"姓名", "身份证号", "是否有培训意愿", "意向培训工种", "是否就业", "从事工种"}

func TestAWishGoesInInItsOwnWordsAndByTrade(t *testing.T) {
	w := seeded(t)
	rows := [][]string{wishList, {"由国平", "53000019760408167X", "是", "养鸡、电焊", "", ""}, {"𠮷𬱖", "530000200801010015", "是", "做饭", "", ""}}
	for range 2 { // the second time nothing is new
		p, err := intake.New(t.Context(), bookOf(rows...), w, options())
		if err != nil {
			t.Fatal(err)
		}
		w.take(p.Puts())
	}
	if len(w.wishes) != 2 {
		t.Fatalf("%d wishes, want 2: %v", len(w.wishes), w.wishes)
	}
	first := w.wishes[0]
	if first.Text() != "养鸡、电焊" || !first.For("焊工") || first.Get(survey.WishedOn) != "2026-09-10" || first.PersonID() != w.oneNamed(t, "由国平").ID {
		t.Errorf("%v", first)
	}
	if !w.wishes[1].For("中式烹调师") {
		t.Errorf("%v", w.wishes[1])
	}
}

func TestAWishThatPeopleHavePutRightIsNotWrittenOver(t *testing.T) {
	m := seeded(t)
	rows := [][]string{wishList, {"由国平", "53000019760408167X", "", "学修车", "", ""}}
	m.take(planOf(t, m, rows...).Puts())
	if len(m.wishes) != 1 {
		t.Fatalf("%d wishes of somebody known of whom the list has nothing else new", len(m.wishes))
	}
	for _, corrected := range []survey.Answers{{survey.WishText: "学修车", survey.Trade1: "汽车维修"}, {survey.WishText: "修汽车"}} {
		corrected[survey.OfPerson] = m.wishes[0].PersonID()
		m.wishes[0].Packed = survey.Pack(corrected)
		if p := planOf(t, m, rows...); p.Same != 1 || len(p.Puts()) != 0 {
			t.Errorf("%v: %v", corrected, p.Puts())
		}
	}
}

func TestAWishNobodyCanKeepIsSetAgainstWhatTheRegisterHas(t *testing.T) {
	for _, c := range []struct {
		name string
		row  []string
		want string
	}{
		{"no trade", []string{"a", "530000197905315505", "是", "", "", ""}, "wish_empty@意向培训工种"},
		{"no wish, and a trade", []string{"a", "530000197905315505", "否", "电工", "", ""}, "wish_against_trades@是否有培训意愿"},
		{"anything", []string{"a", "530000197905315505", "是", "都可以", "", ""}, "wish_vague@意向培训工种"},
		{"one trade unknown", []string{"a", "530000197905315505", "是", "电工、修飞船", "", ""}, "trade_unknown@意向培训工种"},
		{"too young", []string{"a", "53000020150319982X", "是", "电工", "", ""}, "under_16@身份证号"},
		{"too old", []string{"a", "530000194607236119", "是", "电工", "", ""}, "over_age@身份证号"},
		{"no job, and a trade", []string{"a", "530000197905315505", "否", "", "否", "瓦工"}, "job_contradicts@是否就业"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := planOf(t, newMemory(t, township), wishList, c.row)
			if !slices.Contains(kinds(&p.Rows[0]), c.want) || p.New != 1 {
				t.Errorf("%v, %d new", kinds(&p.Rows[0]), p.New)
			}
		})
	}
}

func TestOurOwnIdsAreNeverReadFromAList(t *testing.T) {
	p := planOf(t, newMemory(t, township), append([]string{"所在户"}, small...), []string{"x", "左门", "5323250000000001", "由国平", "53000019760408167X", "户主", "", ""})
	for _, put := range p.Puts() {
		if put.Fields[survey.InHousehold] == "x" {
			t.Error("a list decided which household somebody is in")
		}
	}
}
