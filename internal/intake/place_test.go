package intake_test

import (
	"slices"
	"strings"
	"testing"

	"ruhu/internal/intake"
	"ruhu/internal/region"
)

func TestTwoVillagesOfOneNameAreSaidToBeSo(t *testing.T) {
	m := newMemory(t, township)
	var err error
	if m.tree, err = region.Load(township[:6]); err != nil { // not the one that all share
		t.Fatal(err)
	}
	m.tree.Add(region.Place{Code: township + "298", Name: "左门社区居民委员会"}) // beside 左门村委会
	p := planOf(t, m, []string{"村", "姓名", "证件号码"},
		[]string{"左门", "𬱖𫖮", "530000200801010015"},
		[]string{"左门社区居民委员会", "古丽·阿不都热依木", "530000200007165212"},
		[]string{"没有的村", "㛃阿花", "530000197905315505"})
	for i, want := range []string{"几个地方叫“左门”", "", "没有“没有的村”"} {
		said := slices.ContainsFunc(p.Rows[i].Problems, func(q intake.Problem) bool {
			return q.Kind == "village_unknown" && strings.Contains(q.Message, want)
		})
		if said != (want != "") {
			t.Errorf("%s: %v", p.Rows[i].Name(), p.Rows[i].Problems)
		}
	}
}
