package survey_test

import (
	"strings"
	"testing"

	"ruhu/internal/survey"
)

func TestAChoiceIsFoundByItsOtherWords(t *testing.T) {
	cases := []struct{ list, typed, want string }{
		{"ethnic", "汉", "汉族"}, {"ethnic", "彝族 ", "彝族"}, {"ethnic", "07", "彝族"}, {"ethnic", "YI", "彝族"}, {"ethnic", "毛难族", "毛南族"}, {"ethnic", "穿青人", ""},
		{"relation", "母亲", "之母"}, {"relation", "妻子", "配偶"}, {"relation", "儿子", "之子"}, {"relation", "长子", "之子"}, {"relation", "配 偶", "配偶"}, {"relation", "朋友", ""},
		{"relation", "孙子", "之孙子"}, {"relation", "外孙女", "之外孙女"}, {"relation", "10", "配偶"},
		{"education", "文盲", "文盲或半文盲"}, {"education", "小学毕业", "小学"}, {"education", "中专", "高中"}, {"education", "技校", "高中"}, {"education", "专科", "大专"},
		{"education", "初中文化", "初中"}, {"education", "初级中学", "初中"}, {"education", "不详", ""},
		{"schooling", "初二", "八年级"}, {"schooling", "幼儿园", "学前教育"}, {"schooling", "小学三年级", "小学"}, {"schooling", "高一", "普通高中一年级"},
		{"skill", "弱劳力", "弱劳动力或半劳动力"}, {"skill", "普通劳力", "普通劳动力"}, {"skill", "有", ""},
		{"political", "团员", "共青团员"}, {"political", "党员", "中共党员"}, {"health", "慢性病", "长期慢性病"}, {"health", "一般", ""},
		{"id_type", "居民身份证（户口簿）", "居民身份证(户口簿)"}, {"id_type", "身份证", "居民身份证(户口簿)"},
		{"sex", "1", "男"}, {"sex", "2", "女"}, {"disability_kind", "视力", "视力残疾"}, {"disability_grade", "2", "二级"},
		{"destination", "在家务农", "务农"}, {"destination", "复读高三", "复读"}, {"house_type", "建档立卡户", "脱贫户"},
		{"trade", "养殖（猪）", "养殖(猪)"}, {"trade", "泥水工", "砌筑工"}, {"trade", "都可以", ""}, {"class_level", "初级（五级）", "初级"},
	}
	for _, c := range cases {
		if got, ok := survey.FindChoice(c.list, c.typed); got != c.want || ok != (c.want != "") {
			t.Errorf("%s %q is %q, want %q", c.list, c.typed, got, c.want)
		}
	}
}

func TestListsAreAsTheStandardsHaveThem(t *testing.T) {
	for list, n := range map[string]int{"ethnic": 58, "relation": 28, "education": 6, "destination": 17, "political": 4, "skill": 5, "health": 4, "gb_relation": 84, "disability_kind": 7} {
		if got := len(survey.List(list)); got != n {
			t.Errorf("%s has %d choices, want %d", list, got, n)
		}
	}
	if got := survey.CodeOf("ethnic", "彝族"); got != "07" {
		t.Errorf("彝族 is %q, want 07 of GB/T 3304", got)
	}
}

func TestEveryChoiceFindsItselfAndItsList(t *testing.T) {
	for _, list := range survey.ListNames() {
		for _, c := range survey.List(list) {
			if got, ok := survey.FindChoice(list, c.Name); !ok || got != c.Name {
				t.Errorf("%s: %q finds %q", list, c.Name, got)
			}
		}
	}
	for _, table := range survey.Tables {
		for _, f := range table.Fields {
			needs := f.Kind == survey.Choice || f.Kind == survey.Choices
			if needs && f.List == "" || f.List != "" && !needs && f.Kind != survey.Text || f.List != "" && survey.List(f.List) == nil {
				t.Errorf("%s.%s has the list %q", table.Name, f.Key, f.List)
			}
		}
	}
}

func TestAWishIsTakenApartAndGuessesNothing(t *testing.T) {
	cases := []struct {
		said   string
		trades []string
	}{
		{"养鸡、家政", []string{"养殖(禽)", "家政服务员"}},
		{"育婴/缝纫", []string{"育婴员", "服装缝纫"}},
		{"缝纫 养牛 护工", []string{"服装缝纫", "养殖(牛羊)", "医疗护理员"}},
		{"保姆，裁缝", []string{"家政服务员", "服装缝纫"}},
		{"裁缝；导游", []string{"服装缝纫", "导游/民宿"}},
		{"电工、无人机", []string{"电工", ""}},
		{"SYB/IYB/网络创业", []string{"SYB/IYB/网络创业"}},
		{"都可以", []string{""}},
		{"电工、焊工", []string{"电工", "焊工"}}, {"开挖掘机", []string{"挖掘机操作"}}, {"做饭", []string{"中式烹调师"}}, {"想学开车", []string{"汽车驾驶"}},
		{"跟着师傅学修车", []string{"汽车维修工"}}, {"想学电工焊工", []string{"电工", "焊工"}}, {"我想学做饭或者做面点", []string{"中式烹调师", "中式面点师"}},
		{"1.养鸡2.养猪技术", []string{"养殖(禽)", "养殖(猪)"}}, {"学点家政方面的技能", []string{"家政服务员"}}, {"最好是电商直播", []string{"农村电商/直播"}},
		{"不想学电工", []string{""}}, {"除了焊工都行", []string{""}}, {"在电工厂上班", []string{""}}, {"开叉车", []string{""}}, {"种羊肚菌技术", []string{"种植(食用菌)"}}, {"食用菌种植技术", []string{"种植(食用菌)"}},
		{"育婴员（月嫂）", []string{"育婴员"}}, {"3D打印", []string{""}}, {"想学市场经纪", []string{"市场经纪(农村经纪人)"}}, {"当农村经纪人", []string{"市场经纪(农村经纪人)"}}, {"想学", []string{""}},
	}
	for _, c := range cases {
		parts := survey.SplitWish(c.said)
		if len(parts) != len(c.trades) {
			t.Errorf("%s: %v", c.said, parts)
			continue
		}
		for i, p := range parts {
			if p.Trade != c.trades[i] {
				t.Errorf("%s: %q is %q, want %q", c.said, p.Said, p.Trade, c.trades[i])
			}
		}
	}
}

func TestAWishHasPlacesForThreeTradesEachOnce(t *testing.T) {
	for said, want := range map[string]string{"做饭、炒菜、电工": "中式烹调师 电工", "电工、焊工、砌砖、养鸡": "电工 焊工 砌筑工", "无人机、都可以": ""} {
		if got := strings.Join(survey.WishTrades(said), " "); got != want {
			t.Errorf("%s: %s, want %s", said, got, want)
		}
	}
}

func TestACertificateInFreeWordsGivesTradeAndLevel(t *testing.T) {
	for said, want := range map[string][2]string{
		"中式烹调师（初级）2022年": {"中式烹调师", "初级"}, "中式烹调师中级证": {"中式烹调师", "中级"}, "电工初级证": {"电工", "初级"},
		"砌筑工/初级": {"砌筑工", "初级"}, "焊工高级技师": {"焊工", "高级技师"}, "驾驶证": {"", ""},
	} {
		if trade, level := survey.ParseCert(said); trade != want[0] || level != want[1] {
			t.Errorf("%s: %q %q", said, trade, level)
		}
	}
}

func TestAListSaysMoreOfItsChoicesInFurtherColumns(t *testing.T) {
	if got := survey.JoinList(survey.Arrivals()); got != "迁入、婚入、出生、返回、收养、改错" {
		t.Errorf("people come to a household by %s", got)
	}
	if got := survey.Column("fact_kind", "残疾", "grade"); got != "disability_grade" {
		t.Errorf("the grades of a disability are of the list %q", got)
	}
	for _, c := range survey.List("fact_kind") {
		for _, column := range []string{"detail", "grade"} {
			if l := survey.Column("fact_kind", c.Name, column); l != "" && survey.List(l) == nil {
				t.Errorf("%s has no list %s", c.Name, l)
			}
		}
	}
	if got := survey.Groups("trade", "kind"); len(got) < 4 {
		t.Errorf("trades lead to certificates of the kinds %v", got)
	}
}
