package ledgers

import (
	"slices"

	"ruhu/internal/desk"
	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// group is some ledgers that belong together; its title is the word ledgers.group.<name>.
type group struct {
	name    string
	ledgers []string
}

// groups are all, in the order of the catalogue. A ledger that none of them names stands in the last.
var groups = []group{
	{"school", []string{"lianghousheng", "fangan", "zhuanjie", "yulu", "xuexiao"}},
	{"work", []string{"laodongli", "wugong", "gangwei", "tuijian", "yinggenzong", "genzong"}},
	{"training", []string{"yiyuan", "weimodi", "yingxunweixun", "banji", "peixun", "zhengshu", "huilu", "butie-mingxi", "rencai", "shouke"}},
	{"aid", []string{"dishouru", "dibao", "tuiyi", "canji"}},
	{"visits", []string{"weizoufang", "zoufang", "gaozhi", "xuanchuan"}},
	{"everybody", []string{"biandong", "renkou", "hu"}},
}

// logs are the ledgers of what happened: they are asked for by the time in which it did.
var logs = map[string]bool{"zhuanjie": true, "tuijian": true, "genzong": true, "peixun": true, "banji": true, "zhengshu": true, "butie-mingxi": true, "shouke": true, "zoufang": true, "gaozhi": true, "xuanchuan": true, "biandong": true}

// of gives the ledgers of a group.
func (g group) of() []report.Ledger {
	var out []report.Ledger
	for _, name := range g.ledgers {
		if l, ok := find(name); ok {
			out = append(out, l)
		}
	}
	if g.name != groups[len(groups)-1].name {
		return out
	}
	for _, l := range desk.Ledgers() {
		if !slices.ContainsFunc(groups, func(g group) bool { return slices.Contains(g.ledgers, l.Name) }) {
			out = append(out, l)
		}
	}
	return out
}

// items are all ledgers to pick from; they are found by the name of their group too.
func items() []kit.Item {
	var items []kit.Item
	for _, g := range groups {
		title := text.T("ledgers.group." + g.name)
		for _, l := range g.of() {
			items = append(items, kit.Item{Value: l.Name, Name: text.T(l.TitleKey), Code: title, Also: []string{l.Name}})
		}
	}
	return items
}
