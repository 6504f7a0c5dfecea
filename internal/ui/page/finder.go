package page

import (
	"strings"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// finderRows is how many are shown while one types.
const finderRows = 12

// HouseFinder makes a picker among all households; skip is left out.
func HouseFinder(d *desk.Desk, skip string) *kit.Picker {
	return kit.NewFinder(text.T("page.find_house"), func(typed string) []kit.Item {
		if strings.TrimSpace(typed) == "" {
			return nil
		}
		var items []kit.Item
		for _, id := range d.FindHouseholds(typed, finderRows) {
			if id != skip {
				items = append(items, kit.Item{Value: id, Name: HouseName(d, id), Code: HouseWhere(d, id)})
			}
		}
		return items
	}, func(id string) string { return HouseName(d, id) })
}

// PersonFinder makes a picker among all people; skip is left out.
func PersonFinder(d *desk.Desk, skip string) *kit.Picker {
	return kit.NewFinder(text.T("page.find_person"), func(typed string) []kit.Item {
		if strings.TrimSpace(typed) == "" {
			return nil
		}
		var items []kit.Item
		for _, h := range d.Find(typed, finderRows) {
			if h.ID != skip && h.ID != h.Household {
				name, what := PersonName(d, h.ID), Tell(d, h.ID)
				items = append(items, kit.Item{Value: h.ID, Name: name, Code: what})
			}
		}
		return items
	}, func(id string) string { return PersonName(d, id) })
}

// HouseName is what people call a household.
func HouseName(d *desk.Desk, id string) string {
	h, err := d.Household(id)
	if err != nil {
		return ""
	}
	return text.T("page.house", Called(d, h))
}

// Called is the name a household is known by: its head's; where a list told of its people and of no head, that of the first of them.
func Called(d *desk.Desk, h registry.Household) string {
	if h.Head() != "" {
		return h.Head()
	}
	members, err := d.Members(h.ID)
	if err != nil || len(members) == 0 {
		return h.No()
	}
	return members[0].Name()
}

// HouseWhere is where a household lives.
func HouseWhere(d *desk.Desk, id string) string {
	h, err := d.Household(id)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(VillageName(h.Village()) + " " + h.Group())
}

// PersonName is somebody's name.
func PersonName(d *desk.Desk, id string) string {
	r, _ := d.Row(id)
	return r.Name
}

// Tell is what tells somebody from a namesake: sex and age, the head of the household, where it is, the last digits.
func Tell(d *desk.Desk, id string) string {
	p, err := d.Person(id)
	if err != nil {
		return ""
	}
	var words []string
	if age, ok := p.Age(d.Today()); ok {
		words = append(words, text.T("page.age", p.Sex(), age))
	}
	if h, err := d.Household(p.HouseholdID()); err == nil {
		if h.Head() != p.Name() {
			words = append(words, HouseName(d, h.ID))
		}
		words = append(words, HouseWhere(d, h.ID))
	}
	if no := p.IDNumber(); no != "" {
		words = append(words, text.T("page.tail", no[14:]))
	}
	return strings.Join(words, "　")
}

// Moves are the reasons for coming into a household, by their names in the list of events; the usual one first.
func Moves() (items []kit.Item) {
	for name := range strings.SplitSeq(text.T("page.moves"), "|") {
		items = append(items, kit.Item{Value: name})
	}
	return items
}
