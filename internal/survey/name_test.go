package survey_test

import (
	"testing"

	"ruhu/internal/survey"
)

func TestANameIsCleanedAndNeverChanged(t *testing.T) {
	cases := []struct{ what, typed, name, note string }{
		{"as it should be", "古丽·阿不都热依木", "古丽·阿不都热依木", ""},
		{"bullet", "吉克•拉铁", "吉克·拉铁", ""},
		{"middle dot of Japanese", "曲比・约哈", "曲比·约哈", ""},
		{"hyphenation point", "罗洪‧嘎洛", "罗洪·嘎洛", ""},
		{"full-width stop", "沙马．伍各", "沙马·伍各", ""},
		{"full stop", "的日.子布", "的日·子布", ""},
		{"bullet operator", "马海∙阿依莫", "马海·阿依莫", ""},
		{"small full stop", "吉克﹒拉铁", "吉克·拉铁", ""},
		{"blanks around the separator", "古丽 · 阿不都热依木", "古丽·阿不都热依木", ""},
		{"two characters stretched", "曾　红", "曾红", ""},
		{"two characters stretched by two blanks", "高  军", "高军", ""},
		{"three characters stretched", "张 小 明", "张小明", ""},
		{"blanks between longer parts stay", "古丽  阿不都热依木", "古丽 阿不都热依木", ""},
		{"tab behind", "沙红梅\t", "沙红梅", ""},
		{"zero-width before", "\u200b由建华", "由建华", ""},
		{"byte order mark before", "\ufeff由建华", "由建华", ""},
		{"remark", "夏光宗（户主）", "夏光宗", "户主"},
		{"remark in half-width brackets", "夏光宗 (已故) ", "夏光宗", "已故"},
		{"a character described", "王（龙/天）", "王（龙/天）", ""},
		{"Latin initials keep their stops", "J.R.", "J.R.", ""},
		{"rare", "沙𫖮", "沙𫖮", ""},
		{"extension A", "自㛃", "自㛃", ""},
		{"extension E", "上𬭳", "上𬭳", ""},
		{"extension B stretched", "曾　𠮷", "曾𠮷", ""},
		{"more rare ones", "王𬱖䶮", "王𬱖䶮", ""},
		{"compatibility ideograph", "\uf9d0", "\uf9d0", ""},
		{"long", "沙马·约哈拉铁伍各日火木呷尔布", "沙马·约哈拉铁伍各日火木呷尔布", ""},
	}
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			name, note := survey.CleanName(c.typed)
			if name != c.name || note != c.note {
				t.Errorf("%q became %q with %q", c.typed, name, note)
			}
			if again, _ := survey.CleanName(name); again != name {
				t.Errorf("cleaned twice it is %q", again)
			}
		})
	}
}

func TestMasksLeaveWhatAPublicListMayShow(t *testing.T) {
	cases := []struct {
		what, in, out string
		mask          func(string) string
	}{
		{"two characters", "张三", "张*", survey.MaskName},
		{"three characters", "张小三", "张*三", survey.MaskName},
		{"four characters", "欧阳卫东", "欧**东", survey.MaskName},
		{"rare characters count as one", "曾𠮷", "曾*", survey.MaskName},
		{"with a separator", "古丽·阿不都热依木", "古*·阿*****", survey.MaskName},
		{"one character", "张", "张", survey.MaskName},
		{"minor", "张小三", "张**", survey.MaskMinorName},
		{"minor of two characters", "𠮷三", "𠮷**", survey.MaskMinorName},
		{"ID number", "530000200801010015", "5300**********0015", survey.MaskID},
		{"something else than an ID number", "530000", "******", survey.MaskID},
		{"mobile", "15469990165", "154****0165", survey.MaskPhone},
		{"landline", "0878-5711234", "********1234", survey.MaskPhone},
	}
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			if got := c.mask(c.in); got != c.out {
				t.Errorf("%s became %s, want %s", c.in, got, c.out)
			}
		})
	}
}
