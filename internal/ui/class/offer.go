package class

import (
	"strconv"

	"ruhu/internal/survey"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// offers are the words that the catalogues know for a question of the class's form.
func (i *info) offers() map[string]page.Offer {
	cat, on := i.p.deps.Desk.Catalogue(), i.p.deps.Desk.Today()
	return map[string]page.Offer{
		training.Programme: func(survey.Answers) (items []kit.Item) {
			for _, x := range cat.Programmes(on) {
				items = append(items, kit.Item{Value: x.Name})
			}
			return items
		},
		training.Institution: func(survey.Answers) (items []kit.Item) {
			for _, x := range cat.Institutions(on) {
				items = append(items, kit.Item{Value: x.Name, Code: x.Code})
			}
			return items
		},
		training.Assessor: func(survey.Answers) (items []kit.Item) {
			for _, x := range cat.Assessors(on) {
				items = append(items, kit.Item{Value: x.Name})
			}
			return items
		},
	}
}

// follow fills in what the catalogue says of the institution that was chosen, where nothing stands yet.
func (i *info) follow(a survey.Answers) {
	if a[training.Institution] == i.chosen { // what a person then clears stays clear
		return
	}
	i.chosen = a[training.Institution]
	inst, ok := i.p.deps.Desk.Catalogue().Institution(a[training.Institution], i.p.deps.Desk.Today())
	if !ok || a[training.Institution] == "" {
		return
	}
	room := ""
	if inst.Room > 0 {
		room = strconv.Itoa(inst.Room)
	}
	for _, x := range [][2]string{
		{training.InstitutionCode, inst.Code}, {training.Licence, inst.Licence}, {training.LegalPerson, inst.Legal}, {training.RoomSize, room},
	} {
		if a[x[0]] == "" && x[1] != "" {
			i.form.Set(x[0], x[1])
		}
	}
}
