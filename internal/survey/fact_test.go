package survey_test

import (
	"errors"
	"testing"

	"ruhu/internal/survey"
)

func TestAListsTitleSaysWhichFactsItHolds(t *testing.T) {
	for title, want := range map[string]string{
		"左门乡2026年6月农村低保对象花名册": survey.FactMinLiving, "特困供养人员名单": survey.FactExtreme, "持证残疾人台账": survey.FactDisability, "退役军人信息采集表": survey.FactVeteran,
		"残疾人两项补贴发放表": "补贴", "雨露计划补助对象名单": survey.FactYulu, "公益性岗位人员名册": survey.FactPost, "低保边缘家庭台账": survey.FactNearMinimum,
		"农村劳动力培训就业意愿调查表": "", "脱贫户中的低保户": "", "": "", "初中毕业生名单": "",
	} {
		if got := survey.FactKindIn(title); got != want {
			t.Errorf("%s is of %q, want %q", title, got, want)
		}
	}
}

func TestAFactIsPutIntoTheWordsOfItsKind(t *testing.T) {
	got := survey.CleanFact(survey.Answers{survey.FactKind: "残疾", survey.FactDetail: "肢体", survey.FactGrade: "3级"})
	if got[survey.FactDetail] != "肢体残疾" || got[survey.FactGrade] != "三级" {
		t.Errorf("it is %v", got)
	}
	if got := survey.CleanFact(survey.Answers{survey.FactKind: "特困", survey.FactDetail: "集中", survey.FactGrade: "失能三级"}); got[survey.FactDetail] != "集中供养" || got[survey.FactGrade] != "失能三级" {
		t.Errorf("words that no list has are changed: %v", got)
	}
}

func TestWhatAFactIsAskedFollowsFromItsKind(t *testing.T) {
	for kind, want := range map[string]map[string]bool{
		"低保": {survey.FactPeople: true, survey.Amount: true, survey.FactFirm: false, survey.FactGrade: false}, "务工": {survey.FactPeople: false, survey.FactFirm: true, survey.Term: true},
		"残疾": {survey.FactGrade: true, survey.FactFirm: false}, "特困": {survey.FactGrade: true, survey.FactPeople: true},
	} {
		for key, asked := range want {
			if f, _ := survey.Fact.Field(key); f.Asked(survey.Answers{survey.FactKind: kind}) != asked {
				t.Errorf("%s of %s: asked is %v", key, kind, !asked)
			}
		}
	}
	f, _ := survey.Fact.Field(survey.FactDetail)
	if got := f.Offers(survey.Answers{survey.FactKind: "监测对象"}); len(got) != 3 {
		t.Errorf("监测对象 offers %v", got)
	}
}

func TestAFactMayNotEndBeforeItBegins(t *testing.T) {
	for _, c := range []struct {
		from, until string
		wrong       bool
	}{{"2026-03", "2026-03", false}, {"2026-03-02", "2026-03", false}, {"2026-03-02", "2026-03-01", true}, {"2026", "2025-12-31", true}, {"", "2020", false}, {"2026", "", false}} {
		wrong := false
		for _, p := range survey.Fact.Check(survey.Answers{survey.FactKind: "低保", survey.StartsOn: c.from, survey.EndsOn: c.until}, day) {
			wrong = wrong || errors.Is(p.Err, survey.ErrEndsBeforeStart)
		}
		if wrong != c.wrong {
			t.Errorf("from %q until %q: wrong is %v", c.from, c.until, wrong)
		}
	}
}

func TestFreeTextTakesTheWordsItIsOffered(t *testing.T) {
	f, _ := survey.Wish.Field(survey.WishPlace)
	for typed, want := range map[string]string{"在村里": "本村", "县里": "县城", "老街那边": "老街那边"} {
		if got, err := f.Clean(typed); got != want || err != nil {
			t.Errorf("%s is %q, %v", typed, got, err)
		}
	}
}

func TestACountysQuestionsStandBehindTheTablesOwn(t *testing.T) {
	own := []survey.Field{
		{Key: "x_roof", Label: "屋顶", Kind: survey.Choice, Items: []survey.ChoiceItem{{Name: "瓦", Code: "1", Also: []string{"瓦片"}}, {Name: "混凝土"}}},
		{Key: survey.FullName, Label: "姓名", Kind: survey.Text}, {Key: "x_roof", Label: "又一个", Kind: survey.Text}, {Key: "x_none"},
	}
	table := survey.Person.Plus(own, []survey.Rule{{Key: "x_roof"}})
	f, ok := table.Field("x_roof")
	if !ok || len(table.Fields) != len(survey.Person.Fields)+1 || len(table.Rules) != len(survey.Person.Rules)+1 || len(f.Options()) != 2 {
		t.Fatalf("%d fields, %v", len(table.Fields), f)
	}
	if got, err := f.Clean("瓦片"); got != "瓦" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := f.Clean("茅草"); !errors.Is(err, survey.ErrValueUnknown) {
		t.Errorf("a choice it does not have: %v", err)
	}
	if _, ok := survey.Person.Field("x_roof"); ok {
		t.Error("the table itself has changed")
	}
}

func TestTheLastDayOfWhatIsKnown(t *testing.T) {
	for d, want := range map[string]string{"2024": "2024-12-31", "2024-02": "2024-02-29", "2026-06-30": "2026-06-30"} {
		if got, ok := survey.LastDay(d); !ok || got.Format("2006-01-02") != want {
			t.Errorf("%s ends with %v", d, got)
		}
	}
	if _, ok := survey.LastDay(""); ok {
		t.Error("nothing has no last day")
	}
}
