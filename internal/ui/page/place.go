package page

import (
	"cmp"
	"strings"
	"sync/atomic"

	"ruhu/internal/desk"
	"ruhu/internal/region"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// VillageName is what people call a village, for narrow places: 左门村 of 左门村民委员会, 东街社区 of 东街社区居民委员会. Forms and papers have
// the long name. It is "" for none, the code where the list does not have it.
func VillageName(code string) string {
	return cmp.Or(ShortVillage(called(code)), code)
}

// names knows the county's own changes of the list of regions; nil before a register is open.
var names atomic.Pointer[func(code string) string]

// UseNames says who knows what places are called: the frame, once a register is open.
func UseNames(f func(code string) string) { names.Store(&f) }

func called(code string) string {
	if f := names.Load(); f != nil && code != "" {
		if name := (*f)(code); name != "" {
			return name
		}
	}
	return region.Name(code)
}

// ShortVillage is the short form of a village's long name: its end is taken for what people say, as the words list them.
func ShortVillage(long string) string {
	for pair := range strings.SplitSeq(text.T("page.village_ends"), "|") {
		end, short, _ := strings.Cut(pair, " ")
		if name, ok := strings.CutSuffix(long, end); ok && name != "" {
			return name + short
		}
	}
	return long
}

// Villages are the villages to pick from: those of the township this desk works for, and any other that has households.
func Villages(d *desk.Desk) []kit.Item {
	var items []kit.Item
	seen := map[string]bool{}
	if s, err := d.Settings(); err == nil && s.Township != "" {
		if tree, err := d.Tree(); err == nil {
			for _, v := range tree.Children(s.Township) {
				seen[v.Code] = true
				items = append(items, kit.Item{Value: v.Code, Name: v.Name, Code: v.Code[9:]})
			}
		}
	}
	for code := range d.Villages() {
		if code != "" && !seen[code] {
			items = append(items, kit.Item{Value: code, Name: cmp.Or(called(code), code)})
		}
	}
	return items
}

// VillagesInUse are the villages that have households, to filter by.
func VillagesInUse(d *desk.Desk) []kit.Item {
	var items []kit.Item
	used := d.Villages()
	for _, i := range Villages(d) {
		if used[i.Value] > 0 {
			i.Name, i.Also = VillageName(i.Value), []string{i.Name}
			items = append(items, i)
		}
	}
	return items
}

// Choices gives a form the villages for its region fields; other fields have lists of their own.
func Choices(d *desk.Desk) func(survey.Field) []kit.Item {
	return func(f survey.Field) []kit.Item {
		if f.Kind == survey.Region {
			return Villages(d)
		}
		return nil
	}
}

// Groups are the villager groups of a village, to pick from beside free words: those of the county's list, and those that
// households live in.
func Groups(d *desk.Desk, village string) []kit.Item {
	tree, err := d.Tree()
	if err != nil || village == "" {
		return nil
	}
	var items []kit.Item
	for _, g := range tree.Groups(village) {
		items = append(items, kit.Item{Value: g})
	}
	return items
}

// Brief tells the fields that a form shows at once: those that lists and papers show, and those that must be there.
func Brief(f survey.Field) bool { return f.Required || f.On != 0 || f.Key == survey.Address }

// How is how a form is saved: in spite of warnings once the person has seen them.
func How(anyway bool) []desk.How {
	if anyway {
		return []desk.How{desk.Anyway(text.T("page.anyway"))}
	}
	return nil
}
