package survey_test

import (
	"errors"
	"slices"
	"testing"

	"ruhu/internal/survey"
)

func ownTrades() *survey.Vocabulary {
	return survey.Trades(
		survey.ChoiceItem{Name: "无人机植保", Also: []string{"无人机", "飞防", "打药无人机"}},
		survey.ChoiceItem{Name: "彝家腊肉制作", Also: []string{"腊肉加工", "电工"}},
		survey.ChoiceItem{Name: "砌筑工", Also: []string{"砌石头"}},
	)
}

func TestACountysOwnTradeIsFoundByWhatPeopleCallIt(t *testing.T) {
	for said, want := range map[string][]string{
		"无人机": {"无人机植保"}, "想学飞防": {"无人机植保"}, "养鸡、打药无人机": {"养殖(禽)", "无人机植保"}, "学开无人机技术": {"无人机植保"},
		"腊肉加工": {"彝家腊肉制作"}, "砌石头": {"砌筑工"}, "泥水工": {"砌筑工"}, "无人机植保": {"无人机植保"}, "都可以": nil, "不想学无人机": nil,
	} {
		if got := ownTrades().WishTrades(said); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", said, got, want)
		}
	}
}

func TestTheNameOfATradeAlwaysMeansThatTrade(t *testing.T) {
	if got, _ := ownTrades().Find("电工"); got != "电工" {
		t.Errorf("a county's word for another trade takes the name of one: %s", got)
	}
	for _, c := range ownTrades().Items() {
		if got, ok := ownTrades().Find(c.Name); !ok || got != c.Name {
			t.Errorf("%s finds %q", c.Name, got)
		}
	}
}

func TestOneCountysTradesAreNotAnothers(t *testing.T) {
	ownTrades()
	if got := survey.WishTrades("无人机"); len(got) != 0 {
		t.Error(got)
	}
	var none *survey.Vocabulary
	if got, ok := none.Find("裁缝"); !ok || got != "服装缝纫" || len(none.Items()) != len(survey.List("trade")) {
		t.Error("nothing of a county's own is not the list that ships:", got)
	}
}

func TestAWishMayNameACountysOwnTrade(t *testing.T) {
	table := survey.Wish.Offering(ownTrades())
	f, _ := table.Field(survey.Trade1)
	if got, err := f.Clean("飞防"); err != nil || got != "无人机植保" {
		t.Error(got, err)
	}
	if n := len(f.Options()); n != len(survey.List("trade"))+2 {
		t.Errorf("%d trades are offered", n)
	}
	a := survey.Answers{survey.WishedOn: "2026-09-01", survey.Trade1: "无人机植保"}
	if p := table.Check(a, day); len(p) != 0 {
		t.Error(p)
	}
	if p := survey.Wish.Check(a, day); len(p) != 1 || !errors.Is(p[0].Err, survey.ErrValueUnknown) {
		t.Error("another county's form knows the trade:", p)
	}
}
