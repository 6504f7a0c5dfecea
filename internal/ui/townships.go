package ui

import (
	"ruhu/internal/region"
	"ruhu/internal/ui/kit"
)

// yunnan is the province whose townships are offered.
const yunnan = "53"

// townships are all townships of the province, each with its county, to pick from by name or pinyin.
func townships() []kit.Item {
	tree, err := region.Load(yunnan)
	if err != nil {
		return nil
	}
	var items []kit.Item
	for _, prefecture := range tree.Children(yunnan) {
		for _, county := range tree.Children(prefecture.Code) {
			for _, t := range tree.Children(county.Code) {
				items = append(items, kit.Item{Value: t.Code, Name: county.Name + t.Name, Code: t.Code, Also: []string{t.Name}})
			}
		}
	}
	return items
}
