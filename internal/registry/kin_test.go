package registry_test

import (
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// kinsman is 户主男 and the like: a relation with the sex of who bears it.
func kinsman(id, relation, sex string) registry.Person {
	return person(id, survey.FullName, id, survey.Relation, relation, survey.Sex, sex)
}

func TestWhoBecomesWhatToANewHead(t *testing.T) {
	for _, c := range []struct {
		oldSex, head, headSex, member, memberSex, want string
	}{
		{"男", "配偶", "女", "户主", "男", "配偶"}, {"男", "配偶", "女", "之子", "男", "之子"}, {"男", "配偶", "女", "之父", "男", "之公公"}, {"男", "配偶", "女", "之岳母", "女", "之母"},
		{"女", "配偶", "男", "之母", "女", "之岳母"}, {"女", "配偶", "男", "之公公", "男", "之父"}, {"男", "配偶", "女", "之兄弟姐妹", "男", "其他"}, {"男", "配偶", "女", "之孙女", "女", "之孙女"},
		{"男", "之子", "男", "户主", "男", "之父"}, {"男", "之子", "男", "配偶", "女", "之母"}, {"男", "之子", "男", "之女", "女", "之兄弟姐妹"}, {"男", "之子", "男", "之儿媳", "女", "配偶"},
		{"男", "之子", "男", "之孙子", "男", "之子"}, {"男", "之子", "男", "之父", "男", "之祖父"}, {"女", "之子", "男", "之父", "男", "之外祖父"}, {"男", "之子", "男", "之岳父", "男", "之外祖父"},
		{"男", "之女", "女", "之女婿", "男", "配偶"}, {"男", "之女", "女", "之儿媳", "女", "之兄弟媳妇"}, {"男", "之女", "女", "之孙子", "男", "之侄儿"}, {"男", "之子", "男", "之外孙子", "男", "其他"},
		{"男", "之儿媳", "女", "户主", "男", "之公公"}, {"男", "之儿媳", "女", "配偶", "女", "之婆婆"}, {"男", "之女婿", "男", "户主", "男", "之岳父"}, {"男", "之子", "男", "之兄弟姐妹", "男", "之叔伯"},
		{"男", "之父", "男", "户主", "男", "之子"}, {"男", "之父", "男", "配偶", "女", "之儿媳"}, {"女", "之父", "男", "配偶", "男", "之女婿"}, {"男", "之父", "男", "之母", "女", "配偶"}, {"男", "之父", "男", "之子", "男", "之孙子"},
		{"女", "之父", "男", "之子", "男", "之外孙子"}, {"男", "之父", "男", "之兄弟姐妹", "女", "之女"}, {"男", "之父", "男", "之侄儿", "男", "之孙子"}, {"男", "之父", "男", "之祖父", "男", "之父"}, {"男", "之父", "男", "之叔伯", "男", "之兄弟姐妹"},
		{"男", "之父", "男", "之岳父", "男", "其他"}, {"男", "之母", "女", "之祖母", "女", "之婆婆"}, {"男", "之母", "女", "之兄弟媳妇", "女", "之儿媳"}, {"男", "之岳父", "男", "户主", "男", "之女婿"}, {"男", "之岳父", "男", "之子", "男", "之外孙子"},
		{"男", "之兄弟姐妹", "男", "户主", "男", "之兄弟姐妹"}, {"男", "之兄弟姐妹", "女", "之子", "男", "之侄儿"}, {"女", "之兄弟姐妹", "男", "之子", "男", "其他"}, {"男", "之兄弟姐妹", "男", "之母", "女", "之母"}, {"男", "之兄弟姐妹", "男", "配偶", "女", "之兄弟媳妇"},
		{"男", "之孙子", "男", "户主", "男", "之祖父"}, {"男", "之孙子", "男", "配偶", "女", "之祖母"}, {"男", "之外孙子", "男", "户主", "男", "之外祖父"}, {"男", "之孙子", "男", "之子", "男", "之父"}, {"男", "之孙子", "男", "之父", "男", "其他"},
		{"男", "之祖父", "男", "户主", "男", "之孙子"}, {"男", "之祖父", "男", "之母", "女", "之儿媳"}, {"男", "之侄儿", "男", "户主", "男", "之叔伯"}, {"女", "之侄儿", "男", "户主", "女", "其他"},
		{"男", "其他", "男", "户主", "男", ""}, {"男", "之子", "男", "其他", "男", ""}, {"男", "之子", "男", "", "男", ""}, {"", "之父", "男", "户主", "", ""}, {"男", "之孙子", "男", "之孙女", "女", ""},
	} {
		people := []registry.Person{kinsman("head", c.head, c.headSex), kinsman("m", c.member, c.memberSex)}
		if c.member != registry.Head {
			people = append(people, kinsman("old", registry.Head, c.oldSex))
		}
		if got := registry.Relations(people, "head")["m"]; got != c.want {
			t.Errorf("%s of a %s head becomes head: the %s (%s) is %q, want %q", c.head, c.oldSex, c.member, c.memberSex, got, c.want)
		}
	}
}

func TestWhoseWifeOfTwoSonsNobodyKnows(t *testing.T) {
	people := []registry.Person{kinsman("old", registry.Head, "男"), kinsman("a", "之子", "男"), kinsman("b", "之子", "男"), kinsman("w", "之儿媳", "女"), kinsman("g", "之孙子", "男")}
	got := registry.Relations(people, "a")
	if got["b"] != "之兄弟姐妹" || got["w"] != "" || got["g"] != "" || got["old"] != "之父" || got["a"] != registry.Head {
		t.Errorf("they become %v", got)
	}
	two := []registry.Person{kinsman("old", registry.Head, "男"), kinsman("w", "之儿媳", "女"), kinsman("v", "之儿媳", "女"), kinsman("a", "之子", "男")}
	if got := registry.Relations(two, "w"); got["v"] != "" {
		t.Errorf("of two daughters-in-law one is %q to the other", got["v"])
	}
}

// TestAHeadWhoComesBackFindsAllAsTheyWere holds the table to itself: there and back again.
func TestAHeadWhoComesBackFindsAllAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sex := func(label string) string { return rapid.SampledFrom([]string{"男", "女"}).Draw(t, label) }
		people := []registry.Person{kinsman("0", registry.Head, sex("head"))}
		for range rapid.IntRange(1, 6).Draw(t, "members") {
			c := rapid.SampledFrom(survey.List("relation")[1:]).Draw(t, "relation")
			if inLaw := map[string]string{"之岳父": "女", "之岳母": "女", "之公公": "男", "之婆婆": "男"}[c.Name]; inLaw != "" && inLaw == people[0].Sex() {
				continue // the parents of a wife are called otherwise than those of a husband
			}
			people = append(people, kinsman(strconv.Itoa(len(people)), c.Name, fitting(c.Name, people[0].Sex(), sex("sex"))))
		}
		if len(people) < 2 {
			return
		}
		there := registry.CertainRelations(people, "1")
		moved := make([]registry.Person, len(people))
		for i, p := range people {
			moved[i] = kinsman(p.ID, there[p.ID], p.Sex())
		}
		for i, r := range registry.CertainRelations(moved, "0") {
			n, _ := strconv.Atoi(i)
			if was := people[n].Relation(); r != was && r != "其他" {
				t.Fatalf("%s was %s, became %q, came back as %q (all %v)", i, was, there[i], r, there)
			}
		}
	})
}

// fitting is the sex that a relation has, or for those of either sex, one that fits.
func fitting(relation, head, sex string) string {
	switch relation {
	case "配偶":
		return map[string]string{"男": "女", "女": "男"}[head]
	case "之兄弟姐妹", "其他":
		return sex
	case "之女", "之儿媳", "之孙女", "之外孙女", "之母", "之岳母", "之婆婆", "之祖母", "之外祖母", "之曾孙女", "之侄女", "之兄弟媳妇":
		return "女"
	}
	return "男"
}
